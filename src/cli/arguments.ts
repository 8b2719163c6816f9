/** What was typed → a command's options, or a `UsageError` that names the flag. Looks at folders and files that flags name, reads none. */
import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import type { CommandArguments, CommonOptions } from '../commands/options.ts';
import { UsageError } from '../commands/usage-error.ts';
import type { Typed } from './program.ts';
import { quoted } from './quoted.ts';

export const DEFAULT_TIMEOUT_SECONDS = 12;
const MOST_SECONDS = 600;
/** A rehearsal starts an app and waits for tokens to expire. */
const REHEARSAL_SECONDS = 180;
/** Acts of a rehearsal that can be played alone; a test keeps them in step with those that there are. */
export const ACT_IDS: readonly string[] = [
  'login',
  'authorize',
  'selectors',
  'host',
  'state',
  'denied',
  'sso-error',
  'replay',
  'two-tabs',
  'fixation',
  'return-address',
  'idp-initiated',
  'tampered',
  'token-forgeries',
  'browser-tokens',
  'token-tolerance',
  'logout',
  'back-channel',
  'cookies',
  'webhooks',
  'directory',
  'refresh',
  'together',
  'refused-refresh',
  'trouble',
  'restart',
];

type Flags = Typed['flags'];
type Environment = Readonly<Record<string, string | undefined>>;
/** A wizard's or `explain`'s text is not known yet: it may have to be read first. The same goes for what `reads` standard input. */
export type Intended =
  | (Exclude<CommandArguments, { command: 'wizard' | 'explain' }> & { readonly reads?: true })
  | { readonly command: 'wizard' | 'explain'; readonly words: readonly string[] };

export function commonOptions(
  flags: Flags,
  env: Environment,
  here: () => string,
  stdoutIsTerminal: boolean,
  command?: Typed['command'],
): CommonOptions {
  const cwd = folder(flags['cwd'], here);
  const environmentUrl = environmentUrlOf(flags['environmentUrl']);
  return {
    cwd,
    dotenv: envFiles(flags['dotenv'], cwd),
    ...(environmentUrl === undefined ? {} : { environmentUrl }),
    json: flags['json'] === true,
    plain: flags['plain'] === true || env['TERM'] === 'dumb' || isSet(env['INK_SCREEN_READER']) || isSet(env['ACCESSIBLE']),
    yes: flags['yes'] === true,
    allowRemote: flags['allowRemote'] === true,
    offline: flags['offline'] === true,
    timeoutMs: Math.round(seconds(flags['timeout'], command === 'rehearse' ? REHEARSAL_SECONDS : DEFAULT_TIMEOUT_SECONDS) * 1000),
    color: flags['color'] !== false && takesColor(env, stdoutIsTerminal),
    verbose: flags['verbose'] === true,
  };
}

export function intended({ command, words, flags }: Typed): Intended {
  switch (command) {
    case 'wizard':
    case 'explain':
      return { command, words };
    case 'fix':
      noWords(command, words);
      if (flags['apply'] === true && flags['dryRun'] === true) throw new UsageError('--dry-run and --apply exclude each other.');
      return { command, mode: flags['apply'] === true ? 'apply' : 'dry-run', ...named('only', value(flags, 'only')) };
    case 'undo':
      return undo(flags, words);
    case 'bundle':
      return bundle(flags, words);
    case 'redact':
      if (words.length > 1) throw new UsageError(`redact takes one file: ${quoted(words[1] ?? '')} is one too many.`);
      if (words[0] === '') throw new UsageError('redact was given an empty file name.');
      return { command, ...(words[0] === undefined || words[0] === '-' ? {} : { file: words[0] }) };
    case 'sandbox':
      noWords(command, words);
      return { command, ...port(flags['port']), ...named('state', value(flags, 'state')), faults: texts(flags['fault']) };
    case 'check':
      return { command, strict: flags['strict'] === true, ...reads(command, words) };
    case 'rehearse':
      return {
        command,
        words,
        attach: attach(flags, words),
        ...named('login', address(flags, 'login')),
        ...named('webhook', address(flags, 'webhook')),
        ...named('page', address(flags, 'page')),
        acts: acts(flags),
      };
    case 'demo':
      noWords(command, words);
      return { command };
  }
}

/** Only a lone `-` says so: what merely stands in the pipe of a script is none of our business. */
function reads(command: string, words: readonly string[]): { readonly reads?: true } {
  if (words.length === 1 && words[0] === '-') return { reads: true };
  const [word] = words;
  if (word !== undefined)
    throw new UsageError(
      `${command} takes no argument but - (read standard input, too): ${quoted(words[0] === '-' ? (words[1] ?? '') : word)} is one too many.`,
    );
  return {};
}

function noWords(command: string, words: readonly string[]): void {
  const [word] = words;
  if (word !== undefined) throw new UsageError(`${command} takes no argument: ${quoted(word)} is one too many.`);
}

function undo(flags: Flags, words: readonly string[]): Extract<Intended, { command: 'undo' }> {
  const [list, all] = [flags['list'] === true, flags['all'] === true];
  const [id] = words;
  if (words.length > 1) throw new UsageError(`undo takes one id: ${quoted(words[1] ?? '')} is one too many.`);
  if (id === '') throw new UsageError('undo was given an empty id.');
  if (list && (all || id !== undefined)) throw new UsageError('--list only lists: it goes with neither --all nor an id.');
  if (all && id !== undefined) throw new UsageError('--all takes everything back: it goes with no id.');
  return { command: 'undo', list, all, ...named('id', id) };
}

