"""A cadre's page from the server against its data in one bare Bolt query (aim: at most 2 times, and flat).

`python -m bench.page [--cadres N] [--runs N] [--engine …]`: medians over cadres drawn by seed, page and query in turn.
"""

from __future__ import annotations

import random
import statistics
from datetime import UTC, datetime

from flask.testing import FlaskClient

from bench.bare import Rows
from bench.common import Bench, arguments, benches, table, timed
from demo.city import generate
from ingest.run import import_paths
from queries.dossier import read_dossier
from webui.app import create_app

_CADRES = 40
_BARE = """
MATCH (c:Cadre {id: $cadre})
RETURN properties(c) AS cadre, [(c)--(n) | {label: labels(n)[0], properties: properties(n),
  relations: [(n)-[r]-(o) WHERE type(r) <> 'STATED_IN' | [type(r), o.id, properties(r)]],
  stated: [(n)-[s:STATED_IN]->(record)-[:PART_OF]->(document) |
    [properties(s), record.id, record.origin, document.id, document.title]]
}] AS facts
"""
HEADS = (
    "engine",
    "cadres",
    "page ms",
    "bare query ms",
    "page / bare",
    "dossier ms",
    "dossier / bare",
    "slowest page ms",
)


def main() -> None:
    """Print the figures."""
    asked = arguments("page", cadres=1000)
    table(HEADS, (_row(bench) for bench in benches(asked)))


def _row(bench: Bench) -> tuple[object, ...]:
    files = bench.folder / "files"
    generate(files, bench.cadres, bench.seed)
    import_paths(bench.graph, bench.settings, [files], now=datetime(2024, 3, 1, tzinfo=UTC))
    cadres = _drawn(bench)
    client = create_app(bench.settings, bench.graph, today=lambda: "2024-03-01").test_client()
    pages, bare, dossiers = ([], [], [])  # type: tuple[list[float], list[float], list[float]]
    for cadre in cadres[:5]:
        _page(client, cadre)
    for _ in range(bench.runs):
        for cadre in cadres:
            pages.append(timed(lambda cadre=cadre: _page(client, cadre))[0] * 1000)  # type: ignore[misc]
            bare.append(timed(lambda cadre=cadre: _data(bench, cadre))[0] * 1000)  # type: ignore[misc]
            dossiers.append(timed(lambda cadre=cadre: read_dossier(bench.graph, cadre))[0] * 1000)  # type: ignore[misc]
    page, query, dossier = (statistics.median(each) for each in (pages, bare, dossiers))
    return bench.engine, bench.cadres, page, query, page / query, dossier, dossier / query, max(pages)


def _drawn(bench: Bench) -> list[str]:
    ids = [row["id"] for row in bench.graph.read("MATCH (c:Cadre) RETURN c.id AS id ORDER BY id")]
    return random.Random(bench.seed).sample(ids, min(_CADRES, len(ids)))


def _page(client: FlaskClient, cadre: str) -> None:
    response = client.get(f"/cadres/{cadre}")
    assert response.status_code == 200, response.status


def _data(bench: Bench, cadre: str) -> Rows:
    return bench.graph.read(_BARE, cadre=cadre)


if __name__ == "__main__":
    main()
