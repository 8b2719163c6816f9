/** A login that the identity provider began: the app verifies the assertion and begins one of its own with what it says. */
import type { Location } from '../../diagnosis/evidence.ts';
import type { FindingId } from '../../diagnosis/judge.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { newBrowser, oneFault, type Scene, showsSound } from '../scene.ts';

const SELECTORS = ['connection_id', 'organization_id', 'domain', 'provider'];
const MOST_DOORS = 6;
const FORGED_CONNECTION = 'conn_66666666666666666';

export interface BegunSeen {
  readonly status: number | undefined;
  /** Undefined: it did not lead to the authorize endpoint. */
  readonly authorize: ReadonlyMap<string, string> | undefined;
  /** It was seen to ask for the claims of the assertion. */
  readonly reads?: boolean;
  readonly exchange: string;
  readonly where: readonly Location[];
}

export interface IdpInitiatedSeen {
  readonly path: string;
  readonly claims: { readonly connection_id: string; readonly organization_id: string };
  readonly good: BegunSeen;
  readonly forged: BegunSeen;
}

export const idpInitiated = {
  id: 'idp-initiated',
  title: 'Login begun by the identity provider',
  async run(scene: Scene): Promise<Outcome> {
    if (scene.facts.initiate.length === 0) return notJudged('The code does not speak of idp_initiated_login.');
    const { line } = scene.provider.sandbox;
    const claims = { connection_id: line.connectionId ?? '', organization_id: line.organizationId };
    const login_hint = `${scene.provider.ada.needles[0] ?? 'ada'}@acme.example`;
    const found = await doorOf(scene, claims, () => scene.provider.sandbox.idpInitiated({ ...claims, login_hint }));
    if (!found)
      return notJudged(
        `Which address takes such a login cannot be told: ${scene.facts.initiate.join(', ')} answer with it as without.`,
      );
    const { path, good } = found;
    const forgedClaims = { ...claims, connection_id: FORGED_CONNECTION, login_hint };
    const forged = await begin(scene, path, await scene.provider.sandbox.idpInitiated(forgedClaims, true));
    return judgeIdpInitiated({ path, claims, good, forged });
  },
};

/** Of several addresses the one that goes where the assertion says, else the one that reads it: told by its call, or by answering otherwise. */
async function doorOf(
  scene: Scene,
  claims: IdpInitiatedSeen['claims'],
  assertion: () => Promise<string>,
): Promise<{ readonly path: string; readonly good: BegunSeen } | undefined> {
  const tried: { readonly path: string; readonly good: BegunSeen }[] = [];
  for (const path of scene.facts.initiate.slice(0, MOST_DOORS)) {
    const good = await begin(scene, path, await assertion());
    if (follows(good, claims)) return { path, good };
    // The code may name a path without the prefix that it is mounted under.
    if (good.status !== 404 && good.status !== 405) tried.push({ path, good });
  }
  const reader = tried.find(({ good }) => good.reads);
  if (reader || tried.length < 2) return reader ?? tried[0];
  for (const one of tried) {
    const plain = await begin(scene, one.path);
    if (plain.status !== one.good.status || (plain.authorize === undefined) !== (one.good.authorize === undefined)) return one;
  }
  return undefined;
}

function follows({ authorize }: BegunSeen, claims: IdpInitiatedSeen['claims']): boolean {
  return authorize?.get('connection_id') === claims.connection_id || authorize?.get('organization_id') === claims.organization_id;
}

async function begin(scene: Scene, path: string, token?: string): Promise<BegunSeen> {
  const url = new URL(path, scene.world.app);
  if (token !== undefined) url.searchParams.set('idp_initiated_login', token);
  const journey = await newBrowser(scene).follow(url, { initiator: scene.provider.url.origin });
  const authorize = journey.toProvider?.pathname.endsWith('/oauth/authorize')
    ? new Map(journey.toProvider.searchParams)
    : undefined;
  return {
    status: journey.last.status,
    authorize,
    reads: journey.answers.some(({ notes }) => notes.some(({ method }) => method === 'getIdpInitiatedLoginClaims')),
    exchange: journey.answers[0]?.exchange.id ?? '',
    where: (journey.last.exchange.where ?? []).slice(0, 3),
  };
}

export function judgeIdpInitiated({ path, claims, good, forged }: IdpInitiatedSeen): Outcome {
  const fault = (id: FindingId, grade: 'F' | 'W', at: BegunSeen, why: string, expected: string, actual: string): Outcome =>
    oneFault(id, grade, why, {
      evidence: [{ label: `${path}?idp_initiated_login=…`, expected, actual, exchange: at.exchange }],
      locations: at.where,
    });
  if (!good.authorize)
    return good.status !== undefined && good.status < 400
      ? notJudged(`${path} answers an assertion with a page (${good.status}).`)
      : fault(
          'idp-initiated-login/url-answers-error',
          'F',
          good,
          `${path} answers a good assertion with ${good.status ?? 'nothing'}.`,
          'a redirect to the authorize endpoint',
          String(good.status ?? 'no answer'),
        );
  if (forged.authorize?.get('connection_id') === FORGED_CONNECTION)
    return fault(
      'idp-initiated-login/assertion-not-verified',
      'F',
      forged,
      `${path} follows an assertion that somebody else has signed.`,
      'refused',
      'a login at the connection that the forger named',
    );
  const sent = SELECTORS.filter((name) => good.authorize?.has(name));
  if (sent.length === 0)
    return fault(
      'idp-initiated-login/assertion-ignored',
      'F',
      good,
      `${path} starts a login like any other: nothing of the assertion goes along.`,
      'connection_id or organization_id of the assertion',
      'no selector',
    );
  if (!follows(good, claims))
    return notJudged(`${path} starts a login with ${sent.join(', ')}, which the assertion does not name.`);
  const clears = [
    showsSound(
      'idp-initiated-login/assertion-not-verified',
      `${path} did not follow an assertion that somebody else had signed.`,
      forged.exchange,
    ),
    showsSound('idp-initiated-login/assertion-ignored', `${path} starts the login that the assertion names.`, good.exchange),
  ];
  if (sent.length > 1)
    return fault(
      'idp-initiated-login/several-selectors',
      'W',
      good,
      `${path} goes on with ${sent.join(' and ')}: one of them is enough, and two may contradict each other.`,
      'one selector',
      sent.join(', '),
    );
  return sound(`${path} starts the login that the assertion names, and refuses a forged one.`, clears);
}
