"""A selection case as a way: every step in order with who, what came of it and its source, and the steps not taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from graph.model.codes import code_list
from graph.model.data_files import load_toml
from graph.model.records.stage_record import StageRecord
from graph.model.schema import Edge, Record
from graph.model.values import first_day
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.parts.components import Cell, Column, Link, Shape, Table, table
from webui.parts.formats import date_text, interval_text
from webui.parts.names import kind_title
from webui.parts.records import values_of


@dataclass(frozen=True)
class Reading:
    """How one record type reads as a step, as `case.toml` says."""

    stage: str
    what: tuple[str, ...]
    by: tuple[str, ...]
    result: tuple[str, ...]
    counts: tuple[str, ...]
    paper: str


@dataclass(frozen=True)
class Step:
    """One line of the way; `record` is None for a step that should be there and is not."""

    stage: str
    start: str
    record: Record | None


@cache
def readings() -> Mapping[str, Reading]:
    """By label."""
    return TypeAdapter(dict[str, Reading]).validate_python(load_toml(__package__, "case.toml"))


def steps(parts: Sequence[Record], missing: Collection[str]) -> tuple[Step, ...]:
    """The way by date; what has no date, and the `missing` stages, stand where the procedure has them."""
    taken = [Step(_stage(each), _start(each), each) for each in parts]
    dated = sorted((each for each in taken if each.start), key=_order)
    loose = [each for each in taken if not each.start] + [Step(stage, "", None) for stage in missing]
    for each in sorted(loose, key=lambda one: _rank(one.stage)):
        later = (at for at, other in enumerate(dated) if _rank(other.stage) > _rank(each.stage))
        dated.insert(next(later, len(dated)), each)
    return tuple(dated)


def way_table(found: Sequence[Step]) -> Table:
    """The steps as a table; each line leads to the page of its sources."""
    names = ("date", "stage", "what", "whom", "result", "by", "paper", "sources")
    shapes: Mapping[str, Shape] = {"date": "date", "stage": "date", "result": "long"}
    columns = [Column(say(f"case_{name}"), shapes.get(name, "text")) for name in names]
    return table(say("case_way"), columns, [list(_cells(each)) for each in found])


def cadres_of(record: Record) -> tuple[Edge, ...]:
    """The cadres a record speaks of; none where it is about all that the case considers."""
    edges = (edge for name in record.TYPE.links for edge in getattr(record, name))
    return tuple(edge for edge in edges if edge.label == "Cadre")


def told(record: Record, names: Sequence[str], *, titled: bool = False) -> str:
    """What a record says under some of its properties, each after what it is called where `titled`."""
    values = {each.name: each for each in values_of(record)}
    found = (values[name] for name in names if name in values)
    return _joined(say("case_titled", title=each.title, text=each.text) if titled else each.text for each in found)


def _joined(texts: Iterable[str]) -> str:
    """The texts that are not empty on one line; a full stop before a semicolon is left out."""
    *first, last = [each for each in texts if each] or [""]
    return say("case_between").join([*(each.rstrip("。.") for each in first), last])


def _cells(step: Step) -> Iterator[Cell]:
    stage = code_list("selection_stage").label(step.stage, language())
    if step.record is None:
        yield Cell(say("case_not_on_record"), tone="bad")
        yield Cell(stage)
        yield from (Cell() for _ in range(6))
        return
    record, reading = step.record, readings()[step.record.TYPE.label]
    end = getattr(record, "end", None)
    yield Cell(interval_text(step.start, end, None) if end else date_text(step.start) or say("unknown_date"))
    yield Cell(stage)
    # the stage itself is named in the column before
    kind = "" if record.TYPE.label == StageRecord.TYPE.label else kind_title(record.TYPE)
    yield Cell(" · ".join(filter(None, (kind, told(record, reading.what)))))
    yield _whom(record)
    yield Cell(_joined((told(record, reading.result), told(record, reading.counts, titled=True))))
    yield Cell(told(record, reading.by))
    yield Cell(told(record, [reading.paper]))
    yield Cell(say("sources_count", count=len(record.sources)), href=Urls().evidence(record.id))


def _whom(record: Record) -> Cell:
    links = tuple(Link(each.name or each.id, Urls().cadre(each.id)) for each in cadres_of(record))
    return Cell(say("list_comma").join(each.name for each in links) or say("case_all"), parts=links)


def _stage(record: Record) -> str:
    reading = readings()[record.TYPE.label]
    return str(getattr(record, reading.stage)) if reading.stage in record.TYPE.properties else reading.stage


def _start(record: Record) -> str:
    return str(getattr(record, record.TYPE.date or "", None) or "")


def _order(step: Step) -> tuple[str, int, bool, str]:
    """By day; of one day by stage, the stage itself before what happened in it."""
    inner = step.record is not None and step.record.TYPE.label != StageRecord.TYPE.label
    return first_day(step.start), _rank(step.stage), inner, step.record.id if step.record else ""


def _rank(stage: str) -> int:
    """The place of a stage in the procedure, which is the order of the code list; any other comes last."""
    names = code_list("selection_stage").names
    return names.index(stage) if stage in names else len(names)
