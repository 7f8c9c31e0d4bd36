"""The rows of all sheets put together by person: 姓名 and 身份证号 join them (domain.md 1b)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from graph.errors import Place
from graph.model.words import Both, sayings
from ingest.clean.id_number import normalise_id_number
from ingest.clean.tables import Row, Table
from ingest.drafts import FindingDraft

_say: Final = sayings("ingest.importers.collection_workbook")
_shared: Final = sayings("ingest.importers")
NAME = "姓名"
ID_NUMBER = "身份证号"
PERSONS = "A01"

OWN = "A0000"
"""The key by which an exchange package joins its tables: it tells apart who has no ID number."""

_Key = tuple[str, str, str]
"""Name, ID number, in memory only, and the key of the package where there is one."""


@dataclass(slots=True)
class Person:
    """One person's rows by the code of their sheet; the ID number stays in memory only and out of repr."""

    name: str
    id_number: str | None = field(repr=False)
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    photo: str | None = None


class People:
    """Gathers rows; rows that belong to nobody, or to somebody twice, become error findings."""

    def __init__(self, findings: list[FindingDraft], *, with_persons: bool) -> None:
        self._findings = findings
        self._with_persons = with_persons
        self._people: dict[_Key, Person] = {}
        self._by_name: dict[str, list[Person]] = defaultdict(list)

    def all(self) -> Iterable[Person]:
        """Everybody, in the order in which they were first named."""
        return self._people.values()

    def add_persons(self, table: Table, photos: Mapping[int, str]) -> None:
        """The rows of A01, one a person; `photos` names their pictures by the number of the row."""
        for row in table:
            key = _key(row)
            if key is None:
                self._report(table, row, "missing-value", _shared("no-name"))
            elif key in self._people:
                self._report(table, row, "doubled-person", _shared("doubled", name=key[0]))
            else:
                person = self._new(key)
                person.rows[PERSONS].append(row)
                person.photo = photos.get(row.number)

    def add(self, code: str, table: Table) -> None:
        """The rows of any other sheet."""
        for row in table:
            key = _key(row)
            if key is None:
                self._report_nobody(table, row)
                continue
            person = self._find(key)
            if person is None:
                self._report(table, row, "person-not-in-A01", _say("not-in-persons", name=key[0]))
            else:
                person.rows[code].append(row)

    def _find(self, key: _Key) -> Person | None:
        if key in self._people:
            return self._people[key]
        name, number, own = key
        if not number and not own and len(self._by_name[name]) == 1:
            return self._by_name[name][0]
        return None if self._with_persons else self._new(key)

    def _new(self, key: _Key) -> Person:
        person = self._people[key] = Person(key[0], key[1] or None)
        self._by_name[key[0]].append(person)
        return person

    def _report_nobody(self, table: Table, row: Row) -> None:
        if own := row.get(OWN):
            self._report(table, row, "person-not-in-A01", _say("not-in-package", own=own))
        else:
            self._report(table, row, "missing-value", _shared("no-name"))

    def _report(self, table: Table, row: Row, code: str, reason: Both) -> None:
        place = Place(sheet=table.sheet, row=row.number, column=NAME)
        self._findings.append(FindingDraft(place, row.get(NAME, ""), code, "error", reason))


def _key(row: Mapping[str, str]) -> _Key | None:
    name = "".join(row.get(NAME, "").split())
    return (name, normalise_id_number(row.get(ID_NUMBER, "")), row.get(OWN, "")) if name else None
