"""The slips real files have: sources that contradict each other, and typos that an importer must report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from demo.book import Row
from demo.draw import Draw
from demo.life import Person
from demo.months import compact

CONTRADICTING = 0.03
MISTYPED = 0.03

_FIRST_YEAR = re.compile(r"(\d{4})\.(\d\d)--(\d{4})\.(\d\d)")


def contradict(draw: Draw, person: Person, values: dict[str, str], planted: Counter[str]) -> None:
    """For some, let the form say another birth month, or another month in which work began, than the workbook.

    Only where both name the person by an ID number, so that the two can be known to be one person.
    """
    if not draw.hits(CONTRADICTING) or not person.form_id or person.form_id != person.book_id:
        return
    if draw.hits(0.5):
        values["ChuShengNianYue"] = compact(person.birth + draw.choice((-12, -3, 2, 12)))
        planted["contradiction: birth month"] += 1
    else:
        values["CanJiaGongZuoShiJian"] = compact(person.work_start + draw.choice((-5, 1, 12)))
        planted["contradiction: work start"] += 1


def contradict_ranks(draw: Draw, rows: list[tuple[str, Row]], planted: Counter[str]) -> None:
    """For some, let the workbook date the present level differently on its two sheets."""
    if not draw.hits(CONTRADICTING / 3):
        return
    for sheet, row in rows:
        if sheet == "A01人员" and row.get("任现职务层次时间"):
            row["任现职务层次时间"] = _later(row["任现职务层次时间"], 2)
            planted["contradiction: rank date"] += 1


def _later(month: str, months: int) -> str:
    number = int(month[:4]) * 12 + int(month[4:]) - 1 + months
    return compact(number)


def mistype(draw: Draw, values: dict[str, str], planted: Counter[str]) -> None:
    """For some, one slip in the form: a broken date, a gap, an overlap, a month 13, odd spaces and the like."""
    if draw.hits(MISTYPED):
        name, slip = draw.choice(_SLIPS)
        changed = slip(values)
        if changed:
            values |= changed
            planted[f"typo: {name}"] += 1


def _in_resume(change: Callable[[re.Match[str]], str]) -> Callable[[dict[str, str]], dict[str, str]]:
    """A slip in the dates of the last closed line of the résumé."""

    def slip(values: dict[str, str]) -> dict[str, str]:
        found = [*_FIRST_YEAR.finditer(values["JianLi"])]
        if not found:
            return {}
        last, text = found[-1], values["JianLi"]
        return {"JianLi": text[: last.start()] + change(last) + text[last.end() :]}

    return slip


def _month_13(values: dict[str, str]) -> dict[str, str]:
    return {"CanJiaGongZuoShiJian": values["CanJiaGongZuoShiJian"][:4] + "13"}


def _odd_spaces(values: dict[str, str]) -> dict[str, str]:
    name = values["XingMing"]
    return {"XingMing": f"{name[0]}\u3000{name[1:]}\u00a0", "JianLi": values["JianLi"].replace("--", "—", 3)}


def _other_post(values: dict[str, str]) -> dict[str, str]:
    post = values["XianRenZhiWu"]
    return {"XianRenZhiWu": post.replace("副", "", 1)} if "副" in post else {}


_SLIPS: tuple[tuple[str, Callable[[dict[str, str]], dict[str, str]]], ...] = (
    ("hyphen inside a date", _in_resume(lambda m: f"{m[1]}.{m[2]}-{m[3][0]}-{m[3][1:]}.{m[4]}")),
    ("gap of five months", _in_resume(lambda m: f"{_dotted_later(m[1], m[2], 5)}--{m[3]}.{m[4]}")),
    ("overlap", _in_resume(lambda m: f"{_dotted_later(m[1], m[2], -4)}--{m[3]}.{m[4]}")),
    ("end before start", _in_resume(lambda m: f"{m[3]}.{m[4]}--{m[1]}.{m[2]}")),
    ("letter in a year", _in_resume(lambda m: f"{m[1].replace('0', 'o', 1)}.{m[2]}--{m[3]}.{m[4]}")),
    ("month 13", _month_13),
    ("invisible characters and odd dashes", _odd_spaces),
    ("current post differs from the résumé", _other_post),
)


def _dotted_later(year: str, month: str, months: int) -> str:
    number = int(year) * 12 + int(month) - 1 + months
    return f"{number // 12}.{number % 12 + 1:02d}"


def misspell_rows(draw: Draw, rows: Iterable[tuple[str, Row]], planted: Counter[str]) -> None:
    """For some, one wrong cell in the workbook: a letter in a date, a code of no list, a day in the future."""
    if not draw.hits(MISTYPED / 2):
        return
    cells = {"A05职务职级": ("批准日期", "2o19"), "A15考核": ("考核结论", "优 良"), "A02职务": ("任职时间", "209905")}
    sheet = draw.choice([*cells])
    for name, row in rows:
        if name == sheet:
            heading, wrong = cells[sheet]
            row[heading] = wrong
            planted[f"workbook: {heading} {wrong}"] += 1
            return
