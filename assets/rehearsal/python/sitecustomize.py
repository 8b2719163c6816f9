"""Loaded into the developer's app by `scalekit-fix rehearse` (PYTHONPATH).

Notes where in the project's own files a request to the provider, a cookie, a redirect, a failing answer and a call of the SDK come from.
Writes one JSON line each to SCALEKIT_FIX_NOTES and changes nothing that the app does. Holds no secret: values are told by their kind, length
and a short hash. Whatever goes wrong here is passed over: the app comes first.
"""
import os
import sys

_NOTES = os.environ.get("SCALEKIT_FIX_NOTES")
_ROOT = os.environ.get("SCALEKIT_FIX_ROOT")
_PROVIDER = os.environ.get("SCALEKIT_FIX_PROVIDER")
_HERE = os.path.dirname(os.path.abspath(__file__))


def _next_sitecustomize():
    """The one that would have been loaded without ours."""
    import importlib.machinery
    import importlib.util

    others = [folder for folder in sys.path if os.path.abspath(folder or ".") != _HERE]
    spec = importlib.machinery.PathFinder.find_spec("sitecustomize", others)
    if spec is not None and spec.loader is not None:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))


def _install():
    import functools
    import hashlib
    import importlib.abc
    import importlib.machinery
    import inspect
    import json
    import threading
    import time
    from urllib.parse import urlsplit

    roots = {os.path.realpath(_ROOT) + os.sep, os.path.abspath(_ROOT) + os.sep}
    provider = urlsplit(_PROVIDER).netloc
    skipped = (os.sep + "site-packages" + os.sep, os.sep + ".venv" + os.sep, os.sep + "venv" + os.sep, "<")
    lock = threading.Lock()

    def frames():
        """Frames of the project's own files, innermost first."""
        own = []
        frame = sys._getframe(1)
        while frame is not None and len(own) < 8:
            name = frame.f_code.co_filename
            if not any(part in name for part in skipped):
                full = os.path.abspath(name)
                root = next((one for one in roots if full.startswith(one)), None)
                if root is not None and not full.startswith(_HERE):
                    own.append({"file": full[len(root):].replace(os.sep, "/"), "line": frame.f_lineno, "column": 1})
            frame = frame.f_back
        return own

    def note(kind, **values):
        try:
            line = json.dumps({"kind": kind, "at": int(time.time() * 1000), "pid": os.getpid(), **values}) + "\n"
            with lock, open(_NOTES, "a", encoding="utf-8") as out:
                out.write(line)
        except Exception:
            pass

    def told(value):
        if isinstance(value, str):
            value_bytes, kind = value.encode("utf-8", "replace"), "string"
        elif isinstance(value, (bytes, bytearray)):
            value_bytes, kind = bytes(value), "bytes"
        elif value is None:
            return {"type": "undefined"}
        else:
            return {"type": "array" if isinstance(value, (list, tuple)) else "object"}
        return {"type": kind, "length": len(value_bytes), "hash": hashlib.sha256(value_bytes).hexdigest()[:16]}

    def kind_of(error):
        return {"name": type(error).__name__, "message": str(error)[:200]}

    def wrap(holder, name, make):
        original = getattr(holder, name, None)
        if not callable(original) or getattr(original, "_scalekit_fix", False):
            return
        wrapper = functools.wraps(original)(make(original))
        wrapper._scalekit_fix = True
        setattr(holder, name, wrapper)

    # --- The SDK: its methods under the names that the other SDKs have as well.
    methods = {
        "get_authorization_url": "getAuthorizationUrl",
        "authenticate_with_code": "authenticateWithCode",
        "refresh_access_token": "refreshAccessToken",
        "validate_access_token": "validateAccessToken",
        "validate_token": "validateToken",
        "get_logout_url": "getLogoutUrl",
        "verify_webhook_payload": "verifyWebhookPayload",
        "get_idp_initiated_login_claims": "getIdpInitiatedLoginClaims",
    }

    def watch_call(name):
        def make(original):
            def call(self, *args, **kwargs):
                about = {"method": name, "frames": frames(), "args": [told(one) for one in [*args, *kwargs.values()][:3]]}
                try:
                    result = original(self, *args, **kwargs)
                except BaseException as error:
                    note("sdk", **about, outcome="threw", error=kind_of(error))
                    raise
                note("sdk", **about, outcome="false" if result is False else "ok")
                return result

            return call

        return make

    def watch_sdk(module):
        client = getattr(module, "ScalekitClient", None)
        if inspect.isclass(client):
            for name, told_as in methods.items():
                wrap(client, name, watch_call(told_as))

    # --- Requests to the provider.
    def sent(url):
        try:
            parts = urlsplit(str(url))
            known = parts.netloc == provider
            note("request", host=parts.netloc, **({"path": parts.path} if known else {}), frames=frames() if known else [])
        except Exception:
            pass

    def watch_session(name, at):
        def make(original):
            def call(self, *args, **kwargs):
                sent(kwargs.get("url", args[at] if len(args) > at else ""))
                return original(self, *args, **kwargs)

            return call

        return lambda module: wrap(getattr(module, name, object), "request", make)

    # --- Answers: cookies, redirects, failures.
    def answer(status, headers):
        note("answer", status=status, frames=frames(), headers=headers)

    def watch_cookie(holder, name="set_cookie"):
        def make(original):
            def call(self, *args, **kwargs):
                key = args[0] if args else kwargs.get("key", "")
                answer(200, [{"header": "set-cookie", "cookie": str(key), "frames": frames()}])
                return original(self, *args, **kwargs)

            return call

        wrap(holder, name, make)

    def watch_init(holder):
        def make(original):
            def call(self, *args, **kwargs):
                result = original(self, *args, **kwargs)
                status = getattr(self, "status_code", None) or kwargs.get("status_code") or 0
                if isinstance(status, int) and status >= 300:
                    answer(status, [{"header": "location", "frames": frames()}] if status < 400 else [])
                return result

            return call

        wrap(holder, "__init__", make)

    def watch_werkzeug(module):
        for name in ("Response",):
            holder = getattr(module, name, None)
            if inspect.isclass(holder):
                watch_cookie(holder)
                watch_init(holder)

    def watch_function(status_at):
        def make(original):
            def call(*args, **kwargs):
                status = next((one for one in [*args, *kwargs.values()] if isinstance(one, int) and not isinstance(one, bool)), status_at)
                answer(status, [{"header": "location", "frames": frames()}] if status < 400 else [])
                return original(*args, **kwargs)

            return call

        return make

    def watch_starlette(module):
        for name in ("Response", "RedirectResponse", "HTMLResponse", "JSONResponse", "PlainTextResponse"):
            holder = getattr(module, name, None)
            if inspect.isclass(holder):
                watch_init(holder)
                watch_cookie(holder)

    def watch_exception(module):
        holder = getattr(module, "HTTPException", None)
        if inspect.isclass(holder):
            watch_init(holder)

    watchers = {
        "scalekit.client": watch_sdk,
        "requests.sessions": watch_session("Session", 1),
        "httpx": lambda module: [watch_session("Client", 1)(module), watch_session("AsyncClient", 1)(module)],
        "werkzeug.wrappers.response": watch_werkzeug,
        "werkzeug.utils": lambda module: wrap(module, "redirect", watch_function(302)),
        "starlette.responses": watch_starlette,
        "starlette.exceptions": watch_exception,
        "django.http.response": lambda module: [watch_init(module.HttpResponseBase), watch_cookie(module.HttpResponseBase)],
    }

    class Finder(importlib.abc.MetaPathFinder):
        """Lets the others find the module, and looks at it once it has been executed."""

        def find_spec(self, name, path=None, target=None):
            watch = watchers.get(name)
            if watch is None:
                return None
            spec = importlib.machinery.PathFinder.find_spec(name, path, target)
            if spec is None or spec.loader is None:
                return None
            execute = spec.loader.exec_module

            def exec_module(module):
                execute(module)
                try:
                    watch(module)
                except Exception:
                    pass

            try:
                spec.loader.exec_module = exec_module
            except Exception:
                return None
            return spec

    sys.meta_path.insert(0, Finder())


try:
    if _NOTES and _ROOT and _PROVIDER:
        _install()
except Exception:
    pass
try:
    _next_sitecustomize()
except Exception:
    pass
