/** How people describe a client id or secret that is not accepted. */
import type { ProblemRules } from '../match/rules.ts';

export const invalidClient: ProblemRules = {
  problem: 'invalid-client',
  about: 'a client id or client secret that Scalekit does not accept',
  rules: [
    {
      all: [
        ['client'],
        ['wrong', 'refused', 'unknown', 'expired', 'mismatch', 'missing', 'unauthorized', 'broken', 'disabled', 'removed'],
      ],
      unless: ['webhook', 'source', 'browserCode', 'publicVariable', 'mcp', 'signature', 'newClient', 'localStorage', 'scim'],
      strength: 'likely',
      weight: 22,
    },
    {
      all: [['client'], ['changed']],
      context: ['unauthorized', 'broken', 'login', 'scalekit'],
      unless: ['webhook'],
      strength: 'possible',
      weight: 14,
    },
    {
      all: [['secret'], ['wrong', 'refused', 'unknown', 'expired', 'mismatch', 'unauthorized', 'disabled']],
      unless: ['webhook', 'event', 'signature', 'source', 'exposed', 'header'],
      strength: 'likely',
      weight: 16,
    },
    {
      all: [['unauthorized']],
      context: ['client', 'secret'],
      unless: ['webhook', 'scim', 'token', 'user', 'event', 'endpoint', 'directory'],
      strength: 'likely',
      weight: 13,
    },
    { all: [['scalekit', 'sdk'], ['unauthorized']], unless: ['webhook', 'scim', 'token'], strength: 'likely', weight: 14 },
    {
      all: [
        ['environment', 'variable'],
        ['mismatch', 'missing', 'wrong'],
      ],
      context: ['scalekit', 'client', 'secret', 'login', 'sdk', 'sso'],
      unless: ['redirectUri', 'redirect', 'organization', 'connection', 'webhook', 'event', 'certificate'],
      strength: 'possible',
      weight: 10,
    },
    { all: [['secret', 'client'], ['environment'], ['broken', 'changed']], unless: ['webhook'], strength: 'likely', weight: 15 },
    {
      all: [['client'], ['environment']],
      unless: ['webhook', 'source', 'browserCode', 'publicVariable', 'exposed', 'mcp', 'newClient', 'needed'],
      strength: 'possible',
      weight: 11,
    },
    {
      all: [['secret', 'client'], ['changed'], ['unauthorized', 'broken', 'refused', 'notThere', 'missing']],
      unless: ['webhook', 'signature', 'certificate', 'saml', 'scim', 'refreshToken'],
      strength: 'likely',
      weight: 17,
    },
    {
      all: [['app'], ['disabled']],
      context: ['scalekit', 'token', 'client'],
      unless: ['webhook', 'scim', 'idp', 'user', 'connection', 'sso', 'saml', 'session'],
      strength: 'likely',
      weight: 14,
      cause: 'application-inactive',
    },
    {
      all: [
        ['variable', 'environment'],
        ['sdk', 'scalekit'],
        ['missing', 'wrong', 'broken'],
      ],
      unless: [
        'redirectUri',
        'redirect',
        'organization',
        'connection',
        'webhook',
        'event',
        'certificate',
        'host',
        'token',
        'user',
        'newClient',
      ],
      strength: 'possible',
      weight: 12,
    },
  ],
};
