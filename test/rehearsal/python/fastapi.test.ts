/** A FastAPI app in layers with the real SDK of Python, which runs beside the event loop. */
import { type Planted, rehearsed } from '../planted.ts';
import { pythonHere } from '../runtime.ts';

const auth = 'app/routers/auth.py';
const dependencies = 'app/dependencies.py';
const sessions = 'app/services/sessions.py';
const webhooks = 'app/routers/webhooks.py';

const planted: readonly Planted[] = [
  {
    shows: 'state-missing/not-compared',
    act: 'state',
    change: [[auth, 'if not expected or state != expected:', 'if not expected:']],
    at: 'exchange(code)',
  },
  {
    shows: 'redirect-uri-mismatch/calls-disagree',
    act: 'login',
    change: [
      ['code, settings.redirect_uri,', 'code, settings.redirect_uri.replace("localhost", "127.0.0.1"),'],
      [
        auth,
        '        raise HTTPException(status_code=502, detail="Sign-in failed")',
        '        return RedirectResponse("/?failed=1")',
      ],
    ],
    at: 'authenticate_with_code',
  },
  {
    shows: 'expires-too-quickly/cookie-same-site-strict',
    act: 'login',
    change: [['app/main.py', 'same_site="lax"', 'same_site="strict"']],
    at: 'same_site="strict"',
  },
  // What the docs show, which is another SDK’s result.
  {
    shows: 'login-fails/callback-crashes',
    act: 'login',
    change: [[sessions, 'result["user"]', 'result.user']],
    at: 'result.user',
  },
  {
    shows: 'login-fails/callback-crashes',
    act: 'login',
    change: [[sessions, 'result["access_token"]', 'result["accessToken"]']],
    at: 'result["accessToken"]',
  },
  {
    shows: 'login-fails/callback-crashes',
    act: 'login',
    change: [
      [', CodeAuthenticationOptions())', ')'],
      [
        auth,
        '    try:\n        result = await identity.exchange(code)\n    except Exception:\n        raise HTTPException(status_code=502, detail="Sign-in failed")',
        '    result = await identity.exchange(code)',
      ],
    ],
    at: 'authenticate_with_code',
  },
  {
    shows: 'token-expired/rotated-token-dropped',
    act: 'refresh',
    change: [[sessions, ', refresh_token=tokens["refresh_token"])', ')']],
    at: 'refresh_access_token',
  },
  {
    shows: 'token-expired/no-offline-access',
    act: 'refresh',
    change: [[', "offline_access"', '']],
    at: 'refresh_access_token',
  },
  // Nothing but an exception of the SDK is caught, and an expired token throws PyJWT’s.
  {
    shows: 'token-expired/refresh-never-called',
    act: 'refresh',
    change: [
      [
        '    return await run_in_threadpool(client.validate_access_token, access_token)',
        '    from scalekit.common.exceptions import ScalekitException\n\n    try:\n        await run_in_threadpool(client.validate_token, access_token)\n    except ScalekitException:\n        return False\n    return True',
      ],
    ],
    at: 'client.validate_token',
  },
  {
    shows: 'expires-too-quickly/refresh-raced',
    act: 'together',
    change: [[dependencies, 'async with store.lock(sid):', 'if True:']],
    severity: 'warning',
    at: 'refresh_access_token',
  },
  {
    shows: 'cannot-refresh/refusal-unhandled',
    act: 'refused-refresh',
    change: [[dependencies, 'except Exception:', 'except KeyError:']],
    severity: 'warning',
    at: 'refresh_access_token',
  },
  {
    shows: 'signature-verification/parsed-body',
    act: 'webhooks',
    change: [[webhooks, 'body = await request.body()', 'import json; body = json.dumps(await request.json())']],
    at: 'verify_webhook_payload',
  },
  {
    shows: 'signature-verification/throw-unhandled',
    act: 'webhooks',
    change: [
      [
        webhooks,
        '    try:\n        identity.verify_webhook(request.headers, body)\n    except Exception:\n        raise HTTPException(status_code=400, detail="The signature does not fit")',
        '    identity.verify_webhook(request.headers, body)',
      ],
    ],
    severity: 'warning',
    at: 'verify_webhook_payload',
  },
  {
    shows: 'signature-verification/not-verified',
    act: 'webhooks',
    change: [[webhooks, 'identity.verify_webhook(request.headers, body)', 'request.headers["webhook-signature"]']],
    at: '@router.post("/scalekit")',
  },
  {
    shows: 'logout-incomplete/old-cookie-works',
    act: 'logout',
    change: [[auth, 'entry = store.close(request.session.get("sid"))', 'entry = store.get(request.session.get("sid"))']],
    at: 'logout_url',
  },
  {
    shows: 'session-unprotected/leads-elsewhere',
    act: 'return-address',
    change: [
      [
        auth,
        'idp_initiated_login: str | None = None):',
        'idp_initiated_login: str | None = None, next: str = "/account"):\n    request.session["next"] = next',
      ],
      [
        auth,
        '    request.session.clear()\n    request.session["sid"] = store.open(result)\n    return RedirectResponse("/account"',
        '    target = request.session.get("next")\n    request.session.clear()\n    request.session["sid"] = store.open(result)\n    return RedirectResponse(target',
      ],
    ],
    at: 'RedirectResponse(target',
  },
  {
    shows: 'callback-error-unread/error-ignored',
    act: 'denied',
    change: [
      [auth, 'if error or not code:', 'if False:'],
      [auth, 'code: str | None = None, state', 'code: str = "", state'],
    ],
    at: 'authenticate_with_code',
  },
  {
    shows: 'idp-initiated-login/assertion-ignored',
    act: 'idp-initiated',
    change: [[auth, 'connection_id = claims["connection_id"]', 'connection_id = claims.get("connectionId")']],
  },
];

rehearsed(
  {
    name: 'FastAPI',
    source: 'rehearsal/fastapi',
    callback: '/auth/callback',
    main: 'app/services/identity.py',
    prepare: pythonHere,
  },
  planted,
);
