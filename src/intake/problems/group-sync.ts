/** How people describe groups and roles that do not come over. */
import type { ProblemRules } from '../match/rules.ts';

const bad = ['notThere', 'missing', 'broken', 'wrong', 'mismatch', 'disabled', 'ignored', 'still'] as const;
const context = ['scim', 'provision', 'idp', 'fromIdp', 'role', 'push', 'scalekit', 'app', 'user', 'sso', 'login'] as const;

export const groupSync: ProblemRules = {
  problem: 'group-sync',
  about: 'groups or roles that do not come over from the directory',
  rules: [
    { all: [['groups'], ['notThere', 'missing', 'broken']], unless: ['webhook'], strength: 'possible', weight: 9 },
    { all: [['group'], [...bad]], context, unless: ['webhook'], strength: 'likely', weight: 27 },
    {
      all: [['role'], [...bad]],
      context: ['group', 'scim', 'idp', 'fromIdp', 'push', 'provision'],
      unless: ['webhook', 'token', 'client'],
      strength: 'likely',
      weight: 18,
    },
    {
      all: [['group'], ['push'], ['missing', 'notThere', 'broken', 'disabled']],
      unless: ['webhook'],
      strength: 'likely',
      weight: 14,
    },
    { all: [['group'], ['role', 'push'], ['not']], context, strength: 'possible', weight: 12 },
  ],
};
