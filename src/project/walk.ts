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

/** Nobody writes more files by hand into one folder: what it holds beyond that comes last, where not all can be looked at. */
const MOST_OF_A_FOLDER = 200;

export async function walk(root: string, limits: WalkLimits, signal?: AbortSignal): Promise<Walked> {
  const until = performance.now() + limits.milliseconds;
  const giveWay = timeSlice();
  const files: string[] = [];
  const later: string[] = [];
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
    let here = 0;
    for (const entry of entriesOf(path.join(root, next.folder))) {
      const relative = next.folder === '' ? entry.name : `${next.folder}/${entry.name}`;
      const kind = kindOf(entry, root, relative, seen);
      if (kind === 'file') (++here > MOST_OF_A_FOLDER ? later : files).push(relative);
      else if (kind === 'folder' && !isSkippedFolder(entry.name)) {
        if (next.depth < limits.depth) open.push({ folder: relative, depth: next.depth + 1 });
        else truncated = true;
      }
    }
  }
  const all = [...files, ...later];
  return { files: all.slice(0, limits.files).sort(), truncated: truncated || all.length > limits.files };
}

/** As many of the files as that, sorted; the first of each folder before the rest, and what lies near the top before what lies deep. */
export function nearest(files: readonly string[], most: number): readonly string[] {
  if (files.length <= most) return files;
  const counts = new Map<string, number>();
  const placed = files.map((file) => {
    const folder = path.posix.dirname(file);
    const before = counts.get(folder) ?? 0;
    counts.set(folder, before + 1);
    return { file, round: Math.floor(before / MOST_OF_A_FOLDER), depth: file.split('/').length };
  });
  placed.sort((a, b) => a.round - b.round || a.depth - b.depth);
  return placed
    .slice(0, most)
    .map(({ file }) => file)
    .sort();
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
