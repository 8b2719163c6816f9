/** Lists the files of a folder without git: bounded in number, depth and time; never in circles, never out of the folder. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { isInside } from './read-bytes.ts';
import { isSkippedFolder } from './skipped-folders.ts';
import { timeSlice } from './time-slice.ts';

export interface WalkLimits {
  readonly files: number;
  readonly depth: number;
  readonly milliseconds: number;
}

export interface Walked {
  /** Relative with `/`, sorted. */
  readonly files: readonly string[];
  readonly truncated: boolean;
}

export async function walk(root: string, limits: WalkLimits, signal?: AbortSignal): Promise<Walked> {
  const until = performance.now() + limits.milliseconds;
  const giveWay = timeSlice();
  const files: string[] = [];
  const seen = new Set([root]);
  const open: { readonly folder: string; readonly depth: number }[] = [{ folder: '', depth: 0 }];
  let truncated = false;
  // Folder by folder from the top: where not all can be looked at, manifests and settings near it are among what is.
  for (const next of open) {
    if (signal?.aborted || performance.now() > until || files.length >= limits.files) {
      truncated = true;
      break;
    }
    await giveWay();
    for (const entry of entriesOf(path.join(root, next.folder))) {
      const relative = next.folder === '' ? entry.name : `${next.folder}/${entry.name}`;
      const kind = kindOf(entry, root, relative, seen);
      if (kind === 'file') files.push(relative);
      else if (kind === 'folder' && !isSkippedFolder(entry.name)) {
        if (next.depth < limits.depth) open.push({ folder: relative, depth: next.depth + 1 });
        else truncated = true;
      }
    }
  }
  return { files: files.slice(0, limits.files).sort(), truncated: truncated || files.length > limits.files };
}

/** Of sorted files the nearest to the top, sorted: manifests and settings lie there. */
export function nearest(files: readonly string[], most: number): readonly string[] {
  if (files.length <= most) return files;
  const depths = new Map(files.map((file) => [file, file.split('/').length]));
  const byDepth = [...files].sort((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0));
  return byDepth.slice(0, most).sort();
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder that may not be read holds nothing we could use.
    return [];
  }
}

function kindOf(entry: Dirent, root: string, relative: string, seen: Set<string>): 'file' | 'folder' | 'neither' {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'neither';
  try {
    const real = realpathSync(path.join(root, relative));
    if (!isInside(root, real)) return 'neither';
    const status = statSync(real);
    if (status.isFile()) return 'file';
    // A linked folder counts once, and never one that holds itself.
    if (!status.isDirectory() || seen.has(real) || isInside(real, path.join(root, path.dirname(relative)))) return 'neither';
    seen.add(real);
    return 'folder';
  } catch {
    return 'neither';
  }
}
