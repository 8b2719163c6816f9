/** The registry with what only a rehearsal shows: causes of problems that there are, and problems of its own. */
import type { Cause, Registry } from '../../diagnosis/cause.ts';
import type { ProbeTools } from '../../probes/tools.ts';
import { problems } from '../index.ts';
import { loginFails, sessionUnprotected } from './login-fails.ts';
import { seenOnly } from './seen-only.ts';
import { backChannelCauses, selectorCauses, tokenCauses } from './tokens.ts';

const docs = 'https://docs.scalekit.com/authenticate/fsa/manage-session/';

const moreCauses: Readonly<Record<string, readonly Cause<ProbeTools>[]>> = {
  'state-missing': [
    seenOnly({
      id: 'not-bound',
      title: 'The state is not bound to the browser',
      remedy: 'Keep the state in the browser that starts the login',
      steps: [
        'Put the state into an HttpOnly cookie or the browser’s own session when the login starts.',
        'Compare it in the callback with that very value, and remove it: a list of all states that were ever sent does not tell whose it is.',
      ],
    }),
  ],
  'id-token-not-verified': tokenCauses,
  'connection-not-found': selectorCauses,
  'callback-error-unread': [
    seenOnly({
      id: 'description-unescaped',
      title: 'The error’s description is written into the page as HTML',
      severity: 'warning',
      remedy: 'Escape what the callback’s parameters say',
      steps: ['Escape error and error_description before they go into a page, or show words of your own.'],
    }),
  ],
  'cannot-refresh': [
    seenOnly({
      id: 'refusal-unhandled',
      title: 'A refused refresh is not taken for the end of the session',
      docs,
      severity: 'warning',
      remedy: 'Send people to the login when the refresh is refused',
      steps: ['Catch what refreshAccessToken throws, end the app’s session, and lead to the login.'],
    }),
    seenOnly({
      id: 'session-lost-after-refresh',
      title: 'The session is lost although the refresh succeeds',
      docs,
      remedy: 'Use the tokens that the refresh returns',
      steps: [
        'Store accessToken and refreshToken of the result where the next check reads them.',
        'Let the request that was waiting go on with the new token.',
      ],
    }),
  ],
  'logout-incomplete': [
    ...backChannelCauses,
    seenOnly({
      id: 'session-left',
      title: 'After signing out the browser is still logged in',
      docs,
      remedy: 'End the app’s own session when somebody signs out',
      steps: [
        'Clear the cookie with the same name, path, domain and flags with which it was set.',
        'Destroy the session at the server as well.',
      ],
    }),
    seenOnly({
      id: 'old-cookie-works',
      title: 'The old cookie opens the session after signing out',
      docs,
      remedy: 'Destroy the session at the server when somebody signs out',
      steps: ['Delete the session from its store, beside clearing the cookie.'],
    }),
    seenOnly({
      id: 'no-hint',
      title: 'Scalekit’s logout is not told whose session to end',
      severity: 'warning',
      docs,
      remedy: 'Send the ID token as id_token_hint',
      steps: ['Keep the ID token of the login with the session and hand it to getLogoutUrl as idTokenHint.'],
    }),
  ],
  'signature-verification': [
    seenOnly({
      id: 'good-delivery-refused',
      title: 'A delivery that is signed right is refused',
      remedy: 'Verify the raw body with the three webhook headers and the endpoint’s own secret',
      steps: [
        'Hand verifyWebhookPayload the secret, the headers as they came, and the body’s text before any parser.',
        'The headers are webhook-id, webhook-timestamp and webhook-signature.',
      ],
    }),
    seenOnly({
      id: 'rotation-refused',
      title: 'A delivery with two signatures is refused',
      severity: 'warning',
      remedy: 'Take a delivery when one of its signatures fits',
      steps: ['Split webhook-signature at spaces and compare each part that begins with v1, or use verifyWebhookPayload.'],
    }),
    seenOnly({
      id: 'old-accepted',
      title: 'A delivery of ten minutes ago is taken',
      remedy: 'Refuse deliveries whose time is more than five minutes away',
      steps: ['Use verifyWebhookPayload, which looks at webhook-timestamp; with a check of your own, compare it with the clock.'],
    }),
    seenOnly({
      id: 'future-accepted',
      title: 'A delivery whose time is ten minutes ahead is taken',
      severity: 'warning',
      remedy: 'Refuse deliveries whose time is more than five minutes away, in either direction',
      steps: ['Compare the distance between webhook-timestamp and the clock without its sign, or use verifyWebhookPayload.'],
    }),
  ],
  'users-not-provisioning': [
    seenOnly({
      id: 'deleted-stays-in',
      title: 'A user whom the directory deleted stays logged in',
      severity: 'warning',
      remedy: 'End the sessions of a user when organization.directory.user_deleted arrives',
      steps: [
        'Keep, with each session, whose it is, and delete those of the user whom the event names.',
        'Where the session is a signed cookie, look the user up at each request, or call revokeAllUserSessions at Scalekit.',
      ],
    }),
  ],
};

export const rehearsalProblems: Registry<ProbeTools> = [
  ...problems.map((problem) => ({ ...problem, causes: [...problem.causes, ...(moreCauses[problem.id] ?? [])] })),
  loginFails,
  sessionUnprotected,
];

/** Of the causes that nothing but a rehearsal shows. */
export const seenOnlyIds: readonly string[] = [
  ...Object.entries(moreCauses).flatMap(([problem, causes]) => causes.map(({ id }) => `${problem}/${id}`)),
  ...[loginFails, sessionUnprotected].flatMap(({ id, causes }) => causes.map((one) => `${id}/${one.id}`)),
];
