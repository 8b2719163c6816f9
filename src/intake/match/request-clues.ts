/** What requests and the statuses of their answers point to: the entries of a HAR file, lines of access logs and of browser consoles. */
import type { Clue } from '../pointers.ts';
import type { Artefact } from '../types.ts';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** Sent by Scalekit: its address or its sender's name stands beside. */
  readonly fromScalekit: boolean;
}

/** `"POST /hooks HTTP/1.1" 404` and `POST https://acme.scalekit.dev/oauth/token 401 (Unauthorized)`, `POST /webhooks 404 3.1 ms`. */
const accessLine =
  /\b(GET|POST|PUT|PATCH|DELETE)\s{1,3}((?:https?:\/\/|\/)[^\s"'<>]{1,2000})(?:\s{1,3}HTTP\/[\d.]{1,3})?"?[\s:–—>=-]{1,6}([1-5]\d\d)\b/g;
/** `HTTP 401 from https://…`, `https://… returned 401`: an address of ours with its status, in any order of one line. */
const addressLine = /(https?:\/\/[^\s"'<>]{1,2000})/g;
const statusBeside =
  /\b(?:HTTP\/?[\d.]{0,3}|status(?: code)?|code|returned|answered|got|with|->|→|=>|error|failed|response)[:= ]{1,3}([1-5]\d\d)\b/i;
const senders = /svix|scalekit|\b34\.94\.129\.140\b|\b35\.198\.115\.68\b/i;
const mostRequests = 2_000;

export function requestsIn(text: string, artefacts: readonly Artefact[]): SeenRequest[] {
  const har = artefacts.flatMap((artefact) => (artefact.kind === 'har' ? artefact.requests : []));
  const seen: SeenRequest[] = har.map((request) => ({ ...request, fromScalekit: false }));
  for (const match of text.matchAll(accessLine)) {
    if (seen.length >= mostRequests) break;
    const [, method = '', url = '', status = '0'] = match;
    const lineStart = text.lastIndexOf('\n', match.index) + 1;
    const beside =
      text.slice(Math.max(lineStart, match.index - 200), match.index + match[0].length + 200).split('\n', 1)[0] ?? '';
    seen.push({ method, url, status: Number(status), fromScalekit: senders.test(beside) });
  }
  for (const match of text.matchAll(addressLine)) {
    if (seen.length >= mostRequests) break;
    const [url = ''] = match;
    if (!/\/(?:scim\/v2|oauth\/(?:token|authorize)|sso\/v\d)\b/.test(url) || seen.some((request) => request.url === url))
      continue;
    const status = statusBeside.exec(lineAround(text, match.index, url.length))?.[1];
    if (status !== undefined) seen.push({ method: '', url, status: Number(status), fromScalekit: false });
  }
  return seen;
}

function lineAround(text: string, start: number, length: number): string {
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const before = text.slice(Math.max(lineStart, start - 160), start);
  const after = text.slice(start + length, start + length + 160).split('\n', 1)[0] ?? '';
  return `${before} ${after}`;
}

export function cluesOfRequests(requests: readonly SeenRequest[]): Clue[] {
  return requests.filter(({ status }) => status >= 300).flatMap(clueOf);
}

const scalekitHost = /^https?:\/\/[\w.-]{1,200}\.scalekit\.(?:com|dev|cloud)(?:[:/]|$)/i;

function clueOf({ method, url, status, fromScalekit }: SeenRequest): Clue[] {
  const path = url.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*/, '');
  const told = `${method} ${path} ${status}`.trim();
  const possible = (problem: string, because: string, weight: number): Clue => ({
    problem,
    strength: 'possible',
    because,
    matched: told,
    weight,
  });
  const atScalekit = scalekitHost.test(url);
  if (/\/oauth\/token$/.test(path) && status === 401)
    return [possible('invalid-client', 'The token endpoint answered 401: it did not accept client id and secret.', 58)];
  if (/\/oauth\/token$/.test(path) && status === 400)
    return [
      possible('cannot-refresh', 'The token endpoint answered 400: the code or the refresh token was not accepted.', 57),
      possible(
        'redirect-uri-mismatch',
        'The token endpoint answered 400: the redirect URI may differ from that of the login.',
        40,
      ),
    ];
  if (atScalekit && /\/oauth\/authorize$/.test(path) && status >= 400)
    return [
      possible('redirect-uri-mismatch', `The authorize request was answered with ${status}.`, 56),
      possible('invalid-client', `The authorize request was answered with ${status}.`, 41),
    ];
  if (/\/sso\/v\d\/saml\//.test(path) && status >= 400)
    return [possible('saml-validation-failed', `Scalekit answered the SAML response with ${status}.`, 56)];
  const isHook = /hook/i.test(url) && (fromScalekit || /scalekit/i.test(url));
  if (/\/scim\/v2\b/.test(path))
    return [
      {
        ...possible(
          'users-not-provisioning',
          `The SCIM endpoint answered ${status}: ${status === 401 || status === 403 ? 'it did not accept the bearer token' : 'the directory did not take what was sent'}.`,
          62,
        ),
        strength: status === 401 || status === 403 ? 'likely' : 'possible',
      },
      ...(/\/Groups\b/.test(path) ? [possible('group-sync', `The SCIM endpoint answered ${status} for groups.`, 63)] : []),
    ];
  if (method !== 'POST' || !isHook) return [];
  const refused = status === 400 || status === 401;
  const missed: Clue = {
    problem: 'not-received',
    strength: refused ? 'possible' : 'likely',
    because: `The webhook route answered ${status}: only 2xx counts as received.`,
    matched: told,
    weight: refused ? 44 : 64,
  };
  return refused
    ? [
        possible(
          'signature-verification',
          `The webhook route answered ${status}, as it does when the signature does not fit.`,
          54,
        ),
        missed,
      ]
    : [missed];
}
