/** `undo`: takes the last applied patch back, or the one that is named, or all; or lists what there is. Changes in Scalekit only when named. */
import { unifiedDiff } from '../patches/diff.ts';
import { isRefusal } from '../patches/refusal.ts';
import { type Conflict, isStanding, type JournalEntry, listJournal } from '../patches/undo.ts';
import { parseEnvFile } from '../project/env-file.ts';
import { findEnvFiles, learnEnvironment } from '../project/env-files.ts';
import { isEnvFileName } from '../project/env-names.ts';
import { openProject, type Project } from '../project/files.ts';
import { sourceFromText } from '../project/source-file.ts';
import { plainText } from '../redaction/plain-text.ts';
import { createRedactor, type Redactor } from '../redaction/redactor.ts';
import type { CommandIo, OptionsOf } from './options.ts';
import { type Outcome, undoEntry } from './undo-one.ts';
import { lineOf, patchOf, SCHEMA_VERSION, summaryOf } from './undo-words.ts';
import { UsageError } from './usage-error.ts';

const MAX_DIFF_LENGTH = 200_000;
const COULD_NOT = 3;

type Options = OptionsOf<'undo'>;

export async function run(options: Options, io: CommandIo): Promise<number> {
  const redactor = createRedactor();
  const project = await openProject(options.cwd, { env: io.env, learn: redactor.learn, signal: io.signal });
  const entries = listJournal(project.root);
  if (options.list) return list(entries, options, io);
  if (isRefusal(entries)) return tellRefusal(plainText(entries.reason, { maxLength: 1_000 }), options, io);
  const outcomes: Outcome[] = [];
  for (const entry of picked(entries, options)) {
    if (io.signal.aborted) break;
    const outcome = await undoEntry(entry, project.root, options, io);
    if (outcome.kind === 'left' && outcome.needsConsent && !options.all) throw new UsageError(outcome.reason);
    outcomes.push(outcome);
    // What is older may lie under it.
    if (outcome.kind === 'left' && outcome.conflicts.length > 0) break;
  }
  return tell(outcomes, await differenceOf(outcomes, project, redactor, options), options, io);
}

/** Newest first. */
function picked(entries: readonly JournalEntry[], { id, all }: Options): readonly JournalEntry[] {
  const open = entries.filter(({ state }) => state !== 'undone');
  if (id !== undefined) {
    // The number in front is enough.
    const named = open.find((entry) => entry.id === id || entry.id.startsWith(`${id.padStart(6, '0')}-`));
    if (named) return [named];
    const shown = plainText(id, { maxLength: 80 });
    const wasThere = entries.some((entry) => entry.id === id);
    throw new UsageError(
      wasThere
        ? `${shown} was taken back already.`
        : `No patch here has the id ${shown}: \`scalekit-fix undo --list\` names them.`,
    );
  }
  const files = open.filter(isStanding);
  const chosen = all ? open : files.slice(0, 1);
  if (chosen.length > 0) return chosen;
  const [change] = open;
  throw new UsageError(
    change
      ? `No patch is applied in this folder. A change in Scalekit is: \`scalekit-fix undo ${change.id}\` takes “${summaryOf(change)}” back.`
      : 'There is nothing to undo: no patch of scalekit-fix stands in this folder.',
  );
}

function tell(outcomes: readonly Outcome[], difference: string, options: Options, io: CommandIo): number {
  const left = outcomes.filter((outcome) => outcome.kind === 'left');
  // That a change in Scalekit needs a word of its own is no failure of taking the files back.
  const exitCode = left.some(({ needsConsent }) => needsConsent !== true) ? COULD_NOT : 0;
  if (options.json) io.stdout.write(`${JSON.stringify(documentOf(outcomes, difference, options, exitCode))}\n`);
  for (const outcome of outcomes) {
    if (outcome.kind === 'left') io.stderr.write(`${notUndone(outcome, options)}\n`);
    else if (!options.json) io.stdout.write(`${outcome.sentence}\n`);
  }
  if (!options.json) io.stdout.write(difference);
  return exitCode;
}

function notUndone({ entry, reason }: Extract<Outcome, { readonly kind: 'left' }>, { all }: Options): string {
  return all ? `Not undone: “${summaryOf(entry)}”. ${reason}` : `Nothing was undone. ${reason}`;
}

function documentOf(outcomes: readonly Outcome[], difference: string, options: Options, exitCode: number): unknown {
  const undone = outcomes.filter(({ kind }) => kind === 'undone').map(({ entry }) => patchOf(entry));
  const left = outcomes.filter((outcome) => outcome.kind === 'left');
  const conflicts = left.flatMap((outcome) => outcome.conflicts).map(({ file, reason }) => ({ file, reason }));
  const head = { schemaVersion: SCHEMA_VERSION };
  if (options.all) {
    const rest = left.map((outcome) => ({ ...patchOf(outcome.entry), reason: outcome.reason }));
    return { ...head, undone, left: rest, conflicts, difference, exitCode };
  }
  const [first] = left;
  return {
    ...head,
    undone: undone[0] ?? null,
    reason: first ? notUndone(first, options) : null,
    conflicts,
    difference,
    exitCode,
  };
}

function tellRefusal(reason: string, options: Options, io: CommandIo): number {
  const nothing = { schemaVersion: SCHEMA_VERSION, undone: null, reason, conflicts: [], difference: '', exitCode: COULD_NOT };
  const document = options.all ? { ...nothing, undone: [], left: [] } : nothing;
  if (options.json) io.stdout.write(`${JSON.stringify(document)}\n`);
  io.stderr.write(`${reason}\n`);
  return COULD_NOT;
}

function list(entries: ReturnType<typeof listJournal>, options: Options, io: CommandIo): number {
  if (isRefusal(entries)) {
    const reason = plainText(entries.reason, { maxLength: 1_000 });
    io.stderr.write(`${reason}\n`);
    if (options.json)
      io.stdout.write(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, patches: [], reason, exitCode: COULD_NOT })}\n`);
    return COULD_NOT;
  }
  if (options.json) {
    io.stdout.write(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, patches: entries.map(patchOf), exitCode: 0 })}\n`);
  } else if (entries.length === 0) io.stdout.write('No patch was applied in this folder.\n');
  else for (const entry of entries) io.stdout.write(`${lineOf(entry)}\n`);
  return 0;
}

/** Both sides of a changed env file may hold secrets that no file on disk holds any more. */
function learnConflict({ file, left, now }: Conflict, learn: (value: string) => void): void {
  if (!isEnvFileName(file.split('/').at(-1) ?? '')) return;
  for (const side of [left, now]) if (side) parseEnvFile(sourceFromText(file, side.toString('utf8')), learn);
}

async function differenceOf(
  outcomes: readonly Outcome[],
  project: Project,
  redactor: Redactor,
  { dotenv }: Options,
): Promise<string> {
  const conflicts = outcomes.flatMap((outcome) => (outcome.kind === 'left' ? outcome.conflicts : []));
  if (conflicts.length === 0) return '';
  learnEnvironment(project);
  await findEnvFiles(project, { dotenv, frameworks: [] });
  for (const conflict of conflicts) learnConflict(conflict, redactor.learn);
  const changes = conflicts
    .filter(({ left }) => left !== undefined)
    .map(({ file, left, now }) => ({ file, before: left?.toString('utf8'), after: now?.toString('utf8') }));
  const { text } = await unifiedDiff(changes, { redact: redactor.redact });
  return plainText(text, { maxLength: MAX_DIFF_LENGTH, keepNewlines: true });
}
