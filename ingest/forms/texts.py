"""The running texts 奖惩情况 and 年度考核结果 as drafts."""

from __future__ import annotations

from typing import Final

from graph.errors import Place
from graph.model.words import listed, sayings
from ingest.clean.privacy import hide_private
from ingest.clean.values import ValueProblem, read_past_date
from ingest.forms.facts import Form
from ingest.forms.grades import read_grades
from ingest.forms.honours import read_honours

_say: Final = sayings("ingest.forms")
_KIND = "年度考核"


def add_honours(form: Form, text: str | None, place: Place) -> None:
    """Add the awards and punishments the text tells; a sentence that is neither is a finding."""
    found, unread = read_honours(hide_private(text or ""))
    for honour in found:
        values = dict(honour.values)
        for name in ("date", "lifted_on"):
            if name in values and not _is_past(form, values[name], place):
                del values[name]
        form.add(honour.type, values, place, honour.quote)
    for sentence in unread:
        form.report(place, sentence, "honour-unread", _say("honour-unread"))


def add_grades(form: Form, text: str | None, place: Place) -> None:
    """Add the yearly assessments the text tells; a part without year and grade is a finding."""
    found, unread = read_grades(hide_private(text or ""), int(form.as_of[:4]))
    for each in found:
        if _is_past(form, str(each.year), place):
            values = {"kind": _KIND, "year": each.year, "grade": each.grade}
            form.add("Assessment", values, place, each.quote, derived=("year",) if each.counted else ())
    for quote in dict.fromkeys(each.quote for each in found if each.counted):
        years = listed(each.year for each in found if each.counted and each.quote == quote)
        form.report(place, quote, "years-counted", _say("years-counted", years=years), "info")
    for part in unread:
        form.report(place, part, "grade-unread", _say("grade-unread"))


def _is_past(form: Form, date: str, place: Place) -> bool:
    try:
        read_past_date(date, form.today)
    except ValueProblem as problem:
        form.report(place, date, problem.code, problem.not_taken)
        return False
    return True
