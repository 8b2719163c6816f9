/** Logins whose ID token is wrong, in somebody else's name: does the app believe what it says (OpenID Connect Core §3.1.3.7)? */
import type { Location } from '../../diagnosis/evidence.ts';
import type { FindingId } from '../../diagnosis/judge.ts';
import type { LoginPlay } from '../../sandbox/index.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { logIn } from '../login.ts';
import { callbackPlaces } from '../places.ts';
import { isPerson, oneFault, type Scene } from '../scene.ts';
import { presenceIn } from '../session.ts';

export type IdTokenForgery =
  | 'everything'
  | 'signature'
  | 'none'
  | 'public-key'
  | 'unknown-kid'
  | 'issuer'
  | 'audience'
  | 'expiry'
  | 'nonce'
  | 'userinfo';

/** Who takes the token apart: the official SDK, the app with code or a library of its own, or nobody knows. */
export type TakenApartBy = 'sdk' | 'app' | 'unknown';

export interface ForgedIdToken {
  readonly forgery: IdTokenForgery;
  /** The app's page shows the one that the wrong token names. */
  readonly believed: boolean;
  /** Somebody is logged in after it. */
  readonly isIn: boolean;
  readonly by: TakenApartBy;
  /** A check of the SDK's failed in this login. */
  readonly checkFailed: boolean;
  readonly exchange: string;
  readonly where: readonly Location[];
}

const FOREIGN = 'https://elsewhere.rehearsal.test';
const HOUR = 3_600;

export const tokenForgeries = {
  id: 'token-forgeries',
  title: 'Logins with a wrong ID token',
  async run(scene: Scene): Promise<Outcome> {
    const { page, first } = scene;
    if (!scene.passed.has('login') || !page || !first) return notJudged('No honest login with a page behind it went through.');
    if (!page.namesUser) return notJudged(`${page.path} does not say who is logged in. Name a page that does with --page PATH.`);
    const seen: ForgedIdToken[] = [];
    const play = async (forgery: IdTokenForgery): Promise<ForgedIdToken | undefined> => {
      const one = await forge(scene, forgery);
      if (one) seen.push(one);
      return one;
    };
    const all = await play('everything');
    // An app that refuses it may still look at one of these and not at the others.
    if (all && !all.isIn)
      for (const one of ['signature', 'none', 'public-key', 'unknown-kid', 'issuer', 'audience', 'expiry'] as const)
        await play(one);
    if (first.authorize.searchParams.get('nonce')) await play('nonce');
    if (scene.provider.requests().some(({ path }) => path === '/userinfo')) await play('userinfo');
    return judgeForgedIdTokens(seen);
  },
};

async function forge(scene: Scene, forgery: IdTokenForgery): Promise<ForgedIdToken | undefined> {
  const { ada, bob } = scene.provider;
  const result = await logIn(scene, ada, playOf(forgery, claimsOf(scene)));
  if (result.kind !== 'done') return undefined;
  const { back, tokens, browser } = result.login;
  const [callback] = back.answers;
  if (!callback || !tokens.some(({ status }) => status === 200)) return undefined;
  const { presence, answer } = await presenceIn(scene, browser);
  const notes = back.answers.flatMap((one) => one.notes);
  const called = notes.find(({ kind, method }) => kind === 'sdk' && method === 'authenticateWithCode');
  const asked = notes.find(({ kind, path }) => kind === 'request' && path === '/oauth/token');
  return {
    forgery,
    believed: presence === 'in' && isPerson(answer.body, bob),
    isIn: presence === 'in',
    by: called ? 'sdk' : asked || scene.facts.exchangesItself ? 'app' : 'unknown',
    checkFailed: notes.some(
      ({ kind, method, outcome }) =>
        kind === 'sdk' && method === 'validateToken' && (outcome === 'rejected' || outcome === 'threw'),
    ),
    exchange: callback.exchange.id,
    where:
      callback.notes.findLast(({ method, frames }) => method === 'decodeToken' && frames.length > 0)?.frames.slice(0, 3) ??
      callbackPlaces(callback, scene.world.lineOf),
  };
}

/** Of somebody else, as the ID token has them. */
function claimsOf({ provider }: Scene): Readonly<Record<string, unknown>> {
  const user = provider.sandbox.store.users.get(provider.bob.id);
  const { givenName, familyName, name } = user?.userProfile ?? {};
  return { sub: provider.bob.id, email: user?.email, given_name: givenName, family_name: familyName, name };
}

