/** The claims of what was pasted (JWTs, SAML responses), decoded for a support bundle. Values that name people are the bundle's business. */
import type { DecodedClaims } from '../bundle/input.ts';
import type { Intake } from '../intake/types.ts';
import type { JsonObject, JsonValue } from '../report/document.ts';

const MOST = 20;
const MAX_DEPTH = 20;

export async function claimsOf(pasted: Intake | undefined): Promise<readonly DecodedClaims[]> {
  const claims: DecodedClaims[] = [];
  for (const artefact of pasted?.artefacts ?? []) {
    if (claims.length >= MOST) break;
    if (artefact.kind === 'jwt')
      claims.push({ source: 'jwt', claims: objectOf({ header: artefact.header, claims: artefact.claims }) });
    if (artefact.kind === 'saml-response') {
      const { samlClaims } = await import('../scalekit/saml/claims.ts');
      const decoded = samlClaims(artefact.content.reveal());
      if (decoded) claims.push({ source: 'SAMLResponse', claims: objectOf(decoded) });
    }
  }
  return claims;
}

function objectOf(value: object): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, jsonOf(item, 1)]));
}

/** What JSON has no words for is null; what is nested beyond reason is cut. */
function jsonOf(value: unknown, depth: number): JsonValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item: unknown) => jsonOf(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, jsonOf(item, depth + 1)]));
}
