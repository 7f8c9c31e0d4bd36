"""GEXF 1.2, for Gephi, with places."""

from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx

from export.graphs import Picture, plain

MEDIA_TYPE = "application/gexf+xml; charset=utf-8"


def write(picture: Picture) -> bytes:
    """Names, kinds and places on the nodes; relation, basis and words on the edges; the marks in its head."""
    out = io.BytesIO()
    nx.write_gexf(as_graph(picture), out)
    root = ET.fromstring(out.getvalue())  # noqa: S314 - written a line before
    meta = root.find("{*}meta")
    if meta is not None:
        told = ET.SubElement(meta, meta.tag.replace("meta", "description"))
        told.text = plain("\n".join((picture.title, *picture.marks)))
    ET.register_namespace("", root.tag[1:].partition("}")[0])
    return bytes(ET.tostring(root, "utf-8", xml_declaration=True))


def as_graph(picture: Picture) -> Any:  # noqa: ANN401 - a networkx graph
    """The picture as a graph in which two things may be linked more than once.

    It is undirected where every link reads the same from both ends. Where some do, it is directed and each link says
    whether it is `mutual`: both formats let a single edge be undirected, but networkx refuses a file that mixes them.
    """
    kind = nx.MultiGraph if picture.lines and all(line.mutual for line in picture.lines) else nx.MultiDiGraph
    graph: Any = kind(name=plain(picture.title), marks=plain("\n".join(picture.marks)))
    for each in picture.points:
        x, y = picture.places[each.id]
        graph.add_node(
            each.id,
            label=plain(each.name),
            kind=plain(each.kind),
            x=float(x),
            y=float(y),
            viz={"position": {"x": float(x), "y": float(-y), "z": 0.0}},
        )
    for line in picture.lines:
        basis = "derived" if line.derived else "stated"
        told = {"relation": plain(line.type), "basis": basis, "mutual": line.mutual, "says": plain(line.text)}
        graph.add_edge(line.start, line.end, **told)
    return graph
