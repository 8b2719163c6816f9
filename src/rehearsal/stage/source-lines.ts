/** Single lines of the project's sources, for telling what a frame does. Files of the project only, each read once. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Location } from '../../diagnosis/evidence.ts';

export type LineOf = (place: Location) => string;

const MOST_BYTES = 2 * 1024 * 1024;

/** '' for what cannot be read. */
export function sourceLines(root: string): LineOf {
  const files = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    const known = files.get(file) ?? linesOf(path.resolve(root, file), root);
    files.set(file, known);
    return known[line - 1] ?? '';
  };
}

function linesOf(file: string, root: string): readonly string[] {
  try {
    if (!file.startsWith(root + path.sep) || statSync(file).size > MOST_BYTES) return [];
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
