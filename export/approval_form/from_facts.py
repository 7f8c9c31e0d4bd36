"""A form filled from the facts of the graph, for a cadre of whom no form was ever imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from export.approval_form import ApprovalForm, Remark, say
from export.approval_form.resume import resume_of
from export.approval_form.words import elements
from export.lrmx import VERSION_3, form_of
from graph.model.codes import code_list
from graph.model.dossier import Dossier
from graph.model.kept_form import PHOTO
from graph.model.postings import posting, postings
from graph.model.records import record_types
from graph.model.records.assessment import Assessment
from graph.model.records.award import Award
from graph.model.records.education import Education
from graph.model.records.family_member import FamilyMember
from graph.model.records.health_record import HealthRecord
from graph.model.records.punishment import Punishment
from graph.model.records.tenure import Tenure

_YEARS: Final = 3
_SHOWN: Final = ("Assessment", "Punishment", "FamilyMember", "HealthRecord")
_WITHOUT_SOURCE: Final = ("RenMianLiYou", "ChengBaoDanWei", "TianBiaoRen")


def from_facts(dossier: Dossier, today: str, photo: bytes | None, id_number: str = "") -> ApprovalForm:
    """The form as the graph's facts fill it, dated `today`; what no fact tells is left empty and named in a note."""
    day = today.replace("-", "")
    dated = {"JiSuanNianLingShiJian": day, "TianBiaoShiJian": day, "Version": VERSION_3}
    values = facts_of_form(dossier) | dated
    form = form_of(values, [_kin(each) for each in _in_print_order(dossier.of(FamilyMember))])
    return ApprovalForm(
        form, "facts", "图库中的事实", photo or b"", id_number, tuple(_losses(dossier, photo)), tuple(_notes())
    )


def facts_of_form(dossier: Dossier) -> dict[str, str]:
    """What the facts tell, by element of the form; nothing of the form's own day."""
    return (
        _plain(dossier)
        | _education(dossier.of(Education))
        | {
            "XianRenZhiWu": dossier.cadre.current_post_text or _current_posts(dossier.of(Tenure)),
            "JianLi": resume_of(dossier),
            "JiangChengQingKuang": _honours(dossier),
            "NianDuKaoHeJieGuo": _grades(dossier.of(Assessment)),
        }
    )


def extras_of_4_0(dossier: Dossier) -> dict[str, str]:
    """The texts of the two elements that only 4.0 has, as far as the graph knows them."""
    told = {
        "DaoLingNianYue": _compact(dossier.cadre.retirement_month),
        "GaiGeQianRenZhiNianLingJieXian": dossier.cadre.tenure_age_limit or "",
    }
    return {name: text for name, text in told.items() if text}


def _losses(dossier: Dossier, photo: bytes | None) -> Iterator[Remark]:
    for label in _SHOWN:
        if label in dossier.withheld:
            declared = record_types()[label].TYPE
            yield Remark("", "withheld", say("kind_withheld", kind=declared, needed=int(declared.access)))
    if dossier.cadre.photo and photo is None:
        yield Remark(PHOTO, "photo", say("photo_missing"))
    if any(each.minor is not False for each in dossier.of(FamilyMember)):
        yield Remark("JiaTingChengYuan", "minor", say("minors"))


def _notes() -> Iterator[Remark]:
    yield Remark("", "from-facts", say("filled_from_facts"))
    yield from (Remark(name, "unknown", say("no_source")) for name in _WITHOUT_SOURCE)


def _plain(dossier: Dossier) -> dict[str, str]:
    person = dossier.cadre
    values = {element: getattr(person, name) or "" for element, name in elements()["facts"].items()}
    values |= {element: _compact(getattr(person, name)) for element, name in elements()["months"].items()}
    values["RuDangShiJian"] = person.party_text or _compact(person.party_join) or _other_party(person.political_status)
    health = dossier.of(HealthRecord)
    values["JianKangZhuangKuang"] = health[-1].category or "" if health else ""
    return values


def _other_party(status: str | None) -> str:
    """A status that is no membership of the Communist Party: without a date the form words no other."""
    return "" if status in (None, "中共党员", "中共预备党员", "群众", "共青团员") else str(status)


def _compact(date: str | None) -> str:
    return (date or "")[:7].replace("-", "")


def _current_posts(tenures: Iterable[Tenure]) -> str:
    held = [each for each in tenures if each.end_status == "current" and each.kind in ("post", "rank")]
    held.sort(key=lambda each: (bool(each.concurrent), each.start or ""))
    return postings(posting(each.unit_name, each.title or each.rank) for each in held)


def _education(records: Sequence[Education]) -> dict[str, str]:
    values: dict[str, str] = {}
    for prefix, mode in elements()["education"].items():
        some = [each for each in records if each.mode == mode]
        if levels := [each for each in some if each.level]:
            best = min(levels, key=_level_rank)
            values |= {f"{prefix}_XueLi": best.level or "", f"{prefix}_XueLi_BiYeYuanXiaoXi": _school(best)}
        if degrees := [each for each in some if each.degree]:
            best = min(degrees, key=_degree_rank)
            values |= {f"{prefix}_XueWei": best.degree or "", f"{prefix}_XueWei_BiYeYuanXiaoXi": _school(best)}
    return values


def _level_rank(record: Education) -> int:
    names = code_list("education_level").names
    return names.index(record.level) if record.level in names else len(names)


def _degree_rank(record: Education) -> int:
    order: list[str] = elements()["degrees"]["order"]
    return next((rank for rank, word in enumerate(order) if word in (record.degree or "")), len(order))


def _school(record: Education) -> str:
    major = record.major or ""
    return (record.school or "") + (major if not major or major.endswith("专业") else f"{major}专业")


def _honours(dossier: Dossier) -> str:
    """奖惩情况, oldest first: date, cause, who approved it, what it was (domain.md 1a.3)."""
    told: list[tuple[str, tuple[str, ...]]] = [
        (each.date or "", (f"经{each.authority}批准" if each.authority else "", each.name or ""))
        for each in dossier.of(Award)
    ]
    for each in dossier.of(Punishment):
        name = each.name or ""
        approved = f"经{each.authority}批准" if each.authority else ""
        given = name if name.startswith(("受", "给予")) else f"受{name if name.endswith('处分') else f'{name}处分'}"
        told.append((each.date or "", (f"因{each.cause}" if each.cause else "", approved, given)))
    lines = ["，".join(part for part in (date.replace("-", "."), *texts) if part) for date, texts in sorted(told)]
    return "\n".join(f"{line}。" for line in lines)


def _grades(records: Iterable[Assessment]) -> str:
    yearly = {each.year: each.grade for each in records if each.year and each.grade and each.kind == "年度考核"}
    return "；".join(f"{year}年年度考核{yearly[year]}" for year in sorted(yearly)[-_YEARS:])


def _in_print_order(records: Iterable[FamilyMember]) -> list[FamilyMember]:
    order: list[list[str]] = elements()["family"]["order"]

    def rank(each: FamilyMember) -> tuple[int, str, str]:
        place = next((number for number, names in enumerate(order) if each.appellation in names), len(order))
        return place, each.birth or "9999", each.id

    return sorted(records, key=rank)


def _kin(each: FamilyMember) -> dict[str, str]:
    post = each.post_text or ""
    return {
        "ChengWei": each.appellation or "",
        "XingMing": each.name or "",
        "ChuShengRiQi": (each.birth or "").replace("-", ""),
        "ZhengZhiMianMao": each.political_status or "",
        "GongZuoDanWeiJiZhiWu": post if "去世" in post or not each.deceased else f"{post}（已去世）",
    }
