/** The allow-list: of every object only named fields go into a bundle, so that a field added elsewhere does not leak by itself. Pure. */
import type { Evidence } from '../diagnosis/evidence.ts';
import type { Exhibit } from '../diagnosis/exhibit.ts';
import type { JsonObject, JsonValue, ReportDocument } from '../report/document.ts';
import type { RecordedExchange } from '../scalekit/exchanges.ts';

export function allowedReport(report: ReportDocument): object {
  const { schemaVersion, tool, environment, project, probes, findings, summary, notes, fixes } = report;
  return {
    schemaVersion,
    tool: pick(tool, ['name', 'version', 'command']),
    environment: pick(environment, ['url', 'tier', 'clientId', 'environmentId']),
    project: allowedProject(project),
    probes: probes.map((probe) => ({
      ...pick(probe, ['id', 'title', 'status', 'durationMs', 'reason']),
      evidence: probe.evidence.map(allowedEvidence),
    })),
    findings: findings.map((finding) => ({
      ...pick(finding, ['id', 'problem', 'category', 'title', 'verdict', 'severity', 'side', 'because', 'howToFindOut', 'docs']),
      evidence: finding.evidence.map(allowedEvidence),
      ...(finding.exhibits ? { exhibits: finding.exhibits.map(allowedExhibit) } : {}),
      locations: finding.locations.map((location) => pick(location, ['file', 'line', 'column'])),
      remedy: finding.remedy && pick(finding.remedy, ['kind', 'summary', 'files', 'steps']),
    })),
    summary: pick(summary, ['confirmed', 'likely', 'unknown', 'exitCode']),
    notes,
    ...(fixes ? { fixes: fixes.map((fix) => pick(fix, ['finding', 'outcome', 'message'])) } : {}),
  };
}

function allowedExhibit(exhibit: Exhibit): object {
  return exhibit.kind === 'table'
    ? { ...pick(exhibit, ['kind', 'title', 'columns']), rows: exhibit.rows.map((row) => pick(row, ['cells', 'differs'])) }
    : {
        ...pick(exhibit, ['kind', 'title', 'until']),
        spans: exhibit.spans.map((span) => pick(span, ['label', 'from', 'to', 'note', 'decides'])),
      };
}

function allowedEvidence(evidence: Evidence): object {
  return {
    ...pick(evidence, ['label', 'expected', 'actual', 'note', 'exchange', 'source']),
    ...(evidence.location ? { location: pick(evidence.location, ['file', 'line', 'column']) } : {}),
  };
}

export function allowedExchange(exchange: RecordedExchange): object {
  return pick(exchange, [
    'id',
    'at',
    'method',
    'url',
    'status',
    'durationMs',
    'error',
    'requestHeaders',
    'requestBody',
    'responseHeaders',
    'responseBody',
  ]);
}

/** Where the project lies on the disk names its user; its last folder is enough. */
export function allowedProject(project: JsonObject): JsonObject {
  const names = [
    'root',
    'languages',
    'frameworks',
    'packageManager',
    'sdks',
    'envFiles',
    'packages',
    'deployment',
    'git',
    'runtime',
    'os',
  ] as const;
  const chosen = pick(project, names) as { [key: string]: JsonValue };
  const { root } = chosen;
  if (typeof root === 'string') chosen['root'] = root.split(/[\\/]/).filter(Boolean).at(-1) ?? '';
  return chosen;
}

function pick<T extends object, K extends keyof T>(value: T, names: readonly K[]): Partial<T> {
  const chosen: Partial<T> = {};
  for (const name of names) if (value[name] !== undefined) chosen[name] = value[name];
  return chosen;
}
