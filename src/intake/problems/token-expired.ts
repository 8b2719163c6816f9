/** How people describe a token that is over or not accepted. */
import type { ProblemRules } from '../match/rules.ts';

export const tokenExpired: ProblemRules = {
  problem: 'token-expired',
  about: 'a token that has expired or is not accepted',
  rules: [
    {
      all: [['token', 'idToken'], ['expired']],
      unless: ['unverified', 'refreshToken', 'scim', 'webhook', 'saml', 'group', 'localStorage'],
      strength: 'likely',
      weight: 21,
    },
    {
      all: [
        ['token', 'idToken'],
        ['wrong', 'refused', 'mismatch'],
      ],
      unless: [
        'unverified',
        'refreshToken',
        'refresh',
        'scim',
        'webhook',
        'saml',
        'group',
        'client',
        'mcp',
        'state',
        'provision',
        'user',
        'localStorage',
        'url',
        'certificate',
        'host',
      ],
      never: ['scim', 'provision'],
      strength: 'likely',
      weight: 14,
    },
    {
      all: [
        ['token', 'idToken'],
        ['broken', 'unauthorized'],
        ['verification', 'login', 'app', 'scalekit', 'tooSoon', 'duration', 'clock'],
      ],
      unless: ['unverified', 'refreshToken', 'refresh', 'scim', 'webhook', 'saml', 'mcp'],
      strength: 'likely',
      weight: 13,
    },
    {
      all: [
        ['token', 'idToken'],
        ['tooSoon', 'duration'],
      ],
      unless: ['unverified', 'refreshToken', 'refresh', 'scim', 'thrownOut', 'webhook', 'changed', 'reused'],
      strength: 'likely',
      weight: 12,
    },
    {
      all: [
        ['token', 'idToken'],
        ['wrong', 'refused', 'mismatch', 'broken'],
        ['party', 'verification', 'clock'],
      ],
      unless: ['refreshToken', 'scim', 'webhook', 'saml', 'mcp', 'unverified', 'certificate'],
      strength: 'likely',
      weight: 20,
    },
    {
      all: [['clock'], ['token', 'login'], ['wrong', 'mismatch', 'broken', 'expired']],
      unless: ['webhook', 'saml'],
      strength: 'likely',
      weight: 16,
      cause: 'local-clock-wrong',
    },
    {
      all: [['unauthorized'], ['duration', 'tooSoon']],
      context: ['login', 'token', 'session', 'scalekit', 'user', 'app'],
      unless: ['webhook', 'thrownOut', 'scim', 'refresh'],
      strength: 'possible',
      weight: 10,
    },
  ],
};
