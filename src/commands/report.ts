/** The report of a diagnosis: what the facts say of environment and project, and the exit code that follows. */

import type { ValueOf } from '../diagnosis/fact.ts';
import { type FactSheet, outcomeOf } from '../diagnosis/fact-sheet.ts';
import { isSettled } from '../diagnosis/judge.ts';
import { hasValue } from '../diagnosis/outcome.ts';
import { isFinding } from '../diagnosis/verdict.ts';
import { clientCredentials } from '../probes/client-credentials.ts';
import { code } from '../probes/code.ts';
import { envFiles } from '../probes/env-files.ts';
import { environmentUrl } from '../probes/environment-url.ts';
import { projectShape } from '../probes/project-shape.ts';
import { settings } from '../probes/settings.ts';
import { type JsonObject, type ReportDocument, reportDocument } from '../report/document.ts';
import { VERSION } from '../version.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommonOptions } from './options.ts';

export interface ReportRequest {
  readonly command: string;
  readonly options: CommonOptions;
  readonly sheet: FactSheet;
  readonly focus?: readonly string[];
  readonly notes?: readonly string[];
}

export function reportOf(context: DiagnosisContext, request: ReportRequest): ReportDocument {
  const { sheet, options } = request;
  const judgements = context.judge(sheet);
  const standing = standingOf(
    sheet,
    options.offline,
    judgements.some((judgement) => isSettled(judgement) && isFinding(judgement.verdict)),
  );
  const report = reportDocument({
    command: request.command,
    version: VERSION,
    environment: environmentOf(sheet),
    project: projectOf(sheet, options.cwd),
    probes: context.graph.probes,
    sheet,
    judgements: standing.kind === 'nothing-here' ? [] : judgements,
    focus: request.focus ?? [],
    exitCode: standing.exitCode,
    notes: [...(standing.note === undefined ? [] : [standing.note]), ...leftOut(sheet), ...(request.notes ?? [])],
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

export type Standing = {
  readonly kind: 'nothing-here' | 'findings' | 'healthy' | 'not-checked';
  readonly exitCode: number;
  readonly note?: string;
};

export function standingOf(sheet: FactSheet, offline: boolean, hasFindings: boolean): Standing {
  if (!concernsScalekit(sheet)) {
    return {
      kind: 'nothing-here',
      exitCode: 3,
      note: 'Nothing in this folder concerns Scalekit: no SDK, no SCALEKIT_ variable, no environment URL. Name another folder with --cwd, or an env file with --dotenv.',
    };
  }
  if (hasFindings) return { kind: 'findings', exitCode: 1, ...(offline ? { note: offlineNote } : {}) };
  if (offline) return { kind: 'healthy', exitCode: 0, note: offlineNote };
  if (factValue(clientCredentials, sheet)?.kind === 'granted') return { kind: 'healthy', exitCode: 0 };
  return {
    kind: 'not-checked',
    exitCode: 3,
    note: 'Nothing wrong was found, but the credentials could not be checked; what stood in the way is listed under “Could not be seen”.',
  };
}

function concernsScalekit(sheet: FactSheet): boolean {
  const inCode = factValue(code, sheet);
  const shape = factValue(projectShape, sheet);
  const set = factValue(settings, sheet);
  return Boolean(
    inCode?.concernsScalekit ||
      (shape?.sdks.length ?? 0) > 0 ||
      set?.all.some((setting) => /SCALEKIT|--environment-url/i.test(setting.variable)),
  );
}

function environmentOf(sheet: FactSheet): ReportDocument['environment'] {
  const environment = factValue(environmentUrl, sheet);
  const clientId = factValue(settings, sheet)?.clientId?.text;
  return {
    url: environment?.written ?? null,
    ...(environment ? { tier: environment.tier } : {}),
    ...(clientId === undefined ? {} : { clientId }),
  };
}

function projectOf(sheet: FactSheet, root: string): ReportDocument['project'] {
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
