"""What pages are put together from: tables, pictures, evidence, empty states; their macros are in templates/parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from markupsafe import Markup

from graph.model.schema import Evidence
from queries.evidence import Delivery
from queries.runner import load_view
from webui.frame.language import language

Shape = Literal["text", "number", "long", "date", "file"]
Order = Literal["ascending", "descending"]

_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]{9}")


@dataclass(frozen=True)
class Column:
    """One column: its heading, how its values lie, the address that sorts by it and which way it is sorted now."""

    title: str
    shape: Shape = "text"
    href: str | None = None
    order: Order | None = None


@dataclass(frozen=True)
class Link:
    """A thing with its page."""

    name: str
    href: str


@dataclass(frozen=True)
class Chip:
    """A filter: what it keeps, how many that are, where it leads, whether it is on."""

    text: str
    count: int
    href: str
    current: bool = False


@dataclass(frozen=True)
class Cell:
    """One value; `mark` is said beside it (derived, disputed), `tone` colours a tag (good, bad, open, plain).

    `pick` is the id of a cadre who can be picked here to be compared; the page then has the form of `parts.compare`.
    `parts` are what the text is made of where it names several things, each with its page or an empty address.
    """

    text: str = ""
    href: str | None = None
    mark: str | None = None
    tone: str | None = None
    pick: str | None = None
    parts: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Row:
    """One line of a table; `anchor` makes it reachable."""

    cells: tuple[Cell, ...]
    anchor: str | None = None


@dataclass(frozen=True)
class Table:
    """A table whose rows all have as many cells as there are columns; the first cell of a row names it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def latin(self) -> tuple[bool, ...]:
        """Of each column of plain text whether long Latin words stand in it, which need more room than Chinese."""
        return tuple(
            column.shape == "text" and any(_LATIN.search(row.cells[at].text) for row in self.rows)
            for at, column in enumerate(self.columns)
        )

    def cut(self, first: int) -> tuple[Table, Table | None]:
        """The first rows, and the others as a table of their own; None where those are not many more."""
        if len(self.rows) <= first + first // 4:
            return self, None
        return replace(self, rows=self.rows[:first]), replace(self, rows=self.rows[first:])


@dataclass(frozen=True)
class Query:
    """What was asked of the graph: a title, the Cypher and its parameters, each `name = value`."""

    title: str
    cypher: str
    params: tuple[str, ...] = ()


def view_query(name: str, /, **params: object) -> Query:
    """What a view asks, with the parameters it was asked with."""
    view = load_view(name)
    given = tuple(f"{key} = {value!r}" for key, value in params.items())
    return Query(view.header.title(language()), view.cypher, given)


@dataclass(frozen=True)
class Picture:
    """A drawing made by the server, with a sentence that says what it shows.

    `names` is the part that stays in place while a narrow screen scrolls the rest; `sheets` are what is printed instead
    of a drawing that would be too small on paper.
    """

    svg: Markup
    caption: str
    download: str
    names: Markup | None = None
    sheets: tuple[Markup, ...] = ()


@dataclass(frozen=True)
class Source:
    """One place in one document, as an evidence list shows it."""

    evidence: Evidence
    where: str
    delivery: Delivery | None = None


@dataclass(frozen=True)
class Empty:
    """What is not there, and what would fill it."""

    text: str
    href: str | None = None
    link: str | None = None


def table(caption: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Table:
    """A table without anchors; raises `ValueError` when a row is not as wide as the head."""
    if odd := [len(row) for row in rows if len(row) != len(columns)]:
        raise ValueError(f"A row of {odd[0]} cells under {len(columns)} headings.")
    return Table(caption, tuple(columns), tuple(Row(tuple(row)) for row in rows))


def told_columns(told: Table) -> Table:
    """The table without the columns in which no row says anything; its first column always stays."""
    kept = [at for at in range(len(told.columns)) if at == 0 or any(row.cells[at].text for row in told.rows)]
    columns = tuple(told.columns[at] for at in kept)
    rows = tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in told.rows)
    return replace(told, columns=columns, rows=rows)
