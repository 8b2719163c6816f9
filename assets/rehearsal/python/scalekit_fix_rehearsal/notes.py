"""Frames of the project's own files, and the file that notes go to: one JSON line each."""
import json
import os
import sys
import threading
import time
from contextvars import ContextVar
from functools import update_wrapper
from hashlib import sha256

_MOST_FRAMES = 8
_MOST_NOTES = 20_000
_sep = os.sep
_foreign = tuple(_sep + name + _sep for name in ("site-packages", "dist-packages", ".venv", "venv", "node_modules"))
# Beyond these lies what started the server, which has no part in any request.
_servers = tuple(
    _sep + name
    for name in (
        "asyncio" + _sep + "events.py",
        "asyncio" + _sep + "runners.py",
        "uvloop" + _sep,
        "uvicorn" + _sep,
        "gunicorn" + _sep,
        "hypercorn" + _sep,
        "daphne" + _sep,
        "granian" + _sep,
        "waitress" + _sep,
        "cheroot" + _sep,
        "tornado" + _sep + "ioloop.py",
        "werkzeug" + _sep + "serving.py",
        "socketserver.py",
        "wsgiref" + _sep,
    )
)

# What the request that is being answered is known by; and the frames that handed work to another thread.
scope_now = ContextVar("scalekit_fix_scope", default=None)
frames_before = ContextVar("scalekit_fix_frames", default=())
# The same for work that brings a context of its own along, as asyncio.to_thread and asgiref do.
thread_now = threading.local()

_here = os.path.dirname(os.path.abspath(__file__)) + _sep
_known = {}
_roots = ()
_file = None
_written = 0


def open_notes(file, root):
    global _file, _roots
    _file = file
    _roots = tuple({os.path.realpath(root).rstrip(_sep) + _sep, os.path.abspath(root).rstrip(_sep) + _sep})


def own_file(name):
    """Path within the project; None for a library, the interpreter's own files and what has no file. '' where a server begins."""
    found = _known.get(name, False)
    if found is False:
        found = _known[name] = _own_file(name)
    return found


def _own_file(name):
    if name.startswith("<"):
        return None
    full = os.path.abspath(name)
    for root in _roots:
        inside = full[len(root):] if full.startswith(root) and not full.startswith(_here) else ""
        if inside and not any(part in _sep + inside for part in _foreign):
            return inside.replace(_sep, "/")
    return "" if any(part in name for part in _servers) else None


def place(file, line):
    return {"file": file, "line": line, "column": 1}


def frames():
    """Innermost first, down to where the request came in; behind a thread's own those of who handed it the work."""
    own = []
    frame = sys._getframe(1)
    while frame is not None and len(own) < _MOST_FRAMES:
        file = own_file(frame.f_code.co_filename)
        if file == "":
            break
        if file is not None:
            own.append(place(file, frame.f_lineno))
        frame = frame.f_back
    return (own + list(frames_before.get() or getattr(thread_now, "frames", ())))[:_MOST_FRAMES]


def frames_of(error):
    """Where it was raised, innermost first."""
    own = []
    step = error.__traceback__
    while step is not None:
        file = own_file(step.tb_frame.f_code.co_filename)
        if file:
            own.append(place(file, step.tb_lineno))
        step = step.tb_next
    return own[::-1][:_MOST_FRAMES]


def frames_of_code(function):
    """Where a function of the project's own is written."""
    for _ in range(20):
        inner = getattr(function, "__wrapped__", None) or getattr(function, "func", None)
        if inner is None:
            break
        function = inner
    code = getattr(function, "__code__", None)
    file = own_file(code.co_filename) if code is not None else None
    return [place(file, code.co_firstlineno)] if file else []


def note(kind, **values):
    global _written
    try:
        if _written > _MOST_NOTES:
            return
        _written += 1
        scope = scope_now.get()
        if scope is not None and scope["port"]:
            values["port"] = scope["port"]
        line = json.dumps({"kind": kind, "at": int(time.time() * 1000), "pid": os.getpid(), **values}) + "\n"
        # In one piece, so that neither threads nor forked workers need a lock.
        out = os.open(_file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(out, line.encode("utf-8"))
        finally:
            os.close(out)
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
    return {"type": kind, "length": len(value_bytes), "hash": sha256(value_bytes).hexdigest()[:16]}


def kind_of(error):
    try:
        message = str(error)[:200]
    except Exception:
        message = ""
    return {"name": type(error).__name__, "message": message}


def wrap(holder, name, make):
    """Puts what `make` gives in place of a method or function, once; under its name, with its signature."""
    original = getattr(holder, name, None)
    if not callable(original) or getattr(original, "_scalekit_fix", False):
        return
    wrapper = update_wrapper(make(original), original)
    wrapper._scalekit_fix = True
    setattr(holder, name, wrapper)
