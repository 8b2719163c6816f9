/** What lies over a screen: the keys, the way out. The decision tree has a file of its own. Pure. */
import { bindings } from '../keys.ts';
import type { Session } from '../session.ts';
import { line, type Screen } from './line.ts';

export function keysScreen(session: Session): Screen {
  const under: Session = { ...session, overlays: [] };
  return {
    title: 'Keys',
    lines: bindings(under).map((binding) => line(`  ${binding.shown.padEnd(10)} ${binding.label}`, 'plain', 13)),
  };
}

export function quitScreen(session: Session): Screen {
  const isWord = session.overlays.at(-1)?.letter !== undefined;
  return {
    title: 'Leave?',
    lines: [
      line(
        isWord
          ? 'Enter or q leaves, Esc stays. If q begins a word to search for, just type on.'
          : 'There is nothing further back. Enter leaves, Esc stays.',
      ),
    ],
  };
}
