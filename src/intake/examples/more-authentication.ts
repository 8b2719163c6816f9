/** More ways in which people wrote about the redirect URI, the client, tokens and connections: one example a line. */
import type { Examples } from './index.ts';

export const moreAuthenticationExamples: Examples = {
  'redirect-uri-mismatch': `
we switched from http to https and the login no longer finds its way back
the page after login should be /dashboard/auth but scalekit insists it is not registered
my dev server got another port, scalekit shows an error about the address
it tells me the address I want to go back to is unknown
after authentication nothing, only a page saying the uri is not in the configuration
deploy on netlify, every branch has its own address, sign in rejected
the address for returning must be the same as configured it says
where do I add another url that scalekit may return to
login broken after renaming the domain, says something about uri
new environment, same code, but now it rejects where users are sent back
the mobile deep link is not taken as return address
can I use a wildcard for the callbacks of our tenants
the return path has a capital letter, is that the reason it is declined
`,
  'invalid-client': `
the id and the password of our app for scalekit do not go together
we get unauthenticated right from the start of the service
the client we use was removed in the dashboard, how do we get tokens now
backend gets 401 when asking for its own token
copy and paste error in the secret? scalekit says it is bad
credentials of the sandbox do not work in live
the new secret is not accepted, the old one still was yesterday
our service account for scalekit was disabled
I mixed up two environments and the calls are refused
secret from the wrong workspace, everything unauthorized
the environment variable with the secret is empty in the container
every management api call fails with unauthenticated
invalid url thrown when creating the client, env variable is undefined
`,
  'token-expired': `
requests of our frontend are refused because the token is too old
we check the access token and it says it is over
the token is only good for a few minutes, then our api says no
token lifetime too small for our long uploads
the check of the id token complains about the audience
the issuer in the token is not what the library expects
server time is off and all tokens look expired
middleware refuses the jwt, claim check failed
the signature of the access token cannot be checked, no key with that kid
the token is from the other environment and our api refuses it
`,
  'connection-not-found': `
the employees of our customer see a message that their company has no login set up
how do I tell scalekit which customer is logging in
enterprise customer configured okta last week, still nobody can use it, it is a draft
company login says it does not know this organisation
we only send the client id and redirect, then an error that it cannot choose
their mail domain is not connected to the organisation
the tenant has been created but has no provider
sign in with the company account ends with not found
we disabled the connection for a test and now nobody gets in
organization from the test environment used in production
no provider for this email
the login hint does not lead to any connection
domain verification is pending and people can't use sso
`,
  'saml-validation-failed': `
the customer swapped the key of their identity provider and now everything is refused
the response of the provider is not trusted
wrong address for the assertion in their configuration
their identity provider and ours disagree about the entity
login returns an error that the response is for somebody else
the answer of adfs is refused because of its signature
time difference between their server and yours makes the login fail
the saml answer has no email
the metadata of the provider changed
our customer uses an old signing algorithm and is refused
assertion is encrypted and nobody can read it
the name identifier is something else than the email
the fingerprint no longer matches
`,
  'idp-initiated-login': `
people begin in their company portal and then see an error
from the list of apps at okta you cannot get into our product
a click on our logo at the provider ends in nothing
starting the login over there does not work, starting here does
the app opened from microsoft's list of apps is a blank page
our app in the onelogin launcher shows invalid request
how to react when a user comes from the provider without a request
sso from the provider's dashboard sends people in circles
how do we handle the parameter idp_initiated_login
launch from google workspace ends on an error
customers start in jumpcloud and get lost
`,
};
