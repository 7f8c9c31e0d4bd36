"""The sheets of the work-record workbook, derived from the record types: what its writer and its reader agree on.

A record type with a `sheet` becomes one sheet. Its properties become columns under their Chinese names; a link to
another record becomes one column for each part of that record's key, and its edge properties become columns too.
Several links of one kind are several rows.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from graph.model.records import record_types
from graph.model.schema import Kind, Link, Property, RecordType, sheet_types

COVER_SHEET: Final = "说明"
EXAMPLE_MARK: Final = "（示例）"
"""A row whose first filled cell starts with it is an example, and is not read."""
SEPARATOR: Final = "、"
"""Stands between several values in one cell."""

ID_NUMBER: Final = "id_number"
_CADRE_PARTS: Final = (
    ("name", "姓名", Kind.TEXT),
    ("birth_month", "出生年月", Kind.DATE),
    (ID_NUMBER, "身份证号", Kind.TEXT),
)
_ID_HELP: Final = "可不填。姓名加出生年月仍有重名时填写；系统只保存加密散列，不保存号码。"


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover sheet tells of the workbook as a whole; each is None where it is left empty."""

    issuer: str | None = None
    period: str | None = None
    filled_on: str | None = None
    filled_by: str | None = None


COVER_LABELS: Final = {"填报单位": "issuer", "填报期间": "period", "填表日期": "filled_on", "填表人": "filled_by"}
"""Label on the cover sheet -> field of `Cover`."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where its value goes, and what it may hold.

    `field` is the property or link of the record; `part` is the key part of the linked record (role `key`) or the edge
    property (role `edge`). `many` means that `SEPARATOR` may stand between several values.
    """

    heading: str
    field: str
    role: Literal["property", "key", "edge"]
    part: str | None
    kind: Kind
    choices: str | None
    required: bool
    many: bool
    help: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the record type it holds and its columns in order."""

    name: str
    label: str
    columns: tuple[Column, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings in order."""
        return tuple(column.heading for column in self.columns)


@cache
def work_sheets() -> tuple[Sheet, ...]:
    """Every sheet of the work-record workbook, in the order of the labels."""
    return tuple(
        _sheet(cls.TYPE, [each.name for each in dataclasses.fields(cls)]) for cls in sheet_types(record_types())
    )


def _sheet(declared: RecordType, fields: list[str]) -> Sheet:
    columns: list[Column] = []
    for name in fields:
        if name in declared.properties and declared.properties[name].column:
            columns.append(_property_column(declared.properties[name]))
        elif name in declared.links and declared.links[name].column:
            columns.extend(_link_columns(declared.links[name]))
    headings = [column.heading for column in columns]
    if len(set(headings)) != len(headings):
        raise TypeError(f"{declared.label}: two columns of its sheet have the same heading.")
    return Sheet(declared.sheet or declared.zh, declared.label, tuple(columns))


def _property_column(declared: Property) -> Column:
    many = declared.kind is Kind.TEXTS
    return Column(
        declared.zh,
        declared.name,
        "property",
        None,
        declared.kind,
        declared.choices,
        declared.required,
        many,
        declared.help,
    )


def _link_columns(link: Link) -> Iterator[Column]:
    if link.target == "Cadre":
        prefix = "" if link.zh == "干部" else link.zh
        for part, zh, kind in _CADRE_PARTS:
            required = link.required and part == "name"
            text = _ID_HELP if part == ID_NUMBER else ""
            yield Column(prefix + zh, link.name, "key", part, kind, None, required, many=False, help=text)
    else:
        yield from _key_columns(link)
    for edge in link.properties:
        yield Column(
            edge.zh, link.name, "edge", edge.name, edge.kind, edge.choices, required=False, many=False, help=""
        )


def _key_columns(link: Link) -> Iterator[Column]:
    """One column for each part of the target's key; one heading for several names where the name is the whole key."""
    target = record_types()[link.target].TYPE
    if target.key == ("name",):
        yield Column(
            link.zh, link.name, "key", "name", Kind.TEXT, None, link.required, many=True, help="几项之间用顿号隔开。"
        )
        return
    for part in target.key:
        declared = target.properties[part]
        heading = link.zh + declared.zh.removeprefix("项目")
        yield Column(
            heading, link.name, "key", part, declared.kind, declared.choices, link.required, many=False, help=""
        )
