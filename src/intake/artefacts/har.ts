/** Recognises a HAR file; what its requests hold is found by the other recognisers, which read the same text. */
import type { HarArtefact } from '../types.ts';
import { isRecord, type Source, shown, wholeJson } from './source.ts';

const mostRequests = 2_000;

export function recogniseHar({ input }: Source): HarArtefact[] {
  if (!/"log"\s{0,20}:/.test(input.slice(0, 2_000)) || !input.includes('"entries"')) return [];
  const whole = wholeJson(input);
  const log = isRecord(whole) ? whole['log'] : undefined;
  const entries = isRecord(log) ? log['entries'] : undefined;
  if (!Array.isArray(entries)) return [];
  const requests = entries.slice(0, mostRequests).flatMap((entry: unknown) => {
    const request = isRecord(entry) ? entry['request'] : undefined;
    const response = isRecord(entry) ? entry['response'] : undefined;
    if (!isRecord(request) || typeof request['url'] !== 'string') return [];
    const status = isRecord(response) && typeof response['status'] === 'number' ? response['status'] : 0;
    const method = String(request['method'] ?? 'GET').slice(0, 10);
    const sentAt = timeOf(isRecord(entry) ? entry['startedDateTime'] : undefined);
    const answeredAt = timeOf(isRecord(response) ? headerOf(response['headers'], 'date') : undefined);
    return [
      {
        method,
        url: request['url'].slice(0, 32_768),
        status,
        ...(sentAt === undefined ? {} : { sentAt }),
        ...(answeredAt === undefined ? {} : { answeredAt }),
      },
    ];
  });
  const failed = failures(entries.slice(0, mostRequests));
  return [
    {
      kind: 'har',
      label: labelOf(entries.length, failed),
      range: { start: 0, end: input.length },
      entries: entries.length,
      requests,
      values: { requests: shown(String(entries.length)), failed: String(failed) },
    },
  ];
}

function labelOf(requests: number, failed: number): string {
  if (requests === 1) return `HAR file with one request, which ${failed > 0 ? 'failed' : 'did not fail'}`;
  const those = requests > mostRequests ? `of the first ${mostRequests}` : 'of them';
  return `HAR file with ${requests} requests, ${failed === 0 ? 'none' : failed} ${those} failed`;
}

const saysError = /[?&#]error=[^&#]/;

/** A status of 400 and more, no answer at all, or a redirect that hands an error back; where that leads to is the same failure. */
function failures(entries: readonly unknown[]): number {
  const told = new Set<string>();
  return entries.filter((entry) => {
    const [request, response] = isRecord(entry) ? [entry['request'], entry['response']] : [];
    if (!isRecord(request) || typeof request['url'] !== 'string') return false;
    const status = isRecord(response) ? Number(response['status']) : 0;
    const target = isRecord(response) ? String(response['redirectURL'] || headerOf(response['headers'], 'location') || '') : '';
    const isTold = [...told].some((address) => address.endsWith(String(request['url']).replace(/^https?:\/\/[^/]*/, '')));
    if (saysError.test(target)) told.add(target);
    const hasNoAnswer = status === 0 && isRecord(response) && typeof response['_error'] === 'string';
    return status >= 400 || hasNoAnswer || saysError.test(target) || (saysError.test(request['url']) && !isTold);
  }).length;
}

function headerOf(headers: unknown, name: string): unknown {
  const all: unknown[] = Array.isArray(headers) ? headers.slice(0, 200) : [];
  const found = all.find((header) => isRecord(header) && String(header['name']).toLowerCase() === name);
  return isRecord(found) ? found['value'] : undefined;
}

function timeOf(text: unknown): number | undefined {
  const time = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isFinite(time) ? time : undefined;
}
