/** Arguments → what was typed, through Commander; its complaints become sentences of ours. Loaded only when there are arguments to read. */
import { CommanderError } from 'commander';
import { UsageError } from '../commands/usage-error.ts';
import { nearest } from './nearest.ts';
import { COMMAND_NAMES, createProgram, helpText, knownFlags, ownersOfFlag, type Typed } from './program.ts';
import { quoted } from './quoted.ts';

export type Reading = { readonly kind: 'typed'; readonly typed: Typed } | { readonly kind: 'print'; readonly text: string };

const MOST_EDITS = 2;

export function readTyped(argv: readonly string[]): Reading {
  // Commander would look for a command behind `--` too; there everything is text.
  const end = argv.indexOf('--');
  const before = end === -1 ? argv : argv.slice(0, end);
  const text = end === -1 ? [] : argv.slice(end + 1);
  if (before[0] === 'help') return { kind: 'print', text: helpFor(before.slice(1)) };

  let typed: Typed | undefined;
  let printed = '';
  const program = createProgram((value) => {
    typed = value;
  });
  for (const command of [program, ...program.commands]) command.configureOutput({ writeOut: (part) => (printed += part) });
  try {
    program.parse(before, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'print', text: printed };
    if (error.code === 'commander.unknownOption') refuseMistypedCommand(program.parseOptions([...before]).operands);
    throw usageErrorOf(error);
  }
  if (!typed) throw new UsageError('Nothing to do: see scalekit-fix --help.');
  if (typed.command === 'wizard' && text.length === 0) refuseMistypedCommand(typed.words);
  return { kind: 'typed', typed: { ...typed, words: [...typed.words, ...text] } };
}

/** A lone word that is almost a command's name is taken for one: run as text it would look as if the command had found nothing. */
function refuseMistypedCommand(words: readonly string[]): void {
  const [word] = words;
  if (word === undefined || words.length > 1 || /\s/.test(word) || COMMAND_NAMES.includes(word)) return;
  const command = nearest(word.toLowerCase(), COMMAND_NAMES, MOST_EDITS);
  if (command === undefined) return;
  throw new UsageError(
    `There is no command ${quoted(word)}; did you mean ${command}? To explain the word itself: scalekit-fix -- ${quoted(word)}`,
  );
}

function helpFor(words: readonly string[]): string {
  const [name, ...more] = words;
  if (name === undefined || name.startsWith('-')) return helpText();
  if (COMMAND_NAMES.includes(name) && more.length === 0) return helpText(name);
  const near = nearest(name.toLowerCase(), COMMAND_NAMES, MOST_EDITS);
  throw new UsageError(
    `There is no command ${quoted(name)}${near ? `; did you mean ${near}` : ''}${near ? '?' : '.'} See scalekit-fix --help.`,
  );
}

function usageErrorOf(error: CommanderError): UsageError {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  if (error.code === 'commander.unknownOption') return new UsageError(unknownFlag(named.split('=')[0] ?? named));
  if (error.code === 'commander.optionMissingArgument') {
    const [flag = named, placeholder = 'a value'] = named.split(' ');
    return new UsageError(`${flag} needs ${placeholder.replace(/[<>]/g, '')} behind it.`);
  }
  return new UsageError(`${error.message.replace(/^error: /, '').replace(/\.?$/, '.')} See scalekit-fix --help.`);
}

function unknownFlag(flag: string): string {
  const [owner] = ownersOfFlag(flag);
  if (owner !== undefined) return `${flag} goes with ${owner} only: see scalekit-fix ${owner} --help.`;
  if (flag.startsWith('--env')) return `There is no flag ${quoted(flag)}: the flag for env files is --dotenv FILE.`;
  const near = nearest(flag, knownFlags(), Math.max(MOST_EDITS, Math.floor(flag.length / 3)));
  const hint =
    near === undefined ? 'See scalekit-fix --help; text that begins with a dash goes behind --.' : `Did you mean ${near}?`;
  return `There is no flag ${quoted(flag)}. ${hint}`;
}
