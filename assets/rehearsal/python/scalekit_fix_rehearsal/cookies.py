"""A cookie that a session library writes is decided on in settings: the lines of the project that speak of them."""
import re
import sys

from .notes import own_file, place

_ANY = re.compile(r"SESSION_COOKIE_\w+|\bSessionMiddleware\b(?=\s*[,(])|\bsame_?site\b\s*=|\bhttps_only\s*=", re.I)
_words = (
    ("samesite=strict", re.compile(r"same_?site", re.I)),
    ("samesite=none", re.compile(r"same_?site", re.I)),
    ("secure", re.compile(r"COOKIE_SECURE|https_only|\bsecure\s*=", re.I)),
    ("domain=", re.compile(r"COOKIE_DOMAIN|\bdomain\s*=", re.I)),
    ("max-age=", re.compile(r"COOKIE_AGE|max_age|PERMANENT_SESSION_LIFETIME", re.I)),
)
_HTTP_ONLY = re.compile(r"COOKIE_HTTPONLY|\bhttponly\s*=", re.I)
_PATH = re.compile(r"COOKIE_PATH|\bpath\s*=", re.I)
_MOST_LINES = 3
_settings = {}


def cookie_places(text):
    """Those of what is unusual in it first."""
    attributes = [part.strip().lower() for part in text.split(";")[1:]]
    unusual = [pattern for word, pattern in _words if any(one.startswith(word) for one in attributes)]
    if "httponly" not in attributes:
        unusual.insert(0, _HTTP_ONLY)
    if not any(one == "path=/" for one in attributes):
        unusual.insert(0, _PATH)
    lines = _lines()
    first = [where for pattern in unusual for line, where in lines if pattern.search(line)]
    rest = [where for line, where in lines if where not in first]
    return (first + rest)[:_MOST_LINES]


def _lines():
    found = []
    for module in list(sys.modules.values()):
        name = getattr(module, "__file__", None)
        if not isinstance(name, str) or not name.endswith(".py"):
            continue
        file = own_file(name)
        if not file:
            continue
        if name not in _settings:
            _settings[name] = _read(name, file)
        found += _settings[name]
    return found


def _read(name, file):
    try:
        with open(name, encoding="utf-8", errors="replace") as text:
            return [(line, place(file, at)) for at, line in enumerate(text, 1) if at < 5000 and _ANY.search(line) and " import " not in line]
    except OSError:
        return []
