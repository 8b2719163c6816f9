/** Authorize URLs that an MCP client opens, for fixtures. */

export function pastedAuthorizeUrl(environment: string, clientId: string, app: string): string {
  const parameters = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: `${app}/auth/callback`,
    scope: 'openid',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  return `${environment}/oauth/authorize?${parameters}`;
}
