/** Faults that keep a login from its start or its end, and that the run still shows: a start that panics, a session whose refresh token was used up. */
import type { SeenRequest } from '../../sandbox/index.ts';
import type { Outcome } from '../events.ts';
import type { LoggedIn } from '../login.ts';
import { oneFault, type Scene, tokenRequests } from '../scene.ts';

/** A refresh token that the way back had used up, sent again. What visits afterwards use up is not known to this browser: they play in copies of it. */
export function usedUp(back: readonly SeenRequest[], after: readonly SeenRequest[]): SeenRequest | undefined {
  const token = ({ parameters }: SeenRequest): string => parameters['refresh_token'] ?? '';
  const spent = new Set(
    tokenRequests(back, 'refresh_token')
      .filter((one) => one.status === 200 && one.refreshToken !== undefined && one.refreshToken !== token(one))
      .map(token),
  );
  return tokenRequests(after, 'refresh_token').find((one) => one.status === 400 && spent.has(token(one)));
}

export function lostByRefresh(scene: Scene, { tokens }: LoggedIn, requestsBefore: number): Outcome | undefined {
  const again = usedUp(tokens, scene.provider.since(requestsBefore));
  const exchange = again && scene.provider.exchangeOf(again);
  if (!again || exchange === undefined) return undefined;
  const why =
    'The app refreshes with a token that its own refresh a moment before had used up: the new one was not kept, and the session is lost.';
  const evidence = [
    {
      label: 'Refresh',
      expected: 'the refresh token of the refresh before',
      actual: `the one before it, answered ${again.error ?? again.status ?? 'not at all'}`,
      exchange,
      source: 'RFC 6749 §6',
    },
  ];
  return oneFault('token-expired/rotated-token-dropped', 'F', why, { evidence });
}

/** No address leads to the login, and the app has written of a panic meanwhile. */
export function startPanics(scene: Scene, noted: number): Outcome | undefined {
  const panic = scene.world.notes
    .all()
    .slice(noted)
    .find(({ kind, frames }) => kind === 'crash' && frames[0]?.file.endsWith('.go') === true);
  const failing = scene.world.recorder
    .of('login')
    .find(
      ({ to, target, status }) =>
        to === 'app' && (status === undefined || status >= 500) && scene.facts.login.includes(target.split('?')[0] ?? ''),
    );
  if (!panic || !failing) return undefined;
  const path = failing.target.split('?')[0];
  const said = panic.error?.name ?? 'panic';
  const why = `${path}, which the code starts the login at, answers ${failing.status ?? 'not at all'}: the app panics (${said}).`;
  const evidence = [
    {
      label: `Answer of ${path}`,
      expected: 'a redirect to Scalekit',
      actual: String(failing.status ?? 'none'),
      exchange: failing.id,
    },
  ];
  return oneFault('login-fails/start-crashes', 'F', why, { evidence, locations: panic.frames.slice(0, 3) });
}
