/** How people describe a login that begins at the identity provider and ends nowhere. */
import type { ProblemRules } from '../match/rules.ts';

const bad = [
  'broken',
  'wrong',
  'refused',
  'missing',
  'notThere',
  'notFoundPage',
  'again',
  'ignored',
  'unauthorized',
  'mismatch',
  'disabled',
  'unknown',
] as const;
const notThese = ['group', 'scim', 'provision', 'webhook', 'push', 'removed', 'certificate', 'role'] as const;

export const idpInitiatedLogin: ProblemRules = {
  problem: 'idp-initiated-login',
  about: 'a login that starts at the identity provider',
  rules: [
    { all: [['initiated']], unless: ['webhook', 'group'], strength: 'likely', weight: 28 },
    { all: [['icon'], ['idp', 'fromIdp', 'sso'], [...bad]], unless: notThese, strength: 'likely', weight: 20 },
    { all: [['tile'], [...bad]], unless: notThese, strength: 'likely', weight: 24 },
    {
      all: [['fromIdp'], ['login', 'app', 'sso', 'goBack', 'redirect', 'tile'], [...bad]],
      unless: [...notThese, 'saml', 'user', 'assertion', 'signature'],
      strength: 'likely',
      weight: 19,
    },
    {
      all: [['fromIdp'], ['broken', 'wrong', 'refused', 'notFoundPage', 'missing', 'again']],
      unless: [...notThese, 'saml', 'user', 'attribute', 'assertion', 'signature'],
      strength: 'likely',
      weight: 12,
    },
    {
      all: [['tile']],
      context: ['login', 'sso', 'scalekit', 'goBack', 'app'],
      unless: notThese,
      strength: 'possible',
      weight: 10,
    },
    {
      all: [['fromIdp'], ['user'], ['login', 'sso', 'app'], ['broken', 'notFoundPage', 'again', 'wrong']],
      unless: [...notThese, 'saml'],
      strength: 'likely',
      weight: 13,
    },
  ],
};
