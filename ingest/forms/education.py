"""Full-time and in-service education as a form gives it: diploma and degree, each with its school and major."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.errors import Place
from graph.model.codes import code_list
from ingest.forms.career import Career, study_dates
from ingest.forms.facts import Form
from ingest.forms.schools import split_school

_PARTY_SCHOOL: Final = re.compile(r"(?:中共)?.{2,8}?(?:省|自治区|市)委(?=党校(?:研究生|大学|本科|大专)$)")


def education_level(text: str) -> str:
    """The code list's name of a diploma, whichever province's Party school gave it; an unknown one as written."""
    levels = code_list("education_level")
    return levels.find(text) or levels.find(_PARTY_SCHOOL.sub("省委", text, count=1)) or text


@dataclass(frozen=True, slots=True)
class Schooling:
    """One mode of education as written; diploma and degree may come from two schools (domain.md 1a.3)."""

    mode: str
    level: str | None
    degree: str | None
    level_school: str | None
    degree_school: str | None


def add_education(form: Form, told: Schooling, place: Place, career: Career | None) -> None:
    """Add one education, or two where diploma and degree come from different schools; nothing told adds nothing.

    The dates are those of the résumé's one segment of study at that school, and are then marked as derived.
    """
    same = not told.degree_school or not told.level_school or told.degree_school == told.level_school
    if same:
        _add(form, told.mode, told.level, told.degree, told.level_school or told.degree_school, place, career)
    else:
        _add(form, told.mode, told.level, None, told.level_school, place, career)
        _add(form, told.mode, None, told.degree, told.degree_school, place, career)


def _add(
    form: Form,
    mode: str,
    level: str | None,
    degree: str | None,
    text: str | None,
    place: Place,
    career: Career | None,
) -> None:
    if not (level or degree or text):
        return
    school, major = split_school(text) if text else (None, None)
    study = study_dates(career, school, major, in_service=mode == "在职")
    values = {
        "mode": mode,
        "level": education_level(level) if level else None,
        "degree": degree,
        "school": school,
        "major": major,
        "start": study.start if study else None,
        "end": study.end if study else None,
    }
    derived = [name for name in ("start", "end") if values[name]]
    form.add("Education", values, place, "，".join(part for part in (level, degree, text) if part), derived=derived)
