"""⑨ 诉求与状态: what the cadre asks for and when somebody last talked to them; never a strength or a weakness."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from analysis.image_tree.growing import BranchGrower
from analysis.image_tree.phrases import Coded, Day, Phrase, Value, Worded
from analysis.image_tree.tree import Leaf
from analysis.image_tree.view import View
from graph.model.records.feedback_form import FeedbackForm
from graph.model.records.interview import Interview
from graph.model.records.personal_appeal import PersonalAppeal

_SELF: Final = "本人"


def grow(view: View) -> Iterable[Leaf]:
    """Appeals newest first, then the last talk and the last form."""
    for each in reversed(view.of(PersonalAppeal)):
        wish = Phrase("wish", {"wish": each.wish}) if each.wish else ""
        values: dict[str, Value] = {
            "topic": Worded("appeal_topic", each.topic or ""),
            "wish": wish,
            "day": Day(each.raised_on or ""),
        }
        state = _state(view, each)
        yield from view.leaf("appeal", Phrase("appeal", values | {"state": state}), each.sources, state="pending")
    if talk := _last_talk(view.of(Interview)):
        yield from view.leaf("last-talk", _talked(talk), talk.sources, state="established", about_records=True)
    for form in view.of(FeedbackForm)[-1:]:
        values = {"round": form.round or "", "day": Day(form.returned_on or "")}
        yield from view.leaf(
            "feedback", Phrase("feedback", values), form.sources, state="established", about_records=True
        )


def _last_talk(talks: Sequence[Interview]) -> Interview | None:
    """The last talk with the cadre; where there was none, or none that says so, the last one about the cadre."""
    own = [each for each in talks if each.respondent_class == _SELF]
    return next(reversed(own or talks), None)


def _talked(talk: Interview) -> Phrase:
    """When it was, of what kind, with whom and by whom."""
    kind: Value = Coded("interview_kind", talk.kind) if talk.kind else Phrase("talk")
    respondent = talk.respondent_class
    whom: Value = Coded("respondent_class", respondent) if respondent else Phrase("not_told")
    by = Phrase("talked_by", {"name": talk.interviewer}) if talk.interviewer else ""
    return Phrase("last_talk", {"day": Day(talk.date or ""), "kind": kind, "whom": whom, "by": by})


def _state(view: View, appeal: PersonalAppeal) -> Value:
    """How far the appeal is; the state has no date, so that it is unknown for an earlier day."""
    known = appeal.state and not view.looks_back
    return Coded("appeal_state", appeal.state or "") if known else Phrase("state_unknown")


BRANCH = BranchGrower(9, "appeals", (PersonalAppeal, Interview, FeedbackForm), grow)
