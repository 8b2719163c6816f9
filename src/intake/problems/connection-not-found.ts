/** How people describe a login that finds no SSO connection. */
import type { ProblemRules } from '../match/rules.ts';

const notThese = [
  'webhook',
  'scim',
  'group',
  'certificate',
  'signature',
  'provision',
  'initiated',
  'tile',
  'host',
  'mcp',
  'verification',
] as const;

export const connectionNotFound: ProblemRules = {
  problem: 'connection-not-found',
  about: 'an SSO connection that is missing, off or not selected',
  rules: [
    {
      all: [['connection'], ['missing', 'disabled', 'unknown', 'refused']],
      context: ['sso', 'login', 'environment', 'organization', 'idp', 'scalekit', 'saml', 'domain', 'user'],
      unless: [...notThese, 'session'],
      strength: 'likely',
      weight: 24,
    },
    {
      all: [['sso'], ['missing', 'disabled', 'unknown']],
      unless: [...notThese, 'session', 'state', 'attribute', 'party'],
      strength: 'likely',
      weight: 20,
    },
    {
      all: [['organization'], ['missing', 'unknown', 'wrong', 'mismatch']],
      context: ['sso', 'login', 'connection', 'scalekit', 'idp'],
      unless: [...notThese, 'session', 'user', 'redirectUri', 'redirect', 'directory'],
      strength: 'likely',
      weight: 15,
    },
    {
      all: [['domain'], ['refused', 'missing', 'unknown', 'disabled', 'wrong', 'mismatch']],
      context: ['sso', 'login', 'connection', 'organization', 'idp', 'user'],
      unless: [...notThese, 'redirectUri', 'redirect', 'cookie', 'attribute', 'saml'],
      strength: 'likely',
      weight: 14,
    },
    {
      all: [['connection'], ['broken', 'wrong']],
      context: ['sso', 'organization', 'idp', 'scalekit'],
      unless: [...notThese, 'session', 'saml'],
      strength: 'possible',
      weight: 12,
    },
    {
      all: [['selector'], ['missing', 'wrong', 'unknown', 'needed', 'refused', 'broken']],
      context: ['sso', 'saml', 'login', 'scalekit', 'organizationId', 'connection', 'idp', 'client', 'party', 'redirectUri'],
      unless: notThese,
      strength: 'likely',
      weight: 21,
      cause: 'no-selector',
    },
    {
      all: [['organizationId'], ['missing', 'unknown', 'wrong', 'mismatch', 'refused']],
      unless: ['webhook', 'scim', 'group', 'user', 'directory'],
      strength: 'likely',
      weight: 16,
    },
    {
      all: [['organizationId'], ['environment'], ['broken', 'unauthorized', 'notFoundPage']],
      unless: ['webhook', 'scim', 'group', 'secret'],
      strength: 'likely',
      weight: 16,
    },
    {
      all: [['domain'], ['disabled', 'unverified']],
      context: ['sso', 'login', 'organization', 'connection'],
      unless: ['webhook', 'scim', 'provision', 'group', 'token'],
      strength: 'likely',
      weight: 14,
    },
    { all: [['domain'], ['unknown']], unless: [...notThese, 'redirect', 'redirectUri'], strength: 'possible', weight: 6 },
    { all: [['connection'], ['disabled']], unless: [...notThese, 'session'], strength: 'possible', weight: 7 },
    {
      all: [['idp'], ['missing', 'unknown'], ['domain', 'organization']],
      unless: [...notThese, 'fromIdp', 'saml', 'attribute', 'party', 'refreshToken'],
      strength: 'likely',
      weight: 18,
    },
    {
      all: [['idp'], ['missing', 'disabled'], ['login', 'organization', 'connection']],
      unless: [...notThese, 'fromIdp', 'user', 'saml', 'attribute'],
      strength: 'possible',
      weight: 11,
    },
    {
      all: [['sso'], ['broken', 'refused'], ['organization']],
      unless: [...notThese, 'session', 'saml', 'fromIdp'],
      strength: 'likely',
      weight: 11,
    },
  ],
};
