"""现任职务 where nothing else tells of a post held now: the posts it names, since when only where a bracket says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from graph.errors import Place
from graph.model.words import sayings
from ingest.clean.privacy import hide_private
from ingest.forms.career import Career, add_holding
from ingest.forms.facts import Form
from ingest.resume import Holding, parse_resume
from ingest.resume.current import same_unit

_say: Final = sayings("ingest.forms")


def add_stated_posts(form: Form, text: str | None, place: Place, career: Career | None) -> None:
    """Add the posts of 现任职务 that no stretch of the résumé tells of, where no stretch of it goes on.

    A résumé that goes on with other posts, or has ended the same ones, is at odds with the form: that is a finding of
    its own, and which of the two is right is not guessed.
    """
    segments = career.resume.segments if career else ()
    if not text or any(segment.open for segment in segments):
        return
    told = [held for segment in segments for held in segment.holdings]
    whole = hide_private(form.hide(text))
    read = parse_resume(whole, as_of=form.today)
    stated = [held for segment in read.segments for held in segment.holdings if held.post and held.kind == "post"]
    if not stated:
        form.report(place, text, "post-unread", _say("post-unread"), "info")
    for holding in stated:
        if not any(_same(holding, one) for one in told):
            add_holding(form, replace(holding, end=None, end_status="current"), place, whole)


def _same(first: Holding, second: Holding) -> bool:
    return first.post == second.post and same_unit(first.unit, second.unit)
