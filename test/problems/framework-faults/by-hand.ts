/** OAuth without the SDK: Fastify with a module for the requests, parameters set one by one. */
import { type FaultInApp, one } from './fault.ts';

const requests = 'lib/oauth.js';
const routes = 'routes/auth.js';

export const byHand: readonly FaultInApp[] = [
  one('state-missing/not-sent', requests, "  q.set('state', state);\n", ''),
  one('state-missing/predictable', routes, 'const state = randomUUID()', "const state = 'fastify-login'"),
  one('state-missing/not-compared', routes, [
    [/ {4}if \(!state .*\n/, ''],
    ['{ code, state, error', '{ code, error'],
  ]),
  one('callback-error-unread/error-ignored', routes, [
    [/ {4}if \(error\).*\n/, ''],
    [', error, error_description: description }', ' }'],
  ]),
  one('token-expired/no-offline-access', requests, ", 'offline_access'", ''),
  one(
    'token-expired/rotated-token-dropped',
    routes,
    '{ ...session, ...next }',
    '{ ...session, access_token: next.access_token }',
  ),
  one(
    'expires-too-quickly/refresh-raced',
    requests,
    /const running[\s\S]*$/,
    "export function refresh(sessionId, refreshToken) {\n  return token({ grant_type: 'refresh_token', refresh_token: refreshToken });\n}\n",
  ),
  one('logout-incomplete/local-only', routes, /reply\.redirect\(`[^)]*\)/, "reply.redirect('/')"),
  one('hard-coded-secret/in-source', requests, 'client_secret: env.SCALEKIT_CLIENT_SECRET', "client_secret: '{{clientSecret}}'"),
];
