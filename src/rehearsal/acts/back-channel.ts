/** Back-channel logout: Scalekit tells the app itself that a session is over (OpenID Connect Back-Channel Logout 1.0 §2.6). Played where the app has a door for it. */
import type { Location } from '../../diagnosis/evidence.ts';
import type { FindingId } from '../../diagnosis/judge.ts';
import type { Signature } from '../../sandbox/index.ts';
import { send } from '../browser/request.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { type LoggedIn, logIn } from '../login.ts';
import { oneFault, type Scene, showsSound } from '../scene.ts';
import { type Presence, presenceIn } from '../session.ts';
import { claimsIn } from './held-tokens.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

export interface ToldSeen {
  readonly status: number | undefined;
  /** Of the session that the logout token names. */
  readonly after: Presence;
  readonly exchange: string;
  readonly where: readonly Location[];
}

export interface BackChannelSeen {
  readonly path: string;
  /** By another key, and for another app. */
  readonly forged: readonly (ToldSeen & { readonly what: string })[];
  readonly good: ToldSeen;
}

export const backChannel = {
  id: 'back-channel',
  title: 'Logout that Scalekit tells of',
  async run(scene: Scene): Promise<Outcome> {
    const [path] = scene.facts.backChannel ?? [];
    if (path === undefined) return sound('The app has no address for a back-channel logout.');
    if (!scene.passed.has('login') || !scene.page) return notJudged('No honest login with a page behind it went through.');
    const result = await logIn(scene, scene.provider.ada);
    if (result.kind !== 'done' || (await presenceIn(scene, result.login.browser, scene.provider.ada)).presence !== 'in')
      return notJudged('The login did not go through this time.');
    const { login } = result;
    const forged: BackChannelSeen['forged'][number][] = [];
    for (const [what, signature, claims] of [
      ['signed by somebody else', 'other-key', {}],
      ['for another app', 'as-usual', { aud: ['skc_somebody_else'] }],
    ] as const)
      forged.push({ what, ...(await tell(scene, path, login, signature, claims)) });
    return judgeBackChannel({ path, forged, good: await tell(scene, path, login, 'as-usual', {}) });
  },
};

async function tell(
  scene: Scene,
  path: string,
  login: LoggedIn,
  signature: Signature,
  claims: Readonly<Record<string, unknown>>,
): Promise<ToldSeen> {
  const { world, provider } = scene;
  const granted = login.tokens.find(({ accessToken, status }) => status === 200 && accessToken !== undefined);
  const { sub, sid } = claimsIn(granted?.accessToken ?? '') ?? {};
  const now = Math.floor(Date.now() / 1000);
  const base = { iss: provider.url.origin, aud: [provider.sandbox.line.clientId], iat: now, exp: now + 120, sub, sid };
  const token = await provider.sandbox.forge(
    { ...base, jti: `out_${world.now()}`, events: { [EVENT]: {} }, ...claims },
    signature,
  );
  const url = new URL(path, world.app);
  const noted = world.notes.all().length;
  const draft = world.recorder.begin({ from: 'sender', to: 'app', method: 'POST', target: `${url.pathname} (logout token)` });
  const answer = await send({
    url,
    address: world.appAddress,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ logout_token: token }).toString(),
    timeoutMs: world.patience.usualMs,
    signal: world.signal,
  });
  const status = 'status' in answer ? answer.status : undefined;
  world.recorder.amend(draft.id, status === undefined ? { answer: 'no answer' } : { status });
  const where =
    world.notes
      .all()
      .slice(noted)
      .find(({ frames }) => frames.length > 0)?.frames ?? [];
  const { presence } = await presenceIn(scene, login.browser.copy(), login.person);
  return { status, after: presence, exchange: draft.id, where: where.slice(0, 3) };
}

export function judgeBackChannel({ path, forged, good }: BackChannelSeen): Outcome {
  const fault = (id: FindingId, at: ToldSeen, why: string, expected: string, actual: string): Outcome =>
    oneFault(id, 'F', why, {
      evidence: [
        { label: `Logout token to ${path}`, expected, actual, exchange: at.exchange, source: 'Back-Channel Logout 1.0 §2.6' },
      ],
      locations: at.where,
    });
  const obeyed = forged.find(({ after }) => after === 'out');
  if (obeyed)
    return fault(
      'logout-incomplete/back-channel-unverified',
      obeyed,
      `${path} ends a session on a logout token ${obeyed.what}: anybody can sign anybody out.`,
      'refused with 400',
      `${obeyed.status ?? 'no answer'}, and the session is over`,
    );
  if (good.status === undefined || good.status >= 300)
    return fault(
      'logout-incomplete/back-channel-refused',
      good,
      `${path} answers a good logout token with ${good.status ?? 'nothing'}.`,
      '200',
      String(good.status ?? 'no answer'),
    );
  if (good.after === 'in')
    return fault(
      'logout-incomplete/back-channel-ignored',
      good,
      `${path} takes a logout token, and the session that it names goes on.`,
      'the session is over',
      `${good.status}, and the page is open as before`,
    );
  return sound(`${path} ends the session that Scalekit names, and no other tells it to.`, [
    showsSound('logout-incomplete/back-channel-ignored', `${path} ended the session.`, good.exchange),
  ]);
}
