/** What a support bundle is made of, drawn from one diagnosis. Reads the project; writes nothing. */
import { arch, platform, release } from 'node:os';
import { excerptsRound } from '../bundle/excerpts.ts';
import type { BeforeAfter, BundledRehearsal, BundleInput } from '../bundle/input.ts';
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import type { FindingId } from '../diagnosis/judge.ts';
import { proofOf } from '../diagnosis/proof.ts';
import { noSymptom, type Symptom } from '../diagnosis/symptom.ts';
import type { Intake } from '../intake/types.ts';
import { projectShape } from '../probes/project-shape.ts';
import { type Project, textOf } from '../project/files.ts';
import { gitState } from '../project/git.ts';
import { relevantPackages } from '../project/relevant-packages.ts';
import { type LastRun, lastRunOf } from '../rehearsal/last-run.ts';
import type { JsonObject, ReportDocument } from '../report/document.ts';
import { claimsOf } from './bundle-claims.ts';
import { narrativeOf } from './bundle-narrative.ts';
import { patchesOf } from './bundle-patches.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo, CommonOptions } from './options.ts';
import { reopen } from './repair.ts';
import { factValue, reportOf } from './report.ts';

export interface BundleRequest {
  readonly command: string;
  readonly context: DiagnosisContext;
  readonly options: CommonOptions;
  readonly io: CommandIo;
  readonly sheet: FactSheet;
  readonly pasted?: Intake | undefined;
  /** What was pasted, as it came. */
  readonly text?: string | undefined;
  /** What the user came for. */
  readonly symptom?: Symptom;
  readonly tried?: readonly string[];
  /** Findings that were confirmed before they were repaired. */
  readonly repaired?: readonly FindingId[];
  /** The user wants names and addresses in the claims to stay. */
  readonly keepsPeople?: boolean;
}

export async function bundleInput(request: BundleRequest): Promise<BundleInput> {
  const { context, options, io, sheet, pasted, text, symptom = noSymptom } = request;
  const report = reportOf(context, { command: request.command, options, sheet, symptom });
  const project = await reopen(context, options, io);
  const exchanges = context.exchanges.all();
  const { patches, applied } = await patchesOf(context, project, sheet);
  const createdAt = new Date().toISOString();
  const rehearsal = lastRunOf(project.root, io.env);
  return {
    report,
    exchanges,
    project: await projectOf(report, project, sheet),
    excerpts: excerptsRound(
      report.findings.flatMap(({ locations }) => locations),
      (file) => textOf(project, file),
    ),
    patches,
    claims: await claimsOf(pasted),
    keepsPeople: request.keepsPeople ?? false,
    tried: [...applied, ...(request.tried ?? [])],
    beforeAfter: (request.repaired ?? []).map((finding) => beforeAfterOf(finding, context, sheet)),
    ...(rehearsal ? { rehearsal: context.scrub(rehearsalOf(rehearsal)) } : {}),
    narrative: narrativeOf({ report, exchanges, pasted, text, symptom, now: createdAt }),
    tool: { name: 'scalekit-fix', version: report.tool.version },
    runtime: `Node.js ${process.versions.node}`,
    os: `${platform()} ${release()} ${arch()}`,
    createdAt,
    redactor: context.redactor,
  };
}

function rehearsalOf({ at, command, port, acts }: LastRun): BundledRehearsal {
  return { at, command, port, acts };
}

function beforeAfterOf(finding: FindingId, context: DiagnosisContext, sheet: FactSheet): BeforeAfter {
  const proof = proofOf(finding, context.judge(sheet));
  const unproved = proof.kind === 'changed' ? proof.said : `not proved gone: ${proof.because}`;
  return { finding, before: 'confirmed', after: proof.kind === 'gone' ? 'proved gone' : unproved };
}

async function projectOf(report: ReportDocument, project: Project, sheet: FactSheet): Promise<JsonObject> {
  const shape = factValue(projectShape, sheet);
  const git = await gitState(project);
  return {
    ...report.project,
    packages: shape ? relevantPackages(project, shape).map((one) => ({ ...one })) : [],
    git:
      git.kind === 'repository'
        ? { state: git.kind, changedFiles: git.changed.length, untrackedFiles: git.untracked.length }
        : { state: git.kind },
  };
}
