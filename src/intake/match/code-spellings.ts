/** Every spelling of the table as the walk over a text looks for it. */
import type { CodeEntry } from '../codes/code-entry.ts';
import { codeEntries } from '../codes/table.ts';
import { type Signatures, signaturesOf } from '../scan/signatures.ts';

export interface Known {
  readonly entry?: CodeEntry;
  /** From the registry alone. */
  readonly problem?: string;
  readonly code: string;
  readonly kind: 'code' | 'message' | 'phrase';
  readonly whose: CodeEntry['whose'];
  /** As the table has it. */
  readonly spelling: string;
  /** Brackets or an equals sign that make a common word a status: `[unavailable]`, `code = NotFound`. */
  readonly mark?: '[' | '=';
  /** A name of at least three words in camelCase: no variable is called so by chance. */
  readonly isName?: true;
}

let builtIn: Signatures<Known> | undefined;
export function builtInSignatures(): Signatures<Known> {
  builtIn ??= signaturesOf(codeEntries().flatMap(spellingsOf));
  return builtIn;
}

let spellings: ReadonlySet<string> | undefined;
export function isKnownSpelling(spelling: string): boolean {
  spellings ??= new Set(codeEntries().flatMap(({ code, also }) => [code, ...(also ?? [])].map((one) => one.toLowerCase())));
  return spellings.has(spelling.toLowerCase());
}

function spellingsOf(entry: CodeEntry): (readonly [string, Known])[] {
  const known = { entry, code: entry.code } as const;
  const kindOf = (spelling: string): Known['kind'] => (/\s/.test(spelling) ? 'message' : 'code');
  const own = [entry.code, ...(entry.also ?? [])].map((spelling): [string, Known] => [
    spelling,
    { ...known, spelling, whose: entry.whose, kind: kindOf(spelling), ...markOf(spelling), ...nameOf(spelling) },
  ]);
  const plain = (entry.plain ?? []).map((spelling): [string, Known] => [
    spelling,
    { ...known, spelling, whose: 'common', kind: kindOf(spelling) },
  ]);
  return [...own, ...plain];
}

function nameOf(spelling: string): Pick<Known, 'isName'> {
  return /^(?:[A-Z]{2,5})?(?:[A-Z][a-z]+){3,}$/.test(spelling) ? { isName: true } : {};
}

function markOf(spelling: string): Pick<Known, 'mark'> {
  if (/^\[[a-z_]+\]$/.test(spelling)) return { mark: '[' };
  return / = /.test(spelling) ? { mark: '=' } : {};
}
