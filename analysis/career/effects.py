"""How long a punishment keeps its effect."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.career.data_files import rules
from graph.model.records.punishment import Punishment
from graph.model.values import add_months


@dataclass(frozen=True, slots=True)
class Effect:
    """The end of an effect, exclusive; `basis` is the rule it follows from, None where a source states it."""

    end: str | None
    basis: str | None


def effect(record: Punishment) -> Effect:
    """The effect of a punishment: to the end decided, else to its lifting, else by the rule; unknown without any."""
    stated = record.lifted_on or record.effect_end
    if stated or not record.date:
        return Effect(stated, None)
    for rule in rules("effects")["effect"]:
        if rule["track"] == _track(record) and any(name in (record.name or "") for name in rule["names"]):
            return Effect(add_months(record.date, rule["months"]), rule["basis"])
    return Effect(None, None)


def _track(record: Punishment) -> str | None:
    return "党纪" if (record.name or "").startswith("党内") else record.track
