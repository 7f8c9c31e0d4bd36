"""The picture of relations: frames in a real browser against the bare library, layout against networkx's.

`python -m bench.graph_page [--runs N]`: the same invented things, links and places for both pages, by turns. First
frame is the time from the start of navigation to the first drawing with everything on it (aim: at most 1.5 times);
panning is the median time between two frames while the picture is dragged about.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import networkx as nx
from flask import Flask
from playwright.sync_api import Browser, sync_playwright
from waitress.server import create_server

import webui
from analysis.network.layouts import lay
from analysis.network.plan import Arrival, Plan
from bench.common import table, timed
from tests.conftest import CHROMIUM

SIZES: Final = (300, 2_000, 10_000)
_MOST_VIS: Final = 2_000
_MOST_NETWORKX: Final = 2_000
"""With more, networkx's springs take minutes."""

_MOST_SPRING: Final = 500
"""From here on networkx's springs need scipy, which we do not have: its forceatlas2 is measured, 50 rounds of it."""

_BARE: Final = {
    "vis": "new vis.Network(place, {nodes: scene.nodes.map(n => ({id: n.id, label: n.name, x: n.x, y: n.y})), "
    "edges: scene.edges}, {physics: false, layout: {improvedLayout: false}, edges: {smooth: false}})"
    ".once('afterDrawing', () => performance.mark('graph-ready'))",
    "sigma": "const g = new graphology.Graph({multi: true}); "
    "for (const n of scene.nodes) g.addNode(n.id, {x: n.x, y: -n.y, size: 3, label: n.name}); "
    "for (const e of scene.edges) g.addEdge(e.from, e.to); "
    "new Sigma(g, place); requestAnimationFrame(() => performance.mark('graph-ready'))",
}
_SCRIPTS: Final = {"vis": ("vis-network.min.js",), "sigma": ("graphology.umd.min.js", "sigma.min.js")}


_DRAG: Final = 60
"""Moves of the mouse while the picture is dragged."""

HEADS: Final = (
    "things", "library", "first frame, ours", "bare", "ours / bare", "panning, ours", "bare", "ours / bare",
    "scripts KB",
)  # fmt: skip


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.graph_page")
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    plans = {size: _plan(size) for size in SIZES}
    print("Layout by forces, seconds")
    table(("things", "ours", "networkx", "ours / networkx"), (_layout(plans[size]) for size in SIZES))
    print("\nFirst frame and a frame while panning, milliseconds")
    with _browser() as browser:
        table(HEADS, (_frames(browser, plans[size], runs) for size in SIZES))


