/** A login that is started with a return address of somebody else’s: the app may follow it within itself only (RFC 9700 §4.11.1). */
import { notJudged, type Outcome, sound } from '../events.ts';
import { beginLogin, deliver, type Started, throughProvider } from '../login.ts';
import { type LoginDoor, newBrowser, oneFault, type Scene } from '../scene.ts';

const HOST = 'elsewhere.rehearsal.test';
const names = [
  'returnTo',
  'return_to',
  'returnUrl',
  'return_url',
  'next',
  'redirect',
  'redirectTo',
  'redirect_to',
  'redirect_url',
  'callbackUrl',
  'continue',
  'from',
  'url',
  'dest',
  'target',
  'RelayState',
];
/** An app may have a login for each kind of people. */
const MOST_DOORS = 3;
const addresses = [`https://${HOST}/`, `//${HOST}/`, `/\\${HOST}/`];

export const returnAddress = {
  id: 'return-address',
  title: 'Foreign return addresses',
  async run(scene: Scene): Promise<Outcome> {
    const { login: door } = scene;
    if (!scene.passed.has('login') || !door) return notJudged('No honest login went through.');
    for (const one of doorsOf(scene, door))
      for (const address of addresses) {
        const led = await loginFor(scene, one, address);
        if (led) return judged(address, led);
      }
    return sound('The app stays within itself, whatever address the login was started with.');
  },
};

/** The one that the honest login went through, and the others that the code names. */
function doorsOf({ facts }: Scene, door: LoginDoor): readonly LoginDoor[] {
  const known = door.kind === 'form' ? door.page : door.path;
  const others = facts.login.filter((path) => path !== known).map((path) => ({ kind: 'address', path }) as const);
  return [door, ...others].slice(0, MOST_DOORS);
}

async function loginFor(
  scene: Scene,
  door: LoginDoor,
  address: string,
): Promise<{ readonly exchange: string; readonly where: Started['journey']['last']['exchange']['where'] } | undefined> {
  const browser = newBrowser(scene);
  const { journey, authorize } = await beginLogin({ ...scene, login: asking(door, address) }, browser);
  if (isElsewhere(journey.elsewhere)) return { exchange: journey.last.exchange.id, where: journey.last.exchange.where };
  if (!authorize?.pathname.endsWith('/oauth/authorize')) return undefined;
  const carried = await throughProvider(scene, { browser, journey, authorize }, scene.provider.ada);
  if (typeof carried === 'string') return undefined;
  const back = await deliver(scene, browser, carried);
  return isElsewhere(back.elsewhere) ? { exchange: back.last.exchange.id, where: back.last.exchange.where } : undefined;
}

/** The same door, asked for the address under all of its names: in the query, and in what a form or a script sends. */
function asking(door: LoginDoor, address: string): LoginDoor {
  const asked = Object.fromEntries(names.map((name) => [name, address]));
  const withQuery = (path: string): string => {
    const url = new URL(path, 'http://app');
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
    return /^https?:/.test(path) ? url.href : url.pathname + url.search;
  };
  if (door.kind === 'form') return { ...door, page: withQuery(door.page), fields: { ...door.fields, ...asked }, query: asked };
  const path = withQuery(door.path);
  return door.kind === 'post' ? { ...door, path, fields: { ...door.fields, ...asked } } : { ...door, path };
}

function isElsewhere(url: URL | undefined): boolean {
  return url?.hostname === HOST;
}

function judged(address: string, { exchange, where }: NonNullable<Awaited<ReturnType<typeof loginFor>>>): Outcome {
  const why = `A login that was started with the return address ${address} ends there: the app sends people who have just logged in wherever a link says.`;
  const evidence = [
    {
      label: 'After the login the app leads to',
      expected: 'an address of its own',
      actual: address,
      exchange,
      source: 'RFC 9700 §4.11.1',
    },
  ];
  return oneFault('session-unprotected/leads-elsewhere', 'F', why, { evidence, locations: (where ?? []).slice(0, 3) });
}
