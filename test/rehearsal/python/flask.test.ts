/** A Flask app with the real SDK of Python. */
import { type Planted, rehearsed } from '../planted.ts';
import { pythonHere } from '../runtime.ts';
import { loginFaults } from './flask-login.ts';

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
  {
    shows: 'login-fails/callback-crashes',
    act: 'login',
    change: [['SESSIONS[sid] = result', 'SESSIONS[sid] = result.user']],
    at: 'result.user',
  },
  // The samples of the docs read the result by the names of other SDKs.
  {
    shows: 'login-fails/callback-crashes',
    act: 'login',
    change: [['SESSIONS[sid] = result', 'SESSIONS[sid] = {"access_token": result["accessToken"]}']],
    at: 'result["accessToken"]',
  },
  // What the README shows: the options left out.
  {
    shows: 'login-fails/callback-crashes',
    act: 'login',
    change: [[', CodeAuthenticationOptions())', ')']],
    at: 'authenticate_with_code',
  },
  {
    shows: 'state-missing/predictable',
    act: 'authorize',
    change: [['secrets.token_urlsafe(24)', '"fixed-for-all-logins"']],
    at: 'get_authorization_url',
  },
  {
    shows: 'session-unprotected/cookie-readable',
    act: 'cookies',
    change: [['SESSION_COOKIE_HTTPONLY=True', 'SESSION_COOKIE_HTTPONLY=False']],
    at: 'SESSION_COOKIE_HTTPONLY',
  },
  {
    shows: 'logout-incomplete/no-hint',
    act: 'logout',
    change: [['id_token_hint=hint, ', '']],
    severity: 'warning',
  },
  {
    shows: 'not-received/get-only',
    act: 'webhooks',
    change: [['@app.post("/webhooks/scalekit")', '@app.route("/webhooks/scalekit")']],
  },
  {
    shows: 'cannot-refresh/session-lost-after-refresh',
    act: 'refresh',
    change: [
      ['            try:\n                data.update(', '            try:\n                SESSIONS[session["sid"]] = ('],
      [
        '        return redirect("/login")\n    return jsonify',
        '        return redirect("/login")\n    if "user" not in data:\n        abort(403)\n    return jsonify',
      ],
    ],
  },
  {
    shows: 'idp-initiated-login/assertion-not-verified',
    act: 'idp-initiated',
    change: [
      [
        'claims = client.get_idp_initiated_login_claims(assertion)',
        'import jwt; claims = jwt.decode(assertion, options={"verify_signature": False})',
      ],
    ],
  },
  {
    shows: 'idp-initiated-login/url-answers-error',
    act: 'idp-initiated',
    change: [['claims["connection_id"]', 'claims.connection_id']],
    at: 'claims.connection_id',
  },
];

rehearsed(
  {
    name: 'Flask',
    source: 'rehearsal/flask',
    callback: '/callback',
    main: 'app.py',
    prepare: pythonHere,
  },
  [...planted, ...loginFaults],
);
