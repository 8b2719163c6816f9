/** Express in layers: the client behind a getter, a service class, a controller, a router, a middleware. */
import { type FaultInApp, one } from './fault.ts';

const service = 'src/services/auth.service.ts';
const controller = 'src/controllers/auth.controller.ts';
const hook = 'src/controllers/webhook.controller.ts';

export const expressLayers: readonly FaultInApp[] = [
  one('state-missing/not-sent', service, '      state,\n', ''),
  one('state-missing/predictable', controller, "randomBytes(16).toString('hex')", "'login-' + Date.now()"),
  one('callback-error-unread/error-ignored', controller, [
    [/ {4}if \(error\)[\s\S]*?\n {4}\}\n\n/, ''],
    [', error, error_description: description }', ' }'],
  ]),
  one('token-expired/no-offline-access', service, ", 'offline_access'", ''),
  one('token-expired/rotated-token-dropped', 'src/middleware/authenticate.ts', / {4}res\.cookie\('refreshToken', tokens.*\n/, ''),
  one(
    'expires-too-quickly/refresh-raced',
    service,
    / {2}private readonly refreshing[\s\S]*? {4}return next;\n {2}\}\n/,
    '  refresh(token: string) {\n    return getScalekit().refreshAccessToken(token);\n  }\n',
  ),
  one('logout-incomplete/local-only', controller, 'res.redirect(authService.logoutUrl(idToken))', "res.redirect('/')"),
  one(
    'unknown-sdk-call/wrong-arguments',
    service,
    'Code(code, REDIRECT_URI)',
    'Code(REDIRECT_URI, code)',
    'an address for the code',
  ),
  one('signature-verification/not-verified', hook, / {2}try \{[\s\S]*?\n {2}\}\n/, ''),
  one('signature-verification/unknown-function', hook, '.verifyWebhookPayload(', '.webhooks.verifySignature('),
];
