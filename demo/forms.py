"""A person as the 干部任免审批表 shows one: the texts of the `.lrmx` elements."""

from __future__ import annotations

from demo.draw import Draw, drawing, table
from demo.life import Degree, Person
from demo.months import compact
from demo.photos import photo
from demo.resume import current_post, resume_lines
from export.lrmx import VERSION_3, VERSION_4, format_resume

_LIMITS = {"男": 60, "女": 55}


def form(draw: Draw, person: Person, as_of: int, issuer: str, filler: str) -> dict[str, str]:
    """Element name -> text; persons with a thin file lack what old forms often lack."""
    values = _head(draw, person) | _studies(person) | _tail(draw, person, as_of)
    values["JianLi"] = resume_text(person)
    values |= {"ChengBaoDanWei": issuer, "TianBiaoRen": filler, "ShenFenZheng": person.form_id}
    if draw.hits(table("people")["shares"]["version_4"]):
        values |= _version_4(person)
    if person.picture is not None:
        values["ZhaoPian"] = photo(person.picture)
    if person.thin:
        for name in ("ShuXiZhuanYeYouHeZhuanChang", "ChuShengDi", "JiangChengQingKuang", "NianDuKaoHeJieGuo"):
            values[name] = ""
    return values


def resume_text(person: Person) -> str:
    """The 简历, worded alike in every paper about the person."""
    return format_resume(resume_lines(drawing(person.id_number, "resume"), person), person.memberships)


def family_items(person: Person) -> list[dict[str, str]]:
    """The `Item` elements; the birth of those who died stays as the form asks, the cell for the age is not ours."""
    return [
        {
            "ChengWei": each.appellation,
            "XingMing": each.name,
            "ChuShengRiQi": compact(each.birth),
            "ZhengZhiMianMao": each.politics,
            "GongZuoDanWeiJiZhiWu": each.work,
        }
        for each in person.family
    ]


def party_text(person: Person) -> str:
    """入党时间 as the form words it: `200108`, or the other party."""
    return person.other_party or (compact(person.party_join) if person.party_join else "")


def honours(person: Person) -> str:
    """奖惩情况 in the form's wording, oldest first; `无` where there is nothing."""
    rows = [(each["date"], f"经{each['authority']}批准，{each['text']}") for each in person.awards]
    rows += [
        (each["date"], f"因{each['cause']}，经{each['authority']}批准，{each['text']}") for each in person.punishments
    ]
    return "\r\n".join(f"{date.replace('-', '.')}，{text}。" for date, text in sorted(rows)) or "无"


def yearly(person: Person, years: int) -> str:
    """年度考核结果 of the last years."""
    return "；".join(f"{year}年年度考核{grade}" for year, grade in sorted(person.years.items())[-years:])


def _head(draw: Draw, person: Person) -> dict[str, str]:
    return {
        "XingMing": person.name,
        "XingBie": person.sex,
        "ChuShengNianYue": compact(person.birth),
        "MinZu": person.ethnicity,
        "JiGuan": person.native,
        "ChuShengDi": person.native,
        "RuDangShiJian": party_text(person),
        "CanJiaGongZuoShiJian": compact(person.work_start),
        "JianKangZhuangKuang": draw.weighted(table("people")["health"]),
        "ZhuanYeJiShuZhiWu": person.title,
        "ShuXiZhuanYeYouHeZhuanChang": person.expertise,
    }


def _studies(person: Person) -> dict[str, str]:
    values: dict[str, str] = {}
    for mode, element in (("全日制", "QuanRiZhiJiaoYu"), ("在职", "ZaiZhiJiaoYu")):
        degrees = [each for each in person.degrees if each.mode == mode]
        if not degrees:
            continue
        highest = degrees[-1]
        values |= {f"{element}_XueLi": highest.level, f"{element}_XueWei": highest.degree}
        values[f"{element}_XueLi_BiYeYuanXiaoXi"] = school_text(highest)
        values[f"{element}_XueWei_BiYeYuanXiaoXi"] = school_text(highest) if highest.degree else ""
    return values


def school_text(degree: Degree) -> str:
    """School and major as a form writes them."""
    return f"{degree.school}{degree.major}专业"


def _tail(draw: Draw, person: Person, as_of: int) -> dict[str, str]:
    filled = as_of - draw.randint(0, 3)
    return {
        "XianRenZhiWu": current_post(person),
        "JiangChengQingKuang": honours(person),
        "NianDuKaoHeJieGuo": yearly(person, 3),
        "JiSuanNianLingShiJian": compact(filled) + "01",
        "TianBiaoShiJian": f"{compact(filled)}{draw.randint(1, 28):02d}",
        "Version": VERSION_3,
    }


def _version_4(person: Person) -> dict[str, str]:
    limit = _LIMITS[person.sex]
    return {
        "DaoLingNianYue": compact(person.birth + limit * 12),
        "GaiGeQianRenZhiNianLingJieXian": f"改革前任职年龄界限为{limit}岁",
        "Version": VERSION_4,
    }
