"""The workbook's sheets as `graph/model/collection_sheets.toml` declares them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph.model.collection_sheets import collection_sheets
from graph.model.records import record_types
from graph.model.schema import Kind
from ingest.clean.tables import heading_key

_DATES: Final = frozenset({"birth", "lifted_on"})
"""Words of the sheets' own readers that are dates."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet: `columns` heading -> property, `known` the comparable form of every spelling -> heading."""

    code: str
    name: str
    type: str
    columns: Mapping[str, str]
    codes: Mapping[str, str]
    known: Mapping[str, str]
    left: frozenset[str]
    optional: frozenset[str]

    @property
    def dates(self) -> Mapping[str, str]:
        """Heading -> property of the columns that hold dates."""
        properties = record_types()[self.type].TYPE.properties
        found = {heading: name for heading, name in self.columns.items() if name in properties or name in _DATES}
        return {
            heading: name for heading, name in found.items() if name in _DATES or properties[name].kind is Kind.DATE
        }

    def heading(self, name: str) -> str:
        """The heading of a property's column."""
        return next(heading for heading, own in self.columns.items() if own == name)


@cache
def layouts() -> Mapping[str, Layout]:
    """The sheets by their code (A01 …), in the order of the file."""
    tables = collection_sheets()
    found: dict[str, Layout] = {}
    for code, table in tables.items():
        headings = [*table["columns"], *table.get("kept", ()), *table.get("left", ())]
        known = {heading_key(heading): heading for heading in headings}
        known |= {heading_key(alias): heading for alias, heading in table.get("aliases", {}).items()}
        left, optional = frozenset(table.get("left", ())), frozenset(table.get("optional", ()))
        found[code] = Layout(
            code, table["name"], table["type"], table["columns"], table.get("codes", {}), known, left, optional
        )
    return found


def sheets_of(names: Iterable[str]) -> dict[str, str]:
    """Code -> name of the sheet in a file; a sheet is known by the code its name begins with."""
    found: dict[str, str] = {}
    for name in names:
        plain = "".join(name.split()).upper()
        for code in sorted(layouts(), key=len, reverse=True):
            if plain.startswith(code):
                found.setdefault(code, name)
                break
    return found
