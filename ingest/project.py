"""The projection: what the source records in force say about one subject becomes its facts. A pure function."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from graph.errors import Place
from graph.model.keys import make_key
from graph.model.name_keys import best_spelled, is_spelling_of
from graph.model.records import record_types
from graph.model.schema import RecordType
from graph.model.unit_names import usual_name
from graph.store.facts import EdgeKey, Fact
from ingest.acting import settle_acting
from ingest.clean.dates import earlier
from ingest.clean.names import unit_pinyin
from ingest.drafts import Draft, LinkDraft, Ref
from ingest.election import Claim, Rule, agree, elect
from ingest.rulings import Choice, Rulings, fact_name
from ingest.spans import Span, begun_together, group_overlapping, join_touching
from ingest.statements import Source, Statement
from ingest.stubs import stub_values

IdOf = Callable[[Ref], str | None]
Body = Callable[[str], str]
"""The usual name of the body that a unit's name means."""

CONFIRMED: Final = frozenset({"department_evaluation", "assessment", "punishment", "ruling", "award"})
"""Origins that are decisions of an organ, not one person's word (officer.md, "Confirmed")."""


@dataclass(slots=True)
class Projection:
    """The facts of one subject, and the things they refer to."""

    facts: dict[str, Fact] = field(default_factory=dict)
    stubs: dict[str, Fact] = field(default_factory=dict)


def project(subject: str, sources: Sequence[Source], id_of: IdOf, body: Body = usual_name) -> Projection:
    """All facts that `sources` state about `subject`; independent of the order of `sources`."""
    projection = Projection()
    by_label: dict[str, list[Statement]] = defaultdict(list)
    for source in sorted(sources, key=lambda each: (each.form_date or "", each.document, each.id)):
        for draft in source.drafts:
            edges = _resolve(draft, _named_here(source, subject, id_of), body, projection.stubs)
            if edges is not None:
                by_label[draft.type].append(Statement(source, draft, edges))
    _use_first_names(by_label.get("Tenure", []))
    rulings = Rulings(by_label.get("Ruling", []))
    if not any(each.draft.values.get("name") for each in by_label.get("Cadre", [])):
        by_label.pop("Cadre", None)  # details of somebody whom nobody has named yet
    for label, statements in by_label.items():
        declared = record_types()[label].TYPE
        for group in _groups(declared, statements, body):
            if fact := _fact(declared, subject, group, rulings, body):
                projection.facts[fact.id] = fact
    for known in projection.facts:
        projection.stubs.pop(known, None)
    return projection


def _named_here(source: Source, subject: str, id_of: IdOf) -> IdOf:
    """`id_of` for one record: what it calls the cadre it makes known is that cadre, even where several answer to it."""
    about = source.about
    return id_of if about is None else lambda ref: subject if ref == about else id_of(ref)


def _use_first_names(tenures: list[Statement]) -> None:
    """A unit that took a new name during a tenure goes by its first: other sources may tell the same under the new."""
    first = {
        each.draft.values["renamed_to"]: each.draft.values["unit_name"]
        for each in tenures
        if each.draft.values.get("renamed_to")
    }
    for number, each in enumerate(tenures):
        values = each.draft.values
        if values.get("unit_name") in first:
            draft = replace(each.draft, values={**values, "unit_name": first[values["unit_name"]]})
            tenures[number] = replace(each, draft=draft)


def _resolve(draft: Draft, id_of: IdOf, body: Body, stubs: dict[str, Fact]) -> dict[EdgeKey, Mapping[str, Any]] | None:
    """The relations of a draft by id; None where one that must be there, or tells it from others, leads nowhere yet."""
    declared = record_types()[draft.type].TYPE
    edges: dict[EdgeKey, Mapping[str, Any]] = {}
    for link in draft.links:
        target = id_of(link.target)
        if target is not None:
            edges[link.name, target] = link.values
            _add_stub(link.target, target, id_of, body, stubs)
        elif declared.links[link.name].required or link.name in declared.key:
            return None  # of two people whom nobody knows yet, what each was graded would else be one fact
    return edges


