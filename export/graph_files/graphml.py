"""GraphML, for Gephi, yEd, igraph and networkx: written as a stream, with a declared type for every property.

GraphML has no lists: their values stand as a JSON text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TextIO
from xml.sax.saxutils import escape, quoteattr

from export.graph_files import Counts, types_of
from export.lrmx import UNWRITABLE
from export.marking import Marking
from queries.whole_graph import WholeGraph

_SPACE: Final = "http://graphml.graphdrawing.org/xmlns"
_TYPES: Final = {"boolean": "boolean", "long": "long", "double": "double"}

Types = Mapping[str, str]


def write(source: WholeGraph, path: Path, marking: Marking) -> Counts:
    """Write the file; a node's label and a relation's type are properties called `label`."""
    nodes = types_of(each.properties for label in source.labels for each in source.nodes(label))
    relations = types_of(each.properties for kind in source.types for each in source.relations(kind))
    counts = Counts()
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{_SPACE}">\n')
        file.write(f"<desc>{_text(marking.line())}</desc>\n")
        _declare(file, "node", nodes)
        _declare(file, "edge", relations)
        file.write('<graph id="zhishi" edgedefault="directed">\n')
        for label in source.labels:
            rows = ((f"<node id={_attribute(each.id)}>", each.properties) for each in source.nodes(label))
            counts.nodes[label] = _write(file, "node", label, rows)
        for kind in source.types:
            ends = (
                (f"<edge source={_attribute(each.start)} target={_attribute(each.end)}>", each.properties)
                for each in source.relations(kind)
            )
            counts.relations[kind] = _write(file, "edge", kind, ends)
        file.write("</graph>\n</graphml>\n")
    return counts


def _declare(file: TextIO, domain: str, types: Types) -> None:
    for name, kind in {"label": "string", **types}.items():
        told = _TYPES.get(kind, "string")
        key, called = _attribute(_key(domain, name)), _attribute(name)
        file.write(f'<key id={key} for="{domain}" attr.name={called} attr.type="{told}"/>\n')


def _key(domain: str, name: str) -> str:
    """A key of its own for a property called label, which would be taken for the label itself."""
    return f"{domain[0]}_{name}"


def _write(file: TextIO, domain: str, label: str, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> int:
    number = 0
    for opening, properties in rows:
        data = {"label": label, **{name: value for name, value in properties.items() if value is not None}}
        cells = (f"<data key={_attribute(_key(domain, name))}>{_text(_plain(v))}</data>" for name, v in data.items())
        file.write(f"{opening}{''.join(cells)}</{domain}>\n")
        number += 1
    return number


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)


def _text(text: str) -> str:
    return escape(text.translate(UNWRITABLE)).replace("\r", "&#13;")


def _attribute(text: str) -> str:
    return quoteattr(text.translate(UNWRITABLE))
