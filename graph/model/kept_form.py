"""A 干部任免审批表 as a source record keeps it: what stood in it, in its order, but for what is never stored.

Read by the importer of the form, kept as JSON in the content of its source record, written out again by `export`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from graph.model.data_files import load_toml

FAMILY: Final = "JiaTingChengYuan"
PHOTO: Final = "ZhaoPian"
ID_NUMBER: Final = "ShenFenZheng"

HIDDEN_ID_NUMBER: Final = "〔身份证号〕"
HIDDEN_MINOR: Final = "〔未成年人〕"
"""What stands in a text in the place of what is never stored."""

PartKind = Literal["text", "xml", "family", "photo", "withheld"]


@dataclass(frozen=True, slots=True)
class Part:
    """One element of the form.

    `text` is its text; the XML of an element that holds elements of its own; the name of the picture for the photo,
    empty where it was no picture; empty for the family, whose rows stand apart, and for what is withheld.
    """

    name: str
    text: str = ""
    kind: PartKind = "text"


@dataclass(frozen=True, slots=True)
class KinRow:
    """One row of the family table: its cells in their order; of a minor only appellation and year of birth."""

    cells: Mapping[str, str]
    minor: bool = False


@dataclass(frozen=True, slots=True)
class KeptForm:
    """The whole form."""

    parts: tuple[Part, ...]
    family: tuple[KinRow, ...] = ()

    def texts(self) -> dict[str, str]:
        """Texts by element; of an element that stands twice the first that says something."""
        found: dict[str, str] = {}
        for part in self.parts:
            if part.kind == "text" and not found.get(part.name):
                found[part.name] = part.text
        return found

    def as_json(self) -> dict[str, Any]:
        """The form as plain lists; `from_json` reads them."""
        return {
            "parts": [[part.name, part.text, *([part.kind] if part.kind != "text" else [])] for part in self.parts],
            "family": [[list(map(list, row.cells.items())), row.minor] for row in self.family],
        }


def from_json(data: Mapping[str, Sequence[Any]]) -> KeptForm:
    """The form that `KeptForm.as_json` wrote."""
    return KeptForm(
        tuple(Part(*each) for each in data["parts"]),
        tuple(KinRow(dict(cells), minor) for cells, minor in data["family"]),
    )


def element_titles() -> Mapping[str, str]:
    """What the printed form calls its elements."""
    titles: Mapping[str, str] = load_toml(__package__, "kept_form.toml")["titles"]
    return titles


def title_of(element: str) -> str:
    """What the printed form calls an element; an element it does not have by its own name."""
    return element_titles().get(element, element)
