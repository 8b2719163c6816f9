/** The app is started once more: is a session from before still there? Told, and blamed on nobody. */
import { notJudged, type Outcome, sound } from '../events.ts';
import { logIn } from '../login.ts';
import type { Scene } from '../scene.ts';
import { type Presence, presenceIn } from '../session.ts';
import { waitUntilReady } from '../stage/ready.ts';

/** An app that took longer, as development servers do, is not started twice for this. */
const MOST_START_MS = 5_000;
const MOST_WAIT_MS = 10_000;
/** A value that is longer holds more than an id. */
export const LONGEST_ID = 160;

export interface RestartSeen {
  readonly after: Presence;
  readonly cookies: readonly { readonly name: string; readonly length: number }[];
}

export const restart = {
  id: 'restart',
  title: 'A session from before a restart',
  async run(scene: Scene): Promise<Outcome> {
    const { child, page, world, startedAfterMs } = scene;
    if (!scene.passed.has('login') || !page) return notJudged('No honest login with a page behind it went through.');
    if (!child.restart) return notJudged('The app was started by hand: log in, start it anew, and load the page again.');
    if (startedAfterMs > MOST_START_MS)
      return notJudged(
        `The app took ${(startedAfterMs / 1000).toFixed(0)} s to start and is not started twice: log in, start it anew, and load ${page.path} again.`,
      );
    const result = await logIn(scene, scene.provider.ada);
    if (result.kind !== 'done') return notJudged('The login did not go through this time.');
    const { browser, person } = result.login;
    if ((await presenceIn(scene, browser, person)).presence !== 'in') return notJudged('Nobody is logged in after this login.');
    const cookies = browser.jar.cookies.map(({ name, value }) => ({ name, length: value.length }));
    if (!(await child.restart())) return notJudged('The app did not end when it was asked to, and was not started twice.');
    const port = Number(world.app.port);
    const ready = await waitUntilReady({ child, port, withinMs: MOST_WAIT_MS, signal: world.signal });
    if (ready.kind !== 'ready' || ready.port !== port) return notJudged(`The app did not answer on port ${port} a second time.`);
    const after = await presenceIn(scene, browser, person);
    const outcome = judgeRestart({ after: after.presence, cookies });
    if (outcome.outcome === 'sound' && after.presence !== 'in') scene.warnings.push(`For information: ${outcome.why}`);
    return outcome;
  },
};

export function judgeRestart({ after, cookies }: RestartSeen): Outcome {
  if (after === 'in') return sound('A session from before the restart is still there.');
  if (after === 'failing') return notJudged('After the restart the page of the session answers with an error.');
  const longest = [...cookies].sort((a, b) => b.length - a.length)[0];
  const why =
    longest === undefined
      ? 'nothing of it was kept'
      : longest.length > LONGEST_ID
        ? `the cookie ${longest.name} holds the session itself, and what signs or encrypts it is made anew at each start`
        : `the cookie ${longest.name} is an id, and what it stands for was in the memory of the process (or its secret is made anew at each start)`;
  return sound(`After a restart nobody is logged in any more: ${why}.`);
}
