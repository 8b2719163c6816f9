/** `undo`: takes the last applied patch back, or lists the patches that can be taken back. Changes files of the project, nothing else. */
import { unifiedDiff } from '../patches/diff.ts';
import { isRefusal } from '../patches/refusal.ts';
import { type Conflict, type JournalEntry, listJournal, type UndoResult, undoLast } from '../patches/undo.ts';
import { parseEnvFile } from '../project/env-file.ts';
import { findEnvFiles, learnEnvironment } from '../project/env-files.ts';
import { isEnvFileName } from '../project/env-names.ts';
import { openProject } from '../project/files.ts';
import { sourceFromText } from '../project/source-file.ts';
import { plainText } from '../redaction/plain-text.ts';
import { createRedactor } from '../redaction/redactor.ts';
import type { CommandIo, OptionsOf } from './options.ts';

const SCHEMA_VERSION = 1;
const MAX_DIFF_LENGTH = 200_000;

export async function run(options: OptionsOf<'undo'>, io: CommandIo): Promise<number> {
  const redactor = createRedactor();
  const project = await openProject(options.cwd, { env: io.env, learn: redactor.learn, signal: io.signal });
  if (options.list) return list(project.root, options, io);
  const result = undoLast(project.root);
  let difference = '';
  if (result.kind === 'conflicts') {
    learnEnvironment(project);
    await findEnvFiles(project, { dotenv: options.dotenv, frameworks: [] });
    for (const conflict of result.conflicts) learnConflict(conflict, redactor.learn);
    difference = await differenceOf(result.conflicts, redactor.redact);
  }
  const exitCode = exitCodeOf(result);
  const files = 'entry' in result ? result.entry.files.map(({ file }) => file) : [];
  if (exitCode === 2) io.stderr.write(`${sentencesFor(result, files)}\n`);
  else if (options.json) io.stdout.write(`${JSON.stringify(documentOf(result, difference, exitCode))}\n`);
  else if (exitCode === 0) io.stdout.write(`${sentencesFor(result, files)}\n`);
  else {
    io.stderr.write(`${sentencesFor(result, files)}\n`);
    io.stdout.write(difference);
  }
  return exitCode;
}

function exitCodeOf(result: UndoResult): number {
  if (result.kind === 'undone') return 0;
  return result.kind === 'nothing' ? 2 : 3;
}

function sentencesFor(result: UndoResult, files: readonly string[]): string {
  const names = plainText(files.join(', '), { maxLength: 500 });
  switch (result.kind) {
    case 'nothing':
      return 'There is nothing to undo: no patch of scalekit-fix stands in this folder.';
    case 'refused':
      return plainText(result.reason, { maxLength: 1_000 });
    case 'conflicts':
      return `Nothing was undone. ${result.conflicts.map(({ reason }) => plainText(reason, { maxLength: 500 })).join(' ')} Put your own change aside, then run undo again.`;
    case 'undone':
      return result.wasUnfinished
        ? `A patch that had been cut short was taken back: ${names}.`
        : `Undone: “${summaryOf(result.entry)}”. As before: ${names}.`;
  }
}

function documentOf(result: UndoResult, difference: string, exitCode: number): unknown {
  return {
    schemaVersion: SCHEMA_VERSION,
    undone: result.kind === 'undone' ? patchOf(result.entry) : null,
    reason: result.kind === 'undone' ? null : sentencesFor(result, []),
    conflicts: result.kind === 'conflicts' ? result.conflicts.map(({ file, reason }) => ({ file, reason })) : [],
    difference,
    exitCode,
  };
}

function list(root: string, options: OptionsOf<'undo'>, io: CommandIo): number {
  const entries = listJournal(root);
  if (isRefusal(entries)) {
    const reason = plainText(entries.reason, { maxLength: 1_000 });
    io.stderr.write(`${reason}\n`);
    if (options.json) io.stdout.write(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, patches: [], reason, exitCode: 3 })}\n`);
    return 3;
  }
  if (options.json) {
    io.stdout.write(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, patches: entries.map(patchOf), exitCode: 0 })}\n`);
  } else if (entries.length === 0) io.stdout.write('No patch was applied in this folder.\n');
  else for (const entry of entries) io.stdout.write(`${lineOf(entry)}\n`);
  return 0;
}

function lineOf(entry: JournalEntry): string {
  const files = plainText(entry.files.map(({ file }) => file).join(', '), { maxLength: 300 });
  return `${plainText(entry.at, { maxLength: 30 })}  ${stateWords[entry.state]}  ${summaryOf(entry)}  (${files})`;
}

const stateWords: Readonly<Record<JournalEntry['state'], string>> = {
  applied: 'applied  ',
  undone: 'undone   ',
  applying: 'cut short',
  undoing: 'cut short',
  sending: 'unsure   ',
};

function patchOf(entry: JournalEntry) {
  return {
    id: entry.id,
    at: entry.at,
    summary: summaryOf(entry),
    state: entry.state,
    files: entry.files.map(({ file }) => file),
  };
}

function summaryOf(entry: JournalEntry): string {
  return plainText(entry.summary, { maxLength: 300 });
}

/** Both sides of a changed env file may hold secrets that no file on disk holds any more. */
function learnConflict({ file, left, now }: Conflict, learn: (value: string) => void): void {
  if (!isEnvFileName(file.split('/').at(-1) ?? '')) return;
  for (const side of [left, now]) if (side) parseEnvFile(sourceFromText(file, side.toString('utf8')), learn);
}

async function differenceOf(conflicts: readonly Conflict[], redact: (text: string) => string): Promise<string> {
  const changes = conflicts
    .filter(({ left }) => left !== undefined)
    .map(({ file, left, now }) => ({ file, before: left?.toString('utf8'), after: now?.toString('utf8') }));
  const { text } = await unifiedDiff(changes, { redact });
  return plainText(text, { maxLength: MAX_DIFF_LENGTH, keepNewlines: true });
}
