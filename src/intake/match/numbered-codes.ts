/** Numbered codes that no spelling of the table finds: bare numbers in a log of Entra ID, and numbers that are not in the table. Pure. */
import type { CodeEntry } from '../codes/code-entry.ts';
import { codeEntries } from '../codes/table.ts';
import type { CodeHit } from './code-hits.ts';
import { isUnrelated } from './context.ts';

/** What a vendor's numbers look like, and the row for those that are not in the table. */
const series: readonly (readonly [pattern: RegExp, other: string, beside?: RegExp])[] = [
  [/\bAADSTS\d{4,8}\b/g, 'entra_other'],
  [/\bMSIS\d{4}\b/g, 'adfs_other'],
  [/\bE0000\d{3}\b/g, 'okta_other', /okta|errorCode|errorSummary/],
];
const bareNumber = /\b(?:error_codes?|errorCode|(?:sign-?in )?error code)["']?\s{0,3}[:=]?\s{0,3}\[?\s{0,3}["']?(\d{5,8})\b/gi;
const logOfEntra =
  /entra|azure|microsoft|aad|sign-?in logs?|conditionalAccess|userPrincipalName|appDisplayName|failureReason|isInteractive/i;
const longest = 1_000_000;
const reach = 1_500;
const most = 20;

let byCode: ReadonlyMap<string, CodeEntry> | undefined;

export function numberedCodes(text: string): CodeHit[] {
  if (text.length > longest) return [];
  byCode ??= new Map(codeEntries().map((entry) => [entry.code, entry]));
  const known = byCode;
  const hits: CodeHit[] = [];
  const add = (entry: CodeEntry | undefined, start: number, end: number, beside?: RegExp): void => {
    if (!entry || hits.length >= most || isUnrelated(text, start, end)) return;
    if (beside && !beside.test(text.slice(Math.max(0, start - reach), end + reach))) return;
    hits.push({ code: entry.code, entry, start, end, certainty: 'sure', count: 1 });
  };
  for (const [pattern, other, beside] of series)
    for (const { 0: code, index } of text.matchAll(pattern))
      if (!known.has(code)) add(known.get(other), index, index + code.length, beside);
  for (const { 0: all, 1: number, index } of text.matchAll(bareNumber))
    add(known.get(`AADSTS${number}`), index, index + all.length, logOfEntra);
  return hits;
}
