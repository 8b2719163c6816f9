/** The files of an app as they are before and after the patch of one finding, by its files alone; nothing but a temporary folder is written. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDiagnosis } from '../../../src/commands/diagnosis.ts';
import { reopen } from '../../../src/commands/repair.ts';
import { remediesOf } from '../../../src/diagnosis/judge.ts';
import { planPatch } from '../../../src/patches/plan.ts';
import { isRefusal } from '../../../src/patches/refusal.ts';
import { optionsFor, quietIo } from '../../problems/app.ts';

const root = path.resolve(import.meta.dirname, '../../..');

export type Files = Readonly<Record<string, string>>;

export interface Patched {
  readonly finding: string;
  readonly before: Files;
  /** The files that the patch changes or makes. */
  readonly after: Files;
}

/** The text files of a healthy app under test/fixtures/apps. */
export function appFiles(app: string): Files {
  const folder = path.join(root, 'test/fixtures/apps', app);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file).replaceAll('\\', '/').replace('env.template', '.env'), readFileSync(file, 'utf8')];
    }),
  );
}

/** Every finding of an app that has a patch, with that patch: what is confirmed and what is only likely, since people may take both. */
export async function patchesOf(files: Files): Promise<Patched[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-types-'));
  try {
    write(folder, files);
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    const io = quietIo();
    const options = { ...optionsFor(folder), offline: true };
    const context = openDiagnosis(options, io);
    const sheet = await context.gather({ pasted: undefined, answers: new Map(), signal: io.signal });
    const found = context.judge(sheet).filter(({ verdict }) => verdict.kind === 'confirmed' || verdict.kind === 'likely');
    const all: Patched[] = [];
    for (const judgement of found) {
      const remedy = remediesOf(judgement, sheet).find(({ kind }) => kind === 'edits');
      if (remedy?.kind !== 'edits') continue;
      const plan = await planPatch(remedy.edits, await reopen(context, options, io));
      if (isRefusal(plan)) throw new Error(`${judgement.id}: ${plan.reason}`);
      const after = Object.fromEntries(
        plan.files.map(({ file, after: { bytes } }) => [file, Buffer.from(bytes).toString('utf8')]),
      );
      all.push({ finding: judgement.id, before: files, after });
    }
    return all;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function write(folder: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}
