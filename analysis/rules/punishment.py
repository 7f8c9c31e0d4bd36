"""From when to when a punishment takes effect: as decided, else by the rule for its kind (`punishment.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from graph.model.codes import code_list
from graph.model.data_files import load_toml
from graph.model.records.punishment import Punishment
from graph.model.values import add_months, first_day

MEASURES: Final = "组织处理"
EffectState = Literal["ahead", "running", "over", "unknown"]


@dataclass(frozen=True, slots=True)
class EffectRule:
    """How many months one kind of punishment takes effect; both None where no end follows from time."""

    id: str
    title: str
    months: int | None
    max_months: int | None
    source: str
    status: str


@dataclass(frozen=True, slots=True)
class Effect:
    """The half-open interval [start, end) of a punishment's effect.

    `end` is the earliest and `latest_end` the latest day it may end; the same where the decision or the rule is
    exact. Both None: it does not end by itself (`permanent`), or nothing is known. `rule` is None where the decision
    states the end.
    """

    start: str | None
    end: str | None
    latest_end: str | None
    permanent: bool
    rule: EffectRule | None

    def state(self, day: str) -> EffectState:
        """Whether the effect runs on `day`; unknown between the earliest and latest end, or where nothing is known."""
        on = first_day(day)
        if self.start and on < first_day(self.start):
            return "ahead"
        if self.permanent or (self.end and on < first_day(self.end)):
            return "running"
        return "over" if self.latest_end and on >= first_day(self.latest_end) else "unknown"


@cache
def effect_rules() -> dict[str, EffectRule]:
    """The rule for each name of a punishment."""
    table = load_toml(__package__, "punishment.toml")["rule"]
    return {name: _rule(item) for item in table for name in item["names"]}


def _rule(item: dict[str, object]) -> EffectRule:
    months, longest = item.get("months"), item.get("max_months")
    return EffectRule(
        str(item["id"]),
        str(item["title"]),
        months if isinstance(months, int) else None,
        longest if isinstance(longest, int) else None,
        str(item["source"]),
        str(item["status"]),
    )


def effect_of(punishment: Punishment, day: str) -> Effect:
    """The effect of one punishment, as it was known on `day`: a lifting that came later is left out.

    A lifting ends it (公务员法 art. 65: the end of the period is only a default), else the end that was decided, else
    the months of its kind. A punishment dated to the year alone, or whose name leaves the period open, has an earliest
    and a latest end.
    """
    lifting = punishment.lifted_on
    lifted = lifting if lifting and first_day(lifting) <= first_day(day) else None
    start, stated = punishment.date, lifted or punishment.effect_end
    if stated:
        return Effect(start, stated, stated, permanent=False, rule=None)
    rule = _rule_for(punishment)
    if rule is None or start is None:
        return Effect(start, None, None, permanent=False, rule=rule)
    if rule.months is None:
        return Effect(start, None, None, permanent=True, rule=rule)
    earliest, latest = (f"{start}-01", f"{start}-12") if len(start) == 4 else (start, start)
    longest = rule.max_months or rule.months
    return Effect(start, add_months(earliest, rule.months), add_months(latest, longest), permanent=False, rule=rule)


def is_measure(punishment: Punishment) -> bool:
    """Whether it is an organizational measure (组织处理: 诫勉, 提醒谈话 …) and no punishment (处分).

    The code list's group of its name decides, else the track that the source gives.
    """
    codes = code_list("punishment_name")
    code = codes.get((punishment.name or "").removesuffix("处分"))
    return (code.group if code else punishment.track) == MEASURES


def _rule_for(punishment: Punishment) -> EffectRule | None:
    written = (punishment.name or "").removesuffix("处分")
    if written in ("警告", "严重警告") and punishment.track == "党纪":
        written = f"党内{written}"
    rules = effect_rules()
    return rules.get(written) or rules.get(code_list("punishment_name").find(written) or "")
