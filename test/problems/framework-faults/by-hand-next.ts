/** OAuth without the SDK: Next.js, the query in a template, the exchange in a module of its own. */
import { type FaultInApp, one } from './fault.ts';

const login = 'app/api/auth/login/route.ts';
const callback = 'app/api/auth/callback/route.ts';
const logout = 'app/api/auth/logout/route.ts';

export const byHandNext: readonly FaultInApp[] = [
  one('state-missing/not-sent', login, '&state=${state}', ''),
  one('state-missing/predictable', login, 'crypto.randomUUID()', 'Date.now().toString(36)'),
  one('state-missing/predictable', login, '&state=${state}', '&state=xyz123', 'in the text of the URL'),
  one('state-missing/not-compared', callback, " || !state || state !== cookies().get('oauth_state')?.value", ''),
  one('callback-error-unread/error-ignored', callback, / {2}const failure[\s\S]*?\n {2}\}\n/, ''),
  one('logout-incomplete/local-only', logout, /return NextResponse.*/, "return NextResponse.redirect('http://localhost:3000/');"),
  one(
    'hard-coded-secret/in-source',
    'lib/oidc.ts',
    'process.env.SCALEKIT_CLIENT_SECRET!',
    "process.env.SCALEKIT_CLIENT_SECRET || '{{clientSecret}}'",
    'behind an operator',
  ),
  one(
    'token-in-url/sent-in-url',
    callback,
    "new URL('/dashboard', request.url)",
    'new URL(`/dashboard?access_token=${tokens.access_token}`, request.url)',
  ),
];
