"""Fifty readers at once on the viewer: each follows links from page to page for minutes; no error, memory flat.

`python -m bench.readers [--cadres N] [--readers N] [--minutes M] [--engine …]`: the viewer runs as `zhishi serve` in a
process of its own, so that its memory can be read. A reader begins at the page of a cadre or at the front page, follows
any link of the page before, and now and then begins anew.
"""

from __future__ import annotations

import http
import http.client
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from html import unescape
from typing import Final
from urllib.parse import urlsplit

import psutil

from bench.common import Bench, benches, parser, percentile, read, table
from webui.serve import HOST

_LINK: Final = re.compile(r'href="(/[^"#]*)')
_LEFT_OUT: Final = re.compile(r"^/(static|api)/|[?&]lang=|\.(xlsx|csv|json|pdf|docx|zip|html|graphml|gexf|svg|png)\b")
_ANEW: Final = 0.1
"""How often a reader begins anew."""

_PATIENCE: Final = 120.0
_CADRES: Final = 30
_MARKS: Final = (0.1, 0.25, 0.5, 0.75, 1.0)
"""Shares of the time after which the memory is read: what is kept fills at first, then it is to stand still."""

HEADS: Final = (
    "engine", "cadres", "readers", "minutes", "pages", "addresses", "failed", "not found", "median ms", "p99 ms",
    *(f"memory MB at {share:.0%}" for share in _MARKS), "threads",
)  # fmt: skip


@dataclass
class Tally:
    """What the readers saw: milliseconds of each page, answers by status, errors by address."""

    times: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    addresses: set[str] = field(default_factory=set)
    failed: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, address: str, status: int, seconds: float) -> None:
        """One page that was answered."""
        with self.lock:
            self.times.append(seconds * 1000)
            self.statuses[status] += 1
            self.addresses.add(address)
            if status >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
                self.failed[f"{status} {address}"] += 1

    def lose(self, address: str, error: Exception) -> None:
        """One page that never came."""
        with self.lock:
            self.failed[f"{type(error).__name__} {address}"] += 1


def main() -> None:
    """Print one line an engine."""
    asking = parser("readers", cadres=200, runs=1)
    asking.add_argument("--readers", type=int, default=50)
    asking.add_argument("--minutes", type=float, default=10)
    asked = read(asking)
    table(HEADS, (_row(bench, asked.readers, asked.minutes) for bench in benches(asked)))


def _row(bench: Bench, readers: int, minutes: float) -> tuple[object, ...]:
    bench.import_city()
    rows = bench.graph.read("MATCH (c:Cadre) RETURN c.id AS id ORDER BY id")
    starts = ["/", *(f"/cadres/{row['id']}" for row in random.Random(bench.seed).sample(rows, min(_CADRES, len(rows))))]
    tally = Tally()
    with _viewer(bench) as (port, viewer):
        until = time.monotonic() + minutes * 60
        threads = [threading.Thread(target=_reader, args=(n, port, starts, until, tally)) for n in range(readers)]
        for thread in threads:
            thread.start()
        marks = []
        for share in _MARKS:
            time.sleep(max(0.0, until - minutes * 60 * (1 - share) - time.monotonic()))
            marks.append(viewer.memory_info().rss / 2**20)
        for thread in threads:
            thread.join()
        kept = viewer.num_threads()
    for what, count in tally.failed.most_common(10):
        print(f"failed {count} times: {what}", flush=True)
    return (
        bench.engine, bench.cadres, readers, minutes, len(tally.times), len(tally.addresses), tally.failed.total(),
        tally.statuses[404], statistics.median(tally.times), percentile(tally.times, 0.99), *marks, kept,
    )  # fmt: skip


def _reader(number: int, port: int, starts: list[str], until: float, tally: Tally) -> None:
    order, address = random.Random(number), "/"
    connection = http.client.HTTPConnection(HOST, port, timeout=_PATIENCE)
    while time.monotonic() < until:
        begun = time.perf_counter()
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException) as error:
            tally.lose(address, error)
            connection.close()
            address = order.choice(starts)
            continue
        tally.count(address, answer.status, time.perf_counter() - begun)
        links = [unescape(each) for each in _LINK.findall(text) if not _LEFT_OUT.search(each)]
        address = order.choice(links) if links and order.random() > _ANEW else order.choice(starts)
        if moved := answer.getheader("Location"):
            address = urlsplit(moved)._replace(scheme="", netloc="").geturl()
    connection.close()


@contextmanager
def _viewer(bench: Bench) -> Iterator[tuple[int, psutil.Process]]:
    """The viewer of the same graph in a process of its own: its port, and the process."""
    with socket.create_server((HOST, 0)) as free:
        port: int = free.getsockname()[1]
    own = bench.settings
    given = {each.metadata["variable"]: getattr(own, each.name) for each in fields(own)}
    told = {name: str(int(value) if name == "ZHISHI_CLEARANCE" else value) for name, value in given.items() if value}
    process = subprocess.Popen([sys.executable, "-m", "cli", "serve", "--port", str(port)], env=os.environ | told)
    try:
        _answering(port)
        yield port, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(60)


def _answering(port: int) -> None:
    for _ in range(120):
        try:
            with socket.create_connection((HOST, port), timeout=1):
                return
        except OSError:
            time.sleep(1)
    raise TimeoutError("the viewer does not answer")


if __name__ == "__main__":
    main()
