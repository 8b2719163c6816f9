/** Turns edits into a plan: the full content of each file afterwards, or the reason why it will not be written. Writes nothing. */
import type { Edit } from '../diagnosis/remedy.ts';
import { isEnvFileName } from '../project/env-names.ts';
import type { Project } from '../project/files.ts';
import { changedFiles } from '../project/git.ts';
import { sha256 } from '../project/source-file.ts';
import { isRefusal, type Refusal, refused } from './refusal.ts';
import { splice } from './splice.ts';
import { stillParses } from './still-parses.ts';
import { type Content, type ExistingTarget, existingTarget, type NewTarget, newTarget } from './target.ts';

export interface PlannedFile {
  readonly file: string;
  readonly target: ExistingTarget | NewTarget;
  readonly after: Content;
}

export interface Plan {
  readonly kind: 'plan';
  /** Real path of the project folder. */
  readonly root: string;
  /** In the order in which they are written. */
  readonly files: readonly PlannedFile[];
  /** Target files with changes that are not committed: the one thing about git that asks for a word. */
  readonly uncommitted: readonly string[];
}

export async function planPatch(edits: readonly Edit[], project: Project): Promise<Plan | Refusal> {
  if (edits.length === 0) return refused('There is nothing to change.');
  const groups = new Map<string, { readonly target: ExistingTarget | NewTarget; readonly edits: Edit[] }>();
  for (const [file, own] of groupByFile(edits)) {
    const target = targetOf(project.root, file, own);
    if (isRefusal(target)) return target;
    const known = groups.get(target.identity);
    if (known) known.edits.push(...own);
    else groups.set(target.identity, { target, edits: own });
  }
  const files: PlannedFile[] = [];
  for (const group of groups.values()) {
    const planned = planFile(group.target, group.edits);
    if (isRefusal(planned)) return planned;
    if (planned.target.kind === 'new' || planned.after.hash !== planned.target.hash) files.push(planned);
  }
  for (const { file, target, after } of files) {
    if (target.kind === 'existing' && !(await stillParses(file, target.bytes, after.bytes)))
      return refused(`${file} is not changed: the patch would leave code there that cannot be parsed.`, file);
  }
  if (files.length === 0) return refused('There is nothing to change: the files already look like that.');
  files.sort((a, b) => (a.file < b.file ? -1 : 1));
  const uncommitted = await changedFiles(
    project,
    files.filter(({ target }) => target.kind === 'existing').map(({ file }) => file),
  );
  return { kind: 'plan', root: project.root, files, uncommitted };
}

/** Permission bits of a file that is created: settings are for their owner only. */
export function modeOfNewFile(file: string): number | undefined {
  return isEnvFileName(file.split('/').at(-1) ?? '') ? 0o600 : undefined;
}

function groupByFile(edits: readonly Edit[]): Map<string, Edit[]> {
  const groups = new Map<string, Edit[]>();
  for (const edit of edits) {
    const own = groups.get(edit.file) ?? [];
    // Two remedies may need the same import, or the same function to be asynchronous: once is enough.
    const isThere = own.some(
      ({ start, end, text, hash }) => start === edit.start && end === edit.end && text === edit.text && hash === edit.hash,
    );
    groups.set(edit.file, isThere ? own : [...own, edit]);
  }
  return groups;
}

function targetOf(root: string, file: string, edits: readonly Edit[]): ExistingTarget | NewTarget | Refusal {
  const hashes = new Set(edits.map(({ hash }) => hash));
  if (hashes.size > 1) return refused(`The changes of ${file} belong to different states of the file; look again.`, file);
  return hashes.has('') ? newTarget(root, file) : existingTarget(root, file);
}

function planFile(target: ExistingTarget | NewTarget, edits: readonly Edit[]): PlannedFile | Refusal {
  const { file } = target;
  const before = target.kind === 'existing' ? target.bytes : Buffer.alloc(0);
  if (target.kind === 'existing' && edits.some(({ hash }) => hash !== target.hash)) {
    return refused(`${file} has changed since it was looked at; look again.`, file);
  }
  if (target.kind === 'new' && new Set(edits.map(({ text }) => text)).size > 1) {
    return refused(`Two different contents are wanted for the new file ${file}.`, file);
  }
  const spliced = splice(before, edits);
  if (!spliced.ok) return refused(`${file} is not changed: ${spliced.reason}`, file);
  return { file, target, after: { bytes: spliced.bytes, hash: sha256(spliced.bytes) } };
}
