"""Loaded into the developer's app by `scalekit-fix rehearse` (PYTHONPATH). Watches it, says nothing, and then loads the sitecustomize that
would have been loaded without this one. Valid for any Python, since every interpreter that the app starts reads it.
"""
import os
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))


def _watch():
    if sys.version_info < (3, 8):
        return
    given = [os.environ.get(name) for name in ("SCALEKIT_FIX_NOTES", "SCALEKIT_FIX_ROOT", "SCALEKIT_FIX_PROVIDER")]
    if not all(given):
        return
    from scalekit_fix_rehearsal import finder

    finder.install(*given)


def _load_the_other_one():
    import importlib.machinery
    import importlib.util

    # The app finds its modules where it would have found them without us.
    sys.path[:] = [folder for folder in sys.path if os.path.abspath(folder or ".") != _HERE]
    spec = importlib.machinery.PathFinder.find_spec("sitecustomize", sys.path)
    if spec is not None and spec.loader is not None:
        module = importlib.util.module_from_spec(spec)
        sys.modules["sitecustomize"] = module
        spec.loader.exec_module(module)


try:
    _watch()
except Exception:
    pass
if sys.version_info >= (3, 5):
    _load_the_other_one()