function playOf(forgery: IdTokenForgery, somebody: Readonly<Record<string, unknown>>): LoginPlay {
  const now = Math.floor(Date.now() / 1000);
  const past = { iat: now - 2 * HOUR, exp: now - HOUR };
  const wrong = (claims: Readonly<Record<string, unknown>>): LoginPlay => ({ idTokenClaims: { ...somebody, ...claims } });
  switch (forgery) {
    case 'everything':
      return {
        ...wrong({ iss: FOREIGN, aud: ['skc_somebody_else'], azp: 'skc_somebody_else', ...past }),
        idTokenSignature: 'other-key',
      };
    case 'signature':
      return { ...wrong({}), idTokenSignature: 'other-key' };
    case 'none':
    case 'public-key':
    case 'unknown-kid':
      return { ...wrong({}), idTokenSignature: forgery };
    case 'issuer':
      return wrong({ iss: FOREIGN });
    case 'audience':
      return wrong({ aud: ['skc_somebody_else'], azp: 'skc_somebody_else' });
    case 'expiry':
      return wrong(past);
    case 'nonce':
      return { idTokenClaims: { nonce: 'not-the-one-that-was-sent' } };
    case 'userinfo':
      return { userinfoOf: String(somebody['sub']) };
  }
}

const words: Readonly<Record<IdTokenForgery, string>> = {
  everything: 'a foreign signature, issuer and audience, and expired',
  signature: 'the signature of another key',
  none: 'no signature (alg none)',
  'public-key': 'a signature by HS256 with the public key as its secret',
  'unknown-kid': 'a key that nobody has published',
  issuer: 'the issuer of somebody else',
  audience: 'the audience of another app',
  expiry: 'a time that is over',
  nonce: 'another nonce than was sent',
  userinfo: 'userinfo of another subject',
};

export function judgeForgedIdTokens(seen: readonly ForgedIdToken[]): Outcome {
  if (seen.length === 0) return notJudged('No login with a wrong ID token came as far as the token endpoint.');
  const ignored = seen.find(
    ({ checkFailed, isIn, forgery }) => checkFailed && isIn && forgery !== 'nonce' && forgery !== 'userinfo',
  );
  if (ignored)
    return unsound(
      'id-token-not-verified/failure-ignored',
      'F',
      [ignored],
      `The app verifies the ID token, and lets the login go on when that fails (${words[ignored.forgery]}).`,
    );
  // What the SDK does with its own answer of the token endpoint is not the app's to mend; and nobody has to look at the signature of what came
  // from there over TLS (OpenID Connect Core §3.1.3.7, 6): libraries do not.
  const believed = seen.filter(({ believed, by }) => believed && by === 'app');
  const all = believed.find(({ forgery }) => forgery === 'everything');
  if (all)
    return unsound(
      'id-token-not-verified/only-decoded',
      'W',
      [all],
      `Who is logged in is read from an ID token that nobody has verified: one with ${words.everything} is believed. It comes from Scalekit itself over TLS; where it ever comes by the browser, anybody can be anybody.`,
    );
  const claims = believed.filter(({ forgery }) => forgery === 'issuer' || forgery === 'audience' || forgery === 'expiry');
  if (claims.length > 0)
    return unsound(
      'id-token-not-verified/claims-ignored',
      'W',
      claims,
      `The ID token is looked at, and not all of what it says: one with ${list(claims)} is believed.`,
    );
  const nonce = seen.find(({ forgery, isIn }) => forgery === 'nonce' && isIn);
  if (nonce)
    return unsound(
      'id-token-not-verified/nonce-not-compared',
      'W',
      [nonce],
      'The login sends a nonce, and nobody compares it with the one in the ID token.',
    );
  const userinfo = seen.find(({ forgery, believed: isBelieved }) => forgery === 'userinfo' && isBelieved);
  if (userinfo)
    return unsound(
      'id-token-not-verified/userinfo-of-another',
      'W',
      [userinfo],
      'The app believes userinfo that is about another subject than the ID token.',
    );
  return sound(soundWords(seen));
}

function soundWords(seen: readonly ForgedIdToken[]): string {
  const first = seen.find(({ forgery }) => forgery === 'everything');
  if (first?.believed && first.by === 'sdk')
    return 'The SDK takes the ID token from the token endpoint itself and only decodes it, which OpenID Connect allows over TLS.';
  if (first?.believed) return 'The ID token is believed as the token endpoint gives it; by what it is read was not seen.';
  if (first?.isIn) return 'Who is logged in is not read from the ID token.';
  const unsigned = seen.some(({ forgery, believed }) => forgery === 'signature' && believed);
  if (unsigned)
    return 'The ID token is refused when its claims are wrong; its signature is not looked at, which OpenID Connect allows for what comes from the token endpoint over TLS.';
  return `Refused: ${seen
    .filter(({ isIn }) => !isIn)
    .map(({ forgery }) => words[forgery])
    .join('; ')}.`;
}

function list(seen: readonly ForgedIdToken[]): string {
  return seen.map(({ forgery }) => words[forgery]).join(', one with ');
}

function unsound(id: FindingId, grade: 'F' | 'W', seen: readonly ForgedIdToken[], why: string): Outcome {
  const [first] = seen;
  const evidence = seen.map(({ forgery, exchange, believed }) => ({
    label: `Login with ${words[forgery]}`,
    expected: 'refused',
    actual: believed ? 'the page of the one that the wrong token names' : 'logged in',
    exchange,
    source: forgery === 'userinfo' ? 'OpenID Connect Core §5.3.2' : 'OpenID Connect Core §3.1.3.7',
  }));
  return oneFault(id, grade, why, { evidence, locations: first?.where ?? [] });
}
