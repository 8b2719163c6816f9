"""Calls of the SDK, requests to the provider, work that goes to another thread, and env files that would replace what is set for the run."""
import os
from urllib.parse import urlsplit

from .notes import frames, frames_before, kind_of, note, scope_now, thread_now, told, wrap

_methods = {
    "get_authorization_url": "getAuthorizationUrl",
    "authenticate_with_code": "authenticateWithCode",
    "refresh_access_token": "refreshAccessToken",
    "validate_access_token": "validateAccessToken",
    "validate_token": "validateToken",
    "get_logout_url": "getLogoutUrl",
    "verify_webhook_payload": "verifyWebhookPayload",
    "get_idp_initiated_login_claims": "getIdpInitiatedLoginClaims",
}


def _watch_call(name):
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
    """Its methods under the names that the other SDKs have as well."""
    client = getattr(module, "ScalekitClient", None)
    if isinstance(client, type):
        for name, told_as in _methods.items():
            wrap(client, name, _watch_call(told_as))


def _watch_decoding(*names):
    """Where a token is looked at."""

    def make(original):
        def call(*args, **kwargs):
            place = frames()
            if place:
                note("sdk", method="decodeToken", frames=place, args=[], outcome="ok")
            return original(*args, **kwargs)

        return call

    def watch(module):
        for path in names:
            holder, _, name = ("." + path).rpartition(".")
            wrap(getattr(module, holder[1:]) if holder else module, name, make)

    return watch


def requests_to(provider):
    known = urlsplit(provider).netloc

    def sent(host, path):
        try:
            mine = host == known
            note("request", host=host, **({"path": path} if mine else {}), frames=frames() if mine else [])
        except Exception:
            pass

    def sent_url(url):
        parts = urlsplit(str(url))
        sent(parts.netloc, parts.path)

    def put(original):
        def call(self, method, url, *args, **kwargs):
            if str(url).startswith("http"):
                sent_url(url)
            else:
                default = 443 if "HTTPS" in type(self).__name__ else 80
                sent(self.host if self.port in (None, default) else "%s:%s" % (self.host, self.port), str(url).split("?")[0])
            return original(self, method, url, *args, **kwargs)

        return call

    def send(original):
        def call(self, request, *args, **kwargs):
            sent_url(getattr(request, "url", ""))
            return original(self, request, *args, **kwargs)

        return call

    def send_later(original):
        async def call(self, request, *args, **kwargs):
            sent_url(getattr(request, "url", ""))
            return await original(self, request, *args, **kwargs)

        return call

    def ask(original):
        async def call(self, method, url, *args, **kwargs):
            sent_url(url)
            return await original(self, method, url, *args, **kwargs)

        return call

    return {
        "jwt.api_jwt": _watch_decoding("PyJWT.decode_complete"),
        "jose.jwt": _watch_decoding("decode"),
        "authlib.jose.rfc7519.jwt": _watch_decoding("JsonWebToken.decode"),
        "http.client": lambda module: wrap(module.HTTPConnection, "putrequest", put),
        "httpx": lambda module: [wrap(module.Client, "send", send), wrap(module.AsyncClient, "send", send_later)],
        "aiohttp.client": lambda module: wrap(module.ClientSession, "_request", ask),
    }


def watch_executors(module):
    def make(original):
        def submit(self, fn, /, *args, **kwargs):
            scope = scope_now.get()
            if scope is None:
                return original(self, fn, *args, **kwargs)
            before = tuple(frames())

            def work(*inner, **named):
                token, outer = scope_now.set(scope), getattr(thread_now, "frames", ())
                thread_now.frames = before
                try:
                    return fn(*inner, **named)
                finally:
                    scope_now.reset(token)
                    thread_now.frames = outer

            return original(self, work, *args, **kwargs)

        return submit

    # The standard one, and asgiref's, which hands work back to the thread of the request.
    for name in ("ThreadPoolExecutor", "_CurrentThreadExecutor", "CurrentThreadExecutor"):
        holder = getattr(module, name, None)
        if isinstance(holder, type) and "submit" in holder.__dict__:
            wrap(holder, "submit", make)


def watch_anyio(module):
    def make(original):
        async def run_sync(*args, **kwargs):
            if scope_now.get() is None:
                return await original(*args, **kwargs)
            token = frames_before.set(tuple(frames()))
            try:
                return await original(*args, **kwargs)
            finally:
                frames_before.reset(token)

        return run_sync

    wrap(module, "run_sync", make)


def _set_for_the_run():
    return {name: os.environ[name] for name in os.environ.get("SCALEKIT_FIX_SET", "").split(",") if name in os.environ}


def keep_settings():
    """A loader by which the file wins gives what is set for this run in the file's place: of these names alone, and no file is changed."""
    given = _set_for_the_run()

    def parse(original):
        def call(self):
            for name, value in original(self):
                yield name, given.get(name, value)

        return call

    def read_env(original):
        def call(*args, **kwargs):
            result = original(*args, **kwargs)
            if kwargs.get("overwrite") or kwargs.get("override"):
                os.environ.update(given)
            return result

        return call

    def watch_environ(module):
        reader = module.Env.__dict__.get("read_env")
        if isinstance(reader, classmethod) and not getattr(reader.__func__, "_scalekit_fix", False):
            wrapper = read_env(reader.__func__)
            wrapper._scalekit_fix = True
            module.Env.read_env = classmethod(wrapper)

    return {"dotenv.main": lambda module: wrap(module.DotEnv, "parse", parse), "environ.environ": watch_environ}
