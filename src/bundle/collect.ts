/** Makes the files of a support bundle out of one diagnosis: chosen by allow-list, redacted, with hashes. Pure: same input, same bytes. */
import { createHash } from 'node:crypto';
import type { RecordedExchange } from '../scalekit/exchanges.ts';
import { allowedExchange, allowedProject, allowedReport } from './allowed.ts';
import { harOf } from './har.ts';
import { inSight } from './in-sight.ts';
import type { BundleEntry, BundleInput } from './input.ts';
import { mermaidOf } from './mermaid.ts';
import { withoutPeople } from './people.ts';
import { bodyWithoutPeople } from './people-in-bodies.ts';
import { type BundleRedaction, redactEntry } from './redact-entry.ts';
import { reportMarkdown } from './report-markdown.ts';

export const MANIFEST = 'MANIFEST.json';
export const REDACTIONS = 'REDACTIONS.json';
export const REPORT = 'REPORT.md';
export const SCHEMA_VERSION = 1;

/** @throws RedactionFailure; then there is no bundle. */
export function collectBundle(input: BundleInput): BundleEntry[] {
  const redacted = plainEntries(input).map((entry) => redactEntry(entry, input.redactor));
  const redactions = redacted.flatMap((item) => item.redactions);
  const entries = uniquelyNamed(redacted.map((item) => inSight(item.entry)));
  return withManifest([...entries, redactionsEntry(redactions)], input);
}

/** What the others are listed in, and what is read first, has to stay. */
export const isFixed = (name: string): boolean => name === REPORT || name === REDACTIONS || name === MANIFEST;

/** The entries but for those dropped; the manifest is made anew. What was taken out of dropped files is listed no more. */
export function withoutEntries(
  entries: readonly BundleEntry[],
  dropped: readonly string[],
  input: Pick<BundleInput, 'tool' | 'createdAt'>,
): BundleEntry[] {
  const left = entries.filter(({ name }) => name !== MANIFEST && (isFixed(name) || !dropped.includes(name)));
  const names = new Set(left.map(({ name }) => name));
  const kept = left.map((entry) => {
    if (entry.name !== REDACTIONS) return entry;
    const { redactions } = JSON.parse(entry.text) as { redactions: BundleRedaction[] };
    return redactionsEntry(redactions.filter(({ file }) => names.has(file)));
  });
  return withManifest(kept, input);
}

function plainEntries(input: BundleInput): BundleEntry[] {
  return [
    { name: REPORT, text: reportMarkdown(input) },
    { name: 'report.json', text: pretty(allowedReport(input.report)) },
    {
      name: 'probes.ndjson',
      text: input.exchanges.map((exchange) => `${JSON.stringify(allowedExchange(withoutPeopleIn(exchange, input)))}\n`).join(''),
    },
    ...rehearsalEntries(input),
    { name: 'project.json', text: pretty({ ...allowedProject(input.project), runtime: input.runtime, os: input.os }) },
    ...input.excerpts.map(({ file, startLine, text }) => ({
      name: `code/${safePath(file)}.L${startLine}.txt`,
      text: numberedLines(text, startLine),
    })),
    ...(input.claims ?? []).map(({ source, claims }, index) => ({
      name: `claims/${index + 1}-${safePath(source)}.json`,
      text: pretty(input.keepsPeople ? claims : withoutPeople(claims)),
    })),
    ...input.patches.map(({ diff, applied }, index) => ({
      name: `patches/${String(index + 1).padStart(2, '0')}-${applied ? 'applied' : 'proposed'}.diff`,
      text: diff.endsWith('\n') ? diff : `${diff}\n`,
    })),
  ];
}

function rehearsalEntries({ rehearsal, tool, keepsPeople }: BundleInput): BundleEntry[] {
  if (!rehearsal) return [];
  const shown = (body: string): string => (keepsPeople ? body : bodyWithoutPeople(body));
  return [
    { name: 'rehearsal.har', text: pretty(harOf(rehearsal, tool, shown)) },
    { name: 'rehearsal.mmd', text: mermaidOf(rehearsal) },
  ];
}

function withoutPeopleIn(exchange: RecordedExchange, { keepsPeople }: BundleInput): RecordedExchange {
  if (keepsPeople) return exchange;
  const { requestBody, responseBody } = exchange;
  return {
    ...exchange,
    ...(requestBody === undefined ? {} : { requestBody: bodyWithoutPeople(requestBody) }),
    ...(responseBody === undefined ? {} : { responseBody: bodyWithoutPeople(responseBody) }),
  };
}

function redactionsEntry(redactions: readonly BundleRedaction[]): BundleEntry {
  return { name: REDACTIONS, text: pretty({ schemaVersion: SCHEMA_VERSION, redactions }) };
}

function withManifest(
  entries: readonly BundleEntry[],
  { tool, createdAt }: Pick<BundleInput, 'tool' | 'createdAt'>,
): BundleEntry[] {
  const files = entries.map(({ name, text }) => ({ name, size: Buffer.byteLength(text), sha256: sha256(text) }));
  return [...entries, { name: MANIFEST, text: pretty({ schemaVersion: SCHEMA_VERSION, tool, createdAt, files }) }];
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function numberedLines(text: string, startLine: number): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  const width = String(startLine + lines.length).length;
  return lines.map((line, index) => `${String(startLine + index).padStart(width)}  ${line}\n`).join('');
}

/** A name that leads nowhere else, on any system. */
export function safePath(file: string): string {
  const parts = file
    .split(/[\\/]+/)
    .map((part) =>
      part
        .replace(/[^\w.@()[\]-]+/g, '_')
        .replace(/^\.+$/, '_')
        .slice(0, 80),
    )
    .filter((part) => part !== '');
  return parts.slice(-8).join('/') || '_';
}

function uniquelyNamed(entries: readonly BundleEntry[]): BundleEntry[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const key = entry.name.toLowerCase();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? entry : { ...entry, name: entry.name.replace(/(\.[^./]*)?$/, `-${count}$1`) };
  });
}
