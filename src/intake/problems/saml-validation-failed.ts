/** How people describe a SAML response that is not accepted. */
import type { ProblemRules } from '../match/rules.ts';

const bad = ['wrong', 'refused', 'mismatch', 'broken', 'expired', 'missing', 'changed', 'disabled', 'unknown'] as const;

export const samlValidationFailed: ProblemRules = {
  problem: 'saml-validation-failed',
  about: 'a SAML response that does not fit the connection',
  rules: [
    {
      all: [['assertion'], [...bad]],
      context: ['saml', 'sso', 'idp', 'login', 'party', 'attribute', 'certificate', 'scalekit', 'connection', 'clock'],
      unless: ['initiated', 'tile', 'webhook', 'group', 'scim'],
      strength: 'likely',
      weight: 19,
    },
    {
      all: [['saml'], [...bad]],
      unless: ['initiated', 'tile', 'webhook', 'group', 'scim', 'mcp'],
      strength: 'likely',
      weight: 20,
    },
    {
      all: [['certificate'], ['expired', 'wrong', 'mismatch', 'broken', 'refused', 'missing']],
      context: ['saml', 'sso', 'idp', 'login', 'scalekit', 'party', 'assertion', 'connection'],
      unless: ['host', 'tls', 'webhook', 'initiated', 'mcp'],
      strength: 'likely',
      weight: 22,
    },
    {
      all: [['certificate'], ['changed'], ['saml', 'sso', 'idp', 'login', 'party', 'assertion', 'signature']],
      unless: ['host', 'tls', 'webhook', 'initiated', 'mcp'],
      strength: 'likely',
      weight: 15,
    },
    {
      all: [['certificate'], ['changed']],
      context: ['saml', 'sso', 'idp', 'login', 'scalekit'],
      unless: ['host', 'tls', 'webhook', 'initiated', 'mcp'],
      strength: 'possible',
      weight: 10,
    },
    {
      all: [['idp', 'sso'], ['changed'], ['apiKey', 'signature', 'party']],
      unless: ['client', 'secret', 'webhook', 'refreshToken', 'token', 'initiated', 'mcp', 'scim'],
      strength: 'likely',
      weight: 15,
    },
    {
      all: [['signature'], ['wrong', 'mismatch', 'broken', 'refused']],
      context: ['saml', 'sso', 'idp', 'assertion'],
      unless: ['webhook', 'event', 'token', 'rawBody', 'header'],
      strength: 'likely',
      weight: 18,
    },
    {
      all: [['party'], ['wrong', 'mismatch', 'refused', 'missing', 'broken']],
      context: ['saml', 'sso', 'idp', 'login', 'connection', 'assertion', 'certificate', 'party'],
      unless: ['webhook', 'initiated', 'mcp', 'scim', 'host', 'tls'],
      never: ['token', 'idToken'],
      strength: 'likely',
      weight: 17,
    },
    {
      all: [['clock'], ['idp', 'assertion', 'saml', 'party']],
      unless: ['webhook', 'token'],
      strength: 'likely',
      weight: 16,
    },
    {
      all: [['attribute'], ['missing', 'wrong', 'notThere', 'broken']],
      context: ['saml', 'sso', 'idp', 'login', 'connection'],
      unless: ['scim', 'group', 'role', 'webhook'],
      strength: 'likely',
      weight: 13,
    },
  ],
};
