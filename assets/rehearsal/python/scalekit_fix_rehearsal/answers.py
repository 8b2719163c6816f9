"""The app's answers: what came in, who handles it, and where cookies, redirects, refusals and errors come from."""
import sys

from .cookies import cookie_places
from .notes import frames, frames_of, frames_of_code, kind_of, note, scope_now, wrap

# These are answers, not accidents.
_meant = {"HTTPException", "Http404", "PermissionDenied", "SuspiciousOperation", "BadRequest", "HTTPResponse", "RequestValidationError"}


def answer(status, headers=(), place=None, **more):
    scope = scope_now.get()
    place = frames() if place is None else place
    if scope is not None:
        if place:
            scope["told"].add(status)
        scope["cookies"].update(one["cookie"] for one in headers if "cookie" in one)
    note("answer", status=status, frames=place, headers=list(headers), **more)


def raised(error):
    """An exception on its way out of the project's code: noted once. One that is an answer of the framework's gives its place only."""
    scope = scope_now.get()
    place = frames_of(error)
    if scope is not None:
        if scope["error"] is error:
            return
        scope["error"] = error
        scope["raised"] = place or scope["raised"]
    if not any(one.__name__ in _meant or one.__module__ == "tornado.web" for one in type(error).__mro__):
        note("raised", frames=place, error=kind_of(error))


def enter(port):
    port = port if isinstance(port, int) else None
    fresh = {"port": port, "webhook": False, "told": set(), "cookies": set(), "handler": [], "raised": [], "error": None}
    return scope_now.set(fresh)


def finish(status, cookies):
    """The status line is about to be sent. What no hook has told until now is told by who handles the request."""
    scope = scope_now.get()
    error = sys.exc_info()[1]
    if status >= 400 and error is not None:
        raised(error)
    headers = []
    for text in cookies:
        name = text.split("=", 1)[0].strip()
        if name not in scope["cookies"]:
            headers.append({"header": "set-cookie", "cookie": name, "frames": cookie_places(text)})
    if status in scope["told"] and not headers and status < 500:
        return
    if status < 300 and not headers and not scope["webhook"]:
        return
    # A cookie of a library's is no reason to take the handler for the place of it.
    answer(status, headers, scope["raised"] or scope["handler"] if status not in scope["told"] else [])


def number_of(port):
    try:
        return int(port) or None
    except (TypeError, ValueError):
        return None


def watch_wsgi(holder, name="__call__"):
    def make(original):
        def call(self, environ, start_response):
            if scope_now.get() is not None:
                return original(self, environ, start_response)
            token = enter(number_of(environ.get("REMOTE_PORT")))
            scope_now.get()["webhook"] = "HTTP_WEBHOOK_ID" in environ

            def started(status, headers, *rest, **more):
                try:
                    finish(int(str(status)[:3]), [value for key, value in headers if key.lower() == "set-cookie"])
                except Exception:
                    pass
                return start_response(status, headers, *rest, **more)

            try:
                return original(self, environ, started)
            except Exception as error:
                raised(error)
                raise
            finally:
                scope_now.reset(token)

        return call

    wrap(holder, name, make)


def watch_asgi(holder, name="__call__"):
    def make(original):
        async def call(self, scope, receive, send):
            if scope.get("type") != "http" or scope_now.get() is not None:
                return await original(self, scope, receive, send)
            client = scope.get("client") or (None, None)
            token = enter(client[1])
            scope_now.get()["webhook"] = any(key == b"webhook-id" for key, _value in scope.get("headers", ()))

            async def told_send(message):
                try:
                    if message["type"] == "http.response.start":
                        endpoint = scope.get("endpoint")
                        if endpoint is not None and not scope_now.get()["handler"]:
                            scope_now.get()["handler"] = handler_of(endpoint, scope.get("method", ""))
                        finish(message["status"], [v.decode("latin-1") for k, v in message.get("headers", ()) if k.lower() == b"set-cookie"])
                except Exception:
                    pass
                await send(message)

            try:
                return await original(self, scope, receive, told_send)
            except Exception as error:
                raised(error)
                raise
            finally:
                scope_now.reset(token)

        return call

    wrap(holder, name, make)


def handler_of(function, method):
    """The method of a class that handles requests; else the function."""
    owner = getattr(function, "view_class", None) or getattr(function, "cls", None) or (function if isinstance(function, type) else None)
    if owner is not None:
        named = getattr(owner, method.lower(), None)
        found = frames_of_code(named) if named is not None else []
        if found:
            return found
    return frames_of_code(function)


def watch_cookie(holder, name="set_cookie"):
    def make(original):
        def call(self, *args, **kwargs):
            try:
                key = args[0] if args else kwargs.get("key", kwargs.get("name", ""))
                place = frames()
                if place and not _by_session_library():
                    answer(200, [{"header": "set-cookie", "cookie": str(getattr(key, "key", key)), "frames": place}], place)
            except Exception:
                pass
            return original(self, *args, **kwargs)

        return call

    wrap(holder, name, make)


def _by_session_library():
    """A session that is written at the end of a request is not written by what happens to run around it."""
    frame = sys._getframe(2)
    for _ in range(4):
        if frame is None:
            return False
        name = frame.f_code.co_filename.replace("\\", "/")
        if name.endswith(("/flask/sessions.py", "/sessions/middleware.py", "/middleware/sessions.py")) or "/flask_session/" in name:
            return True
        frame = frame.f_back
    return False


def watch_init(holder):
    """An answer that is made with a status of its own, or an exception that stands for one."""

    def make(original):
        def call(self, *args, **kwargs):
            result = original(self, *args, **kwargs)
            try:
                status = getattr(self, "status_code", None) or getattr(self, "status", None) or kwargs.get("status_code") or 0
                if isinstance(status, int) and status >= 300:
                    answer(status, [{"header": "location", "frames": frames()}] if status < 400 else [])
            except Exception:
                pass
            return result

        return call

    wrap(holder, "__init__", make)
