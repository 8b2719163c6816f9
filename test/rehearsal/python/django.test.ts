/** A Django app with the real SDK of Python. */
import { type Planted, rehearsed } from '../planted.ts';
import { pythonHere } from '../runtime.ts';

const settings = 'portal/settings.py';
const client = 'portal/accounts/scalekit.py';
const middleware = 'portal/accounts/middleware.py';
const hooks = 'portal/hooks/views.py';

const planted: readonly Planted[] = [
  {
    shows: 'state-missing/not-sent',
    act: 'authorize',
    change: [
      [client, '    options.state = state\n', ''],
      ['if not expected or request.GET.get("state") != expected:', 'if not expected:'],
    ],
    at: 'get_authorization_url',
  },
  {
    shows: 'state-missing/not-compared',
    act: 'state',
    change: [['if not expected or request.GET.get("state") != expected:', 'if not request.GET:']],
    at: 'authenticate_with_code',
  },
  {
    shows: 'redirect-uri-mismatch/calls-disagree',
    act: 'login',
    change: [
      [
        client,
        'authenticate_with_code(code, conf["redirect_uri"],',
        'authenticate_with_code(code, conf["redirect_uri"].rstrip("/"),',
      ],
    ],
    at: 'authenticate_with_code',
  },
  {
    shows: 'expires-too-quickly/cookie-same-site-strict',
    act: 'login',
    change: [[settings, 'SAMESITE = "Lax"', 'SAMESITE = "Strict"']],
    at: 'SESSION_COOKIE_SAMESITE',
  },
  {
    shows: 'expires-too-quickly/cookie-path',
    act: 'login',
    change: [[settings, 'SESSION_COOKIE_HTTPONLY = True', 'SESSION_COOKIE_PATH = "/accounts/login"']],
    at: 'SESSION_COOKIE_PATH',
  },
  {
    shows: 'session-unprotected/cookie-readable',
    act: 'cookies',
    change: [[settings, 'HTTPONLY = True', 'HTTPONLY = False']],
    at: 'SESSION_COOKIE_HTTPONLY',
  },
  {
    shows: 'login-fails/callback-crashes',
    act: 'login',
    change: [['result["user"]["email"]', 'result.user.email']],
    at: 'result.user.email',
  },
  {
    shows: 'session-unprotected/id-kept-at-login',
    act: 'fixation',
    change: [['    request.session.cycle_key()\n', '']],
    severity: 'warning',
  },
  {
    shows: 'token-expired/rotated-token-dropped',
    act: 'refresh',
    change: [[middleware, '{**tokens, **fresh}', '{**tokens, "access_token": fresh["access_token"]}']],
    at: 'refresh_access_token',
  },
  {
    shows: 'cannot-refresh/wrong-token',
    act: 'refresh',
    change: [[middleware, 'tokens["refresh_token"])', 'tokens["access_token"])']],
    at: 'refresh_access_token',
  },
  {
    shows: 'cannot-refresh/session-lost-after-refresh',
    act: 'refresh',
    change: [[middleware, '{**tokens, **fresh}', '{"access_token": fresh["access_token"]}']],
  },
  {
    shows: 'not-received/guarded',
    act: 'webhooks',
    change: [[hooks, '@csrf_exempt\n', '']],
    at: '@require_POST',
  },
  {
    shows: 'signature-verification/good-delivery-refused',
    act: 'webhooks',
    change: [[hooks, '{name.lower(): value for name, value in request.headers.items()}', 'request.META']],
    at: 'verify_webhook_payload',
  },
  {
    shows: 'signature-verification/parsed-body',
    act: 'webhooks',
    change: [[hooks, 'request.body)', '__import__("json").dumps(__import__("json").loads(request.body)))']],
    at: 'verify_webhook_payload',
  },
  {
    shows: 'signature-verification/failure-ignored',
    act: 'webhooks',
    change: [[hooks, 'return HttpResponse(status=400)', 'pass']],
    at: 'verify_webhook_payload',
  },
  {
    shows: 'logout-incomplete/session-left',
    act: 'logout',
    change: [['    request.session.flush()\n    return redirect(scalekit', '    return redirect(scalekit']],
    at: 'logout_url',
  },
  {
    shows: 'callback-error-unread/description-unescaped',
    act: 'denied',
    change: [
      [
        'return HttpResponseBadRequest("Sign-in failed")',
        'return HttpResponseBadRequest("Sign-in failed: " + request.GET.get("error_description", ""))',
      ],
    ],
    severity: 'warning',
    at: 'error_description',
  },
  {
    shows: 'idp-initiated-login/assertion-not-verified',
    act: 'idp-initiated',
    change: [
      [
        client,
        '        options.organization_id = claims["organization_id"]',
        '        options.connection_id = claims["connection_id"]',
      ],
      [
        'scalekit.client.get_idp_initiated_login_claims(request.GET["idp_initiated_login"])',
        '__import__("jwt").decode(request.GET["idp_initiated_login"], options={"verify_signature": False})',
      ],
    ],
    at: 'redirect(scalekit.authorization_url',
  },
];

rehearsed(
  {
    name: 'Django',
    source: 'rehearsal/django',
    callback: '/accounts/callback/',
    main: 'portal/accounts/views.py',
    prepare: pythonHere,
  },
  planted,
);
