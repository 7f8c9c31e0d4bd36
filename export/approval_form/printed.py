"""The form as it is printed: dates with a point, ages counted, the résumé in two columns (domain.md 1a.3 to 1a.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from export.approval_form import ApprovalForm
from export.approval_form.edition import edition_of
from export.grid import Grid, Line, layout, make_page, shared
from export.marking import shortened
from graph.model.kept_form import KinRow
from graph.model.values import completed_years

_DIGITS: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(\d{2})?(?!\d)")
_DATE: Final = r"(?:19|20)\d{2}(?:[.\-/年]?\d{1,2})?月?"
_SPAN: Final = re.compile(rf"\s*(?P<start>{_DATE}|？)\s*(?:--|[-—–－~～至]+)\s*(?P<end>{_DATE}|？)?\s*(?P<text>.*)")
_NOTHING: Final = frozenset({"无", "(无)", "（无）"})
_EDUCATION: Final = {"full_time": "QuanRiZhiJiaoYu", "in_service": "ZaiZhiJiaoYu"}
_TEXTS: Final = {
    "name": "XingMing",
    "sex": "XingBie",
    "ethnicity": "MinZu",
    "native_place": "JiGuan",
    "birth_place": "ChuShengDi",
    "health": "JianKangZhuangKuang",
    "professional_title": "ZhuanYeJiShuZhiWu",
    "expertise": "ShuXiZhuanYeYouHeZhuanChang",
    "current": "XianRenZhiWu",
    "proposed": "NiRenZhiWu",
    "removal": "NiMianZhiWu",
    "honours": "JiangChengQingKuang",
    "grades": "NianDuKaoHeJieGuo",
    "reason": "RenMianLiYou",
}


def printed(approval: ApprovalForm, today: str) -> Grid:
    """The two pages; ages are counted at 计算年龄时间, else 填表时间, else `today`."""
    texts = {name: _escaped(text).strip() for name, text in approval.texts().items()}
    day = _day(texts) or today
    values = {key: _lines(texts.get(element, "")) for key, element in _TEXTS.items()}
    values |= _dates(texts, day) | _schools(texts) | _offices(texts)
    values["resume"] = tuple(resume_lines(texts.get("JianLi", "")))
    declared = layout_of_form()
    first = {**declared["first"]}
    if edition_of(approval.form) == "4.0":
        first["rows"] = [*first["rows"][:3], {**declared["retirement"]["row"]}, *first["rows"][4:]]
    family = [row for row in approval.form.family if any(text.strip() for text in row.cells.values())]
    for number, row in enumerate(family):
        values |= _kin(number, row, day)
    rows = _second_rows(declared["second"], len(family), values)
    second = {"widths": declared["second"]["widths"], "rows": rows}
    below = declared["second"]["below"].format(name=shortened(texts.get("TianBiaoRen", ""), 40))
    return Grid(declared["title"], (make_page(first, values), make_page(second, values)), below)


def layout_of_form() -> Mapping[str, Any]:
    """The declaration of the printed form."""
    return layout("approval_form/grid")


def resume_lines(text: str) -> Iterator[Line]:
    """The résumé as paragraphs: dates apart, notes and continuations below their segment, memberships by themselves."""
    lines: list[Line] = []
    apart = False
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        plain = raw.strip()
        found = _SPAN.fullmatch(raw)
        if not plain:
            apart = bool(lines)
        elif found:
            lines.append(Line(found["text"], f"{_pointed(found['start'])}--{_pointed(found['end'] or '')}"))
            apart = False
        elif apart or not lines or not (lines[-1].dates or lines[-1].hanging):
            lines += [Line("")] if apart and lines[-1].text else []
            lines.append(Line(plain))
            apart = False
        elif plain.startswith(("（", "(")):
            lines.append(Line(plain, hanging=True))
        else:
            last = lines[-1]
            lines[-1] = Line(last.text + plain, last.dates, last.hanging)
    yield from lines


def _lines(text: str) -> tuple[Line, ...]:
    return tuple(Line(line.strip()) for line in text.splitlines() if line.strip() and line.strip() not in _NOTHING)


def _escaped(text: str) -> str:
    """The double escapes of some editors undone (domain.md 1a.3)."""
    for written, meant in (("&1lt;", "<"), ("&1gt;", ">"), ("&1quot;", '"'), ("&1amp;", "&")):
        text = text.replace(written, meant)
    return text


def _pointed(text: str) -> str:
    """Dates in digits as they stand on paper: `197908` is 1979.08, `20240101` is 2024.01.01."""
    return _DIGITS.sub(lambda found: ".".join(part for part in found.groups() if part), text)


def _partial(text: str) -> str | None:
    """The partial date a cell tells, or None."""
    found = re.match(r"\s*((?:19|20)\d{2})(?:[.\-/年]?(0[1-9]|1[0-2]|[1-9](?!\d)))?", text)
    if found is None:
        return None
    return found[1] if found[2] is None else f"{found[1]}-{int(found[2]):02d}"


def _day(texts: Mapping[str, str]) -> str | None:
    days = (_partial(texts.get(name, "")) for name in ("JiSuanNianLingShiJian", "TianBiaoShiJian"))
    return next((day for day in days if day), None)


def _age(birth: str, day: str) -> str:
    """The completed years, empty where the month of birth is not known."""
    return str(completed_years(birth, day)) if len(birth) >= 7 else ""


def _dates(texts: Mapping[str, str], day: str) -> dict[str, tuple[Line, ...]]:
    born = texts.get("ChuShengNianYue", "")
    birth = _partial(born)
    age = _age(birth, day) if birth else ""
    retirement = _pointed(texts.get("DaoLingNianYue", ""))
    limit = re.search(r"(\d+)岁", texts.get("GaiGeQianRenZhiNianLingJieXian", ""))
    return {
        "birth": (Line(_pointed(born[:6] if born.isdigit() else born)), *((Line(f"（{age}岁）"),) if age else ())),
        "party": _lines(_pointed(texts.get("RuDangShiJian", ""))),
        "work_start": _lines(_pointed(texts.get("CanJiaGongZuoShiJian", ""))),
        "retirement": _lines(retirement + (f"\n（{limit[1]}岁）" if limit and retirement else "")),
    }


def _schools(texts: Mapping[str, str]) -> dict[str, tuple[Line, ...]]:
    found: dict[str, tuple[Line, ...]] = {}
    for key, element in _EDUCATION.items():
        for ending, suffix in (("", ""), ("_school", "_BiYeYuanXiaoXi")):
            told = [texts.get(f"{element}_{kind}{suffix}", "") for kind in ("XueLi", "XueWei")]
            found[key + ending] = tuple(line for text in dict.fromkeys(told) for line in _lines(text))
    return found


def _offices(texts: Mapping[str, str]) -> dict[str, tuple[Line, ...]]:
    """The unit that reports with the day of the form, and the two fields for stamps."""
    declared = layout_of_form()["second"]
    filled = _pointed(texts.get("TianBiaoShiJian", ""))
    seal = (Line(""), Line(""), Line(declared["stamp"]), Line(declared["dated"]))
    unit = _lines(texts.get("ChengBaoDanWei", ""))
    return {"reporting_unit": (*unit, Line(filled)), "approval": seal, "administrative": seal}


def _second_rows(
    declared: Mapping[str, Any], members: int, values: Mapping[str, tuple[Line, ...]]
) -> Sequence[Mapping[str, Any]]:
    """The second page, with as many family rows as there are relatives, and never fewer than the form has.

    Long texts get room of the rows beside them, where these need less than the form gives.
    """
    count = max(members, declared["fewest"])
    height = declared["family_height"] / (count + 1)
    heads = [{"label": text} for text in declared["family_heads"]]
    label = {"label": declared["family_label"], "down": count + 1}
    rows = [{"height": height, "cells": [label, *heads]}]
    rows += [
        {"height": height, "cells": [{"value": f"kin_{number}_{column}", **_WHERE[column]} for column in range(5)]}
        for number in range(count)
    ]
    widths = declared["widths"]
    texts = [
        [*zip((values.get(each.get("value", ""), ()) for each in row["cells"]), widths[1:], strict=False)]
        for row in rows
    ]
    head = [[(values.get(row["cells"][1]["value"], ()), sum(widths[1:]))] for row in declared["head"]]
    labels = [len(_lines(row["cells"][0]["label"])) * declared["label_line"] for row in declared["head"]]
    return [*_with_room(declared["head"], head, labels), *_with_room(rows, texts), *declared["tail"]]


def _with_room(
    rows: Sequence[Mapping[str, Any]],
    cells: Sequence[Sequence[tuple[tuple[Line, ...], float]]],
    least: Sequence[float] = (),
) -> Sequence[Mapping[str, Any]]:
    heights = shared([row["height"] for row in rows], cells, least)
    return [{**row, "height": height} for row, height in zip(rows, heights, strict=True)]


_WHERE: Final[tuple[Mapping[str, Any], ...]] = ({}, {}, {}, {}, {"align": "left"})


def _kin(number: int, row: KinRow, day: str) -> dict[str, tuple[Line, ...]]:
    """One relative: the age is blank for the dead (domain.md 1a.3), and a year of birth where no month is known."""
    cells = {name: _escaped(text).strip() for name, text in row.cells.items()}
    birth, post = cells.get("ChuShengRiQi", ""), cells.get("GongZuoDanWeiJiZhiWu", "")
    told = _partial(birth)
    gone = any(word in post + birth for word in ("去世", "已故", "病故", "逝世"))
    age = "" if gone or not told else _age(told, day) or f"{told}年生"
    shown = (cells.get("ChengWei", ""), cells.get("XingMing", ""), age, cells.get("ZhengZhiMianMao", ""), post)
    return {f"kin_{number}_{column}": _lines(text) for column, text in enumerate(shown)}