def _add_stub(ref: Ref, ref_id: str, id_of: IdOf, body: Body, stubs: dict[str, Fact]) -> None:
    """The thing a reference names, as far as its key tells, so that the relation has an end."""
    if ref.type == "Cadre" or ref_id in stubs:
        return
    stub = stubs[ref_id] = Fact(ref.type, ref_id, stub_values(ref.type, ref_id, ref.values, body))
    for name in record_types()[ref.type].TYPE.key:
        value = ref.values.get(name)
        if isinstance(value, Ref):
            other = id_of(value)
            if other is not None:
                stub.edges[name, other] = {}
                _add_stub(value, other, id_of, body, stubs)


def _groups(declared: RecordType, statements: Sequence[Statement], body: Body) -> Iterable[list[Statement]]:
    """Statements that mean the same fact."""
    by_key: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        by_key[_key(declared, statement, body, without="start" if declared.interval else None)].append(statement)
    if not declared.interval:
        return by_key.values()
    groups = [group for same in by_key.values() for group in _split_by_time(same)]
    return settle_acting(groups) if declared.label == "Tenure" else groups


def _key(declared: RecordType, statement: Statement, body: Body, *, without: str | None = None) -> tuple[object, ...]:
    if declared.label == "Cadre":
        return ()
    parts = _key_parts(declared, statement.draft.values, statement.edges, body)
    return tuple(part for name, part in zip(declared.key, parts, strict=True) if name != without)


def _key_parts(
    declared: RecordType, values: Mapping[str, Any], edges: Mapping[EdgeKey, object], body: Body
) -> list[object]:
    """What the key of a record type holds: ids for relations, values else; an empty one gives way to its stand-in."""
    linked = dict(edges.keys())
    parts: list[object] = []
    for name in declared.key:
        value = linked.get(name) if name in declared.links else values.get(name)
        if _names_unit(declared, name) and isinstance(value, str):
            value = body(value)
        parts.append(values.get(declared.stands_in.get(name, name)) if value is None else value)
    return parts


def _split_by_time(statements: Sequence[Statement]) -> Iterable[list[Statement]]:
    if len(statements) == 1:
        return [list(statements)]
    by_record: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for number, statement in enumerate(statements):
        values, source = statement.draft.values, statement.source
        by_record[source.id, source.document].append(Span(values.get("start"), values.get("end"), [number]))
    by_document: dict[str, list[Span]] = defaultdict(list)
    for (_, document), spans in sorted(by_record.items()):
        by_document[document] += join_touching(spans)
    documents = [begun_together(spans) for spans in by_document.values()]
    return [[statements[number] for span in group for number in span.members] for group in group_overlapping(documents)]


def _fact(declared: RecordType, subject: str, group: Sequence[Statement], rulings: Rulings, body: Body) -> Fact | None:
    """What a group of statements means; None where a person ruled that it is not so.

    Its id is that of what the sources say by themselves, so that a ruling about its key makes no other fact of it.
    """
    elected = _elected(declared, group, body)
    edges: dict[EdgeKey, dict[str, Any]] = {}
    for statement in group:
        for key, edge in statement.edges.items():
            edges.setdefault(key, {}).update(edge)
    parts = _key_parts(declared, elected.values, edges, body)
    if rulings.refuses(declared, parts, group):
        return None
    chosen = rulings.chosen(declared, parts, group)
    fact_id = subject if declared.label == "Cadre" else make_key(declared.prefix, *parts)
    disputed = [name for name in elected.disputed if name not in chosen]
    values = elected.values | {name: choice.value for name, choice in chosen.items()}
    values |= {"id": fact_id, "subject": subject, "status": _status(group, disputed)}
    if disputed:
        values["disputed"] = disputed
    if disputed or chosen:
        values["alternatives"] = _alternatives(elected, chosen, fact_name(declared, parts))
    if derived := _derived(declared, group, values, body):
        values["derived"] = derived
    return Fact(declared.label, fact_id, values, edges, _statements(group))


def _derived(declared: RecordType, group: Sequence[Statement], values: Mapping[str, Any], body: Body) -> list[str]:
    """The fields that were concluded: those whose value no source of the group states as it holds."""

    def is_stated(name: str) -> bool:
        meant: Callable[[Any], object] = (lambda told: body(str(told))) if _names_unit(declared, name) else str
        stated = {meant(each.draft.values.get(name)) for each in group if name not in each.draft.derived}
        return name in values and meant(values[name]) in stated

    return sorted(name for name in {name for each in group for name in each.draft.derived} if not is_stated(name))


def _status(group: Sequence[Statement], disputed: Sequence[str]) -> str:
    if disputed:
        return "disputed"
    return "confirmed" if any(each.source.origin in CONFIRMED for each in group) else "stated"


