/** Passkeys of users: looked at, named, taken away. Registering one takes a browser, which is no business of the management API. */
import type { WebAuthnService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/auth/webauthn_pb.js';
import { found, invalid } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { now } from './shared.ts';
import { userOf } from './user-of.ts';

const RP_ID = '127.0.0.1';

export const passkeys: Implementation<typeof WebAuthnService> = {
  listCredentials: ({ userId }, environment) => {
    if (userId === '') throw invalid('user_id is required');
    const user = userOf({ case: 'id', value: userId }, environment);
    const credentials = environment.store.passkeys.list().filter((own) => own.userId === user.id);
    const allAcceptedCredentialIds = credentials.map(({ credentialId }) => Buffer.from(credentialId).toString('base64url'));
    return { credentials, allAcceptedCredentialsOptions: { rpId: RP_ID, userId, allAcceptedCredentialIds } };
  },
  updateCredential: ({ credentialId, displayName }, environment) => {
    const current = found(environment.store.passkeys.get(credentialId), 'credential');
    return {
      credential: environment.store.passkeys.put(credentialId, { ...current, displayName, updatedAt: now(environment) }),
    };
  },
  deleteCredential: ({ credentialId }, environment) => {
    const current = found(environment.store.passkeys.get(credentialId), 'credential');
    environment.store.passkeys.remove(credentialId);
    const unknown = Buffer.from(current.credentialId).toString('base64url');
    return { success: true, unknownCredentialOptions: { rpId: RP_ID, credentialId: unknown } };
  },
  getRelatedOrigins: (_request, { url }) => ({ origins: [url] }),
};
