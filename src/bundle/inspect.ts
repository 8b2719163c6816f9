/** Reads a bundle back, whoever made it, and shows what is in it as plain text. Writes nothing. */
import { plainText } from '../redaction/plain-text.ts';
import { hashOf, type UnpackedFile, unpackBundle } from './archive.ts';
import { MANIFEST, REPORT } from './collect.ts';

export type Inspected =
  | {
      readonly kind: 'bundle';
      readonly tool: string;
      readonly createdAt: string;
      readonly entries: readonly InspectedEntry[];
      /** Sentences: what is missing or was changed since the bundle was made. */
      readonly warnings: readonly string[];
      /** REPORT.md as plain text. */
      readonly report: string;
      /** Any file as plain text. */
      readonly textOf: (name: string) => string | undefined;
    }
  | { readonly kind: 'refused'; readonly reason: string };

export interface InspectedEntry {
  readonly name: string;
  readonly size: number;
}

const LONGEST_SHOWN = 400_000;

export async function inspectBundle(archive: Uint8Array): Promise<Inspected> {
  const unpacked = await unpackBundle(archive);
  if (unpacked.kind === 'refused') return unpacked;
  const files = new Map(unpacked.files.map((file) => [file.name, file]));
  const textOf = (name: string): string | undefined => {
    const file = files.get(name);
    return file && plainText(Buffer.from(file.bytes).toString('utf8'), { keepNewlines: true, maxLength: LONGEST_SHOWN });
  };
  const report = textOf(REPORT);
  const manifest = manifestOf(files.get(MANIFEST));
  if (report === undefined || manifest === undefined) {
    return {
      kind: 'refused',
      reason: 'This is a zip archive, but no bundle of scalekit-fix: REPORT.md or MANIFEST.json is missing or unreadable.',
    };
  }
  return {
    kind: 'bundle',
    tool: plainText(manifest.tool, { maxLength: 80 }),
    createdAt: plainText(manifest.createdAt, { maxLength: 40 }),
    entries: unpacked.files.map(({ name, bytes }) => ({ name, size: bytes.length })),
    warnings: warningsOf(unpacked.files, manifest),
    report,
    textOf,
  };
}

interface Manifest {
  readonly tool: string;
  readonly createdAt: string;
  readonly hashes: ReadonlyMap<string, string>;
}

function manifestOf(file: UnpackedFile | undefined): Manifest | undefined {
  if (file === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(file.bytes).toString('utf8'));
    const tool = field(value, 'tool');
    const files = field(value, 'files');
    // Without these it says nothing, and everything would count as added since.
    if (!Array.isArray(files) || text(field(tool, 'name')) === '') return undefined;
    const hashes = new Map<string, string>();
    for (const item of files) hashes.set(text(field(item, 'name')), text(field(item, 'sha256')));
    return {
      tool: `${text(field(tool, 'name'))} ${text(field(tool, 'version'))}`.trim(),
      createdAt: text(field(value, 'createdAt')),
      hashes,
    };
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function warningsOf(files: readonly UnpackedFile[], manifest: Manifest): string[] {
  const names = new Set(files.map(({ name }) => name));
  const missing = [...manifest.hashes.keys()].filter((name) => !names.has(name));
  const added = files.filter(({ name }) => name !== MANIFEST && !manifest.hashes.has(name));
  const changed = files.filter(({ name, bytes }) => manifest.hashes.has(name) && manifest.hashes.get(name) !== hashOf(bytes));
  const nested = files.filter(({ bytes }) => isArchive(bytes)).map(({ name }) => name);
  const list = (items: readonly string[]): string => plainText(items.slice(0, 10).join(', '), { maxLength: 600 });
  return [
    ...(changed.length > 0 ? [`Changed since the bundle was made: ${list(changed.map(({ name }) => name))}.`] : []),
    ...(added.length > 0 ? [`Not in the bundle when it was made: ${list(added.map(({ name }) => name))}.`] : []),
    ...(nested.length > 0 ? [`Archives inside the bundle, which no bundle has; they were not opened: ${list(nested)}.`] : []),
    ...(missing.length > 0 ? [`Missing from the bundle: ${list(missing)}.`] : []),
  ];
}

/** Zip, gzip, 7z, RAR, xz, bzip2: by their first bytes, whatever they are called. */
function isArchive(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 6)).toString('latin1');
  return /^(?:PK\x03\x04|PK\x05\x06|\x1f\x8b|7z\xbc\xaf|Rar!|\xfd7zXZ|BZh)/.test(start);
}
