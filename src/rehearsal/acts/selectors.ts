/** A login that is started for an organization, a connection, a domain or an address: the authorize request has to say so, by one selector. */
import type { Location } from '../../diagnosis/evidence.ts';
import type { FindingId } from '../../diagnosis/judge.ts';
import { type Grade, notJudged, type Outcome, sound } from '../events.ts';
import { type Started, startLogin } from '../login.ts';
import { functionAround, selectorsIn } from '../reading/selectors.ts';
import { type LoginDoor, oneFault, type Scene, showsSound } from '../scene.ts';
import type { SelectorName } from '../stage/facts.ts';
import { requestOf } from './authorize.ts';

/** `domain` goes along with `domain_hint`: one selector under two names. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  connection_id: ['connection_id'],
  organization_id: ['organization_id'],
  domain: ['domain', 'domain_hint'],
  provider: ['provider'],
};

export interface SelectedSeen {
  /** What the login was started with: `organization_id`, `email`. */
  readonly name: string;
  /** `surely`: the app goes nowhere without it, or hands it on as it came; else it may look something up by it. */
  readonly isTaken: 'surely' | 'perhaps';
  readonly parameters: ReadonlyMap<string, string>;
  readonly exchange: string;
  readonly where: readonly Location[];
}

export const selectors = {
  id: 'selectors',
  title: 'Whose login it is',
  async run(scene: Scene): Promise<Outcome> {
    const { login: door, first } = scene;
    if (!scene.passed.has('login') || !door || !first) return notJudged('No honest login went through.');
    const seen: SelectedSeen[] = [];
    const asked = askedBy(door);
    if (asked) seen.push({ ...asked, ...requestOf(first) });
    if (door.kind !== 'form')
      for (const { name, isDirect } of readBy(door, [...scene.facts.selectors, ...readWhereItRan(scene, first)])) {
        const started = await startLogin({ ...scene, login: withOnly(scene, door, name) });
        if (started) seen.push({ name, isTaken: isDirect ? 'surely' : 'perhaps', ...requestOf(started) });
      }
    return judgeSelectors(seen);
  },
};

/** Behind interfaces nobody finds the handler by reading; what ran on the way to the authorize address is known. */
function readWhereItRan({ world }: Scene, { journey }: Started): SelectorName[] {
  const places = journey.answers.flatMap(({ notes }) => notes).flatMap(({ frames }) => frames);
  const texts = places.map(({ file, line }) => functionAround((at) => world.lineOf({ file, line: at, column: 1 }), line));
  return selectorsIn([...new Set(texts)]);
}

/** By the code that starts logins, or by the handler that has turned out to be the door. */
function readBy({ path }: Extract<LoginDoor, { path: string }>, names: readonly SelectorName[]): readonly SelectorName[] {
  const { pathname } = new URL(path, 'http://app');
  const own = names.filter((one) => one.path === undefined || one.path === pathname);
  return [...new Map(own.map((one) => [one.name, one])).values()];
}

/** What the door itself goes in with: fields that people fill in, or a query without which it stays shut. */
function askedBy(door: LoginDoor): Pick<SelectedSeen, 'name' | 'isTaken'> | undefined {
  if (door.kind === 'form' || door.kind === 'post') {
    const name = Object.keys(door.fields).find((field) => kindOf(field) !== undefined);
    return name === undefined ? undefined : { name, isTaken: 'perhaps' };
  }
  const names = [...new URL(door.path, 'http://app').searchParams.keys()].filter((name) => kindOf(name) !== undefined);
  return names.length === 0
    ? undefined
    : { name: names.length === 1 ? (names[0] ?? '') : 'one of several names', isTaken: 'surely' };
}

function withOnly(scene: Scene, door: Extract<LoginDoor, { path: string }>, name: string): LoginDoor {
  if (door.kind === 'post') {
    const kept = Object.entries(door.fields).filter(([field]) => kindOf(field) === undefined);
    return { ...door, fields: { ...Object.fromEntries(kept), [name]: valueFor(scene, name) } };
  }
  const url = new URL(door.path, 'http://app');
  const others = [...url.searchParams.keys()].filter((other) => kindOf(other) !== undefined);
  for (const other of others) url.searchParams.delete(other);
  url.searchParams.set(name, valueFor(scene, name));
  return { ...door, path: url.pathname + url.search };
}

