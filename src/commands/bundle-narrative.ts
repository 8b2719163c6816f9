/** What support asks for first (ids, times, the full error text, how to make it happen again), drawn from a diagnosis and from what was pasted. Pure. */
import type { Narrative } from '../bundle/input.ts';
import type { Symptom } from '../diagnosis/symptom.ts';
import type { Artefact, ArtefactKind, Intake } from '../intake/types.ts';
import type { ReportDocument } from '../report/document.ts';
import type { RecordedExchange } from '../scalekit/exchanges.ts';
import { harExcerpt } from './har-excerpt.ts';

export interface NarrativeSources {
  readonly report: ReportDocument;
  readonly exchanges: readonly RecordedExchange[];
  readonly pasted?: Intake | undefined;
  /** The text that was pasted, as it came. */
  readonly text?: string | undefined;
  readonly symptom: Symptom;
  readonly now: string;
}

/** Of a pasted text, this much goes along. */
const LONGEST_TEXT = 20_000;
const MOST_IDS = 5;

export function narrativeOf(sources: NarrativeSources): Narrative {
  const { report, exchanges, pasted, now } = sources;
  const { clientId } = report.environment;
  const client = clientOf(report);
  const webhook = webhookOf(pasted);
  return {
    symptom: symptomOf(sources),
    ...(report.environment.url === null ? {} : { environmentUrl: report.environment.url }),
    ...(typeof clientId === 'string' ? { clientId } : {}),
    ...idsOf(sources),
    client,
    occurredAt: occurredAt(sources) ?? now,
    requestIds: requestIds(exchanges),
    ...(webhook ? { webhook } : {}),
    stepsToReproduce: stepsOf(report, exchanges, client),
  };
}

/** What is decoded elsewhere in the bundle, or names people in a way that no redactor knows, is left out of the text. */
const leftOut: ReadonlySet<ArtefactKind> = new Set(['jwt', 'saml-response', 'token-response', 'har', 'env-file']);

/** What was chosen from the list counts, whatever was pasted before; the text goes along all the same. */
function symptomOf({ pasted, text, symptom }: NarrativeSources): string {
  const chosen = symptom.from === 'list' ? [`Chosen from the list: ${symptom.problems.join(', ') || 'everything'}`] : [];
  return [...chosen, ...saidIn(text, pasted)].join('\n') || 'Everything was looked at; no symptom was named.';
}

function saidIn(text: string | undefined, pasted: Intake | undefined): string[] {
  if (text !== undefined && text.trim() !== '') return [withoutArtefacts(text, pasted?.artefacts ?? [])];
  return (pasted?.artefacts ?? []).map(({ label }) => label);
}

function withoutArtefacts(text: string, artefacts: readonly Artefact[]): string {
  let shown = '';
  let at = 0;
  const hidden = artefacts.filter(({ kind }) => leftOut.has(kind)).sort((a, b) => a.range.start - b.range.start);
  for (const artefact of hidden) {
    const { range, label } = artefact;
    if (range.start > at) shown += text.slice(at, range.start);
    if (range.end > at) shown += [`[${label}]`, ...(artefact.kind === 'har' ? harExcerpt(artefact) : [])].join('\n');
    at = Math.max(at, range.end);
  }
  shown += text.slice(at);
  const left = shown.length - LONGEST_TEXT;
  return left > 0 ? `${shown.slice(0, LONGEST_TEXT)}\n… ${left} more characters were left out.` : shown;
}

/** An id in a finding counts before one in the pasted text, and that before one that a probe came by. */
function idsOf({ report, text }: NarrativeSources): Partial<Narrative> {
  const places = [JSON.stringify(report.findings), text ?? '', JSON.stringify(report.probes)];
  const named = (pattern: RegExp): string | undefined => {
    for (const place of places) {
      const found = [...new Set([...place.matchAll(pattern)].map(([id]) => id))];
      if (found.length > 0) return found.slice(0, MOST_IDS).join(', ');
    }
    return undefined;
  };
  const entries = Object.entries({
    environmentId: named(/\benv_\d+\b/g),
    resourceId: named(/\bres_\d+\b/g),
    organizationId: named(/\borg_\d+\b/g),
    connectionId: named(/\bconn_\d+\b/g),
    directoryId: named(/\bdir_\d+\b/g),
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function webhookOf(pasted: Intake | undefined): Narrative['webhook'] {
  const headers = pasted?.artefacts.find((artefact) => artefact.kind === 'webhook-delivery')?.headers;
  if (!headers) return undefined;
  const messageId = headers['webhook-id'] ?? headers['interceptor-id'];
  const seconds = Number(headers['webhook-timestamp'] ?? headers['interceptor-timestamp'] ?? Number.NaN);
  const delivered = new Date(seconds * 1_000);
  return {
    ...(messageId === undefined ? {} : { messageId }),
    ...(Number.isNaN(delivered.getTime()) ? {} : { deliveredAt: delivered.toISOString() }),
  };
}

/** A time that the pasted text names with its zone; else that of the first answer with an error. */
function occurredAt({ text, exchanges }: NarrativeSources): string | undefined {
  const named = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)/.exec(text ?? '')?.[0];
  return named ?? exchanges.find(hasFailed)?.at;
}

const hasFailed = ({ status, error }: RecordedExchange): boolean => error !== undefined || (status ?? 0) >= 400;

function clientOf(report: ReportDocument): string {
  const { sdks, frameworks } = report.project;
  const names = Array.isArray(sdks) ? sdks.map((sdk) => `${String(sdk['name'])} ${String(sdk['version'] ?? '')}`.trim()) : [];
  const used = [...names, ...(Array.isArray(frameworks) ? frameworks.map(String) : [])].join(', ') || 'no SDK found';
  const scheme = /^(https?):/.exec(report.environment.url ?? '')?.[1];
  return scheme === undefined ? used : `${used}, over ${scheme.toUpperCase()}`;
}

function requestIds(exchanges: readonly RecordedExchange[]): { name: string; value: string }[] {
  const name =
    /^(?:x-request-id|x-trace-id|x-correlation-id|request-id|traceparent|x-amzn-trace-id|x-cloud-trace-context|cf-ray)$/;
  return exchanges
    .filter(({ status }) => status !== undefined && status >= 400)
    .flatMap(({ responseHeaders }) => Object.entries(responseHeaders).filter(([header]) => name.test(header)))
    .map(([header, value]) => ({ name: header, value }))
    .slice(0, 20);
}

/** Each request that failed can be sent again; what was seen in files is to be read there. */
function stepsOf(report: ReportDocument, exchanges: readonly RecordedExchange[], client: string): string[] {
  const failed = exchanges.filter(hasFailed).slice(0, 5);
  return [
    `Take an app with ${client}${report.environment.url === null ? '' : ` and the environment ${report.environment.url}`}.`,
    ...failed.map(
      ({ method, url, status, error, id }) =>
        `Send ${method} ${url}: ${status === undefined ? 'no answer comes' : `the answer is ${status}`}${error === undefined ? '' : ` (${error})`}; ${id} in probes.ndjson has all of it.`,
    ),
    ...report.findings
      .filter(({ verdict }) => verdict === 'confirmed' || verdict === 'likely')
      .slice(0, 10)
      .map(({ because, locations: [first] }) =>
        first ? `Look at ${first.file}:${first.line}: ${because}` : `Note that ${because}`,
      ),
    'Run npx scalekit-fix check in its folder: it says the same.',
  ];
}
