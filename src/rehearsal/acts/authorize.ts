/** What two honest logins sent to the authorize endpoint: state, nonce, PKCE, scopes. */
import type { Location } from '../../diagnosis/evidence.ts';
import type { Shown } from '../../diagnosis/shown.ts';
import { type Grade, notJudged, type Outcome, sound } from '../events.ts';
import { type Started, startLogin } from '../login.ts';
import { mark } from '../recorder.ts';
import { type Scene, severalFaults, showsFault, showsSound } from '../scene.ts';

export const authorize = {
  id: 'authorize',
  title: 'Parameters of the authorize request',
  async run(scene: Scene): Promise<Outcome> {
    const { first } = scene;
    const second = await startLogin(scene);
    if (!first || !second) return notJudged('The login did not lead to the authorize endpoint twice.');
    return judgeAuthorize([first, second].map(requestOf));
  },
};

export interface AuthorizeSeen {
  readonly parameters: ReadonlyMap<string, string>;
  readonly exchange: string;
  readonly where: readonly Location[];
}

/** What the login was started with, and where the address is built. */
export function requestOf({ authorize, journey }: Started): AuthorizeSeen {
  const built = journey.answers
    .flatMap(({ notes }) => notes)
    .find(({ kind, method }) => kind === 'sdk' && method === 'getAuthorizationUrl');
  const where = built?.frames ?? journey.last.exchange.where ?? [];
  return { parameters: new Map(authorize.searchParams), exchange: journey.last.exchange.id, where: where.slice(0, 3) };
}

export function judgeAuthorize(seen: readonly AuthorizeSeen[]): Outcome {
  const [one, two] = seen;
  if (!one || !two) return notJudged('Two authorize requests are needed to tell what is new each time.');
  const faults: Shown[] = [];
  const clears: Shown[] = [];
  const fault = (id: Shown['id'], given: Grade, because: string, label: string, expected: string, actual: string): void => {
    faults.push(
      showsFault(id, given, because, { evidence: [{ label, expected, actual, exchange: two.exchange }], locations: one.where }),
    );
  };
  const value = (name: string): [string | undefined, string | undefined] => [one.parameters.get(name), two.parameters.get(name)];
  const [state, nextState] = value('state');
  const [challenge, nextChallenge] = value('code_challenge');
  const [nonce, nextNonce] = value('nonce');
  const isBound = challenge !== undefined && challenge !== nextChallenge;
  let isTiedByNonce = false;
  if (!state)
    fault(
      'state-missing/not-sent',
      isBound ? 'W' : 'F',
      `The authorize request has no state${isBound ? '; PKCE alone ties the login to this browser' : ''}.`,
      'state',
      'a fresh random value',
      'none',
    );
  else {
    clears.push(showsSound('state-missing/not-sent', 'The authorize request has a state.', two.exchange));
    // Some put the return address alone into the state and tie the login to the browser by the nonce: whether they do shows the forged way back.
    if (state === nextState && nonce !== undefined && nonce !== nextNonce) isTiedByNonce = true;
    else if (state === nextState)
      fault(
        'state-missing/predictable',
        isBound ? 'W' : 'F',
        'Two logins were started with the same state.',
        'state of two logins',
        'two values',
        `${mark(state)} and ${mark(nextState ?? '')}`,
      );
    else clears.push(showsSound('state-missing/predictable', 'Two logins have two states.', two.exchange));
  }
  if (nonce !== undefined && nonce === nextNonce)
    fault(
      'login-fails/constant-nonce',
      'W',
      'Two logins were started with the same nonce.',
      'nonce of two logins',
      'two values',
      `${mark(nonce)} twice`,
    );
  if (challenge !== undefined && challenge === nextChallenge)
    fault(
      'login-fails/constant-challenge',
      'F',
      'Two logins were started with the same code challenge: the verifier is no secret of one login.',
      'code_challenge of two logins',
      'two values',
      `${mark(challenge)} twice`,
    );
  if (challenge !== undefined && one.parameters.get('code_challenge_method') !== 'S256')
    fault(
      'login-fails/plain-challenge',
      'W',
      'The code challenge is sent without code_challenge_method=S256.',
      'code_challenge_method',
      'S256',
      one.parameters.get('code_challenge_method') ?? 'none',
    );
  if (faults.length === 0)
    return sound(isTiedByNonce ? 'state is the same each time, and the nonce is new.' : 'state is new each time.', clears);
  return severalFaults(faults, clears);
}
