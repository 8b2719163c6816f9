/** REPORT.md: what support needs to know, in the order in which it asks. Pure; redaction comes after it. */
import { nothingRead } from '../diagnosis/coverage.ts';
import { formatLocation } from '../diagnosis/evidence.ts';
import { coverageSentences } from '../report/coverage.ts';
import type { FindingReport } from '../report/document.ts';
import { exhibitLines } from '../report/exhibits.ts';
import { sideWords, verdictWords } from '../report/words.ts';
import type { BundleInput, Narrative } from './input.ts';

export function reportMarkdown(input: BundleInput): string {
  const { report, narrative } = input;
  const sections = [
    `# Support report\n\nMade by ${input.tool.name} ${input.tool.version} on ${input.createdAt}. Secrets were taken out; \`REDACTIONS.json\` lists where.`,
    section('What happened', [
      fenced(narrative.symptom),
      report.symptom ? oneLine(`${report.symptom.sentence} ${report.symptom.next ?? ''}`) : '',
      narrative.occurredAt ? `When: ${narrative.occurredAt}` : '',
    ]),
    section('Where', [bullets(places(input))]),
    section('Steps to reproduce', [numbered(narrative.stepsToReproduce ?? [])]),
    section(
      'Findings',
      report.findings.filter(({ verdict }) => verdict !== 'unknown').map((finding) => findingText(finding)),
    ),
    section('Could not be decided', [bullets(undecided(report.findings))]),
    section('Could not be seen', [
      bullets(coverageSentences(report.coverage ?? nothingRead)),
      bullets(
        report.probes.flatMap((probe) =>
          probe.status === 'unknown' || probe.status === 'crashed' ? [`${probe.title}: ${probe.reason ?? probe.status}`] : [],
        ),
      ),
    ]),
    section('Answers with an error', [bullets(failedExchanges(input))]),
    section('What was tried', [bullets(input.tried)]),
    section('Before and after', [
      bullets(
        (input.beforeAfter ?? []).map(
          (item) => `\`${item.finding}\`: before: ${oneLine(item.before)}; after: ${oneLine(item.after)}`,
        ),
      ),
    ]),
    section('Rehearsal', rehearsalBlocks(input)),
    section('Notes', [bullets(report.notes)]),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

/** The app was run against a sandbox: what each act came to. */
function rehearsalBlocks({ rehearsal }: BundleInput): string[] {
  if (!rehearsal) return [];
  return [
    `On ${oneLine(rehearsal.at)}, by \`${oneLine(rehearsal.command).replaceAll('`', "'")}\`. Every exchange is in \`rehearsal.har\`; \`rehearsal.mmd\` draws them.`,
    bullets(
      rehearsal.acts.map(({ title, outcome, why, wrong }) =>
        oneLine(`${title}: ${outcome}${outcome === 'sound' ? '' : `. ${why}`}${wrong === undefined ? '' : ` (${wrong})`}`),
      ),
    ),
  ];
}

function section(title: string, blocks: readonly string[]): string {
  const filled = blocks.filter((block) => block.trim() !== '');
  return filled.length === 0 ? '' : `## ${title}\n\n${filled.join('\n\n')}`;
}

function places({ narrative, report, runtime, os, project }: BundleInput): string[] {
  const row = (label: string, value: string | null | undefined): string[] => (value ? [`${label}: ${oneLine(value)}`] : []);
  return [
    ...row('Environment', narrative.environmentUrl ?? report.environment.url),
    ...row('Environment id', narrative.environmentId),
    ...row('Client id', narrative.clientId ?? textOf(report.environment['clientId'])),
    ...row('Resource id', narrative.resourceId),
    ...row('Organization id', narrative.organizationId),
    ...row('Connection id', narrative.connectionId),
    ...row('Directory id', narrative.directoryId),
    ...row('Client and transport', narrative.client),
    ...requestIds(narrative),
    ...row('Webhook message id', narrative.webhook?.messageId),
    ...row('Webhook delivered', narrative.webhook?.deliveredAt),
    ...row('Runtime', runtime),
    ...row('Operating system', os),
    ...row('Frameworks', listOf(project['frameworks'])),
  ];
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const requestIds = (narrative: Narrative): string[] =>
  (narrative.requestIds ?? []).map(({ name, value }) => `${name}: ${oneLine(value)}`);

function listOf(value: unknown): string | undefined {
  return Array.isArray(value) && value.length > 0 ? value.map(String).join(', ') : undefined;
}

/** One line a reason: dozens of causes may wait for one and the same thing. */
function undecided(findings: readonly FindingReport[]): string[] {
  const reasons = new Map<string, string[]>();
  for (const { id, verdict, because, howToFindOut } of findings) {
    if (verdict !== 'unknown') continue;
    const reason = [because, howToFindOut ?? ''].filter(Boolean).join(' ');
    reasons.set(reason, [...(reasons.get(reason) ?? []), `\`${id}\``]);
  }
  return [...reasons].map(([reason, ids]) => `${reason} (${ids.join(', ')})`);
}

function findingText(finding: FindingReport): string {
  const lines = [
    `### ${finding.title}`,
    `\`${finding.id}\`, ${verdictWords[finding.verdict]}, ${finding.severity}, on the side of ${sideWords[finding.side]}.`,
    oneLine(finding.because),
    bullets(
      finding.evidence.map((item) => {
        const parts = [
          item.expected === undefined ? '' : `expected \`${ticked(item.expected)}\``,
          item.actual === undefined ? '' : `found \`${ticked(item.actual)}\``,
          item.note ?? '',
          item.location ? `at ${formatLocation(item.location)}` : '',
          item.exchange ? `seen in ${item.exchange}` : '',
        ];
        return `${item.label}: ${parts.filter((part) => part !== '').join('; ')}`;
      }),
    ),
    ...(finding.exhibits ?? []).map((exhibit) =>
      fenced(
        exhibitLines(exhibit)
          .map(({ text }) => text)
          .join('\n'),
      ),
    ),
    finding.remedy ? `Remedy: ${finding.remedy.summary}` : '',
    finding.remedy ? numbered(finding.remedy.steps) : '',
    finding.howToFindOut ? `How to find out: ${finding.howToFindOut}` : '',
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

function failedExchanges({ exchanges }: BundleInput): string[] {
  return exchanges
    .filter((exchange) => exchange.error !== undefined || (exchange.status ?? 0) >= 400)
    .map(
      (exchange) =>
        `${exchange.at} ${exchange.method} ${oneLine(exchange.url)} → ${exchange.status ?? 'no answer'}${exchange.error ? `: ${oneLine(exchange.error)}` : ''} (${exchange.id})`,
    );
}

const bullets = (items: readonly string[]): string => items.map((item) => `- ${oneLine(item)}`).join('\n');
const numbered = (items: readonly string[]): string => items.map((item, index) => `${index + 1}. ${oneLine(item)}`).join('\n');
const oneLine = (text: string): string => text.replace(/\s+/g, (gap) => (/[\r\n]/.test(gap) ? ' ' : gap)).trim();
const ticked = (text: string): string => oneLine(text).replaceAll('`', "'");

/** A fence longer than any in the text. */
function fenced(text: string): string {
  if (text.trim() === '') return '';
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.trimEnd()}\n${fence}`;
}
