/**
 * Changes of env files as text edits: comments, order, quoting, `export`, line endings and the last line's ending stay as they are.
 * Every edit is read back before it is given away: it changes what was asked and nothing else, or there is none (undefined). Pure.
 */
import { type EnvEntry, type EnvFile, entryFor } from '../project/env-file.ts';
import { type Quote, readAssignments } from '../project/env-syntax.ts';
import { applyTextEdits, type TextEdit } from './text-edits.ts';

/** Sets the value that counts; a variable that is not there is added beside its kin, else at the end. */
export function setEnvValue(file: EnvFile, name: string, value: string): TextEdit[] | undefined {
  const entry = entryFor(file, name);
  if (!entry) return addEnvEntry(file, name, value);
  if (entry.value === value && entry.issues.length === 0) return [];
  // The lines inside are somebody's settings: they would go with the value.
  if (entry.issues.some(({ kind }) => kind === 'swallows-lines')) return undefined;
  const expected = readBack(file).map((pair, index) => (file.entries[index] === entry ? ([name, value] as const) : pair));
  for (const text of waysToWrite(value, entry.quote)) {
    const edit = { start: valueStart(file, entry), end: valueEnd(file, entry), text: lead(entry) + text };
    if (file.source.text.slice(edit.start, edit.end) === edit.text) return [];
    if (reads(file, [edit], expected)) return [edit];
  }
  return undefined;
}

/** Renames every assignment of a variable. Undefined when the new name is taken or is no name. */
export function renameEnvVariable(file: EnvFile, from: string, to: string): TextEdit[] | undefined {
  if (!isName(to) || entryFor(file, to)) return undefined;
  const edits = file.entries
    .filter((entry) => entry.name === from)
    .map(({ nameRange }) => ({ start: nameRange.start, end: nameRange.end, text: to }));
  const expected = readBack(file).map(([name, value]) => [name === from ? to : name, value] as const);
  return edits.length > 0 && reads(file, edits, expected) ? edits : undefined;
}

/** The value without white space, stray quotes and invisible characters around it, and plain `=` without spaces. */
export function tidyEnvValue(file: EnvFile, name: string): TextEdit[] | undefined {
  const entry = entryFor(file, name);
  if (!entry) return undefined;
  const value = bareValue(entry.value);
  const edits = setEnvValue(file, name, value);
  return edits && edits.length > 0 ? edits : undefined;
}

/** What somebody meant by a value with quotes or white space in it. */
export function bareValue(value: string): string {
  const quotes = '["\'`“”„‘’«»]';
  const invisible = '[\\s\\u0000-\\u001F\\u007F-\\u00A0\\u00AD\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]';
  const edge = `(?:${quotes}|${invisible})`;
  return value.replace(new RegExp(`^${edge}+`), '').replace(new RegExp(`(?<!${edge})${edge}+$`), '');
}

/** Adds a variable that is not there yet. */
export function addEnvEntry(file: EnvFile, name: string, value: string): TextEdit[] | undefined {
  if (!isName(name) || entryFor(file, name)) return undefined;
  const neighbour = kinOf(file, name);
  const exported = file.entries.length > 0 && file.entries.every((entry) => entry.exported);
  const style = commonStyle(file.entries);
  const before = readBack(file);
  for (const text of waysToWrite(value, style)) {
    const line = `${exported ? 'export ' : ''}${name}=${text}`;
    for (const place of neighbour ? [behind(file, neighbour), atEnd(file)] : [atEnd(file)]) {
      const edits = [{ start: place.at, end: place.at, text: `${place.lead}${line}${place.tail}` }];
      const index = place.after === undefined ? before.length : file.entries.indexOf(place.after) + 1;
      if (reads(file, edits, before.toSpliced(index, 0, [name, value]))) return edits;
    }
  }
  return undefined;
}

/** Takes an assignment away with its line. */
export function removeEnvEntry(file: EnvFile, entry: EnvEntry): TextEdit[] | undefined {
  const { text } = file.source;
  const start = Math.max(text.lastIndexOf('\n', entry.range.start - 1), text.lastIndexOf('\r', entry.range.start - 1)) + 1;
  const lineStart = start === 0 && text.startsWith('\uFEFF') ? 1 : start;
  const ending = /\r\n|\n|\r/g;
  ending.lastIndex = entry.range.end;
  const found = ending.exec(text);
  const edits = [{ start: lineStart, end: found ? found.index + found[0].length : text.length, text: '' }];
  const expected = readBack(file).filter((_, index) => file.entries[index] !== entry);
  return reads(file, edits, expected) ? edits : undefined;
}

