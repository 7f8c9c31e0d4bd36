"""Stages of growth by rule: where somebody stood, never how good somebody is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.career.data_files import rules
from analysis.career.model import GrowthStage, Held


def growth_stages(tenures: Sequence[Held]) -> tuple[GrowthStage, ...]:
    """The stages in order; neighbouring posts of the same stage are one, posts that fit no rule make none."""
    stages: list[GrowthStage] = []
    for held in tenures:
        name = _stage(held) if held.kind in ("post", "rank") and not held.concurrent and held.start else None
        if name is None or (stages and stages[-1].start == held.start):
            continue
        if stages and stages[-1].name == name:
            last = stages[-1]
            stages[-1] = GrowthStage(name, last.start, held.end, (*last.tenures, held.id))
        else:
            stages.append(GrowthStage(name, held.start, held.end, (held.id,)))
    return tuple(stages)


def _stage(held: Held) -> str | None:
    return next((str(rule["name"]) for rule in rules("stages")["stage"] if _fits(held, rule)), None)


def _fits(held: Held, rule: Mapping[str, Any]) -> bool:
    if "rules" in rule:
        return bool(held.principal) and held.principal_rule in rule["rules"]
    if "principal" in rule:
        return held.principal is rule["principal"]
    return held.level in rule["levels"]
