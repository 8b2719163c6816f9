/** Five requests at the moment when the token has expired, as a page with its scripts sends them: one refresh must do for all. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Location } from '../../diagnosis/evidence.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { oneFault, type Scene, showsSound, tokenRequests } from '../scene.ts';
import { type Presence, presenceIn, presenceOf } from '../session.ts';
import { refreshPlace, UNTIL_EXPIRED_MS } from './refresh.ts';

const AT_ONCE = 5;

export interface TogetherSeen {
  readonly presences: readonly Presence[];
  /** Still logged in afterwards? */
  readonly after: Presence;
  readonly refreshes: readonly { readonly status?: number }[];
  readonly exchange: string;
  readonly where: readonly Location[];
}

export const together = {
  id: 'together',
  title: 'Five requests at once after expiry',
  async run(scene: Scene): Promise<Outcome> {
    const { secondShortLived: login, page } = scene;
    if (!scene.passed.has('login') || !page || !login) return notJudged('No honest login with a page behind it went through.');
    if (!scene.passed.has('refresh')) return notJudged('The app was not seen to refresh.');
    await pause(Math.max(0, (login.at ?? 0) + UNTIL_EXPIRED_MS - Date.now()), undefined, { signal: scene.world.signal }).catch(
      () => undefined,
    );
    const count = scene.provider.requests().length;
    const initiator = scene.world.app.origin;
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => login.browser.open(page.path, { initiator })));
    const refreshes = tokenRequests(scene.provider.since(count), 'refresh_token');
    const after = await presenceIn(scene, login.browser, login.person);
    const presences = answers.map((answer) => presenceOf(answer, page, login.person));
    const failed = answers[presences.findIndex((presence) => presence !== 'in')] ?? answers[0];
    if (!failed) return notJudged('The run ended.');
    return judgeTogether({
      presences,
      after: after.presence,
      refreshes,
      exchange: failed.exchange.id,
      where: refreshPlace(failed),
    });
  },
};

export function judgeTogether({ presences, after, refreshes, exchange, where }: TogetherSeen): Outcome {
  if (refreshes.length === 0) return notJudged('Nothing was refreshed this time.');
  const lost = presences.filter((presence) => presence !== 'in').length;
  if (lost === 0 && after === 'in')
    return sound(`All ${presences.length} were served${refreshes.length === 1 ? ' by one refresh' : ''}.`, [
      showsSound('expires-too-quickly/refresh-raced', 'Five requests at once after expiry were all served.', exchange),
    ]);
  const refused = refreshes.filter(({ status }) => status !== 200).length;
  if (refused === 0) return notJudged(`${lost} of ${presences.length} requests were not served, and every refresh was granted.`);
  const why = `Of ${presences.length} requests at once ${refreshes.length} refreshed with the same token; ${refused} of these were refused${lost > 0 ? `, and ${lost} of the requests were not served` : ''}${after === 'in' ? '' : '. Nobody is logged in any more'}.`;
  const evidence = [
    {
      label: 'Refreshes for one expired token',
      expected: 'one',
      actual: String(refreshes.length),
      exchange,
      source: 'RFC 9700 §4.14.2',
    },
  ];
  // It takes two requests in one moment; `check` warns of it likewise.
  return oneFault('expires-too-quickly/refresh-raced', 'W', why, { evidence, locations: where });
}
