"""What speaks for and against two records being about one person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from analysis.who.model import Feature, Held, Person, Study
from analysis.who.names import compare_names, read_name
from graph.model.data_files import load_toml
from graph.model.postings import posting
from graph.model.values import first_day, month_index

_NEVER: Final = "9999-12-31"
_MONTH: Final = 7
_LONG: Final = 12
"""Months in two units at once that speak against one person: changes of post overlap by a month or two on paper."""


def weights() -> Mapping[str, Any]:
    """The points and limits of `weights.toml`."""
    return load_toml(__package__, "weights.toml")


def compare(one: Person, other: Person, *, rare: bool = False) -> tuple[Feature, ...]:
    """All features of a pair; `rare` says that nobody else is known to bear these names."""
    found = (*_name(one, other, rare), *_numbers(one, other), *_sex(one, other), *_dates(one, other))
    points = weights()["points"]
    told = (*found, *_schools(one.studies, other.studies), *_posts(one.posts, other.posts))
    return tuple(Feature(code, points[code], left, right) for code, left, right in told)


def is_candidate(features: tuple[Feature, ...]) -> bool:
    """Whether a person should look at such a pair: never by name alone, nor without a name."""
    codes = {each.code for each in features if each.points > 0}
    if "id_number" in codes:
        return True
    named = {code for code in codes if "name" in code}
    return bool(named and codes - named) and sum(each.points for each in features) >= weights()["least"]


def strength(score: int) -> str:
    """The band of a candidate's points: strong, likely or weak."""
    bands = sorted(weights()["bands"].items(), key=lambda band: -band[1])
    return next((name for name, least in bands if score >= least), "weak")


_Told = tuple[str, str, str]


def _name(one: Person, other: Person, rare: bool) -> Iterator[_Told]:
    code = compare_names(read_name(one.name), read_name(other.name), (one.pinyin or "", other.pinyin or ""))
    if code:
        yield code, one.name, other.name
        if rare and code in ("same_name", "name_variant"):
            yield "rare_name", one.name, other.name


def _numbers(one: Person, other: Person) -> Iterator[_Told]:
    if one.numbers and other.numbers:
        yield "id_number" if set(one.numbers) & set(other.numbers) else "id_number_differs", "", ""


def _sex(one: Person, other: Person) -> Iterator[_Told]:
    if one.sex and other.sex and one.sex != other.sex:
        yield "sex_differs", one.sex, other.sex


def _dates(one: Person, other: Person) -> Iterator[_Told]:
    if (told := _both(one.birth_month, other.birth_month)) is not None:
        yield _birth(*told), *told
    if (told := _both(one.work_start, other.work_start)) is not None and (code := _work(*told)):
        yield code, *told
    if (told := _both(one.party_join, other.party_join)) is not None and len(min(told, key=len)) >= _MONTH:
        yield "party_join" if told[0][:_MONTH] == told[1][:_MONTH] else "party_differs", *told


def _both(one: str | None, other: str | None) -> tuple[str, str] | None:
    return (one, other) if one and other else None


def _birth(one: str, other: str) -> str:
    """One digit wrong, or day and month of another calendar, is near; a year alone that agrees is too."""
    a, b = one[:_MONTH], other[:_MONTH]
    if len(a) != len(b):
        return "birth_near" if a[:4] == b[:4] else "birth_differs"
    if a == b:
        return "birth_month" if len(a) == _MONTH else "birth_near"
    slips = sum(x != y for x, y in zip(a, b, strict=True))
    return (
        "birth_near"
        if len(a) == _MONTH and (slips == 1 or abs(month_index(a) - month_index(b)) <= 2)
        else "birth_differs"
    )


def _work(one: str, other: str) -> str | None:
    if one[:_MONTH] == other[:_MONTH] and len(one) >= _MONTH:
        return "work_start"
    return None if one[:4] == other[:4] else "work_differs"


def _schools(one: tuple[Study, ...], other: tuple[Study, ...]) -> Iterator[_Told]:
    mine = {(each.school, (each.end or "")[:4]) for each in one if each.school}
    theirs = {(each.school, (each.end or "")[:4]) for each in other if each.school}
    if not (mine and theirs):
        return
    years = sorted(f"{school} {year}" for school, year in mine & theirs if year)
    schools = sorted({str(school) for school, _ in mine} & {str(school) for school, _ in theirs})
    if years:
        yield "school_year", years[0], years[0]
    elif schools:
        yield "school", schools[0], schools[0]
    else:
        yield "school_differs", str(min(mine)[0]), str(min(theirs)[0])


def _posts(one: tuple[Held, ...], other: tuple[Held, ...]) -> Iterator[_Told]:
    """The most telling pair of posts held at the same time."""
    both = [(a, b, _months(a, b)) for a in one for b in other if a.start and b.start and a.unit and b.unit]
    shared = [(a, b) for a, b, months in both if months > 0 and a.unit == b.unit]
    same = [(a, b) for a, b in shared if a.title and a.title == b.title]
    if same or shared:
        a, b = (same or shared)[0]
        yield "post" if same else "unit", _post(a), _post(b)
        return
    apart = [(a, b) for a, b, months in both if months >= _LONG]
    if apart:
        yield "post_elsewhere", _post(apart[0][0]), _post(apart[0][1])


def _months(one: Held, other: Held) -> int:
    start = max(first_day(one.start or ""), first_day(other.start or ""))
    end = min(first_day(one.end) if one.end else _NEVER, first_day(other.end) if other.end else _NEVER)
    return month_index(end) - month_index(start)


def _post(held: Held) -> str:
    return f"{held.start or ''}–{held.end or ''} {posting(held.unit, held.title)}"
