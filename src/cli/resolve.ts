/** Arguments, standard input and terminal → the one command to run, with everything it needs. */
import type { CommandIo, CommandOptions, CommonOptions } from '../commands/options.ts';
import { UsageError } from '../commands/usage-error.ts';
import { commonOptions, type Intended, intended } from './arguments.ts';
import type { Typed } from './program.ts';
import { readText } from './symptom.ts';

const NOTHING_TO_GO_BY =
  'There is neither a text to explain nor a terminal for the wizard: run scalekit-fix check, or see scalekit-fix --help.';

export interface Resolved {
  readonly options: CommandOptions;
  /** Whether a wizard will be drawn: then the header line comes first. */
  readonly showsWizard: boolean;
}

export async function resolveCommand(typed: Typed, io: CommandIo, here: () => string): Promise<Resolved> {
  const common = commonOptions(typed.flags, io.env, here, io.isTerminal.stdout, typed.command);
  const command = intended(typed);
  switch (command.command) {
    case 'wizard':
      return wizardOrExplain(common, command.words, io);
    case 'explain':
      return {
        options: { ...common, command: 'explain', text: await explainText(common, command.words, io) },
        showsWizard: false,
      };
    default: {
      const { reads, ...rest } = command;
      const text = reads === true ? await standardInput(common, io, io.isTerminal.stdin) : '';
      return {
        options: { ...common, ...rest, ...(text.trim() === '' ? {} : { text }) },
        showsWizard: rest.command === 'demo' && canDraw(common, io),
      };
    }
  }
}

async function wizardOrExplain(common: CommonOptions, words: readonly string[], io: CommandIo): Promise<Resolved> {
  const drawn = canDraw(common, io);
  const given = words.join(' ');
  const piped = (given === '' || given === '-') && !io.isTerminal.stdin;
  const text = piped ? await standardInput(common, io, drawn) : given;
  const symptom = text.trim() === '' || text === '-' ? undefined : text;
  if (drawn)
    return { options: { ...common, command: 'wizard', ...(symptom === undefined ? {} : { symptom }) }, showsWizard: true };
  if (symptom !== undefined) return { options: { ...common, command: 'explain', text: symptom }, showsWizard: false };
  throw new UsageError(NOTHING_TO_GO_BY);
}

async function explainText(common: CommonOptions, words: readonly string[], io: CommandIo): Promise<string> {
  if (words.length === 0) throw new UsageError('explain needs a text, or - to read standard input.');
  const text = words.length === 1 && words[0] === '-' ? await standardInput(common, io, false) : words.join(' ');
  if (text.trim() === '')
    throw new UsageError('explain was given an empty text: pass what you see, or - to read standard input.');
  return text;
}

/** With a terminal somebody is there to end the waiting; without one only `--timeout` does. */
async function standardInput(common: CommonOptions, io: CommandIo, attended: boolean): Promise<string> {
  const { text, notes } = await readText(io.stdin, { ...(attended ? {} : { within: common.timeoutMs }), signal: io.signal });
  for (const note of notes) io.stderr.write(`${note}\n`);
  return text;
}

function canDraw(common: CommonOptions, io: CommandIo): boolean {
  return !common.json && io.terminal() !== undefined;
}

/** What the arguments ask for when there are none: known without Commander, whose loading would hold up the first frame. */
export const NOTHING_TYPED: Typed = { command: 'wizard', words: [], flags: {} };
export type { Intended };
