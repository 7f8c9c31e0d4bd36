"""Who a form is about: the reference to the cadre, and the cadre's own properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from graph.errors import Place
from graph.model.codes import code_list
from graph.model.records import record_types
from graph.model.words import sayings
from ingest.clean.id_number import bad_id_number, birth_month_of, is_id_number, normalise_id_number, sex_of
from ingest.clean.names import initials, pinyin
from ingest.clean.privacy import hide_private
from ingest.clean.values import ValueProblem, read_past_date
from ingest.drafts import FindingDraft, Ref
from ingest.forms.facts import Form
from ingest.forms.party import read_party_text

if TYPE_CHECKING:
    from ingest.importers import Reading

_say: Final = sayings("ingest.forms")
_MONTHS: Final = frozenset({"birth_month", "work_start", "retirement_month"})


def identify(
    told: Mapping[str, str | None],
    number: str | None,
    reading: Reading,
    place: Place,
    findings: list[FindingDraft],
) -> Ref:
    """The reference to the cadre: name, sex, birth and work start as the form tells them, and the ID number's hash.

    A missing or wrong number is a finding, and not used; so is one that contradicts the form's birth month or sex.
    """
    values: dict[str, Any] = {"name": "".join((told.get("name") or "").split())}
    if sex := code_list("sex").find(told.get("sex") or ""):
        values["sex"] = sex
    for name in ("birth_month", "work_start"):
        if month := _month(told.get(name), reading.today):
            values[name] = month
    plain = normalise_id_number(number) if number else ""
    if is_id_number(plain):
        if id_hash := reading.hash_id_number(plain):
            values["id_hash"] = id_hash
        findings += _contradictions(values, plain, place)
    else:
        findings.append(_no_number(bool(plain), place, Ref("Cadre", values)))
    return Ref("Cadre", values)


def _no_number(wrong: bool, place: Place, cadre: Ref) -> FindingDraft:
    if wrong:
        return FindingDraft(place, "", "bad-id-number", "warning", bad_id_number(), cadre)
    if not cadre.tells_dates:
        return FindingDraft(place, "", "no-id-number", "warning", _say("nothing-tells"), cadre)
    return FindingDraft(place, "", "no-id-number", "info", _say("no-id-number"), cadre)


def _contradictions(values: Mapping[str, Any], number: str, place: Place) -> list[FindingDraft]:
    """Where the form and its own ID number differ; the number itself is in no finding."""
    told = (("birth_month", birth_month_of(number)), ("sex", sex_of(number)))
    properties = record_types()["Cadre"].TYPE.properties
    return [
        FindingDraft(
            place,
            str(values[name]),
            "id-number-differs",
            "warning",
            _say("id-number-differs", what=properties[name]),
            Ref("Cadre", values),
        )
        for name, held in told
        if values.get(name) and values[name] != held and len(str(values[name])) != 4
    ]


def _month(text: str | None, today: str) -> str | None:
    """The month a text tells, or the year alone; None where it tells neither, which the form reports elsewhere."""
    try:
        return read_past_date(text, today)[:7] if text else None
    except ValueProblem:
        return None


def cadre_values(form: Form, told: Mapping[str, tuple[str | None, Place]]) -> dict[str, Any]:
    """The cadre's properties of the texts a form gives for them, each with its place; what is no value is a finding.

    Pinyin and initials are made from the name; the date of joining and the political status follow from 入党时间.
    """
    values = {name: form.value("Cadre", name, text, place) for name, (text, place) in told.items()}
    for name in _MONTHS & values.keys():
        values[name] = values[name][:7] if values[name] else None
    name = values["name"] = "".join(str(values["name"]).split())
    values |= {"pinyin": pinyin(name), "initials": initials(name)}
    text, place = told.get("party_text", (None, Place()))
    if text:
        membership = read_party_text(hide_private(text))
        for part in membership.unread:
            form.report(place, part, "party-unread", _say("party-unread", text=part))
        values["political_status"] = values.get("political_status") or membership.status
        values["party_join"] = values.get("party_join") or _past(form, membership.joined, place)
    return values


def _past(form: Form, joined: str | None, place: Place) -> str | None:
    found: str | None = form.value("Cadre", "party_join", joined, place)
    return found
