/** How people describe a redirect URI that is not allowed. */
import type { ProblemRules } from '../match/rules.ts';

export const redirectUriMismatch: ProblemRules = {
  problem: 'redirect-uri-mismatch',
  about: 'a redirect URI that Scalekit does not accept',
  rules: [
    {
      all: [['redirectUri'], ['mismatch', 'refused', 'unknown', 'wrong', 'missing']],
      unless: ['webhook', 'initiated', 'postLogout'],
      strength: 'likely',
      weight: 26,
    },
    {
      all: [
        ['redirectUri', 'redirect'],
        ['slash', 'localhost'],
        ['broken', 'ignored', 'refused', 'wrong', 'mismatch', 'unknown', 'missing'],
      ],
      unless: ['webhook', 'event', 'initiated', 'tile', 'postLogout', 'session', 'state'],
      strength: 'likely',
      weight: 21,
    },
    {
      all: [['redirectUri'], ['broken', 'notThere', 'notFoundPage', 'unauthorized']],
      unless: ['webhook', 'initiated', 'tile', 'postLogout', 'errorParameter', 'cancelled', 'reused'],
      strength: 'likely',
      weight: 20,
    },
    {
      all: [['redirect'], ['mismatch', 'refused', 'unknown']],
      unless: [
        'webhook',
        'event',
        'initiated',
        'tile',
        'saml',
        'state',
        'postLogout',
        'cancelled',
        'errorParameter',
        'connection',
      ],
      strength: 'likely',
      weight: 18,
    },
    {
      all: [['redirect'], ['wrong', 'broken', 'missing']],
      context: ['login', 'sso', 'scalekit', 'client', 'localhost', 'goBack'],
      unless: [
        'webhook',
        'event',
        'initiated',
        'tile',
        'state',
        'again',
        'saml',
        'signOut',
        'postLogout',
        'cancelled',
        'errorParameter',
        'ignored',
        'reused',
        'idToken',
        'refreshToken',
        'authCode',
      ],
      strength: 'likely',
      weight: 12,
    },
    {
      all: [
        ['goBack'],
        ['wrong', 'mismatch', 'refused', 'unknown'],
        ['url', 'app', 'localhost', 'slash', 'redirect', 'environment', 'domain'],
      ],
      unless: ['webhook', 'session', 'thrownOut', 'tile', 'fromIdp'],
      strength: 'likely',
      weight: 14,
    },
    {
      all: [
        ['slash', 'localhost'],
        ['login', 'goBack', 'redirect', 'sso'],
        ['refused', 'mismatch', 'wrong', 'broken'],
      ],
      unless: ['webhook', 'event', 'host', 'session', 'cookie', 'signature'],
      strength: 'possible',
      weight: 12,
    },
    {
      all: [['login', 'sso'], ['environment'], ['broken', 'refused']],
      context: ['localhost', 'goBack'],
      unless: ['webhook', 'secret', 'client'],
      strength: 'possible',
      weight: 9,
    },
  ],
};
