/** Every problem that scalekit-fix knows, in the order of the symptom list. Adding one is adding it here. */
import type { Registry } from '../diagnosis/cause.ts';
import type { ProbeTools } from '../probes/tools.ts';
import { invalidClient } from './authentication/invalid-client/index.ts';
import { redirectUriMismatch } from './authentication/redirect-uri-mismatch/index.ts';
import { tokenExpired } from './authentication/token-expired/index.ts';
import { callbackErrorUnread } from './code/callback-error-unread/index.ts';
import { stateMissing } from './code/state-missing/index.ts';

export const problems: Registry<ProbeTools> = [
  redirectUriMismatch,
  invalidClient,
  tokenExpired,
  stateMissing,
  callbackErrorUnread,
];
