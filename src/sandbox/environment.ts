/** The environment at run time: its state, its clock, its key, and the little that lives only while it runs. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { applyFaults } from './faults/switch.ts';
import type { SandboxState } from './state.ts';
import { seed } from './store/seed.ts';
import { openStore, type Store } from './store/store.ts';

export interface IssuedCode {
  readonly clientId: string;
  readonly userId: string;
  readonly organizationId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
  readonly connectionId: string | undefined;
  readonly expiresAt: number;
  /** Set once it was exchanged: that session ends when the code comes a second time (RFC 6749 §4.1.2). */
  sessionId: string | undefined;
}

export interface PasswordlessRequest {
  readonly email: string;
  readonly template: number;
  readonly state: string | undefined;
  readonly validSeconds: number;
  readonly code: string;
  readonly linkToken: string;
  expiresAt: number;
  used: boolean;
}

export interface Environment {
  readonly state: SandboxState;
  readonly store: Store;
  /** Without a slash at the end; also the issuer. */
  url: string;
  readonly signingKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly codes: Map<string, IssuedCode>;
  readonly passwordless: Map<string, PasswordlessRequest>;
  /** Hashes of the SAML responses that the identity provider inside has given out, until they are used. */
  readonly samlResponses: Map<string, SamlIssue>;
  /** Authorize requests that wait for the identity provider, by the id of the SAML request. */
  readonly samlRequests: Map<string, URLSearchParams>;
  /** Epoch milliseconds by the environment's clock, which a fault may put out. */
  readonly now: () => number;
  /** To be called after a change of the state that did not go through the store. */
  readonly changed: () => void;
  /** Everything as it was when the sandbox started: key and secrets stay, what was issued or changed since is forgotten. */
  readonly reset: () => void;
}

export interface SamlIssue {
  readonly userId: string;
  readonly connectionId: string;
  readonly inResponseTo: string | undefined;
  readonly expiresAt: number;
}

export interface EnvironmentOptions {
  readonly clock: () => number;
  readonly onChange: () => void;
}

/** @throws Error when the state's resources or its key are none. */
export function createEnvironment(state: SandboxState, { clock, onChange }: EnvironmentOptions): Environment {
  const isNew = state.resources === undefined;
  const signingKey = createPrivateKey(state.signingKey);
  let ready = false;
  const changed = (): void => {
    if (ready) onChange();
  };
  const environment: Environment = {
    state,
    store: openStore(state, { url: () => environment.url, changed }),
    url: '',
    signingKey,
    publicKey: createPublicKey(signingKey),
    codes: new Map(),
    passwordless: new Map(),
    samlResponses: new Map(),
    samlRequests: new Map(),
    now: () => clock() + (state.clockOffsetSeconds + state.advancedSeconds) * 1000,
    changed,
    reset: () => {
      Object.assign(state, structuredClone(atStart));
      const { codes, passwordless, samlResponses, samlRequests } = environment;
      for (const issued of [codes, passwordless, samlResponses, samlRequests]) issued.clear();
      changed();
    },
  };
  if (isNew) seed(state, environment.store);
  applyFaults(state, state.faults);
  const atStart = structuredClone(state);
  ready = true;
  return environment;
}