function bundle(flags: Flags, words: readonly string[]): Extract<Intended, { command: 'bundle' }> {
  const output = value(flags, 'output');
  const inspect = value(flags, 'inspect');
  if (output !== undefined && inspect !== undefined) throw new UsageError('--output and --inspect exclude each other.');
  if (inspect !== undefined) {
    if (flags['force'] === true) throw new UsageError('--force goes with --output: --inspect writes nothing.');
    noWords('bundle --inspect', words);
    return { command: 'bundle', action: 'inspect', file: inspect };
  }
  if (output === undefined) throw new UsageError('bundle needs --output FILE to write one or --inspect FILE to read one.');
  const written = { command: 'bundle', action: 'write', output, force: flags['force'] === true } as const;
  if (words.length === 1 && words[0] === '-') return { ...written, reads: true };
  const text = words.join(' ');
  return text.trim() === '' ? written : { ...written, text };
}

function folder(given: unknown, here: () => string): string {
  if (typeof given !== 'string') return here();
  if (given === '') throw new UsageError('--cwd needs a folder, and got an empty name.');
  const path = isAbsolute(given) ? resolve(given) : resolve(here(), given);
  const kind = kindOf(path);
  if (kind === 'missing') throw new UsageError(`--cwd: there is no folder ${quoted(given)}.`);
  if (kind === 'unreadable') throw new UsageError(`--cwd: ${quoted(given)} cannot be read.`);
  if (kind !== 'folder') throw new UsageError(`--cwd: ${quoted(given)} is not a folder.`);
  return path;
}

function envFiles(given: unknown, cwd: string): readonly string[] {
  for (const file of texts(given)) {
    const kind = file === '' ? 'missing' : kindOf(resolve(cwd, file));
    if (kind === 'missing') throw new UsageError(`--dotenv: there is no file ${quoted(file)}.`);
    if (kind === 'unreadable') throw new UsageError(`--dotenv: ${quoted(file)} cannot be read.`);
    if (kind === 'folder') throw new UsageError(`--dotenv: ${quoted(file)} is a folder; an env file is needed.`);
  }
  return texts(given);
}

function kindOf(path: string): 'missing' | 'unreadable' | 'folder' | 'other' {
  try {
    const isFolder = statSync(path).isDirectory();
    accessSync(path, isFolder ? constants.R_OK | constants.X_OK : constants.R_OK);
    return isFolder ? 'folder' : 'other';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
  }
}

function seconds(given: unknown, usual: number): number {
  if (typeof given !== 'string') return usual;
  const number = /^\d{1,6}(\.\d{1,3})?$/.test(given) ? Number(given) : Number.NaN;
  if (number >= 1 && number <= MOST_SECONDS) return number;
  throw new UsageError(`--timeout takes seconds from 1 to ${MOST_SECONDS}, not ${quoted(given)}.`);
}

function port(given: unknown): { readonly port?: number } {
  if (typeof given !== 'string') return {};
  const number = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (number <= 65_535) return { port: number };
  throw new UsageError(`--port takes a number from 0 to 65535, not ${quoted(given)}.`);
}

/** Only what no environment can look like is refused here; what it points to is for the command to judge. */
function environmentUrlOf(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url?.host)
    throw new UsageError(
      `--environment-url takes a URL such as https://yourapp.scalekit.dev, not ${quoted(withoutUserInfo(given))}.`,
    );
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new UsageError(`--environment-url must begin with https://, not ${quoted(url.protocol)}.`);
  }
  if (url.username || url.password)
    throw new UsageError('--environment-url must not hold a user name or password: secrets come from env files.');
  return given;
}

function withoutUserInfo(text: string): string {
  return text.replace(/(?<![^/])[^/]*@/, '');
}

/** Colours as terminals and CI systems ask for them: https://no-color.org and `FORCE_COLOR`, which wins. */
function takesColor(env: Environment, stdoutIsTerminal: boolean): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return !env['NO_COLOR'] && env['TERM'] !== 'dumb' && stdoutIsTerminal;
}

function isSet(text: string | undefined): boolean {
  return text !== undefined && text !== '' && text !== '0' && text !== 'false';
}

function value(flags: Flags, name: string): string | undefined {
  const given = flags[name];
  if (typeof given !== 'string') return undefined;
  if (given === '') throw new UsageError(`--${name} needs a value, and got an empty one.`);
  return given;
}

function texts(given: unknown): readonly string[] {
  return Array.isArray(given) ? given.filter((item) => typeof item === 'string') : [];
}

/** A path of the app's. */
function address(flags: Flags, name: string): string | undefined {
  const given = value(flags, name);
  if (given === undefined || /^\/(?![/\\])/.test(given)) return given;
  throw new UsageError(`--${name} takes a path of the app such as /${name}, not ${quoted(given)}.`);
}

function attach(flags: Flags, words: readonly string[]): boolean {
  if (flags['attach'] !== true) return false;
  if (words.length > 0) throw new UsageError('--attach starts nothing: it takes no command.');
  return true;
}

function acts(flags: Flags): readonly string[] {
  const ids = texts(flags['act']);
  const unknown = ids.find((id) => !ACT_IDS.includes(id));
  if (unknown !== undefined) throw new UsageError(`--act ${quoted(unknown)} is no act. There are: ${ACT_IDS.join(', ')}.`);
  return ids;
}

function named<K extends string>(key: K, text: string | undefined): { readonly [P in K]?: string } {
  return (text === undefined ? {} : { [key]: text }) as { readonly [P in K]?: string };
}
