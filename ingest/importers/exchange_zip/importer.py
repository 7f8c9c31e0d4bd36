"""An exchange package as a document: its tables are those of the collection workbook, in codes and joined by A0000."""

from __future__ import annotations

from collections.abc import Mapping
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
from ingest.importers.exchange_zip.package import Package, is_package, open_package
from ingest.importers.exchange_zip.pictures import PICTURES, read_pictures

if TYPE_CHECKING:
    from ingest.importers import Reading

_say: Final = sayings("ingest.importers.exchange_zip")
_KEY: Final = "A0000"
_PERSONS: Final = "A01"
_UNITS: Final = "B01"


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
    people = {row.get(_KEY, ""): row for row in package.rows(_PERSONS)} if _PERSONS in there else {}
    return {code: _table(package, code, people) for code in _layouts() if code in there}


def _table(package: Package, code: str, people: Mapping[str, Mapping[str, str]]) -> Table:
    fields: Mapping[str, str] = _layouts()[code]["fields"]
    join = () if code in (_PERSONS, _UNITS) else ("姓名", "身份证号")
    headings = (*join, *fields.values())
    rows = []
    for number, row in enumerate(package.rows(code), start=1):
        person = people.get(row.get(_KEY, ""), {})
        keys = [person.get("A0101", ""), person.get("A0184", "")] if join else []
        rows.append((number, [*keys, *(_named(code, field, row.get(field, "")) for field in fields)]))
    return Table(code, Header(0, {name: index for index, name in enumerate(headings)}, (), {}), rows)


def _named(code: str, field: str, text: str) -> str:
    """The name of an official code; text that is no code stays as it is."""
    layout = _layouts()[code]
    words: Mapping[str, str] = layout.get("words", {}).get(field, {})
    codes = layout.get("codes", {}).get(field)
    plain = text.strip()
    return words.get(plain) or (code_list(codes).of_code(plain) if codes else None) or text
