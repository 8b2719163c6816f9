/** Every problem that scalekit-fix knows, in the order of the symptom list. Adding one is adding it here. */
import type { Registry } from '../diagnosis/cause.ts';
import type { ProbeTools } from '../probes/tools.ts';
import { invalidClient } from './authentication/invalid-client/index.ts';
import { mcpSignIn } from './authentication/mcp-sign-in/index.ts';
import { redirectUriMismatch } from './authentication/redirect-uri-mismatch/index.ts';
import { tokenExpired } from './authentication/token-expired/index.ts';
import { callbackErrorUnread } from './code/callback-error-unread/index.ts';
import { clientPerRequest } from './code/client-per-request/index.ts';
import { clientSideSecret } from './code/client-side-secret/index.ts';
import { hardCodedSecret } from './code/hard-coded-secret/index.ts';
import { idTokenNotVerified } from './code/id-token-not-verified/index.ts';
import { logoutIncomplete } from './code/logout-incomplete/index.ts';
import { stateMissing } from './code/state-missing/index.ts';
import { tokenInLocalStorage } from './code/token-in-local-storage/index.ts';
import { tokenInUrl } from './code/token-in-url/index.ts';
import { unknownSdkCall } from './code/unknown-sdk-call/index.ts';
import { nameResolution } from './network/name-resolution/index.ts';
import { groupSync } from './scim/group-sync/index.ts';
import { usersNotProvisioning } from './scim/users-not-provisioning/index.ts';
import { cannotRefresh } from './session/cannot-refresh/index.ts';
import { expiresTooQuickly } from './session/expires-too-quickly/index.ts';
import { connectionNotFound } from './sso/connection-not-found/index.ts';
import { idpInitiatedLogin } from './sso/idp-initiated-login/index.ts';
import { samlValidationFailed } from './sso/saml-validation-failed/index.ts';
import { notReceived } from './webhooks/not-received/index.ts';
import { signatureVerification } from './webhooks/signature-verification/index.ts';

export const problems: Registry<ProbeTools> = [
  redirectUriMismatch,
  invalidClient,
  tokenExpired,
  connectionNotFound,
  samlValidationFailed,
  idpInitiatedLogin,
  expiresTooQuickly,
  cannotRefresh,
  usersNotProvisioning,
  groupSync,
  notReceived,
  signatureVerification,
  mcpSignIn,
  nameResolution,
  // Faults of code that belong to no problem above.
  unknownSdkCall,
  hardCodedSecret,
  clientSideSecret,
  stateMissing,
  callbackErrorUnread,
  logoutIncomplete,
  tokenInLocalStorage,
  tokenInUrl,
  idTokenNotVerified,
  clientPerRequest,
];
