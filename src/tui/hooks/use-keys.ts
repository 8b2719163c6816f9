/** Keys of the terminal as events of the session, by the table; what is typed or pasted goes to the field that takes it. */
import { useInput } from 'ink';
import { type RefObject, useCallback, useRef } from 'react';
import type { UserEvent } from '../../wizard/events.ts';
import { eventFor, takesPaste, takesText } from '../../wizard/keys.ts';
import type { Runner } from '../../wizard/runner.ts';
import { createKeypressReader, type Press } from '../keypress.ts';

/** @param mostScroll how far the present window can be scrolled. */
export function useKeys(runner: Runner, mostScroll: RefObject<number>): void {
  const reader = useRef<ReturnType<typeof createKeypressReader>>(undefined);
  reader.current ??= createKeypressReader();
  const read = reader.current;
  const handle = useCallback<Parameters<typeof useInput>[0]>(
    (input, key) => {
      for (const press of read(input, key)) {
        const event = eventOf(press, runner);
        if (!event) continue;
        const isMove = event.kind === 'scroll' || event.kind === 'move';
        runner.dispatch(isMove ? { ...event, most: mostScroll.current } : event);
      }
    },
    [runner, read, mostScroll],
  );
  useInput(handle);
}

/** By the session as it is now: the press before may have changed it, before anything was drawn. */
function eventOf(press: Press, runner: Runner): UserEvent | undefined {
  const session = runner.session();
  if (press.kind === 'key') return eventFor(session, press.name);
  if (press.kind === 'paste') return takesPaste(session) ? { kind: 'paste', text: press.text } : undefined;
  return eventFor(session, press.text) ?? (takesText(session) ? { kind: 'type', text: press.text } : undefined);
}
