/** One text file of the project with what edits and findings need: hash, line and column, byte offsets. Knows no disk. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Location } from '../diagnosis/evidence.ts';

export interface SourceFile {
  readonly kind: 'source';
  /** Relative to the project folder with `/`; a file given from outside starts with `../`. */
  readonly path: string;
  /** The whole text; a byte-order mark stays in front, so that offsets fit the bytes. */
  readonly text: string;
  readonly bytes: Buffer;
  /** `latin-1` is read so that the file can be judged; it is never written. */
  readonly encoding: 'utf-8' | 'latin-1';
  /** Lower-case hex SHA-256 of `bytes`. */
  readonly hash: string;
  /** Line and column, both from 1, of an offset in UTF-16 units. */
  locationAt(offset: number): Location;
  /** Offset in `bytes` of an offset in UTF-16 units. An offset inside a surrogate pair counts as its start. */
  byteOffset(offset: number): number;
}

export type UnreadableProblem =
  | 'missing'
  | 'outside'
  | 'directory'
  | 'special'
  | 'too-large'
  | 'binary'
  | 'utf-16'
  | 'link-loop'
  | 'denied'
  | 'failed';

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly path: string;
  readonly problem: UnreadableProblem;
  /** A whole sentence. */
  readonly reason: string;
}

export function sourceFile(path: string, bytes: Buffer): SourceFile | Unreadable {
  if (startsWithUtf16Mark(bytes)) {
    return unreadable(path, 'utf-16', `${path} is written in UTF-16; save it as UTF-8.`);
  }
  if (bytes.includes(0)) return unreadable(path, 'binary', `${path} is not a text file: it holds zero bytes.`);
  return isUtf8(bytes)
    ? makeSource(path, bytes, 'utf-8', bytes.toString('utf8'))
    : makeSource(path, bytes, 'latin-1', bytes.toString('latin1'));
}

export function sourceFromText(path: string, text: string): SourceFile {
  const bytes = Buffer.from(text, 'utf8');
  return makeSource(path, bytes, 'utf-8', bytes.toString('utf8'));
}

export function unreadable(path: string, problem: UnreadableProblem, reason: string): Unreadable {
  return { kind: 'unreadable', path, problem, reason };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function startsWithUtf16Mark(bytes: Buffer): boolean {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  return mark === 0xfeff || mark === 0xfffe;
}

function makeSource(path: string, bytes: Buffer, encoding: SourceFile['encoding'], text: string): SourceFile {
  let hash: string | undefined;
  let lines: LineTable | undefined;
  const lineTable = (): LineTable => {
    lines ??= tableOf(text);
    return lines;
  };
  const oneByteEach = encoding === 'latin-1' || bytes.length === text.length;
  return {
    kind: 'source',
    path,
    text,
    bytes,
    encoding,
    get hash() {
      hash ??= sha256(bytes);
      return hash;
    },
    locationAt(offset) {
      const { starts } = lineTable();
      const line = lineOf(starts, offset);
      const lead = text.slice(starts[line], offset);
      return { file: path, line: line + 1, column: charactersIn(lead) + 1 };
    },
    byteOffset(offset) {
      const within = Math.min(Math.max(offset, 0), text.length);
      if (oneByteEach) return within;
      const { starts, bytesBefore } = lineTable();
      const line = lineOf(starts, within);
      const end = splitsPair(text, within) ? within - 1 : within;
      return (bytesBefore[line] ?? 0) + Buffer.byteLength(text.slice(starts[line], end), 'utf8');
    },
  };
}

interface LineTable {
  /** Offset of the first character of each line. */
  readonly starts: readonly number[];
  readonly bytesBefore: readonly number[];
}

function tableOf(text: string): LineTable {
  const starts = [0];
  const bytesBefore = [0];
  let bytes = 0;
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) {
    const start = ending.index + ending[0].length;
    bytes += Buffer.byteLength(text.slice(starts.at(-1), start), 'utf8');
    starts.push(start);
    bytesBefore.push(bytes);
  }
  return { starts, bytesBefore };
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Characters as a reader counts them: a surrogate pair is one, a byte-order mark none. */
function charactersIn(text: string): number {
  const pairs = text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0;
  return text.length - pairs - (text.startsWith('\uFEFF') ? 1 : 0);
}

function splitsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
