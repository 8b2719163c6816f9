/** The login does not come to its end, or lets in what it should not: seen in a run, and named by no problem of the files. */
import { problem } from '../../diagnosis/define.ts';
import type { ProbeTools } from '../../probes/tools.ts';
import { seenOnly } from './seen-only.ts';

export const loginFails = problem<ProbeTools>({
  id: 'login-fails',
  category: 'authentication',
  title: 'The login does not come to its end',
  looksLike: 'The browser comes back from Scalekit, and the app answers with an error, or nobody is logged in.',
  symptoms: { codes: [], phrases: [] },
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  causes: [
    seenOnly({
      id: 'real-environment',
      title: 'The address of the environment is not taken from the settings',
      severity: 'warning',
      remedy: 'Hand the SDK the environment URL from its variable',
      steps: [
        'Put the variable that holds the environment URL (SCALEKIT_ENVIRONMENT_URL) where the address is written.',
        'With it development, tests and a rehearsal reach their own environment, and production its own.',
      ],
    }),
    seenOnly({
      id: 'callback-not-answered',
      title: 'The app does not answer at its redirect URI',
      remedy: 'Give the redirect URI a route, or send the URI of the route that there is',
      steps: [
        'Compare the path of the redirect URI with the route of the callback: spelling, prefix of the router, trailing slash, port.',
        'Register the address that the app answers under Dashboard → Authentication → Redirects.',
      ],
    }),
    seenOnly({
      id: 'start-crashes',
      title: 'The start of the login fails',
      remedy: 'Mend the error in the handler that starts the login',
      steps: ['Look at the app’s output for the error, and at the line that it names.'],
    }),
    seenOnly({
      id: 'callback-crashes',
      title: 'The callback fails on a login that is right',
      remedy: 'Mend the error in the callback',
      steps: [
        'Look at the app’s output for the error that the callback throws.',
        'Compare the fields that it reads of the result with those that the SDK returns: user, idToken, accessToken, refreshToken, expiresIn.',
      ],
    }),
    seenOnly({
      id: 'own-login-refused',
      title: 'The callback refuses a login that this browser started',
      remedy: 'Keep what the login stores until the callback reads it',
      steps: [
        'See where the login keeps its state or verifier: in a cookie, in a session, in memory.',
        'See that the cookie is set on plain http in development (Secure off), for the path /, with SameSite=Lax.',
        'See that the callback compares with the very value that was sent.',
      ],
    }),
    seenOnly({
      id: 'exchange-refused',
      title: 'The token endpoint refuses the code',
      remedy: 'Send the code as it came, once, with the redirect URI of the authorize request',
      steps: [
        'Hand on the parameter code of the callback unchanged.',
        'Send the same redirect URI, and the verifier of this login where a challenge was sent.',
      ],
    }),
    seenOnly({
      id: 'cookie-dropped',
      title: 'The browser drops a cookie of the login',
      remedy: 'Make the cookie one that browsers keep',
      steps: [
        'Keep name and value together under 4096 bytes: store tokens at the server, or in several cookies.',
        'A name that begins with __Host- wants Secure, Path=/ and no Domain.',
      ],
    }),
    seenOnly({
      id: 'cookie-left-behind-by-post',
      title: 'A cookie of the login does not come with a callback by POST',
      remedy: 'Let the callback come by GET, or make the cookie SameSite=None and Secure',
      steps: [
        'Leave out response_mode=form_post: the callback then comes by GET, with SameSite=Lax cookies.',
        'Where the callback has to be a POST, set the cookie that holds state and verifier with SameSite=None and Secure, or keep them at the server.',
      ],
    }),
    seenOnly({
      id: 'failure-uncaught',
      title: 'A failing login is caught by nobody',
      remedy: 'Catch what the code exchange throws, and answer with a message',
      steps: [
        'Put the exchange into try and catch, and answer with a page that offers to start again.',
        'With Express 4 a rejected promise of a handler is nobody’s: hand it to next, or go to Express 5.',
      ],
    }),
    seenOnly({
      id: 'first-key-only',
      title: 'Only the first of the published keys is taken',
      remedy: 'Look for the key by the token’s kid',
      steps: [
        'Take the key of /keys whose kid is the one in the token’s header; fetch the keys again when there is none.',
        'Use validateToken of the SDK, or createRemoteJWKSet of jose: both do it.',
      ],
    }),
    seenOnly({
      id: 'token-answer-refused',
      title: 'A token answer that is right is refused',
      remedy: 'Compare token_type without regard to case',
      steps: ['token_type is Bearer or bearer (RFC 6749 §5.1): compare it in lower case, or not at all.'],
    }),
    seenOnly({
      id: 'goes-round',
      title: 'The browser is sent round in circles',
      remedy: 'Answer a login that is refused with a page',
      steps: [
        'Where the callback refuses a login, show a message with a link to start again, instead of a redirect to the login.',
      ],
    }),
    seenOnly({
      id: 'session-not-found',
      title: 'The app does not find the session that it has just made',
      remedy: 'Keep the session where every request finds it',
      steps: [
        'Read the cookie under the name, and with the secret, that it was written with.',
        'A Map of a module is another one in each bundle and each process: keep sessions in a database or a cache, or for development alone on globalThis.',
      ],
    }),
    seenOnly({
      id: 'second-tab-fails',
      title: 'A login of a second tab ends in an error of the server',
      severity: 'warning',
      remedy: 'Refuse a login whose state is not there any more with a message',
      steps: [
        'Keep one state for each login that was started, or answer with a message and a link when the state is another one.',
      ],
    }),
    seenOnly({
      id: 'constant-nonce',
      title: 'Every login has the same nonce',
      severity: 'warning',
      remedy: 'Make a new nonce for each login, or leave it out',
      steps: ['Make the nonce with a random generator, keep it with the state, and compare it with the ID token’s.'],
    }),
    seenOnly({
      id: 'constant-challenge',
      title: 'Every login has the same code challenge',
      remedy: 'Make a new code verifier for each login',
      steps: ['Make the verifier with a random generator when the login starts, and keep it with the state.'],
    }),
    seenOnly({
      id: 'plain-challenge',
      title: 'The code challenge is not hashed',
      severity: 'warning',
      remedy: 'Send code_challenge_method=S256',
      steps: ['Send the SHA-256 of the verifier in base64url as code_challenge, with code_challenge_method=S256.'],
    }),
  ],
});

