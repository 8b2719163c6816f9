/** Events of a directory's users and groups, as SCIM brings them to Scalekit: those that the code names, and what becomes of a user's session. */
import { type DeliverySeen, sendDelivery, signedDelivery } from '../delivery.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { logIn } from '../login.ts';
import type { Person } from '../provider.ts';
import { oneFault, type Scene } from '../scene.ts';
import { type Presence, presenceIn } from '../session.ts';
import { findWebhookDoor } from './webhook-door.ts';
import { answerOf, isTaken, placeOf } from './webhook-refused.ts';

/** A user comes before the group that it is in, and is deleted at the end. */
export const directoryEvents: readonly string[] = [
  'user_created',
  'user_updated',
  'group_created',
  'group_updated',
  'group_deleted',
  'user_deleted',
].map((what) => `organization.directory.${what}`);
const GONE = 'organization.directory.user_deleted';

export interface DirectorySeen {
  readonly path: string;
  readonly events: readonly { readonly type: string; readonly seen: DeliverySeen }[];
  /** Of the user who was logged in when the directory deleted it. */
  readonly afterDeletion: { readonly presence: Presence; readonly exchange: string } | undefined;
}

export const directory = {
  id: 'directory',
  title: 'Users and groups of a directory',
  async run(scene: Scene): Promise<Outcome> {
    const named = directoryEvents.filter((type) => scene.facts.directoryEvents?.includes(type));
    if (named.length === 0) return sound('The code names no event of a directory.');
    const path = scene.webhookPath ?? (await takingPath(scene));
    if (path === undefined) return notJudged('No good delivery was taken, so events of a directory say nothing.');
    const { bob } = scene.provider;
    const login = named.includes(GONE) && scene.page ? await loggedIn(scene, bob) : undefined;
    const events: DirectorySeen['events'][number][] = [];
    for (const type of named) {
      const body = JSON.stringify(about(scene, type, bob));
      events.push({
        type,
        seen: await sendDelivery(scene, path, signedDelivery(body, { secret: scene.webhookSecret }), type),
      });
    }
    if (!login) return judgeDirectory({ path, events, afterDeletion: undefined });
    const { presence, answer } = await presenceIn(scene, login, bob);
    return judgeDirectory({ path, events, afterDeletion: { presence, exchange: answer.exchange.id } });
  },
};

/** Where a good delivery is taken: the act may be played without the one that looks at deliveries. */
async function takingPath(scene: Scene): Promise<string | undefined> {
  const door = await findWebhookDoor(scene);
  if (!door) return undefined;
  const body = JSON.stringify(scene.provider.sandbox.event('organization.updated'));
  const seen = await sendDelivery(scene, door.path, signedDelivery(body, { secret: scene.webhookSecret }), 'signed right');
  return isTaken(seen) ? door.path : undefined;
}

async function loggedIn(scene: Scene, person: Person): Promise<Parameters<typeof presenceIn>[1] | undefined> {
  if (!scene.passed.has('login')) return undefined;
  const result = await logIn(scene, person);
  if (result.kind !== 'done') return undefined;
  return (await presenceIn(scene, result.login.browser, person)).presence === 'in' ? result.login.browser : undefined;
}

/** The sandbox's event, with the one who logs in as the directory's user: apps know users by their e-mail address. */
function about({ provider }: Scene, type: string, { email }: Person): Readonly<Record<string, unknown>> {
  const event = provider.sandbox.event(type);
  if (!type.includes('.user_')) return event;
  return { ...event, data: { ...Object(event['data']), email, preferred_username: email } };
}

export function judgeDirectory({ path, events, afterDeletion }: DirectorySeen): Outcome {
  const refused = events.filter(({ seen }) => !isTaken(seen));
  const [first] = refused;
  if (first) {
    const crashed = refused.find(({ seen }) => seen.status === undefined || seen.status >= 500);
    const { type, seen } = crashed ?? first;
    const grade = crashed ? 'F' : 'W';
    const why = `${path} answers ${answerOf(seen)} to ${type}, which the code names: the sender tries again, and what the directory did does not arrive.`;
    const evidence = [
      { label: `Delivery of ${type}, signed right`, expected: '2xx', actual: answerOf(seen), exchange: seen.exchange },
    ];
    return oneFault('not-received/rejected', grade, why, { evidence, locations: placeOf(seen) });
  }
  const deletion = events.find(({ type }) => type === GONE);
  if (afterDeletion?.presence === 'in' && deletion) {
    const why = `The directory’s user was deleted, ${path} took the event, and the session that this user had goes on.`;
    const evidence = [
      {
        label: 'A page behind the login, after user_deleted',
        expected: 'the login',
        actual: 'still logged in',
        exchange: afterDeletion.exchange,
        source: 'RFC 7643 §4.1.1',
      },
    ];
    return oneFault('users-not-provisioning/deleted-stays-in', 'W', why, { evidence, locations: placeOf(deletion.seen) });
  }
  const ended = deletion && afterDeletion ? ' A user who is deleted is logged out.' : '';
  return sound(`${path} takes each event of a directory that the code names.${ended}`);
}
