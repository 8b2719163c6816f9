/** Packs the files of a bundle into a zip, the same bytes for the same files, and unpacks one as if an enemy had made it. */
import { createHash } from 'node:crypto';
import type { BundleEntry } from './input.ts';
import { contentOf, readDirectory, type ZipEntry } from './zip-directory.ts';

export const LIMITS = {
  archive: 32 * 1024 * 1024,
  entries: 1_000,
  entry: 16 * 1024 * 1024,
  total: 64 * 1024 * 1024,
  name: 512,
} as const;

export async function packBundle(entries: readonly BundleEntry[]): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  // Zip keeps local time: made of local parts, it comes out the same in every zone.
  const options = { mtime: new Date(1980, 0, 1), level: 6, os: 3, attrs: 0o600 << 16 } as const;
  const files = Object.fromEntries(
    entries.map(({ name, text }) => [name, [Buffer.from(text, 'utf8'), options] as [Uint8Array, typeof options]]),
  );
  return zipSync(files);
}

export interface UnpackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Unpacked =
  | { readonly kind: 'unpacked'; readonly files: readonly UnpackedFile[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Nothing is written anywhere: the names lead nowhere, and what would fill memory is refused before it is unpacked. */
export async function unpackBundle(archive: Uint8Array): Promise<Unpacked> {
  if (archive.length > LIMITS.archive) return refused(`it is larger than ${LIMITS.archive / 1024 / 1024} MB`);
  const directory = readDirectory(archive, LIMITS.entries);
  if (!directory.ok) return refused(directory.why);
  const reason = refusalOf(directory.entries);
  if (reason !== undefined) return refused(reason);
  const files: UnpackedFile[] = [];
  for (const entry of directory.entries.filter(({ name }) => !name.endsWith('/'))) {
    const bytes = contentOf(archive, entry);
    if (bytes === undefined) return refused('it is damaged');
    files.push({ name: entry.name, bytes });
  }
  return { kind: 'unpacked', files };
}

function refusalOf(entries: readonly ZipEntry[]): string | undefined {
  const seen = new Set<string>();
  let total = 0;
  for (const { name, size, isSpecial } of entries) {
    if (name.length > LIMITS.name || name === '') return 'a name in it is empty or endless';
    if (name.startsWith('/') || name.includes('\\') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..'))
      return 'a name in it leads out of the archive';
    if (/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/.test(name))
      return 'a name in it holds control characters';
    const key = name.normalize('NFC').toLowerCase();
    if (name === '__proto__' || seen.has(key)) return 'a name stands in it twice';
    seen.add(key);
    if (isSpecial) return 'it holds a link or a device';
    if (size > LIMITS.entry) return `a file in it is larger than ${LIMITS.entry / 1024 / 1024} MB`;
    total += size;
  }
  return total > LIMITS.total ? 'it unpacks to more than a bundle holds' : undefined;
}

const refused = (reason: string): Unpacked => ({ kind: 'refused', reason: `This is no bundle that can be read: ${reason}.` });

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
