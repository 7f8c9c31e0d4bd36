"""A cadre's page from the server against its data in one bare Bolt query (aim: at most 2 times, and flat).

`python -m bench.page [--cadres N] [--runs N] [--engine …]`: medians over cadres drawn by seed, in turn: the page when
it was made of the same records before, the page made anew, the page's data by the bare driver in one query, the
cadre's own records alone by it, and reading all as typed records.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from flask.testing import FlaskClient

from bench.bare import Rows
from bench.common import Bench, arguments, benches, table, timed
from graph.model.schema import Access
from queries.dossier import asks, cadre_labels, read_dossier
from queries.runner import load_view
from webui.app import create_app
from webui.held.kept import Kept
from webui.held.services import services

_CADRES = 40
_OWN_RECORDS = """
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
    "page again ms",
    "page first ms",
    "bare ms",
    "own records ms",
    "again / bare",
    "first / bare",
    "dossier ms",
    "dossier / bare",
    "slowest first ms",
)


def main() -> None:
    """Print the figures."""
    asked = arguments("page", cadres=1000)
    table(HEADS, (_row(bench) for bench in benches(asked)))


def _row(bench: Bench) -> tuple[object, ...]:
    bench.import_city()
    cadres = _drawn(bench)
    again, first = _client(bench), _client(bench, kept=0)
    labels = cadre_labels(Access.RESTRICTED)
    works: tuple[Callable[[str], object], ...] = (
        lambda cadre: _page(again, cadre),
        lambda cadre: _page(first, cadre),
        lambda cadre: _bare(bench, load_view("dossier").cypher, **asks(cadre, labels)),
        lambda cadre: _bare(bench, _OWN_RECORDS, cadre=cadre),
        lambda cadre: read_dossier(bench.graph, cadre),
    )
    figures: tuple[list[float], ...] = tuple([] for _ in works)
    for run in range(bench.runs + 1):  # the first turn warms up
        for cadre in cadres:
            for work, own in zip(works, figures, strict=True):
                seconds, _ = timed(lambda work=work, cadre=cadre: work(cadre))  # type: ignore[misc]
                own.extend([seconds * 1000] if run else [])
    page, made, bare, alone, dossier = (statistics.median(each) for each in figures)
    ratios = (page / bare, made / bare, dossier, dossier / bare)
    return bench.engine, bench.cadres, page, made, bare, alone, *ratios, max(figures[1])


def _client(bench: Bench, kept: int = 1000) -> FlaskClient:
    """A browser of a viewer that keeps so many results: with none every page is made anew."""
    app = create_app(bench.settings, bench.graph, today=lambda: "2024-03-01")
    with app.app_context():
        replace(services(), kept=Kept(kept)).attach(app)
    return app.test_client()


def _drawn(bench: Bench) -> list[str]:
    ids = [row["id"] for row in bench.graph.read("MATCH (c:Cadre) RETURN c.id AS id ORDER BY id")]
    return random.Random(bench.seed).sample(ids, min(_CADRES, len(ids)))


def _page(client: FlaskClient, cadre: str) -> None:
    response = client.get(f"/cadres/{cadre}")
    assert response.status_code == 200, response.status


def _bare(bench: Bench, cypher: str, **params: object) -> Rows:
    """What the driver gives for a query, with nothing of ours around it."""
    with bench.graph.engine.read_session() as session:
        return [record.data() for record in session.run(cast("Any", cypher), params)]


if __name__ == "__main__":
    main()
