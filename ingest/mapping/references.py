"""Columns that give the number of a thing in place of its name: how a suggested mapping looks the name up."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph.model.records import record_types
from graph.model.schema import RecordType

_NUMBERS: Final = ("uuid", "guid", "id", "ids", "ref", "code", "key", "no", "nr", "编号", "编码", "代码", "号")
_NUMBERS_OF: Final = ("رمز", "kod", "código", "codigo", "codice")
"""The same before what is numbered."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A field whose column holds numbers: where the names are, and under which name the looked-up text goes."""

    field: str
    column: str
    table: str
    key: str
    take: str
    records: str | None = None
    """The label of the records of the graph that are looked up in; None for the same file."""
    rows: str | None = None
    """The list of the same file that is looked up in; None for the rows themselves."""
    own: str | None = None
    """The column that has something of the kind where nothing is looked up."""
    own_first: bool = False
    """Whether what the row has of its own goes before what is looked up."""
    else_by: Reference | None = None
    """Where the number is where the row does not give it: in another table, by another column of the row."""

    @property
    def computed(self) -> str:
        """The column that holds the name."""
        return f"{self.field}_looked_up"

    def compute_lines(self) -> Iterator[str]:
        """The lines of `[record.compute]` that look the name up."""
        by = json.dumps(self.column, ensure_ascii=False)
        if self.else_by is not None:
            yield from self.else_by.compute_lines()
            by = f'{{ first_of = [{by}, "{self.else_by.computed}"] }}'
        take = json.dumps(self.take, ensure_ascii=False)
        yield f'{self.computed} = {{ lookup = "{self.table}", by = {by}, take = {take} }}'

    def tables(self) -> Iterator[Reference]:
        """Itself, and where its number is found: all that needs a table to be looked up in."""
        yield self
        if self.else_by is not None:
            yield from self.else_by.tables()

    def value(self) -> str:
        """What a property is given: the name looked up, else what the row has of its own."""
        if not self.own:
            return f'"{self.computed}"'
        both = [self.own, self.computed] if self.own_first else [self.computed, self.own]
        return f"{{ first_of = {json.dumps(both, ensure_ascii=False)} }}"

    def in_list(self, rows: str) -> Reference:
        """The same, looked up in a list of the file that holds the rows themselves."""
        return replace(self, rows=rows, table=re.sub(r"\W", "_", rows, flags=re.ASCII))


def without_number(spelled: str) -> str | None:
    """What a heading is about that ends, or begins, as a number's does: `organizationid` is about an organization."""
    for begin in _NUMBERS_OF:
        if spelled.startswith(begin) and spelled != begin:
            return spelled.removeprefix(begin)
    ending = next((each for each in _NUMBERS if spelled.endswith(each) and spelled != each), None)
    return spelled.removesuffix(ending) if ending else None


def own_reference(
    declared: RecordType, fields: Mapping[str, str], field: str, columns: Mapping[str, Sequence[str]]
) -> Reference | None:
    """Where a column of a table of units holds the number of another row: `parent` with values of `id`."""
    link, key, take = declared.links.get(field), fields.get("code"), fields.get("name")
    if link is None or link.target != declared.label or key is None or take is None:
        return None
    told, numbers = set(columns[fields[field]]), set(columns[key])
    if told and told <= numbers and not told <= set(columns[take]):
        return Reference(field, fields[field], f"{field}s", key, take)
    return None


def named_elsewhere(declared: RecordType, field: str, column: str) -> Reference:
    """A column with numbers of things that another table names: looked up by the code they were imported with."""
    prop = declared.properties.get(field)
    label = (prop.names if prop else None) or declared.links[field].target
    take = next(name for name in record_types()[label].TYPE.key if name == "name")
    return Reference(field, column, f"{label.lower()}s", "code", take, label)


def lookup_lines(references: Iterable[Reference]) -> list[str]:
    """The `[lookup]` tables of these references, each once."""
    lines: list[str] = []
    for each in {each.table: each for one in references for each in one.tables()}.values():
        if each.rows is not None:
            told = "编号在同一文件里对应名称 · the names are in the same file"
            lines += [
                f"[lookup.{each.table}]  # {told}",
                f'key = "{each.key}"',
                f'read = {{ rows = "{each.rows}" }}',
                "",
            ]
        elif each.records is None:
            told = "编号在同一张表里对应名称 · the names are in the same table"
            lines += [f"[lookup.{each.table}]  # {told}", f'key = "{each.key}"', ""]
        else:
            told = '库里的记录，先导入它们的表（编号写进 code）；也可写 file = "表.csv"'
            lines += [
                f"[lookup.{each.table}]  # {told}",
                '# import their table first, its number as code; or look up in it: file = "table.csv"',
                f'records = "{each.records}"',
                f'key = "{each.key}"',
                "",
            ]
    return lines
