"""What unit and post say of a tenure: whether it is a principal's, where it stands, which units are one body."""

from __future__ import annotations

import re

from analysis.career.data_files import rules
from graph.model.unit_names import usual_name


def principal(unit: str | None, post: str | None, member_category: str | None) -> tuple[bool | None, str]:
    """Whether this is a Party or government principal, and the name of the sentence that says why.

    The member category of a source decides, unless the title says otherwise, is a professional's or a seat in a body,
    or the unit is a division; else the rules; None where unit or post is unknown.
    """
    said, named = rules("principals"), post or ""
    if member_category == "正职" and re.match(said["deputy"], named):
        return None, "contradiction"
    if re.search(said["professional"], named):
        return False, "professional"
    if re.search(said["seat"], named):
        return False, "seat"
    if unit and re.search(said["division"], unit):
        return False, "division"
    if member_category:
        return member_category == "正职", "member_category"
    return _by_rule(unit, named) if unit and named else (None, "unknown")


def _by_rule(unit: str, post: str) -> tuple[bool, str]:
    if re.search(rules("principals")["never"], post):
        return False, "deputy"
    for rule in rules("principals")["principal"]:
        if re.search(rule["unit"], unit) and re.search(rule["post"], post):
            return True, str(rule["rule"])
    return False, "no_rule"


def may_be_vacant(post: str) -> bool:
    """Whether it is a post that somebody is missing from: no seat in a body, no acting title."""
    return not any(re.search(rules("principals")[each], post) for each in ("seat", "acting"))


def setting(unit: str | None) -> str | None:
    """Where a post of this unit stands: 基层, 乡镇, 块 or 条线; None where no rule tells."""
    found = (each["name"] for each in rules("settings")["setting"] if unit and re.search(each["unit"], unit))
    return next(found, None)


def nearness(unit: str | None, other: str | None) -> int:
    """How near two units are: 3 the same name, 2 organs of one body, 1 one a part of the other, 0 neither."""
    if not unit or not other:
        return 0
    unit, other = usual_name(unit), usual_name(other)
    if unit == other:
        return 3
    if body(unit) == body(other):
        return 2
    return int(unit.startswith(other) or other.startswith(unit))


def is_party_title(post: str | None) -> bool:
    """Whether a post is a Party office or a seat in a Party body, beside which another post runs the daily work."""
    return bool(post) and re.search(rules("bodies")["party_titles"], str(post)) is not None


def body(unit: str) -> str:
    """The body an organ belongs to: 石泉县委 and 石泉县人民政府 -> 石泉县."""
    unit = usual_name(unit)
    ending = next((each for each in rules("bodies")["endings"] if unit.endswith(each) and unit != each), "")
    return unit.removesuffix(ending)
