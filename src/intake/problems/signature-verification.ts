/** How people describe webhooks whose signature is not accepted. */
import type { ProblemRules } from '../match/rules.ts';

const bad = [
  'broken',
  'wrong',
  'refused',
  'mismatch',
  'unauthorized',
  'missing',
  'notAFunction',
  'notThere',
  'expired',
  'unverified',
] as const;

export const signatureVerification: ProblemRules = {
  problem: 'signature-verification',
  about: 'a webhook signature that is not accepted',
  rules: [
    {
      all: [['webhook'], ['signature', 'verification', 'secret', 'header', 'rawBody'], [...bad]],
      strength: 'likely',
      weight: 28,
    },
    { all: [['event'], ['signature'], [...bad]], unless: ['saml', 'token'], strength: 'likely', weight: 16 },
    {
      all: [['signature'], [...bad]],
      context: ['webhook', 'rawBody', 'header'],
      unless: ['saml', 'certificate', 'token', 'idp'],
      strength: 'likely',
      weight: 19,
    },
    {
      all: [['event'], ['verification'], ['broken', 'wrong', 'refused', 'mismatch']],
      unless: ['saml', 'token', 'idp', 'user', 'domain', 'login', 'state', 'elsewhere'],
      strength: 'likely',
      weight: 14,
    },
    {
      all: [['event'], ['header'], ['refused', 'missing', 'wrong', 'mismatch']],
      unless: ['saml', 'token', 'login', 'elsewhere'],
      strength: 'likely',
      weight: 15,
    },
    { all: [['rawBody'], ['signature', 'verification'], [...bad]], strength: 'likely', weight: 18 },
    {
      all: [['verification'], ['broken', 'wrong', 'refused', 'mismatch']],
      context: ['webhook'],
      unless: ['saml', 'token', 'domain'],
      strength: 'likely',
      weight: 15,
    },
    {
      all: [['webhook'], ['broken', 'refused', 'unauthorized']],
      unless: ['notThere', 'notFoundPage', 'missing', 'host', 'localhost'],
      strength: 'possible',
      weight: 10,
    },
    {
      all: [['signature'], ['verification'], ['wrong', 'broken', 'mismatch', 'refused']],
      unless: ['saml', 'certificate', 'token', 'idp', 'sso', 'assertion', 'elsewhere', 'login', 'source'],
      strength: 'possible',
      weight: 8,
    },
    {
      all: [['signature'], ['wrong', 'broken', 'mismatch', 'refused']],
      context: ['scalekit'],
      unless: ['saml', 'certificate', 'token', 'idp', 'sso', 'webhook', 'source', 'assertion'],
      strength: 'possible',
      weight: 9,
    },
  ],
};
