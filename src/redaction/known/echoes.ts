/** Secrets that were found once by what stood around them, and that stand elsewhere bare. Bounded, so that a long log keeps memory flat. Pure. */
import { isAlphanumeric, type Subject } from '../bytes.ts';
import type { Finding } from '../finding.ts';
import { looksRandom } from '../structure/looks.ts';
import { createNeedles } from './needles.ts';

const SHORTEST = 10;
const LONGEST = 512;
const MOST = 4_096;

export interface Echoes {
  /** Remembers what `findings` holds, then visits every other place of anything remembered. */
  find(subject: Subject, findings: readonly Finding[], visit: (finding: Finding) => void): void;
}

export function createEchoes(): Echoes {
  let values = new Set<string>();
  let needles = createNeedles<Finding>(SHORTEST);
  return {
    find: (subject, findings, visit) => {
      for (const finding of findings) {
        const { value, stage } = finding;
        if (stage === 'known' || stage === 'person' || stage === 'entropy' || values.has(value)) continue;
        if (value.length < SHORTEST || value.length > LONGEST || !looksRandom(value) || !/\d/.test(value)) continue;
        if (values.size >= MOST) {
          values = new Set();
          needles = createNeedles<Finding>(SHORTEST);
        }
        values.add(value);
        needles.add(Buffer.from(value, 'latin1'), finding);
      }
      const found: Finding[] = [];
      const { bytes } = subject;
      needles.search(bytes, bytes.length, (start, { about, bytes: needle }, matched) => {
        const end = start + needle.length;
        if (matched < needle.length || isAlphanumeric(bytes[start - 1]) || isAlphanumeric(bytes[end])) return;
        found.push({ ...about, start, end });
      });
      for (const echo of found) visit(echo);
    },
  };
}
