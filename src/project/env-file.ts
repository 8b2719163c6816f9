/** An env file as a list of entries with their places, and what is odd about each. Judges form only, never whether a value is right. Pure. */
import type { Location } from '../diagnosis/evidence.ts';
import { secretsIn } from './env-names.ts';
import { type Assignment, type Quote, type Range, readAssignments } from './env-syntax.ts';
import type { SourceFile } from './source-file.ts';

export type EnvIssueKind =
  /** Assigned again further down, to another value: that one counts. */
  | 'overridden'
  /** The value begins with a quote that is never closed, so that the quote is part of it. */
  | 'unclosed-quote'
  /** Something stands behind the closing quote, so that the quotes are part of the value. */
  | 'text-after-quote'
  /** Quotes inside the quotes, or typographic ones: part of the value. */
  | 'quotes-in-value'
  | 'outer-space'
  | 'line-break'
  /** A `#` right behind the value without a space: the rest is a comment. */
  | 'cut-at-hash'
  /** The value holds what looks like further assignments: a quote is missing somewhere. */
  | 'swallows-lines'
  /** `NAME: value` works in dotenv only. */
  | 'colon'
  /** Spaces around `=` work in dotenv, not in shells and Docker. */
  | 'space-around-equals'
  /** The value stands on a line below the name. */
  | 'value-on-next-line'
  /** `$NAME` or `${NAME}`: some loaders put the other variable in, plain dotenv does not. */
  | 'variable-reference'
  /** Zero-width, non-breaking or control characters. */
  | 'invisible-character';

export interface EnvIssue {
  readonly kind: EnvIssueKind;
  /** A whole sentence without the value. */
  readonly message: string;
}

export interface EnvEntry {
  readonly name: string;
  /** As `dotenv` reads it; variables inside are not put in. May be a secret: never shown as it is. */
  readonly value: string;
  /** As written, with quotes. */
  readonly raw: string;
  readonly quote: Quote;
  readonly exported: boolean;
  readonly line: number;
  readonly nameRange: Range;
  /** Of `raw`, in UTF-16 units of the file's text. */
  readonly valueRange: Range;
  /** From the name (or `export`) to the end of the value. */
  readonly range: Range;
  readonly file: string;
  /** Where the name stands. */
  readonly location: Location;
  readonly issues: readonly EnvIssue[];
}

export interface EnvFile {
  readonly path: string;
  readonly source: SourceFile;
  readonly entries: readonly EnvEntry[];
  /** Lines that are neither assignment nor comment: loaders pass over them in silence. */
  readonly strayLines: readonly Location[];
}

/** Values that must not be shown are handed to `learn` before anything else is done with them. */
export function parseEnvFile(source: SourceFile, learn: (value: string) => void): EnvFile {
  const assignments = readAssignments(source.text);
  for (const { name, value, valueRange } of assignments) {
    for (const secret of secretsIn(name, value)) learn(secret);
    for (const secret of secretsIn(name, source.text.slice(valueRange.start, valueRange.end))) learn(secret);
  }
  const last = new Map(assignments.map((assignment) => [assignment.name, assignment]));
  const entries = assignments.map((assignment) => entryOf(source, assignment, last.get(assignment.name) ?? assignment));
  return { path: source.path, source, entries, strayLines: strayLines(source, assignments) };
}

/** The entry that counts: `dotenv` takes the last. */
export function entryFor(file: EnvFile, name: string): EnvEntry | undefined {
  return file.entries.findLast((entry) => entry.name === name);
}

function entryOf(source: SourceFile, assignment: Assignment, last: Assignment): EnvEntry {
  const { name, value, quote, exported, nameRange, valueRange, range } = assignment;
  const location = source.locationAt(nameRange.start);
  return {
    name,
    value,
    raw: source.text.slice(valueRange.start, valueRange.end),
    quote,
    exported,
    line: location.line,
    nameRange,
    valueRange,
    range,
    file: source.path,
    location,
    issues: [...issuesOf(source, assignment, last)],
  };
}

function* issuesOf(source: SourceFile, assignment: Assignment, last: Assignment): Generator<EnvIssue> {
  const { name, value, quote, valueRange } = assignment;
  const { text } = source;
  const raw = text.slice(valueRange.start, valueRange.end);
  const startsQuoted = /^["'`]/.test(raw);
  if (last.value !== value) {
    yield issue('overridden', `${name} is set again on line ${source.locationAt(last.nameRange.start).line}; that one counts.`);
  }
  if (startsQuoted && quote === '') {
    const closes = raw.indexOf(raw[0] ?? '', 1) > 0;
    if (closes)
      yield issue('text-after-quote', `Something stands behind the closing quote of ${name}, so the quotes belong to the value.`);
    else yield issue('unclosed-quote', `The quote in front of ${name}'s value is never closed and belongs to the value.`);
  } else if (/^(["'`]).*\1$|^[“”„‘’«»]|[“”‘’«»]$/su.test(value) || (quote === '' && /["'`]$/.test(value))) {
    yield issue('quotes-in-value', `The value of ${name} itself begins or ends with a quote character.`);
  }
  if (value !== value.trim())
    yield issue('outer-space', `The value of ${name} begins or ends with white space inside its quotes.`);
  if (value.trim().includes('\n')) yield issue('line-break', `The value of ${name} runs over more than one line.`);
  if (raw.includes('\n') && /\n[ \t]*(export[ \t]+)?[A-Za-z_]\w*[ \t]*=/.test(value)) {
    yield issue('swallows-lines', `The value of ${name} swallows the assignments below it: a quote is missing.`);
  }
  if (quote === '' && raw !== '' && text[valueRange.end] === '#') {
    yield issue('cut-at-hash', `The value of ${name} ends at a “#”; put it in quotes if the rest belongs to it.`);
  }
  if (assignment.separator === ':') yield issue('colon', `${name} is set with “:”; only dotenv understands that, use “=”.`);
  const between = text.slice(assignment.nameRange.end, valueRange.start);
  if (raw !== '' && /[\r\n]/.test(between))
    yield issue('value-on-next-line', `The value of ${name} stands on a line below the name.`);
  else if (assignment.separator === '=' && (/^\s/.test(between) || (raw !== '' && /\s$/.test(between)))) {
    yield issue('space-around-equals', `There is white space around the “=” of ${name}; shells and Docker do not accept that.`);
  }
  if (quote !== "'" && /(?<!\\)\$(\{[A-Za-z_]|[A-Za-z_])/.test(value)) {
    yield issue('variable-reference', `The value of ${name} refers to another variable; plain dotenv does not put it in.`);
  }
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/.test(value)) {
    yield issue('invisible-character', `The value of ${name} holds a character that cannot be seen.`);
  }
}

function issue(kind: EnvIssueKind, message: string): EnvIssue {
  return { kind, message };
}

function strayLines(source: SourceFile, assignments: readonly Assignment[]): Location[] {
  const stray: Location[] = [];
  let from = 0;
  const look = (to: number): void => {
    const gap = source.text.slice(from, to);
    for (const line of gap.matchAll(/[^\r\n]+/g)) {
      const text = line[0].trim();
      if (text !== '' && !text.startsWith('#')) stray.push(source.locationAt(from + line.index + line[0].search(/\S/)));
    }
  };
  for (const assignment of assignments) {
    look(assignment.range.start);
    from = assignment.end;
  }
  look(source.text.length);
  return stray;
}
