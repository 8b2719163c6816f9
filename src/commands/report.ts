/** The report of a diagnosis: what the facts say of environment and project, and the exit code that follows. */

import type { Severity } from '../diagnosis/cause.ts';
import { type Coverage, nothingRead } from '../diagnosis/coverage.ts';
import type { ValueOf } from '../diagnosis/fact.ts';
import { type FactSheet, outcomeOf } from '../diagnosis/fact-sheet.ts';
import { isSettled } from '../diagnosis/judge.ts';
import { hasValue } from '../diagnosis/outcome.ts';
import { noSymptom, type Symptom } from '../diagnosis/symptom.ts';
import { isFinding } from '../diagnosis/verdict.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { clientCredentials } from '../probes/client-credentials.ts';
import { code } from '../probes/code.ts';
import { codeCoverage } from '../probes/code-coverage.ts';
import { envFiles } from '../probes/env-files.ts';
import { environmentUrl } from '../probes/environment-url.ts';
import { projectShape } from '../probes/project-shape.ts';
import { settings } from '../probes/settings.ts';
import { answerTo, isUnexplained } from '../report/answer.ts';
import { type JsonObject, type ReportDocument, reportDocument } from '../report/document.ts';
import { VERSION } from '../version.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommonOptions } from './options.ts';

export interface ReportRequest {
  readonly command: string;
  readonly options: CommonOptions & { readonly strict?: boolean };
  readonly sheet: FactSheet;
  /** What the user came for. */
  readonly symptom?: Symptom;
  readonly notes?: readonly string[];
}

export function reportOf(context: DiagnosisContext, request: ReportRequest): ReportDocument {
  const { sheet, options, symptom = noSymptom } = request;
  const standing = standingOf(sheet, options.offline);
  // Of a folder that does not concern Scalekit nothing is claimed.
  const judgements = standing.concernsScalekit ? context.judge(sheet) : [];
  const answer = answerTo(symptom, judgements, context.registry);
  const faults = judgements.filter((judgement) => isSettled(judgement) && isFinding(judgement.verdict));
  const count = (severity: Severity): number => faults.filter(({ cause }) => cause.severity === severity).length;
  const exitCode = exitCodeOf({
    errors: count('error'),
    warnings: count('warning'),
    unexplained: isUnexplained(answer),
    checked: standing.checked,
    strict: options.strict === true,
  });
  const report = reportDocument({
    command: request.command,
    version: VERSION,
    environment: environmentOf(sheet),
    project: projectOf(sheet, options.cwd),
    probes: context.graph.probes,
    sheet,
    judgements,
    focus: symptom.problems,
    symptom: answer,
    coverage: standing.coverage,
    exitCode,
    notes: [...notesOf(standing, count('error') > 0), ...leftOut(sheet), ...(request.notes ?? [])],
  });
  return context.scrub(report);
}

/** Files of the project that could not be looked at, in sentences. */
function leftOut(sheet: FactSheet): readonly string[] {
  const unreadable = factValue(envFiles, sheet)?.unreadable.filter(({ role }) => role !== 'template') ?? [];
  return [...(factValue(projectShape, sheet)?.notes ?? []), ...unreadable.map(({ reason }) => reason)];
}

const offlineNote =
  'Nothing was asked on the network (--offline): causes that only answers can show were not looked at. Run without it to see them.';

/** What the absence of a finding is worth. */
export interface Standing {
  readonly concernsScalekit: boolean;
  /** The credentials were really tried, or nobody wanted them to be. */
  readonly checked: boolean;
  readonly note?: string;
  readonly coverage: Coverage;
}

export function standingOf(sheet: FactSheet, offline: boolean): Standing {
  const coverage = factValue(codeCoverage, sheet) ?? nothingRead;
  if (!concernsScalekit(sheet)) return { concernsScalekit: false, checked: false, coverage, note: nothingHereNote };
  if (offline) return { concernsScalekit: true, checked: true, coverage, note: offlineNote };
  if (factValue(clientCredentials, sheet)?.kind === 'granted') return { concernsScalekit: true, checked: true, coverage };
  return { concernsScalekit: true, checked: false, coverage, note: notCheckedNote };
}

const nothingHereNote =
  'Nothing in this folder concerns Scalekit: no SDK, no SCALEKIT_ variable, no environment URL, no client id. Name another folder with --cwd, or an env file with --dotenv.';
const notCheckedNote =
  'The credentials could not be checked, so nothing is proved sound; what stood in the way is listed under “Could not be seen”.';

/** A finding says by itself that something is wrong; that the credentials could not be tried then goes without saying. */
function notesOf({ note, checked, concernsScalekit }: Standing, hasErrors: boolean): readonly string[] {
  return note === undefined || (hasErrors && concernsScalekit && !checked) ? [] : [note];
}

function concernsScalekit(sheet: FactSheet): boolean {
  const inCode = factValue(code, sheet);
  const shape = factValue(projectShape, sheet);
  const set = factValue(settings, sheet);
  return Boolean(
    inCode?.concernsScalekit ||
      (shape?.sdks.length ?? 0) > 0 ||
      set?.all.some(({ variable, isByValue }) => isByValue || /SCALEKIT|--environment-url|\bskc_/i.test(variable)),
  );
}

export function environmentOf(sheet: FactSheet): ReportDocument['environment'] {
  const environment = factValue(environmentUrl, sheet);
  const clientId = factValue(settings, sheet)?.clientId?.text;
  return {
    url: environment?.written ?? null,
    ...(environment ? { tier: environment.tier } : {}),
    ...(clientId === undefined ? {} : { clientId }),
  };
}

export function projectOf(sheet: FactSheet, root: string): ReportDocument['project'] {
  const shape = factValue(projectShape, sheet);
  const files = factValue(envFiles, sheet)?.files ?? [];
  const sdks: JsonObject[] = (shape?.sdks ?? []).map((sdk) => ({
    name: sdk.name,
    version: sdk.version ?? null,
    certainty: sdk.certainty,
  }));
  return {
    root,
    languages: [...(shape?.languages ?? [])],
    frameworks: (shape?.frameworks ?? []).map((framework) => framework.name),
    packageManager: shape?.packageManager ?? null,
    sdks,
    envFiles: files.map((file) => file.path),
  };
}

/** The value of a fact, where there is one. */
export function factValue<F extends Parameters<typeof outcomeOf>[0]>(fact: F, sheet: FactSheet): ValueOf<F> | undefined {
  const outcome = outcomeOf(fact, sheet);
  return hasValue(outcome) ? (outcome.value as ValueOf<F>) : undefined;
}
