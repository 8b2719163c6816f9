/** The message to Scalekit's support that goes with a bundle: to copy, or as an address that a mail program opens. Pure. */
import type { Redactor } from '../redaction/redactor.ts';
import type { ReportDocument } from '../report/document.ts';
import { verdictWords } from '../report/words.ts';

export interface SupportMessage {
  readonly subject: string;
  readonly body: string;
  /** At most 2,000 characters: more than that, mail programs cut off or refuse. */
  readonly mailto: string;
}

const ADDRESS = 'support@scalekit.com';
const LONGEST_MAILTO = 2_000;

export interface MessageOptions {
  readonly redactor: Redactor;
  readonly symptom?: string;
  /** Name of the bundle's file, to be attached by hand. */
  readonly bundle?: string;
}

export function supportMessage(report: ReportDocument, options: MessageOptions): SupportMessage {
  const { redactor } = options;
  const first = report.findings[0];
  const where = report.environment.url ?? 'unknown environment';
  const subject = oneLine(redactor.redact(`${first?.title ?? 'Help with a Scalekit set-up'} (${where})`)).slice(0, 150);
  const body = redactor.redact(bodyOf(report, options)).replace(/\n{3,}/g, '\n\n');
  return { subject, body, mailto: mailto(subject, body) };
}

function bodyOf(report: ReportDocument, { symptom, bundle }: MessageOptions): string {
  const findings = report.findings
    .slice(0, 5)
    .map((finding) => `- ${finding.title} (${finding.id}, ${verdictWords[finding.verdict]}): ${oneLine(finding.because)}`);
  const clientId = report.environment['clientId'];
  const lines = [
    'Hello,',
    symptom ? `what I see:\n${symptom.trim()}` : '',
    [`Environment: ${report.environment.url ?? 'unknown'}`, typeof clientId === 'string' ? `Client id: ${clientId}` : '']
      .filter(Boolean)
      .join('\n'),
    findings.length > 0
      ? `What scalekit-fix ${report.tool.version} found:\n${findings.join('\n')}`
      : `scalekit-fix ${report.tool.version} found no cause.`,
    bundle ? `Everything else is in the attached ${bundle}; secrets were taken out.` : '',
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function mailto(subject: string, body: string): string {
  const head = `mailto:${ADDRESS}?subject=${encodeURIComponent(wellFormed(subject))}&body=`;
  const rest = '\n…';
  let length = body.length;
  for (;;) {
    const whole = `${head}${encodeURIComponent(wellFormed(length < body.length ? `${body.slice(0, length)}${rest}` : body))}`;
    if (whole.length <= LONGEST_MAILTO || length === 0) return whole.slice(0, LONGEST_MAILTO);
    length = Math.max(0, Math.min(length - 1, Math.floor(length * (LONGEST_MAILTO / whole.length))));
  }
}

/** Half a pair of surrogates, where the text was cut, cannot be encoded. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
