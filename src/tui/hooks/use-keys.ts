/** Keys of the terminal as events of the session, by the table; what is typed or pasted goes to the field that takes it. */
import { type Key, useInput } from 'ink';
import { eventFor, takesText } from '../../wizard/keys.ts';
import type { Runner } from '../../wizard/runner.ts';

export function useKeys(runner: Runner): void {
  useInput((input, key) => {
    const session = runner.session();
    const text = input.replace(/^\[200~|\[201~$|\u001b\[20[01]~/g, '');
    const name = nameOf(text, key);
    const event = name === undefined ? undefined : eventFor(session, name);
    if (event) {
      runner.dispatch(event);
      return;
    }
    if (!takesText(session) || key.ctrl || key.meta || text === '') return;
    // Nobody types two characters at once: a longer chunk was pasted, and is not shown.
    if ([...text].length > 1) runner.dispatch({ kind: 'paste', text: text.replaceAll('\r', '\n') });
    else if (text >= ' ') runner.dispatch({ kind: 'type', text });
  });
}

function nameOf(input: string, key: Key): string | undefined {
  if (key.ctrl && input === 'c') return 'ctrl-c';
  if (key.return || input === '\n') return 'return';
  if (key.escape) return 'escape';
  if (key.upArrow) return 'up';
  if (key.downArrow) return 'down';
  if (key.pageUp) return 'pageup';
  if (key.pageDown) return 'pagedown';
  if (key.tab) return 'tab';
  if (key.backspace || key.delete) return 'backspace';
  if (key.ctrl || key.meta) return undefined;
  return input.length === 1 ? input : undefined;
}
