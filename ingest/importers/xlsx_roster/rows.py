"""One sheet while it is read: its rows by field, what it told of itself, and what was unsure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from graph.errors import Place
from graph.model.words import Both, sayings
from ingest.clean.id_number import is_id_cell
from ingest.clean.privacy import hide_private
from ingest.clean.tables import is_footer
from ingest.clean.values import Cell, cell_text, tidy
from ingest.drafts import FindingDraft, Severity
from ingest.importers.xlsx_roster.headings import UNITS, Heads, is_counted
from ingest.mapping.readers.groups import is_numbered, plain_title

if TYPE_CHECKING:
    from ingest.importers import Reading

_say: Final = sayings("ingest.importers.xlsx_roster")
_shared: Final = sayings("ingest.importers")
Numbered = tuple[int, Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Told:
    """What stands above the headings: who made the sheet, as of when, and the year its title speaks of."""

    issuer: str | None = None
    date: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its number, the cells by field (raw, for dates), results by year, and the texts no field takes.

    `group` is the title above it, such as 县委组织部 of a row `一、县委组织部（2人）`.
    """

    number: int
    cells: Mapping[str, Cell]
    grades: Mapping[int, str]
    rest: Mapping[str, str]
    group: str = ""

    def text(self, name: str) -> str | None:
        """The field as written; None where it is empty."""
        return tidy(cell_text(self.cells[name])) if name in self.cells else None


@dataclass(slots=True)
class Sheet:
    """A sheet with its headings; `findings` is shared with the document."""

    name: str
    heads: Heads
    told: Told
    reading: Reading
    findings: list[FindingDraft]
    filled: set[str] = field(default_factory=set)
    titles: dict[int, str] = field(default_factory=dict)
    """The titles of groups, by their rows."""

    def rows(self, rows: Iterable[Numbered]) -> Iterator[SheetRow]:
        """The rows below the headings that hold data, each with its group's title; sums and footers are passed over."""
        for number, cells in rows:
            if number > self.heads.row and (row := self._row(number, cells)) is not None:
                yield row
        self._report_titles()

    def _report_titles(self) -> None:
        if self.titles:
            row, first = next(iter(self.titles.items()))
            reason = _say("group-title", count=len(self.titles))
            self.report(Place(sheet=self.name, row=row), first, "group-title", reason, "info")

    def _row(self, number: int, cells: Sequence[Cell]) -> SheetRow | None:
        filled = [text for cell in cells if cell != "" and (text := tidy(cell_text(cell)))]
        if not filled or is_footer(cells):
            return None
        if len(filled) == 1 and self._is_group(cells, filled[0]):
            self.titles[number] = filled[0]
            return None
        kept = {column: cells[column.index] for column in self.heads.columns if column.index < len(cells)}
        by_field = {column.field: cell for column, cell in kept.items() if column.year is None and cell != ""}
        grades = {column.year: text for column, cell in kept.items() if column.year and (text := tidy(cell_text(cell)))}
        rest = {
            heading: text
            for heading, index in self.heads.unknown.items()
            if index < len(cells) and (text := tidy(cell_text(cells[index])))
        }
        self.filled.update(rest)
        group = plain_title(next(reversed(self.titles.values()))) if self.titles else ""
        return SheetRow(number, by_field, grades, rest, group)

    def _is_group(self, cells: Sequence[Cell], text: str) -> bool:
        """Whether the only text of a row is the title of a group: numbered as such, or in no column of the table's."""
        at = next(index for index, cell in enumerate(cells) if cell != "" and tidy(cell_text(cell)))
        fields = {column.index: column.field for column in self.heads.columns}
        return is_numbered(text) or fields.get(at, "number") == "number"

    def place(self, row: SheetRow, name: str | None = None) -> Place:
        """The place of a row, or of one of its fields."""
        return Place(sheet=self.name, row=row.number, column=self._heading(name))

    def place_of(self, name: str) -> Place:
        """The place of a field's heading."""
        return Place(sheet=self.name, row=self.heads.row, column=self._heading(name))

    def _heading(self, name: str | None) -> str | None:
        return next((column.heading for column in self.heads.columns if column.field == name), None)

    def report(self, place: Place, value: str, code: str, reason: Both, severity: Severity = "warning") -> None:
        """Add a finding."""
        self.findings.append(FindingDraft(place, value, code, severity, reason))

    def is_usable(self) -> bool:
        """Whether no heading stands twice; a finding tells where one does."""
        for heading in self.heads.doubled:
            place = Place(sheet=self.name, row=self.heads.row, column=heading)
            self.report(place, heading, "doubled-heading", _shared("doubled-heading", heading=heading), "error")
        return not self.heads.doubled

    def report_columns(self) -> None:
        """Tell once of each column that holds something and is not read; call it after the rows."""
        for heading in self.heads.unknown:
            if heading in self.filled and not (self.heads.kind == UNITS and is_counted(heading)):
                place = Place(sheet=self.name, row=self.heads.row, column=heading)
                self.report(place, heading, "unread-column", _say("unread-column", heading=heading), "info")


def unread(sheet: Sheet, row: SheetRow, hide: Callable[[str], str] = hide_private) -> dict[str, dict[str, str]]:
    """The texts of a row that no field takes, to be kept with its record, without what `hide` leaves out of a text."""
    rest = {name: hide(text) for name, text in row.rest.items() if not is_id_cell(name, text)}
    return {f"{sheet.name}#{row.number}": rest} if rest else {}
