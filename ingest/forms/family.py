"""家庭成员: of minors only the appellation and the birth year are kept (PIPL art. 28 and 31; domain.md 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from graph.errors import Place
from graph.model.codes import code_list
from graph.model.data_files import load_toml
from graph.model.values import completed_years
from graph.model.words import sayings
from ingest.clean.text import comparable
from ingest.forms.facts import Form

_GROWN_UP: Final = 18
_say: Final = sayings("ingest.forms")


@dataclass(frozen=True, slots=True)
class Kin:
    """One row of the family table as written; None where a cell says nothing."""

    appellation: str | None
    name: str | None
    birth: str | None
    political: str | None
    post: str | None


@dataclass(frozen=True, slots=True)
class Withheld:
    """All that is kept of a relative who is or may be a minor."""

    appellation: str | None
    birth_year: str | None


def add_family_member(form: Form, kin: Kin, place: Place) -> Withheld | None:
    """Add the relative to the form's drafts.

    Whoever is or may be a minor is kept without name, post, party and quote, and is never in a finding; what is kept
    is returned then. None for everybody else.
    """
    kin = _with_kinship(form, kin, place)
    appellation = form.value("FamilyMember", "appellation", kin.appellation, place)
    if appellation is None and kin.name is None:
        return Withheld(None, None)
    minor = _is_minor(form, kin, appellation)
    if minor is not False:
        _withhold(form, kin.name)
        year = (_quiet_birth(form, kin) or "")[:4] or None
        form.add("FamilyMember", {"appellation": appellation, "birth": year, "minor": minor}, place, "")
        return Withheld(kin.appellation, year)
    values = {
        "appellation": appellation,
        "name": kin.name,
        "birth": _known_birth(form, kin, place),
        "political_status": kin.political,
        "post_text": kin.post,
        "deceased": True if _is_deceased(kin) else None,
        "minor": False,
    }
    quote = "，".join(text for text in (kin.appellation, kin.name, kin.birth, kin.political, kin.post) if text)
    form.add("FamilyMember", values, place, quote)
    return None


def note_minors(form: Form, family: Iterable[Kin]) -> None:
    """Note whose names must not be shown, before anything is added: one row may speak of the child of another."""
    aside = Form(form.cadre, form.today, form.as_of, [], minors=form.minors)
    for kin in family:
        add_family_member(aside, kin, Place())


def _with_kinship(form: Form, kin: Kin, place: Place) -> Kin:
    """The row without its appellation where that is none, such as a child's name in the wrong column."""
    text = kin.appellation
    known = text is None or code_list("appellation").find(text) or any(mark in text for mark in _words()["kin_marks"])
    if known:
        return kin
    form.report(place, "", "not-in-list", _say("no-kinship"))
    return replace(kin, appellation=None)


def _withhold(form: Form, name: str | None) -> None:
    plain = "".join((name or "").split())
    if len(plain) > 1 and plain != form.cadre.values.get("name"):
        form.minors.add(plain)


def _is_minor(form: Form, kin: Kin, appellation: str | None) -> bool | None:
    """Whether the relative is under 18 at the form's date; None where it cannot be ruled out."""
    birth = _quiet_birth(form, kin)
    if birth:
        latest = birth if len(birth) > 4 else f"{birth}-12"
        if completed_years(latest[:7], form.as_of) >= _GROWN_UP:
            return False
        return True if completed_years(f"{birth}-01"[:7], form.as_of) < _GROWN_UP else None
    if _is_deceased(kin):
        return False
    text = kin.post or ""
    if any(word in text for word in _words()["child_words"]):
        return True
    may_be_young = appellation is None or appellation in _words()["young"]
    return None if may_be_young and not text and not kin.political else False


def _quiet_birth(form: Form, kin: Kin) -> str | None:
    """The birth date, without a finding."""
    if kin.birth is None or _says_deceased(kin.birth):
        return None
    quiet = Form(form.cadre, form.today, form.as_of, [])
    birth: str | None = quiet.value("FamilyMember", "birth", kin.birth, Place())
    return birth


def _known_birth(form: Form, kin: Kin, place: Place) -> str | None:
    if kin.birth is None or _says_deceased(kin.birth):
        return None
    birth: str | None = form.value("FamilyMember", "birth", kin.birth, place)
    return birth


def _is_deceased(kin: Kin) -> bool:
    return _says_deceased(kin.post or "") or _says_deceased(kin.birth or "")


def _says_deceased(text: str) -> bool:
    plain = comparable(text)
    return any(word in plain for word in _words()["deceased"])


def _words() -> Mapping[str, list[str]]:
    return load_toml(__package__, "kin.toml")
