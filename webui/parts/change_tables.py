"""The tables of a difference: who came, left and moved, what happened, and what the records tell otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.dossier_difference import RecordChange
from analysis.life_changes import LifeChange
from analysis.team.changes import Change, Learnt
from analysis.team.model import Holding
from graph.model.schema import Record
from webui.frame.language import say
from webui.frame.urls import Urls
from webui.parts.components import Cell, Column, Table, table, told_columns
from webui.parts.formats import date_text, interval_text
from webui.parts.names import kind_title, post_name
from webui.parts.records import record_name, values_of, when_text
from webui.parts.team_parts import change_cell, sources_cell, titles


def moves_table(moves: Sequence[Change], *, within: bool = True) -> Table | None:
    """Who came, left and moved; None for nobody. Of several units nobody moved `within`, but from post to post."""
    columns = [Column(say("match_name")), Column(say("difference_move")), Column(say("difference_before"))]
    columns += [Column(say("difference_after")), Column(say("difference_date"), "date"), Column(say("holders_grounds"))]
    rows = [
        [
            Cell(each.name, href=Urls().cadre(each.cadre)),
            change_cell("moved_post" if each.move == "moved" and not within else each.move),
            Cell(titles(each.before)),
            Cell(titles(each.after) if each.move != "passed" else say("list_comma").join(map(_said, each.after))),
            Cell(_when(each)),
            sources_cell((each.after or each.before)[0]),
        ]
        for each in moves
    ]
    return told_columns(table(say("difference_moves"), columns, rows)) if rows else None


def _when(change: Change) -> str:
    """When it happened: the start of what is new, else the end of what is over."""
    new = {each.id for each in change.after} - {each.id for each in change.before}
    dates = [each.start for each in change.after if each.id in new] or [each.end for each in change.before]
    return date_text(max((date for date in dates if date), default=None))


def holdings_lessons_table(lessons: Sequence[Learnt]) -> Table | None:
    """What the records tell otherwise of who held what; None for nothing."""
    columns = [Column(say("match_name")), Column(say("difference_lesson")), Column(say("difference_said_before"))]
    columns += [Column(say("difference_said_after")), Column(say("holders_grounds"))]
    rows = [
        [
            Cell(each.holding.name, href=Urls().cadre(each.holding.cadre)),
            change_cell(each.lesson),
            Cell(_said(each.before)),
            Cell(_said(each.after)),
            sources_cell(each.holding),
        ]
        for each in lessons
    ]
    return told_columns(table(say("difference_lessons"), columns, rows)) if rows else None


def _said(each: Holding | None) -> str:
    return f"{post_name(each.title)} {interval_text(each.start, each.end, each.status)}" if each else ""


def label_of(change: LifeChange | RecordChange) -> str:
    """The label of what changed."""
    return change.record.TYPE.label


def events_table(events: Sequence[LifeChange]) -> Table:
    """What began, ended and happened."""
    columns = [Column(say("difference_date"), "date"), Column(say("difference_kind")), Column(say("difference_move"))]
    columns += [Column(say("difference_record")), Column(say("holders_grounds"))]
    cells = [
        [
            Cell(date_text(each.date)),
            Cell(kind_title(each.record.TYPE)),
            change_cell(each.event),
            Cell(record_name(each.record), href=Urls().evidence(each.record.id)),
            _source(each.record),
        ]
        for each in events
    ]
    return told_columns(table(say("difference_life"), columns, cells))


def records_lessons_table(changes: Sequence[RecordChange]) -> Table:
    """What the records tell otherwise, value by value."""
    columns = [Column(say("difference_kind")), Column(say("difference_lesson")), Column(say("difference_record"))]
    columns += [Column(say("difference_date"), "date"), Column(say("difference_said_before"), "long")]
    columns += [Column(say("difference_said_after"), "long"), Column(say("holders_grounds"))]
    return told_columns(table(say("difference_lessons"), columns, [_row(each) for each in changes]))


def _row(change: RecordChange) -> list[Cell]:
    record = change.record
    before, after = _told(change.before), _told(change.after)
    told = before.keys() | after.keys()
    differing = [name for name in (*before, *after) if name in told and before.get(name) != after.get(name)]
    names = list(dict.fromkeys(differing))
    return [
        Cell(kind_title(record.TYPE)),
        change_cell(change.lesson),
        Cell(record_name(record)),
        Cell(when_text(record)),
        Cell(_text(before, names) if change.lesson == "corrected" else ""),
        Cell(_text(after, names) if change.lesson == "corrected" else ""),
        _source(record),
    ]


def _told(record: Record | None) -> dict[str, str]:
    return {value.title: value.text for value in values_of(record)} if record else {}


def _text(told: dict[str, str], names: Sequence[str]) -> str:
    return say("list_semicolon").join(f"{name} {told[name]}" for name in names if name in told)


def _source(record: Record) -> Cell:
    if not record.sources:
        return Cell("")
    first = record.sources[0]
    return Cell(first.document, href=Urls().source(first.record_id))
