/** Next.js with server actions and a session of iron-session: the state is written into the session. */
import { type FaultInApp, one } from './fault.ts';

const actions = 'app/login/actions.ts';
const session = 'lib/session.ts';
const callback = 'app/auth/callback/route.ts';

export const nextActions: readonly FaultInApp[] = [
  one('state-missing/not-sent', actions, '    state: session.oauthState,\n', ''),
  one('state-missing/predictable', actions, 'crypto.randomUUID()', 'Math.random().toString(36).slice(2)'),
  one('state-missing/not-compared', callback, / {2}if \(!session.oauthState[\s\S]*?undefined;\n/, ''),
  one('expires-too-quickly/refresh-raced', session, / {4}inflight \?\?= [\s\S]*?await inflight;/, '    await renew();'),
  one('expires-too-quickly/cookie-same-site-strict', session, "sameSite: 'lax'", "sameSite: 'strict'"),
  one('logout-incomplete/local-only', 'app/actions/logout.ts', /redirect\(scalekit.*\)/, "redirect('/')"),
];
