/** Every error code, exception and message that is known, and what each means. Lookup only; finding them in text is `match/`'s part. */
import type { CodeEntry, CodeSide } from './codes/code-entry.ts';
import { codeEntries } from './codes/table.ts';

export interface CodeExplanation {
  readonly code: string;
  readonly title: string;
  readonly meaning: string;
  readonly next: string;
  readonly side: CodeSide;
  /** The problem it belongs to first of all. */
  readonly problem: string;
  readonly docs: string;
}

let bySpelling: ReadonlyMap<string, CodeEntry> | undefined;

/** In any spelling: `invalid_grant`, `InvalidGrant`, `INVALID-GRANT`. */
export function explainCode(code: string): CodeExplanation | undefined {
  bySpelling ??= lookup();
  const entry = bySpelling.get(keyOf(code)) ?? bySpelling.get(keyOf(code).replace(/(?:error|exception)$/, ''));
  if (!entry) return undefined;
  const { title, next, side, problems, docs } = entry;
  return { code: entry.code, title, meaning: meaningOf(entry), next, side, problem: problems[0], docs };
}

function meaningOf({ title, meaning, next }: CodeEntry): string {
  return meaning ?? `${title}. ${next}`;
}

function lookup(): ReadonlyMap<string, CodeEntry> {
  const map = new Map<string, CodeEntry>();
  // A code of its own goes before a further spelling of another row.
  for (const entry of codeEntries()) if (!map.has(keyOf(entry.code))) map.set(keyOf(entry.code), entry);
  for (const entry of codeEntries())
    for (const spelling of entry.also ?? []) if (!map.has(keyOf(spelling))) map.set(keyOf(spelling), entry);
  return map;
}

function keyOf(spelling: string): string {
  return spelling
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}
