/** What Ink makes of the terminal's bytes, as key names, typed letters and whole pastes. Knows no screen; keeps only a paste that is under way. */
import type { Key } from 'ink';
import type { KeyName } from '../wizard/keys.ts';

export type Press =
  | { readonly kind: 'key'; readonly name: KeyName }
  /** One letter, which may be a key or part of a word. */
  | { readonly kind: 'letter'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string };

/** What terminals put around a paste when asked to (`\e[?2004h`), as Ink hands it on. */
const PASTE_STARTS = '[200~';
const PASTE_ENDS = '[201~';
const CTRL_C = '\u0003';

/**
 * Letters that arrive at once without these marks: so many a busy machine may hand over as one chunk while somebody types. More of them were
 * pasted in a terminal that sets no marks.
 */
const MOST_TYPED = 12;

/** Reads one terminal: feed it everything in order. */
export function createKeypressReader(): (input: string, key: Key) => readonly Press[] {
  let paste: string[] | undefined;
  return (input, key) => {
    if (input === PASTE_STARTS) {
      paste = [];
      return [];
    }
    if (paste) {
      // Should a terminal forget the mark at the end, Ctrl-C still leads out.
      if (key.ctrl && input === 'c') {
        paste = undefined;
        return [{ kind: 'key', name: 'ctrl-c' }];
      }
      paste.push(key.return ? '\n' : key.tab ? '\t' : input);
      // The mark itself may have come in two pieces.
      if (!paste.slice(-2).join('').endsWith(PASTE_ENDS)) return [];
      const text = withLineFeeds(paste.join('').slice(0, -PASTE_ENDS.length));
      paste = undefined;
      return text === '' ? [] : [{ kind: 'paste', text }];
    }
    if (input === PASTE_ENDS) return [];
    const name = nameOf(input, key);
    if (name !== undefined) return [{ kind: 'key', name }];
    if (input === '' || key.ctrl || key.meta) return [];
    // A busy machine hands it over with what was pressed before it: whoever presses it wants out, whatever the rest is.
    if (input.includes(CTRL_C)) return [{ kind: 'key', name: 'ctrl-c' }];
    const letters = [...input];
    const isTyped = letters.length <= MOST_TYPED && !/[\r\n][^\r\n]/.test(input);
    return isTyped ? letters.flatMap(typed) : [{ kind: 'paste', text: withLineFeeds(input) }];
  };
}

/** Terminals paste a line break as the Enter key sends it. */
function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function typed(letter: string): Press[] {
  if (letter === '\r' || letter === '\n') return [{ kind: 'key', name: 'return' }];
  if (letter === '\t') return [{ kind: 'key', name: 'tab' }];
  if (letter === '\u007f' || letter === '\b') return [{ kind: 'key', name: 'backspace' }];
  return letter >= ' ' ? [{ kind: 'letter', text: letter }] : [];
}

const named: readonly (readonly [keyof Key, KeyName])[] = [
  ['return', 'return'],
  ['escape', 'escape'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  // What most terminals send for Backspace, Ink calls delete.
  ['delete', 'backspace'],
];

function nameOf(input: string, key: Key): KeyName | undefined {
  if (key.ctrl && input === 'c') return 'ctrl-c';
  return named.find(([flag]) => key[flag])?.[1];
}
