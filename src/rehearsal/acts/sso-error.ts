/** What Scalekit sends the browser back with when a connection does not work: errors that an app has not thought of are errors as well. */
import { notJudged, type Outcome } from '../events.ts';
import { changed, deliver, startLogin, throughProvider } from '../login.ts';
import type { Scene } from '../scene.ts';
import { judgeDenied, seenOf } from './denied.ts';

const errors: readonly (readonly [error: string, description: string])[] = [
  ['no_active_connections', 'no connection of the organization is enabled'],
  ['server_error', 'the login could not be completed'],
];

export const ssoError = {
  id: 'sso-error',
  title: 'A login that the connection fails',
  async run(scene: Scene): Promise<Outcome> {
    if (!scene.passed.has('login')) return notJudged('No honest login went through, so a failing one says nothing.');
    let outcome = notJudged('The login did not start.');
    for (const [error, error_description] of errors) {
      const started = await startLogin(scene);
      if (!started) break;
      const carried = await throughProvider(scene, started, scene.provider.ada);
      if (typeof carried === 'string') return notJudged(`The sandbox refused the authorize request: ${carried}.`);
      const count = scene.provider.requests().length;
      const journey = await deliver(scene, started.browser, changed(carried, { code: undefined, error, error_description }));
      outcome = judgeDenied({ ...seenOf(scene, journey, count), error, unescaped: false });
      if (outcome.outcome === 'unsound') break;
    }
    return outcome;
  },
};
