"""Rosters of domain.md 1d as tables: of cadres from their rows, of units from what they may have and what they have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.model.codes import code_list
from graph.model.data_files import load_toml
from graph.model.postings import posting, postings

Cell = str | int

_DATES: Final = ("birth_month", "work_start", "position_level_since", "grade_since")
_PLAIN: Final = ("name", "sex", "ethnicity", "native_place", "professional_title")
_MODES: Final = {"full_time": "全日制", "in_service": "在职"}
_DEGREES: Final = ("博士", "硕士", "学士")
OF_CADRES: Final = ("cadres", "appointments")
OF_UNITS: Final = ("headcount", "leaders")


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `group` is the head above it and its neighbours, empty where it has none."""

    heading: str
    group: str = ""
    width: float = 10


@dataclass(frozen=True, slots=True)
class Roster:
    """A table with a title, a note below it (empty where there is none), columns and rows; 序号 comes first."""

    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def rosters() -> Mapping[str, Mapping[str, Any]]:
    """The declarations by name."""
    return load_toml(__package__, "rosters.toml")


def roster_of_cadres(kind: str, rows: Mapping[str, Mapping[str, Any]], order: Sequence[str]) -> Roster:
    """The roster of this kind (`OF_CADRES`) of the cadres in `order`; `rows` are those of the view `roster_rows`."""
    declared = rosters()[kind]
    columns = declared["columns"]
    short = bool(declared.get("short_dates"))
    made = (_values(rows[cadre], short=short) for cadre in order if cadre in rows)
    return Roster(
        declared["title"],
        "",
        (Column("序号", width=6), *(Column(each["heading"], each.get("group", ""), each["width"]) for each in columns)),
        tuple((number, *(each[c["value"]] for c in columns)) for number, each in enumerate(made, start=1)),
    )


def _values(row: Mapping[str, Any], *, short: bool) -> dict[str, str]:
    told = row["properties"]
    posts = sorted(row["posts"], key=lambda each: (each["concurrent"], each["start"] or "", each["title"] or ""))
    values = {name: str(told.get(name) or "") for name in _PLAIN}
    values |= {name: _point(told.get(name), short=short) for name in _DATES}
    values["current_post"] = told.get("current_post_text") or _posts(posts)
    values["post_since"] = _point(posts[0]["start"] if posts else None, short=short)
    joined = _point(told.get("party_join"), short=short)
    values["party"] = joined or told.get("party_text") or _other(told.get("political_status"))
    values["proposal"] = "；".join(
        f"{word}{text}"
        for word, text in (("拟任", told.get("proposed_post_text")), ("拟免", told.get("removal_post_text")))
        if text
    )
    values["note"] = ""
    return values | _education(row["education"])


def _posts(posts: Iterable[Mapping[str, Any]]) -> str:
    return postings(posting(each["unit"], each["title"] or each["rank"]) for each in posts)


def _other(status: str | None) -> str:
    return "" if status in (None, "群众", "共青团员") else str(status)


def _point(date: str | None, *, short: bool) -> str:
    """`1976-06` as 1976.06, or 76.06 where the roster is short of room."""
    text = (date or "")[:7].replace("-", ".")
    return text[2:] if short and len(text) == 7 else text


def _education(records: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, mode in _MODES.items():
        some = sorted((each for each in records if each["mode"] == mode), key=_rank)
        best = some[0] if some else {}
        found[key] = (best.get("level") or "") + (best.get("degree") or _first(some, "degree"))
        found[f"{key}_school"] = (best.get("school") or "") + (best.get("major") or "")
    best = min(records, key=_rank, default={})
    found["highest"] = str(best.get("level") or best.get("degree") or "")
    return found


def _first(records: Iterable[Mapping[str, Any]], name: str) -> str:
    return next((str(each[name]) for each in records if each[name]), "")


def _rank(record: Mapping[str, Any]) -> tuple[int, int, str]:
    """Highest diploma first, then highest degree."""
    levels = code_list("education_level").names
    level = levels.index(record["level"]) if record["level"] in levels else len(levels)
    degree = next((n for n, word in enumerate(_DEGREES) if word in (record["degree"] or "")), len(_DEGREES))
    return level, degree, record["school"] or ""


def roster_of_units(kind: str, rows: Iterable[Mapping[str, Any]]) -> Roster:
    """The table of this kind (`OF_UNITS`) of the rows of the view `unit_establishment`."""
    declared = rosters()[kind]
    groups = [each["group"] for each in declared["kinds"]]
    if total := declared.get("total"):
        groups = [total, *groups]
    columns = [Column("序号", width=6), Column("单位", width=30)]
    columns += [Column(figure, group, 7) for group in groups for figure in declared["figures"]]
    columns.append(Column("类别不明", width=9))
    lines = (_figures(declared, row) for row in rows)
    return Roster(
        declared["title"],
        declared["note"],
        tuple(columns),
        tuple((number, *line) for number, line in enumerate(lines, start=1)),
    )


def _figures(declared: Mapping[str, Any], row: Mapping[str, Any]) -> tuple[Cell, ...]:
    """One unit: allowed, there, too many and too few of each kind; empty where the records tell no number allowed."""
    unit = row["properties"]
    by_member = "total" in declared
    people: dict[str, str | None] = {}
    for each in sorted(row["holders"], key=lambda one: (one["concurrent"], str(one["member"]))):
        known = people.get(each["cadre"])
        people[each["cadre"]] = known or (each["member"] if by_member else each["category"])
    cells: list[Cell] = []
    held: list[int] = []
    for kind in declared["kinds"]:
        count = sum(category in kind["categories"] for category in people.values())
        held.append(count)
        cells += _four(unit.get(kind["quota"]), count)
    if by_member:
        quotas = [unit.get(kind["quota"]) for kind in declared["kinds"]]
        known_quotas = [quota for quota in quotas if quota is not None]
        cells = [*_four(sum(known_quotas) if known_quotas else None, sum(held)), *cells]
    known_kinds = {category for kind in declared["kinds"] for category in kind["categories"]}
    unknown = sum(category not in known_kinds for category in people.values())
    return (str(unit.get("name") or ""), *cells, unknown)


def _four(quota: int | None, count: int) -> tuple[Cell, ...]:
    if quota is None:
        return ("", count, "", "")
    return (quota, count, max(0, count - quota) or "", max(0, quota - count) or "")
