/** What a rehearsal shows of tokens, of selectors and of the back channel: causes of problems that there are. */
import type { Cause } from '../../diagnosis/cause.ts';
import type { ProbeTools } from '../../probes/tools.ts';
import { seenOnly } from './seen-only.ts';

const docs = 'https://docs.scalekit.com/authenticate/fsa/manage-session/';

export const tokenCauses: readonly Cause<ProbeTools>[] = [
  seenOnly({
    id: 'failure-ignored',
    title: 'The ID token is verified, and a failure changes nothing',
    docs,
    remedy: 'Refuse the login when the token does not verify',
    steps: ['Let what validateToken throws end the login: answer with a message, and set no session.'],
  }),
  seenOnly({
    id: 'expiry-ignored',
    title: 'A token is taken after its time is over',
    docs,
    remedy: 'Refuse a token that has expired',
    steps: ['Verify the token with validateToken, or with a library that looks at exp; do not switch that off.'],
  }),
  seenOnly({
    id: 'claims-ignored',
    title: 'A token that was made for somebody else is taken',
    docs,
    remedy: 'Look at issuer and audience of the token',
    steps: [
      'Hand issuer (the environment’s URL) and audience (your client id) to what verifies the token: options of validateToken, of jose’s jwtVerify, of your framework.',
    ],
  }),
  seenOnly({
    id: 'nonce-not-compared',
    title: 'A nonce is sent and compared with nothing',
    severity: 'warning',
    docs,
    remedy: 'Compare the nonce with the one in the ID token',
    steps: ['Keep the nonce with the state, compare it with the ID token’s nonce in the callback, or send none.'],
  }),
  seenOnly({
    id: 'userinfo-of-another',
    title: 'Userinfo of another subject is believed',
    severity: 'warning',
    docs,
    remedy: 'Compare sub of userinfo with sub of the ID token',
    steps: ['Throw userinfo away when its sub is not the ID token’s (OpenID Connect Core §5.3.2).'],
  }),
];

export const selectorCauses: readonly Cause<ProbeTools>[] = [
  seenOnly({
    id: 'several-selectors',
    title: 'The login says twice whose it is',
    severity: 'warning',
    remedy: 'Send one selector with each login',
    steps: ['Pass on connectionId alone where it is known, else organizationId, else domainHint.'],
  }),
  seenOnly({
    id: 'selector-of-another-kind',
    title: 'An id is sent as a selector of another kind',
    remedy: 'Send org_… as organizationId and conn_… as connectionId',
    steps: ['Look at the option that the id goes into: organizationId takes org_…, connectionId takes conn_….'],
  }),
];

const backChannelDocs = 'https://openid.net/specs/openid-connect-backchannel-1_0.html';

export const backChannelCauses: readonly Cause<ProbeTools>[] = [
  seenOnly({
    id: 'back-channel-unverified',
    title: 'A logout token is believed as it stands',
    docs: backChannelDocs,
    remedy: 'Verify the logout token before a session ends',
    steps: [
      'Verify signature, issuer, audience and the event of logout_token, as of an ID token, and answer 400 when one of them is wrong.',
    ],
  }),
  seenOnly({
    id: 'back-channel-refused',
    title: 'A good logout token is refused',
    docs: backChannelDocs,
    remedy: 'Take the form field logout_token, without a session and without CSRF protection',
    steps: [
      'Read logout_token from a form (application/x-www-form-urlencoded).',
      'Scalekit has no cookie and no CSRF token of the app’s: leave the address out of both.',
    ],
  }),
  seenOnly({
    id: 'back-channel-ignored',
    title: 'A session goes on after Scalekit has said that it is over',
    docs: backChannelDocs,
    remedy: 'End the session that sid or sub of the logout token names',
    steps: ['Keep the sid of the ID token with the session, and delete the sessions that have the one of the logout token.'],
  }),
];
