"""A post first held in an acting role (代镇长, then 镇长): where sources differ, no stretch counts twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from graph.model.unit_names import usual_name
from graph.model.values import first_day
from ingest.spans import Span
from ingest.statements import Statement

_ACTING: Final = ("代理", "代")

Group = list[Statement]


def settle_acting(groups: Sequence[Group]) -> list[Group]:
    """The tenures of one cadre, with an acting one and the full one after it side by side instead of over each other.

    Where one document tells both apart, its boundary holds for what other documents say of either. Where each is told
    by another document: begun together they are one tenure; else the acting one ends where the full one begins.
    """
    held = [list(group) for group in groups]
    for acting, full in _pairs(held):
        if acting and full and any(_span(a).overlaps(_span(f)) for a in acting for f in full):
            _settle(acting, full)
    return [group for group in held if group]


def _pairs(groups: Sequence[Group]) -> Iterable[tuple[Group, Group]]:
    """Each acting tenure with each tenure of the same post in full."""
    by_post: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in groups:
        by_post[_post(group[0])].append(group)
    for (unit, title), acting in sorted(by_post.items()):
        base = next((title.removeprefix(word) for word in _ACTING if title.startswith(word)), None)
        if base:
            yield from ((one, other) for one in acting for other in by_post.get((unit, base), ()))


def _post(statement: Statement) -> tuple[str, str]:
    values = statement.draft.values
    return usual_name(values.get("unit_name") or ""), values.get("title") or ""


def _settle(acting: Group, full: Group) -> None:
    told_apart = {each.source.id for each in acting} & {each.source.id for each in full}
    boundary = _boundary([each for each in acting if each.source.id in told_apart], full)
    together = any(_span(a).starts_with(_span(f)) or _start(f) < _start(a) for a in acting for f in full)
    if boundary is None and not together:
        boundary = min((_start(each) for each in full), key=first_day)
    if boundary is None:
        full.extend(_as_full(each, full[0].draft.values) for each in acting)
        acting.clear()
        return
    full[:] = [_from(each, boundary) if any(_begins_with(each, a) for a in acting) else each for each in full]
    acting[:] = [_until(each, boundary) for each in acting]


def _boundary(acting: Sequence[Statement], full: Sequence[Statement]) -> str | None:
    """Where the acting time ends in the documents that tell both; None where there is none."""
    ends = [end for each in acting if (end := each.draft.values.get("end"))]
    begun = min((_start(each) for each in acting), key=first_day, default=None)
    if begun and not ends:
        ends = sorted(_start(each) for each in full if first_day(_start(each)) > first_day(begun))[:1]
    return max(ends, key=first_day, default=None)


def _begins_with(full: Statement, acting: Statement) -> bool:
    """Whether a statement counts the acting time to the post: it begins with it, not long before."""
    return _span(full).starts_with(_span(acting)) or first_day(_start(full)) >= first_day(_start(acting))


def _span(statement: Statement) -> Span:
    return Span(statement.draft.values.get("start"), statement.draft.values.get("end"), [])


def _start(statement: Statement) -> str:
    return statement.draft.values.get("start") or "0000"


def _with(statement: Statement, derived: tuple[str, ...] = (), **values: Any) -> Statement:  # noqa: ANN401 - as the properties are
    kept = {name: value for name, value in {**statement.draft.values, **values}.items() if value is not None}
    draft = replace(statement.draft, values=kept, derived=(*statement.draft.derived, *derived))
    return replace(statement, draft=draft)


def _from(statement: Statement, day: str) -> Statement:
    """What a source that knows of no acting time says of the post, from the end of that time on."""
    return _with(statement, ("start",), start=day) if first_day(_start(statement)) < first_day(day) else statement


def _until(statement: Statement, day: str) -> Statement:
    """An acting role ends at the latest where the post is held in full."""
    end = statement.draft.values.get("end")
    if end and first_day(end) <= first_day(day):
        return statement
    return _with(statement, ("end",), end=day, end_status="ended")


def _as_full(statement: Statement, full: Mapping[str, Any]) -> Statement:
    """An acting role that another source tells from its first day as the full post: its end is none of the post."""
    return _with(statement, title=full.get("title"), acting=full.get("acting"), end=None, end_status="unknown")
