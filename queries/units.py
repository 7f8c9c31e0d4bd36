"""Units by what people call them: an id, any usual name of the body, or the end of a name that only one unit has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from graph.model.keys import make_key
from graph.model.records import record_types
from graph.model.unit_names import usual_name, usual_words
from graph.store.connection import Graph
from queries.runner import run_view

_SHORTEST: Final = 3
_LONGEST: Final = 12
_MOST: Final = 12

Row = dict[str, Any]


def units_called(graph: Graph, text: str) -> list[Row]:
    """`{id, name}` of the units of this id, name or short name, else of the body so called, else whose name ends so.

    青屿区住建局 is 青屿区住房和城乡建设局, whichever of the two a document described.
    """
    exact = run_view(graph, "units_named", text=text)
    if exact and exact[0]["id"] == text:
        return exact[:1]
    exact = exact or run_view(graph, "units_named", text=_id_of_body(text))
    return exact or (_ending(graph, _spellings([text])) if len(text) >= _SHORTEST else [])


def units_inside(graph: Graph, text: str) -> list[Row]:
    """`{id, name, ending}` of the units whose name ends in a part of a text, by the longest such part.

    水利局评差的项目 holds 水利局, the end of 澜江市水利局. Several where the part names several.
    """
    parts = {text[at : at + size] for size in range(_SHORTEST, _LONGEST + 1) for at in range(len(text) - size + 1)}
    chinese = sorted((each for each in parts if _is_name(each)), key=lambda each: (-len(each), each))
    found = _ending(graph, _spellings(chinese)) if chinese else []
    longest = max((len(row["ending"]) for row in found), default=0)
    return [row for row in found if len(row["ending"]) == longest]


def _id_of_body(name: str) -> str:
    """The id of the unit that a name means, whatever name it is described under."""
    return make_key(record_types()["Unit"].TYPE.prefix, usual_name(name))


def _spellings(texts: Iterable[str]) -> dict[str, str]:
    """Each text by how it and the usual name of what it says are written."""
    spellings: dict[str, str] = {}
    for text in texts:
        for spelling in (text, usual_words(text)):
            spellings.setdefault(spelling, text)
    return spellings


def _ending(graph: Graph, spellings: dict[str, str]) -> list[Row]:
    """Units whose name ends in one of these spellings; `ending` is the text that was written."""
    rows = run_view(graph, "units_ending", texts=list(spellings), limit=_MOST)
    return [{**row, "ending": spellings[row["ending"]]} for row in rows]


def _is_name(text: str) -> bool:
    """Whether a part of a text is made of Chinese characters only."""
    return all("\u4e00" <= each <= "\u9fff" for each in text)
