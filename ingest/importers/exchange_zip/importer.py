"""An exchange package as a document: its tables are those of the collection workbook, in codes and joined by A0000."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graph.errors import Place
from graph.model.codes import code_list
from graph.model.data_files import load_toml
from graph.model.words import sayings
from ingest.clean.tables import Header, Table
from ingest.clean.values import ValueProblem, read_past_date
from ingest.drafts import DocumentDraft, FindingDraft
from ingest.importers.collection_workbook.importer import records_of
from ingest.importers.collection_workbook.people import ID_NUMBER, NAME, OWN
from ingest.importers.exchange_zip.package import Package, is_package, open_package
from ingest.importers.exchange_zip.pictures import PICTURES, read_pictures

if TYPE_CHECKING:
    from ingest.importers import Reading

_say: Final = sayings("ingest.importers.exchange_zip")
_PERSONS: Final = "A01"
_UNITS: Final = "B01"
_PARENT: Final = "B0121"
"""The `B0111` of the body above, which the workbook gives by its name."""


def _layouts() -> Mapping[str, Mapping[str, Any]]:
    return load_toml(__package__, "fields.toml")


class ExchangeZip:
    """Reads 通用格式 packages, which no password locks."""

    name = "exchange_zip"
    title = _say("title")
    introduces = True

    def recognise(self, path: Path, head: bytes) -> bool:
        """Whether it is a zip with the index of a package."""
        return head.startswith(b"PK") and is_package(path)

    def read(self, path: Path, reading: Reading) -> DocumentDraft:
        """The document; raises SourceError for what is no sound package."""
        findings: list[FindingDraft] = []
        with open_package(path) as package:
            told = _told(package, reading)
            tables = _tables(package, findings)
            pictures = read_pictures(package, findings)
        return DocumentDraft(
            title=path.name,
            importer=self.name,
            records=records_of(tables, reading, told, findings, pictures.names),
            findings=findings,
            form_date=told.get("date"),
            issuer=told.get("issuer"),
            photos=pictures.kept(path),
        )


def _told(package: Package, reading: Reading) -> dict[str, str]:
    """Who exported the package and when."""
    index = package.index()
    told = {"issuer": index["b0101"]} if index.get("b0101") else {}
    digits = "".join(each for each in index.get("time", "") if each.isdigit())[:8]
    try:
        return told | {"date": read_past_date(digits, reading.today)} if digits else told
    except ValueProblem:
        return told


def _tables(package: Package, findings: list[FindingDraft]) -> dict[str, Table]:
    """The tables as the workbook's reader wants them; of a table that is not known a finding tells."""
    there = package.tables()
    for code in there:
        if code not in _layouts() and code != PICTURES:
            reason = _say("unread-table", code=code)
            findings.append(FindingDraft(Place(sheet=code), code, "unread-table", "info", reason))
    people = {row.get(OWN, ""): row for row in package.rows(_PERSONS)} if _PERSONS in there else {}
    return {code: _table(package, code, people) for code in _layouts() if code in there}


def _table(package: Package, code: str, people: Mapping[str, Mapping[str, str]]) -> Table:
    packed = list(package.rows(code))
    fields = _fields(code, packed)
    join = () if code == _UNITS else (OWN,) if code == _PERSONS else (OWN, NAME, ID_NUMBER)
    headings = (*join, *fields.values())
    bodies = {row["B0111"]: row.get("B0101", "") for row in packed if "B0111" in row}
    rows = []
    for number, row in enumerate(packed, start=1):
        person = people.get(row.get(OWN, ""), {})
        keys = [row.get(OWN, ""), person.get("A0101", ""), person.get("A0184", "")][: len(join)]
        told = {**row, _PARENT: bodies.get(row.get(_PARENT, ""), "")}
        rows.append((number, [*keys, *(_named(code, field, told.get(field, "")) for field in fields)]))
    return Table(code, Header(0, {name: index for index, name in enumerate(headings)}, (), {}), rows)


def _fields(code: str, rows: Iterable[Mapping[str, str]]) -> Mapping[str, str]:
    """Heading by attribute: those of the layout, and under their own names those that it does not know."""
    known: Mapping[str, str] = _layouts()[code]["fields"]
    aside = {*known, *_layouts()[code].get("left", ()), OWN}
    return {**known, **{name: name for name in dict.fromkeys(chain.from_iterable(rows)) if name not in aside}}


def _named(code: str, field: str, text: str) -> str:
    """The name of an official code; text that is no code stays as it is."""
    layout = _layouts()[code]
    words: Mapping[str, str] = layout.get("words", {}).get(field, {})
    codes = layout.get("codes", {}).get(field)
    plain = text.strip()
    return words.get(plain) or (code_list(codes).of_code(plain) if codes else None) or text
