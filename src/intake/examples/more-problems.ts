/** More ways in which people wrote about sessions, directories, webhooks and faults of code: one example a line. */
import type { Examples } from './index.ts';

export const moreProblemsExamples: Examples = {
  'expires-too-quickly': `
colleagues must type their credentials again and again
it asks who I am after each coffee
users are out after a while
the sign in does not hold
they have to authenticate every morning and at noon
the app forgets who I am
login gone after closing the browser
next page and I am a stranger again
cookie does not stick after login
can people stay logged in for a month
we want to have longer sessions
when nothing is clicked for ten minutes the login is gone
the session of our customers is too short, they complain
the login page comes up in the middle of work
reload and I am logged out
the browser drops the session cookie after the callback
`,
  'cannot-refresh': `
we store the renewal token but it works only one time
getting a new token fails from the second try
the response of the login has nothing for renewing
two servers renew at once and one of them loses
code of the callback used twice
exchange of the code is refused
the renewal is answered with bad request
the token for renewing was revoked
we cannot prolong the session in the background
trading the code for tokens fails
silent login in the background does not get a new token
verifier not sent at the token exchange
`,
  'logout-incomplete': `
after leaving the app the next login goes through without a password
sign out and you are still in at the provider
the button for signing out does only half of it
after sign out another user cannot log in, it takes the old one
the session at scalekit survives the logout
the page after the logout is refused
back button after logout and I am still in
`,
  'users-not-provisioning': `
we gave people access in okta and they are not in our user list
the list of directory users is empty
their IT connected scim and we see nobody
somebody who was fired can still use the app
a new starter has no account
test of the credentials fails in the entra provisioning page
the token for scim is refused
changes of names in the directory do not come over
accounts are not removed when people leave
sync log says success and still no users
users of the second domain are not taken
people from the directory are missing
`,
  'group-sync': `
departments do not come across
everybody has the default role, whatever group they are in
moving somebody to another team has no consequences
the group is there but it has no people
we push the group and see an error
roles are not given by group
memberships are stale
the teams of our customer are not in our app
removed from the admin group and still admin
only some of the groups arrive
`,
  'not-received': `
nothing is posted to our url
we are never told about new users
our hook address is not called
deliveries fail in the dashboard
the calls stop at our firewall
the endpoint answers with an error and the events are lost
no call although a user was created
which addresses do the calls come from
the tunnel is closed and no events come
our route wants a login so the calls are refused
the receiver is too slow, deliveries time out
events came until last week
`,
  'signature-verification': `
the check of the event says it is not genuine
calculated value and header value differ
the body is parsed before we check it
we cannot confirm that the call is from scalekit
verification says the time is too old
our computed hash is another one
the secret for the hook was rotated and checks fail
the check only works locally, behind the proxy it fails
headers for the check are missing in the request
verify function throws for each event
`,
  'state-missing': `
we do not compare the value we sent with the one that returns
the random value for the login is always the same
login can be forged because nothing ties it to the browser
the value that comes back is another than we sent
`,
  'callback-error-unread': `
a user who says no at the provider sees a stack trace
our route after the login only looks for the code and breaks without it
the error in the address is never looked at
when the login is aborted our page hangs
not assigned to the app and then our route crashes
`,
  'hard-coded-secret': `
our secret is in the repository
somebody pasted the credentials into the code
secret in a public repo, must I rotate it
`,
  'client-side-secret': `
everybody can see our secret in the page
the secret is part of the frontend build
sdk used in the browser with the secret
`,
  'token-in-local-storage': `
scripts of the page can read our tokens
we keep the tokens in the browser's storage
`,
  'token-in-url': `
the token is in the link
tokens end up in the log because of the address
we hand the token to the frontend in the address
`,
  'client-per-request': `
the client is made anew for each call
every request builds the sdk again and it is slow
too many calls for keys and tokens because we make the client each time
`,
  'id-token-not-verified': `
we take the claims without checking who signed them
the token is decoded only
anybody could make such a token, we do not verify
`,
  'unknown-sdk-call': `
the function from the guide does not exist in the package
no such method on the scalekit client
the sdk has no such property
docs show a call that my version of the sdk lacks
`,
  'name-resolution': `
our server does not find the scalekit host
certificate of the company proxy is not trusted
the custom domain for login has no dns entry
no route to scalekit from our network
`,
  'mcp-sign-in': `
the assistant cannot log in to our mcp server
the mcp client is not known
authorisation of the mcp server fails
claude asks to connect again and again
registration of the client at the mcp server is refused
`,
};
