"""Serving the viewer on loopback with waitress."""

from __future__ import annotations

import ctypes
import errno
import gc
import logging
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Final

from flask import Flask
from waitress.server import create_server

from graph.errors import InputError
from graph.model.refused import refused_because
from graph.model.words import sayings
from graph.settings import Settings
from graph.store.connection import Graph
from webui.app import create_app

_say: Final = sayings("webui")

HOST: Final = "127.0.0.1"
_THREADS: Final = 8
_STOPPING: Final = (signal.SIGINT, signal.SIGTERM)
_STEP: Final = 0.2
_M_ARENA_MAX: Final = -8
"""Number of the option in glibc's malloc.h."""

_LAST_PORT: Final = 65535
# files beyond the upload limit are still read to their end, to answer with a page instead of a broken connection
_MOST_READ: Final = 4 * 1024**3


@dataclass(frozen=True)
class Server:
    """A server that holds its port; `run` serves until it is interrupted or `close` is called from another thread."""

    waitress: object
    address: str
    _closing: Event = field(default_factory=Event)

    def run(self) -> None:
        """Serve until interrupted."""
        try:
            self.waitress.run()  # type: ignore[attr-defined]  # waitress has no types
        except (OSError, ValueError):
            if not self._closing.is_set():  # else its loop waited at the very sockets that were closed
                raise

    def close(self) -> None:
        """Stop serving and give the port back."""
        self._closing.set()
        self.waitress.close()  # type: ignore[attr-defined]


def bind(app: Flask, port: int = 0) -> Server:
    """A server for `app` on loopback, at `port` or at a free one for 0; raises `InputError` where it cannot be had."""
    listener = _listen(port)
    # that a reader waits for another is no news to whoever runs the program
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    waitress = create_server(
        app,
        sockets=[listener],
        threads=_THREADS,
        max_request_body_size=_MOST_READ,
        ident=None,
        clear_untrusted_proxy_headers=True,
        # lets a handler see that its client has gone
        channel_request_lookahead=1,
    )
    return Server(waitress, f"http://{HOST}:{listener.getsockname()[1]}/")


def serve(settings: Settings, graph: Graph, *, port: int, announce: Callable[[str], None]) -> None:
    """Serve the viewer of `graph` until interrupted or terminated; `announce` is told the address when it answers.

    To be called from the main thread.
    """
    _share_freed_memory()
    server = bind(create_app(settings, graph), port)
    # the model, words and templates stay: whoever collects garbage need not go through them each time
    gc.freeze()
    try:
        with _asked_to_stop() as asked:
            viewer = Thread(target=server.run, daemon=True, name="viewer")
            viewer.start()
            announce(server.address)
            while viewer.is_alive() and not asked:
                time.sleep(_STEP)
    finally:
        server.close()


def _share_freed_memory() -> None:
    """Have all threads take from the same freed memory, where the C library is glibc.

    It would keep for each thread what that thread freed, so that the viewer grew with the readers of large pages.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 2)


@contextmanager
def _asked_to_stop() -> Iterator[list[int]]:
    """Empty until somebody asks; also where a shell started us in the background, which ignores interrupts."""
    asked: list[int] = []
    before = {each: signal.signal(each, lambda number, _: asked.append(number)) for each in _STOPPING}
    try:
        yield asked
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _listen(port: int) -> socket.socket:
    if not 0 <= port <= _LAST_PORT:
        raise InputError(_say("no_such_port", port=port), hint=_say("no_such_port_hint", most=_LAST_PORT))
    try:
        return socket.create_server((HOST, port), backlog=128)
    except OSError as error:
        raise _not_to_be_had(port, error) from error


def _not_to_be_had(port: int, error: OSError) -> InputError:
    """What is wrong with the port, and what to do."""
    if error.errno == errno.EADDRINUSE:
        return InputError(_say("port_taken", port=port), hint=_say("port_taken_hint"))
    if error.errno in (errno.EACCES, errno.EPERM):
        return InputError(_say("port_forbidden", port=port), hint=_say("port_forbidden_hint"))
    told = _say("port_unusable", port=port, reason=refused_because(error))
    return InputError(told, hint=_say("port_unusable_hint"))
