"""Looks at modules once they have been executed, and at those that are there already."""
import sys

from . import blocked, calls, frameworks
from .notes import open_notes


class _Finder:
    """Lets the others find the module."""

    def __init__(self, watchers):
        self.watchers = watchers

    def find_spec(self, name, path=None, target=None):
        watch = self.watchers.get(name)
        if watch is None:
            return None
        spec = self._found(name, path, target)
        loader = getattr(spec, "loader", None)
        if loader is None or not hasattr(loader, "exec_module"):
            return None
        execute = loader.exec_module

        def exec_module(module):
            execute(module)
            if getattr(module, "__name__", None) == name:
                _look(watch, module)

        try:
            loader.exec_module = exec_module
        except Exception:
            return None
        return spec

    def _found(self, name, path, target):
        for finder in sys.meta_path:
            find = getattr(finder, "find_spec", None)
            spec = find(name, path, target) if find is not None and finder is not self else None
            if spec is not None:
                return spec
        return None


def _look(watch, module):
    try:
        watch(module)
    except Exception:
        pass


def install(notes, root, provider):
    open_notes(notes, root)
    blocked.install()
    watchers = {
        **frameworks.watchers,
        **calls.requests_to(provider),
        **calls.keep_settings(),
        "scalekit.client": calls.watch_sdk,
        "grpc": blocked.watch_grpc,
        "grpc.aio": blocked.watch_grpc,
        "concurrent.futures.thread": calls.watch_executors,
        "asgiref.current_thread_executor": calls.watch_executors,
        "anyio.to_thread": calls.watch_anyio,
    }
    for name, watch in watchers.items():
        if name in sys.modules:
            _look(watch, sys.modules[name])
    sys.meta_path.insert(0, _Finder(watchers))
