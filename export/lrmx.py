"""干部任免审批表 as a `.lrmx` file of 3.0 or 4.0, from plain values (layout: domain.md 1a.2 to 1a.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

NEWLINE = "\r\n"
VERSION_3 = "3.2.1.6"
VERSION_4 = "4.0.0.0"

# The order the official editor writes; the two elements of 4.0 stand where it puts them.
ELEMENTS = (
    "XingMing", "XingBie", "ChuShengNianYue", "MinZu", "JiGuan", "ChuShengDi", "RuDangShiJian", "CanJiaGongZuoShiJian",
    "DaoLingNianYue", "JianKangZhuangKuang", "ZhuanYeJiShuZhiWu", "ShuXiZhuanYeYouHeZhuanChang",
    "QuanRiZhiJiaoYu_XueLi", "QuanRiZhiJiaoYu_XueWei", "QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi",
    "QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi", "ZaiZhiJiaoYu_XueLi", "ZaiZhiJiaoYu_XueWei",
    "ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi", "ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi", "XianRenZhiWu", "NiRenZhiWu",
    "NiMianZhiWu", "JianLi", "JiangChengQingKuang", "NianDuKaoHeJieGuo", "RenMianLiYou", "JiaTingChengYuan",
    "ChengBaoDanWei", "GaiGeQianRenZhiNianLingJieXian", "JiSuanNianLingShiJian", "TianBiaoShiJian", "TianBiaoRen",
    "ShenFenZheng", "ZhaoPian", "Version",
)  # fmt: skip
FAMILY_ELEMENTS = ("ChengWei", "XingMing", "ChuShengRiQi", "ZhengZhiMianMao", "GongZuoDanWeiJiZhiWu")
ONLY_4_0 = ("DaoLingNianYue", "GaiGeQianRenZhiNianLingJieXian")

# A character that may not stand in XML 1.0 at all; every other one is escaped.
_FORBIDDEN = {code: None for code in range(32) if code not in (9, 10, 13)}

_DATE_WIDTH = 7
_TEXT_COLUMN = 18


@dataclass(frozen=True, slots=True)
class ResumeLine:
    """One segment of a 简历: months as `yyyy.MM`, `end` None while it lasts, and the notes in brackets below it."""

    start: str
    end: str | None
    text: str
    notes: tuple[str, ...] = ()


def format_resume(lines: Iterable[ResumeLine], memberships: Sequence[str] = ()) -> str:
    """The 简历 in the official layout, lines parted by CRLF.

    Two spaces after the dates, seven spaces in place of an open end, notes on lines of their own indented to the text
    column; memberships of higher bodies follow as a last paragraph after a blank line.
    """
    written = [part for line in lines for part in _segment(line)]
    if memberships:
        written += ["", *memberships]
    return NEWLINE.join(written)


def _segment(line: ResumeLine) -> Iterable[str]:
    yield f"{line.start}--{line.end or ' ' * _DATE_WIDTH}  {line.text}"
    for note in line.notes:
        yield f"{' ' * _TEXT_COLUMN}（{note}）"


def render_lrmx(
    values: Mapping[str, str], family: Sequence[Mapping[str, str]] = (), *, extra: Mapping[str, str] | None = None
) -> bytes:
    """The file's bytes: UTF-8 with an XML declaration, CRLF line ends, elements in the editor's order.

    `values` are texts by element name (see `ELEMENTS`; `JiaTingChengYuan` comes from `family`); what is absent is
    written empty, the two elements of 4.0 only where given. `extra` are elements of other writers, put at the end.
    KeyError for an element that the format does not have.
    """
    _check_names(values, family)
    parts = ['<?xml version="1.0" encoding="utf-8"?>', "<Person>"]
    for name in ELEMENTS:
        if name == "JiaTingChengYuan":
            parts += _family(family)
        elif name in values or name not in ONLY_4_0:
            parts.append(_element(name, values.get(name, ""), "  "))
    parts += [_element(name, text, "  ") for name, text in (extra or {}).items()]
    return (NEWLINE.join([*parts, "</Person>"]) + NEWLINE).encode()


def write_lrmx(
    path: Path,
    values: Mapping[str, str],
    family: Sequence[Mapping[str, str]] = (),
    *,
    extra: Mapping[str, str] | None = None,
) -> None:
    """Write one person's file; see `render_lrmx`."""
    path.write_bytes(render_lrmx(values, family, extra=extra))


def _check_names(values: Mapping[str, str], family: Sequence[Mapping[str, str]]) -> None:
    unknown = set(values) - set(ELEMENTS) | {
        name for member in family for name in member if name not in FAMILY_ELEMENTS
    }
    if unknown:
        raise KeyError(f"The .lrmx format has no element {sorted(unknown)}.")


def _family(members: Sequence[Mapping[str, str]]) -> list[str]:
    items: list[str] = []
    for member in members:
        cells = [_element(name, member.get(name, ""), "      ") for name in FAMILY_ELEMENTS]
        items += ["    <Item>", *cells, "    </Item>"]
    return ["  <JiaTingChengYuan>", *items, "  </JiaTingChengYuan>"] if items else ["  <JiaTingChengYuan />"]


def _element(name: str, text: str, indent: str) -> str:
    clean = escape(text.translate(_FORBIDDEN))
    return f"{indent}<{name}>{clean}</{name}>" if clean else f"{indent}<{name} />"
