/** Codes of Entra ID that no spelling of the table finds: written as a bare number in a log, or not in the table. Pure. */
import type { CodeEntry } from '../codes/code-entry.ts';
import { codeEntries } from '../codes/table.ts';
import type { CodeHit } from './code-hits.ts';

const numbered = /\b(?:error_codes?|errorCode|(?:sign-?in )?error code)["']?\s{0,3}[:=]?\s{0,3}\[?\s{0,3}["']?(\d{5,8})\b/gi;
const written = /\bAADSTS(\d{4,8})\b/g;
const itsLog = /entra|azure|microsoft|aad|sign-?in logs?|signinlogs/i;
const longest = 1_000_000;
const reach = 1_500;

let byCode: ReadonlyMap<string, CodeEntry> | undefined;

export function entraCodes(text: string): CodeHit[] {
  if (text.length > longest) return [];
  byCode ??= new Map(codeEntries().flatMap((entry) => (entry.vendor === 'entra' ? [[entry.code, entry] as const] : [])));
  const other = byCode.get('entra_other');
  const hits: CodeHit[] = [];
  for (const { 0: all, 1: number, index: start } of text.matchAll(written)) {
    if (byCode.has(`AADSTS${number}`) || !other) continue;
    hits.push({ code: other.code, entry: other, start, end: start + all.length, certainty: 'sure', count: 1 });
  }
  for (const { 0: all, 1: number, index: start } of text.matchAll(numbered)) {
    const entry = byCode.get(`AADSTS${number}`);
    const end = start + all.length;
    if (!entry || !itsLog.test(text.slice(Math.max(0, start - reach), end + reach))) continue;
    hits.push({ code: entry.code, entry, start, end, certainty: 'sure', count: 1 });
  }
  return hits.slice(0, 20);
}
