/** How people describe users that the directory does not bring, or does not take away. */
import type { ProblemRules } from '../match/rules.ts';

const elsewhere = ['tunnel', 'webhook', 'event', 'group', 'role', 'mcp', 'session', 'redirectUri', 'certificate'] as const;

export const usersNotProvisioning: ProblemRules = {
  problem: 'users-not-provisioning',
  about: 'users that do not come over from the directory',
  rules: [
    {
      all: [['directory'], ['broken', 'missing', 'disabled', 'refused', 'notThere', 'unauthorized']],
      context: ['scim', 'user', 'organization', 'scalekit', 'idp', 'sso', 'provision'],
      unless: elsewhere,
      strength: 'likely',
      weight: 15,
    },
    {
      all: [['newUser'], ['notThere', 'missing']],
      unless: [...elsewhere, 'login', 'sso', 'tile', 'saml', 'thrownOut', 'signOut'],
      strength: 'likely',
      weight: 13,
    },
    {
      all: [['user'], ['notThere']],
      context: ['scim', 'provision', 'idp', 'app', 'scalekit', 'login', 'push'],
      unless: [...elsewhere, 'login', 'sso', 'tile', 'saml', 'thrownOut', 'client', 'token', 'connection', 'host'],
      strength: 'possible',
      weight: 6,
    },
    {
      all: [['user'], ['notThere', 'missing', 'broken'], ['scim', 'provision']],
      unless: elsewhere,
      strength: 'likely',
      weight: 24,
    },
    {
      all: [['user'], ['both'], ['notThere', 'missing', 'broken'], ['idp', 'fromIdp', 'scim', 'provision', 'app']],
      unless: ['webhook', 'event'],
      strength: 'likely',
      weight: 26,
    },
    {
      all: [['user'], ['notThere', 'missing'], ['idp', 'fromIdp', 'app', 'push']],
      unless: [
        ...elsewhere,
        'login',
        'sso',
        'tile',
        'saml',
        'thrownOut',
        'domain',
        'connection',
        'authCode',
        'redirect',
        'cancelled',
        'goBack',
        'localhost',
      ],
      strength: 'likely',
      weight: 16,
    },
    {
      all: [
        ['scim'],
        ['broken', 'refused', 'missing', 'wrong', 'expired', 'unauthorized', 'disabled', 'notThere', 'notFoundPage', 'tooSoon'],
      ],
      unless: elsewhere.filter((concept) => concept !== 'event'),
      strength: 'likely',
      weight: 20,
    },
    {
      all: [['provision'], ['broken', 'refused', 'notThere', 'missing', 'unauthorized', 'disabled'], ['user', 'idp', 'scim']],
      unless: [...elsewhere, 'sso', 'connection'],
      strength: 'likely',
      weight: 17,
    },
    {
      all: [['removed'], ['still'], ['user', 'idp', 'scim', 'app', 'login']],
      unless: ['webhook', 'group', 'signOut', 'thrownOut', 'session', 'token', 'client', 'secret'],
      strength: 'likely',
      weight: 17,
    },
    {
      all: [['user'], ['removed'], ['notThere', 'broken', 'still']],
      context: ['idp', 'scim', 'app', 'provision'],
      unless: ['webhook', 'group', 'signOut'],
      strength: 'likely',
      weight: 14,
    },
    {
      all: [['user'], ['disabled', 'removed']],
      context: ['idp', 'scim', 'login'],
      unless: [...elsewhere, 'connection', 'domain', 'thrownOut', 'client', 'secret', 'token', 'sso', 'tile'],
      strength: 'possible',
      weight: 9,
    },
  ],
};
