/** The cookies that carry a login: the one that keeps the state until the callback, and those that keep the session. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { CookieWrite } from '../project/code/cookies.ts';
import { runsIn } from '../project/code/handlers.ts';
import type { CodeAnalysis, Handler } from '../project/code/types.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';

export interface SessionCookies {
  /** Set before the browser leaves for Scalekit, read when it comes back. */
  readonly transient: readonly CookieWrite[];
  /** Session ids and tokens. */
  readonly session: readonly CookieWrite[];
  /** Scalekit sends the browser back to this app: only then does another site lead to its pages. */
  readonly hasCallback: boolean;
}

const transientName = /state|nonce|verifier|pkce|csrf|oauth|login_?flow|return_?to/i;
/** `setCookie(c, 'login', state)`: what it is called does not matter where it holds the state. */
const transientValue = /^(?:state|nonce|code_?verifier|verifier|csrf\w*)$/i;
const sessionName = /sess|sid\b|auth|login|user|jwt|access|refresh|id_?token|token/i;

export const sessionCookies = probe({
  id: 'session-cookies',
  title: 'Cookies of the login',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<SessionCookies> => {
    if (!code.concernsScalekit) return skipped('The code does not concern Scalekit.');
    // Emptying a cookie is no way of keeping one.
    const kept = code.cookies.filter(
      ({ value, maxAge }) => value !== "''" && value !== '""' && !(maxAge?.kind === 'seconds' && maxAge.seconds <= 0),
    );
    const transient = kept.filter((cookie) => isTransient(cookie, code));
    const session = kept.filter(
      (cookie) => !transient.includes(cookie) && sessionName.test(`${cookie.name ?? ''} ${cookie.value}`),
    );
    const exchanges = code.calls.filter(({ method }) => method === 'authenticateWithCode');
    // A page of the app that posts the code is of the same site: its cookies travel with the request.
    const isPosted = exchanges.map(({ node, module }) => {
      const running = code.handlers.filter((handler) => runsIn(handler, node, module));
      return running.length > 0 && running.every(({ method }) => method === 'post');
    });
    const hasCallback =
      exchanges.length > 0
        ? isPosted.includes(false)
        : code.calls.some(({ method }) => method === 'getAuthorizationUrl') ||
          code.handlers.some(({ path }) => /callback/i.test(path));
    if (transient.length + session.length === 0) return skipped('The code sets no cookie of a login.');
    return ok(
      { transient, session, hasCallback },
      ...[...transient, ...session].map(({ name, at }) => ({ label: `Cookie ${name ?? ''}`, location: at.location })),
    );
  },
});

function isTransient({ name, value, node, module }: CookieWrite, { calls, handlers }: CodeAnalysis): boolean {
  if ((name !== undefined && transientName.test(name)) || transientValue.test(value)) return true;
  const around = handlers.filter((handler) => runsIn(handler, node, module));
  const calling = (handler: Handler, method: string): boolean =>
    calls.some((call) => call.method === method && runsIn(handler, call.node, call.module));
  // What is set where a login starts, and nobody is signed in yet, waits for the callback.
  return (
    around.length > 0 &&
    around.every((handler) => calling(handler, 'getAuthorizationUrl') && !calling(handler, 'authenticateWithCode'))
  );
}