export const sessionUnprotected = problem<ProbeTools>({
  id: 'session-unprotected',
  category: 'session',
  title: 'The session is not protected',
  looksLike: 'Nothing fails; somebody else can take the session over.',
  symptoms: { codes: [], phrases: [] },
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  causes: [
    seenOnly({
      id: 'cookie-readable',
      title: 'Scripts can read the session’s cookie',
      remedy: 'Set HttpOnly on the cookie',
      steps: ['Set the cookie with HttpOnly, so that no script on the page can read it.'],
    }),
    seenOnly({
      id: 'id-kept-at-login',
      title: 'The session’s id from before the login stays',
      severity: 'warning',
      remedy: 'Make a new session id at the login',
      steps: ['Call what makes a new id (req.session.regenerate, session.cycle_key …) before the user is stored.'],
    }),
    seenOnly({
      id: 'cookie-not-signed',
      title: 'A cookie that says who is logged in is believed as it stands',
      remedy: 'Sign the cookie, or keep the session at the server',
      steps: ['Keep the user at the server under a random id, or sign or encrypt the cookie and refuse what does not fit.'],
    }),
    seenOnly({
      id: 'leads-elsewhere',
      title: 'After the login the app leads to any address that is asked for',
      remedy: 'Follow a return address only within the app',
      steps: [
        'Resolve the return address against the app’s own origin and refuse another one.',
        'Refuse what begins with // or /\\ as well: browsers take both for another host.',
      ],
    }),
    seenOnly({
      id: 'host-followed',
      title: 'The app takes its own address from a header that anybody can send',
      severity: 'info',
      remedy: 'Build addresses from a setting, or trust the header from your own proxy only',
      steps: ['Give the redirect URI as a setting; let the framework take X-Forwarded-Host only from the proxies that you name.'],
    }),
  ],
});
