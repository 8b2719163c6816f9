/** The session was revoked at Scalekit: the refresh is refused with invalid_grant, and the app sends people to the login (RFC 6749 §5.2). */
import { setTimeout as pause } from 'node:timers/promises';
import { notJudged, type Outcome, sound } from '../events.ts';
import { oneFault, type Scene, tokenRequests } from '../scene.ts';
import { refreshPlace, UNTIL_EXPIRED_MS } from './refresh.ts';

export const refusedRefresh = {
  id: 'refused-refresh',
  title: 'A refresh that is refused',
  async run(scene: Scene): Promise<Outcome> {
    const { revoked: login, page } = scene;
    if (!login || !page) return notJudged('No honest login with a page behind it went through.');
    if (!scene.passed.has('refresh')) return notJudged('The app was not seen to refresh.');
    await pause(Math.max(0, (login.at ?? 0) + UNTIL_EXPIRED_MS - Date.now()), undefined, { signal: scene.world.signal }).catch(
      () => undefined,
    );
    const count = scene.provider.requests().length;
    const journey = await login.browser.follow(page.path, { initiator: scene.world.app.origin });
    const tries = tokenRequests(scene.provider.since(count), 'refresh_token').length;
    if (tries === 0) return notJudged('Nothing was refreshed this time.');
    const [first] = journey.answers;
    const { status } = journey.last;
    const fault = (grade: 'F' | 'W', why: string, actual: string): Outcome =>
      oneFault('cannot-refresh/refusal-unhandled', grade, why, {
        evidence: [
          {
            label: 'Page whose refresh is refused',
            expected: 'the login, or 401',
            actual,
            exchange: first?.exchange.id ?? '',
            source: 'RFC 6749 §5.2',
          },
        ],
        locations: first ? refreshPlace(first) : [],
      });
    if (journey.loops)
      return fault('F', 'When the refresh is refused the browser is sent round in circles.', 'redirects without end');
    if (status === undefined) return fault('F', 'When the refresh is refused the page gives no answer.', 'no answer');
    if (status >= 500)
      return fault(
        'W',
        `When the refresh is refused the page answers ${status} instead of leading to the login.`,
        String(status),
      );
    return sound(`The app takes a refused refresh for the end of the session (${journey.toProvider ? 'a new login' : status}).`);
  },
};
