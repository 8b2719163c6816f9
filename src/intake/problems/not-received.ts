/** How people describe webhooks that do not arrive. */
import type { ProblemRules } from '../match/rules.ts';

export const notReceived: ProblemRules = {
  problem: 'not-received',
  about: 'webhooks that do not arrive',
  rules: [
    {
      all: [['webhook'], ['notThere', 'missing', 'tooSoon', 'notFoundPage', 'disabled']],
      unless: ['signature', 'verification', 'secret', 'header', 'rawBody', 'notAFunction'],
      strength: 'likely',
      weight: 27,
    },
    {
      all: [['event'], ['notThere']],
      context: ['webhook', 'scalekit', 'scim', 'idp'],
      unless: ['signature', 'verification', 'header', 'saml'],
      strength: 'likely',
      weight: 16,
    },
    {
      all: [['event'], ['notThere'], ['endpoint']],
      unless: ['signature', 'verification', 'header', 'saml', 'group', 'elsewhere', 'login'],
      strength: 'likely',
      weight: 13,
    },
    {
      all: [['tunnel'], ['notThere', 'missing']],
      unless: ['signature', 'verification', 'header', 'redirect', 'redirectUri', 'goBack'],
      strength: 'likely',
      weight: 18,
    },
    {
      all: [['eventItself'], ['notThere']],
      unless: ['signature', 'verification', 'header', 'saml', 'group', 'elsewhere', 'login'],
      strength: 'possible',
      weight: 8,
    },
    {
      all: [['eventItself'], ['endpoint'], ['broken', 'missing', 'refused', 'notFoundPage']],
      unless: ['signature', 'verification', 'header', 'saml', 'group', 'elsewhere', 'login', 'browserCode'],
      strength: 'possible',
      weight: 9,
    },
    {
      all: [['eventName'], ['notThere', 'missing']],
      unless: ['signature', 'verification', 'header', 'group'],
      strength: 'likely',
      weight: 15,
    },
    {
      all: [['webhook'], ['refused', 'unauthorized'], ['endpoint', 'state', 'host', 'app']],
      unless: ['signature', 'verification', 'secret', 'header', 'rawBody', 'notAFunction', 'mismatch'],
      strength: 'likely',
      weight: 16,
    },
    {
      all: [['webhook'], ['broken', 'refused', 'unauthorized']],
      unless: ['signature', 'verification', 'secret', 'header', 'rawBody', 'notAFunction', 'mismatch'],
      strength: 'possible',
      weight: 14,
    },
    {
      all: [['webhook'], ['host', 'localhost'], ['broken', 'refused', 'notThere', 'missing']],
      unless: ['signature', 'verification', 'secret'],
      strength: 'likely',
      weight: 20,
    },
  ],
};