@dataclass(slots=True)
class _Election:
    """The values that hold, the names of those that sources dispute, and the rule by which each disputed one holds."""

    values: dict[str, Any]
    told: Sequence[Statement] = ()
    disputed: list[str] = field(default_factory=list)
    rules: dict[str, Rule] = field(default_factory=dict)


def _elected(declared: RecordType, group: Sequence[Statement], body: Body) -> _Election:
    if len(group) == 1:
        told = {name: value for name, value in group[0].draft.values.items() if value is not None}
        return _Election(_under_one_name(declared, told, body), group)
    join = _joined if declared.interval else _joined_from_first if _tells_first_start(declared) else None
    told_by_each = _one_per_source(group, join) if join else group
    result = _Election({}, told_by_each)

    def same_body(one: object, other: object) -> bool:
        return body(str(one)) == body(str(other))

    for name in sorted({name for statement in told_by_each for name in statement.draft.values}):
        names_unit = _names_unit(declared, name)
        claims = _claims(name, told_by_each)
        if names_unit:
            claims = [each for each in claims if usual_name(str(each.value)) == body(str(each.value))] or claims
        if claims:
            names_person = (declared.label, name) == ("Cadre", "name")
            same = same_body if names_unit else is_spelling_of if names_person else agree
            elected = elect(declared.label, name, claims, same=same)
            if names_person:
                elected = replace(elected, value=best_spelled(str(elected.value), [str(each.value) for each in claims]))
            result.values[name] = elected.value
            if elected.disputed:
                result.disputed.append(name)
                result.rules[name] = elected.rule
    result.values = _under_one_name(declared, result.values, body)
    if declared.interval:
        _settle_end(result, told_by_each)
    return result


def _under_one_name(declared: RecordType, values: dict[str, Any], body: Body) -> dict[str, Any]:
    """What is a body goes by the name it was given when several were found to be one."""
    name = values.get("name")
    if declared.subject or not (isinstance(name, str) and _names_unit(declared, "name")):
        return values
    known = name if usual_name(name) == body(name) else body(name)
    values = values | {"name": known}
    if "pinyin" in declared.properties and known != name:
        values["pinyin"], values["initials"] = unit_pinyin(known)
    return values


def _tells_first_start(declared: RecordType) -> bool:
    """Whether one source may tell a fact in several lines, of which the first says since when: a rank kept."""
    return declared.date == "start" and "start" not in declared.key


def _names_unit(declared: RecordType, name: str) -> bool:
    return name in declared.properties and declared.properties[name].names == "Unit"


def _claims(name: str, statements: Sequence[Statement]) -> list[Claim]:
    return [
        Claim(value, each.source.origin, each.source.form_date or "", each.source.document, each.source.id)
        for each in statements
        if (value := each.draft.values.get(name)) is not None
    ]


def _one_per_source(group: Sequence[Statement], join: Callable[[Sequence[Statement]], Statement]) -> list[Statement]:
    """Statements of one document about the same, as one; what it tells twice from one start stays told twice."""
    by_source: dict[str, list[Statement]] = defaultdict(list)
    for statement in group:
        by_source[statement.source.id].append(statement)
    tellings = [telling for same in by_source.values() for telling in _tellings(same)]
    return [telling[0] if len(telling) == 1 else join(telling) for telling in tellings]


def _tellings(same: Sequence[Statement]) -> Iterable[list[Statement]]:
    """What one document tells, once for each time that it tells it: a stretch from one start written twice is two."""
    by_start: dict[object, list[Statement]] = defaultdict(list)
    for statement in same:
        by_start[statement.draft.values.get("start")].append(statement)
    for number in range(max(len(some) for some in by_start.values())):
        yield [some[min(number, len(some) - 1)] for some in by_start.values()]


def _joined(same: Sequence[Statement]) -> Statement:
    """Touching stretches as one: from the first start to the last end, with the last rank."""
    ordered, values = _in_order(same)
    first, last = ordered[0].draft.values, ordered[-1].draft.values
    values["start"], values["end"] = first.get("start") or _start_told(ordered), last.get("end")
    if last.get("rank") and last.get("rank") != first.get("rank"):
        values["rank_from"] = last.get("rank_from") or last.get("start")
    return Statement(same[0].source, Draft(same[0].draft.type, values), {})


