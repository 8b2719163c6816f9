/** The ports on which the app listens, as far as its files say: a redirect URI on another one comes back to nobody. */
import { type Outcome, ok, unknown } from '../diagnosis/outcome.ts';
import { defaultPorts, mayNamePort, portNeedles, portsWritten } from '../project/written-ports.ts';
import { isLoopbackHost, splitUri } from '../scalekit/redirect-uri.ts';
import { envFiles } from './env-files.ts';
import { projectShape } from './project-shape.ts';
import { probe } from './tools.ts';

export interface ListeningPorts {
  /** It says that it listens here. */
  readonly sure: readonly number[];
  /** Nothing is written: a framework does so where nobody tells it otherwise, and whoever starts it may. */
  readonly isDefault: boolean;
  /** Every number that may be one, these among them. */
  readonly named: readonly number[];
}

const MOST_FILES = 400;

export const listeningPorts = probe({
  id: 'listening-ports',
  title: 'Ports that the app listens on',
  reach: 'files',
  wants: { shape: projectShape, envFiles },
  observe: async ({ shape, envFiles }, { project }): Promise<Outcome<ListeningPorts>> => {
    const inEnv = (envFiles?.files ?? [])
      .filter(({ role }) => role === 'given' || role === 'loaded')
      .flatMap(({ entries }) => entries)
      .filter(({ name, value }) => name === 'PORT' && /^\d{2,5}$/.test(value))
      .map(({ value }) => Number(value));
    const mentions = (await project.filesMentioning(portNeedles)).filter(({ path }) => mayNamePort(path)).slice(0, MOST_FILES);
    const files = mentions.flatMap(({ path }) => {
      const source = project.read(path);
      return source.kind === 'source' ? [portsWritten(path, source.text)] : [];
    });
    const byDefault = (shape?.frameworks ?? []).flatMap(({ id }) => defaultPorts[id] ?? []);
    const value = listeningOf({
      inEnv,
      isRead: files.some(({ readsVariable }) => readsVariable),
      fixed: files.flatMap((file) => file.fixed),
      fallback: files.flatMap((file) => file.fallback),
      other: files.flatMap((file) => file.other),
      byDefault,
    });
    if (value.named.length === 0) {
      return unknown('The files do not say on which port the app listens.', 'Start the app: most say it on their first lines.');
    }
    return ok(value, { label: 'Ports', actual: (value.sure.length > 0 ? value.sure : value.named).slice(0, 20).join(', ') });
  },
});

export interface PortFacts {
  /** PORT in env files. */
  readonly inEnv: readonly number[];
  /** The code reads PORT. */
  readonly isRead: boolean;
  readonly fixed: readonly number[];
  readonly fallback: readonly number[];
  readonly other: readonly number[];
  readonly byDefault: readonly number[];
}

/** A variable that is set and read outranks what stands in for it; what is written outranks what a framework does by itself. */
export function listeningOf({ inEnv, isRead, fixed, fallback, other, byDefault }: PortFacts): ListeningPorts {
  const bySetting = isRead ? inEnv : [];
  const standIns = bySetting.length > 0 ? [] : fallback;
  const written = [...bySetting, ...fixed, ...standIns];
  const sure = written.length > 0 ? written : byDefault;
  const rest = bySetting.length > 0 ? [] : [...inEnv, ...byDefault];
  const unique = (ports: readonly number[]): number[] => [...new Set(ports)].sort((a, b) => a - b);
  return { sure: unique(sure), isDefault: written.length === 0, named: unique([...sure, ...other, ...rest]) };
}

/** Whether the app listens where a local redirect URI leads. Of another host, the port says nothing: a proxy may stand before the app. */
export function listensFor(uri: string, ports: ListeningPorts | undefined): 'yes' | 'no' | 'not-known' {
  const parts = splitUri(uri);
  if (!parts || !ports || !isLoopbackHost(parts.host) || !URL.canParse(uri)) return 'not-known';
  const { port, protocol } = new URL(uri);
  const number = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
  if (ports.sure.includes(number)) return 'yes';
  // A number that is only called a port may be a database's.
  return ports.sure.length === 0 || ports.named.includes(number) ? 'not-known' : 'no';
}
