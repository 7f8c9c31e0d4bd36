"""The kind of change at the start and the end of a tenure: 初任, 提任, 转任, 转正, 改任职级, 降职, 挂职, 兼任, 免职."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.career.data_files import rules
from analysis.career.levels import height, is_grade, is_leading_level, is_leading_post
from analysis.career.model import Held
from analysis.career.posts import nearness
from analysis.career.staircase import Claim, level_before
from graph.model.records.tenure import Tenure
from graph.model.values import first_day

WORKING = ("post", "rank")


def change_at_start(record: Tenure, held: Held, all_held: Sequence[Held], said: Sequence[Claim]) -> str | None:
    """What taking up the post was; None where the sources do not let one tell."""
    written = _written(record.change_reason)
    if written or held.kind == "membership":
        return written
    if held.kind == "secondment":
        return "挂职"
    if held.start is None:
        return None
    earlier = [each for each in all_held if each.kind in WORKING and _before(each, held)]
    if not earlier:
        return "初任"
    return "兼任" if held.concurrent else _compared(held, earlier, said)


def change_at_end(record: Tenure, held: Held) -> str | None:
    """免职 where a source has the removal; None where it does not or the tenure had not ended."""
    removed = record.end_document_number or "免" in (record.change_reason or "")
    return "免职" if removed and held.status == "ended" else None


def _written(reason: str | None) -> str | None:
    if not reason:
        return None
    return next(
        (str(rule["change"]) for rule in rules("changes")["word"] for word in rule["find"] if word in reason), None
    )


def _compared(held: Held, earlier: Sequence[Held], said: Sequence[Claim]) -> str | None:
    if held.post is None and is_grade(held.rank) and earlier[-1].post is not None:
        return "改任职级"
    if not held.acting and any(_acted_as(each, held) for each in earlier):
        return "转正"
    before = level_before(said, held.start or "")
    if before is not None and not is_leading_level(before.level) and is_leading_post(held.unit, held.post):
        return "提任"
    if before is None or held.level is None:
        return None
    rise = height(held.level) - height(before.level)
    return "提任" if rise > 0 else "降职" if rise < 0 else "转任"


def _acted_as(each: Held, held: Held) -> bool:
    """Whether the earlier tenure was the same post in an acting role, up to the start of this one."""
    post = (each.post or "").removeprefix("代理").removeprefix("代")
    return each.acting and post == held.post and nearness(each.unit, held.unit) == 3 and each.end == held.start


def _before(each: Held, held: Held) -> bool:
    return each.start is not None and held.start is not None and first_day(each.start) < first_day(held.start)
