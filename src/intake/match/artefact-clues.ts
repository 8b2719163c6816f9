/** What an artefact points to by itself, where its codes and words do not already say it. */
import type { Clue } from '../pointers.ts';
import type { Artefact, CodeSnippetArtefact } from '../types.ts';

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
    case 'jwt': {
      const expiry = artefact.claims['exp'];
      const over = typeof expiry === 'number' && expiry * 1000 < now;
      return over ? [clue('token-expired', 'likely', 'The exp claim of the pasted token lies in the past.', 'exp', 70)] : [];
    }
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
