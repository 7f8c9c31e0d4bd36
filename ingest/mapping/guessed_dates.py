"""Dates that JSON keeps in parts, `{"year": 1961, "month": 3, "day": null}`, in all rows or in some of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.mapping.headings import spelled
from ingest.mapping.words import data


@dataclass(frozen=True, slots=True)
class Parts:
    """The columns of the parts of a date, the year first, and the one that holds it whole in other rows."""

    columns: tuple[str, ...]
    whole: str | None = None

    def value(self, more: str = "") -> str:
        """The value that puts it together, as a mapping writes it; `more` are further keys of it."""
        year, *rest = self.columns
        text = f"{{{year}}}" + "".join(f"[-{{{each}}}]" for each in rest)
        put = f'text = "{text}"'
        return f'{{ first_of = [{{ {put} }}, "{self.whole}"]{more} }}' if self.whole else f"{{ {put}{more} }}"


def dates_in_parts(columns: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Parts]]:
    """What each object that holds a year and nothing but parts of a date is called, with these parts."""
    words = data("aliases")["date_parts"]
    known = {name: frozenset(map(spelled, words[name])) for name in ("year", "month", "day")}
    for base in dict.fromkeys(column.rpartition(".")[0] for column in columns):
        inside = [column for column in columns if base and column.rpartition(".")[0] == base]
        last = {column: spelled(column.rpartition(".")[2]) for column in inside}
        found = [next((each for each in inside if last[each] in known[part]), None) for part in known]
        if found[0] is not None and all(each in found for each in inside):
            yield base, Parts(tuple(filter(None, found)), base if columns.get(base) else None)
