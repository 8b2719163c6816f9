/** The login under a host name that somebody else has put into the request (RFC 9700 §4.13): where does the redirect URI point then? */
import type { Location } from '../../diagnosis/evidence.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { authorizeIn, byScript } from '../login.ts';
import { newBrowser, oneFault, type Scene } from '../scene.ts';

const FOREIGN = 'elsewhere.rehearsal.test';

export type HostHeader = 'Host' | 'X-Forwarded-Host' | 'Forwarded';

export interface HostSeen {
  readonly header: HostHeader;
  /** Undefined: the app did not start a login then. */
  readonly redirectUri: string | undefined;
  readonly exchange: string;
  readonly where: readonly Location[];
}

const headersOf: Readonly<Record<HostHeader, Readonly<Record<string, string>>>> = {
  Host: { host: FOREIGN },
  'X-Forwarded-Host': { 'x-forwarded-host': FOREIGN, 'x-forwarded-proto': 'https' },
  Forwarded: { forwarded: `host=${FOREIGN};proto=https` },
};

export const host = {
  id: 'host',
  title: 'The login under another host name',
  async run(scene: Scene): Promise<Outcome> {
    const { login: door, world } = scene;
    if (!scene.passed.has('login') || !door) return notJudged('No honest login went through.');
    // What a form or a script starts begins with a page; the page's own address is asked.
    const path = door.kind === 'form' ? door.action || door.page : door.path;
    const seen: HostSeen[] = [];
    for (const header of ['Host', 'X-Forwarded-Host', 'Forwarded'] as const) {
      const visit = door.kind === 'post' ? byScript(door.fields, world.app.origin) : { initiator: world.app.origin };
      const answer = await newBrowser(scene).open(path, { ...visit, headers: { ...visit.headers, ...headersOf[header] } });
      const led = answer.location ?? authorizeIn(answer, world.provider);
      const redirectUri = led?.searchParams.get('redirect_uri') ?? undefined;
      seen.push({ header, redirectUri, exchange: answer.exchange.id, where: (answer.exchange.where ?? []).slice(0, 3) });
    }
    return judgeHost(seen);
  },
};

/** Scalekit sends nobody to an address that is not registered: what is seen here is told, and is no fault of the login by itself. */
export function judgeHost(seen: readonly HostSeen[]): Outcome {
  const followed = seen.filter(
    ({ redirectUri }) => redirectUri !== undefined && URL.canParse(redirectUri) && new URL(redirectUri).hostname === FOREIGN,
  );
  const forwarded = followed.find(({ header }) => header !== 'Host');
  if (!forwarded) {
    const [own] = followed;
    return sound(
      own
        ? 'The redirect URI has the host that the browser asks for; Scalekit refuses one that is not registered.'
        : 'The redirect URI stays as it is, whatever host the request names.',
    );
  }
  const why = `The redirect URI follows the header ${forwarded.header}, which anybody can send. Scalekit refuses an address that is not registered; what else the app builds from it, nobody refuses.`;
  const evidence = [
    {
      label: `redirect_uri with ${forwarded.header}: ${FOREIGN}`,
      expected: 'the registered address',
      actual: forwarded.redirectUri ?? '',
      exchange: forwarded.exchange,
      source: 'RFC 9700 §4.13',
    },
  ];
  return oneFault('session-unprotected/host-followed', 'I', why, { evidence, locations: forwarded.where });
}
