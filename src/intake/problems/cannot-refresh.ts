/** How people describe a session that cannot be renewed, or a code that cannot be traded. */
import type { ProblemRules } from '../match/rules.ts';

const bad = [
  'broken',
  'wrong',
  'refused',
  'missing',
  'expired',
  'reused',
  'notThere',
  'unauthorized',
  'mismatch',
  'tooSoon',
  'unknown',
  'removed',
] as const;
const notThese = ['webhook', 'scim', 'group', 'saml', 'certificate', 'provision', 'mcp', 'localStorage'] as const;

export const cannotRefresh: ProblemRules = {
  problem: 'cannot-refresh',
  about: 'a token that cannot be refreshed',
  rules: [
    {
      all: [['refresh'], ['broken', 'wrong', 'refused']],
      unless: [...notThese, 'url', 'notFoundPage', 'user', 'app'],
      strength: 'possible',
      weight: 7,
    },
    {
      all: [['refresh'], ['reused'], [...bad]],
      unless: [...notThese, 'url', 'notFoundPage', 'user'],
      strength: 'likely',
      weight: 13,
    },
    { all: [['refresh'], ['reused'], ['thrownOut']], unless: notThese, strength: 'likely', weight: 18 },
    { all: [['refreshToken'], [...bad]], unless: notThese, strength: 'likely', weight: 26 },
    {
      all: [['refresh'], ['token', 'session', 'login', 'offline'], [...bad]],
      unless: [...notThese, 'needed', 'url'],
      strength: 'likely',
      weight: 22,
    },
    {
      all: [['refresh'], ['token', 'session', 'login', 'offline'], [...bad]],
      unless: notThese,
      strength: 'possible',
      weight: 15,
    },
    {
      all: [['refresh'], ['broken', 'refused', 'reused', 'unauthorized']],
      context: ['token', 'session', 'login', 'scalekit', 'thrownOut', 'stayIn'],
      unless: [...notThese, 'url', 'notFoundPage'],
      strength: 'likely',
      weight: 14,
    },
    { all: [['offline']], strength: 'likely', weight: 15 },
    {
      all: [['authCode'], ['reused', 'expired', 'wrong', 'refused', 'broken', 'mismatch', 'missing']],
      unless: notThese,
      strength: 'likely',
      weight: 16,
    },
    { all: [['refreshToken']], context: ['scalekit', 'login', 'session'], unless: notThese, strength: 'possible', weight: 8 },
  ],
};
