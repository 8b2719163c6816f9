/** `explain`: recognises a text and says what it points to, offline. It proves nothing, so nothing is more than likely. */
import type { Registry } from '../diagnosis/cause.ts';
import { describeIntake, type Intake, notesOf, type Pointer, recognise } from '../intake/index.ts';
import type { ProbeTools } from '../probes/tools.ts';
import { problems } from '../problems/index.ts';
import { plainText } from '../redaction/plain-text.ts';
import { createRedactor } from '../redaction/redactor.ts';
import { type FindingReport, type ReportDocument, SCHEMA_VERSION, summaryOf } from '../report/document.ts';
import { ansiStyle, noStyle } from '../report/style.ts';
import { findingText } from '../report/text.ts';
import { VERSION } from '../version.ts';
import type { CommandIo, OptionsOf } from './options.ts';
import { printJson } from './print-report.ts';

/** Where a code has no page of its own, the problem's says more. */
const scalekitDocs = 'https://docs.scalekit.com/';

/** Words alone do not tell which of these it is; the problem's own title would say one of them. */
const openTitles: Readonly<Record<string, string>> = {
  'state-missing': 'The state of the login is missing, is another, or is not checked',
};

export async function run(options: OptionsOf<'explain'>, io: CommandIo): Promise<number> {
  const redactor = createRedactor();
  const intake = recognise(options.text, { registrySymptoms: problems });
  const report = redactor.redactDeep(explanation(intake, problems, options.cwd));
  if (options.json) {
    printJson(report, io);
    return 0;
  }
  const style = options.color ? ansiStyle : noStyle;
  const read = describeIntake(intake);
  const blocks = [
    read.join('\n'),
    ...report.findings.map((finding) => findingText(finding, style)),
    report.notes.join('\n'),
    report.findings.length > 0
      ? style.dim('This is what the text points to. `scalekit-fix check` looks at your project and proves it.')
      : '',
  ];
  io.stdout.write(
    `${redactor.redact(plainText(blocks.filter((block) => block !== '').join('\n\n'), { maxLength: 100_000, keepNewlines: true }))}\n`,
  );
  return 0;
}

export function explanation(intake: Intake, registry: Registry<ProbeTools>, root: string): ReportDocument {
  const findings = intake.pointers.flatMap((pointer) => findingOf(pointer, registry) ?? []);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'scalekit-fix', version: VERSION, command: 'explain' },
    environment: { url: null },
    project: { root },
    probes: [],
    findings,
    summary: summaryOf(findings, 0),
    notes: notesOf(intake),
  };
}

function findingOf(pointer: Pointer, registry: Registry<ProbeTools>): FindingReport | undefined {
  if (pointer.problem === 'getting-help') return undefined;
  const known = registry.find(({ id }) => id === pointer.problem);
  if (!known) return undefined;
  const cause = known.causes.find((candidate) => candidate.id === pointer.cause);
  return {
    id: `${known.id}/${cause?.id ?? 'not-told-apart'}`,
    problem: known.id,
    category: known.category,
    title: pointer.code?.title ?? cause?.title ?? openTitles[known.id] ?? known.title,
    verdict: pointer.strength,
    severity: 'error',
    side: pointer.code?.side ?? cause?.side ?? known.causes[0]?.side ?? 'app',
    because: behindTitle(pointer),
    evidence: pointer.matched === '' ? [] : [{ label: 'In your text', actual: pointer.matched }],
    locations: [],
    remedy: pointer.code ? { kind: 'steps', summary: pointer.code.next, files: [], steps: [] } : null,
    docs: pointer.code && pointer.code.docs !== scalekitDocs ? pointer.code.docs : known.docs,
  };
}

/** What the title says already is not said again. */
function behindTitle({ because, code }: Pointer): string {
  const title = `${code?.title}: `;
  return because.startsWith(title) ? because.slice(title.length) : because;
}
