/** The faults that the sandbox can have, by the id of the finding that names them. One file a problem; loads no library, so that `--fault` is checked at once. */
import { cannotRefresh } from './cannot-refresh.ts';
import { connectionNotFound } from './connection-not-found.ts';
import { expiresTooQuickly } from './expires-too-quickly.ts';
import type { Fault } from './fault.ts';
import { groupSync } from './group-sync.ts';
import { idpInitiatedLogin } from './idp-initiated-login.ts';
import { invalidClient } from './invalid-client.ts';
import { logoutIncomplete } from './logout-incomplete.ts';
import { redirectUriMismatch } from './redirect-uri-mismatch.ts';
import { samlValidationFailed } from './saml-validation-failed.ts';
import { signatureVerification } from './signature-verification.ts';
import { tokenExpired } from './token-expired.ts';
import { usersNotProvisioning } from './users-not-provisioning.ts';

export { codeOnlyFaults } from './code-only.ts';

import { codeOnlyFaults } from './code-only.ts';

/** Those that break the environment. */
export const serverFaults: readonly Fault[] = [
  ...redirectUriMismatch,
  ...invalidClient,
  ...tokenExpired,
  ...connectionNotFound,
  ...expiresTooQuickly,
  ...idpInitiatedLogin,
  ...samlValidationFailed,
  ...usersNotProvisioning,
  ...groupSync,
  ...cannotRefresh,
  ...signatureVerification,
  ...logoutIncomplete,
];

export const knownFaults: readonly string[] = [...serverFaults.map(({ id }) => id), ...codeOnlyFaults];
