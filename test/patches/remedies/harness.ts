/** A small app in a temporary folder, diagnosed offline, patched as `fix --apply --yes` does it, and diagnosed again. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseSync } from 'rolldown/utils';
import { openDiagnosis } from '../../../src/commands/diagnosis.ts';
import { applyEdits, confirmedFaults, reopen, showEdits } from '../../../src/commands/repair.ts';
import { isRefusal } from '../../../src/patches/refusal.ts';
import { grammarOf } from '../../../src/project/syntax/language.ts';
import { parse } from '../../../src/project/syntax/parser.ts';
import { optionsFor, quietIo } from '../../problems/app.ts';

const modules = path.resolve(import.meta.dirname, '../../../node_modules');

export type Files = Readonly<Record<string, string>>;

export interface RemedyCase {
  /** What tells it from the others of the same finding. */
  readonly shape: string;
  readonly finding: string;
  readonly files: Files;
  /** Lines that must stand in the patched files, without their indentation. */
  readonly lines?: readonly string[];
  /** The difference holds a secret, and is masked where it is shown. */
  readonly masked?: boolean;
  /** It is only proposed: `--yes` does not apply it. */
  readonly proposal?: boolean;
}

export interface Mended {
  readonly before: readonly string[];
  /** Confirmed findings after the patch. */
  readonly after: readonly string[];
  /** Ids of code findings that would still be patched. */
  readonly files: Files;
  readonly diff: string;
  readonly sure: boolean;
  /** Of the patched files, by the parsers. */
  readonly syntaxErrors: readonly string[];
}

export async function mend({ finding, files }: RemedyCase): Promise<Mended> {
  const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-remedy-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    symlinkSync(modules, path.join(folder, 'node_modules'));
    const faults = await confirmed(folder);
    const fault = faults.find(({ judgement }) => judgement.id === finding);
    const before = faults.map(({ judgement }) => judgement.id);
    const remedy = fault?.remedies().find(({ kind }) => kind === 'edits');
    if (remedy?.kind !== 'edits') throw new Error(`No patch for ${finding}; confirmed: ${before.join(', ') || 'nothing'}.`);
    const options = { ...optionsFor(folder), offline: true };
    const io = quietIo();
    const context = openDiagnosis(options, io);
    const shown = await showEdits(remedy.edits, await reopen(context, options, io), context);
    if (isRefusal(shown)) throw new Error(shown.reason);
    const applied = applyEdits(shown.plan, remedy.summary);
    if (isRefusal(applied)) throw new Error(applied.reason);
    const patched = Object.fromEntries(applied.files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
    return {
      before,
      after: (await confirmed(folder)).map(({ judgement }) => judgement.id),
      files: patched,
      diff: shown.text,
      sure: remedy.sure,
      syntaxErrors: (await Promise.all(Object.entries(patched).map(([file, text]) => syntaxErrors(file, text)))).flat(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function confirmed(folder: string) {
  const io = quietIo();
  const context = openDiagnosis({ ...optionsFor(folder), offline: true }, io);
  const sheet = await context.gather({ pasted: undefined, answers: new Map(), signal: io.signal });
  return confirmedFaults(context.judge(sheet), sheet);
}

export async function syntaxErrors(file: string, text: string): Promise<string[]> {
  const grammar = grammarOf(file);
  if (!grammar) return [];
  const { rootNode } = await parse(grammar, text);
  const kind = /\.[cm]?([jt]sx?)$/.exec(file)?.[1] ?? 'js';
  // People write JSX in .js files, too.
  const { errors } = parseSync(file, text, { lang: kind === 'ts' || kind === 'tsx' ? kind : 'jsx' });
  return [...(rootNode.hasError ? [`${file} does not parse`] : []), ...errors.map(({ message }) => `${file}: ${message}`)];
}
