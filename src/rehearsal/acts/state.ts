/** The way back with another state than the login was started with: made up, left out, or another browser's (RFC 6749 §10.12). */
import type { Location } from '../../diagnosis/evidence.ts';
import type { Answer, Journey } from '../browser/browser.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { type Carried, changed, deliver, startLogin, throughProvider } from '../login.ts';
import { callbackPlaces } from '../places.ts';
import { newBrowser, oneFault, type Scene, showsSound, tokenRequests } from '../scene.ts';
import { presenceIn } from '../session.ts';

type Forgery = 'made-up' | 'missing' | 'other-browser';

export interface ForgedLogin {
  readonly forgery: Forgery;
  /** The app let the other one's login into this browser. */
  readonly accepted: boolean;
  readonly tokenAsked: boolean;
  readonly status: number | undefined;
  readonly exchange: string;
  readonly where: readonly Location[];
}

export const state = {
  id: 'state',
  title: 'Forged, missing and foreign state',
  async run(scene: Scene): Promise<Outcome> {
    if (!scene.passed.has('login')) return notJudged('No honest login went through, so a forged one says nothing.');
    if (!scene.first?.authorize.searchParams.get('state')) return notJudged('The login has no state.');
    const seen: ForgedLogin[] = [];
    for (const forgery of ['made-up', 'missing', 'other-browser'] as const) {
      const one = await forge(scene, forgery);
      if (one) seen.push(one);
    }
    return judgeForgedStates(seen);
  },
};

/** In a browser that has started a login of its own comes the end of somebody else's. */
async function forge(scene: Scene, forgery: Forgery): Promise<ForgedLogin | undefined> {
  const mine = await startLogin(scene);
  const other = await startLogin(scene, newBrowser(scene));
  if (!mine || !other) return undefined;
  // Where all logins are alike, that is the fault, and this one follows from it.
  const differs = ['state', 'nonce', 'code_challenge'].some(
    (name) => mine.authorize.searchParams.get(name) !== other.authorize.searchParams.get(name),
  );
  if (forgery === 'other-browser' && !differs) return undefined;
  const carried = await throughProvider(scene, other, scene.provider.bob);
  if (typeof carried === 'string') return undefined;
  const count = scene.provider.requests().length;
  const journey = await deliver(scene, mine.browser, forged(carried, forgery));
  const tokens = tokenRequests(scene.provider.since(count), 'authorization_code');
  const [callback] = journey.answers;
  if (!callback) return undefined;
  const isIn = scene.page
    ? (await presenceIn(scene, mine.browser, scene.provider.bob)).presence === 'in'
    : answersAsHonest(scene, journey);
  const granted = tokens.some(({ status }) => status === 200);
  return {
    forgery,
    accepted: isIn && granted,
    tokenAsked: tokens.length > 0,
    status: callback.status,
    exchange: callback.exchange.id,
    where: callbackPlaces(callback, scene.world.lineOf),
  };
}

/** Where no page tells who is logged in: the callback did just what it did at the honest login. */
function answersAsHonest({ first }: Scene, { answers }: Journey): boolean {
  const [honest] = first?.back.answers ?? [];
  const [callback] = answers;
  const kept = (answer: Answer): string =>
    answer.fates
      .flatMap(({ kept, name }) => (kept ? [name] : []))
      .sort()
      .join();
  return (
    honest !== undefined &&
    callback !== undefined &&
    kept(honest) !== '' &&
    kept(honest) === kept(callback) &&
    honest.status === callback.status &&
    honest.location?.pathname === callback.location?.pathname
  );
}

function forged(carried: Carried, forgery: Forgery): Carried {
  if (forgery === 'other-browser') return carried;
  return changed(carried, { state: forgery === 'missing' ? undefined : 'forged-by-the-rehearsal' });
}

const words: Readonly<Record<Forgery, string>> = {
  'made-up': 'a state that nobody had sent',
  missing: 'no state at all',
  'other-browser': 'the state of a login that another browser had started',
};

export function judgeForgedStates(seen: readonly ForgedLogin[]): Outcome {
  if (seen.length === 0) return notJudged('The login could not be started twice side by side.');
  const accepted = seen.filter((one) => one.accepted);
  const [first] = accepted;
  if (first) {
    const plain = accepted.some(({ forgery }) => forgery !== 'other-browser');
    const id = plain ? 'state-missing/not-compared' : 'state-missing/not-bound';
    const list = accepted.map(({ forgery }) => words[forgery]).join(', and with ');
    const why = `The callback let somebody else’s login into this browser with ${list}.`;
    const evidence = accepted.map(({ forgery, status, exchange }) => ({
      label: `Callback with ${words[forgery]}`,
      expected: 'refused, and the code is not exchanged',
      actual: `answered ${status}; the browser is now logged in as the other one`,
      exchange,
      source: 'RFC 6749 §10.12',
    }));
    return oneFault(id, 'F', why, { evidence, locations: first.where });
  }
  const asked = seen.find(({ forgery, tokenAsked }) => tokenAsked && forgery !== 'other-browser');
  if (asked) return comparedTooLate(asked);
  const clears = [
    showsSound(
      'state-missing/not-compared',
      'The callback refused a made-up state, and one that was missing.',
      seen[0]?.exchange,
    ),
    showsSound('state-missing/not-bound', 'The callback refused the state of another browser.', seen[0]?.exchange),
  ];
  const crashed = seen.find(({ status }) => status === undefined || status >= 500);
  const why = `Refused: ${seen.map(({ forgery }) => words[forgery]).join('; ')}.`;
  if (crashed)
    return {
      outcome: 'unsound',
      grade: 'W',
      why: `${why} The answer to ${words[crashed.forgery]} was ${crashed.status ?? 'none'} instead of a message.`,
      wrong: crashed.exchange,
      shown: clears,
    };
  return sound(why, clears);
}

/** The code of somebody else was handed in at once: what then stopped it (PKCE, a nonce, a check that comes late) is not the state. */
function comparedTooLate({ forgery, status, exchange, where }: ForgedLogin): Outcome {
  const why = `The callback exchanges a code that comes with ${words[forgery]}: the state is not compared before, and the login was stopped by something else only (${status ?? 'no answer'}).`;
  const evidence = [
    {
      label: `Callback with ${words[forgery]}`,
      expected: 'refused, and the code is not exchanged',
      actual: 'the token endpoint is asked',
      exchange,
      source: 'RFC 6749 §10.12',
    },
  ];
  return oneFault('state-missing/not-compared', 'W', why, { evidence, locations: where });
}
