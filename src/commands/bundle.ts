/** `bundle`: writes the support bundle of a diagnosis, or reads one back. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { LIMITS, packBundle } from '../bundle/archive.ts';
import { collectBundle } from '../bundle/collect.ts';
import type { BundleEntry, BundleInput } from '../bundle/input.ts';
import { inspectBundle } from '../bundle/inspect.ts';
import { RedactionFailure } from '../bundle/redact-entry.ts';
import { SUPPORT_ADDRESS, type SupportMessage, supportMessage } from '../bundle/support-message.ts';
import { verifyBundle } from '../bundle/verify.ts';
import { writeBundle } from '../bundle/write.ts';
import { COULD_NOT_RUN, DONE, INTERRUPTED, WRONG_USAGE } from '../exit-codes.ts';
import { plainText } from '../redaction/plain-text.ts';
import type { Redactor } from '../redaction/redactor.ts';
import { bundleInput } from './bundle-input.ts';
import { openDiagnosis } from './diagnosis.ts';
import { wasInterrupted } from './interrupted.ts';
import { checkNamedEnvFiles } from './named-env-files.ts';
import type { CommandIo, OptionsOf } from './options.ts';
import { pastedText } from './pasted-text.ts';
import { symptomOf } from './symptom.ts';
import { UsageError } from './usage-error.ts';

type BundleOptions = OptionsOf<'bundle'>;
type WriteOptions = Extract<BundleOptions, { readonly action: 'write' }>;

export async function run(options: BundleOptions, io: CommandIo): Promise<number> {
  if (options.action === 'inspect') return inspect(options.file, options, io);
  await checkNamedEnvFiles(options, io);
  const context = openDiagnosis(options, io);
  const pasted = pastedText(options.text, context, io);
  if (pasted?.nothingOfOurs !== undefined) io.stderr.write(`${context.scrub(pasted.nothingOfOurs)}\n`);
  const sheet = await context.gather({ pasted, answers: new Map(), signal: io.signal });
  const symptom = symptomOf(pasted, context.registry);
  const diagnosed = await bundleInput({ command: 'bundle', context, options, io, sheet, pasted, text: options.text, symptom });
  return writeBundleFor(diagnosed, options, io);
}

/** Collects, packs, looks at the packed bytes again and writes: the one way in which a bundle of a diagnosis comes into being. */
export async function writeBundleFor(
  diagnosed: BundleInput,
  options: Pick<WriteOptions, 'cwd' | 'output' | 'force' | 'json'>,
  io: CommandIo,
): Promise<number> {
  let entries: readonly BundleEntry[];
  let message: SupportMessage;
  try {
    entries = collectBundle(diagnosed);
    message = supportMessage(diagnosed.report, {
      redactor: diagnosed.redactor,
      symptom: diagnosed.narrative.symptom,
      bundle: path.basename(options.output),
    });
  } catch (error) {
    if (!(error instanceof RedactionFailure)) throw error;
    return couldNot(`No bundle was written: ${plainText(error.message, { maxLength: 500 })}`, options, io);
  }
  const stored = await storeBundle(entries, diagnosed.redactor, options, io.signal);
  if (!stored.ok) {
    if (io.signal.aborted) return INTERRUPTED;
    if (!stored.isUsage) return couldNot(stored.reason, options, io);
    io.stderr.write(`${stored.reason}\n`);
    return WRONG_USAGE;
  }
  const files = entries.map(({ name, text }) => ({ name, size: Buffer.byteLength(text) }));
  if (options.json)
    io.stdout.write(
      `${JSON.stringify({ schemaVersion: 1, output: stored.path, size: stored.size, files, message: { to: SUPPORT_ADDRESS, ...message }, exitCode: DONE })}\n`,
    );
  else {
    const what = `Wrote ${plainText(stored.path)} (${kilobytes(stored.size)}, ${files.length} files). Look at it with scalekit-fix bundle --inspect; nothing was sent.`;
    const mail = plainText(`To: ${SUPPORT_ADDRESS}\nSubject: ${message.subject}\n\n${message.body}`, {
      maxLength: 20_000,
      keepNewlines: true,
    });
    io.stdout.write(`${what}\n\nA message to go with it, to be sent by hand:\n\n${mail}\n\n${message.mailto}\n`);
  }
  return DONE;
}

/** Says why; with `--json` in the one document as well. */
function couldNot(reason: string, options: Pick<BundleOptions, 'json'>, io: CommandIo): number {
  if (options.json) io.stdout.write(`${JSON.stringify({ schemaVersion: 1, reason, exitCode: COULD_NOT_RUN })}\n`);
  io.stderr.write(`${reason}\n`);
  return COULD_NOT_RUN;
}

export type Stored =
  | { readonly ok: true; readonly path: string; readonly size: number }
  | { readonly ok: false; readonly reason: string; readonly isUsage: boolean; readonly isTaken?: boolean };

/** For the wizard too, where entries may have been dropped. */
export async function storeBundle(
  entries: readonly BundleEntry[],
  redactor: Redactor,
  options: Pick<WriteOptions, 'cwd' | 'output' | 'force'>,
  signal: AbortSignal,
): Promise<Stored> {
  const archive = await packBundle(entries);
  const verified = await verifyBundle(archive, redactor);
  if (await wasInterrupted(signal)) return { ok: false, reason: 'No bundle was written: interrupted.', isUsage: false };
  if (verified.kind === 'hit') return { ok: false, reason: plainText(verified.reason, { maxLength: 500 }), isUsage: false };
  const written = writeBundle(path.resolve(options.cwd, options.output), archive, { force: options.force });
  if (written.kind === 'written') return { ok: true, path: written.path, size: written.size };
  return {
    ok: false,
    ...(written.isTaken === true ? { isTaken: true } : {}),
    reason: plainText(written.reason, { maxLength: 1_000 }),
    isUsage: /--force|is a folder|no regular file|does not exist/.test(written.reason),
  };
}

async function inspect(file: string, options: Pick<BundleOptions, 'cwd' | 'json'>, io: CommandIo): Promise<number> {
  const bundle = await inspectBundle(readArchive(file, options.cwd));
  if (bundle.kind === 'refused') return couldNot(`${plainText(file, { maxLength: 200 })}: ${bundle.reason}`, options, io);
  const { tool, createdAt, entries, warnings, report } = bundle;
  if (options.json) {
    io.stdout.write(
      `${JSON.stringify({ schemaVersion: 1, tool, createdAt, entries, warnings, report, exitCode: DONE }, null, 2)}\n`,
    );
    return DONE;
  }
  const list = entries.map(({ name, size }) => `  ${kilobytes(size).padStart(9)}  ${plainText(name, { maxLength: 200 })}`);
  io.stdout.write(
    [`Bundle of ${tool}, made on ${createdAt}`, ...list, ...warnings.map((warning) => `⚠ ${warning}`), '', report].join('\n'),
  );
  return DONE;
}

function readArchive(file: string, cwd: string): Uint8Array {
  const shown = plainText(file, { maxLength: 200 });
  try {
    const absolute = path.resolve(cwd, file);
    const status = statSync(absolute);
    if (!status.isFile()) throw new UsageError(`--inspect: ${shown} is no file.`);
    if (status.size > LIMITS.archive) throw new UsageError(`--inspect: ${shown} is larger than any bundle.`);
    return readFileSync(absolute);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UsageError(`--inspect: ${shown} ${code === 'ENOENT' ? 'does not exist' : `could not be read (${code})`}.`);
  }
}

const kilobytes = (bytes: number): string => (bytes < 1_024 ? `${bytes} B` : `${(bytes / 1_024).toFixed(1)} kB`);
