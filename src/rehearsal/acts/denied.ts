/** A login that the user or the provider broke off: the callback gets `error` instead of a code (RFC 6749 §4.1.2.1). */
import type { Location } from '../../diagnosis/evidence.ts';
import type { Answer, Journey } from '../browser/browser.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { changed, deliver, startLogin, throughProvider } from '../login.ts';
import { callbackPlaces } from '../places.ts';
import { oneFault, type Scene, severalFaults, showsFault, showsSound, tokenRequests } from '../scene.ts';

/** Nobody’s description: what is found on a page came from here. */
const MARKUP = '<b id=rehearsal>not allowed</b>';

export interface DeniedSeen {
  /** `access_denied`, or what else the provider says. */
  readonly error: string;
  readonly path: string;
  readonly status: number | undefined;
  readonly failure?: string | undefined;
  readonly loops: boolean;
  /** Straight back to the provider, without a page on which somebody could stop. */
  readonly startsAgain: boolean;
  readonly tokenAsked: boolean;
  readonly unescaped: boolean;
  readonly exchange: string;
  readonly where: readonly Location[];
}

export const denied = {
  id: 'denied',
  title: 'Denied login',
  async run(scene: Scene): Promise<Outcome> {
    if (!scene.passed.has('login')) return notJudged('No honest login went through, so a denied one says nothing.');
    const started = await startLogin(scene);
    if (!started) return notJudged('The login did not start.');
    const carried = await throughProvider(scene, started, scene.provider.ada);
    if (typeof carried === 'string') return notJudged(`The sandbox refused the authorize request: ${carried}.`);
    const refused = changed(carried, { code: undefined, error: 'access_denied', error_description: `The user ${MARKUP}` });
    const count = scene.provider.requests().length;
    const journey = await deliver(scene, started.browser, refused);
    const unescaped = journey.last.body.includes(MARKUP) && /html/.test(journey.last.headers['content-type'] ?? '');
    return judgeDenied({ ...seenOf(scene, journey, count), error: 'access_denied', unescaped });
  },
};

/** What became of a callback with an error. */
export function seenOf(scene: Scene, journey: Journey, requestsBefore: number): Omit<DeniedSeen, 'error' | 'unescaped'> {
  const callback = journey.answers[0] ?? journey.last;
  return {
    path: callback.url.pathname,
    status: journey.last.status,
    failure: journey.last.failure,
    loops: journey.loops,
    startsAgain: journey.toProvider !== undefined,
    tokenAsked: tokenRequests(scene.provider.since(requestsBefore), 'authorization_code').length > 0,
    exchange: callback.exchange.id,
    where: placesOf(scene, callback),
  };
}

/** One that gave no answer shows no place: the honest login's is the same handler. */
function placesOf({ world, first }: Scene, callback: Answer): readonly Location[] {
  const own = callbackPlaces(callback, world.lineOf);
  const honest = first?.back.answers.find(({ url }) => url.pathname === callback.url.pathname);
  return own.length > 0 || !honest ? own : callbackPlaces(honest, world.lineOf);
}

export function judgeDenied(seen: DeniedSeen): Outcome {
  const { path, status, exchange, error } = seen;
  const login = error === 'access_denied' ? 'A denied login' : `A login that ends in ${error}`;
  const ignored = (why: string, actual: string): Outcome =>
    oneFault('callback-error-unread/error-ignored', 'F', why, {
      evidence: [
        {
          label: `Answer of ${path} to error=${error}`,
          expected: 'a message, and nothing exchanged',
          actual,
          exchange,
          source: 'RFC 6749 §4.1.2.1',
        },
      ],
      locations: seen.where.slice(0, 3),
    });
  if (status === undefined || status >= 500)
    return ignored(
      `${login} makes ${path} ${status === undefined ? `fail (${seen.failure ?? 'no answer'})` : `answer ${status}`}.`,
      String(status ?? seen.failure),
    );
  if (seen.tokenAsked)
    return ignored(`${login} makes ${path} ask the token endpoint for a code that is not there.`, 'the token endpoint is asked');
  if (seen.loops || seen.startsAgain)
    return ignored(
      `${login} leads straight into the next one: the browser goes round in circles.`,
      'back to the authorize endpoint at once',
    );
  const clears = [
    showsSound('callback-error-unread/error-ignored', `${path} took the error for what it is (${status}).`, exchange),
  ];
  if (!seen.unescaped) return sound(`${login} ends on a page (${status}); nothing is exchanged.`, clears);
  const why =
    'The description of the error stands on the page as HTML: whoever makes somebody open the callback writes into the app’s page.';
  // The login itself is sound; it takes somebody who is made to open the address.
  const fault = showsFault('callback-error-unread/description-unescaped', 'W', why, {
    evidence: [{ label: 'error_description on the page', expected: 'escaped', actual: MARKUP, exchange }],
    locations: seen.where.slice(0, 3),
  });
  return severalFaults([fault], clears);
}
