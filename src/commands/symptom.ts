/** The symptom that a recognised text names: the one way from intake to verdict, exit code and bundle. Pure. */
import type { Symptom } from '../diagnosis/symptom.ts';
import { noSymptom } from '../diagnosis/symptom.ts';
import { type ArtefactKind, describeIntake, type Intake } from '../intake/index.ts';

/** What people and machines write when something failed; the other kinds are documents that may well be sound. */
const tellsOfFailure: ReadonlySet<ArtefactKind> = new Set([
  'error-code',
  'sentence',
  'stack-trace',
  'log',
  'gateway-error',
  'axios-error',
]);

/** @param known ids of the registry's problems: `getting-help` and the like are no symptom. */
export function symptomOf(intake: Intake | undefined, known: readonly { readonly id: string }[]): Symptom {
  if (intake === undefined) return noSymptom;
  if (intake.nothingOfOurs !== undefined) return { ...noSymptom, from: 'text', complaints: [{ because: intake.nothingOfOurs }] };
  const ids = new Set(known.map(({ id }) => id));
  const pointers = intake.pointers.filter(({ problem }) => ids.has(problem));
  // A bare status or a few words are no document: whoever writes them tells what went wrong.
  const isComplaint =
    intake.artefacts.length === 0 ||
    intake.artefacts.some(
      (artefact) => tellsOfFailure.has(artefact.kind) || (artefact.kind === 'callback-url' && artefact.error !== undefined),
    );
  return {
    from: 'text',
    problems: pointers.map(({ problem }) => problem),
    read: describeIntake(intake),
    complaints: pointers
      .filter(({ strength }) => strength === 'likely' || isComplaint)
      .map(({ problem, because, code }) => ({ problem, because, ...(code ? { side: code.side, next: code.next } : {}) })),
  };
}

/** A login out of Scalekit's record that failed for a reason that is not recorded. */
export function failedLoginSymptom(problems: readonly string[]): Symptom {
  const because = 'A login failed, and Scalekit’s record gives no reason.';
  return { from: 'text', problems, read: [], complaints: problems.slice(0, 1).map((problem) => ({ problem, because })) };
}
