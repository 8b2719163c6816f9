/** Asks as `explain` does: recognised with the registry's symptoms and made findings. For the held-out sets. */
import { explanation } from '../../src/commands/explain.ts';
import { type ArtefactKind, recognise } from '../../src/intake/index.ts';
import { problems } from '../../src/problems/index.ts';
import type { FindingReport } from '../../src/report/document.ts';

export function asked(text: string): {
  readonly findings: readonly FindingReport[];
  readonly artefacts: readonly ArtefactKind[];
} {
  const intake = recognise(text, { registrySymptoms: problems });
  return { findings: explanation(intake, problems, '/').findings, artefacts: intake.artefacts.map(({ kind }) => kind) };
}

export interface Share {
  readonly share: number;
  readonly total: number;
  readonly missed: readonly string[];
  /** Texts that have another problem beside as likely. */
  readonly noisy: readonly string[];
}

/** Of sentences by problem: how often that problem is the first finding. */
export function shareOfFirst(set: Readonly<Record<string, readonly string[]>>): Share {
  const all = Object.entries(set).flatMap(([problem, texts]) =>
    texts.map((text) => ({ problem, text, findings: asked(text).findings })),
  );
  const missed = all.filter(({ problem, findings }) => findings[0]?.problem !== problem);
  const noisy = all.filter(({ problem, findings }) =>
    findings.some((found) => found.verdict === 'likely' && found.problem !== problem),
  );
  return {
    share: 1 - missed.length / all.length,
    total: all.length,
    missed: missed.map(({ text }) => text),
    noisy: noisy.map(({ text }) => text),
  };
}

/** Every problem of the list is found, one of them first, and nothing else is likely. */
export function kept(text: string, problemsOfText: readonly string[]): boolean {
  const { findings } = asked(text);
  const named = findings.map(({ problem }) => problem);
  const others = findings.filter(({ problem, verdict }) => verdict === 'likely' && !problemsOfText.includes(problem));
  return (
    problemsOfText.every((problem) => named.includes(problem)) && problemsOfText.includes(named[0] ?? '') && others.length === 0
  );
}
