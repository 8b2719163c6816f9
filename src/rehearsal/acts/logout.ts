/** Signing out: the session of the app ends, for the browser and for a copy of its cookie, and the provider's with it. */
import type { Location } from '../../diagnosis/evidence.ts';
import type { Shown } from '../../diagnosis/shown.ts';
import { type Grade, notJudged, type Outcome, sound } from '../events.ts';
import { logIn } from '../login.ts';
import { handlerFirst } from '../places.ts';
import { type Scene, severalFaults, showsFault, showsSound } from '../scene.ts';
import { type Presence, presenceIn } from '../session.ts';
import { signOut } from './logout-door.ts';
import { LONGEST_ID } from './restart.ts';

export interface LogoutSeen {
  readonly path: string;
  readonly after: Presence;
  readonly oldCookie: Presence;
  /** The cookie holds the session itself, so that nothing of it is kept at the server: by its length. */
  readonly stateless: boolean;
  readonly leadsToProvider: boolean;
  readonly hasHint: boolean;
  readonly exchange: string;
  readonly where: readonly Location[];
  /** Where the address of the provider's logout is built. */
  readonly built?: readonly Location[];
}

export const logout = {
  id: 'logout',
  title: 'Signing out',
  async run(scene: Scene): Promise<Outcome> {
    if (!scene.passed.has('login') || !scene.page) return notJudged('No honest login with a page behind it went through.');
    const result = await logIn(scene, scene.provider.ada);
    if (result.kind !== 'done') return notJudged('The login did not go through this time.');
    const { browser, person } = result.login;
    const { presence, answer } = await presenceIn(scene, browser, person);
    if (presence !== 'in') return notJudged('Nobody is logged in after this login.');
    const before = browser.copy();
    const found = await signOut(scene, browser, answer);
    if (!found) return notJudged('No address was found that signs people out.');
    // Somebody whose session is over anyway is not signed out as others are.
    const gone = before.jar.cookies.find(({ expires }) => expires !== undefined && expires <= Date.now());
    if (gone) return notJudged(`The cookie ${gone.name} ran out meanwhile.`);
    const after = await presenceIn(scene, browser, person);
    const old = await presenceIn(scene, before, person);
    const longest = Math.max(0, ...before.jar.cookies.map(({ value }) => value.length));
    const [first] = found.journey.answers;
    return judgeLogout({
      path: found.path,
      after: after.presence,
      oldCookie: old.presence,
      stateless: longest > LONGEST_ID,
      leadsToProvider: found.toProvider?.pathname === '/oidc/logout',
      hasHint: (found.toProvider?.searchParams.get('id_token_hint') ?? '') !== '',
      exchange: first?.exchange.id ?? '',
      where: handlerFirst(first?.exchange.where ?? [], scene.world.lineOf).slice(0, 3),
      built: (first?.notes.find(({ method }) => method === 'getLogoutUrl')?.frames ?? []).slice(0, 3),
    });
  },
};

export function judgeLogout(seen: LogoutSeen): Outcome {
  const { path, exchange } = seen;
  const faults: Shown[] = [];
  const fault = (id: Shown['id'], given: Grade, because: string, expected: string, actual: string, place = seen.where): void => {
    faults.push(
      showsFault(id, given, because, {
        evidence: [{ label: `After ${path}`, expected, actual, exchange }],
        locations: place,
      }),
    );
  };
  if (seen.after === 'in')
    fault(
      'logout-incomplete/session-left',
      'F',
      `After ${path} the browser is still logged in.`,
      'logged out',
      'the page is open as before',
    );
  else if (seen.oldCookie === 'in' && !seen.stateless)
    fault(
      'logout-incomplete/old-cookie-works',
      'F',
      `After ${path} the cookie from before still opens the session: whoever has a copy of it stays logged in.`,
      'the old cookie opens nothing',
      'it opens the page as before',
    );
  if (!seen.leadsToProvider)
    fault(
      'logout-incomplete/local-only',
      'W',
      `${path} does not lead to Scalekit’s logout: the session there goes on, and the next login asks for nothing.`,
      'a redirect to /oidc/logout',
      'the app alone',
    );
  else if (!seen.hasHint)
    fault(
      'logout-incomplete/no-hint',
      'W',
      `${path} leads to Scalekit’s logout without id_token_hint: Scalekit cannot tell whose session to end.`,
      'id_token_hint',
      'none',
      seen.built && seen.built.length > 0 ? seen.built : seen.where,
    );
  const clears =
    seen.leadsToProvider && seen.hasHint
      ? [showsSound('logout-incomplete/local-only', `${path} leads to Scalekit’s logout.`, exchange)]
      : [];
  if (faults.length === 0) return sound(endWords(seen), clears);
  return severalFaults(faults, clears);
}

/** A cookie that holds the session itself cannot be called back: that lies in how it is made, and is no fault of the logout. */
function endWords({ oldCookie }: LogoutSeen): string {
  if (oldCookie !== 'in') return 'The session has ended, here and at Scalekit; the old cookie opens nothing.';
  return 'The session has ended, here and at Scalekit. The cookie holds the session itself: a copy of it opens it until its time is over.';
}
