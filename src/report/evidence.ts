/** Which pieces of evidence are worth a line: none that says nothing, none twice. Pure. */
import { type Evidence, formatLocation } from '../diagnosis/evidence.ts';

export function shownEvidence(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((item) => {
    const { label, expected, actual, note, location, exchange } = item;
    const says = [expected, actual, note, location ? formatLocation(location) : undefined, exchange];
    const key = JSON.stringify([label, ...says]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew && says.some((part) => part !== undefined && part !== '');
  });
}
