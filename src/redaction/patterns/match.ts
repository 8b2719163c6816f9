/** Tries the rules at the beginning of a word: two letters choose which. Pure. */

import { trigger } from '../triggers.ts';
import { authRules } from './auth.ts';
import { cloudRules } from './clouds.ts';
import type { PatternRule } from './rule.ts';
import { serviceRules } from './services.ts';

export interface PatternMatch {
  readonly start: number;
  readonly end: number;
  readonly rule: PatternRule;
}

export const patternRules: readonly PatternRule[] = [...authRules, ...cloudRules, ...serviceRules];

/** Where one of the rules may begin: of those that begin with two letters only, nothing is said. */
export const ruleBeginnings = trigger(patternRules.flatMap(({ prefixes }) => prefixes.filter(({ length }) => length > 2)));

/** By the first two bytes; 0 means that no rule begins so. */
const starts = new Uint8Array(65_536);
const groups: (readonly [prefix: string, rule: PatternRule])[][] = [[]];
for (const rule of patternRules) {
  for (const prefix of rule.prefixes) {
    const pair = (prefix.charCodeAt(0) << 8) | prefix.charCodeAt(1);
    if (starts[pair] === 0) starts[pair] = groups.push([]) - 1;
    groups[starts[pair] as number]?.push([prefix, rule]);
  }
}

export function beginsRule(first: number, second: number): boolean {
  return starts[(first << 8) | second] !== 0;
}

export function matchRules(text: string, at: number): PatternMatch | undefined {
  const group = groups[starts[(text.charCodeAt(at) << 8) | text.charCodeAt(at + 1)] as number];
  for (const [prefix, rule] of group ?? []) {
    if (!text.startsWith(prefix, at)) continue;
    rule.pattern.lastIndex = at;
    const found = rule.pattern.exec(text);
    if (found === null) continue;
    const secret = rule.group === undefined ? found[0] : (found[rule.group] ?? '');
    const end = at + found[0].length;
    return { start: end - secret.length, end, rule };
  }
  return undefined;
}
