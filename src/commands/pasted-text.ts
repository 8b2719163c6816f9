/** What was piped into a command that looks for itself: recognised, its secrets learned by the redactor, and said in a line each on standard error. */
import { describeIntake, type Intake, recognise } from '../intake/index.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo } from './options.ts';

export function pastedText(text: string | undefined, context: DiagnosisContext, io: CommandIo): Intake | undefined {
  if (text === undefined) return undefined;
  const intake = recogniseSecretly(text, context);
  // Nothing was piped in, so the verdict has nothing to answer.
  if (text.trim() === '') {
    io.stderr.write(`${intake.nothingOfOurs ?? ''}\n`);
    return undefined;
  }
  for (const line of context.scrub(describeIntake(intake))) io.stderr.write(`${line}\n`);
  return intake;
}

/** Recognised, and whatever secret it holds is masked from now on. */
export function recogniseSecretly(text: string, { registry, redactor }: DiagnosisContext): Intake {
  const intake = recognise(text, { registrySymptoms: registry });
  for (const secret of secretsOf(intake)) redactor.learn(secret);
  return intake;
}

function secretsOf(intake: Intake): string[] {
  const reveal = (value: unknown): string[] =>
    typeof value === 'object' && value !== null && 'reveal' in value && typeof value.reveal === 'function'
      ? [String(value.reveal())]
      : [];
  return intake.artefacts.flatMap((artefact) =>
    Object.values(artefact).flatMap((value) => [
      ...reveal(value),
      ...(isRecord(value) ? Object.values(value).flatMap(reveal) : []),
    ]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
