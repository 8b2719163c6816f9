/** What a support bundle is made of, drawn from one diagnosis. Reads the files round the findings; writes nothing. */
import { arch, platform, release } from 'node:os';
import type { BeforeAfter, BundledPatch, BundleInput, CodeExcerpt } from '../bundle/input.ts';
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import { describeIntake } from '../intake/index.ts';
import type { Intake } from '../intake/types.ts';
import type { Project } from '../project/files.ts';
import type { ReportDocument } from '../report/document.ts';
import type { RecordedExchange } from '../scalekit/exchanges.ts';
import type { DiagnosisContext } from './diagnosis.ts';
import type { CommandIo, CommonOptions } from './options.ts';
import { reopen } from './repair.ts';
import { reportOf } from './report.ts';

export interface BundleRequest {
  readonly command: string;
  readonly context: DiagnosisContext;
  readonly options: CommonOptions;
  readonly io: CommandIo;
  readonly sheet: FactSheet;
  readonly pasted?: Intake | undefined;
  readonly focus?: readonly string[];
  readonly tried?: readonly string[];
  readonly patches?: readonly BundledPatch[];
  readonly beforeAfter?: readonly BeforeAfter[];
}

/** Lines before and after a finding. */
const AROUND = 10;
const MOST_EXCERPTS = 20;

export async function bundleInput(request: BundleRequest): Promise<BundleInput> {
  const { context, options, io, sheet } = request;
  const report = reportOf(context, { command: request.command, options, sheet, focus: request.focus ?? [] });
  const project = await reopen(context, options, io);
  const exchanges = context.exchanges.all();
  const { clientId } = report.environment;
  return {
    report,
    exchanges,
    project: report.project,
    excerpts: excerptsOf(report, project),
    patches: request.patches ?? [],
    tried: request.tried ?? [],
    beforeAfter: request.beforeAfter ?? [],
    narrative: {
      symptom: symptomOf(request),
      ...(report.environment.url === null ? {} : { environmentUrl: report.environment.url }),
      ...(typeof clientId === 'string' ? { clientId } : {}),
      client: clientOf(report),
      occurredAt: new Date().toISOString(),
      requestIds: requestIds(exchanges),
      stepsToReproduce: report.findings.filter(({ verdict }) => verdict !== 'unknown').map(({ because }) => because),
    },
    tool: { name: 'scalekit-fix', version: report.tool.version },
    runtime: `Node.js ${process.versions.node}`,
    os: `${platform()} ${release()} ${arch()}`,
    createdAt: new Date().toISOString(),
    redactor: context.redactor,
  };
}

function symptomOf({ pasted, focus }: BundleRequest): string {
  if (pasted && pasted.artefacts.length > 0) return describeIntake(pasted).join('\n');
  return focus && focus.length > 0
    ? `Chosen from the list: ${focus.join(', ')}`
    : 'Everything was looked at; no symptom was named.';
}

function clientOf(report: ReportDocument): string {
  const { sdks, frameworks } = report.project;
  const names = Array.isArray(sdks) ? sdks.map((sdk) => `${String(sdk['name'])} ${String(sdk['version'] ?? '')}`.trim()) : [];
  return [...names, ...(Array.isArray(frameworks) ? frameworks.map(String) : [])].join(', ') || 'unknown';
}

function requestIds(exchanges: readonly RecordedExchange[]): { name: string; value: string }[] {
  return exchanges
    .filter(({ status }) => status !== undefined && status >= 400)
    .flatMap(({ responseHeaders }) =>
      Object.entries(responseHeaders)
        .filter(([name]) => /^(?:x-request-id|x-trace-id|traceparent|x-amzn-trace-id|cf-ray)$/.test(name))
        .map(([name, value]) => ({ name, value })),
    )
    .slice(0, 20);
}

/** Each place once; places near each other share their lines. */
function excerptsOf(report: ReportDocument, project: Project): CodeExcerpt[] {
  const excerpts: CodeExcerpt[] = [];
  for (const { file, line } of report.findings.flatMap(({ locations }) => locations)) {
    if (excerpts.length >= MOST_EXCERPTS) break;
    const startLine = Math.max(1, line - AROUND);
    if (excerpts.some((excerpt) => excerpt.file === file && Math.abs(excerpt.startLine - startLine) < AROUND)) continue;
    const source = project.read(file);
    if (source.kind !== 'source') continue;
    const lines = source.text.split(/\r\n|\n|\r/).slice(startLine - 1, line + AROUND);
    excerpts.push({ file, startLine, text: lines.join('\n') });
  }
  return excerpts;
}
