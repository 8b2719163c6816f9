/** How people describe faults of their code that are findings of their own. */
import type { ProblemRules } from '../match/rules.ts';

export const codeFindings: readonly ProblemRules[] = [
  {
    problem: 'unknown-sdk-call',
    about: 'a call that the SDK does not have',
    rules: [
      { all: [['notAFunction'], ['scalekit']], strength: 'likely', weight: 30 },
      {
        all: [['sdk'], ['notAFunction', 'missing', 'unknown']],
        context: ['scalekit', 'connection', 'webhook', 'login', 'sso'],
        unless: ['organization', 'token', 'secret', 'client', 'environment', 'variable', 'host', 'group', 'user', 'organization'],
        strength: 'likely',
        weight: 15,
      },
      { all: [['sdkNamed'], ['notAFunction']], strength: 'likely', weight: 30 },
    ],
  },
  {
    problem: 'state-missing',
    about: 'a state that is missing, another, or not checked',
    rules: [
      {
        all: [['stateParameter'], ['missing', 'mismatch', 'wrong', 'broken', 'unverified', 'notThere', 'ignored']],
        unless: ['webhook', 'saml'],
        strength: 'likely',
        weight: 29,
      },
      {
        all: [['state'], ['missing', 'mismatch', 'wrong', 'broken', 'unverified', 'notThere', 'ignored']],
        context: ['login', 'redirect', 'redirectUri', 'sso', 'goBack', 'scalekit'],
        unless: ['webhook', 'saml', 'stayIn'],
        strength: 'likely',
        weight: 28,
      },
    ],
  },
  {
    problem: 'logout-incomplete',
    about: 'a logout that leaves a session behind',
    rules: [
      {
        all: [['postLogout'], ['refused', 'mismatch', 'wrong', 'broken', 'missing', 'unknown', 'notThere']],
        strength: 'likely',
        weight: 29,
      },
      { all: [['signOut'], ['still']], unless: ['webhook', 'removed', 'scim'], strength: 'likely', weight: 26 },
      {
        all: [['signOut'], ['broken', 'ignored']],
        unless: ['webhook', 'tooSoon', 'duration', 'again', 'scim', 'refresh', 'session', 'user', 'reused', 'idp'],
        strength: 'likely',
        weight: 14,
      },
      {
        all: [['signOut'], ['broken'], ['user', 'session']],
        unless: ['webhook', 'tooSoon', 'duration', 'again', 'scim', 'refresh', 'expired'],
        strength: 'possible',
        weight: 10,
      },
    ],
  },
  {
    problem: 'mcp-sign-in',
    about: 'an MCP client that cannot sign in',
    rules: [
      {
        all: [['mcp'], ['broken', 'refused', 'wrong', 'missing', 'unauthorized', 'unknown', 'again', 'notThere']],
        context: ['login', 'client', 'scalekit', 'token', 'connection', 'unauthorized', 'redirectUri', 'mcp'],
        strength: 'likely',
        weight: 26,
      },
    ],
  },
  {
    problem: 'name-resolution',
    about: 'a host that cannot be reached',
    rules: [
      {
        all: [['host'], ['broken', 'missing', 'unknown', 'notThere']],
        context: ['scalekit', 'environment', 'sdk'],
        unless: ['webhook', 'saml', 'scim', 'event', 'redirect', 'redirectUri', 'goBack', 'login'],
        strength: 'likely',
        weight: 24,
      },
      {
        all: [['host'], ['broken', 'missing', 'unknown', 'notThere', 'wrong', 'mismatch']],
        context: ['scalekit', 'environment', 'sso', 'login', 'sdk'],
        unless: ['webhook', 'saml', 'scim', 'event', 'redirect', 'redirectUri', 'goBack', 'localhost', 'slash'],
        strength: 'likely',
        weight: 15,
      },
      {
        all: [['tls'], ['broken', 'missing', 'wrong', 'unknown', 'refused', 'notThere', 'mismatch', 'unverified', 'not']],
        context: ['scalekit', 'environment', 'sdk', 'sso', 'login'],
        unless: ['webhook', 'saml', 'scim', 'event', 'redirectUri'],
        strength: 'likely',
        weight: 24,
      },
      {
        all: [['scalekit'], ['notThere'], ['environment', 'request', 'sdk', 'host']],
        unless: ['webhook', 'event', 'user', 'group'],
        strength: 'possible',
        weight: 10,
      },
    ],
  },
  {
    problem: 'hard-coded-secret',
    about: 'a secret that stands in the source code',
    rules: [
      {
        all: [['client', 'secret'], ['source']],
        unless: ['webhook', 'browserCode', 'certificate'],
        strength: 'likely',
        weight: 27,
      },
    ],
  },
  {
    problem: 'client-side-secret',
    about: 'a secret that reaches the browser',
    rules: [
      { all: [['client', 'secret'], ['browserCode'], ['exposed', 'wrong', 'broken']], strength: 'likely', weight: 28 },
      { all: [['client', 'secret'], ['publicVariable']], strength: 'likely', weight: 28 },
      { all: [['client', 'secret'], ['browserCode']], unless: ['unauthorized', 'refused'], strength: 'possible', weight: 16 },
    ],
  },
  {
    problem: 'token-in-local-storage',
    about: 'tokens kept where every script of the page can read them',
    rules: [{ all: [['localStorage'], ['token', 'idToken', 'refreshToken']], strength: 'likely', weight: 24 }],
  },
  {
    problem: 'token-in-url',
    about: 'tokens in an address',
    rules: [
      {
        all: [['url'], ['token', 'idToken'], ['exposed']],
        unless: ['localStorage', 'webhook', 'redirectUri', 'goBack'],
        strength: 'likely',
        weight: 17,
      },
      {
        all: [['url'], ['token', 'idToken', 'refreshToken']],
        unless: ['localStorage', 'webhook', 'expired', 'refused', 'unauthorized', 'wrong', 'broken'],
        strength: 'possible',
        weight: 12,
      },
    ],
  },
  {
    problem: 'callback-error-unread',
    about: 'a callback that does not read the error it is sent',
    rules: [
      {
        all: [['cancelled'], ['redirect', 'redirectUri', 'goBack', 'login'], ['broken', 'missing', 'ignored', 'unknown']],
        unless: ['webhook', 'scim', 'group', 'authCode'],
        strength: 'likely',
        weight: 27,
      },
      {
        all: [
          ['errorParameter'],
          ['redirect', 'redirectUri', 'goBack', 'url'],
          ['broken', 'missing', 'ignored', 'again', 'notThere'],
        ],
        unless: ['webhook', 'scim', 'group', 'authCode'],
        strength: 'likely',
        weight: 27,
      },
      {
        all: [['errorParameter', 'cancelled'], ['ignored']],
        unless: ['webhook', 'scim', 'group', 'authCode'],
        strength: 'likely',
        weight: 19,
      },
      {
        all: [['redirect', 'redirectUri', 'goBack'], ['ignored'], ['broken', 'wrong']],
        unless: ['webhook', 'state', 'tile', 'fromIdp'],
        strength: 'possible',
        weight: 13,
      },
    ],
  },
  {
    problem: 'client-per-request',
    about: 'an SDK client made anew for every request',
    rules: [
      { all: [['newClient'], ['request']], strength: 'likely', weight: 25 },
      {
        all: [['tooMany'], ['scalekit', 'sdk', 'newClient', 'client']],
        unless: ['webhook', 'scim'],
        strength: 'possible',
        weight: 15,
      },
      {
        all: [['request'], ['sdk', 'client', 'scalekit'], ['tooSoon', 'broken', 'again', 'request']],
        unless: ['unauthorized', 'wrong', 'missing'],
        strength: 'possible',
        weight: 13,
      },
    ],
  },
  {
    problem: 'id-token-not-verified',
    about: 'a token that is decoded and not verified',
    rules: [
      { all: [['idToken', 'token'], ['unverified']], unless: ['webhook', 'expired', 'state'], strength: 'likely', weight: 23 },
    ],
  },
];
