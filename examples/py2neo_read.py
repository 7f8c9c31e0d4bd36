"""Read the graph with py2neo: which cadres serve at a unit now.

    python examples/py2neo_read.py 澜江市水利局

py2neo is no longer developed; scripts that use it go on working against both engines. The embedded engine is started if
need be, as every command does; with NEO4J_URI set that server is read.
"""

from __future__ import annotations

import os
import sys

from py2neo import Graph as Py2neo

from graph.settings import Settings
from graph.store.connection import open_graph
from graph.store.engines.base import Reader

QUERY = """
MATCH (c:Cadre)-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit)
WHERE u.name = $unit AND t.end_status = 'current'
RETURN c.name AS name, t.title AS title, t.start AS since
ORDER BY name, title
"""


def read(reader: Reader, unit: str) -> list[tuple[str, str | None, str | None]]:
    """Name, post and start of everyone who serves at the unit now."""
    graph = Py2neo(reader.uri, auth=(reader.user, reader.password), name=reader.database)
    try:
        return [(row["name"], row["title"], row["since"]) for row in graph.run(QUERY, unit=unit).data()]
    finally:
        # py2neo leaves its connections open by itself
        graph.service.connector.close()


def main() -> None:
    """Print one line a post."""
    with open_graph(Settings.from_env(os.environ)) as graph:
        for name, title, since in read(graph.engine.reader(), sys.argv[1]):
            print(name, title or "", since or "", sep="\t")


if __name__ == "__main__":
    main()
