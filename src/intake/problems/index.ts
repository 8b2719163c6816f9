/** All rules for sentences, and what a vague one may mean. */
import type { Concept } from '../lexicon/concepts.ts';
import type { ProblemRules } from '../match/rules.ts';
import { cannotRefresh } from './cannot-refresh.ts';
import { codeFindings } from './code-findings.ts';
import { connectionNotFound } from './connection-not-found.ts';
import { expiresTooQuickly } from './expires-too-quickly.ts';
import { groupSync } from './group-sync.ts';
import { idpInitiatedLogin } from './idp-initiated-login.ts';
import { invalidClient } from './invalid-client.ts';
import { notReceived } from './not-received.ts';
import { redirectUriMismatch } from './redirect-uri-mismatch.ts';
import { samlValidationFailed } from './saml-validation-failed.ts';
import { signatureVerification } from './signature-verification.ts';
import { tokenExpired } from './token-expired.ts';
import { usersNotProvisioning } from './users-not-provisioning.ts';

export const problemRules: readonly ProblemRules[] = [
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
  ...codeFindings,
];

/** A sentence that says no more than "this part is broken": what it is most often, best first. */
export const vague: readonly { readonly topics: readonly Concept[]; readonly problems: readonly string[] }[] = [
  { topics: ['webhook'], problems: ['not-received', 'signature-verification'] },
  { topics: ['scim'], problems: ['users-not-provisioning', 'group-sync'] },
  { topics: ['saml'], problems: ['saml-validation-failed', 'connection-not-found'] },
  { topics: ['sso', 'idp'], problems: ['connection-not-found', 'saml-validation-failed', 'idp-initiated-login'] },
  { topics: ['refreshToken', 'offline'], problems: ['cannot-refresh', 'expires-too-quickly'] },
  { topics: ['session', 'stayIn', 'thrownOut'], problems: ['expires-too-quickly', 'cannot-refresh'] },
  { topics: ['token', 'idToken'], problems: ['token-expired', 'cannot-refresh'] },
  { topics: ['mcp'], problems: ['mcp-sign-in'] },
  { topics: ['signOut'], problems: ['logout-incomplete'] },
  { topics: ['redirectUri'], problems: ['redirect-uri-mismatch'] },
  {
    topics: ['login', 'scalekit'],
    problems: ['redirect-uri-mismatch', 'invalid-client', 'connection-not-found', 'token-expired'],
  },
];
