/** Takes the secrets out of one file of a bundle, until another look finds none, and says what was taken out. Pure; throws rather than let one pass. */
import type { RedactionRecord, Redactor } from '../redaction/redactor.ts';
import type { BundleEntry } from './input.ts';

/** A line of REDACTIONS.json; never a value. */
export interface BundleRedaction {
  readonly kind: string;
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly pseudonym: string;
}

export interface RedactedEntry {
  readonly entry: BundleEntry;
  readonly redactions: readonly BundleRedaction[];
}

/** There is no bundle when redaction does not come to an end. Names the place, never the value. */
export class RedactionFailure extends Error {
  override readonly name = 'RedactionFailure';
}

const MOST_LOOKS = 5;

/** A redactor that breaks has let something pass: its error is not shown either, since it may quote what it broke on. */
export function redactEntry(entry: BundleEntry, redactor: Redactor): RedactedEntry {
  try {
    return redacted(entry, redactor);
  } catch (error) {
    if (error instanceof RedactionFailure) throw error;
    throw new RedactionFailure(`Redacting ${isPlainName(entry.name) ? entry.name : 'one of its files'} failed.`);
  }
}

/** Names that the program gave itself; others may hold what was to be redacted. */
const isPlainName = (name: string): boolean => /^[A-Za-z]+\.(?:md|json|ndjson|har|mmd)$/.test(name);

function redacted(entry: BundleEntry, redactor: Redactor): RedactedEntry {
  const name = redactor.redact(entry.name).replaceAll(' ', '-');
  let { text } = entry;
  const records: RedactionRecord[] = [];
  for (let look = 0; ; look++) {
    const found = redactor.inspect(text);
    if (found.records.length === 0) break;
    if (look === MOST_LOOKS)
      throw new RedactionFailure(`${name} still holds what looks like a secret on line ${found.records[0]?.line ?? 0}.`);
    records.push(...found.records);
    text = isJson(entry.name) ? stillJson(found.text, text, entry.name, redactor) : found.text;
  }
  const redactions = records.map(({ kind, rule, line, pseudonym }) => ({ kind, rule, file: name, line, pseudonym }));
  return { entry: { name, text }, redactions };
}

const isJson = (name: string): boolean => /\.(?:json|ndjson|har)$/.test(name);

/** A secret that reached over quotes takes them with it: then each string is redacted by itself. */
function stillJson(text: string, before: string, name: string, redactor: Redactor): string {
  if (parses(text, name)) return text;
  return linesOf(before, name)
    .map((line) => {
      const value: unknown = JSON.parse(line);
      return JSON.stringify(redactor.redactDeep(value), hiddenNumbers(redactor), name.endsWith('.ndjson') ? undefined : 2);
    })
    .join('\n')
    .concat('\n');
}

/** A number that is a secret (a code sent by mail) becomes a string. */
function hiddenNumbers(redactor: Redactor): (key: string, value: unknown) => unknown {
  return (key, value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return value;
    const line = `"${key}": ${value}`;
    const redacted = redactor.redact(line);
    return redacted === line ? value : redacted.slice(redacted.indexOf(': ') + 2);
  };
}

function parses(text: string, name: string): boolean {
  try {
    for (const line of linesOf(text, name)) JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

const linesOf = (text: string, name: string): string[] =>
  name.endsWith('.ndjson') ? text.split('\n').filter((line) => line !== '') : [text];
