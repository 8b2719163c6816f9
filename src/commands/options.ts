/** What `cli.ts` hands to a command: its arguments as values, and its way to the outside world. No command reads `process` itself. */
import type { Readable, Writable } from 'node:stream';

/** The flags that every command takes. */
export interface CommonOptions {
  /** Absolute, and a folder that was readable when the program started. */
  readonly cwd: string;
  /** Env files given by `--dotenv`, in order, as typed: relative ones count from `cwd`. Empty: look for the usual ones. */
  readonly dotenv: readonly string[];
  readonly environmentUrl?: string;
  readonly json: boolean;
  /** The line-by-line face was asked for, or the terminal cannot draw (`TERM=dumb`) or is read aloud. */
  readonly plain: boolean;
  readonly yes: boolean;
  readonly allowRemote: boolean;
  readonly offline: boolean;
  /** Bounds the whole run: 1,000 to 600,000. */
  readonly timeoutMs: number;
  /** Whether standard output takes colours (`--no-color`, `NO_COLOR`, `FORCE_COLOR` and the terminal were looked at). */
  readonly color: boolean;
  readonly verbose: boolean;
}

/** What a command takes beside the common flags. */
export type CommandArguments =
  /** The symptom is the argument or what was piped in; absent, the wizard asks for it. */
  | {
      readonly command: 'wizard';
      readonly symptom?: string;
      /** Where support bundles go, where the project's own folder is taken away in the end. */
      readonly bundlesTo?: string;
    }
  /** `text` is what was piped in (`check -`): looked into as well, as the wizard does with what is pasted. */
  | { readonly command: 'check'; readonly text?: string; readonly strict: boolean }
  /** Never empty, at most `MAX_TEXT_BYTES`. */
  | { readonly command: 'explain'; readonly text: string }
  | { readonly command: 'fix'; readonly mode: 'dry-run' | 'apply'; readonly only?: string }
  | { readonly command: 'undo'; readonly list: boolean; readonly all: boolean; readonly id?: string }
  | {
      readonly command: 'bundle';
      readonly action: 'write';
      readonly output: string;
      readonly force: boolean;
      readonly text?: string;
    }
  | { readonly command: 'bundle'; readonly action: 'inspect'; readonly file: string }
  /** Without a file: standard input. A file is as typed: relative ones count from `cwd`. */
  | { readonly command: 'redact'; readonly file?: string }
  | { readonly command: 'sandbox'; readonly port?: number; readonly state?: string; readonly faults: readonly string[] }
  /** `words`: the command that starts the app, where it was named. `acts`: ids of those to play; empty: all. */
  | {
      readonly command: 'rehearse';
      readonly words: readonly string[];
      /** The app is started by hand. */
      readonly attach: boolean;
      readonly login?: string;
      readonly webhook?: string;
      readonly page?: string;
      readonly acts: readonly string[];
    }
  | { readonly command: 'demo' };

export type CommandName = CommandArguments['command'];
export type CommandOptions = CommonOptions & CommandArguments;
/** The options of one command: `OptionsOf<'fix'>`. */
export type OptionsOf<Name extends CommandName> = CommonOptions & Extract<CommandArguments, { readonly command: Name }>;

/** More text than this is not read from an argument or standard input: the rest is left out, with a word on standard error. */
export const MAX_TEXT_BYTES = 10 * 1024 * 1024;

/** Where a wizard can be shown and where its keys come from. */
export interface Terminal {
  readonly keys: NodeJS.ReadStream;
  readonly screen: NodeJS.WriteStream;
}

export interface CommandIo {
  readonly stdin: Readable;
  /** For the result, and with `--json` for the one document only. */
  readonly stdout: Writable;
  /** For talk. */
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  /**
   * The terminal, opened at the first call: standard input when that is one, else the terminal device (`/dev/tty`).
   * Undefined when standard output is no terminal or there is no device to read keys from.
   */
  readonly terminal: () => Terminal | undefined;
  /** Aborted by Ctrl-C and by SIGTERM. The command then tidies up and resolves; `cli.ts` exits 130 whatever it resolves to. */
  readonly signal: AbortSignal;
}

/** What `src/commands/NAME.ts` exports as `run`: resolves to the exit code (CONTRACT.md) and never ends the process itself. */
export type RunCommand<Name extends CommandName> = (options: OptionsOf<Name>, io: CommandIo) => Promise<number>;
