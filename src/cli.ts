/** Arguments → one command, and its result → the exit code. Loads nothing that the command does not need. */
import { guardProcess, reportCrash, say } from './cli/guard.ts';
import { processIo, startFolder } from './cli/io.ts';
import { NOTHING_TYPED, type Resolved, resolveCommand } from './cli/resolve.ts';
import type { CommandIo, CommandOptions } from './commands/options.ts';
import { UsageError } from './commands/usage-error.ts';
import { COULD_NOT_RUN, DONE, INTERRUPTED, WRONG_USAGE } from './exit-codes.ts';
import { VERSION } from './version.ts';

export interface Launch {
  /** The launcher may have written the wizard's first line already, to be quick. */
  readonly headerWritten: boolean;
}

export async function main(launch: Launch): Promise<void> {
  const ended = guardProcess();
  const io = processIo(ended.signal);
  const code = await run(process.argv.slice(2), io, launch, ended.commandIs);
  // A signal that came while a command was busy is only told of when the event loop turns.
  await new Promise((resolve) => setImmediate(resolve));
  await ended.exit(ended.codeFor(code));
}

async function run(argv: readonly string[], io: CommandIo, launch: Launch, starts: (command: string) => void): Promise<number> {
  let options: CommandOptions | undefined;
  try {
    const reading = argv.length === 0 ? undefined : (await import('./cli/typed.ts')).readTyped(argv);
    if (reading?.kind === 'print') {
      io.stdout.write(reading.text);
      return DONE;
    }
    const resolved = await resolveCommand(reading?.typed ?? NOTHING_TYPED, io, startFolder);
    if (io.signal.aborted) return INTERRUPTED;
    options = resolved.options;
    starts(options.command);
    prepare(resolved, io, launch);
    return await runCommand(resolved.options, io);
  } catch (error) {
    if (error instanceof UsageError) {
      // What was typed stands in it: not every sentence cleans it for itself.
      const { plainText } = await import('./redaction/plain-text.ts');
      say(plainText(error.message, { maxLength: 2_000 }));
      return WRONG_USAGE;
    }
    const sentence = await reportCrash(error, io.env);
    if (options?.json) {
      const { couldNotRunDocument } = await import('./commands/could-not-run.ts');
      io.stdout.write(`${JSON.stringify(couldNotRunDocument(options, sentence))}\n`);
    }
    return COULD_NOT_RUN;
  }
}

function prepare({ options, showsWizard }: Resolved, io: CommandIo, launch: Launch): void {
  // The colour library of the screens decides for itself, when it is loaded, and does not know NO_COLOR.
  if (!options.color) process.env['FORCE_COLOR'] = '0';
  if (showsWizard && !launch.headerWritten) io.stdout.write(`scalekit-fix ${VERSION}\n`);
}

async function runCommand(options: CommandOptions, io: CommandIo): Promise<number> {
  switch (options.command) {
    case 'wizard':
      return (await import('./commands/wizard.ts')).run(options, io);
    case 'check':
      return (await import('./commands/check.ts')).run(options, io);
    case 'explain':
      return (await import('./commands/explain.ts')).run(options, io);
    case 'fix':
      return (await import('./commands/fix.ts')).run(options, io);
    case 'undo':
      return (await import('./commands/undo.ts')).run(options, io);
    case 'bundle':
      return (await import('./commands/bundle.ts')).run(options, io);
    case 'redact':
      return (await import('./commands/redact.ts')).run(options, io);
    case 'sandbox':
      return (await import('./commands/sandbox.ts')).runSandbox(options, io);
    case 'rehearse':
      return (await import('./commands/rehearse.ts')).run(options, io);
    case 'demo':
      return (await import('./commands/demo.ts')).run(options, io);
  }
}
