"""干部任免审批表 as a `.lrmx` file of 3.0 or 4.0 (layout: domain.md 1a.2 to 1a.4).

One writer for a form that the graph keeps, for one filled from facts, and for invented people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from graph.model.kept_form import FAMILY, ID_NUMBER, PHOTO, KeptForm, KinRow, Part

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

UNWRITABLE = dict.fromkeys(
    [*(code for code in range(32) if code not in (9, 10, 13)), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)
"""Characters that may not stand in XML 1.0 at all (for `str.translate`); every other one is escaped."""
_PAIRED = re.compile("-{2,}")

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
    """The file's bytes from plain values, elements in the editor's order; see `render_form`.

    `values` are texts by element name (see `ELEMENTS`; `JiaTingChengYuan` comes from `family`); what is absent is
    written empty, the two elements of 4.0 only where given. `extra` are elements of other writers, put at the end.
    KeyError for an element that the format does not have.
    """
    return render_form(form_of(values, family, extra=extra), photo=values.get(PHOTO, ""))


def form_of(
    values: Mapping[str, str], family: Sequence[Mapping[str, str]] = (), *, extra: Mapping[str, str] | None = None
) -> KeptForm:
    """A form of plain values, as `render_lrmx` takes them."""
    _check_names(values, family)
    parts = [_part(name, values) for name in ELEMENTS if name in values or name not in ONLY_4_0]
    parts += [Part(name, text) for name, text in (extra or {}).items()]
    rows = (KinRow({name: member.get(name, "") for name in FAMILY_ELEMENTS}) for member in family)
    return KeptForm(tuple(parts), tuple(rows))


def _part(name: str, values: Mapping[str, str]) -> Part:
    if name == FAMILY:
        return Part(name, kind="family")
    return Part(name, kind="photo") if name == PHOTO else Part(name, values.get(name, ""))


def render_form(form: KeptForm, *, photo: str = "", id_number: str = "", note: str = "") -> bytes:
    """The file's bytes: UTF-8 with an XML declaration, CRLF line ends, elements in the order of the form.

    `photo` is base64; `id_number` is only what the user supplied; `note` becomes a comment at the end, which no reader
    of the form minds.
    """
    parts = ['<?xml version="1.0" encoding="utf-8"?>', "<Person>"]
    for part in _with_id_number(form.parts, id_number):
        if part.name == FAMILY:
            parts += _family(form.family)
        elif part.kind == "xml":
            parts.append(f"  {_line_ends(part.text)}")
        else:
            told = {PHOTO: photo, ID_NUMBER: id_number or part.text}
            parts.append(_element(part.name, told.get(part.name, part.text), "  "))
    parts.append("</Person>")
    if note:
        parts.append(f"<!-- {_PAIRED.sub('-', note.translate(UNWRITABLE)).rstrip('-')} -->")
    return (NEWLINE.join(parts) + NEWLINE).encode()


def _with_id_number(parts: Sequence[Part], id_number: str) -> Sequence[Part]:
    """The parts, with a place for the number where the form had none."""
    if not id_number or any(part.name == ID_NUMBER for part in parts):
        return parts
    return (*parts, Part(ID_NUMBER))


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


def _family(rows: Sequence[KinRow]) -> list[str]:
    items: list[str] = []
    for row in rows:
        cells = [_element(name, text, "      ") for name, text in row.cells.items()]
        items += ["    <Item>", *cells, "    </Item>"]
    return [f"  <{FAMILY}>", *items, f"  </{FAMILY}>"] if items else [f"  <{FAMILY} />"]


def _element(name: str, text: str, indent: str) -> str:
    clean = _line_ends(escape(text.translate(UNWRITABLE)))
    return f"{indent}<{name}>{clean}</{name}>" if clean else f"{indent}<{name} />"


def _line_ends(text: str) -> str:
    """CRLF for every line end; a carriage return of its own as a reference, or XML would make it a line end."""
    return text.replace(NEWLINE, "\n").replace("\r", "&#13;").replace("\n", NEWLINE)
