/** The set stage that acts play on: app, provider, doors, and what earlier acts have found out. */
import type { Severity } from '../diagnosis/cause.ts';
import type { Evidence, Location } from '../diagnosis/evidence.ts';
import type { FindingId } from '../diagnosis/judge.ts';
import type { Shown } from '../diagnosis/shown.ts';
import type { SeenRequest } from '../sandbox/index.ts';
import { Browser, type World } from './browser/browser.ts';
import type { Grade, Outcome } from './events.ts';
import type { LoggedIn } from './login.ts';
import type { Person, Provider } from './provider.ts';
import type { AppChild } from './stage/child.ts';
import type { DoorFacts } from './stage/facts.ts';

/** How a login is started. */
export type LoginDoor =
  | { readonly kind: 'address'; readonly path: string }
  | {
      readonly kind: 'form';
      readonly page: string;
      readonly action: string;
      readonly fields: Readonly<Record<string, string>>;
      /** Goes along behind the action's own address. */
      readonly query?: Readonly<Record<string, string>>;
    }
  /** The answer holds the authorize address for a script to go to. */
  | { readonly kind: 'body'; readonly path: string }
  /** A script posts JSON; the answer leads on, or holds the address. */
  | { readonly kind: 'post'; readonly path: string; readonly fields: Readonly<Record<string, string>> };

/** A page that answers otherwise with a session than without. */
export interface GuardedPage {
  readonly path: string;
  /** It shows who is logged in. */
  readonly namesUser: boolean;
  readonly withoutSession: { readonly status: number | undefined; readonly location: string | undefined };
}

export interface Scene {
  readonly world: World;
  readonly provider: Provider;
  readonly child: AppChild;
  /** Until its first answer. */
  readonly startedAfterMs: number;
  readonly facts: DoorFacts;
  /** Given by hand. */
  readonly given: { readonly login?: string; readonly webhook?: string; readonly page?: string };
  readonly webhookSecret: string;
  /** Where a good delivery was taken. */
  webhookPath: string | undefined;
  /** Honest acts that passed in this run. */
  readonly passed: Set<string>;
  login: LoginDoor | undefined;
  page: GuardedPage | undefined;
  first: LoggedIn | undefined;
  /** Logged in with tokens that soon expire, for the acts that wait for it. */
  shortLived: LoggedIn | undefined;
  secondShortLived: LoggedIn | undefined;
  /** Likewise, and its refreshes are refused. */
  revoked: LoggedIn | undefined;
  /** Hosts other than the sandbox that the app sends logins to. */
  readonly elsewhere: Set<string>;
  readonly warnings: string[];
}

export function newBrowser(scene: Scene): Browser {
  return new Browser(scene.world);
}

const severities: Readonly<Record<Grade, Severity>> = { F: 'error', W: 'warning', I: 'info' };

export function showsFault(
  id: FindingId,
  grade: Grade,
  because: string,
  grounds: { readonly evidence?: readonly Evidence[]; readonly locations?: readonly Location[] } = {},
): Shown {
  return {
    id,
    kind: 'confirmed',
    severity: severities[grade],
    because,
    evidence: placed(grounds.evidence ?? [], grounds.locations?.[0]),
    locations: grounds.locations ?? [],
  };
}

/** What an act tells that shows one fault: the exchange of its first evidence is the one that went wrong. */
export function oneFault(...fault: Parameters<typeof showsFault>): Outcome {
  const [, grade, why] = fault;
  return { ...severalFaults([showsFault(...fault)], []), grade, why };
}

/** Likewise with several, by the first of them; as grave as the gravest. */
export function severalFaults(faults: readonly Shown[], clears: readonly Shown[]): Outcome {
  const wrong = faults[0]?.evidence[0]?.exchange;
  return {
    outcome: 'unsound',
    grade: faults.some(({ severity }) => severity === 'error') ? 'F' : 'W',
    why: faults.map(({ because }) => because).join(' '),
    ...(wrong === undefined ? {} : { wrong }),
    shown: [...faults, ...clears],
  };
}

/** The first piece of evidence carries the place, so that who reads on sees it. */
function placed([first, ...rest]: readonly Evidence[], location: Location | undefined): Evidence[] {
  if (!first) return [];
  return [location && !first.location ? { ...first, location } : first, ...rest];
}

export function showsSound(id: FindingId, because: string, exchange?: string): Shown {
  const evidence = exchange === undefined ? [] : [{ label: 'Seen in the run', note: because, exchange }];
  return { id, kind: 'ruled-out', severity: 'info', because, evidence, locations: [] };
}

/** Requests to the token endpoint among these. */
export function tokenRequests(requests: readonly SeenRequest[], grant?: string): SeenRequest[] {
  return requests.filter(
    ({ path, parameters }) => path === '/oauth/token' && (grant === undefined || parameters['grant_type'] === grant),
  );
}

export function isPerson(text: string, person: Person): boolean {
  return person.needles.some((needle) => text.includes(needle));
}
