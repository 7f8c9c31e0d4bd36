"""The 干部任免审批表 that the graph keeps of a cadre, as it stood but for what is never stored."""

from __future__ import annotations

import json
from dataclasses import dataclass

from graph.model.kept_form import KeptForm, from_json
from graph.model.records import record_types
from graph.model.schema import Access
from graph.store.connection import Graph
from queries.runner import run_view


@dataclass(frozen=True, slots=True)
class StoredForm:
    """One form, and the document it stood in."""

    form: KeptForm
    document: str
    date: str | None


def read_form(graph: Graph, cadre: str, clearance: Access) -> StoredForm | None:
    """The newest form in force about the cadre; None where there is none, or none within the clearance."""
    if clearance < record_types()["SourceRecord"].TYPE.access_of("content"):
        return None
    for row in run_view(graph, "form_records", cadre=cadre):
        kept = json.loads(row["content"]).get("form")
        if kept:
            return StoredForm(from_json(kept), row["document"] or "", row["date"])
    return None
