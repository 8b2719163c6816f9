/** A rehearsal as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/): one page an act, one entry an exchange. Pure. */
import type { ActReport, ExchangeReport, MessageReport } from '../report/rehearsal.ts';
import type { BundledRehearsal } from './input.ts';

interface Pair {
  readonly name: string;
  readonly value: string;
}

/** @param shown what may be shown of a body. */
export function harOf(
  { at, port, acts }: BundledRehearsal,
  creator: { readonly name: string; readonly version: string },
  shown: (body: string) => string,
): object {
  // `at` is when the run was over; exchanges count from its beginning.
  const last = Math.max(0, ...acts.flatMap(({ exchanges }) => exchanges.map((one) => one.at + one.ms)));
  const began = (Number.isNaN(Date.parse(at)) ? 0 : Date.parse(at)) - last;
  const time = (ms: number): string => new Date(began + ms).toISOString();
  return {
    log: {
      version: '1.2',
      creator,
      pages: acts.map(({ id, title, outcome, exchanges }) => ({
        startedDateTime: time(exchanges[0]?.at ?? 0),
        id,
        title: `${title}: ${outcome}`,
        pageTimings: {},
      })),
      entries: acts.flatMap((act) => act.exchanges.map((exchange) => entryOf(exchange, act, { port, time, shown }))),
    },
  };
}

interface Setting {
  readonly port: number;
  readonly time: (ms: number) => string;
  readonly shown: (body: string) => string;
}

function entryOf(exchange: ExchangeReport, act: ActReport, { port, time, shown }: Setting): object {
  const { id, from, to, at, ms, status, answer, where } = exchange;
  const isWrong = id === act.wrong;
  return {
    pageref: act.id,
    startedDateTime: time(at),
    time: ms,
    request: requestOf(exchange, port, shown),
    response: responseOf(exchange, shown),
    cache: {},
    timings: { send: 0, wait: ms, receive: 0 },
    ...(isWrong ? { comment: `This one went wrong: ${act.why}` } : {}),
    _exchange: id,
    _from: from,
    _to: to,
    ...(answer === undefined ? {} : { _answer: answer }),
    ...(status === undefined ? { _error: answer ?? 'no answer' } : {}),
    ...(where ? { _where: where } : {}),
  };
}

function requestOf({ method, target, to, request }: ExchangeReport, port: number, shown: Setting['shown']): object {
  const headers = request?.headers ?? [];
  const host = headerOf(headers, 'host') ?? (to === 'app' ? `localhost:${port}` : 'scalekit.invalid');
  const { path, query } = partsOf(target);
  const written = new URLSearchParams(query.map(({ name, value }) => [name, value])).toString();
  const body = request?.body === undefined ? undefined : textOf(request, shown);
  return {
    method,
    url: `http://${host}${path}${written === '' ? '' : `?${written}`}`,
    httpVersion: 'HTTP/1.1',
    cookies: cookiesOf(headers, 'cookie'),
    headers,
    queryString: query,
    ...(body === undefined ? {} : { postData: { mimeType: headerOf(headers, 'content-type') ?? '', text: body, params: [] } }),
    headersSize: -1,
    bodySize: -1,
  };
}

function responseOf({ status, response }: ExchangeReport, shown: Setting['shown']): object {
  const headers = response?.headers ?? [];
  const mimeType = headerOf(headers, 'content-type') ?? '';
  const body = response?.body === undefined ? undefined : textOf(response, shown);
  // A page of the app may show whom it belongs to.
  const isPage = /html/.test(mimeType);
  return {
    status: status ?? 0,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: cookiesOf(headers, 'set-cookie'),
    headers,
    content: {
      size: response?.body?.length ?? 0,
      mimeType,
      ...(isPage ? { comment: 'A page: its text is left out.' } : body === undefined ? {} : { text: body }),
    },
    redirectURL: headerOf(headers, 'location') ?? '',
    headersSize: -1,
    bodySize: -1,
  };
}

function textOf({ body = '' }: MessageReport, shown: Setting['shown']): string {
  return shown(body);
}

function headerOf(headers: readonly Pair[], wanted: string): string | undefined {
  return headers.find(({ name }) => name === wanted)?.value;
}

/** `/login?a=b` with what was said of it behind: `/oauth/token grant_type refresh_token`, `/webhooks (signed)`. */
function partsOf(target: string): { readonly path: string; readonly query: readonly Pair[] } {
  const at = target.indexOf('?');
  if (at === -1) return { path: target.split(/[ (]/)[0] ?? '/', query: [] };
  const query = target
    .slice(at + 1)
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals === -1 ? { name: pair, value: '' } : { name: pair.slice(0, equals), value: pair.slice(equals + 1) };
    });
  return { path: target.slice(0, at), query };
}

function cookiesOf(headers: readonly Pair[], header: 'cookie' | 'set-cookie'): object[] {
  return headers
    .filter(({ name }) => name === header)
    .flatMap(({ value }) => (header === 'cookie' ? value.split(/;\s*/).map((pair) => [pair]) : [value.split(/;\s*/)]))
    .map(([pair = '', ...attributes]) => {
      const at = pair.indexOf('=');
      const own = (wanted: string): string | undefined =>
        attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
      const has = (wanted: string): boolean => attributes.some((one) => one.toLowerCase() === wanted);
      const expires = own('expires');
      return {
        name: at === -1 ? pair : pair.slice(0, at),
        value: at === -1 ? '' : pair.slice(at + 1),
        ...(header === 'cookie' ? {} : { httpOnly: has('httponly'), secure: has('secure') }),
        ...(own('path') === undefined ? {} : { path: own('path') }),
        ...(own('domain') === undefined ? {} : { domain: own('domain') }),
        ...(expires === undefined || Number.isNaN(Date.parse(expires)) ? {} : { expires: new Date(expires).toISOString() }),
      };
    });
}
