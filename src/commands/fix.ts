/** `fix`: shows the patches for what is confirmed (`--dry-run`), or applies them one after the other and proves each (`--apply`). */
import { nearest } from '../cli/nearest.ts';
import { problems } from '../problems/index.ts';
import { plainText } from '../redaction/plain-text.ts';
import { leftBehind, unprovedSentence } from './cut-short.ts';
import { openDiagnosis } from './diagnosis.ts';
import { apply } from './fix-apply.ts';
import { dryRun } from './fix-dry-run.ts';
import { checkNamedEnvFiles } from './named-env-files.ts';
import type { CommandIo, OptionsOf } from './options.ts';
import { UsageError } from './usage-error.ts';

export async function run(options: OptionsOf<'fix'>, io: CommandIo): Promise<number> {
  checkOnly(options.only);
  if (options.mode === 'apply') checkConsent(options, io);
  await checkNamedEnvFiles(options, io);
  // Before anything is patched: applying takes a half patch back first.
  for (const sentence of leftBehind(options.cwd)) io.stderr.write(`${sentence}\n`);
  const context = openDiagnosis(options, io);
  if (options.mode === 'dry-run') return dryRun(options, io, context);
  const code = await apply(options, io, context);
  const unproved = io.signal.aborted ? unprovedSentence(options.cwd) : undefined;
  if (unproved !== undefined) io.stderr.write(`${unproved}\n`);
  return code;
}

function checkOnly(only: string | undefined): void {
  if (only === undefined || problems.some((problem) => problem.id === only)) return;
  const near = nearest(
    only.slice(0, 80),
    problems.map((problem) => problem.id),
  );
  throw new UsageError(
    `--only ${plainText(only, { maxLength: 80 })} names no problem.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  );
}

/** Before anything is gathered: where nobody can be asked, nothing can be applied. */
function checkConsent(options: OptionsOf<'fix'>, io: CommandIo): void {
  if (options.yes || (!options.json && io.terminal() !== undefined)) return;
  throw new UsageError(
    'fix --apply asks before it writes, and there is no terminal to ask on: add --yes to write without being asked.',
  );
}
