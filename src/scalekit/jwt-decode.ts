/** Takes a compact JSON Web Token apart without believing a word of it (RFC 7515 §7.1). Pure, bounded, no library. */
import { readJson } from './json.ts';
import { isRecord } from './schemas/fields.ts';

export interface DecodedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** The token itself, tidied: a credential. */
  readonly compact: string;
}

export type JwtProblem =
  | 'too-long'
  | 'encrypted'
  | 'not-three-parts'
  | 'truncated'
  | 'not-base64url'
  | 'not-json'
  | 'not-an-object';

export type DecodeResult =
  | { readonly ok: true; readonly token: DecodedJwt }
  | { readonly ok: false; readonly problem: JwtProblem };

const MAX_LENGTH = 64 * 1024;

export function decodeJwt(text: string): DecodeResult {
  if (text.length > MAX_LENGTH) return { ok: false, problem: 'too-long' };
  const compact = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["'`]+|["'`;,]+$/g, '')
    .replace(/^(?:authorization:\s*)?bearer\s+/i, '')
    .replaceAll(' ', '');
  const parts = compact.split('.');
  if (parts.length === 5) return { ok: false, problem: 'encrypted' };
  const [head, body, signature] = parts;
  if (parts.length === 2 && head?.startsWith('eyJ')) return { ok: false, problem: 'truncated' };
  if (parts.length !== 3 || !head || !body || signature === undefined) return { ok: false, problem: 'not-three-parts' };
  const header = member(head);
  if (typeof header === 'string') return { ok: false, problem: header };
  const claims = member(body);
  if (typeof claims === 'string') return { ok: false, problem: claims };
  if (!/^[\w-]*$/.test(signature)) return { ok: false, problem: 'not-base64url' };
  return { ok: true, token: { header, claims, compact } };
}

function member(part: string): Record<string, unknown> | JwtProblem {
  if (!/^[\w-]+$/.test(part)) return 'not-base64url';
  const json = readJson(Buffer.from(part, 'base64url').toString('utf8'));
  if (!json.ok) return 'not-json';
  return isRecord(json.value) ? json.value : 'not-an-object';
}
