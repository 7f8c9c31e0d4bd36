"""All import batches, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from flask import Blueprint, Response, request

from queries.runner import run_view
from webui.frame.language import say
from webui.frame.navigation import Nav
from webui.frame.part import part_asked
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Cell, Column, Empty, Table, table
from webui.parts.findings import code_cell
from webui.parts.formats import instant_text

page = Blueprint("imports", __name__)
NAV = Nav(order=70, word="nav_imports", endpoint="imports.show")

_PER_PART: Final = 50


@dataclass(frozen=True, kw_only=True)
class ImportsPage(View):
    """Every time files were brought in."""

    template: ClassVar[str] = "pages/imports.html"

    batches: Annotated[Table | None, "One row a batch; None when there is none."]
    nothing: Annotated[Empty | None, "What would fill the page."]
    newer: Annotated[str | None, "Address of newer batches; None on the first part."]
    older: Annotated[str | None, "Address of older batches; None on the last part."]


@page.get("/imports")
def show() -> Response:
    """The batches, fifty a part."""
    part = part_asked(request.args)
    rows = run_view(services().graph, "batches", skip=(part - 1) * _PER_PART, limit=_PER_PART + 1)
    nothing = Empty(say("imports_empty"), Urls().import_new(), say("nav_import_new"))
    return render(
        ImportsPage(
            title=say("imports_title"),
            batches=_table(rows[:_PER_PART]) if rows else None,
            nothing=None if rows else nothing,
            newer=Urls().imports(part - 1) if part > 1 else None,
            older=Urls().imports(part + 1) if len(rows) > _PER_PART else None,
        )
    )


def _table(rows: list[dict[str, Any]]) -> Table:
    numbers = ("files", "created", "changed", "removed", "findings")
    columns = [Column(say("batch_started"), "date"), Column(say("batch_state"))]
    columns += [Column(say(f"batch_{name}"), "number") for name in numbers]
    cells = [
        [
            Cell(instant_text(row["started_at"]), href=Urls().import_batch(row["id"])),
            code_cell("batch_state", row["state"]),
            *(Cell(_files(row) if name == "files" else f"{row[name] or 0:,}") for name in numbers),
        ]
        for row in rows
    ]
    return table(say("imports_title"), columns, cells)


def _files(row: dict[str, Any]) -> str:
    """How many documents are in; of a batch that stopped half way also how many there were to be."""
    if row["state"] == "interrupted":
        return say("batch_files_of", whole=row["files"] or 0, planned=row["planned"] or 0)
    return f"{row['files'] or 0:,}"
