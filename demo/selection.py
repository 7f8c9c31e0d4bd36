"""Selection cases on record: the stages, nominations, checks, opinions and meetings of each appointment, with slips."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil

from demo.draw import Draw, table
from demo.inspections import Inspected
from demo.life import LEVELS, Person
from demo.months import at, year_of
from demo.naming import full_name
from demo.places import City
from demo.sheets import Book, Rows, who
from demo.showcase import SLOT as SHOWCASE

_CHECKS = ("档案审核", "个人事项查核", "纪检监察意见", "信访举报核查")
_DIVISION = re.compile(r"^(.*?(?:局|部|委员会|学院|中心|公司|管委会)).*(?:处|科|室|系)$")
_TOWN = re.compile(r"^(.*(?:镇|乡|街道))(?:人民政府|人大|办事处)?$")


@dataclass(slots=True)
class _Case:
    """One appointment on its way: whose, when each step was taken, and what went wrong."""

    about: Inspected
    number: str
    party_body: str
    days: dict[str, date]
    others: list[Person] = field(default_factory=list)
    faults: frozenset[str] = frozenset()

    @property
    def key(self) -> dict[str, object]:
        """The column that names the case on every other sheet."""
        return {"选任案卷编号": self.number}


def case_rows(
    draw: Draw, rows: Rows, book: Book, inspected: Sequence[Inspected], people: Sequence[Person], city: City
) -> None:
    """Everything on record of the appointments of a year for which somebody was inspected."""
    principal = full_name(draw, "男")
    for number, about in enumerate(inspected, 1):
        case = _case(draw, about, number, people, city)
        _head(rows, book, case)
        _stages(rows, book, case)
        _nominations(draw, rows, book, case)
        _checks(draw, rows, book, case, city)
        _opinion(draw, rows, book, case)
        _meeting(draw, rows, book, case, city, principal)


def _case(draw: Draw, about: Inspected, number: int, people: Sequence[Person], city: City) -> _Case:
    before = about.person.stage_at(about.stage.start - 1)
    shares = table("selection")["faults"]
    faults = frozenset(name for name, share in shares.items() if draw.hits(share))
    equals = [
        each
        for each in people
        if each is not about.person and (now := each.stage_at(about.stage.start - 1)) and before
        if now.role and now.level == before.level
    ]
    return _Case(
        about=about,
        number=f"{city.name[0]}选任〔{about.day.year}〕{number:02d}号",
        party_body=_party_body(before.unit if before and before.unit else about.stage.unit),
        days=_days(draw, about),
        others=draw.several(equals, draw.choice((0, 1, 1, 2))),
        faults=frozenset() if about.person.slot == SHOWCASE else faults,
    )


def _party_body(unit: str) -> str:
    """The body that leads a unit and speaks for it: a town's committee, a bureau's Party group for its divisions."""
    if unit.startswith("中共"):
        return unit
    if town := _TOWN.match(unit):
        return f"中共{town[1]}{'工' if town[1].endswith('街道') else ''}委"
    if division := _DIVISION.match(unit):
        unit = division[1]
    party = "" if unit.startswith("共青团") else "中共"
    return f"{party}{unit}{'党委' if unit.endswith(('公司', '集团', '学院')) else '党组'}"


def _days(draw: Draw, about: Inspected) -> dict[str, date]:
    """When each step was taken, one after another; the appointment lies in the month the stage began."""
    inspected = about.day
    decided = inspected + timedelta(draw.randint(8, 14))
    noticed = decided + timedelta(draw.randint(1, 3))
    began = date(year_of(about.stage.start), about.stage.start - at(year_of(about.stage.start), 1) + 1, 1)
    return {
        "动议": inspected - timedelta(draw.randint(20, 35)),
        "民主推荐": inspected - timedelta(draw.randint(6, 12)),
        "考察": inspected,
        "讨论决定": decided,
        "任前公示": noticed,
        "任职": max(noticed + timedelta(9), began + timedelta(draw.randint(2, 9))),
    }


def _head(rows: Rows, book: Book, case: _Case) -> None:
    cells: dict[str, object] = {
        "案卷编号": case.number,
        "任用方式": _kind(case.about),
        "拟任单位": case.about.stage.unit,
        "拟任职务": case.about.post,
        "启动日期": case.days["动议"],
        "办结日期": case.days["任职"],
        "结果": "已任职",
        "承办人": book.filled_by,
    }
    rows.add(book, "选拔任用", cells | who(case.about.person, "人选") | {"人选身份": "拟任人选"})
    for number, other in enumerate(case.others):
        role = "考察对象" if number == 1 else "动议人选"
        rows.add(book, "选拔任用", cells | who(other, "人选") | {"人选身份": role})


def _kind(about: Inspected) -> str:
    before = about.person.stage_at(about.stage.start - 1)
    if before is None or before.level < about.stage.level:
        return "提拔任职"
    return "进一步使用" if before.level == about.stage.level and about.stage.role == "牵头" else "平级转任"


def _stages(rows: Rows, book: Book, case: _Case) -> None:
    days = dict(case.days)
    if "inspected before the recommendation" in case.faults:
        days["民主推荐"] = days["考察"] + timedelta(3)
    if "recommendation missing" in case.faults:
        del days["民主推荐"]
    if "no public notice" in case.faults:
        del days["任前公示"]
    for stage, day in days.items():
        last = day + timedelta({"考察": 4, "任前公示": 8}.get(stage, 0))
        cells = case.key | {"步骤": stage, "开始日期": day, "结束日期": last if last > day else None}
        rows.add(book, "程序步骤", cells | {"组织实施": book.issuer})


def _nominations(draw: Draw, rows: Rows, book: Book, case: _Case) -> None:
    words = table("selection")["words"]
    day = case.days["动议"] + timedelta(draw.randint(2, 6))
    body: dict[str, object] = {
        "推荐方式": "单位党组织推荐",
        "推荐日期": day,
        "推荐人或单位": case.party_body,
        "等额或差额": "差额" if case.others else "等额",
        "集体研究": _said(case.faults, "not studied collectively", "study not noted"),
        "推荐文号": None if "no formal document" in case.faults else f"党组推〔{day.year}〕{draw.randint(2, 60)}号",
        "推荐理由": draw.choice(words["reasons"]),
    }
    rows.add(book, "推荐", case.key | who(case.about.person) | body)
    if draw.hits(0.25):
        by = {"推荐方式": "主要领导署名推荐", "推荐日期": day, "推荐人或单位": full_name(draw, "男")}
        signed = {"署名": "是" if case.about.person.slot == SHOWCASE or draw.hits(0.85) else "否"}
        rows.add(book, "推荐", case.key | who(case.about.person) | by | signed)
    for other in case.others:
        at_meeting = {"推荐方式": "会议推荐", "推荐日期": case.days["民主推荐"], "推荐人或单位": case.party_body}
        rows.add(book, "推荐", case.key | who(other) | at_meeting | {"等额或差额": "差额"})


def _said(faults: frozenset[str], no: str, not_noted: str) -> str | None:
    return "否" if no in faults else None if not_noted in faults else "是"


def _checks(draw: Draw, rows: Rows, book: Book, case: _Case, city: City) -> None:
    """The four checks of everybody inspected; what is wrong is wrong with one of them."""
    words = table("selection")["words"]
    for person in (case.about.person, *case.others[1:]):
        odd = draw.choice(_CHECKS) if person is case.about.person else ""
        for kind in _CHECKS:
            if kind == odd and "a check missing" in case.faults:
                continue
            late = kind == odd and "a check after the meeting" in case.faults
            open_ = kind == odd and "a check in hand" in case.faults
            day = case.days["讨论决定"] + timedelta(2) if late else case.days["考察"] + timedelta(draw.randint(-3, 6))
            cells: dict[str, object] = {
                "核查事项": kind,
                "完成日期": day,
                "核查结果": "核查中" if open_ else "通过",
                "核查单位": words["checkers"][kind].format(m=city.full),
                "说明": words["in_hand"] if open_ else None,
            }
            rows.add(book, "凡提四必", case.key | who(person) | cells)


def _opinion(draw: Draw, rows: Rows, book: Book, case: _Case) -> None:
    if "no opinion" in case.faults:
        return
    both = "one signature" not in case.faults
    cells: dict[str, object] = {
        "出具日期": case.days["考察"] + timedelta(draw.randint(3, 7)),
        "出具单位": case.party_body,
        "结论": table("selection")["words"]["opinion"].format(name=case.about.person.name),
        "书记签字": "是",
        "党委（党组）书记": full_name(draw, "男"),
        "纪检负责人签字": "是" if both else "否",
        "纪委书记（纪检监察组组长）": full_name(draw, "女") if both else None,
    }
    rows.add(book, "廉洁自律结论", case.key | who(case.about.person) | cells)


def _meeting(draw: Draw, rows: Rows, book: Book, case: _Case, city: City, principal: str) -> None:
    expected = draw.choice((9, 11, 13))
    few = "quorum too small" in case.faults
    present = ceil(expected * 2 / 3) - 1 if few else expected - draw.choice((0, 0, 1, 2))
    against, deferred = draw.choice((0, 0, 0, 0, 1)), draw.choice((0, 0, 0, 1))
    by_city = case.about.stage.level >= LEVELS.index("县处级副职")
    county = next((each.full for each in city.counties if case.about.stage.unit.startswith(each.full)), "")
    committee = city.full if by_city else county
    order: int | None = draw.randint(1, present - 1) if "principal not last" in case.faults else present
    cells: dict[str, object] = {
        "会议": f"中共{committee}委常务委员会会议" if committee else f"{_party_body(case.about.stage.unit)}会议",
        "会议日期": case.days["讨论决定"],
        "应到成员": expected,
        "实到成员": present,
        "表态人数": present,
        "主要负责人": principal if by_city else full_name(draw, "男"),
        "主要负责人表态次序": None if "order of speaking not noted" in case.faults else order,
        "同意": present - against - deferred,
        "不同意": against,
        "缓议": deferred,
        "决定": "通过",
        "纪要文号": f"{city.name[0]}委纪要〔{case.days['讨论决定'].year}〕{draw.randint(1, 48)}号",
    }
    rows.add(book, "会议议题", case.key | cells)
