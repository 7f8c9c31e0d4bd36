"""The server keeps to loopback and says plainly when it cannot have its port."""

from __future__ import annotations

import socket
import threading
import urllib.request
from collections.abc import Iterator

import pytest
from flask import Flask

from graph.errors import InputError
from webui.serve import HOST, Server, bind


@pytest.fixture
def server(app: Flask) -> Iterator[Server]:
    bound = bind(app)
    thread = threading.Thread(target=bound.run, daemon=True)
    thread.start()
    yield bound
    bound.close()
    thread.join(10)


def test_a_free_port_is_chosen_on_loopback(server: Server) -> None:
    assert server.address.startswith(f"http://{HOST}:")
    with urllib.request.urlopen(f"{server.address}healthz", timeout=10) as answer:
        assert answer.status == 200
        assert answer.headers["Server"] is None


def test_a_taken_port_is_named_with_a_way_out(app: Flask) -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=rf"{port}.*已被占用") as error:
            bind(app, port)
    assert "--port 0" in (error.value.hint or "")


@pytest.mark.parametrize("port", [70000, -1])
def test_a_port_that_is_none_is_refused(app: Flask, port: int) -> None:
    with pytest.raises(InputError, match="没有端口"):
        bind(app, port)


def test_it_ends_quietly_whenever_it_is_closed(app: Flask) -> None:
    raised: list[BaseException] = []

    def run(bound: Server) -> None:
        try:
            bound.run()
        except Exception as error:  # noqa: BLE001 - whatever the loop makes of sockets that are closed under it
            raised.append(error)

    for _ in range(60):
        bound = bind(app)
        thread = threading.Thread(target=run, args=[bound], daemon=True)
        thread.start()
        bound.close()
        thread.join(10)
        assert not thread.is_alive()
    assert raised == []
