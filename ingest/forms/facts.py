"""Facts about one cadre as drafts, and the findings a form gives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from graph.errors import Place
from graph.model.codes import code_list
from graph.model.kept_form import HIDDEN_MINOR
from graph.model.records import record_types
from graph.model.words import Both, sayings
from ingest.clean.names import given_name
from ingest.clean.values import ValueProblem, reader
from ingest.drafts import Draft, FindingDraft, LinkDraft, Ref, Severity
from ingest.resume.bodies import describe, is_withheld
from ingest.resume.draft import Draft as PostDraft
from ingest.resume.lexicon import ENDINGS, TITLES
from ingest.resume.places import GOVERNMENTS, Whereabouts
from ingest.resume.reader import Reader
from ingest.resume.titles import split_title

_say: Final = sayings("ingest.forms")
_CHILD: Final = "儿子|女儿|孩子|小孩|子女|[长次独其][子女]|[孙侄][子女]"
_SEVERAL: Final = re.compile("[、，,；;]")
_OF_CHILDREN: Final = re.compile(_CHILD)


@dataclass(slots=True)
class Form:
    """One person's form while it is read: who it is about, as of when, the drafts so far and what was unsure.

    `as_of` is the form's date, else today; ages are counted at it.
    """

    cadre: Ref
    today: str
    as_of: str
    findings: list[FindingDraft]
    drafts: list[Draft] = field(default_factory=list)
    minors: set[str] = field(default_factory=set, repr=False)
    """Names of relatives who are or may be minors: they are hidden in all that is added afterwards."""

    def add(
        self,
        label: str,
        values: Mapping[str, Any],
        place: Place,
        quote: str,
        *,
        links: Sequence[LinkDraft] = (),
        derived: Sequence[str] = (),
    ) -> None:
        """Add a fact about the cadre; what is None is left out, names of minors are hidden."""
        kept = {
            name: self.hide(value, note=name == "post_text") if isinstance(value, str) else value
            for name, value in values.items()
            if value is not None
        }
        if "post_text" in kept:
            quote = quote.replace(values["post_text"], kept["post_text"])
        own = (LinkDraft("cadre", self.cadre),) if "cadre" in record_types()[label].TYPE.links else ()
        self.drafts.append(Draft(label, kept, (*own, *links), tuple(derived), place, self.hide(quote)))

    def report(self, place: Place, value: str, code: str, reason: Both, severity: Severity = "warning") -> None:
        """Add a finding about the cadre; names of minors are hidden."""
        shown = reason.changed(self.hide)
        self.findings.append(FindingDraft(place, self.hide(value), code, severity, shown, self.cadre))

    def hide(self, text: str, *, note: bool = False) -> str:
        """The text without the names of the cadre's minor relatives; ID numbers go at the door (`ingest.withhold`).

        A given name may be a word like any other, so that alone it goes only where the text speaks of children, and
        from a `note`, in which no unit and no post must be found.
        """
        if not self.minors:
            return text
        for name in sorted(self.minors, key=len, reverse=True):
            text = text.replace(name, HIDDEN_MINOR)
        if note or _OF_CHILDREN.search(text):
            for name in sorted(self.minors, key=len, reverse=True):
                text = _alone(given_name(name)).sub(HIDDEN_MINOR, text)
        return text

    def value(self, label: str, name: str, text: str | None, place: Place) -> Any:  # noqa: ANN401 - as the property is
        """The text as a value of that property; None, with a finding, where it is no such value."""
        if text is None:
            return None
        declared = record_types()[label].TYPE.properties[name]
        try:
            value = reader(declared, self.today)(text)
        except ValueProblem as problem:
            self.report(place, text, problem.code, problem.not_taken)
            return None
        if declared.choices:
            self.check_code(declared.choices, text, place)
        return value

    def check_code(self, choices: str, text: str, place: Place) -> None:
        """Tell of a text that is outside the code list of its cell; an open list keeps it as written."""
        if code_list(choices).find(text) is None:
            found = outside_list(place, text)
            self.report(place, text, found.code, found.reason, found.severity)


def outside_list(place: Place, text: str) -> FindingDraft:
    """What is said of a text that is not in the code list of its cell, which keeps it as written."""
    return FindingDraft(place, text, "not-in-list", "info", _say("outside-list", text=text))


@cache
def _alone(given: str) -> re.Pattern[str]:
    """How a child's given name stands alone: 试禾, 小禾, 阿禾, 禾禾, 禾儿; a single character after 儿子 …."""
    last = re.escape(given[-1])
    pet = f"[小阿]{last}|{last}{last}|{last}儿"
    whole = re.escape(given) if len(given) > 1 else rf"(?<={_CHILD}){last}"
    return re.compile(f"{whole}|{pet}")


