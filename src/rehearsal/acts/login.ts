/** The honest login: from the app's door through the provider to a page that only somebody logged in can see. Everything else leans on it. */
import { findLoginDoor } from '../doors.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { type LoggedIn, logIn, startLogin } from '../login.ts';
import { decoded } from '../messages.ts';
import { oneFault, type Scene, showsSound } from '../scene.ts';
import { findGuardedPage } from '../session.ts';
import { goesOnByScript, judgeFailedLogin } from './failed-login.ts';
import { lostByRefresh, startPanics } from './lost-at-once.ts';
import { lostUntilReload } from './lost-cookies.ts';

/** Cookies of localhost are not those of 127.0.0.1: people open the app under the name that its redirect URI has. */
async function goWhereLoginsReturn(scene: Scene): Promise<void> {
  const started = await startLogin(scene);
  const uri = started?.authorize.searchParams.get('redirect_uri') ?? '';
  if (!started || !URL.canParse(uri)) return;
  const back = new URL(uri);
  if (started.browser.isApp(back) && back.hostname !== scene.world.app.hostname) scene.world.app = new URL(back.origin);
}

export const login = {
  id: 'login',
  title: 'Honest login',
  async run(scene: Scene): Promise<Outcome> {
    const outcome = await play(scene);
    if (scene.passed.has('login') || !scene.facts.behindProxy) return outcome;
    // Its cookies are for https, and it trusts a proxy to tell it so: in production there is one.
    const { login: door, page, first } = scene;
    scene.world.behindTls = true;
    const behind = await play(scene);
    if (scene.passed.has('login')) {
      scene.warnings.push(
        'On plain http the login does not go through; it was played as behind a proxy that ends TLS (X-Forwarded-Proto: https).',
      );
      return behind;
    }
    scene.world.behindTls = false;
    Object.assign(scene, { login: door, page, first });
    return outcome;
  },
};

async function play(scene: Scene): Promise<Outcome> {
  const noted = scene.world.notes.all().length;
  scene.login = await findLoginDoor(scene);
  if (!scene.login) {
    if (scene.elsewhere.size > 0)
      return notJudged(
        `The app sends the login to ${[...scene.elsewhere].join(', ')} and not to the sandbox: that address is not taken from the variables that were set.`,
      );
    return startPanics(scene, noted) ?? notJudged('No address of the app leads to the login. Name it with --login PATH.');
  }
  await goWhereLoginsReturn(scene);
  // On a dev server the first login compiles the pages that it leads through; what it says counts for nothing.
  if (scene.world.patience.compiles) await logIn(scene, scene.provider.ada);
  const requestsBefore = scene.provider.requests().length;
  const result = await logIn(scene, scene.provider.ada);
  if (result.kind === 'no-start') return notJudged('The login started once and not again.');
  if (result.kind === 'refused') return judgeFailedLogin(scene, { refused: result.code, started: result.started });
  const { login: first } = result;
  scene.first = first;
  const landed = first.back.last;
  scene.page = await findGuardedPage(scene, first.browser, scene.provider.ada, landed.status === 200 ? landed.url : undefined);
  const granted = first.tokens.some(
    ({ status, parameters }) => status === 200 && parameters['grant_type'] === 'authorization_code',
  );
  const landedWell =
    landed.status !== undefined && (landed.status < 400 || landed.status === 404) && !first.back.loops && !first.back.toProvider;
  if (!granted || !scene.page || !landedWell) {
    const failed = (await goesOnByScript(scene, first)) ?? judgeFailedLogin(scene, { login: first });
    // Without a page that tells, the login itself may still have gone through.
    if (failed.outcome === 'unsound' || (failed.outcome === 'not-judged' && !(granted && landedWell))) return failed;
  }
  scene.passed.add('login');
  const exchange = first.back.answers[0]?.exchange.id;
  const shown = [
    showsSound(
      'redirect-uri-mismatch/calls-disagree',
      'The token endpoint took the code with the redirect URI of the authorize request.',
      exchange,
    ),
    showsSound('cannot-refresh/code-exchanged-twice', 'The code was exchanged once.', exchange),
  ];
  const lost = await lostUntilReload(scene, first);
  if (lost) return { ...lost, shown: [...(lost.shown ?? []), ...shown] };
  const used = scene.page ? undefined : lostByRefresh(scene, first, requestsBefore);
  if (used) return used;
  const leak = tokenInAddress(first);
  if (leak) return { ...leak, shown: [...(leak.shown ?? []), ...shown] };
  const where = scene.page
    ? `; ${scene.page.path} is open with the session and closed without it`
    : '. No page was found that answers otherwise with the session than without, and what needs one is not judged: name one with --page PATH';
  return sound(`The login went through${where}.`, shown);
}

/** A JWT or a refresh token of this login in an address that the browser is sent to: it lands in histories, logs and Referer headers. */
function tokenInAddress({ back, tokens }: LoggedIn): Outcome | undefined {
  const refreshTokens = tokens.flatMap(({ refreshToken }) => refreshToken ?? []);
  const leaking = back.answers.find(({ location }) => {
    const text = location ? decoded(location.search + location.hash) : '';
    return /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+/.test(text) || refreshTokens.some((token) => text.includes(token));
  });
  if (!leaking) return undefined;
  const why = `After the login ${leaking.url.pathname} sends the browser to an address that holds a token.`;
  const evidence = [
    {
      label: `Redirect of ${leaking.url.pathname}`,
      expected: 'no token in the address',
      actual: `${leaking.location?.pathname ?? ''} with a token`,
      exchange: leaking.exchange.id,
      source: 'RFC 9700 §4.3.2',
    },
  ];
  const locations = (leaking.exchange.where ?? []).slice(0, 3);
  return oneFault('token-in-url/sent-in-url', 'F', why, { evidence, locations });
}
