/** The sandbox in the role of the app's provider: its requests as events, users for the acts, and what single logins are told. */
import { generateKeyPair, type KeyObject, randomBytes, randomInt } from 'node:crypto';
import type { LoginPlay, RunningSandbox, SeenRequest } from '../sandbox/index.ts';
import { USER_AGENT } from './browser/browser.ts';
import { mark, type Recorder, shownForm, shownTarget } from './recorder.ts';
import { PORTLESS_HOST, type TrustNeed } from './stage/trust.ts';

export interface Person {
  readonly id: string;
  readonly email: string;
  /** Texts that show up on a page only for this one. */
  readonly needles: readonly string[];
}

export interface Provider {
  readonly sandbox: RunningSandbox;
  readonly url: URL;
  /** On which it listens: its address may stand for it without one. */
  readonly port: number;
  /** Of this run: who trusts it can talk TLS to the provider. PEM. */
  readonly authority: string;
  readonly ada: Person;
  readonly bob: Person;
  /** Requests that did not come from the tool's own browser, in order. Each is replaced as more becomes known of it. */
  readonly requests: () => readonly SeenRequest[];
  /** Those after this many. */
  readonly since: (count: number) => readonly SeenRequest[];
  /** Makes what the authorize request names known here: what the real environment has is not for a run to tell. */
  readonly adopt: (authorize: URL) => void;
  readonly play: (code: string, play: LoginPlay) => void;
  readonly exchangeOf: (request: SeenRequest) => string | undefined;
  readonly close: () => Promise<void>;
}

export async function openProvider(recorderOf: () => Recorder | undefined, needs: readonly TrustNeed[] = []): Promise<Provider> {
  const { runCertificates, startSandbox } = await import('../sandbox/index.ts');
  const requests: SeenRequest[] = [];
  const places = new Map<number, number>();
  const exchanges = new Map<number, string>();
  const watch = (seen: SeenRequest): void => {
    if (seen.userAgent === USER_AGENT) return;
    const place = places.get(seen.number);
    if (place === undefined) {
      places.set(seen.number, requests.length);
      requests.push(seen);
    } else requests[place] = seen;
    record(seen, recorderOf(), exchanges);
  };
  const secondKey = newKey();
  const host = needs.includes('portless') ? PORTLESS_HOST : undefined;
  const certificates = runCertificates(host);
  const sandbox = await startSandbox({
    certificates,
    isHttps: needs.includes('https'),
    ...(host === undefined ? {} : { host }),
    state: { client: { id: `skc_${randomInt(10 ** 11, 10 ** 12)}${randomInt(10 ** 5, 10 ** 6)}` } },
    watch,
  });
  // From the start, since clients keep the keys that they have fetched.
  sandbox.play.secondKey = await secondKey;
  const ada = addPerson(sandbox, 'ada', 'Ada', 'Rehearsal');
  const bob = addPerson(sandbox, 'bob', 'Bob', 'Impostor');
  return {
    sandbox,
    url: new URL(sandbox.url),
    authority: certificates.authority,
    port: sandbox.port,
    ada,
    bob,
    requests: () => requests,
    since: (count) => requests.slice(count),
    adopt: (authorize) => adopt(sandbox, authorize),
    play: (code, play) => void sandbox.play.byCode.set(code, play),
    exchangeOf: ({ number }) => exchanges.get(number),
    close: () => sandbox.close(),
  };
}

function newKey(): Promise<KeyObject> {
  return new Promise((resolve, reject) =>
    generateKeyPair('rsa', { modulusLength: 2048 }, (error, _public, key) => (error ? reject(error) : resolve(key))),
  );
}

function record(seen: SeenRequest, recorder: Recorder | undefined, exchanges: Map<number, string>): void {
  if (!recorder) return;
  const known = exchanges.get(seen.number);
  const grant = seen.parameters['grant_type'];
  const target =
    grant === undefined ? shownTarget(new URL(seen.path, 'http://sandbox')) : `${seen.path} ${shownForm(seen.parameters)}`;
  const answer =
    seen.error === undefined
      ? seen.refreshToken === undefined
        ? undefined
        : `new refresh_token ${mark(seen.refreshToken)}`
      : `${seen.error}: ${seen.description ?? ''}`;
  const sent =
    seen.method === 'GET' || Object.keys(seen.parameters).length === 0 ? undefined : new URLSearchParams(seen.parameters);
  const more = {
    target,
    request: recorder.message(seen.headers, sent?.toString()),
    ...(seen.answer ? { response: recorder.message(seen.answer.headers, seen.answer.body) } : {}),
    ...(seen.status === undefined ? {} : { status: seen.status }),
    ...(answer === undefined ? {} : { answer }),
  };
  if (known === undefined)
    exchanges.set(seen.number, recorder.begin({ from: 'app', to: 'scalekit', method: seen.method, ...more }).id);
  else recorder.amend(known, more, seen.status !== undefined);
}

/** A copy of the seeded user under another name. */
function addPerson({ store, state }: RunningSandbox, name: string, givenName: string, familyName: string): Person {
  const tag = randomBytes(3).toString('hex');
  const seeded = store.users.get(state.userId);
  const id = `usr_${randomInt(10 ** 11, 10 ** 12)}${randomInt(10 ** 4, 10 ** 5)}`;
  const email = `${name}-${tag}@acme.example`;
  const family = `${familyName}${tag}`;
  if (seeded) {
    const userProfile = {
      ...seeded.userProfile,
      id: `usp_${id.slice(4)}`,
      givenName,
      familyName: family,
      firstName: givenName,
      lastName: family,
      name: `${givenName} ${family}`,
    };
    store.users.put(id, { ...seeded, id, email, externalId: `${name}-${tag}`, userProfile });
  }
  return { id, email, needles: [`${name}-${tag}`, family, id] };
}

function adopt({ state, store }: RunningSandbox, authorize: URL): void {
  const uri = authorize.searchParams.get('redirect_uri');
  if (uri !== null && !state.client.redirectUris.includes(uri)) state.client.redirectUris.push(uri);
  const organizationId = authorize.searchParams.get('organization_id');
  const connectionId = authorize.searchParams.get('connection_id');
  const seededOrganization = store.organizations.get(state.organizationId);
  const seededConnection = store.connections.get(state.connectionId);
  if (
    organizationId !== null &&
    seededOrganization &&
    !store.organizations.get(organizationId) &&
    /^org_\w+$/.test(organizationId)
  ) {
    store.organizations.put(organizationId, { ...seededOrganization, id: organizationId, externalId: `ext-${organizationId}` });
    if (seededConnection) {
      const id = `conn_${randomInt(10 ** 11, 10 ** 12)}`;
      store.connections.put(id, { ...seededConnection, id, organizationId });
    }
  }
  if (connectionId !== null && seededConnection && !store.connections.get(connectionId) && /^conn_\w+$/.test(connectionId))
    store.connections.put(connectionId, {
      ...seededConnection,
      id: connectionId,
      organizationId: organizationId ?? state.organizationId,
    });
}
