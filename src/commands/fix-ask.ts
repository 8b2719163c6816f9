/** Asks before each repair of `fix --apply`: yes, no, all the rest, or quit. Keys come from the terminal device. */
import type { CommandIo, OptionsOf } from './options.ts';

export interface Asker {
  /** A `proposal` and a `change` in Scalekit are asked about one by one, whatever was said of all. */
  readonly agrees: (message: string, what: 'patch' | 'proposal' | 'change') => Promise<boolean>;
  readonly hasQuit: () => boolean;
}

const choices = [
  { key: 'y', name: 'Yes, apply it', value: 'yes' },
  { key: 'n', name: 'No, leave it', value: 'no' },
  { key: 'a', name: 'Apply this and all that follow', value: 'all' },
  { key: 'q', name: 'Quit: apply nothing more', value: 'quit' },
] as const;

export function createAsker(options: OptionsOf<'fix'>, io: CommandIo): Asker {
  let all = options.yes;
  let quit = false;
  return {
    hasQuit: () => quit,
    agrees: async (message, what) => {
      if (options.yes || (all && what === 'patch')) return true;
      const terminal = io.terminal();
      if (!terminal || quit) return false;
      const { expand } = await import('@inquirer/prompts');
      try {
        const answer = await expand<'yes' | 'no' | 'all' | 'quit'>(
          { message, default: 'n', choices: what === 'patch' ? choices : choices.filter(({ value }) => value !== 'all') },
          { input: terminal.keys, output: terminal.screen, signal: io.signal },
        );
        quit = answer === 'quit';
        all ||= answer === 'all';
        return answer === 'yes' || answer === 'all';
      } catch {
        // Ctrl-C, or the terminal is gone.
        quit = true;
        return false;
      }
    },
  };
}
