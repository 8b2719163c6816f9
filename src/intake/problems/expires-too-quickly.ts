/** How people describe a session that ends too early. */
import type { ProblemRules } from '../match/rules.ts';

const notThese = [
  'webhook',
  'scim',
  'group',
  'saml',
  'tile',
  'initiated',
  'fromIdp',
  'refreshToken',
  'still',
  'mcp',
  'localStorage',
] as const;

export const expiresTooQuickly: ProblemRules = {
  problem: 'expires-too-quickly',
  about: 'a session that ends too early',
  rules: [
    {
      all: [['session'], ['tooSoon', 'duration', 'expired', 'missing', 'reused']],
      unless: [...notThese, 'refresh', 'state'],
      strength: 'likely',
      weight: 22,
    },
    {
      all: [['thrownOut'], ['reused']],
      unless: [...notThese, 'authCode', 'refresh'],
      strength: 'likely',
      weight: 15,
    },
    { all: [['thrownOut'], ['tooSoon', 'duration', 'again', 'expired']], unless: notThese, strength: 'likely', weight: 22 },
    {
      all: [['thrownOut'], ['user', 'app', 'login']],
      unless: [...notThese, 'signOut', 'broken', 'missing', 'removed', 'ends', 'push', 'refresh'],
      strength: 'likely',
      weight: 12,
    },
    {
      all: [['login'], ['again'], ['duration', 'tooSoon', 'expired']],
      unless: [...notThese, 'token', 'broken', 'redirect', 'redirectUri'],
      strength: 'likely',
      weight: 16,
    },
    {
      all: [['stayIn'], ['broken', 'missing', 'tooSoon', 'refused', 'duration', 'disabled', 'notThere', 'needed']],
      unless: [...notThese, 'signOut'],
      strength: 'likely',
      weight: 17,
    },
    {
      all: [['login', 'session', 'stayIn', 'thrownOut'], ['tooSoon'], ['duration', 'expired']],
      unless: [...notThese, 'token', 'refresh', 'client'],
      strength: 'likely',
      weight: 14,
    },
    {
      all: [['login'], ['expired'], ['duration', 'tooSoon']],
      unless: [...notThese, 'token', 'refresh', 'client'],
      strength: 'likely',
      weight: 13,
    },
    {
      all: [['cookie'], ['expired', 'missing', 'tooSoon', 'notThere', 'refused']],
      context: ['login', 'session', 'thrownOut', 'sso', 'scalekit', 'stayIn'],
      unless: [...notThese, 'state'],
      strength: 'likely',
      weight: 12,
    },
    {
      all: [['session'], ['broken', 'wrong']],
      unless: [...notThese, 'refresh', 'state', 'signOut'],
      strength: 'possible',
      weight: 8,
    },
  ],
};
