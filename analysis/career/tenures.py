"""The tenures in order, with level, principal, setting and kind of change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from analysis.career.changes import change_at_end, change_at_start
from analysis.career.day import Day
from analysis.career.levels import concluded_level, is_leading_level, level_of_rank
from analysis.career.model import Held, Sources
from analysis.career.posts import principal, setting
from analysis.career.staircase import Claim, level_at
from graph.model.dossier import Dossier
from graph.model.records.tenure import Tenure
from graph.model.values import add_months, first_day

FIELDS: Mapping[str, str] = {"unit_name": "unit", "title": "post", "end_status": "status"}
"""Names of properties of the record, as the fields of a tenure are called here."""


def build_tenures(dossier: Dossier, said: Sequence[Claim], day: Day) -> tuple[Held, ...]:
    """The tenures that had begun by the day, by start; undated ones stand by the résumé line they come from."""
    records = dossier.of(Tenure)
    starts = [(place, each.start) for each in records if each.start for place in _places(each)]
    dated = dict(sorted(starts, key=itemgetter(1), reverse=True))  # of one line the earliest stays
    begun = [each for each in records if day.began(each.start or _earliest(each, dated))]
    order = {each.id: _order(each, dated) for each in begun}
    begun.sort(key=lambda each: order[each.id])
    held = [_held(each, said, day, dossier.unit_now(each, day.text)) for each in begun]
    return tuple(
        replace(each, change=change_at_start(record, each, held, said), end_change=change_at_end(record, each))
        for record, each in zip(begun, held, strict=True)
    )


def goes_on(dossier: Dossier, said: Sequence[Claim], day: Day) -> Iterator[Held]:
    """The tenures held on the day, in no order, as `build_tenures` has them but for what kind of change they were."""
    for each in dossier.of(Tenure):
        if day.began(each.start) and day.state(each.end, each.end_status)[1] == "current":
            yield _held(each, said, day, dossier.unit_now(each, day.text))


def _held(record: Tenure, said: Sequence[Claim], day: Day, unit_now: str | None) -> Held:
    end, status = day.state(record.end, record.end_status)
    if record.start is None and record.end and status == "current":
        status = "unknown"  # it ended later, but nobody wrote since when it was held
    level, concluded = _level(record, said)
    is_principal, rule = principal(record.unit_name, record.title, record.member_category)
    return Held(
        id=record.id,
        start=record.start,
        end=end,
        status=status,
        unit=record.unit_name,
        post=record.title,
        rank=record.rank,
        rank_from=record.rank_from,
        kind=record.kind or "post",
        concurrent=bool(record.concurrent),
        acting=bool(record.acting),
        derived=_named(record.derived) + (("level",) if concluded else ()),
        disputed=_named(record.disputed),
        months=day.months(record.start, end, status),
        level=level,
        principal=is_principal if record.kind != "membership" else False,
        principal_rule=rule,
        setting=setting(record.unit_name),
        change=None,
        end_change=None,
        portfolio=record.portfolio,
        sources=record.sources,
        unit_now=unit_now,
    )


def _level(record: Tenure, said: Sequence[Claim]) -> tuple[str | None, bool]:
    """The level at the start of the tenure, and whether it was concluded: from unit and post, or from what was before.

    A level told of an earlier time is carried onto a post that states none as a conclusion, never one that the title
    rules out. A step of a sequence whose start is unknown takes none of those before it: each has its own.
    """
    if record.kind in ("secondment", "membership"):
        return None, False
    written = level_of_rank(record.rank)
    if written and not (record.rank_from and record.start and first_day(record.rank_from) > first_day(record.start)):
        return written, False
    moment = record.start or (add_months(record.end, -1) if record.end else None)
    claim = level_at(said, moment) if moment else None
    if claim and moment and _is_of(claim, record, moment):
        carried = claim.start is not None and first_day(claim.start) < first_day(moment)
        return claim.level, claim.concluded or carried
    concluded = concluded_level(record.unit_name, record.title)
    return concluded, concluded is not None


def _is_of(claim: Claim, record: Tenure, moment: str) -> bool:
    """Whether a level in force at that moment can be that of a post which states none."""
    if record.start is None and not _apart(claim.sources, record):
        return False
    began = first_day(claim.start) if claim.start else ""
    told_with_it = began == first_day(moment) and is_leading_level(claim.level)
    return claim.fits(record) or (told_with_it and not claim.personal)


def _apart(sources: Sources, record: Tenure) -> bool:
    """Whether other lines than those of the post tell it."""
    lines = {(each.record_id, each.line) for each in record.sources}
    return not any((each.record_id, each.line) in lines for each in sources)


def _named(fields: Sequence[str]) -> tuple[str, ...]:
    return tuple(FIELDS.get(name, name) for name in fields)


def _places(record: Tenure) -> list[tuple[str, int]]:
    return [(each.record_id, each.line) for each in record.sources if each.line is not None]


def _written_at(record: Tenure) -> int:
    """How far into the line that states it the post is named: posts of one line keep the order of the line."""
    name = record.title or record.rank or ""
    return next((each.quote.find(name) for each in record.sources if name and name in each.quote), 0)


def _earliest(record: Tenure, dated: Mapping[tuple[str, int], str]) -> str | None:
    """When the first post of the line began that an undated one stands in: it can have begun no earlier."""
    return min((dated[place] for place in _places(record) if place in dated), default=None)


def _order(record: Tenure, dated: Mapping[tuple[str, int], str]) -> tuple[str, bool, int, str, str]:
    anchor = record.start or _earliest(record, dated) or record.end
    return (
        first_day(anchor) if anchor else "9999-12-31",
        record.start is None,
        _written_at(record),
        first_day(record.end) if record.end else "9999-12-31",
        record.id,
    )
