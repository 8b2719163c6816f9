/** How people wrote about faults of code, the network and MCP: one example a line. */
import type { Examples } from './index.ts';

export const codeExamples: Examples = {
  'unknown-sdk-call': `
scalekit.connections.list is not a function
the scalekit sdk has no method called verifySignature
AttributeError: 'ScalekitClient' object has no attribute 'webhooks'
TypeError: scalekit.connections.list is not a function at Object.<anonymous> (/app/index.js:3:10)
TypeError: Cannot read properties of undefined (reading 'verifySignature') at handler (/app/scalekit-webhook.ts:3:9)
TypeError: scalekit.organizations.list is not a function
TS2339: Property 'connections' does not exist on type 'ScalekitClient'
scalekit.webhooks is undefined, the docs show it though
the method from the guide is not in the node sdk
scalekit.directories.list does not exist in my version
`,
  'state-missing': `
the state parameter does not match on the callback
csrf state mismatch after login
we never check the state value in the login callback
our callback complains that state is missing
a pentester says our oauth callback is vulnerable to login csrf because we do not check state
state parameter is never verified on callback, is that bad with scalekit?
state mismatch when the user returns from login
we send no state in the authorize request
`,
  'mcp-sign-in': `
claude desktop cannot log in to our mcp server
mcp client gets 401 from our mcp server
Cursor MCP login fails
the mcp inspector cannot authenticate against our server
Claude Desktop says authorization with the MCP server failed
mcp oauth login loop
claude desktop cannot connect to my mcp server, auth with scalekit fails
mcp inspector says unable to retrieve client by id
cursor keeps asking to authenticate to our MCP server
the MCP client registration at scalekit is refused
Incompatible auth server: does not support dynamic client registration (mcp-remote)
oauth-protected-resource metadata of my MCP server is not found by the client
vscode copilot mcp login with scalekit loops
Der MCP-Client kann sich nicht anmelden
el cliente MCP no puede autenticarse con scalekit
MCPサーバーの認証ができない
mcp server me login nahi ho raha claude se
`,
  'name-resolution': `
the scalekit host name cannot be resolved
dns lookup for our scalekit environment fails
getaddrinfo ENOTFOUND acme-dev.scalekit.dev
cannot resolve the scalekit host from inside our kubernetes cluster
DNS for our auth custom domain is not working, CNAME auth.ourapp.com
scalekit sdk: self signed certificate in certificate chain, we are behind zscaler
corporate proxy intercepts tls and the scalekit client fails with unable to get local issuer certificate
the scalekit environment url cannot be reached from our vpc, connection times out
dial tcp: lookup foo.scalekit.cloud: no such host
requests.exceptions.SSLError CERTIFICATE_VERIFY_FAILED calling https://x.scalekit.com/oauth/token
Hostname von Scalekit kann nicht aufgelöst werden
no se puede resolver el host de scalekit (DNS)
Scalekitのホスト名が名前解決できない
scalekit ka domain resolve nahi ho raha
`,
  'token-in-local-storage': `
we store the access token in localStorage
we keep the access token in localStorage, audit says XSS could steal it
storing scalekit tokens in local storage vs cookie
refresh token saved in sessionStorage, is that safe?
`,
  'hard-coded-secret': `
the client secret is hard coded in our repo
our SCALEKIT_CLIENT_SECRET is committed in the git repo
I have put the client secret right into the source file, security scanner complains
accidentally pushed the scalekit secret to github, what should I do
`,
  'client-side-secret': `
our client secret is visible in the browser bundle
is it ok to use NEXT_PUBLIC_SCALEKIT_CLIENT_SECRET
the client secret is visible in the browser bundle
I call the scalekit sdk from my react component and the secret ends up in the frontend
`,
  'id-token-not-verified': `
we only decode the id token without verifying it
we just jwt_decode the id token without checking the signature
is jwt.decode enough or do I need to verify the scalekit token?
the id token is only base64 decoded, anyone could forge it
`,
  'token-in-url': `
after login we redirect to /dashboard?access_token=... and now tokens are in our nginx logs
the id token is passed to the frontend in the query string
jwt leaks via the referer because it sits in the url
`,
  'callback-error-unread': `
user cancelled the login and our callback page crashes with code undefined
access_denied comes back to the callback and our app shows a white page
callback gets error=server_error from scalekit, we just show an endless spinner
our callback ignores the error parameter
when the person declines consent at the idp our /callback throws because code is missing
`,
  'client-per-request': `
we create new ScalekitClient in every request handler and it is slow
too many requests from scalekit, 429, we instantiate the sdk per request
a new Scalekit object is built for each api call, is that a problem?
`,
};
