/** What a user sees of a bundle before anything is written: the exact text of every file, and what is left when some are dropped. Pure. */
import { isFixed, withoutEntries } from './collect.ts';
import type { BundleEntry, BundleInput } from './input.ts';

export interface PreviewEntry {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly text: string;
  /** What the others are listed in has to stay. */
  readonly canBeDropped: boolean;
}

export interface BundlePreview {
  readonly entries: readonly PreviewEntry[];
  /** In bytes, unpacked. */
  readonly totalSize: number;
}

export function previewOf(entries: readonly BundleEntry[]): BundlePreview {
  const shown = entries.map(({ name, text }) => ({
    name,
    size: Buffer.byteLength(text),
    text,
    canBeDropped: !isFixed(name),
  }));
  return { entries: shown, totalSize: shown.reduce((sum, { size }) => sum + size, 0) };
}

/** The bundle without one of its files. */
export function dropEntry(
  entries: readonly BundleEntry[],
  name: string,
  input: Pick<BundleInput, 'tool' | 'createdAt'>,
): BundleEntry[] {
  const entry = previewOf(entries).entries.find((candidate) => candidate.name === name);
  return entry?.canBeDropped ? withoutEntries(entries, [name], input) : [...entries];
}
