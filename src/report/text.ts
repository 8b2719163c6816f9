/** A report as text for a terminal or a pipe: failures first, passes folded into one line. Pure. */
import { nothingRead } from '../diagnosis/coverage.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import { formatLocation } from '../diagnosis/evidence.ts';
import { DONE } from '../exit-codes.ts';
import { coverageSentences } from './coverage.ts';
import type { FindingReport, ReportDocument } from './document.ts';
import { shownEvidence } from './evidence.ts';
import { exhibitLines } from './exhibits.ts';
import { rehearsalLines } from './rehearsal.ts';
import { noStyle, type Style } from './style.ts';
import { sideWords, statusMarks, verdictMarks, verdictWords } from './words.ts';

export interface TextOptions {
  readonly style?: Style;
  /** Lists every probe and what was ruled out. */
  readonly verbose?: boolean;
  readonly ruledOut?: readonly {
    readonly id: string;
    readonly title: string;
    readonly because: string;
    /** What speaks against it. */
    readonly evidence: readonly Evidence[];
  }[];
}

export function reportText(report: ReportDocument, options: TextOptions = {}): string {
  const style = options.style ?? noStyle;
  const blocks = [
    headline(report, style),
    report.rehearsal ? rehearsalLines(report.rehearsal, style, options.verbose ?? false).join('\n') : '',
    answerText(report, style),
    ...report.findings.filter((finding) => finding.verdict !== 'unknown').map((finding) => findingText(finding, style)),
    unseenText(report.findings, style),
    probesText(report, style, options.verbose ?? false),
    options.verbose ? ruledOutText(options.ruledOut ?? [], style) : '',
    report.notes.join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headline(report: ReportDocument, style: Style): string {
  const { confirmed, likely, unknown } = report.summary;
  const where = report.environment.url ?? 'no environment URL found';
  const counts = [
    confirmed > 0 ? style.bad(`${confirmed} confirmed`) : '',
    likely > 0 ? style.warn(`${likely} likely`) : '',
    unknown > 0 ? `${unknown} could not be seen` : '',
  ].filter((part) => part !== '');
  const unread = coverageSentences(report.coverage ?? nothingRead);
  const verdict = counts.length > 0 ? counts.join(', ') : nothingFound(report, unread.length === 0, style);
  return [
    `${style.bold('scalekit-fix')} ${report.tool.version} · ${where}`,
    verdict,
    ...unread.map((sentence) => style.warn(sentence)),
  ].join('\n');
}

/** Only where everything was read, and nothing that was pasted is left open, is that all there is to say. */
function nothingFound({ summary, symptom }: ReportDocument, isAllRead: boolean, style: Style): string {
  if (symptom?.answer === 'unexplained') return style.warn('no cause found');
  if (summary.exitCode !== DONE) return 'nothing found';
  return isAllRead ? style.good('✓ nothing wrong found') : 'nothing wrong found in what was read';
}

/** What the user came for is answered first. */
function answerText({ symptom }: ReportDocument, style: Style): string {
  if (!symptom) return '';
  const tone = symptom.answer === 'explained' ? style.bad : symptom.answer === 'nothing-to-explain' ? style.dim : style.warn;
  return [tone(symptom.sentence), ...(symptom.next === undefined ? [] : [`  Next: ${symptom.next}`])].join('\n');
}

export function findingText(finding: FindingReport, style: Style = noStyle): string {
  const tone = finding.verdict === 'confirmed' ? style.bad : style.warn;
  const lines = [
    `${tone(`${verdictMarks[finding.verdict]} ${verdictWords[finding.verdict]}`)}  ${style.bold(finding.title)}`,
    `  ${finding.because}`,
    ...shownEvidence(finding.evidence).flatMap((item) => evidenceLines(item, style)),
    ...(finding.exhibits ?? []).flatMap((exhibit) =>
      exhibitLines(exhibit).map(({ text, tone }) => `    ${tone === 'plain' ? text : style[tone](text)}`),
    ),
    `  Whose side: ${sideWords[finding.side]}   ${style.dim(finding.id)}`,
  ];
  if (finding.remedy) {
    lines.push(
      `  ${style.good('→')} ${finding.remedy.summary}${finding.remedy.files.length > 0 ? ` (${finding.remedy.files.join(', ')})` : ''}`,
    );
    lines.push(...finding.remedy.steps.map((step, index) => `     ${index + 1}. ${step}`));
  }
  lines.push(`  ${style.dim(finding.docs)}`);
  return lines.join('\n');
}

/** One line: “Token request: granted, in exchange-3”. */
function seenWords({ label, actual, note, location, exchange }: Evidence): string {
  const what = [actual, note, location ? `at ${formatLocation(location)}` : undefined, exchange ? `in ${exchange}` : undefined];
  const parts = what.filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? label : `${label}: ${parts.join(', ')}`;
}

export function evidenceLines(item: Evidence, style: Style = noStyle): string[] {
  const at = item.location ? `  ${style.dim(formatLocation(item.location))}` : '';
  const lines = [`    ${item.label}${at}`];
  if (item.expected !== undefined) lines.push(`      expected: ${item.expected}`);
  if (item.actual !== undefined) lines.push(`      actual:   ${item.actual}`);
  if (item.note !== undefined) lines.push(`      ${item.note}`);
  if (item.exchange !== undefined) lines.push(`      ${style.dim(`seen in ${item.exchange}`)}`);
  return lines;
}

/** Causes that share one reason are told once: a dead network would otherwise fill the screen. */
function unseenText(findings: readonly FindingReport[], style: Style): string {
  const groups = new Map<string, FindingReport[]>();
  for (const finding of findings) {
    if (finding.verdict !== 'unknown') continue;
    const key = `${finding.because}\n${finding.howToFindOut ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const lines = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      `  ? ${first.because}`,
      ...(first.howToFindOut ? [`    ${first.howToFindOut}`] : []),
      style.dim(`    ${group.map((finding) => finding.id).join(', ')}`),
    ];
  });
  return lines.length > 0 ? [style.bold('Could not be seen'), ...lines].join('\n') : '';
}

function probesText(report: ReportDocument, style: Style, verbose: boolean): string {
  const { probes } = report;
  if (probes.length === 0) return '';
  const passed = probes.filter((probe) => probe.status === 'ok').length;
  const skipped = probes.filter((probe) => probe.status === 'skipped').length;
  const shown = verbose ? probes : probes.filter((probe) => probe.status === 'crashed');
  const lines = shown.map(
    (probe) =>
      `  ${statusMarks[probe.status]} ${probe.status.padEnd(7)} ${probe.title}${probe.reason ? `: ${probe.reason}` : ''} ${style.dim(`(${probe.durationMs} ms)`)}`,
  );
  const rest = probes.length - passed - skipped;
  const folded = `${passed} of ${probes.length} checks passed${skipped > 0 ? `, ${skipped} did not apply` : ''}${rest > 0 ? `, ${rest} did not pass` : ''}${verbose ? '' : ' (--verbose lists them)'}`;
  return [style.dim(folded), ...lines].join('\n');
}

function ruledOutText(ruledOut: NonNullable<TextOptions['ruledOut']>, style: Style): string {
  if (ruledOut.length === 0) return '';
  return [
    style.bold('Ruled out'),
    ...ruledOut.flatMap((item) => [
      `  ✓ ${item.title}: ${item.because} ${style.dim(item.id)}`,
      ...item.evidence.slice(0, 1).map((seen) => style.dim(`    seen: ${seenWords(seen)}`)),
    ]),
  ].join('\n');
}
