/** The third held-out set, English: faults of code, the network, MCP, and words so vague that several problems fit. */
export const thirdFaults: Readonly<Record<string, readonly string[]>> = {
  'unknown-sdk-call': [
    'TypeError: scalekit.organizations.list is not a function',
    "TS2339: Property 'connections' does not exist on type 'ScalekitClient'",
    'scalekit.webhooks is undefined, the docs show it though',
    "AttributeError: 'ScalekitClient' object has no attribute 'webhooks'",
    'the method from the guide is not in the node sdk',
    'scalekit.directories.list does not exist in my version',
  ],
  'state-missing': [
    'a pentester says our oauth callback is vulnerable to login csrf because we do not check state',
    'state parameter is never verified on callback, is that bad with scalekit?',
    'state mismatch when the user returns from login',
    'we send no state in the authorize request',
  ],
  'hard-coded-secret': [
    'our SCALEKIT_CLIENT_SECRET is committed in the git repo',
    'I have put the client secret right into the source file, security scanner complains',
    'accidentally pushed the scalekit secret to github, what should I do',
  ],
  'client-side-secret': [
    'is it ok to use NEXT_PUBLIC_SCALEKIT_CLIENT_SECRET',
    'the client secret is visible in the browser bundle',
    'I call the scalekit sdk from my react component and the secret ends up in the frontend',
  ],
  'token-in-local-storage': [
    'we keep the access token in localStorage, audit says XSS could steal it',
    'storing scalekit tokens in local storage vs cookie',
    'refresh token saved in sessionStorage, is that safe?',
  ],
  'token-in-url': [
    'after login we redirect to /dashboard?access_token=... and now tokens are in our nginx logs',
    'the id token is passed to the frontend in the query string',
    'jwt leaks via the referer because it sits in the url',
  ],
  'logout-incomplete': [
    'after signing out and clicking login again the user is in without entering anything',
    'logout does not really log the user out',
    'when i log out and press sign in i am the same user at once, cannot switch account',
    'post logout redirect uri not allowed',
    'sign out only clears our cookie, the scalekit session stays',
    'post_logout_redirect_uri is not registered error on logout',
    'log out button leaves me logged in at the idp',
  ],
  'callback-error-unread': [
    'user cancelled the login and our callback page crashes with code undefined',
    'access_denied comes back to the callback and our app shows a white page',
    'callback gets error=server_error from scalekit, we just show an endless spinner',
    'our callback ignores the error parameter',
    'when the person declines consent at the idp our /callback throws because code is missing',
  ],
  'client-per-request': [
    'we create new ScalekitClient in every request handler and it is slow',
    'too many requests from scalekit, 429, we instantiate the sdk per request',
    'a new Scalekit object is built for each api call, is that a problem?',
  ],
  'id-token-not-verified': [
    'we just jwt_decode the id token without checking the signature',
    'is jwt.decode enough or do I need to verify the scalekit token?',
    'the id token is only base64 decoded, anyone could forge it',
  ],
  'name-resolution': [
    'getaddrinfo ENOTFOUND acme-dev.scalekit.dev',
    'cannot resolve the scalekit host from inside our kubernetes cluster',
    'DNS for our auth custom domain is not working, CNAME auth.ourapp.com',
    'scalekit sdk: self signed certificate in certificate chain, we are behind zscaler',
    'corporate proxy intercepts tls and the scalekit client fails with unable to get local issuer certificate',
    'the scalekit environment url cannot be reached from our vpc, connection times out',
    'dial tcp: lookup foo.scalekit.cloud: no such host',
    'requests.exceptions.SSLError CERTIFICATE_VERIFY_FAILED calling https://x.scalekit.com/oauth/token',
  ],
  'mcp-sign-in': [
    'claude desktop cannot connect to my mcp server, auth with scalekit fails',
    'mcp inspector says unable to retrieve client by id',
    'cursor keeps asking to authenticate to our MCP server',
    'the MCP client registration at scalekit is refused',
    'Incompatible auth server: does not support dynamic client registration (mcp-remote)',
    'oauth-protected-resource metadata of my MCP server is not found by the client',
    'vscode copilot mcp login with scalekit loops',
  ],
};

/** So vague that what is named need only be among the findings. */
export const thirdVague: readonly (readonly [string, string])[] = [
  ['login broken pls help', 'redirect-uri-mismatch'],
  ['auth is down for everyone!!!', 'invalid-client'],
  ['nobody can sign in since the deploy', 'redirect-uri-mismatch'],
  ['SSO stopped working', 'connection-not-found'],
  ['the okta login for our customer fails', 'connection-not-found'],
  ['webhooks broken', 'not-received'],
  ['webhook problem', 'signature-verification'],
  ['scim does not work', 'users-not-provisioning'],
  ['directory sync issue', 'users-not-provisioning'],
  ['something is off with our sessions', 'expires-too-quickly'],
  ['cant login lol', 'redirect-uri-mismatch'],
  ['authentication error in production', 'invalid-client'],
  ['saml not working', 'saml-validation-failed'],
];