def government_of(unit: str | None, title: str | None) -> str | None:
    """The government of a place that a 镇长, 副县长 … serves, where the form names the place alone; else None."""
    head = (title or "").removeprefix("代理").removeprefix("代").removeprefix("常务").removeprefix("副")
    if unit and head == f"{unit[-1]}长" and describe(unit).kind == "place" and unit[-1] in GOVERNMENTS:
        return unit + GOVERNMENTS[unit[-1]]
    return None


def settled_post(unit: str, title: str) -> tuple[str, str]:
    """Unit and title of two cells as the résumé has them, so that both tell of one post.

    What the unit ends with is not said again (街道办事处 · 办事处主任), a post in a part of the unit is that part's
    (财政局 · 预算处处长), and a seat in a body within it is a post of the whole (法院审判委员会 · 委员).
    """
    title = _once(unit, title)
    named = split_title(unit + title)
    if named is None or named.unit == unit or named.concluded or named.grade or describe(unit).kind == "place":
        return unit, title
    told = named.organ + named.title.text
    if unit.startswith(named.unit):
        return (named.unit, told) if unit + title == named.unit + told else (unit, title)
    inner = named.unit.removeprefix(unit)
    inner = inner.removeprefix(_overlap(unit, inner))
    part = named.unit.startswith(unit) and inner.isalnum() and ENDINGS.ending(inner) and len(inner) > 1
    return (unit + inner, told) if part else (unit, title)


def stated_posts(unit: str, title: str) -> list[dict[str, Any]]:
    """The posts of one cell beside its unit (副局长、党组成员), each with the values a résumé line would give it.

    Empty where the cell names one post, and where not all of it is read as posts: then it stays whole.
    """
    if not _SEVERAL.search(title):
        return []
    known, place = Whereabouts(), describe(unit)
    known.learn(place.located)
    of_place = place.kind == "place" and title.startswith(unit[-1])  # 石泉县 · 县委常委、副县长
    reader = Reader(known)
    reader.read(title if of_place else unit + title)
    posts = [each for each in reader.drafts if each.post and not (each.own_start or each.own_end or each.seconded)]
    whole = len(posts) == len(reader.drafts) > 1 and not (reader.leftovers or reader.waiting or reader.undated_sequence)
    within = all((each.unit or unit).startswith(place.located.place or unit) for each in posts)
    return [_post_values(each, unit) for each in posts] if whole and within else []


def _post_values(post: PostDraft, unit: str) -> dict[str, Any]:
    told = {"rank": post.rank, "rank_from": post.rank_from, "acting": post.acting, "concurrent": post.concurrent}
    return {"unit_name": post.unit or unit, "title": post.post} | {name: each for name, each in told.items() if each}


def _once(unit: str, title: str) -> str:
    """The title without the end of the unit's name before it: 街道办事处 · 办事处主任, 县委 · 县委书记."""
    said = _overlap(unit, title)
    named = split_title(title.removeprefix(said)) if said and title not in TITLES.entries else None
    return title.removeprefix(said) if named and not named.unit else title


def _overlap(first: str, second: str) -> str:
    """What a text begins with that another ends with, never all of it."""
    return next((second[:size] for size in range(len(second) - 1, 0, -1) if first.endswith(second[:size])), "")


def unit_links(unit: str | None, title: str | None = None) -> list[LinkDraft]:
    """The relations of a tenure to its unit and post, as far as they are named.

    A name that withholds which troop it is leads to no unit: all that bear it would seem to have served together.
    """
    if not unit or is_withheld(unit):
        return []
    ref = Ref("Unit", {"name": unit})
    links = [LinkDraft("unit", ref)]
    if title:
        links.append(LinkDraft("post", Ref("Post", {"unit": ref, "title": title})))
    return links
