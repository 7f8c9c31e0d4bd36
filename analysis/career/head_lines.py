"""The head of a trajectory as named lines, the same for terminal, drawing and page."""

from __future__ import annotations

from typing import Final

from analysis.career.model import Career, CurrentPost, Head, Schooling
from analysis.career.phrases import coded, join, post_text, say, show_date, show_level, show_months, worded
from graph.model.values import months_between
from graph.model.words import Language

_BRACKETS: Final = "()（）"


def head_lines(career: Career, language: Language = "zh") -> tuple[tuple[str, str], ...]:
    """Name and text of each line of the head; what no source tells is `不详`, never left out."""
    head = career.head
    unknown = say("unknown", language)
    born = show_date(head.birth_month, language)
    lines = {
        "born": say("age", language, birth=born, age=head.age) if head.age is not None else born,
        "native_place": head.native_place or unknown,
        "party": joined_text(head, language) or unknown,
        "work_start": show_date(head.work_start, language),
        "full_time": schooling_text(head.full_time_education, language) or unknown,
        "in_service": schooling_text(head.in_service_education, language) or unknown,
        "posts": posts_text(career, language) or unknown,
        "post_since": _since(head.post_since, career, language),
        "level": show_level(head.level, language) or unknown,
        "level_since": _since(head.level_since, career, language),
        "grade": coded("grade", head.grade, language) or unknown,
        "entry_source": worded("entry_source", head.entry_source, language) or unknown,
    }
    return tuple((say(f"head.{name}", language), text) for name, text in lines.items())


def joined_text(head: Head, language: Language) -> str:
    """The day of joining the Party; else the other party named in its place, and the text where it tells more."""
    if head.party_join:
        return show_date(head.party_join, language)
    told = (head.party_text or "").strip(_BRACKETS)
    more = any(sign.isdecimal() for sign in told) or head.political_status is None
    return told if told and more else worded("political_status", head.political_status, language)


def posts_text(career: Career, language: Language) -> str:
    """The posts held on the day, each with its unit."""
    units = unit_texts(career, language)
    posts = zip(units, career.head.posts, strict=True)
    return join(
        (" ".join(filter(None, (unit, post_text(each, language)))) for unit, each in posts), language, "sentence"
    )


def unit_texts(career: Career, language: Language) -> list[str]:
    """The units of the posts held, under their names of the day; the first time with the one the trajectory has."""
    said: set[str] = set()
    texts = []
    for each in career.head.posts:
        first = each.unit_now is not None and each.unit_now not in said
        texts.append(say("renamed", language, now=each.unit_now, then=each.unit) if first else _called(each))
        said.add(_called(each))
    return texts


def _called(post: CurrentPost) -> str:
    return post.unit_now or post.unit or ""


def _since(date: str | None, career: Career, language: Language) -> str:
    if date is None:
        return say("unknown", language)
    length = show_months(months_between(date, career.as_of), language)
    return f"{show_date(date, language)} · {length}"


def schooling_text(each: Schooling | None, language: Language) -> str:
    """Diploma, degree, school and major; empty for none."""
    if each is None:
        return ""
    told = (worded("education_level", each.level, language), worded("degree", each.degree, language))
    degree = join(told, language)
    return " · ".join(part for part in (degree, each.school, each.major) if part)
