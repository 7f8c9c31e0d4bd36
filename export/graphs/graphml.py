"""GraphML, for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

import io

import networkx as nx

from export.graphs import Picture
from export.graphs.gexf import as_graph

MEDIA_TYPE = "application/graphml+xml; charset=utf-8"


def write(picture: Picture) -> bytes:
    """Names, kinds and places on the nodes; relation, basis and words on the edges; the marks on the graph."""
    graph = as_graph(picture)
    for _, values in graph.nodes(data=True):
        del values["viz"]
    out = io.BytesIO()
    nx.write_graphml_xml(graph, out)
    return out.getvalue()
