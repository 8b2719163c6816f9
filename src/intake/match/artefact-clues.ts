/** What an artefact points to by itself, where its codes and words do not already say it. */
import type { Clue } from '../pointers.ts';
import type { Artefact, CallbackUrlArtefact, CodeSnippetArtefact, JwtArtefact } from '../types.ts';

export function cluesOfArtefacts(artefacts: readonly Artefact[], now: number): Clue[] {
  return artefacts.flatMap((artefact) => clueOf(artefact, now));
}

function clue(
  problem: string,
  strength: Clue['strength'],
  because: string,
  matched: string,
  weight: number,
  cause?: string,
): Clue {
  return { problem, strength, because, matched, weight, ...(cause === undefined ? {} : { cause }) };
}

function clueOf(artefact: Artefact, now: number): Clue[] {
  switch (artefact.kind) {
    case 'jwt':
      return jwtClues(artefact, now);
    case 'saml-response':
    case 'saml-metadata':
      return [
        clue(
          'saml-validation-failed',
          'possible',
          'A SAML document was pasted: it can be held against the connection.',
          artefact.kind,
          40,
        ),
      ];
    case 'webhook-delivery':
      return [
        clue(
          'signature-verification',
          'possible',
          'A webhook delivery was pasted: its signature can be checked.',
          'webhook-signature',
          40,
        ),
      ];
    case 'callback-url':
      if (artefact.idpInitiatedLogin) {
        return [
          clue('idp-initiated-login', 'possible', 'The address carries an IdP-initiated login.', 'idp_initiated_login', 60),
        ];
      }
      if (artefact.code && /^(?:null|undefined|None|nil|)$/.test(artefact.state ?? '-')) return [emptyState(artefact)];
      if (artefact.code && artefact.state === undefined) {
        return [clue('state-missing', 'possible', 'The callback came back with a code and without a state.', artefact.label, 45)];
      }
      return [];
    case 'authorize-url':
      return authorizeClues(
        artefact.parameters.map(([name]) => name),
        artefact.environmentUrl,
      );
    case 'token-response':
      if (artefact.refreshToken || !artefact.accessToken) return [];
      return [
        clue(
          'cannot-refresh',
          'possible',
          'The token response has no refresh token: offline_access was not asked for.',
          'refresh_token',
          45,
          'no-offline-access',
        ),
      ];
    case 'code-snippet':
      return snippetClues(artefact);
    default:
      return [];
  }
}

/** `state=null` is what a program writes that had no state: no login of this app sent it. */
function emptyState({ state }: CallbackUrlArtefact): Clue {
  const shown = state === '' ? 'empty' : `“${state}”`;
  return {
    ...clue(
      'state-missing',
      'likely',
      `The state that came back is ${shown}, so no login of this app was sent with a state of its own.`,
      `state=${state}`,
      62,
    ),
    code: {
      title: 'The state of the callback is empty: this app did not begin the login with a state',
      next: 'Begin every login in a route of the app that makes a random state, keeps it in the session and sends it; refuse a callback without it.',
      side: 'app',
      docs: 'https://www.rfc-editor.org/rfc/rfc6749#section-10.12',
    },
  };
}

/** Issuers that are surely no Scalekit environment, custom domain or not. */
const otherIssuers =
  /\b(?:auth0\.com|google\.com|googleapis\.com|clerk\.|supabase\.|amazonaws\.com|microsoftonline\.com|windows\.net|firebase|appleid\.apple\.com|github|gitlab|okta\.com|workos\.com|kinde\.com|fusionauth)/i;
export function isOthersToken(claims: JwtArtefact['claims']): boolean {
  return otherIssuers.test(String(claims['iss'] ?? ''));
}

/** Clocks of two machines may differ by so much. */
const skewMs = 60_000;

function jwtClues({ claims, header }: JwtArtefact, now: number): Clue[] {
  if (isOthersToken(claims)) return [];
  const clues: Clue[] = [];
  const { exp, nbf, iat } = claims;
  if (typeof exp === 'number' && exp * 1000 < now)
    clues.push(clue('token-expired', 'likely', 'The exp claim of the pasted token lies in the past.', 'exp', 70));
  if ([nbf, iat].some((moment) => typeof moment === 'number' && moment * 1000 > now + skewMs))
    clues.push(
      clue(
        'token-expired',
        'likely',
        'The pasted token begins in the future by this clock: one of two clocks is wrong.',
        'iat',
        69,
        'local-clock-wrong',
      ),
    );
  const alg = header['alg'];
  if (/scalekit/i.test(String(claims['iss'] ?? '')) && alg !== 'RS256')
    clues.push(
      clue(
        'id-token-not-verified',
        'possible',
        `Scalekit signs with RS256, and the header of this token says ${String(alg).slice(0, 20)}: who accepts it does not verify.`,
        'alg',
        50,
      ),
    );
  return clues;
}

const selectors = ['organization_id', 'connection_id', 'domain', 'domain_hint', 'provider', 'login_hint'];

function authorizeClues(names: readonly string[], environmentUrl: string): Clue[] {
  const clues: Clue[] = [];
  if (!names.includes('redirect_uri')) {
    clues.push(clue('redirect-uri-mismatch', 'likely', 'The authorize request names no redirect URI.', 'redirect_uri', 60));
  } else
    clues.push(
      clue(
        'redirect-uri-mismatch',
        'possible',
        'The redirect URI of the request can be held against the allowed ones.',
        'redirect_uri',
        35,
      ),
    );
  if (!names.includes('state'))
    clues.push(clue('state-missing', 'likely', 'The authorize request carries no state.', 'state', 50));
  if (!names.some((name) => selectors.includes(name)) && /scalekit/.test(environmentUrl)) {
    clues.push(
      clue(
        'connection-not-found',
        'possible',
        'The authorize request names no organization, connection, domain or provider.',
        'organization_id',
        30,
      ),
    );
  }
  return clues;
}

/** Calls that guides show and no SDK has; `$` ends at the method. */
const unknownCalls =
  /^(?:connections\.|webhooks?\.(?!verify_?interceptor)|directories\.|organizations\.(?!\w+\()|verifySignature$|verify_signature$|auth\.(?:getAuthorizationUrl|authenticateWithCode))/;
const pluralsElsewhere = /^(?:users|sessions|roles|permissions)\./;

function snippetClues({ calls, language }: CodeSnippetArtefact): Clue[] {
  const unknown = calls.find(
    (call) => (unknownCalls.test(call) && language !== 'java') || (pluralsElsewhere.test(call) && language === 'javascript'),
  );
  if (unknown === undefined) return [];
  const isWebhook = /webhook|verify/i.test(unknown);
  return [
    clue('unknown-sdk-call', 'likely', `The SDK has no ${unknown}.`, unknown, 80),
    ...(isWebhook
      ? [
          clue(
            'signature-verification',
            'possible',
            `${unknown} does not verify anything: the SDK has verifyWebhookPayload.`,
            unknown,
            60,
          ),
        ]
      : []),
  ];
}
