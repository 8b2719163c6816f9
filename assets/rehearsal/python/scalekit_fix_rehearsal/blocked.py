"""Keeps the app from the real environment: a connection there is refused before a byte has left, as if nobody listened. The one thing that is
not let through; everything else goes as it would.
"""
import errno
import os
import re
import socket

from .notes import frames, frames_before, note, wrap

_OF_SCALEKIT = re.compile(r"^(?!(?:docs|www|status)\.).+\.scalekit\.(?:com|dev|cloud)$", re.I)
_hosts = {host for host in os.environ.get("SCALEKIT_FIX_REAL", "").split(",") if host}


def is_real(host):
    if isinstance(host, (bytes, bytearray)):
        host = bytes(host).decode("idna", "replace")
    return isinstance(host, str) and (host.lower() in _hosts or bool(_OF_SCALEKIT.match(host)))


def _blocked(host):
    try:
        note("blocked", host=host if isinstance(host, str) else bytes(host).decode("ascii", "replace"), frames=frames() or list(frames_before.get()))
    except Exception:
        pass


def _refuse(host):
    _blocked(host)
    raise ConnectionRefusedError(errno.ECONNREFUSED, "%s: the rehearsal lets nothing through to the real environment" % (host,))


def _look_up(original):
    def call(host, *args, **kwargs):
        if is_real(host):
            _refuse(host)
        return original(host, *args, **kwargs)

    return call


def _connect(original):
    def call(self, address, *args):
        if isinstance(address, tuple) and address and is_real(address[0]):
            _refuse(address[0])
        return original(self, address, *args)

    return call


def _channel(original):
    """gRPC looks names up in code of its own: its channel leads to where nobody can listen."""

    def call(target, *args, **kwargs):
        host = str(target).rsplit("/", 1)[-1].rsplit(":", 1)[0]
        if is_real(host):
            _blocked(host)
            target = "127.0.0.1:0"
        return original(target, *args, **kwargs)

    return call


def watch_grpc(module):
    for name in ("secure_channel", "insecure_channel"):
        wrap(module, name, _channel)


def install():
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
        wrap(socket, name, _look_up)
    for name in ("connect", "connect_ex"):
        wrap(socket.socket, name, _connect)
