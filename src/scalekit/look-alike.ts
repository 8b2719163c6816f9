/** Host names that pass for one of Scalekit's domains without being one. Pure; what it suspects gets no credential. */
import { domainToUnicode } from 'node:url';

/** The domains under which Scalekit serves environments. */
export const SCALEKIT_DOMAINS = ['scalekit.com', 'scalekit.dev', 'scalekit.cloud'] as const;
export type ScalekitDomain = (typeof SCALEKIT_DOMAINS)[number];

const NAME = 'scalekit';
const OFFICIAL_ENDINGS = new Set(['com', 'dev', 'cloud']);
/** Second-level labels that stand before a country code: `co.uk`, `com.au`. */
const SECOND_LEVEL = new Set(['ac', 'co', 'com', 'edu', 'gov', 'net', 'org']);

/** The Scalekit domain that `host` truly lies under, itself included. */
export function scalekitDomainOf(host: string): ScalekitDomain | undefined {
  return SCALEKIT_DOMAINS.find((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** The domain that `host` imitates, or undefined for Scalekit's own hosts and for honest strangers. */
export function imitatedDomain(host: string): ScalekitDomain | undefined {
  if (scalekitDomainOf(host) || /^[\d.]+$|^\[/.test(host)) return undefined;
  const written = domainToUnicode(host) || host;
  const labels = written.split('.').map(skeleton);
  const owner = registrableIndex(labels);
  for (const [index, label] of labels.entries()) {
    const next = labels[index + 1];
    const atTheEnd = index === labels.length - 2;
    const ownsTheName = index === owner;
    const followedByEnding = next !== undefined && !atTheEnd && OFFICIAL_ENDINGS.has(next) && isNear(label, 1);
    const disguised = label === skeleton(NAME) && rawLabel(written, index) !== NAME;
    const glued = /(?:^|-)scaleklt-?(?:com|dev|cloud)(?:-|$)/.test(label);
    if (followedByEnding || disguised || glued || (ownsTheName && (isNear(label, 2) || label.includes(skeleton(NAME))))) {
      return closestDomain(next);
    }
  }
  return undefined;
}

/** Folds characters that look alike into one: digits for letters, Cyrillic and Greek letters, accents, `rn` for `m`. */
export function skeleton(label: string): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return Array.from(plain, (character) => FOLDED.get(character) ?? character)
    .join('')
    .replaceAll('vv', 'w')
    .replaceAll('rn', 'm');
}

const FOLDED = new Map(
  Object.entries({
    a: '4@аαɑ',
    c: 'сϲ¢',
    e: '3еєε℮',
    k: 'кκķ',
    l: '1iі|ıιǀӏ!ł',
    o: '0оοσ',
    s: '5$ѕʂ',
    t: '7тτ+ŧ',
  }).flatMap(([letter, likes]) => Array.from(likes, (like) => [like, letter] as const)),
);

function isNear(label: string, distance: number): boolean {
  return Math.abs(label.length - NAME.length) <= distance && editDistance(label, skeleton(NAME)) <= distance;
}

function rawLabel(host: string, index: number): string | undefined {
  return host.split('.')[index]?.toLowerCase();
}

/** The label that was bought: the one before the ending, country endings such as `co.uk` counted as one. */
function registrableIndex(labels: readonly string[]): number {
  const last = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  return last.length === 2 && SECOND_LEVEL.has(second) && labels.length > 2 ? labels.length - 3 : labels.length - 2;
}

function closestDomain(ending: string | undefined): ScalekitDomain {
  return SCALEKIT_DOMAINS.find((domain) => domain.endsWith(`.${ending}`)) ?? 'scalekit.com';
}

/** Insertions, deletions, replacements and swaps of neighbours between two short words. */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      }
      current[column] = best;
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}