type Kind = 'organization' | 'connection' | 'domain' | 'email' | 'provider';

function kindOf(name: string): Kind | undefined {
  if (/^(?:org|organi[sz]ation|tenant|workspace)(?:_?id)?$/i.test(name)) return 'organization';
  if (/^conn(?:ection)?(?:_?id)?$/i.test(name)) return 'connection';
  if (/^domain(?:_?hint)?$/i.test(name)) return 'domain';
  if (/^(?:e?mail|login_?hint)$/i.test(name)) return 'email';
  return /^provider$/i.test(name) ? 'provider' : undefined;
}

function valueFor({ provider }: Scene, name: string): string {
  const { organizationId, connectionId = '' } = provider.sandbox.line;
  const values: Readonly<Record<Kind, string>> = {
    organization: organizationId,
    connection: connectionId,
    domain: 'acme.example',
    email: `${provider.ada.needles[0] ?? 'ada'}@acme.example`,
    provider: 'google',
  };
  return values[kindOf(name) ?? 'organization'];
}

export function judgeSelectors(seen: readonly SelectedSeen[]): Outcome {
  if (seen.length === 0) return sound('The login takes no organization, connection, domain or address.');
  for (const one of seen) {
    const { name, parameters, isTaken } = one;
    const sent = Object.keys(KINDS).filter((kind) => KINDS[kind]?.some((key) => (parameters.get(key) ?? '') !== ''));
    const [connection = '', organization = ''] = [parameters.get('connection_id'), parameters.get('organization_id')];
    if (connection.startsWith('org_') || organization.startsWith('conn_'))
      return unsound(
        'connection-not-found/selector-of-another-kind',
        'F',
        one,
        connection.startsWith('org_')
          ? 'The login sends the id of an organization as connection_id.'
          : 'The login sends the id of a connection as organization_id.',
        connection.startsWith('org_') ? 'connection_id with an id conn_…' : 'organization_id with an id org_…',
        connection.startsWith('org_') ? 'connection_id=org_…' : 'organization_id=conn_…',
      );
    if (sent.length > 1)
      return unsound(
        'connection-not-found/several-selectors',
        'W',
        one,
        `A login that is started with ${name} goes on with ${sent.join(' and ')}: one of them is enough, and two may contradict each other.`,
        'one selector',
        sent.join(', '),
      );
    if (sent.length > 0) continue;
    // With full-stack auth the address is enough: Scalekit finds the connection by its domain.
    const kind = kindOf(name);
    if ((kind === 'email' || kind === undefined) && (parameters.get('login_hint') ?? '') !== '') continue;
    const isSure = isTaken === 'surely' && kind !== 'email';
    return unsound(
      isSure ? 'connection-not-found/selector-ignored' : 'connection-not-found/no-selector',
      isSure ? 'F' : 'W',
      one,
      `A login that is started with ${name} goes on without it: nothing in the authorize request says whose login it is.`,
      kind === 'email' ? 'login_hint or domain_hint' : 'one of organization_id, connection_id, domain_hint, provider',
      'none',
    );
  }
  const [first] = seen;
  return sound(`What the login is started with (${seen.map(({ name }) => name).join(', ')}) goes along as one selector.`, [
    showsSound(
      'connection-not-found/selector-ignored',
      'The authorize request carries the selector of the login.',
      first?.exchange,
    ),
  ]);
}

function unsound(
  id: FindingId,
  grade: Grade,
  { name, exchange, where }: SelectedSeen,
  why: string,
  expected: string,
  actual: string,
): Outcome {
  const evidence = [{ label: `Selectors of a login with ${name}`, expected, actual, exchange }];
  return oneFault(id, grade, why, { evidence, locations: where });
}
