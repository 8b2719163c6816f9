/** The environment at run time: its state, its clock, its key, and the little that lives only while it runs. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { applyFaults } from './faults/switch.ts';
import type { LoginRequest } from './oauth/own-login.ts';
import { createPlay, type Play, type SeenRequest } from './play.ts';
import type { SamlRequest } from './saml/authn-request.ts';
import type { ConnectionTest } from './saml/connection-test.ts';
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

/** A person who is to connect an account of a third party: sent there by a link, asked back by the app. */
export interface AccountRequest {
  /** The account's key in the store. */
  readonly key: string;
  readonly identifier: string;
  readonly state: string | undefined;
  readonly userVerifyUrl: string | undefined;
  readonly expiresAt: number;
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
  /** By id, which is also the last part of the link. */
  readonly accountRequests: Map<string, AccountRequest>;
  /** Logins on the app's own page, by id. */
  readonly loginRequests: Map<string, LoginRequest>;
  /** Logins that wait for their identity provider, by the id of the AuthnRequest. */
  readonly samlRequests: Map<string, SamlRequest>;
  /** Of connections, by the test's id. */
  readonly connectionTests: Map<string, ConnectionTest>;
  /** SAML assertions that have logged somebody in, until when they could be used again. */
  readonly usedAssertions: Map<string, number>;
  /** What a rehearsal asks of single logins. */
  readonly play: Play;
  /** Epoch milliseconds by the environment's clock, which a fault may put out. */
  readonly now: () => number;
  /** To be called after a change of the state that did not go through the store. */
  readonly changed: () => void;
  /** Everything as it was when the sandbox started: key and secrets stay, what was issued or changed since is forgotten. */
  readonly reset: () => void;
}

export interface EnvironmentOptions {
  readonly clock: () => number;
  readonly onChange: () => void;
  /** Told of each request, at its begin and with each thing that becomes known of it. */
  readonly watch?: (seen: SeenRequest) => void;
}

/** @throws Error when the state's resources or its key are none. */
export function createEnvironment(state: SandboxState, { clock, onChange, watch }: EnvironmentOptions): Environment {
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
    accountRequests: new Map(),
    loginRequests: new Map(),
    usedAssertions: new Map(),
    connectionTests: new Map(),
    samlRequests: new Map(),
    play: createPlay(watch),
    now: () => clock() + (state.clockOffsetSeconds + state.advancedSeconds) * 1000,
    changed,
    reset: () => {
      Object.assign(state, structuredClone(atStart));
      const { codes, passwordless, accountRequests, loginRequests, samlRequests, usedAssertions, connectionTests } = environment;
      const issued = [codes, passwordless, accountRequests, loginRequests, samlRequests, usedAssertions, connectionTests];
      for (const kind of issued) kind.clear();
      changed();
    },
  };
  if (isNew) seed(state, environment.store);
  applyFaults(state, state.faults);
  const atStart = structuredClone(state);
  ready = true;
  return environment;
}
