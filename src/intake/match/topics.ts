/** Which concepts tell that a text is about a login, a directory or a webhook of ours, and how surely. Data only. */
import type { Concept } from '../lexicon/concepts.ts';

/** Nobody speaks of these about anything else. */
export const oursBeyondDoubt: readonly Concept[] = [
  'scalekit',
  'sso',
  'saml',
  'scim',
  'webhook',
  'initiated',
  'redirectUri',
  'client',
  'refreshToken',
  'idToken',
  'mcp',
];

/** Everything has clients and tokens; these only a login, a directory or a sender of webhooks has. */
export const oursInAnyPlace = oursBeyondDoubt.filter((concept) => concept !== 'client');

/** Where one of these is told, a text is about a login, a directory or a webhook. */
export const topics: readonly Concept[] = [
  ...oursBeyondDoubt,
  'token',
  'refresh',
  'authCode',
  'assertion',
  'party',
  'idp',
  'tile',
  'fromIdp',
  'session',
  'stayIn',
  'thrownOut',
  'login',
  'signOut',
  'goBack',
  'stateParameter',
];
/** These everybody speaks of: a text must read the more like an example. */
export const looseTopics: readonly Concept[] = [
  'connection',
  'certificate',
  'signature',
  'directory',
  'provision',
  'group',
  'role',
  'event',
  'verification',
  'sdk',
  'secret',
  'redirect',
  'newUser',
];
/** Every program has hosts; beside one of these it is ours that is not reached. */
export const nearHost: readonly Concept[] = ['environment', 'login', 'sso', 'token', 'client', 'scalekit'];
