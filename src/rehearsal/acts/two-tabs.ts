/** Two logins that are started in one browser and finished in either order, as with two tabs: both go through, or one is refused with a message. */
import type { Location } from '../../diagnosis/evidence.ts';
import type { Journey } from '../browser/browser.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { type Carried, deliver, type Started, startLogin, throughProvider } from '../login.ts';
import { callbackPlaces } from '../places.ts';
import { newBrowser, oneFault, type Scene } from '../scene.ts';
import { presenceIn } from '../session.ts';

export interface TabSeen {
  readonly order: 'first-first' | 'last-first';
  readonly tab: 'first' | 'second';
  readonly status: number | undefined;
  readonly end: 'in' | 'refused' | 'failing' | 'loops-within' | 'starts-for-ever';
  readonly exchange: string;
  readonly where: readonly Location[];
}

/** A refusal may lead straight to another login; that one goes through, or it goes round. */
const MOST_ROUNDS = 3;

export const twoTabs = {
  id: 'two-tabs',
  title: 'Two logins in one browser',
  async run(scene: Scene): Promise<Outcome> {
    if (!scene.passed.has('login')) return notJudged('No honest login went through.');
    const seen: TabSeen[] = [];
    for (const order of ['first-first', 'last-first'] as const) {
      const browser = newBrowser(scene);
      const tabs: { readonly tab: TabSeen['tab']; readonly started: Started; readonly carried: Carried }[] = [];
      for (const tab of ['first', 'second'] as const) {
        const started = await startLogin(scene, browser);
        if (!started) return notJudged('A second login did not start in the same browser.');
        const carried = await throughProvider(scene, started, scene.provider.ada);
        if (typeof carried === 'string') return notJudged(`The sandbox refused the authorize request: ${carried}.`);
        tabs.push({ tab, started, carried });
      }
      if (order === 'last-first') tabs.reverse();
      for (const { tab, started, carried } of tabs) seen.push({ order, tab, ...(await finish(scene, started, carried)) });
    }
    return judgeTwoTabs(seen, await honestGoesOn(scene, seen));
  },
};

async function finish(scene: Scene, started: Started, carried: Carried): Promise<Omit<TabSeen, 'order' | 'tab'>> {
  let journey = await deliver(scene, started.browser, carried);
  const [callback] = journey.answers;
  const about = { exchange: callback?.exchange.id ?? '', where: callback ? callbackPlaces(callback, scene.world.lineOf) : [] };
  for (let round = 0; round < MOST_ROUNDS && journey.toProvider?.pathname.endsWith('/oauth/authorize'); round++) {
    const again = await throughProvider(scene, { ...started, journey, authorize: journey.toProvider }, scene.provider.ada);
    if (typeof again === 'string') return { ...about, ...endOf(journey), end: 'refused' };
    journey = await deliver(scene, started.browser, again);
  }
  return { ...about, ...endOf(journey) };
}

function endOf({ last, loops, toProvider }: Journey): Pick<TabSeen, 'status' | 'end'> {
  const { status } = last;
  if (toProvider?.pathname.endsWith('/oauth/authorize')) return { status, end: 'starts-for-ever' };
  if (loops) return { status, end: 'loops-within' };
  if (status === undefined || status >= 500) return { status, end: 'failing' };
  return { status, end: status < 400 ? 'in' : 'refused' };
}

/** What fails now may fail for other reasons than the tabs. */
async function honestGoesOn(scene: Scene, seen: readonly TabSeen[]): Promise<boolean> {
  if (seen.every(({ end }) => end === 'in' || end === 'refused')) return true;
  const started = await startLogin(scene);
  const carried = started && (await throughProvider(scene, started, scene.provider.ada));
  if (!started || !carried || typeof carried === 'string') return false;
  if (endOf(await deliver(scene, started.browser, carried)).end !== 'in') return false;
  return !scene.page || (await presenceIn(scene, started.browser, scene.provider.ada)).presence === 'in';
}

export function judgeTwoTabs(seen: readonly TabSeen[], honestLoginGoesOn: boolean): Outcome {
  if (!honestLoginGoesOn) return notJudged('After these logins an honest one failed as well: nothing can be told of the tabs.');
  const wrong =
    seen.find(({ end }) => end === 'starts-for-ever' || end === 'loops-within') ?? seen.find(({ end }) => end === 'failing');
  if (!wrong) {
    const refused = seen.filter(({ end }) => end === 'refused').length;
    return sound(
      refused === 0
        ? 'Both logins go through, in either order.'
        : `Of two logins in one browser ${refused === seen.length ? 'both are' : 'one is'} refused with a message.`,
    );
  }
  const isLoop = wrong.end !== 'failing';
  const grade = isLoop ? 'F' : 'W';
  const what = `The login of the ${wrong.tab} tab, finished ${isFirst(wrong) ? 'before' : 'after'} the other`;
  const why = isLoop
    ? `${what}, sends the browser round in circles.`
    : `${what}, ends in ${wrong.status === undefined ? 'no answer' : wrong.status} instead of a message.`;
  const evidence = [
    {
      label: `Callback of the ${wrong.tab} tab`,
      expected: 'logged in, or a message',
      actual: isLoop ? 'redirects without end' : String(wrong.status ?? 'no answer'),
      exchange: wrong.exchange,
    },
  ];
  return oneFault(isLoop ? 'login-fails/goes-round' : 'login-fails/second-tab-fails', grade, why, {
    evidence,
    locations: wrong.where,
  });
}

function isFirst({ order, tab }: TabSeen): boolean {
  return (order === 'first-first') === (tab === 'first');
}
