/** The message to Scalekit's support that goes with a bundle: to copy, or as an address that a mail program opens. Pure. */
import type { Redactor } from '../redaction/redactor.ts';
import type { FindingReport, ReportDocument } from '../report/document.ts';
import { verdictWords } from '../report/words.ts';
import { RedactionFailure } from './redact-entry.ts';

export interface SupportMessage {
  readonly subject: string;
  readonly body: string;
  /** At most 2,000 characters: more than that, mail programs cut off or refuse. */
  readonly mailto: string;
}

export const SUPPORT_ADDRESS = 'support@scalekit.com';
const LONGEST_MAILTO = 2_000;
const LONGEST_SYMPTOM = 2_000;

export interface MessageOptions {
  readonly redactor: Redactor;
  readonly symptom?: string;
  /** Name of the bundle's file, to be attached by hand. */
  readonly bundle?: string;
}

export function supportMessage(report: ReportDocument, options: MessageOptions): SupportMessage {
  try {
    return messageOf(report, options);
  } catch {
    // What broke may stand in the error.
    throw new RedactionFailure('Redacting the message to support failed.');
  }
}

function messageOf(report: ReportDocument, options: MessageOptions): SupportMessage {
  const { redactor } = options;
  const [first] = seen(report);
  const where = report.environment.url ?? 'unknown environment';
  const subject = oneLine(redactor.redact(`${first?.title ?? 'Help with a Scalekit set-up'} (${where})`)).slice(0, 150);
  const body = redactor.redact(bodyOf(report, options)).replace(/\n{3,}/g, '\n\n');
  return { subject, body, mailto: mailto(subject, body) };
}

function bodyOf(report: ReportDocument, { symptom, bundle }: MessageOptions): string {
  const findings = seen(report)
    .slice(0, 5)
    .map((finding) => `- ${finding.title} (${finding.id}, ${verdictWords[finding.verdict]}): ${oneLine(finding.because)}`);
  const clientId = report.environment['clientId'];
  const lines = [
    'Hello,',
    symptom ? `what I see:\n${shortened(symptom.trim())}` : '',
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

/** What could not be decided is in the bundle; a message names what was found. */
const seen = (report: ReportDocument): readonly FindingReport[] => report.findings.filter(({ verdict }) => verdict !== 'unknown');
const shortened = (text: string): string =>
  text.length > LONGEST_SYMPTOM ? `${text.slice(0, LONGEST_SYMPTOM)}\n… (all of it is in the bundle)` : text;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function mailto(subject: string, body: string): string {
  const head = `mailto:${SUPPORT_ADDRESS}?subject=${encodeURIComponent(wellFormed(subject))}&body=`;
  const rest = '\n…';
  let length = body.length;
  for (;;) {
    const whole = `${head}${encodeURIComponent(wellFormed(length < body.length ? `${body.slice(0, length)}${rest}` : body))}`;
    if (whole.length <= LONGEST_MAILTO || length === 0) return whole.slice(0, LONGEST_MAILTO);
    length = Math.max(0, Math.min(length - 1, Math.floor(length * (LONGEST_MAILTO / whole.length))));
  }
}

/** Half a pair of surrogates, where the text was cut, cannot be encoded; lines end as in mail (RFC 6068 §5). */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8').replace(/\r?\n/g, '\r\n');
