"""A table as a document, by a mapping: the importer that `--mapping` puts in the place of those that know a format."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graph.errors import Place
from graph.model.keys import make_key
from graph.model.words import Both, listed
from ingest.clean.values import ValueProblem
from ingest.content import content_hash
from ingest.drafts import DocumentDraft, RecordDraft, Ref, Severity
from ingest.mapping.absent import absent_columns, parts_of
from ingest.mapping.columns import Columns
from ingest.mapping.errors import ListError
from ingest.mapping.expand import expand
from ingest.mapping.findings import Findings, Remarks
from ingest.mapping.job import Job
from ingest.mapping.kin import withheld
from ingest.mapping.leftovers import Leftovers
from ingest.mapping.loaded import LoadedMapping
from ingest.mapping.lookups import lookup_file, read_lookups
from ingest.mapping.make import Maker
from ingest.mapping.messages import say, tell
from ingest.mapping.model import ReadSpec, RecordSpec
from ingest.mapping.named import columns_named, needed_columns
from ingest.mapping.readers import open_table
from ingest.mapping.readers.base import OpenTable
from ingest.mapping.readers.json_items import BAD
from ingest.mapping.readers.remarks import NOTE
from ingest.mapping.scope import Scope, places_above
from ingest.mapping.tally import Tally
from ingest.mapping.values import Raw, Sources, raw_value

if TYPE_CHECKING:
    from ingest.importers import Reading

_WIDE: Final = 3
"""Columns from which on a row with one cell is no row of the table."""


@dataclass(slots=True)
class Counts:
    """How many rows were read and what they gave; final when all is read."""

    rows: int = 0
    tally: Tally = field(default_factory=Tally)


class MappingImporter:
    """Reads any table as one mapping says."""

    name = "mapping"

    def __init__(self, mapping: LoadedMapping) -> None:
        self.mapping = mapping
        self.title = Both(mapping.path.name, mapping.path.name)
        self.introduces = any(each.introduces for each in mapping.spec.record)

    def recognise(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - the importer's interface
        """Every file that is given with the mapping is meant."""
        return True

    def edition(self, path: Path) -> str:
        """What the document depends on besides the file: the mapping and the tables that are looked up in."""
        digest = hashlib.sha256(self.mapping.digest.encode())
        for spec in self.mapping.spec.lookup.values():
            file = lookup_file(spec, path, self.mapping.path)
            if file is not None and file != path:
                digest.update(content_hash(file).encode())
        return digest.hexdigest()

    def read(self, path: Path, reading: Reading) -> DocumentDraft:
        """The document; its records are made as they are asked for, and findings come with them."""
        return self.read_counting(path, reading, Counts())

    def read_counting(self, path: Path, reading: Reading, counts: Counts) -> DocumentDraft:
        """The same, with counts kept."""
        source = self.mapping.spec.source
        run = _Run(self.mapping, path, reading, counts)
        own = source.complete or content_hash(path)
        return DocumentDraft(
            title=f"{source.title} ({path.name})" if source.title else path.name,
            importer=self.name,
            records=run.records(),
            findings=run.findings.into,
            untaken=run.findings.untaken,
            form_date=source.date,
            issuer=source.issuer,
            lineage=make_key("lin", self.name, source.issuer, self.mapping.name, own),
        )


class _Run:
    """One file read by one mapping."""

    def __init__(self, mapping: LoadedMapping, path: Path, reading: Reading, counts: Counts) -> None:
        self._mapping = mapping
        self._spec = mapping.spec
        self._path = path
        self._reading = reading
        self.findings = Findings([])
        self._counts = counts
        self._columns = Columns(mapping)

    def records(self) -> Iterator[RecordDraft]:
        """All records, part by part of the file: those that make cadres known come first."""
        lookups = read_lookups(self._mapping, self._path, self._reading, self._doubt)
        for read, numbers in parts_of(self._spec):
            yield from self._part(read, numbers, lookups)
        self._columns.tell_unused(self.findings)
        self.findings.finish()
        if not any(self._counts.tally.records.values()):
            severity: Severity = "error" if self._counts.rows else "warning"
            self.findings.add(Place(), "", "no-record", tell("no-record", rows=self._counts.rows), severity)

    def _doubt(self, reason: Both) -> None:
        self.findings.add(Place(), "", "encoding-guessed", reason)

    def _part(
        self, read: ReadSpec, numbers: Sequence[int], lookups: Mapping[str, Mapping[str, Any]]
    ) -> Iterator[RecordDraft]:
        specs = {number: self._spec.record[number] for number in numbers}
        table = open_table(self._path, read, columns_named(self._mapping, specs.values()))
        self._tell(table, first=numbers[0] == 0)
        if self._columns.missing(table, specs):
            raise ListError([("", say("missing-columns")), *absent_columns(self._mapping, self._path)])
        job = self._job(read, lookups, table)
        makers = self._makers(specs, job)
        needed = needed_columns(self._mapping, specs)
        family = any(each.type == "FamilyMember" for each in specs.values())
        remarks = Remarks()
        for number, data in table.rows:
            self._counts.rows += 1
            if BAD in data:
                self.findings.add(Place(row=number), str(data[BAD]), "bad-line", tell("bad-line"), "error")
                continue
            if NOTE in data or self._is_outside(data, table, read, needed):
                remarks.add(number, "" if family else _only(data))  # it may be the name of a minor
                continue
            self._columns.see(data, table.columns)
            job.minors.clear()
            job.refused.clear()
            made = self._row(makers, Scope({**data, **self._given(table)}, number), job)
            # Names of minors may stand anywhere in the row: nothing of it goes on before all of it is read.
            yield from [withheld(each, job.minors) for each in list(made)] if family else made
            job.sources.leftovers.tell(self.findings, number, table.sheet, hidden=family)
        remarks.tell(self.findings, table.sheet)
        self._columns.report(table, self.findings, specs.values())

    @staticmethod
    def _is_outside(data: Mapping[str, Any], table: OpenTable, read: ReadSpec, needed: Collection[str]) -> bool:
        """Whether the only cell of a row of a wide table is in no column that some record could be made of."""
        if table.columns is None or len(table.columns) < _WIDE or not needed:
            return False
        filled = [name for name, cell in data.items() if cell not in ("", None)]
        return len(filled) == 1 and filled[0] not in needed and filled[0] not in read.fill_down

    def _given(self, table: OpenTable) -> dict[str, Any]:
        return {"@file": self._path.stem, "@sheet": table.sheet}

    def _tell(self, table: OpenTable, *, first: bool) -> None:
        """How the file was read, once a part."""
        self.findings.add(Place(sheet=table.sheet), "", "read-as", table.told, "info")
        if table.doubt:
            self.findings.add(Place(sheet=table.sheet), "", "encoding-guessed", table.doubt)
        if first and table.unread_sheets and not any(each.sheet for each in self._spec.record):
            reason = tell("unread-sheets", sheets=listed(table.unread_sheets))
            self.findings.add(Place(), "", "unread-sheet", reason, "info")

    def _job(self, read: ReadSpec, lookups: Mapping[str, Mapping[str, Any]], table: OpenTable) -> Job:
        source = self._spec.source
        computed: dict[str, Raw] = {}
        sources = Sources(read, self._spec.tables, lookups, computed, computed, Leftovers(self._cut_by_patterns()))
        for name, each in self._spec.compute.items():
            computed[name] = _of_row(raw_value(each, sources))
        return Job(
            self._reading,
            sources,
            self.findings,
            (self._mapping.spec.source.issuer, self._mapping.name),
            self._mapping.line,
            author=source.issuer,
            origin=source.origin,
            date=source.date,
            sheet=table.sheet,
            as_of=source.date or self._reading.today,
            content=content_hash(self._path) if any(each.counts_rows for each in self._spec.record) else "",
            computed=self._spec.compute,
            tally=self._counts.tally,
        )

    def _cut_by_patterns(self) -> dict[str, int | None]:
        """The columns whose cells patterns make records of, and where that is said; of all rows, not of some only."""
        return {
            each.each.column: self._mapping.line("record", number, "each")
            for number, each in reversed(list(enumerate(self._spec.record)))
            if each.each and each.each.column and each.each.match and not each.when and not each.unless
        }

    def _makers(self, specs: Mapping[int, RecordSpec], job: Job) -> list[tuple[RecordSpec, list[Maker]]]:
        """Makers by what they are made of: the row first, then its items; in each cadres and kin come first."""
        persons = [each for each in self._spec.record if each.type == "Cadre"]
        alias = persons[0].alias if len(persons) == 1 else None
        groups: dict[str, tuple[RecordSpec, list[Maker]]] = {}
        for number, spec in specs.items():
            key = spec.each.model_dump_json() if spec.each else ""
            groups.setdefault(key, (spec, []))[1].append(Maker(number, spec, job, alias))
        order = {"Cadre": 0, "FamilyMember": 1}
        for _, makers in groups.values():
            makers.sort(key=lambda each: order.get(each.declared.label, 2))
        return sorted(groups.values(), key=lambda group: (group[0].each is not None, _rank(group[1], order)))

    def _row(self, makers: Iterable[tuple[RecordSpec, list[Maker]]], row: Scope, job: Job) -> Iterator[RecordDraft]:
        """The records of a row: what is made of an item can be spoken of by what is made of the items inside it."""
        made: dict[str, dict[str, Ref]] = {"": {}}
        for spec, some in makers:
            for scope in _items(spec, some[0], row, job):
                here = made[""] if spec.each is None else _seen_from(scope, made)
                for maker in some:
                    yield from maker.make(scope, here)


def _items(spec: RecordSpec, maker: Maker, row: Scope, job: Job) -> Iterator[Scope]:
    """What the records are made of; where a row does not say what belongs together, that is told in their place."""
    try:
        yield from expand(spec.each, row, job.sources)
    except ValueProblem as problem:
        maker.leave_out(row, problem)


def _seen_from(scope: Scope, made: dict[str, dict[str, Ref]]) -> dict[str, Ref]:
    """What was made of the item and of all that holds it; what is made from now on of the item goes with it."""
    places = places_above(scope)
    here = {alias: ref for place in places for alias, ref in made.get(place, {}).items()}
    made[places[-1]] = here
    return here


def _only(data: Mapping[str, Any]) -> str:
    return next((str(cell) for cell in data.values() if cell not in ("", None)), "")


def _rank(makers: Sequence[Maker], order: Mapping[str, int]) -> int:
    return min(order.get(each.declared.label, 2) for each in makers)


def _of_row(raw: Raw) -> Raw:
    """A computed column of the row, whatever item of it is looked at."""

    def value(scope: Scope) -> str | list[str] | None:
        while scope.parent is not None:
            scope = scope.parent
        return raw(scope)

    return value
