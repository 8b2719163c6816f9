/** Says on standard error that something is going on, and how far it is: one line that is drawn over where that is a terminal. */
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import type { CommandIo } from './options.ts';

export interface SignOfLife {
  readonly seen: (sheet: FactSheet) => void;
  readonly end: () => void;
}

export function signOfLife({ stderr, isTerminal }: Pick<CommandIo, 'stderr' | 'isTerminal'>, what: string): SignOfLife {
  if (!isTerminal.stderr) {
    stderr.write(`${what} …\n`);
    return { seen: () => {}, end: () => {} };
  }
  let shown = '';
  const show = (text: string): void => {
    if (text === shown) return;
    // Back to the first column; what is left of a longer text is wiped out.
    stderr.write(`\r${text}\u001b[K`);
    shown = text;
  };
  show(`${what} …`);
  return {
    seen: ({ states }) => {
      const settled = [...states.values()].filter(({ phase }) => phase === 'settled').length;
      show(`${what}: ${settled} of ${states.size}`);
    },
    end: () => show(''),
  };
}
