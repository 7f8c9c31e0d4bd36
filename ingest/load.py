"""Loading: source records in, the difference of their projection written.

In transactions small enough for every engine.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, Self, TypeVar

from graph.store.connection import Graph, Transaction
from graph.store.facts import Fact, facts_named, facts_of, ids_there
from graph.store.portions import portions
from ingest.diff import REFERABLE, Difference, compare, says_the_same, write
from ingest.fence import touch
from ingest.pen import Pen
from ingest.project import project
from ingest.records import (
    StoredRecord,
    introduces,
    records_in_force,
    records_of_lineage,
    subjects_of_lineages,
    tied_anew,
)
from ingest.resolve import Resolver

T = TypeVar("T")
Watch = Callable[[Difference], None]
"""Shown each difference before it is written."""

PORTION: Final = 4000
"""Drafts loaded in one transaction: well below the engines' limits, enough to be fast."""

_GROUP: Final = 500
"""Records or subjects that are closed or withdrawn in one transaction."""

_MOVED: Final = 2000
"""Records tied to other subjects in one transaction."""


@dataclass(slots=True)
class Loaded:
    """What one load changed: facts by the document that states them, and all writes."""

    created: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    changed: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    unchanged: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    removed: int = 0
    writes: int = 0


class Loader:
    """Brings source records and their projection into one graph; on a dry run it only counts.

    While the engine writes one portion the next is projected and compared; one that touches the same subjects waits.
    Use it as a context manager, and `wait` before reading what it wrote.
    """

    def __init__(
        self,
        graph: Graph,
        resolver: Resolver,
        batch: str,
        now: str,
        *,
        dry_run: bool = False,
        watch: Watch | None = None,
    ) -> None:
        self._graph = graph
        self._resolver = resolver
        self._batch = batch
        self._now = now
        self._dry_run = dry_run
        self._watch = watch
        self._pen = Pen()
        self.loaded = Loaded()
        self.beside: Callable[[], Callable[[Transaction], None]] | None = None
        """Asked before each transaction, once its counts are known, for what to write in it as well."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pen.close()

    def wait(self) -> None:
        """Until everything handed over is written; raises what the engine raised."""
        self.loaded.writes += self._pen.wait()

    def add(self, records: Sequence[StoredRecord]) -> None:
        """Load new source records, tied by the loader's resolver: earlier ones of their lineage go out of force.

        Their subjects are projected again, each once however many records speak of it; cadres come first, so that
        other subjects find them.
        """
        for portion in _by_subject(records):
            self._add(portion)

    def _add(self, records: Sequence[StoredRecord]) -> None:
        keyed = {record.lineage for record in records if record.keyed}
        if self._pen.is_about(keyed):
            self.wait()
        subjects = {record.subject for record in records} | self._spoken_of(keyed)
        if self._pen.is_about(subjects):
            self.wait()
        there = records_in_force(self._graph, sorted(subjects))
        closed = _superseded(records, there, self._now, self._batch)
        self._settle(subjects, there, records, closed)

    def _spoken_of(self, keyed: set[str]) -> set[str]:
        """Whom earlier records of these keys are about: a table corrected may give a numbered term to another."""
        return subjects_of_lineages(self._graph, sorted(keyed)) if keyed else set()

    def close_editions(self, lineage: str, newest: str) -> Counter[str]:
        """Take out of force what all documents of a lineage say but that one; how many records that were, of each."""
        self.wait()
        losing = records_of_lineage(self._graph, lineage, but=newest)
        self.close(losing)
        return Counter(record.document for record in losing)

    def close(self, records: Sequence[StoredRecord]) -> None:
        """Take source records out of force, kept as history, and project their subjects again."""
        for some in _groups(records):
            self.wait()
            subjects = {record.subject for record in some}
            there = records_in_force(self._graph, sorted(subjects))
            leaving = {record.id for record in some}
            closed = [_closed(record, self._now, self._batch) for record in there if record.id in leaving]
            self._settle(subjects, there, [], closed)

    def withdraw(self, erased: Sequence[StoredRecord], standing: Sequence[StoredRecord]) -> None:
        """Make as if some source records had never come: they go; `standing` are those that stand otherwise then."""
        by_subject: dict[str, list[StoredRecord]] = defaultdict(list)
        for record in (*erased, *standing):
            by_subject[record.subject].append(record)
        gone = {record.id for record in erased}
        for some in _groups(sorted(by_subject)):
            self.wait()
            records = [record for subject in some for record in by_subject[subject]]
            there = {record.id: record for record in records_in_force(self._graph, some)}
            there.update({record.id: record for record in records if record.id not in gone})
            self._settle(
                set(some),
                list(there.values()),
                [],
                [],
                rewritten=[record for record in records if record.id not in gone],
                erased=[record for record in records if record.id in gone],
            )

    def resolve_again(self, records: Iterable[StoredRecord], *, others: bool = False) -> None:
        """Tie records to their subjects anew, after cadres have become known or have gone.

        With `others` the records whose subject stays are projected again too: those they refer to have changed.
        """
        records = list(records)
        self._resolver.prepare(ref for record in records for ref in record.refs())
        moved = ((record, tied_anew(record, self._resolver)) for record in records)
        changed = [(old, new) for old, new in moved if others or old.node() != new.node()]
        # What is about one subject stays together, so that each is projected once and not for every portion.
        changed.sort(key=lambda pair: (not introduces(pair[1].drafts), pair[1].subject))
        for start in range(0, len(changed), _MOVED):
            self._move(changed[start : start + _MOVED])

    def _move(self, changed: Sequence[tuple[StoredRecord, StoredRecord]]) -> None:
        self.wait()
        subjects = {record.subject for pair in changed for record in pair}
        there = {record.id: record for record in records_in_force(self._graph, sorted(subjects))}
        there.update({new.id: new for _, new in changed})
        self._settle(
            subjects, list(there.values()), [], [], rewritten=[new for old, new in changed if old.node() != new.node()]
        )

    def _settle(
        self,
        subjects: set[str],
        there: Sequence[StoredRecord],
        new: Sequence[StoredRecord],
        closed: Sequence[StoredRecord],
        *,
        rewritten: Sequence[StoredRecord] = (),
        erased: Sequence[StoredRecord] = (),
    ) -> None:
        self._resolver.prepare(ref for record in there for ref in record.refs())
        gone = {record.id for record in (*closed, *erased)}
        in_force = [record for record in (*there, *new) if record.id not in gone and record.known_to is None]
        known = subjects if rewritten or erased else {record.subject for record in there}
        wanted, stubs = self._project(subjects, in_force)
        if self._pen.takes_away:
            self.wait()
        difference = self._difference(sorted(known), wanted, stubs)
        if self._watch:
            self._watch(difference)
        self._count(difference, {record.id: record.document for record in in_force})
        if not self._dry_run:
            touched, gone_ids = [*closed, *rewritten], [record.id for record in erased]
            about = subjects | {record.lineage for record in new if record.keyed}
            beside = self.beside() if self.beside else None
            self._pen.write(lambda: self._write(difference, new, touched, gone_ids, beside), difference, about)

    def _project(self, subjects: set[str], in_force: Sequence[StoredRecord]) -> tuple[dict[str, Fact], dict[str, Fact]]:
        """The facts these records give, and the things they refer to, by id."""
        by_subject: dict[str, list[StoredRecord]] = defaultdict(list)
        for record in in_force:
            by_subject[record.subject].append(record)
        wanted: dict[str, Fact] = {}
        stubs: dict[str, Fact] = {}
        for subject in sorted(subjects):
            sources = [record.source(self._resolver) for record in by_subject[subject]]
            projection = project(subject, sources, self._resolver.id_of, self._resolver.bodies.body)
            wanted.update(projection.facts)
            stubs.update(projection.stubs)
        return wanted, {name: stub for name, stub in stubs.items() if name not in wanted}

    def _difference(self, known: Sequence[str], wanted: dict[str, Fact], stubs: dict[str, Fact]) -> Difference:
        """What has to be written, compared with what was written before or is about to be."""
        new_ids = (fact.id for fact in wanted.values() if fact.label in REFERABLE)
        coming = self._pen.under_way((*new_ids, *stubs))
        actual = facts_of(self._graph, known) if known else {}
        new = [fact for fact in wanted.values() if fact.label in REFERABLE and fact.id not in actual]
        named = {**facts_named(self._graph, _ids_by_label(new)), **coming}
        there = ids_there(self._graph, _ids_by_label(stubs.values())) | coming.keys()
        return compare(actual, named, wanted, (stub for stub in stubs.values() if stub.id not in there))

    def _count(self, difference: Difference, documents: dict[str, str]) -> None:
        """A new fact counts as created for the first document that states it and as known already for others."""
        restated = [new for old, new in difference.changed if says_the_same(old, new)]
        changed = [new for old, new in difference.changed if not says_the_same(old, new)]
        order = {document: number for number, document in enumerate(dict.fromkeys(documents.values()))}
        for counts, facts in (
            (self.loaded.created, [*difference.created, *(fact for _, fact in difference.filled)]),
            (self.loaded.changed, changed),
            (self.loaded.unchanged, [*difference.unchanged, *restated]),
        ):
            others = self.loaded.unchanged if counts is self.loaded.created else counts
            for fact in facts:
                stating = {documents[record] for record in fact.statements if record in documents}
                for number, document in enumerate(sorted(stating, key=order.__getitem__)):
                    (others if number else counts)[document] += 1
        self.loaded.removed += len(difference.removed)

    def _write(
        self,
        difference: Difference,
        new: Sequence[StoredRecord],
        touched: Sequence[StoredRecord],
        erased: Sequence[str],
        beside: Callable[[Transaction], None] | None,
    ) -> int:
        def work(transaction: Transaction) -> int:
            touch(transaction, self._batch)
            _write_records(transaction, new, touched)
            write(transaction, difference)
            if erased:
                transaction.run("MATCH (s:SourceRecord) WHERE s.id IN $ids DETACH DELETE s", ids=list(erased))
            if beside:
                beside(transaction)
            return transaction.counters.writes

        return self._graph.write_transaction(work)


def _ids_by_label(facts: Iterable[Fact]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        ids[fact.label].append(fact.id)
    return ids


def _by_subject(records: Iterable[StoredRecord]) -> Iterator[list[StoredRecord]]:
    """The records in portions that keep what is about one subject together, those that make cadres known first."""
    by_subject: dict[str, list[StoredRecord]] = defaultdict(list)
    for record in records:
        by_subject[record.subject].append(record)
    portion: list[StoredRecord] = []
    drafts = 0
    for some in sorted(by_subject.values(), key=lambda some: not any(introduces(each.drafts) for each in some)):
        portion += some
        drafts += sum(len(record.drafts) for record in some)
        if drafts >= PORTION:
            yield portion
            portion, drafts = [], 0
    if portion:
        yield portion


def _groups(some: Sequence[T]) -> Iterable[Sequence[T]]:
    return (some[start : start + _GROUP] for start in range(0, len(some), _GROUP))


def _closed(record: StoredRecord, now: str, batch: str) -> StoredRecord:
    record.known_to, record.closed_by = now, batch
    return record


def _superseded(new: Sequence[StoredRecord], there: Sequence[StoredRecord], now: str, batch: str) -> list[StoredRecord]:
    """Of each lineage only what the newest document says stays in force, which may be several records.

    A new record that is older is kept, closed from the start.
    """
    newest: dict[str, list[StoredRecord]] = {}
    closed: list[StoredRecord] = []
    mine = {record.id for record in new}
    for record in (*there, *new):
        rivals = newest.setdefault(record.lineage, [])
        if not rivals or rivals[0].document == record.document:
            rivals.append(record)
            continue
        newer = record.age >= rivals[0].age
        losers = rivals if newer else [record]
        if newer:
            newest[record.lineage] = [record]
        for loser in losers:
            _closed(loser, now, batch)
            closed += [] if loser.id in mine else [loser]
    return closed


def _write_records(transaction: Transaction, new: Sequence[StoredRecord], touched: Sequence[StoredRecord]) -> None:
    rows = [{"values": record.node(), "document": record.document} for record in new]
    cypher = (
        "UNWIND $rows AS row MATCH (d:SourceDocument {id: row.document}) "
        "CREATE (s:SourceRecord) SET s = row.values CREATE (s)-[:PART_OF]->(d)"
    )
    for some in portions(rows):
        transaction.run(cypher, rows=some)
    if touched:
        changed = [{"id": record.id, "values": record.node()} for record in touched]
        for some in portions(changed):
            transaction.run("UNWIND $rows AS row MATCH (s:SourceRecord {id: row.id}) SET s = row.values", rows=some)
