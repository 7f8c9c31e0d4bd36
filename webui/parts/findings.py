"""Findings and places as pages show them: where, what value, how grave, why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from graph.model.codes import code_list
from webui.frame.language import language, say, words
from webui.frame.urls import Urls
from webui.parts.components import Cell, Column, Shape, Table, table

_TONES: Final = {
    "error": "bad",
    "warning": "open",
    "info": "plain",
    "loading": "open",
    "interrupted": "open",
    "undone": "bad",
    "done": "plain",
}


def code_cell(name: str, value: str | None) -> Cell:
    """A value of a code list as a tag in the language of the page."""
    if not value:
        return Cell()
    return Cell(code_list(name).label(value, language()), tone=_TONES.get(value, "plain"))


def code_text(code: str) -> str:
    """What a kind of finding is called; a code without a text is shown as it is."""
    key = f"finding_code_{code}"
    return say(key) if key in words() else code


def place_text(sheet: str | None, row: int | None, line: int | None, column: str | None) -> str:
    """Where in a document: `A01人员 · 第5行 · “姓名”列`."""
    parts = [sheet or ""]
    parts.append(say("place_row", row=row) if row is not None else "")
    parts.append(say("place_line", line=line) if line is not None else "")
    parts.append(say("place_column", column=column) if column else "")
    return " · ".join(part for part in parts if part)


def reason_text(row: Mapping[str, Any]) -> str:
    """Why there is a finding, in the language of the page."""
    return (row["reason_en"] if language() == "en" else row["reason"]) or ""


def findings_table(rows: Iterable[Mapping[str, Any]], *, with_cadre: bool = False) -> Table:
    """One row a finding.

    `rows` have document, severity, sheet, row, line, column, value, and reason
    and reason_en; for `with_cadre` also cadre and cadre_id.
    """
    names = ["severity", "document", "place", "value", "reason", *(["cadre"] if with_cadre else [])]
    shapes: dict[str, Shape] = {"reason": "long", "value": "long", "document": "file"}
    columns = [Column(say(f"finding_{name}"), shapes.get(name, "text")) for name in names]
    return table(say("findings_title"), columns, [_cells(row, with_cadre) for row in rows])


def _cells(row: Mapping[str, Any], with_cadre: bool) -> list[Cell]:
    place = place_text(row["sheet"], row["row"], row["line"], row["column"])
    value = "" if row["value"] is None else str(row["value"])
    cells = [
        code_cell("severity", row["severity"]),
        Cell(row["document"] or ""),
        Cell(place),
        Cell(value),
        Cell(reason_text(row)),
    ]
    if with_cadre:
        cells.append(Cell(row["cadre"], href=Urls().cadre(row["cadre_id"])) if row.get("cadre_id") else Cell())
    return cells
