/** Callbacks that go wrong: without a code, with doubled parameters, and while the token endpoint is in trouble. The app must outlive them. */
import type { Location } from '../../diagnosis/evidence.ts';
import type { LoginPlay } from '../../sandbox/index.ts';
import type { Answer } from '../browser/browser.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { type Carried, changed, deliver, startLogin, throughProvider } from '../login.ts';
import { oneFault, type Scene } from '../scene.ts';
import { runtimeError } from '../stage/crashes.ts';
import type { Note } from '../stage/notes.ts';

/** An app that has not answered by then is not going to. */
const PATIENCE_MS = 4_000;

interface Failed {
  readonly what: string;
  readonly callback: Answer;
}

interface Case {
  readonly what: string;
  readonly play?: LoginPlay;
  readonly withoutCode?: true;
  readonly twice?: true;
}

const cases: readonly Case[] = [
  { what: 'comes without a code', withoutCode: true },
  { what: 'has its code twice', twice: true },
  { what: 'comes while the token endpoint answers 500', play: { codeAnswer: 'server-error' } },
  { what: 'comes while the token endpoint answers with a page', play: { codeAnswer: 'html' } },
  { what: 'comes while the token endpoint breaks off', play: { codeAnswer: 'not-at-all' } },
];

export const trouble = {
  id: 'trouble',
  title: 'Callbacks in trouble',
  async run(scene: Scene): Promise<Outcome> {
    if (!scene.passed.has('login')) return notJudged('No honest login went through.');
    const noted = scene.world.notes.all().length;
    let failed: Failed | undefined;
    for (const { what, play, withoutCode, twice } of cases) {
      const started = await startLogin(scene);
      if (!started) return notJudged('The login did not start.');
      const carried = await throughProvider(scene, started, scene.provider.ada, play);
      if (typeof carried === 'string') return notJudged(`The sandbox refused the authorize request: ${carried}.`);
      const sent = withoutCode ? changed(carried, { code: undefined }) : twice ? doubled(carried) : carried;
      const journey = await deliver(scene, started.browser, sent, PATIENCE_MS);
      const [callback] = journey.answers;
      if (!callback) return notJudged('The callback was not reached.');
      const died = !scene.child.isRunning();
      if (!died && callback.status !== undefined) {
        if (callback.status >= 500) failed ??= { what, callback };
        continue;
      }
      const why = died
        ? `A callback that ${what} ends the whole app: nobody catches what is thrown.`
        : `A callback that ${what} gets no answer (${callback.failure}): the browser waits for ever.`;
      const locations = crashPlace(scene) ?? (callback.exchange.where ?? []).slice(0, 3);
      const evidence = [
        {
          label: `Callback that ${what}`,
          expected: 'a message',
          actual: died ? 'the app ends' : 'no answer',
          exchange: callback.exchange.id,
        },
      ];
      return oneFault('login-fails/failure-uncaught', 'F', why, { evidence, locations });
    }
    const caught = scene.world.notes
      .all()
      .slice(noted)
      .find((note) => note.kind === 'crash' && isPanic(note));
    const said = caught?.error?.name ?? runtimeError(failed?.callback.body ?? '');
    return failed && said !== undefined
      ? panicked(failed, said, caught?.frames ?? [])
      : sound('The app answers each of them and goes on.');
  },
};

/** Most frameworks hand on a list then. A form cannot say it here. */
function doubled(carried: Carried): Carried {
  if (carried.method === 'POST') return carried;
  const url = new URL(carried.url);
  url.searchParams.append('code', carried.parameters['code'] ?? '');
  return { ...carried, url };
}

/** Elsewhere an exception that the framework answers with 500 is how a handler fails. */
function isPanic({ frames }: Note): boolean {
  return frames[0]?.file.endsWith('.go') === true;
}

/** A middleware that recovers answers in its place: the app lives, and the user sees an error of the server. */
function panicked({ what, callback }: Failed, said: string, frames: Note['frames']): Outcome {
  const why = `A callback that ${what} makes the app panic (${said}); what recovers answers ${callback.status}.`;
  const evidence = [
    { label: `Callback that ${what}`, expected: 'a message', actual: String(callback.status), exchange: callback.exchange.id },
  ];
  return oneFault('login-fails/failure-uncaught', 'W', why, { evidence, locations: frames.slice(0, 3) });
}

function crashPlace({ world }: Scene): readonly Location[] | undefined {
  const crash = world.notes.all().findLast(({ kind, frames }) => kind === 'crash' && frames.length > 0);
  return crash?.frames.slice(0, 3);
}
