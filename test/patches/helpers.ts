/** Shared by the tests of patches: edits for real files, plans, and a file system that dies at a chosen write. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Edit } from '../../src/diagnosis/remedy.ts';
import { diskFs, type PatchFs } from '../../src/patches/fs.ts';
import type { LockOwner } from '../../src/patches/lock.ts';
import { type Plan, planPatch } from '../../src/patches/plan.ts';
import type { Project } from '../../src/project/files.ts';
import { sha256 } from '../../src/project/source-file.ts';

/** Replaces `search` in a file that exists. */
export function edit(project: Project, file: string, search: string, text: string): Edit {
  const bytes = readFileSync(path.join(project.root, file));
  const start = bytes.indexOf(search);
  if (start === -1) throw new Error(`${search} is not in ${file}`);
  return { file, hash: sha256(bytes), start, end: start + Buffer.byteLength(search), text };
}

export async function plan(project: Project, ...edits: Edit[]): Promise<Plan> {
  const planned = await planPatch(edits, project);
  if (planned.kind === 'refused') throw new Error(planned.reason);
  return planned;
}

/** Every file below a folder with content and mode, the tool's own folder aside. */
export function snapshot(root: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const relative = path.relative(root, file);
    if (relative.split(path.sep)[0] === '.scalekit-fix' || relative.split(path.sep)[0] === '.git') continue;
    if (entry.isFile()) found[relative] = `${statSync(file).mode.toString(8)} ${readFileSync(file).toString('base64')}`;
    else if (entry.isDirectory()) found[`${relative}/`] = '';
  }
  return found;
}

/** A process that is certainly gone: numbers stop far below this. */
export const deadProcess: LockOwner = { pid: 2 ** 30, host: (await import('node:os')).hostname(), began: '1' };

export class Killed extends Error {}

/**
 * Does `allowed` writes, then dies for good. `half`: the write at which it dies is begun all the same (a file is created with half its
 * content); otherwise it never happens.
 */
export function dyingFs(allowed: number, half: boolean): { readonly fs: PatchFs; readonly count: () => number } {
  let count = 0;
  const guarded = <A extends unknown[]>(work: (...given: A) => void, begin: (...given: A) => void = () => {}) => {
    return (...given: A): void => {
      if (count >= allowed) {
        if (count === allowed && half) begin(...given);
        count++;
        throw new Killed('killed');
      }
      count++;
      work(...given);
    };
  };
  const fs: PatchFs = {
    writeNew: guarded(diskFs.writeNew, (file, bytes, attributes) =>
      diskFs.writeNew(file, bytes.subarray(0, bytes.length >> 1), attributes),
    ),
    replace: guarded(diskFs.replace),
    place: guarded(diskFs.place),
    remove: guarded(diskFs.remove),
    makeFolder: guarded(diskFs.makeFolder),
    removeFolder: guarded(diskFs.removeFolder),
    syncFolder: guarded(diskFs.syncFolder),
  };
  return { fs, count: () => count };
}

/** Fails at one write with an error of the system, and works before and after. */
export function failingFs(at: number, code: string): { readonly fs: PatchFs; readonly count: () => number } {
  let count = 0;
  const guarded = <A extends unknown[]>(work: (...given: A) => void) => {
    return (...given: A): void => {
      if (count++ === at) throw Object.assign(new Error(code), { code });
      work(...given);
    };
  };
  const fs = Object.fromEntries(Object.entries(diskFs).map(([name, work]) => [name, guarded(work)])) as unknown as PatchFs;
  return { fs, count: () => count };
}

/** From one write on there is no space left: nothing more is created or written, while names can still be moved and taken away. */
export function fullFs(at: number): { readonly fs: PatchFs; readonly count: () => number } {
  let count = 0;
  const guarded = <A extends unknown[]>(work: (...given: A) => void, takesSpace: boolean) => {
    return (...given: A): void => {
      if (count++ >= at && takesSpace) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      work(...given);
    };
  };
  const fs: PatchFs = {
    writeNew: guarded(diskFs.writeNew, true),
    makeFolder: guarded(diskFs.makeFolder, true),
    place: guarded(diskFs.place, true),
    replace: guarded(diskFs.replace, false),
    remove: guarded(diskFs.remove, false),
    removeFolder: guarded(diskFs.removeFolder, false),
    syncFolder: guarded(diskFs.syncFolder, false),
  };
  return { fs, count: () => count };
}
