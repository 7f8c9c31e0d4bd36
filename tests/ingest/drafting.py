"""Short ways to draft what documents say, and to load it, for the tests of the loader."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.errors import Place
from graph.store.connection import Graph
from ingest.drafts import Draft, LinkDraft, RecordDraft, Ref
from ingest.keyring import Keyring, open_keyring
from ingest.load import Loaded, Loader
from ingest.records import Document, all_refs, records_waiting, store
from ingest.resolve import Resolver

BATCH = "bat_test"
Held = tuple[str, str, str | None, str | None]
"""Unit, title, start, end."""


def person(name: str = "林试禾", birth: str = "1979-08", *, start: str = "2000-08", **told: str) -> Ref:
    """A cadre as a personnel form names one."""
    return Ref("Cadre", {"name": name, "sex": "男", "birth_month": birth, "work_start": start, **told})


def named(name: str = "林试禾", birth: str = "1979-08") -> Ref:
    """A cadre as a work record names one."""
    return Ref("Cadre", {"name": name, "birth_month": birth})


def form(cadre: Ref, *held: Held, date: str = "2024-01", origin: str = "personnel_form", **values: str) -> RecordDraft:
    """A personnel form: the cadre's attributes and the posts held."""
    told = {name: value for name, value in cadre.values.items() if name != "id_hash"}
    tenures = tuple(tenure(cadre, one, line) for line, one in enumerate(held, start=1))
    return RecordDraft(cadre, origin, (Draft("Cadre", told | values), *tenures), date=date)


def tenure(cadre: Ref, held: Held, line: int) -> Draft:
    """One post held, stated in a line of a résumé."""
    unit_name, title, start, end = held
    unit = Ref("Unit", {"name": unit_name})
    status = "current" if end is None else "ended"
    values = {"unit_name": unit_name, "title": title, "start": start, "end": end, "end_status": status, "kind": "post"}
    links = (
        LinkDraft("cadre", cadre),
        LinkDraft("unit", unit),
        LinkDraft("post", Ref("Post", {"unit": unit, "title": title})),
    )
    return Draft("Tenure", values, links, place=Place(line=line), quote=f"{start}--{end or ''}  {unit_name}{title}")


def project(title: str, *responsible: Ref, unit: str = "甲湾区建设局", year: int = 2021) -> RecordDraft:
    """A project a unit listed, and who leads it."""
    ref = Ref("WorkProject", {"unit_name": unit, "year": year, "title": title})
    links = tuple(LinkDraft("responsible", each, {"role": "牵头"}) for each in responsible)
    draft = Draft("WorkProject", dict(ref.values), (*links, LinkDraft("unit", Ref("Unit", {"name": unit}))))
    return RecordDraft(ref, "self_report", (draft,))


def award(cadre: Ref, name: str = "嘉奖", date: str = "2020") -> RecordDraft:
    """An award of a cadre."""
    return RecordDraft(cadre, "award", (Draft("Award", {"name": name, "date": date}, (LinkDraft("cadre", cadre),)),))


def assessment(cadre: Ref, grade: str, year: int = 2021) -> RecordDraft:
    """What a cadre was graded in a year."""
    values = {"kind": "年度考核", "year": year, "grade": grade}
    return RecordDraft(cadre, "assessment", (Draft("Assessment", values, (LinkDraft("cadre", cadre),)),))


def keyring(tmp_path: Path) -> Keyring:
    """The key of a data folder of the test's own."""
    return open_keyring(tmp_path)


def load(
    graph: Graph, key: Keyring, document: str, records: Sequence[RecordDraft], *, importer: str = "test"
) -> Loaded:
    """Bring in one document's records as the import does, in a batch that stays open."""
    graph.write("MERGE (b:ImportBatch {id: $id}) SET b.state = 'loading'", id=BATCH)
    graph.write(
        "MATCH (b:ImportBatch {id: $batch}) CREATE (d:SourceDocument {id: $id, title: $id})-[:IN_BATCH]->(b)",
        batch=BATCH,
        id=document,
    )
    resolver = Resolver(graph, key)
    resolver.prepare(ref for record in records for ref in all_refs(record.subject, record.drafts))
    whole = Document(document, importer, None, None, "")
    stored = [store(whole, number, each, resolver, "2024-06-01")[0] for number, each in enumerate(records)]
    with Loader(graph, resolver, BATCH, "2024-06-01") as loader:
        loader.add(stored)
        loader.wait()
        loader.resolve_again(records_waiting(graph))
        loader.wait()
        return loader.loaded
