/** Everything the sandbox knows, as one JSON value: what is not given is filled in. Versioned, so that old files are not misread. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

const jsonObject = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

const clientSecretSchema = z.object({
  id: z.string(),
  value: z.string(),
  status: z._default(z.enum(['ACTIVE', 'INACTIVE']), 'ACTIVE'),
  /** Both: RFC 3339. */
  createTime: z._default(z.string(), '2026-01-05T09:00:00Z'),
  expireTime: z.optional(z.string()),
});

/** The application: what the dashboard shows under API credentials and redirects. */
const clientSchema = z.object({
  id: z._default(z.string(), 'skc_87104652398129153'),
  name: z._default(z.string(), 'Sandbox app'),
  redirectUris: z._default(z.array(z.string()), () => ['http://localhost:3000/auth/callback']),
  postLogoutRedirectUris: z._default(z.array(z.string()), () => ['http://localhost:3000/']),
  backChannelLogoutUris: z._default(z.array(z.string()), () => []),
  initiateLoginUri: z._default(z.string(), 'http://localhost:3000/login'),
  secrets: z._default(z.array(clientSecretSchema), () => [
    clientSecretSchema.parse({ id: 'sec_87104652398129154', value: `test_${randomBytes(24).toString('base64url')}` }),
  ]),
  scopes: z._default(z.array(z.string()), () => []),
  customClaims: z._default(z.array(z.object({ key: z.string(), value: z.string() })), () => []),
  active: z._default(z.boolean(), true),
  disallowApiAccess: z._default(z.boolean(), false),
  enforcePkce: z._default(z.boolean(), false),
  /** Seconds. */
  accessTokenLifetime: z._default(z.number(), 300),
});

/** Minutes. An organization's own policy can only tighten it. */
const sessionPolicySchema = z.object({
  absoluteTimeout: z._default(z.number(), 43_200),
  idleTimeout: z._default(z.number(), 10_080),
  idleTimeoutEnabled: z._default(z.boolean(), true),
});

const idpSchema = z.object({
  /** The last part of the status: `Success`, `Responder`. */
  status: z._default(z.string(), 'Success'),
  /** In place of the service provider's: as if it had been copied wrongly. */
  acsUrl: z.optional(z.string()),
  audience: z.optional(z.string()),
  /** `asked`: what the connection asks for. */
  signs: z._default(z.enum(['asked', 'assertion', 'response', 'nothing']), 'asked'),
  /** Something between it and the service provider changes the assertion after it was signed. */
  altersAssertion: z._default(z.boolean(), false),
  /** Attributes that it does not send. */
  leavesOut: z._default(z.array(z.string()), () => []),
  encrypts: z._default(z.boolean(), false),
  nameIdFormat: z.optional(z.enum(['persistent', 'transient'])),
  /** The request that it answers, whichever was sent. */
  inResponseTo: z.optional(z.string()),
  /** Where its metadata should be, people see a page. */
  hidesMetadata: z._default(z.boolean(), false),
  /** Its Response arrives cut off. */
  cutsOff: z._default(z.boolean(), false),
});

/** Kept by the SHA-256 of the token: a state file that gets around buys nobody a session. */
const refreshTokenSchema = z.object({
  clientId: z.string(),
  scope: z.string(),
  sessionId: z.string(),
  connectionId: z.optional(z.string()),
  used: z.boolean(),
});

const changeSchema = z.object({ path: z.array(z.string()), before: z.optional(z.unknown()), after: z.optional(z.unknown()) });

export const stateSchema = z.object({
  version: z._default(z.literal(1), 1),
  /** Production rules for redirect URIs: https and custom schemes only, no localhost, no wildcard. */
  production: z._default(z.boolean(), false),
  /** Users log in on Scalekit's own page, too. Without it, an authorize request has to select a connection. */
  fullStackAuth: z._default(z.boolean(), true),
  /** `immediate`: back to the app at once; `idp`: through the pages of the connection's identity provider. */
  login: z._default(z.enum(['immediate', 'idp']), 'immediate'),
  /** A connection takes users of its own domains only. */
  onlyConnectionDomains: z._default(z.boolean(), false),
  /** What the identity provider inside gets wrong. */
  idp: z._default(idpSchema, () => idpSchema.parse({})),
  client: z._default(clientSchema, () => clientSchema.parse({})),
  /** The seeded ones, as the JSON line names them. */
  organizationId: z._default(z.string(), 'org_87104652398129155'),
  connectionId: z._default(z.string(), 'conn_87104652398129156'),
  directoryId: z._default(z.string(), 'dir_87104652398129157'),
  userId: z._default(z.string(), 'usr_87104652398129158'),
  sessionPolicy: z._default(sessionPolicySchema, () => sessionPolicySchema.parse({})),
  webhookSecret: z._default(z.string(), () => `whsec_${randomBytes(24).toString('base64')}`),
  /** Until they are dropped, deliveries are signed with these as well. */
  retiredWebhookSecrets: z._default(z.array(z.string()), () => []),
  /** How long deliveries are on their way. */
  webhookDelaySeconds: z._default(z.number(), 0),
  /** Something between changes the bytes of deliveries after they were signed. */
  rewritesWebhookBody: z._default(z.boolean(), false),
  /** Told of events as they happen; without types: of all. */
  webhookEndpoints: z._default(
    z.array(z.object({ url: z.string(), types: z._default(z.array(z.string()), () => []) })),
    () => [],
  ),
  /** PKCS #8, PEM. Kept: clients of the SDK fetch the public key once. */
  signingKey: z._default(z.string(), () =>
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  ),
  /** How far the server's clock is ahead of this machine's. */
  clockOffsetSeconds: z._default(z.number(), 0),
  /** How far the clock of the identity provider inside is ahead of the server's. */
  idpClockOffsetSeconds: z._default(z.number(), 0),
  /** What the control API has let pass by; apart from the offset, so that a fault of the clock can be taken back. */
  advancedSeconds: z._default(z.number(), 0),
  /** What the management API tells of, by kind and key, as the JSON of its messages. Seeded when absent. */
  resources: z.optional(z.record(z.string(), z.record(z.string(), jsonObject))),
  /** Values of directory and machine-to-machine secrets, by the secret's id. */
  secretValues: z._default(z.record(z.string(), z.string()), () => ({})),
  /** When each of the client's secrets was last used, RFC 3339, by the secret's id. */
  secretUses: z._default(z.record(z.string(), z.string()), () => ({})),
  refreshTokens: z._default(z.record(z.string(), refreshTokenSchema), () => ({})),
  /** By id, in the order in which they were switched on. */
  faults: z._default(z.array(z.string()), () => []),
  /** What each fault that is on has changed, so that it can be taken back. */
  faultChanges: z._default(z.record(z.string(), z.array(changeSchema)), () => ({})),
});

export type SandboxState = z.infer<typeof stateSchema>;
/** Any part of it. */
export type PartialState = z.input<typeof stateSchema>;
export type StateChange = z.infer<typeof changeSchema>;
export type IssuedRefreshToken = z.infer<typeof refreshTokenSchema>;

/** @throws z.core.$ZodError for a value that is no state. */
export function fillState(given: unknown): SandboxState {
  return stateSchema.parse(given ?? {});
}
