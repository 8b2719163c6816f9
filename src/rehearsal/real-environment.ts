/** The real environment, which a rehearsal may not reach: its hosts, whether the app asked one, and where that address is written. Pure. */
import type { Location } from '../diagnosis/evidence.ts';
import type { Shown } from '../diagnosis/shown.ts';
import type { StageFacts, WrittenAddress } from './stage/facts.ts';
import type { Note } from './stage/notes.ts';

const ofScalekit = /^(?!(?:docs|www|status)\.).+\.scalekit\.(?:com|dev|cloud)$/i;
/** An address that is handed to a client of the SDK, or to a setting of this name; or one of Scalekit's own, wherever it is written. */
const handed =
  /(?:Scalekit(?:Client)?\s*\(|\bissuer_?url\s*[:=]|\benv(?:ironment)?_?url\s*[:=])\s*[[({]?\s*['"`](https?:\/\/[^'"`\s/]+)/gi;
const own = /['"`](https:\/\/[\w.-]+\.scalekit\.(?:com|dev|cloud))\b/gi;

export interface Asked {
  readonly host: string;
  /** Where it was asked from. */
  readonly frames: readonly Location[];
}

/** Names of hosts: those of the project's settings, and those that its code hands to a client. Any of Scalekit's own counts besides. */
export function realHosts(facts: StageFacts, env: Readonly<Record<string, string | undefined>>): string[] {
  const settings = facts.variables
    .filter(({ use }) => use === 'environment-url')
    .flatMap(({ name }) => [facts.fileValues.get(name), env[name]]);
  const written = (facts.addresses ?? []).map(({ host }) => host);
  const hosts = [...settings.flatMap((url) => hostOf(url) ?? []), ...written];
  return [...new Set(hosts)].filter((host) => !isLoopback(host));
}

export function isReal(host: string, hosts: readonly string[]): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return ofScalekit.test(name) || hosts.includes(name);
}

export function askedReal(notes: readonly Note[], elsewhere: ReadonlySet<string>, hosts: readonly string[]): Asked | undefined {
  const own = notes.filter(
    ({ kind, host }) => (kind === 'request' || kind === 'blocked') && host !== undefined && isReal(host, hosts),
  );
  const host = own[0]?.host ?? [...elsewhere].find((one) => isReal(one, hosts));
  if (host === undefined) return undefined;
  return { host, frames: own.find(({ frames }) => frames.length > 0)?.frames.slice(0, 3) ?? [] };
}

export function sentenceOf({ host }: Asked): string {
  return `The app sends its requests to ${host}, whatever the variables of this run say: that is the real environment. Nothing was sent there from what is watched, and the app was ended.`;
}

export function showsReal(asked: Asked, addresses: readonly WrittenAddress[] = []): Shown {
  const written = whereWritten(asked.host, addresses);
  const locations = written.length > 0 ? written : asked.frames;
  return {
    id: 'login-fails/real-environment',
    kind: 'confirmed',
    severity: 'warning',
    because: sentenceOf(asked),
    evidence: [
      {
        label: 'Where the request goes',
        expected: 'the sandbox, by the variables that were set',
        actual: asked.host,
        ...(locations[0] ? { location: locations[0] } : {}),
      },
    ],
    locations,
  };
}

const MOST_PLACES = 3;

export function addressesIn(texts: ReadonlyMap<string, string>): WrittenAddress[] {
  return [...texts].flatMap(([file, text]) =>
    [handed, own].flatMap((expression) =>
      [...text.matchAll(expression)].flatMap(({ 0: whole, 1: url = '', index }): WrittenAddress[] => {
        const host = hostOf(url);
        if (host === undefined || isLoopback(host)) return [];
        const before = text.slice(0, index + whole.lastIndexOf(url));
        const line = before.split('\n').length;
        return [{ host, place: { file, line, column: before.length - before.lastIndexOf('\n') } }];
      }),
    ),
  );
}

function whereWritten(host: string, addresses: readonly WrittenAddress[]): Location[] {
  const name = host.replace(/:\d+$/, '');
  const places = addresses.filter((one) => one.host === name).map(({ place }) => place);
  return places
    .filter((place, at) => places.findIndex((one) => one.file === place.file && one.line === place.line) === at)
    .slice(0, MOST_PLACES);
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname.toLowerCase() : undefined;
}

function isLoopback(host: string): boolean {
  return host === '' || host === 'localhost' || host.endsWith('.localhost') || host.startsWith('127.') || host === '[::1]';
}