def _start_told(ordered: Sequence[Statement]) -> str | None:
    """When a stretch began whose own line does not say so: as another line has it that begins before this one ends."""
    end = ordered[0].draft.values.get("end")
    known = next((start for each in ordered if (start := each.draft.values.get("start"))), None)
    return known if known and (not end or earlier(known, end)) else None


def _joined_from_first(same: Sequence[Statement]) -> Statement:
    """Lines that each say since when: the first that does tells it, and the last whether it has ended."""
    ordered, values = _in_order(same)
    values["start"] = next((start for each in ordered if (start := each.draft.values.get("start"))), None)
    values["end"] = ordered[-1].draft.values.get("end")
    return Statement(same[0].source, Draft(same[0].draft.type, values), {})


def _in_order(same: Sequence[Statement]) -> tuple[list[Statement], dict[str, Any]]:
    """Statements by their start, and all their values: of each property the last told."""
    ordered = sorted(same, key=lambda each: each.draft.values.get("start") or "")
    values: dict[str, Any] = {}
    for statement in ordered:
        values.update({name: value for name, value in statement.draft.values.items() if value is not None})
    return ordered, values


def _settle_end(result: _Election, statements: Sequence[Statement]) -> None:
    """The end and whether it is known go together.

    Who wrote later knows better, and `current` written before an end is no dispute.
    """
    result.disputed[:] = [name for name in result.disputed if name not in ("end", "end_status")]
    ended = [each for each in statements if each.draft.values.get("end")]
    current = [each for each in statements if each.draft.values.get("end_status") == "current"]
    if not ended:
        result.values["end_status"] = "current" if current else result.values.get("end_status", "unknown")
        return
    end = elect("Tenure", "end", _claims("end", ended))
    later = [each for each in current if (each.source.form_date or "") > str(end.value)]
    still = bool(later) and (later[-1].source.form_date or "") > max(each.source.form_date or "" for each in ended)
    if still:
        result.values.pop("end", None)
        result.values["end_status"] = "current"
    else:
        ahead = any(each.draft.values.get("end") == end.value for each in current)
        result.values["end"], result.values["end_status"] = end.value, "current" if ahead else "ended"
    if later or end.disputed:
        result.disputed.append("end")
        result.rules["end"] = "later_knows" if still else end.rule if end.disputed else "left_since"


def _alternatives(result: _Election, chosen: Mapping[str, Choice], fact: str) -> str:
    """Every value each source gives for a property that is disputed or ruled on, as a JSON list.

    What holds says by which rule; of a source that tells several values each has its own words.
    """
    rows: list[dict[str, Any]] = []
    told_by = Counter(each.source.id for each in result.told)
    for name in (*result.disputed, *(name for name in chosen if name not in result.disputed)):
        for each in result.told:
            row = {
                "property": name,
                "value": each.draft.values.get(name),
                "record": each.source.id,
                "date": each.source.form_date,
            }
            if told_by[each.source.id] > 1:
                row["quote"] = each.draft.quote
            if name not in chosen and agree(row["value"], result.values.get(name)):
                row["rule"] = result.rules[name]
            if row["value"] is not None:
                rows.append(row)
        if name in chosen:
            ruled = chosen[name]
            row = {"property": name, "value": ruled.value, "record": ruled.record, "date": ruled.date, "rule": "ruling"}
            rows.append(row | {"fact": fact})
    return json.dumps(rows, ensure_ascii=False)


def _statements(group: Sequence[Statement]) -> dict[str, list[dict[str, Any]]]:
    """Where each source record states the fact."""
    found: dict[str, list[dict[str, Any]]] = {}
    for statement in group:
        places = found.setdefault(statement.source.id, [])
        place = _place_values(statement.draft.place, statement.draft.quote)
        if place not in places:
            places.append(place)
    return found


def _place_values(place: Place, quote: str) -> dict[str, Any]:
    values = {"sheet": place.sheet, "row": place.row, "line": place.line, "column": place.column, "quote": quote}
    return {name: value for name, value in values.items() if value not in (None, "")}


def identifier_drafts(cadre: Ref, identifiers: Iterable[tuple[str, str]]) -> Iterable[Draft]:
    """The drafts that tie a personnel document's identifiers to its cadre."""
    for scheme, value in identifiers:
        yield Draft("Identifier", {"scheme": scheme, "value": value}, (LinkDraft("cadre", cadre),))
