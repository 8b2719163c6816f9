/** Faults of the login in the Flask app. */
import type { Planted } from '../planted.ts';

const dashboard = `    data = current()
    if data is None:
        return redirect("/login")
    return jsonify(email=data["user"]["email"], name=data["user"]["name"])`;
const finished = '    session["sid"] = sid\n    return redirect("/dashboard")';

export const loginFaults: readonly Planted[] = [
  {
    shows: 'id-token-not-verified/only-decoded',
    act: 'browser-tokens',
    change: [
      [
        finished,
        '    answer = redirect("/dashboard")\n    answer.set_cookie("at", result["access_token"], httponly=True, samesite="Lax")\n    return answer',
      ],
      [
        dashboard,
        `    import jwt
    token = request.cookies.get("at")
    if not token:
        return redirect("/login")
    return jsonify(jwt.decode(token, options={"verify_signature": False})["sub"])`,
      ],
    ],
  },
  {
    shows: 'login-fails/second-tab-fails',
    act: 'two-tabs',
    change: [['abort(400, "state mismatch")', 'raise RuntimeError("state mismatch")']],
    severity: 'warning',
    at: 'raise RuntimeError',
  },
  {
    shows: 'callback-error-unread/error-ignored',
    act: 'sso-error',
    change: [
      ['if request.args.get("error"):', 'if request.args.get("error") == "access_denied":'],
      ['request.args["code"]', 'request.args.get("code")'],
    ],
    at: 'authenticate_with_code',
  },
  {
    shows: 'connection-not-found/selector-ignored',
    act: 'selectors',
    change: [['    options.state = state', '    options.state = state\n    options.organization = request.args.get("org")']],
    at: 'get_authorization_url',
  },
  {
    shows: 'session-unprotected/host-followed',
    act: 'host',
    change: [
      [
        'client.get_authorization_url(REDIRECT_URI,',
        'client.get_authorization_url(f"https://{request.headers.get(\'X-Forwarded-Host\')}/callback" if "X-Forwarded-Host" in request.headers else REDIRECT_URI,',
      ],
    ],
    severity: 'info',
    at: 'get_authorization_url',
  },
  {
    shows: 'logout-incomplete/back-channel-unverified',
    act: 'back-channel',
    change: [
      [
        '@app.get("/logout")',
        `@app.post("/backchannel-logout")
def backchannel_logout():
    import jwt
    sub = jwt.decode(request.form["logout_token"], options={"verify_signature": False})["sub"]
    for sid in [one for one, data in SESSIONS.items() if data["user"]["id"] == sub]:
        SESSIONS.pop(sid)
    return "", 200

@app.get("/logout")`,
      ],
    ],
  },
];
