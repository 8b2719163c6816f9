/** Code samples for Python, in Flask's shape: other frameworks differ in how they read a request and answer it. */
import type { CodeSample } from '../types.ts';

export const pythonSamples: readonly CodeSample[] = [
  {
    task: 'client',
    title: 'One client for the whole app',
    file: 'scalekit_client.py',
    code: `import os

from dotenv import load_dotenv
from scalekit import ScalekitClient

load_dotenv()

redirect_uri = os.environ["SCALEKIT_REDIRECT_URI"]
scalekit = ScalekitClient(
    os.environ["SCALEKIT_ENVIRONMENT_URL"],
    os.environ["SCALEKIT_CLIENT_ID"],
    os.environ["SCALEKIT_CLIENT_SECRET"],
)
`,
  },
  {
    task: 'login',
    title: 'Start a login',
    file: 'login.py',
    code: `import os
import secrets

from flask import Blueprint, redirect, session
from scalekit.common.scalekit import AuthorizationUrlOptions

from scalekit_client import redirect_uri, scalekit

login_routes = Blueprint("login", __name__)


@login_routes.get("/login")
def login():
    session["state"] = secrets.token_urlsafe(16)
    options = AuthorizationUrlOptions()
    options.state = session["state"]
    options.organization_id = os.environ.get("SCALEKIT_ORGANIZATION_ID")
    options.scopes = ["openid", "profile", "email", "offline_access"]
    return redirect(scalekit.get_authorization_url(redirect_uri, options))
`,
  },
  {
    task: 'callback',
    title: 'Finish a login',
    file: 'callback.py',
    code: `from flask import Blueprint, redirect, request, session
from scalekit.common.scalekit import CodeAuthenticationOptions

from scalekit_client import redirect_uri, scalekit
from tokens import keep

callback_routes = Blueprint("callback", __name__)


@callback_routes.get("/auth/callback")
def callback():
    error = request.args.get("error")
    if error:
        return f"Sign-in failed: {error}. {request.args.get('error_description', '')}", 400
    expected = session.pop("state", None)
    if not expected or request.args.get("state") != expected:
        return "The state does not match.", 400
    result = scalekit.authenticate_with_code(request.args["code"], redirect_uri, CodeAuthenticationOptions())
    session["email"] = result["user"].get("email")
    session["id"] = keep(result["id_token"], result["access_token"], result["refresh_token"])
    return redirect("/")
`,
  },
  {
    task: 'refresh',
    title: 'Keep the session: refresh once, and store both new tokens',
    file: 'tokens.py',
    code: `import secrets
from threading import Lock

from scalekit_client import scalekit

# One process only: several need a store that they share, with its lock.
sessions = {}
lock = Lock()


def keep(id_token, access_token, refresh_token):
    session_id = secrets.token_urlsafe(32)
    sessions[session_id] = {"id_token": id_token, "access_token": access_token, "refresh_token": refresh_token}
    return session_id


def current(session_id):
    tokens = sessions.get(session_id)
    if tokens is None:
        return None
    # Requests that come at once wait for the same refresh: a refresh token works only once.
    with lock:
        if not scalekit.validate_access_token(tokens["access_token"]):
            refreshed = scalekit.refresh_access_token(tokens["refresh_token"])
            tokens["access_token"] = refreshed["access_token"]
            tokens["refresh_token"] = refreshed["refresh_token"]
    return tokens
`,
  },
  {
    task: 'logout',
    title: 'Log out, of Scalekit too',
    file: 'logout.py',
    code: `import os

from flask import Blueprint, redirect, session
from scalekit.common.scalekit import LogoutUrlOptions

from scalekit_client import scalekit
from tokens import sessions

logout_routes = Blueprint("logout", __name__)


@logout_routes.post("/logout")
def logout():
    tokens = sessions.pop(session.pop("id", None), {})
    session.clear()
    options = LogoutUrlOptions(
        id_token_hint=tokens.get("id_token"),
        post_logout_redirect_uri=os.environ.get("POST_LOGOUT_REDIRECT_URI"),
    )
    return redirect(scalekit.get_logout_url(options))
`,
  },
  {
    task: 'idp-initiated',
    title: 'A login that the identity provider starts (the initiate-login URL)',
    file: 'initiate_login.py',
    code: `import secrets

from flask import Blueprint, redirect, request, session
from scalekit.common.scalekit import AuthorizationUrlOptions

from scalekit_client import redirect_uri, scalekit

initiate_routes = Blueprint("initiate", __name__)


@initiate_routes.get("/initiate-login")
def initiate_login():
    assertion = request.args.get("idp_initiated_login")
    if not assertion:
        return redirect("/login")
    claims = scalekit.get_idp_initiated_login_claims(assertion)
    session["state"] = secrets.token_urlsafe(16)
    options = AuthorizationUrlOptions()
    options.state = session["state"]
    options.connection_id = claims["connection_id"]
    options.login_hint = claims.get("login_hint")
    return redirect(scalekit.get_authorization_url(redirect_uri, options))
`,
  },
  {
    task: 'webhook',
    title: 'Receive webhooks (the raw body: Flask get_data(), FastAPI await request.body(), Django request.body)',
    file: 'webhooks.py',
    code: `import json
import os

from flask import Blueprint, request

from scalekit_client import scalekit

webhook_routes = Blueprint("webhooks", __name__)


@webhook_routes.post("/webhooks/scalekit")
def receive():
    payload = request.get_data()
    # The SDK looks the headers up in lower case.
    headers = {name.lower(): value for name, value in request.headers.items()}
    try:
        scalekit.verify_webhook_payload(os.environ["SCALEKIT_WEBHOOK_SECRET"], headers, payload)
    except Exception:
        return "invalid signature", 400
    event = json.loads(payload)
    print(f"Received {event['type']}")
    return "", 200
`,
  },
];
