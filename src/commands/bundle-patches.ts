/** The patches that go into a support bundle: those that stand in the project, and those that would repair what is confirmed. Applies none. */
import type { BundledPatch } from '../bundle/input.ts';
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import { unifiedDiff } from '../patches/diff.ts';
import { type StandingPatch, standingPatches } from '../patches/history.ts';
import { isRefusal } from '../patches/refusal.ts';
import { parseEnvFile } from '../project/env-file.ts';
import { isEnvFileName } from '../project/env-names.ts';
import type { Project } from '../project/files.ts';
import { sourceFromText } from '../project/source-file.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import { confirmedFaults, showEdits } from './repair.ts';

export interface PatchesOfBundle {
  readonly patches: readonly BundledPatch[];
  /** What was changed when, in words. */
  readonly applied: readonly string[];
}

const MOST_APPLIED = 10;

export async function patchesOf(context: DiagnosisContext, project: Project, sheet: FactSheet): Promise<PatchesOfBundle> {
  const standing = standingPatches(project.root, MOST_APPLIED);
  learnValues(standing, context);
  const redact = (line: string): string => context.redactor.redact(line);
  const patches: BundledPatch[] = [];
  for (const { changes } of standing) {
    const sides = changes.map(({ file, before, after }) => ({ file, before, after }));
    patches.push({ diff: (await unifiedDiff(sides, { redact })).text, applied: true });
  }
  for (const { remedies } of confirmedFaults(context.judge(sheet), sheet)) {
    const remedy = remedies().find((candidate) => candidate.kind === 'edits');
    if (remedy?.kind !== 'edits') continue;
    const shown = await showEdits(remedy.edits, project, context);
    if (!isRefusal(shown)) patches.push({ diff: shown.text, applied: false });
  }
  return { patches, applied: standing.map(({ at, summary }) => `${at}: ${summary} (applied)`) };
}

/** An env file that was patched held secrets that no file on disk holds any more. */
function learnValues(standing: readonly StandingPatch[], { redactor }: DiagnosisContext): void {
  for (const { file, before, after } of standing.flatMap(({ changes }) => changes)) {
    if (!isEnvFileName(file.split('/').at(-1) ?? '')) continue;
    for (const side of [before, after]) {
      if (side !== undefined) parseEnvFile(sourceFromText(file, side), (value) => redactor.learn(value));
    }
  }
}
