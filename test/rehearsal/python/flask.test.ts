/** A Flask app with the real SDK of Python. */
import { type Planted, rehearsed } from '../planted.ts';
import { pythonHere } from '../runtime.ts';

const planted: readonly Planted[] = [
  {
    shows: 'state-missing/not-compared',
    act: 'state',
    change: [['if not expected or request.args.get("state") != expected:', 'if False:']],
    at: 'authenticate_with_code',
  },
  {
    shows: 'redirect-uri-mismatch/calls-disagree',
    act: 'login',
    change: [['request.args["code"], REDIRECT_URI,', 'request.args["code"], REDIRECT_URI + "/",']],
    at: 'authenticate_with_code',
  },
  { shows: 'expires-too-quickly/cookie-same-site-strict', act: 'login', change: [['SAMESITE="Lax"', 'SAMESITE="Strict"']] },
  {
    shows: 'token-expired/rotated-token-dropped',
    act: 'refresh',
    change: [
      [
        'data.update(client.refresh_access_token(data["refresh_token"]))',
        'data["access_token"] = client.refresh_access_token(data["refresh_token"])["access_token"]',
      ],
    ],
    at: 'refresh_access_token',
  },
  { shows: 'token-expired/no-offline-access', act: 'refresh', change: [[', "offline_access"', '']], at: 'refresh_access_token' },
  {
    shows: 'cannot-refresh/wrong-token',
    act: 'refresh',
    change: [['refresh_access_token(data["refresh_token"])', 'refresh_access_token(data["id_token"])']],
    at: 'refresh_access_token',
  },
  {
    shows: 'signature-verification/parsed-body',
    act: 'webhooks',
    change: [['request.get_data()', '__import__("json").dumps(request.get_json())']],
    at: 'verify_webhook_payload',
  },
  {
    shows: 'signature-verification/good-delivery-refused',
    act: 'webhooks',
    change: [['{k.lower(): v for k, v in request.headers.items()}', 'dict(request.headers)']],
    at: 'verify_webhook_payload',
  },
  {
    shows: 'signature-verification/failure-ignored',
    act: 'webhooks',
    change: [['        return "", 400\n    return "", 204', '        pass\n    return "", 204']],
    at: 'verify_webhook_payload',
  },
  {
    shows: 'logout-incomplete/old-cookie-works',
    act: 'logout',
    change: [
      [
        'data = SESSIONS.pop(session.get("sid"), None)\n    session.clear()',
        'data = SESSIONS.get(session.get("sid"))\n    session.clear()',
      ],
    ],
  },
  {
    shows: 'callback-error-unread/error-ignored',
    act: 'denied',
    change: [
      ['    if request.args.get("error"):\n        return "Sign-in failed", 400\n', ''],
      ['request.args["code"]', 'request.args.get("code")'],
    ],
    at: 'authenticate_with_code',
  },
  { shows: 'login-fails/callback-crashes', act: 'login', change: [['SESSIONS[sid] = result', 'SESSIONS[sid] = result.user']] },
];

rehearsed(
  {
    name: 'Flask',
    source: 'rehearsal/flask',
    callback: '/callback',
    main: 'app.py',
    prepare: pythonHere,
    notJudged: ['idp-initiated'],
  },
  planted,
);
