/** Everything the sandbox knows, as one JSON value: what is not given is filled in. Versioned, so that old files are not misread. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';

const clientSecretSchema = z.object({
  id: z.string(),
  value: z.string(),
  status: z._default(z.enum(['ACTIVE', 'INACTIVE']), 'ACTIVE'),
  /** RFC 3339. */
  expireTime: z.optional(z.string()),
});

const clientSchema = z.object({
  id: z._default(z.string(), 'skc_87104652398129153'),
  name: z._default(z.string(), 'Sandbox app'),
  redirectUris: z._default(z.array(z.string()), () => ['http://localhost:3000/auth/callback']),
  postLogoutRedirectUris: z._default(z.array(z.string()), () => ['http://localhost:3000/']),
  initiateLoginUri: z._default(z.string(), 'http://localhost:3000/login'),
  secrets: z._default(z.array(clientSecretSchema), () => [
    { id: 'sec_87104652398129154', value: `test_${randomBytes(24).toString('base64url')}`, status: 'ACTIVE' as const },
  ]),
  active: z._default(z.boolean(), true),
  disallowApiAccess: z._default(z.boolean(), false),
  enforcePkce: z._default(z.boolean(), false),
  /** Seconds. */
  accessTokenLifetime: z._default(z.number(), 300),
});

export const stateSchema = z.object({
  version: z._default(z.literal(1), 1),
  /** Production rules for redirect URIs: https only, no localhost, no wildcard. */
  production: z._default(z.boolean(), false),
  client: z._default(clientSchema, () => clientSchema.parse({})),
  organizationId: z._default(z.string(), 'org_87104652398129155'),
  connectionId: z._default(z.string(), 'conn_87104652398129156'),
  directoryId: z._default(z.string(), 'dir_87104652398129157'),
  user: z._default(z.object({ id: z.string(), email: z.string(), givenName: z.string(), familyName: z.string() }), () => ({
    id: 'usr_87104652398129158',
    email: 'ada@acme.example',
    givenName: 'Ada',
    familyName: 'Lovelace',
  })),
  directoryToken: z._default(z.string(), () => randomBytes(24).toString('base64url')),
  webhookSecret: z._default(z.string(), () => `whsec_${randomBytes(24).toString('base64')}`),
  /** PKCS #8, PEM. Kept: clients of the SDK fetch the public key once. */
  signingKey: z._default(z.string(), () =>
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  ),
  faults: z._default(z.array(z.string()), () => []),
});

export type SandboxState = z.infer<typeof stateSchema>;
/** Any part of it, at any depth. */
export type PartialState = z.input<typeof stateSchema>;

/** @throws z.core.$ZodError for a value that is no state. */
export function fillState(given: unknown): SandboxState {
  return stateSchema.parse(given ?? {});
}
