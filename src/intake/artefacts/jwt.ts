/** Recognises JSON Web Tokens and reads header and claims, without checking anything. */
import { Buffer } from 'node:buffer';
import { Secret } from '../../redaction/secret.ts';
import type { JwtArtefact } from '../types.ts';
import { isRecord, keptPerKind, pasteLimit, rangeOf, type Source, shown } from './source.ts';

const longest = 32_768;
const whole = /^eyJ[\w-]{8,8192}\.[\w-]{4,24576}\.[\w-]{0,8192}/;
const told = ['iss', 'aud', 'sub', 'oid', 'client_id', 'exp', 'nbf', 'iat'];

export function recogniseJwts(source: Source): JwtArtefact[] {
  const { text } = source.view;
  const found: JwtArtefact[] = [];
  const seen = new Set<string>();
  let at = text.indexOf('eyJ');
  while (at !== -1 && found.length < keptPerKind) {
    const glued = at > 0 && /[\w-]/.test(text[at - 1] ?? '');
    const end = glued ? at : tokenEnd(text, at);
    const token = text.slice(at, end).replace(/\s+/g, '');
    const artefact = seen.has(token) || end === at ? undefined : read(source, token, at, end);
    seen.add(token);
    if (artefact) found.push(artefact);
    at = text.indexOf('eyJ', Math.max(end, at + 3));
  }
  return found;
}

function tokenEnd(text: string, at: number): number {
  const piece = text.slice(at, at + longest);
  const wrapped =
    text.length <= pasteLimit
      ? /^eyJ[\w-]*(?:\r?\n[\w-]+)*\.(?:\r?\n)?[\w-]+(?:\r?\n[\w-]+)*\.(?:\r?\n)?[\w-]*(?:\r?\n[\w-]{12,})*(?:\r?\n[\w-]+(?=\s*$))?/.exec(
          piece,
        )
      : null;
  return at + (wrapped?.[0] ?? whole.exec(piece)?.[0] ?? '').length;
}

function read(source: Source, token: string, start: number, end: number): JwtArtefact | undefined {
  const [head = '', body = ''] = token.split('.');
  const header = decode(head);
  const claims = decode(body);
  if (!header || !claims || typeof header['alg'] !== 'string') return undefined;
  const expiry = claims['exp'];
  const over = typeof expiry === 'number' && expiry * 1000 < source.now;
  const values: Record<string, string | Secret> = { token: new Secret(token), alg: shown(header['alg'], 20) };
  for (const name of told) {
    const claim = claims[name];
    if (claim === undefined) continue;
    values[name] =
      typeof claim === 'number' && /^(?:exp|nbf|iat)$/.test(name)
        ? moment(claim)
        : shown(typeof claim === 'string' ? claim : JSON.stringify(claim));
  }
  const issuer = typeof claims['iss'] === 'string' ? ` of ${shown(claims['iss'], 120)}` : '';
  const state = typeof expiry === 'number' ? (over ? `, expired at ${moment(expiry)}` : `, valid until ${moment(expiry)}`) : '';
  return {
    kind: 'jwt',
    label: `JWT${issuer}${state}`,
    range: rangeOf(source, start, end),
    token: new Secret(token),
    header,
    claims,
    values,
  };
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function moment(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().replace('.000Z', 'Z');
}
