/** The OpenID provider's metadata (OpenID Connect Discovery 1.0 §3), and where it contradicts the address it was fetched from. Pure. */
import * as z from 'zod/mini';
import { plainText } from '../../redaction/plain-text.ts';
import { isLoopbackHost } from '../environment-url.ts';
import { optionalText, texts } from './fields.ts';

export const discoverySchema = z.object({
  issuer: z.string(),
  authorization_endpoint: optionalText,
  token_endpoint: optionalText,
  userinfo_endpoint: optionalText,
  jwks_uri: optionalText,
  end_session_endpoint: optionalText,
  introspection_endpoint: optionalText,
  revocation_endpoint: optionalText,
  registration_endpoint: optionalText,
  response_types_supported: texts,
  grant_types_supported: texts,
  scopes_supported: texts,
  subject_types_supported: texts,
  id_token_signing_alg_values_supported: texts,
  token_endpoint_auth_methods_supported: texts,
  code_challenge_methods_supported: texts,
  claims_supported: texts,
});
export type Discovery = z.infer<typeof discoverySchema>;

export interface DiscoveryDifference {
  readonly kind: 'issuer-differs' | 'other-origin' | 'not-https' | 'not-a-url' | 'missing';
  readonly field: string;
  readonly expected: string;
  /** As the server wrote it, but short and without control codes. */
  readonly actual: string;
}

const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'userinfo_endpoint', 'end_session_endpoint'] as const;
const REQUIRED: readonly string[] = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'];

/** Everything in the document that names another place than `origin`. Nothing is ever sent to such a place. */
export function discoveryDifferences(document: Discovery, origin: string): DiscoveryDifference[] {
  const found: DiscoveryDifference[] = [];
  if (document.issuer !== origin) {
    found.push({ kind: 'issuer-differs', field: 'issuer', expected: origin, actual: shown(document.issuer) });
  }
  for (const field of ENDPOINTS) {
    const actual = document[field];
    if (actual === undefined || actual === '') {
      if (REQUIRED.includes(field))
        found.push({ kind: 'missing', field, expected: `an address under ${origin}`, actual: 'nothing' });
      continue;
    }
    const url = URL.canParse(actual) ? new URL(actual) : undefined;
    const expected = `an address under ${origin}`;
    if (!url) found.push({ kind: 'not-a-url', field, expected, actual: shown(actual) });
    else if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(url.hostname))) {
      found.push({ kind: 'not-https', field, expected, actual: shown(actual) });
    } else if (url.origin !== origin) found.push({ kind: 'other-origin', field, expected, actual: shown(actual) });
  }
  return found;
}

function shown(value: string): string {
  return plainText(value, { maxLength: 200 });
}