type Pair = readonly [name: string, value: string];

function readBack(file: EnvFile): Pair[] {
  return file.entries.map(({ name, value }) => [name, value]);
}

function reads(file: EnvFile, edits: readonly TextEdit[], expected: readonly Pair[]): boolean {
  const found = readAssignments(applyTextEdits(file.source.text, edits));
  return (
    found.length === expected.length &&
    found.every(({ name, value }, index) => name === expected[index]?.[0] && value === expected[index]?.[1])
  );
}

/** Ways to write a value, the usual one first. Bare only what every loader, shell and Docker reads alike. */
function waysToWrite(value: string, style: Quote): string[] {
  const isPlain = value === '' || /^[\w.,:/@%+=~?&;-]+$/.test(value);
  const escaped = value.replaceAll('\r', '\\r').replaceAll('\n', '\\n');
  const quoted: Readonly<Record<Exclude<Quote, ''>, string>> = { '"': `"${escaped}"`, "'": `'${value}'`, '`': `\`${value}\`` };
  const bare = isPlain && !/[?&;]/.test(value) ? [value] : [];
  const order: readonly Quote[] = [style, '', '"', "'", '`'];
  return [...new Set(order.flatMap((quote) => (quote === '' ? bare : [quoted[quote]]))), value];
}

function commonStyle(entries: readonly EnvEntry[]): Quote {
  const counts = new Map<Quote, number>();
  for (const { quote, raw } of entries) if (raw !== '') counts.set(quote, (counts.get(quote) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Odd white space between name and value goes with the value; `NAME: value` becomes `NAME=value`. */
function valueStart(file: EnvFile, entry: EnvEntry): number {
  return needsPlainSeparator(entry) ? entry.nameRange.end : startOfGap(file, entry);
}

/** What a `#` cut off goes with the value, for it was meant to belong to it; so does white space that is neither space nor tab. */
function valueEnd(file: EnvFile, entry: EnvEntry): number {
  const { end } = entry.valueRange;
  const wasCut = entry.issues.some(({ kind }) => kind === 'cut-at-hash');
  const rest = wasCut ? /\S*/y : /[^\S\r\n]*[^\S \t\r\n](?=[ \t]*(?:[\r\n]|$))/y;
  rest.lastIndex = end;
  return end + (rest.exec(file.source.text)?.[0].length ?? 0);
}

function startOfGap(file: EnvFile, entry: EnvEntry): number {
  const between = file.source.text.slice(entry.nameRange.end, entry.valueRange.start);
  return entry.valueRange.start - (/\s*$/.exec(between)?.[0].length ?? 0);
}

function lead(entry: EnvEntry): string {
  return needsPlainSeparator(entry) ? '=' : '';
}

function needsPlainSeparator(entry: EnvEntry): boolean {
  return entry.issues.some(({ kind }) => kind === 'colon' || kind === 'value-on-next-line' || kind === 'space-around-equals');
}

interface Place {
  readonly at: number;
  readonly lead: string;
  readonly tail: string;
  /** The entry it stands behind; undefined at the end. */
  readonly after: EnvEntry | undefined;
}

/** The last variable with the same first word: `SCALEKIT_CLIENT_ID` stands beside `SCALEKIT_…`. */
function kinOf(file: EnvFile, name: string): EnvEntry | undefined {
  const word = /^[^_]+_/.exec(name)?.[0];
  return word === undefined ? undefined : file.entries.findLast((entry) => entry.name.startsWith(word));
}

function behind(file: EnvFile, entry: EnvEntry): Place {
  const ending = /\r\n|\n|\r/g;
  ending.lastIndex = entry.range.end;
  const found = ending.exec(file.source.text);
  if (!found) return { ...atEnd(file), after: entry };
  return { at: found.index + found[0].length, lead: '', tail: lineEnding(file), after: entry };
}

function atEnd(file: EnvFile): Place {
  const { text } = file.source;
  const ending = lineEnding(file);
  const isEmpty = text === '' || text === '\uFEFF';
  // A last line without an ending stays the habit of the file.
  const endsOpen = !isEmpty && !/[\r\n]$/.test(text);
  return { at: text.length, lead: endsOpen ? ending : '', tail: endsOpen ? '' : ending, after: undefined };
}

/** The line ending most lines have. */
function lineEnding(file: EnvFile): string {
  const counts = new Map<string, number>();
  for (const [ending] of file.source.text.matchAll(/\r\n|\n|\r/g)) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '\n';
}

function isName(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name);
}
