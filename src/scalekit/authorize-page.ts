/** Reads an OAuth error out of a page made for people, or out of JSON. Pure. */
import { readJson } from './json.ts';
import { isRecord } from './schemas/fields.ts';

/** The codes Scalekit refuses an authorize request with, and the names its troubleshooting page has for some of them. */
export const AUTHORIZE_ERROR_CODES = [
  'invalid_redirect_uri',
  'redirect_uri_mismatch',
  'invalid_client',
  'unauthorized_client',
  'application_not_active',
  'invalid_connection_selector',
  'connection_not_found',
  'connection_not_active',
  'no_active_connections',
  'no_configured_connections',
  'invalid_organization_id',
  'invalid_connection_id',
  'domain_not_found',
  'invalid_user_domain',
  'invalid_request',
  'invalid_scope',
  'unsupported_response_type',
  'invalid_client_metadata_url',
  'unauthorized',
  'access_denied',
  'user_not_active',
  'user_login_required',
  'authentication_not_completed',
  'temporarily_unavailable',
  'server_error',
] as const;

export interface PageError {
  readonly error: string;
  readonly description: string;
}

const CODES = new RegExp(`(?<![\\w-])(?:${AUTHORIZE_ERROR_CODES.join('|')})(?![\\w-])`);

/**
 * On a successful page only what a reader sees counts: the scripts of a login page know every code by name. On an error
 * page anything counts, what is seen first.
 */
export function errorCodeIn(body: string, status: number): PageError | undefined {
  const json = /^\s*\{/.test(body) ? readJson(body) : undefined;
  if (json?.ok && isRecord(json.value) && typeof json.value['error'] === 'string') {
    const description = json.value['error_description'];
    return {
      error: json.value['error'].slice(0, 80).replace(/[^\w.:-]/g, ''),
      description: typeof description === 'string' ? description : '',
    };
  }
  const seen = visibleText(body);
  const code =
    CODES.exec(seen)?.[0] ?? (status >= 400 ? (CODES.exec(body.slice(0, SEARCHED))?.[0] ?? spelledOut(seen)) : undefined);
  return code ? { error: code, description: sentenceAround(seen, code) } : undefined;
}

const SEARCHED = 256 * 1024;

/** What a page says that shows no code. */
const SPELLED_OUT: readonly (readonly [RegExp, string])[] = [
  [
    /redirect[ _]ur[il][^.]{0,60}(?:not|mismatch|invalid|isn't)|(?:invalid|unregistered|mismatch\w*) redirect[ _]ur[il]/i,
    'invalid_redirect_uri',
  ],
  [/unable to retrieve client|(?:unknown|invalid) client|client[^.]{0,30}(?:not found|does not exist)/i, 'invalid_client'],
];

function spelledOut(text: string): string | undefined {
  return SPELLED_OUT.find(([pattern]) => pattern.test(text))?.[1];
}

/** The page without its markup, scripts and styles; entities decoded where they matter for reading. */
export function visibleText(html: string): string {
  return withoutElements(html.slice(0, SEARCHED), ['script', 'style', 'template', 'svg'])
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:#95|lowbar|#x5f);/gi, '_')
    .replace(/&(?:quot|#34|#39|apos);/gi, "'")
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&amp;/gi, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** By searching, not by an expression: linear on whatever a server sends. */
function withoutElements(html: string, names: readonly string[]): string {
  let text = html;
  for (const name of names) {
    const lower = text.toLowerCase();
    let kept = '';
    let from = 0;
    for (let start = lower.indexOf(`<${name}`); start !== -1; start = lower.indexOf(`<${name}`, from)) {
      kept += text.slice(from, start);
      const end = lower.indexOf(`</${name}`, start);
      from = end === -1 ? text.length : end;
      if (end === -1) break;
    }
    text = kept + text.slice(from);
  }
  return text;
}

function sentenceAround(text: string, code: string): string {
  const at = text.indexOf(code);
  if (at === -1) return text.slice(0, 200);
  return text.slice(Math.max(0, at - 120), at + code.length + 200).trim();
}
