/** A session id from before the login: whoever had planted it would be logged in with the victim (session fixation). */
import type { Location } from '../../diagnosis/evidence.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { deliver, startLogin, throughProvider } from '../login.ts';
import { oneFault, type Scene } from '../scene.ts';
import { presenceIn } from '../session.ts';

export const fixation = {
  id: 'fixation',
  title: 'Session id from before the login',
  async run(scene: Scene): Promise<Outcome> {
    if (!scene.passed.has('login') || !scene.page) return notJudged('No honest login with a page behind it went through.');
    const started = await startLogin(scene);
    if (!started) return notJudged('The login did not start.');
    const before = started.browser.copy();
    if (before.jar.cookies.length === 0) return sound('The app sets no cookie before the login.');
    const carried = await throughProvider(scene, started, scene.provider.ada);
    if (typeof carried === 'string') return notJudged(`The sandbox refused the authorize request: ${carried}.`);
    const back = await deliver(scene, started.browser, carried);
    const inside = await presenceIn(scene, started.browser, scene.provider.ada);
    if (inside.presence !== 'in') return notJudged('The login did not go through this time.');
    const old = await presenceIn(scene, before, scene.provider.ada);
    const [callback] = back.answers;
    return judgeFixation(
      old.presence === 'in',
      before.jar.cookies.map(({ name }) => name),
      old.answer.exchange.id,
      (callback?.exchange.where ?? []).slice(0, 3),
    );
  },
};

export function judgeFixation(opens: boolean, names: readonly string[], exchange: string, where: readonly Location[]): Outcome {
  if (!opens) return sound('What the browser held before the login opens nothing after it.');
  const why = `The cookie from before the login (${names.join(', ')}) opens the session after it: whoever planted it in this browser is logged in as well.`;
  const evidence = [
    {
      label: 'Cookie from before the login',
      expected: 'opens nothing',
      actual: 'opens the page',
      exchange,
      source: 'OWASP ASVS 3.2.1',
    },
  ];
  return oneFault('session-unprotected/id-kept-at-login', 'W', why, { evidence, locations: where });
}
