"""Units by what people call them: an id, a full or short name, or the end of a name where only one unit has it."""

from __future__ import annotations

from typing import Any, Final

from graph.store.connection import Graph
from queries.runner import run_view

_SHORTEST: Final = 3
_LONGEST: Final = 12
_MOST: Final = 12

Row = dict[str, Any]


def units_called(graph: Graph, text: str) -> list[Row]:
    """`{id, name}` of the units of exactly this id, name or short name, else of those whose name ends so."""
    exact = run_view(graph, "units_named", text=text)
    if exact and exact[0]["id"] == text:
        return exact[:1]
    return exact or (_ending(graph, [text]) if len(text) >= _SHORTEST else [])


def units_inside(graph: Graph, text: str) -> list[Row]:
    """`{id, name, ending}` of the units whose name ends in a part of a text, by the longest such part.

    水利局评差的项目 holds 水利局, the end of 澜江市水利局. Several where the part names several.
    """
    parts = {text[at : at + size] for size in range(_SHORTEST, _LONGEST + 1) for at in range(len(text) - size + 1)}
    chinese = sorted((each for each in parts if _is_name(each)), key=lambda each: (-len(each), each))
    found = _ending(graph, chinese) if chinese else []
    return [row for row in found if row["ending"] == found[0]["ending"]]


def _ending(graph: Graph, texts: list[str]) -> list[Row]:
    return run_view(graph, "units_ending", texts=texts, limit=_MOST)


def _is_name(text: str) -> bool:
    """Whether a part of a text is made of Chinese characters only."""
    return all("\u4e00" <= each <= "\u9fff" for each in text)
