/** Which pages of Scalekit's documentation belong to a problem, and which steps of an app it touches. */
import type { HelpTask } from './types.ts';

const docs = 'https://docs.scalekit.com';

export interface ProblemHelp {
  readonly links: readonly (readonly [text: string, url: string])[];
  readonly tasks: readonly HelpTask[];
}

const quickstart = ['Full-stack auth: quickstart', `${docs}/authenticate/fsa/quickstart/`] as const;
const sessions = ['Manage sessions', `${docs}/authenticate/fsa/manage-session/`] as const;
const sso = ['Enterprise SSO: quickstart', `${docs}/sso/quickstart/`] as const;
const idpInitiated = ['IdP-initiated SSO', `${docs}/sso/guides/idp-init-sso/`] as const;
const scim = ['SCIM: quickstart', `${docs}/directory/scim/quickstart/`] as const;
const webhooks = ['Webhooks', `${docs}/reference/webhooks/overview/`] as const;
const mcp = ['MCP authentication: quickstart', `${docs}/authenticate/mcp/quickstart/`] as const;
const api = ['API and SDK reference', `${docs}/apis/`] as const;

/** Where no problem is known yet. */
export const general: ProblemHelp = {
  links: [quickstart, sso, sessions, scim, webhooks, api],
  tasks: ['client', 'login', 'callback', 'refresh', 'logout', 'idp-initiated', 'webhook'],
};

const byProblem: Readonly<Record<string, ProblemHelp>> = {
  'redirect-uri-mismatch': { links: [quickstart, sso], tasks: ['login', 'callback'] },
  'invalid-client': { links: [quickstart, api], tasks: ['client'] },
  'token-expired': { links: [sessions, api], tasks: ['login', 'refresh'] },
  'mcp-sign-in': { links: [mcp], tasks: [] },
  'connection-not-found': { links: [sso, api], tasks: ['login'] },
  'saml-validation-failed': { links: [sso], tasks: ['login', 'callback'] },
  'idp-initiated-login': { links: [idpInitiated, sso], tasks: ['idp-initiated', 'callback'] },
  'expires-too-quickly': { links: [sessions], tasks: ['login', 'refresh'] },
  'cannot-refresh': { links: [sessions], tasks: ['login', 'refresh'] },
  'users-not-provisioning': { links: [scim, webhooks], tasks: ['webhook'] },
  'group-sync': { links: [scim, webhooks], tasks: ['webhook'] },
  'not-received': { links: [webhooks], tasks: ['webhook'] },
  'signature-verification': { links: [webhooks], tasks: ['webhook'] },
  'unknown-sdk-call': { links: [api], tasks: ['login', 'callback', 'refresh', 'logout'] },
  'state-missing': { links: [quickstart], tasks: ['login', 'callback'] },
  'callback-error-unread': { links: [quickstart], tasks: ['callback'] },
  'hard-coded-secret': { links: [quickstart], tasks: ['client'] },
  'client-side-secret': { links: [quickstart], tasks: ['client'] },
  'client-per-request': { links: [quickstart], tasks: ['client'] },
  'token-in-local-storage': { links: [sessions], tasks: ['callback'] },
  'token-in-url': { links: [sessions], tasks: ['callback'] },
  'logout-incomplete': { links: [sessions], tasks: ['logout'] },
  'id-token-not-verified': { links: [sessions], tasks: ['callback', 'refresh'] },
  'name-resolution': { links: [quickstart], tasks: ['client'] },
};

export function problemHelp(problem: string | undefined): ProblemHelp {
  return (problem === undefined ? undefined : byProblem[problem]) ?? general;
}
