"""Which classes of which framework an answer goes through."""
from .answers import answer, handler_of, raised, watch_asgi, watch_cookie, watch_init, watch_wsgi
from .notes import frames, scope_now, wrap


def _note_handler(function, method):
    scope = scope_now.get()
    if scope is not None and function is not None:
        scope["handler"] = handler_of(function, method)


def _before(tell):
    """Tells of a call before it is made. Of what comes after it nothing changes."""

    def make(original):
        def call(self, *args, **kwargs):
            try:
                tell(self, *args, **kwargs)
            except Exception:
                pass
            return original(self, *args, **kwargs)

        return call

    return make


def _answers(*names):
    def watch(module):
        for name in names:
            holder = getattr(module, name, None)
            if isinstance(holder, type):
                watch_init(holder)
                watch_cookie(holder)

    return watch


def _flask(module):
    def dispatched(self, *_args):
        from flask import request

        rule = request.url_rule
        if rule is not None:
            _note_handler(self.view_functions.get(rule.endpoint), request.method)

    watch_wsgi(module.Flask)
    wrap(module.Flask, "preprocess_request", _before(dispatched))
    wrap(module.Flask, "handle_user_exception", _before(lambda _self, *args: raised(args[-1])))


def _django_handler(module):
    def make(original):
        def call(self, request):
            match = original(self, request)
            try:
                _note_handler(match.func, request.method)
            except Exception:
                pass
            return match

        return call

    wrap(module.BaseHandler, "resolve_request", make)


def _django_errors(module):
    def make(original):
        def call(request, exc):
            raised(exc)
            return original(request, exc)

        return call

    wrap(module, "response_for_exception", make)


def _django_csrf(module):
    def rejected(_self, _request, _reason):
        answer(403, place=(scope_now.get() or {}).get("handler", []), reason="csrf")

    wrap(module.CsrfViewMiddleware, "_reject", _before(rejected))


def _flask_csrf(module):
    def rejected(_self, *_rest):
        answer(400, place=(scope_now.get() or {}).get("handler", []), reason="csrf")

    wrap(module.CSRFProtect, "_error_response", _before(rejected))


def _aiohttp(module):
    from .answers import enter, finish

    def make(original):
        async def call(self, request):
            token = enter((request.transport.get_extra_info("peername") or (None, None))[1] if request.transport else None)
            scope_now.get()["webhook"] = "webhook-id" in request.headers
            try:
                response = await original(self, request)
                try:
                    _note_handler(request.match_info.handler, request.method)
                    finish(response.status, [str(one).split(": ", 1)[-1] for one in response.cookies.values()])
                except Exception:
                    pass
                return response
            except Exception as error:
                raised(error)
                raise
            finally:
                scope_now.reset(token)

        return call

    wrap(module.Application, "_handle", make)


def _tornado(module):
    handler = module.RequestHandler
    watch_cookie(handler)
    wrap(handler, "redirect", _before(lambda *_args, **_named: answer(302, [{"header": "location", "frames": frames()}])))
    wrap(handler, "send_error", _before(lambda _self, status=500, **_named: answer(status)))
    wrap(handler, "log_exception", _before(lambda _self, _type, error, *_rest: raised(error)))


def _logging(module):
    """Whoever catches what a handler throws logs it: a crash without a hook of its own."""

    def logged(_self, record):
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and scope_now.get() is not None:
            raised(error)

    wrap(module.Logger, "handle", _before(logged))


watchers = {
    "flask.app": _flask,
    "werkzeug.sansio.response": _answers("Response"),
    "django.core.handlers.wsgi": lambda module: watch_wsgi(module.WSGIHandler),
    "django.core.handlers.asgi": lambda module: watch_asgi(module.ASGIHandler),
    "django.core.handlers.base": _django_handler,
    "django.core.handlers.exception": _django_errors,
    "django.middleware.csrf": _django_csrf,
    "flask_wtf.csrf": _flask_csrf,
    "django.http.response": _answers("HttpResponseBase"),
    "starlette.applications": lambda module: watch_asgi(module.Starlette),
    "starlette.responses": _answers("Response"),
    "starlette.exceptions": lambda module: watch_init(module.HTTPException),
    "quart.app": lambda module: watch_asgi(module.Quart),
    "litestar.app": lambda module: watch_asgi(module.Litestar),
    "litestar.response.base": _answers("Response"),
    "litestar.exceptions.http_exceptions": lambda module: watch_init(module.HTTPException),
    "falcon.app": lambda module: watch_wsgi(module.App),
    "falcon.asgi.app": lambda module: watch_asgi(module.App),
    "bottle": lambda module: [watch_wsgi(module.Bottle, "wsgi"), _answers("BaseResponse")(module)],
    "webob.response": _answers("Response"),
    "sanic.response.types": _answers("BaseHTTPResponse", "HTTPResponse"),
    "aiohttp.web_response": _answers("StreamResponse"),
    "aiohttp.web_app": _aiohttp,
    "tornado.web": _tornado,
    "logging": _logging,
}
