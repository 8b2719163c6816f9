/** An embedded Scalekit environment on one loopback port. Imported by its command, the demo and tests only. */
import { CONTROL_PATH } from './control/control.ts';
import { createEnvironment, type Environment } from './environment.ts';
import { activeFaults, setFaults, withoutFaults } from './faults/switch.ts';
import { listen } from './listener.ts';
import { idpInitiatedToken, signedAs } from './oauth/played-id-token.ts';
import type { Play, SeenRequest, Signature } from './play.ts';
import { requestListener } from './routes.ts';
import { fillState, type PartialState, type SandboxState } from './state.ts';
import { loadState, saveState, UnreadableState } from './state-file.ts';
import type { Store } from './store/store.ts';
import type { RunCertificates } from './tls.ts';
import { eventOf } from './webhooks/deliver.ts';

export interface SandboxOptions {
  /** 0 or absent: any free one. */
  readonly port?: number | undefined;
  /** Loaded when it exists, written on every change. */
  readonly statePath?: string | undefined;
  /** Where there is no file to load: what the state starts from. */
  readonly state?: PartialState;
  /** Switched on besides those that the state has on already. */
  readonly faults?: readonly string[];
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** Told, in a sentence, when the state could not be written. */
  readonly warn?: (sentence: string) => void;
  /** Told of each request. */
  readonly watch?: (seen: SeenRequest) => void;
  /** With one, the same port speaks TLS as well. */
  readonly certificates?: RunCertificates;
  /** The environment's address, and so the issuer, is an https one. */
  readonly isHttps?: boolean;
  /** Stands for the sandbox in addresses without a port, to clients that come by its proxy. */
  readonly host?: string;
}

/** What the sandbox says of itself in one line of JSON. */
export interface SandboxLine {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly organizationId: string;
  readonly controlUrl: string;
  readonly connectionId?: string;
  readonly directoryId?: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly userEmail?: string;
  readonly directoryToken?: string;
  readonly webhookSecret: string;
}

export interface RunningSandbox {
  readonly url: string;
  /** On which it listens. */
  readonly port: number;
  readonly line: SandboxLine;
  readonly state: SandboxState;
  /** Exactly these are on from now on. */
  readonly setFaults: (faults: readonly string[]) => void;
  /** Takes one back; the others stay as they are, and one that was repaired by an ordinary call stays repaired. */
  readonly switchOff: (fault: string) => void;
  /** For a rehearsal: what it asks of single logins. */
  readonly play: Play;
  /** What is in the environment; a rehearsal adds users and organizations that the app names. */
  readonly store: Store;
  /** An event as a webhook delivers it. */
  readonly event: (type: string) => Readonly<Record<string, unknown>>;
  /** A token of a login that an identity provider began; forged: signed by somebody else. */
  readonly idpInitiated: (claims: Readonly<Record<string, unknown>>, forged?: boolean) => Promise<string>;
  /** Any token as the environment would sign it, or as a forger would. */
  readonly forge: (claims: Readonly<Record<string, unknown>>, signature: Signature) => Promise<string>;
  /** Destroys open connections. */
  readonly close: () => Promise<void>;
}

export type { LoginPlay, Play, SeenRequest, Signature } from './play.ts';
export { UnreadableState } from './state-file.ts';
export { type RunCertificates, runCertificates } from './tls.ts';
export { signatureOf } from './webhooks/deliver.ts';

/** @throws UnreadableState for a state file that is none or cannot be written; NodeJS.ErrnoException for a port that is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const { statePath, warn = () => {} } = options;
  const state = statePath === undefined ? fillState(options.state) : loadState(statePath, options.state);
  state.faults = [...new Set([...state.faults, ...(options.faults ?? [])])];
  const save = (): void => {
    if (statePath !== undefined) saveState(statePath, state);
  };
  const onChange = (): void => {
    try {
      save();
    } catch (error) {
      warn(error instanceof Error ? error.message : 'The state could not be written.');
    }
  };
  const environment = openEnvironment(state, options, onChange);
  const listener = await listen(options.port ?? 0, requestListener(environment), undefined, options.certificates, options.host);
  environment.url = `${options.isHttps ? 'https' : 'http'}://${options.host ?? `127.0.0.1:${listener.port}`}`;
  try {
    save();
  } catch (error) {
    await listener.close();
    throw error;
  }
  return {
    url: environment.url,
    port: listener.port,
    line: lineOf(environment),
    state,
    play: environment.play,
    store: environment.store,
    idpInitiated: (claims, forged) => idpInitiatedToken(environment, claims, forged),
    forge: (claims, signature) => signedAs(environment, claims, signature),
    event: (type) => eventOf(environment, type),
    setFaults: (faults) => {
      setFaults(state, faults);
      onChange();
    },
    switchOff: (fault) => {
      setFaults(
        state,
        activeFaults(state).filter((other) => other !== fault),
      );
      onChange();
    },
    close: async () => {
      await listener.close();
      onChange();
    },
  };
}

function openEnvironment(
  state: SandboxState,
  { statePath, watch, now = Date.now }: SandboxOptions,
  onChange: () => void,
): Environment {
  try {
    return createEnvironment(state, { clock: now, onChange, ...(watch ? { watch } : {}) });
  } catch (error) {
    if (statePath === undefined) throw error;
    throw new UnreadableState(`${statePath} cannot be used as state: it holds what is not a Scalekit resource or key.`);
  }
}

/** With the values an app was set up with: those from before any fault. */
function lineOf({ url, state, store }: Environment): SandboxLine {
  const { client, organizationId, connectionId, directoryId, userId, secretValues, webhookSecret } = withoutFaults(state);
  const user = store.users.get(userId);
  const directory = store.directories.get(directoryId);
  const directoryToken = directory?.secrets.flatMap(({ id }) => secretValues[id] ?? [])[0];
  return {
    url,
    clientId: client.id,
    clientSecret: client.secrets[0]?.value ?? '',
    organizationId,
    controlUrl: `${url}${CONTROL_PATH}`,
    ...(store.connections.get(connectionId) ? { connectionId } : {}),
    ...(directory ? { directoryId } : {}),
    redirectUris: client.redirectUris,
    postLogoutRedirectUris: client.postLogoutRedirectUris,
    ...(user ? { userEmail: user.email } : {}),
    ...(directoryToken === undefined ? {} : { directoryToken }),
    webhookSecret,
  };
}
