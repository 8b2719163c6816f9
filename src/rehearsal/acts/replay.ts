/** The same callback a second time in the same browser, as with a reload or the back button (RFC 6749 §10.5). */
import { notJudged, type Outcome, sound } from '../events.ts';
import { deliver, logIn } from '../login.ts';
import type { Scene } from '../scene.ts';
import { presenceIn } from '../session.ts';

export const replay = {
  id: 'replay',
  title: 'The same callback twice',
  async run(scene: Scene): Promise<Outcome> {
    if (!scene.passed.has('login') || !scene.page) return notJudged('No honest login with a page behind it went through.');
    const result = await logIn(scene, scene.provider.ada);
    if (result.kind !== 'done') return notJudged('The login did not go through this time.');
    const { login } = result;
    const journey = await deliver(scene, login.browser, login.carried);
    const [callback] = journey.answers;
    if (!callback) return notJudged('The callback was not reached.');
    const { presence } = await presenceIn(scene, login.browser, scene.provider.ada);
    const wrong = callback.exchange.id;
    if (callback.status === undefined || callback.status >= 500)
      return {
        outcome: 'unsound',
        grade: 'W',
        why: `The second time ${callback.url.pathname} answers ${callback.status ?? 'not at all'} instead of a message.`,
        wrong,
      };
    if (presence !== 'in')
      return { outcome: 'unsound', grade: 'W', why: 'After the same callback came twice nobody is logged in any more.', wrong };
    return sound('The second time changes nothing: the session is as before.');
  },
};
