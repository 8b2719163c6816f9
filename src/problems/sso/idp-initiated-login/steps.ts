/** What a sound handler of an IdP-initiated login does. */
import type { Remedy, RemoteChange, Step } from '../../../diagnosis/remedy.ts';

export const handlerSteps: readonly Step[] = [
  {
    text: 'Read `idp_initiated_login` from the query of the initiate-login URL, and verify it with the SDK.',
    copy: 'const claims = await scalekit.getIdpInitiatedLoginClaims(assertion);',
  },
  {
    text: 'Redirect to a fresh authorize URL with one selector and a fresh state.',
    copy: 'scalekit.getAuthorizationUrl(redirectUri, { state, connectionId: claims.connection_id, loginHint: claims.login_hint })',
  },
];

export function handlerRemedy(summary: string): Remedy {
  return { kind: 'steps', summary, steps: handlerSteps };
}

export function changeOfInitiateLoginUrl(clientId: string, before: string, after: string): RemoteChange {
  return {
    method: 'PATCH',
    path: `/api/v1/clients/${encodeURIComponent(clientId)}`,
    body: { initiate_login_uri: after },
    what: 'Initiate-login URL of the client',
    before,
    after,
  };
}
