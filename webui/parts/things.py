"""The page of a thing, by its label: what has no page of its own has that of its evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from graph.model.schema import Edge, Record
from webui.frame.urls import Urls

_NO_PAGE = frozenset({"SourceDocument", "Finding", "Identifier", "GraphState"})
_LEADING_ON = frozenset({"Cadre", "Unit", "Post", "WorkProject", "SelectionCase"})

_OWN: Final[Mapping[str, Callable[[Urls, str], str]]] = {
    "Cadre": Urls.cadre,
    "Unit": Urls.unit,
    "Post": Urls.post,
    "ImportBatch": Urls.import_batch,
    "SourceRecord": Urls.source,
    "SelectionCase": Urls.case,
}


def thing_page(label: str, thing_id: str) -> str | None:
    """Its address; None for what is shown with other things only."""
    if label in _NO_PAGE:
        return None
    return _OWN.get(label, Urls.evidence)(Urls(), thing_id)


def pages_named(record: Record) -> Mapping[str, str]:
    """The pages of the cadres, units, posts, projects and cases a record is linked to, by their names."""
    return {edge.name: page for edge in _edges(record) if edge.name and (page := edge_page(edge))}


def edge_page(edge: Edge) -> str | None:
    """The page of the other end of a relation, of the kinds that lead on from a life; None for any other kind."""
    return thing_page(edge.label, edge.id) if edge.label in _LEADING_ON else None


def _edges(record: Record) -> Iterator[Edge]:
    for name in record.TYPE.links:
        yield from getattr(record, name)
