"""⑦ 奖惩与监督: honours, punishments while they take effect, petitions only when closed with a decision."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.image_tree.growing import BranchGrower
from analysis.image_tree.phrases import Coded, Day, Phrase, Value, Worded
from analysis.image_tree.rules import rules
from analysis.image_tree.tree import Leaf
from analysis.image_tree.view import View
from analysis.rules.punishment import effect_of, is_measure
from graph.model.records.award import Award
from graph.model.records.petition import Petition
from graph.model.records.punishment import Punishment


def grow(view: View) -> Iterable[Leaf]:
    """Punishments first; one whose effect is over is gone from here."""
    yield from _punishments(view)
    yield from _awards(view)
    yield from _petitions(view)


def _punishments(view: View) -> Iterable[Leaf]:
    for each in view.of(Punishment):
        effect = effect_of(each, view.as_of)
        if effect.state(view.as_of) == "running":
            values: dict[str, Value] = {"name": Worded("punishment_name", each.name or ""), "day": Day(each.date or "")}
            values["cause"] = Phrase("for_cause", {"cause": each.cause}) if each.cause else ""
            until = Phrase("without_end") if effect.permanent else Phrase("until", {"end": Day(effect.end or "")})
            kind = "measure" if is_measure(each) else "punished"
            phrase = Phrase(kind, values | {"until": until})
            short = Phrase(f"{kind}_short", values)
            yield from view.leaf(
                "punishment-running", phrase, each.sources, polarity="weakness", state="established", short=short
            )


def _awards(view: View) -> Iterable[Leaf]:
    for each in view.of(Award):
        if each.name and each.date:
            values: dict[str, Value] = {"name": Worded("award_name", each.name), "year": each.date[:4]}
            values["authority"] = Phrase("by", {"who": each.authority}) if each.authority else ""
            values["cause"] = Phrase("for_cause", {"cause": each.cause}) if each.cause else ""
            yield from view.leaf("award", Phrase("award", values), each.sources, polarity="strength")


def _petitions(view: View) -> Iterable[Leaf]:
    shown = rules()["petition-closed"].words("shown_results")
    for each in view.of(Petition):
        closed = each.closed_on and view.reached(each.closed_on)
        if closed and each.decision and each.result in shown:
            values: dict[str, Value] = {"year": (each.received_on or "")[:4], "closed": Day(each.closed_on or "")}
            values["result"] = Coded("petition_result", each.result or "")
            values["topic"] = Phrase("about", {"topic": Worded("petition_topic", each.topic)}) if each.topic else ""
            yield from view.leaf("petition-closed", Phrase("petition", values), each.sources)


BRANCH = BranchGrower(7, "supervision", (Award, Punishment, Petition), grow)