def _plan(size: int) -> Plan:
    """Trees with some more links, as people, their records and units make them."""
    dice = random.Random(1)
    ids = tuple(f"n{at}" for at in range(size))
    links = [(ids[at], ids[dice.randrange(at)]) for at in range(1, size)]
    links += [(dice.choice(ids), dice.choice(ids)) for _ in range(size // 5)]
    return Plan((Arrival(ids),), tuple(links))


def _layout(plan: Plan) -> tuple[object, ...]:
    size = len(plan.arrivals[0].ids)
    ours, _ = timed(lambda: lay("force", plan))
    if size > _MOST_NETWORKX:
        return size, ours, "not run", "-"
    graph: Any = nx.Graph(plan.links)
    if size < _MOST_SPRING:
        theirs, _ = timed(lambda: nx.spring_layout(graph, seed=1))
    else:
        theirs, _ = timed(lambda: nx.forceatlas2_layout(graph, max_iter=50, seed=1))
    return size, ours, theirs, ours / theirs


def _frames(browser: Browser, plan: Plan, runs: int) -> tuple[object, ...]:
    places = lay("force", plan)
    kind = "vis" if len(places) <= _MOST_VIS else "sigma"
    with _served(_app(_scene(plan, places), kind)) as address:
        times: dict[str, list[tuple[float, float]]] = {"ours": [], "bare": []}
        for run in range(runs + 1):
            for name, figures in times.items():
                figure = _looked_at(browser, f"{address}/{name}")
                if run:
                    figures.append(figure)
    first, panning = ([statistics.median(one[which] for one in each) for each in times.values()] for which in (0, 1))
    folder = Path(webui.__file__).parent / "static"
    files = [*(folder / "graph").glob("*.js"), *(folder / "vendor" / name for name in _SCRIPTS[kind])]
    size = sum(each.stat().st_size for each in files) // 1024
    return len(places), kind, *first, first[0] / first[1], *panning, panning[0] / panning[1], size


def _scene(plan: Plan, places: Any) -> str:  # noqa: ANN401 - places by id
    look = {"shape": "circle", "fill": "accent-pale", "line": "accent", "size": 6, "marks": [], "kind": "干部"}
    nodes = [{"id": each, "name": f"干部{each}", "x": x, "y": y, **look} for each, (x, y) in places.items()]
    edges = [{"from": one, "to": other, "type": "", "text": "", "derived": False} for one, other in plan.links]
    scene = {"nodes": nodes, "edges": edges, "beside": False, "guides": [], "about": "", "texts": {}}
    return json.dumps(scene, ensure_ascii=False)


def _app(scene: str, kind: str) -> Flask:
    app = Flask(webui.__name__, static_folder=str(Path(webui.__file__).parent / "static"))
    escaped = scene.replace("&", "&amp;").replace('"', "&quot;")
    size = "position:absolute;inset:0;width:1200px;height:800px"
    head = '<!doctype html><meta charset="utf-8"><link rel="icon" href="/static/icon.svg">'
    vendored = {name: f"/static/vendor/{file}" for name, file in _files(kind)}
    data = " ".join(f'data-{name}="{href}"' for name, href in vendored.items())
    ours = (
        f'{head}<div id="graph-live"><figure data-graph-picture style="{size}" {data} data-scene="{escaped}">'
        "</figure></div><style>.graph-canvas{position:absolute;inset:0}</style>"
        '<script type="module" src="/static/graph/main.js"></script>'
    )
    loads = "".join(f'<script src="/static/vendor/{name}"></script>' for name in _SCRIPTS[kind])
    bare = (
        f'{head}<div id="place" style="{size}" data-scene="{escaped}"></div>{loads}<script>'
        'const place = document.getElementById("place"); const scene = JSON.parse(place.dataset.scene); '
        f"{_BARE[kind]}</script>"
    )
    app.add_url_rule("/ours", "ours", lambda: ours)
    app.add_url_rule("/bare", "bare", lambda: bare)
    return app


def _files(kind: str) -> Iterator[tuple[str, str]]:
    for name in _SCRIPTS[kind]:
        yield name.partition(".")[0].removesuffix("-network"), name


def _looked_at(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds from the start of navigation to the first drawing, and from frame to frame while it is dragged."""
    with browser.new_context(viewport={"width": 1280, "height": 860}) as context:
        page = context.new_page()
        page.goto(address, wait_until="commit")
        page.wait_for_function("performance.getEntriesByName('graph-ready').length > 0", timeout=180_000)
        first = float(page.evaluate("performance.getEntriesByName('graph-ready')[0].startTime"))
        page.evaluate(
            "window.frames_at = []; const next = (at) => { frames_at.push(at); requestAnimationFrame(next); };"
            "requestAnimationFrame(next)"
        )
        page.mouse.move(40, 40)
        page.mouse.down()
        for step in range(_DRAG):
            page.mouse.move(40 + step * 5, 40 + step * 3)
        page.mouse.up()
        at = page.evaluate("frames_at")
        return first, statistics.median(later - earlier for earlier, later in itertools.pairwise(at))


@contextmanager
def _browser() -> Iterator[Browser]:
    program = next(path for path in CHROMIUM if path.exists())
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


@contextmanager
def _served(app: Flask) -> Iterator[str]:
    server: Any = create_server(app, host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(10)


if __name__ == "__main__":
    main()
