/** Secrets that were found once by what stood around them, and that stand elsewhere bare. Bounded, so that a long log keeps memory flat. Pure. */
import { ALPHANUMERIC, byteClass, isAlphanumeric, ownCopy, type Subject } from '../bytes.ts';
import type { Finding } from '../finding.ts';
import { looksRandom } from '../structure/looks.ts';

const SHORTEST = 10;
const LONGEST = 512;
const MOST = 4_096;

export interface Echoes {
  /** Remembers what `findings` holds, then visits every other place of anything remembered. */
  find(subject: Subject, findings: readonly Finding[], visit: (finding: Finding) => void): void;
}

export function createEchoes(): Echoes {
  let values = new Map<string, Finding>();
  /** By their first bytes: how long the values are that begin so. */
  let lengths = new Map<number, number[]>();
  let beginnings = new Uint8Array(BEGINNINGS);
  /** The first two bytes alone: asked at every word. */
  let pairs = new Uint8Array(BEGINNINGS);

  const remember = (met: Finding): void => {
    if (values.size >= MOST) {
      values = new Map();
      lengths = new Map();
      beginnings = new Uint8Array(BEGINNINGS);
      pairs = new Uint8Array(BEGINNINGS);
    }
    const value = ownCopy(met.value);
    values.set(value, { ...met, value });
    const key = keyAt(Buffer.from(value, 'latin1'), 0);
    beginnings[key & (BEGINNINGS - 1)] = 1;
    pairs[(value.charCodeAt(0) << 8) | value.charCodeAt(1)] = 1;
    const known = lengths.get(key);
    if (known === undefined) lengths.set(key, [value.length]);
    else if (!known.includes(value.length)) known.push(value.length);
  };

  const at = ({ bytes, text }: Subject, start: number, visit: (finding: Finding) => void): void => {
    if (start + SHORTEST > bytes.length) return;
    const key = keyAt(bytes, start);
    if (beginnings[key & (BEGINNINGS - 1)] === 0) return;
    for (const length of lengths.get(key) ?? []) {
      const end = start + length;
      if (end > bytes.length || isAlphanumeric(bytes[end])) continue;
      const known = values.get(text.slice(start, end));
      if (known !== undefined) visit({ ...known, start, end });
    }
  };

  return {
    find: (subject, findings, visit) => {
      for (const finding of findings) {
        const { value, stage } = finding;
        if (stage === 'known' || stage === 'person' || stage === 'entropy' || values.has(value)) continue;
        if (value.length < SHORTEST || value.length > LONGEST || !looksRandom(value) || !/\d/.test(value)) continue;
        remember(finding);
      }
      if (values.size === 0) return;
      const { bytes, until = bytes.length } = subject;
      const found: Finding[] = [];
      const put = (finding: Finding): void => void found.push(finding);
      for (let start = 0, before = 0; start < until; start++) {
        if (before === 0 && pairs[((bytes[start] as number) << 8) | (bytes[start + 1] as number)] === 1) at(subject, start, put);
        before = isLetter[bytes[start] as number] as number;
      }
      for (const echo of found) visit(echo);
    },
  };
}

const BEGINNINGS = 65_536;
const isLetter = Uint8Array.from(byteClass, (kind) => ((kind & ALPHANUMERIC) === 0 ? 0 : 1));

/** Of the first four bytes. */
function keyAt(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16)) ^
    ((bytes[at + 3] as number) * 0x9e37)
  );
}
