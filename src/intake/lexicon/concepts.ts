/** The concepts that sentences are taken apart into, and the notation of the lexicons. */

/**
 * A lexicon lists the terms of each concept, `|` between terms. Words are in lower case; `stem*` matches by its beginning, `=word`
 * takes no typing errors. One small filler word may stand between the words of a term.
 */
export type Lexicon = Readonly<Partial<Record<Concept, string>>>;

/** Things that are talked about. */
export type Topic =
  | 'redirectUri'
  | 'redirect'
  | 'goBack'
  | 'client'
  | 'secret'
  | 'environment'
  | 'variable'
  | 'token'
  | 'idToken'
  | 'refresh'
  | 'refreshToken'
  | 'offline'
  | 'authCode'
  | 'sso'
  | 'connection'
  | 'organization'
  | 'domain'
  | 'saml'
  | 'assertion'
  | 'certificate'
  | 'signature'
  | 'party'
  | 'attribute'
  | 'idp'
  | 'tile'
  | 'fromIdp'
  | 'initiated'
  | 'session'
  | 'cookie'
  | 'thrownOut'
  | 'stayIn'
  | 'login'
  | 'signOut'
  | 'user'
  | 'newUser'
  | 'scim'
  | 'directory'
  | 'provision'
  | 'group'
  | 'groups'
  | 'team'
  | 'role'
  | 'push'
  | 'webhook'
  | 'event'
  | 'verification'
  | 'rawBody'
  | 'header'
  | 'host'
  | 'mcp'
  | 'state'
  | 'stateParameter'
  | 'sdk'
  | 'scalekit'
  | 'clock'
  | 'browserCode'
  | 'source'
  | 'localStorage'
  | 'url'
  | 'app'
  | 'request'
  | 'localhost'
  | 'slash'
  | 'endpoint'
  | 'publicVariable'
  | 'newClient'
  | 'cancelled'
  | 'errorParameter'
  | 'postLogout'
  | 'both'
  | 'tooMany'
  | 'sdkNamed'
  | 'selector'
  | 'icon'
  | 'eventName'
  | 'eventItself'
  | 'organizationId'
  | 'apiKey'
  | 'tunnel'
  | 'tls';

/** What is wrong with them. */
export type Fault =
  | 'mismatch'
  | 'refused'
  | 'wrong'
  | 'broken'
  | 'missing'
  | 'notThere'
  | 'disabled'
  | 'expired'
  | 'tooSoon'
  | 'duration'
  | 'again'
  | 'reused'
  | 'changed'
  | 'unknown'
  | 'removed'
  | 'still'
  | 'notAFunction'
  | 'unauthorized'
  | 'notFoundPage'
  | 'unverified'
  | 'ignored'
  | 'exposed'
  | 'needed';

/** Verbs and judgements that a negation turns into a fault. */
export type Polar = 'work' | 'match' | 'accept' | 'exist' | 'arrive' | 'verify' | 'renew' | 'enabled' | 'valid' | 'able' | 'ends';

export type Marker = 'not' | 'elsewhere';
export type Concept = Topic | Fault | Polar | Marker;

export const negatedAs: Readonly<Record<Polar, Fault>> = {
  work: 'broken',
  match: 'mismatch',
  accept: 'refused',
  exist: 'missing',
  arrive: 'notThere',
  verify: 'broken',
  renew: 'broken',
  enabled: 'disabled',
  valid: 'wrong',
  able: 'broken',
  ends: 'still',
};
