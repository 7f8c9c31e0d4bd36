"""What may stand in a mapping file, as typed models; what a name in it means is checked against `graph.model` later."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from ingest.clean.numbers import Mark
from ingest.mapping.dates import check_form
from ingest.mapping.messages import say
from ingest.mapping.scope import LIST, ROW, UP

Scalar = str | bool | int | float
NUMBER: Final = "<n>"
"""Stands in the name of a column that comes again for the number that tells one from the next."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def _as_texts(given: object) -> object:
    return [given] if isinstance(given, Scalar) else given


def _as_words(given: object) -> object:
    return [given] if isinstance(given, str) else given


Words = Annotated[list[str], BeforeValidator(_as_words)]


def _as_scalar(given: object) -> object:
    """A date without quotes is TOML's own: it means the same as the text."""
    return given.isoformat()[:10] if isinstance(given, datetime | date) else given


Constant = Annotated[Scalar, BeforeValidator(_as_scalar)]


def _as_value(given: object) -> object:
    """A bare text is a column; a bare number, date or yes/no is a constant."""
    if isinstance(given, bool | int | float | date):
        return {"constant": given}
    return {"column": given} if isinstance(given, str) else given


class Value(_Strict):
    """Where one value comes from, and what is done to it, in this order: taken, matched, split, looked up, read."""

    column: str | None = None
    text: str | None = None
    constant: Constant | None = None
    first_of: list[AnyValue] | None = None
    lookup: str | None = None
    by: AnyValue | None = None
    take: str | None = None
    match: str | None = None
    group: int | str = 1
    split: str | list[str] | None = None
    part: int | None = None
    table: str | dict[str, Scalar] | None = None
    otherwise: Scalar | None = None
    codes: bool = False
    date: str | list[str] | None = None
    decimal: Mark | None = None
    add_years: int = 0
    inclusive: bool = False
    future: bool = False
    empty: Literal["current", "unknown"] | None = None
    keep: Literal[True] | Words | None = None
    default: Constant | None = None
    secret: bool = False
    shared: bool = False
    optional: bool = False

    @model_validator(mode="after")
    def _one_source(self) -> Value:
        given = [name for name in ("column", "text", "constant", "first_of", "lookup") if _given(self, name)]
        if len(given) != 1:
            raise ValueError(say("one-source", given=", ".join(given) or "-"))
        if (self.lookup is None) != (self.by is None and self.take is None) or (self.lookup and not self.take):
            raise ValueError(say("lookup-by-take"))
        return self


def _given(value: Value, name: str) -> bool:
    return getattr(value, name) is not None


AnyValue = Annotated[Value, BeforeValidator(_as_value)]


def _as_each(given: object) -> object:
    return {"items": given} if isinstance(given, str) else given


class Each(_Strict):
    """One record for each of several things in one row: items of a nested list, parts of a cell, or columns.

    `together` are columns of which each record has one part of each: parts of their cells, or columns that come again.
    """

    items: str | None = None
    column: str | None = None
    split: str | list[str] | None = None
    match: str | None = None
    columns: str | list[str] | None = None
    together: list[str] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Each:
        if sum(each is not None for each in (self.items, self.column, self.columns, self.together)) != 1:
            raise ValueError(say("one-each"))
        if self.column is not None and self.split is None and self.match is None:
            raise ValueError(say("each-needs-split"))
        numbered = [NUMBER in each for each in self.together or ()]
        if any(numbered) and (self.split is not None or not all(numbered)):
            raise ValueError(say("together-one-way"))
        if self.together is not None and (self.match is not None or len(self.together) < 2):
            raise ValueError(say("together-needs"))
        return self


def _as_link(given: object) -> object:
    """A bare text is the column with the name of the other end."""
    if isinstance(given, str):
        return {"parts": {"name": given}}
    if isinstance(given, dict):
        known = {"record", "identify", "find", "with", "parts"}
        parts = {name: value for name, value in given.items() if name not in known}
        return {**{name: value for name, value in given.items() if name in known}, "parts": parts}
    return given


class LinkSpec(_Strict):
    """The other end of a relation: a record of the same row, or one named by its key (`parts`) or identifiers."""

    record: str | None = None
    identify: dict[str, AnyValue] = Field(default_factory=dict)
    find: Literal["unique"] | None = None
    values: dict[str, AnyValue] = Field(default_factory=dict, alias="with")
    parts: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _names_something(self) -> LinkSpec:
        if (self.record is not None) == bool(self.identify or self.parts):
            raise ValueError(say("one-end"))
        return self


AnyLink = Annotated[LinkSpec, BeforeValidator(_as_link)]


Condition = Annotated[list[Scalar], BeforeValidator(_as_texts)]
Texts = Annotated[list[str], BeforeValidator(_as_texts)]
"""One text, or several."""


def _as_day(given: object) -> object:
    """A date without quotes is TOML's own, a year is a number."""
    given = _as_scalar(given)
    return str(given) if isinstance(given, int) and not isinstance(given, bool) else given


class RecordSpec(_Strict):
    """One record made of each row, or of each item in it."""

    type: str
    name: str | None = None
    each: Annotated[Each, BeforeValidator(_as_each)] | None = None
    rows: str | None = None
    sheet: str | None = None
    when: dict[str, Condition] = Field(default_factory=dict)
    unless: dict[str, Condition] = Field(default_factory=dict)
    compute: dict[str, AnyValue] = Field(default_factory=dict)
    identify: dict[str, AnyValue] = Field(default_factory=dict)
    key: Texts = Field(default_factory=list)
    known: bool = False
    find: Literal["unique"] | None = None
    values: dict[str, AnyValue] = Field(default_factory=dict)
    links: dict[str, AnyLink] = Field(default_factory=dict)
    date: AnyValue | None = None
    author: AnyValue | None = None
    origin: str | None = None

    @property
    def alias(self) -> str:
        """What the records of the mapping call it: its name, else its type."""
        return self.name or self.type

    @property
    def introduces(self) -> bool:
        """Whether its records make cadres known."""
        return self.type == "Cadre" and not self.known

    @property
    def counts_rows(self) -> bool:
        """Whether its key holds the number of a row, which means something within one file only."""
        return any(path.split(UP)[-1] == ROW for path in self.key)


class SourceSpec(_Strict):
    """Which source the rows are from; `name` tells its tables apart from other tables of the issuer."""

    title: str | None = None
    issuer: str | None = None
    date: Annotated[str | None, BeforeValidator(_as_day)] = None
    origin: str | None = None
    name: str | None = None
    complete: bool = False
    license: str | None = None


class ReadSpec(_Strict):
    """How the file is read; what is not said is found out."""

    format: Literal["csv", "tsv", "json", "jsonl", "excel"] | None = None
    encoding: str | None = None
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    sheet: str | None = None
    rows: str | None = None
    header: int | list[int] | Literal[False] | None = None
    columns: list[str] | None = None
    fill_down: Texts = Field(default_factory=list)
    groups: str | None = None
    empty: Texts = Field(default_factory=list)
    dates: Texts = Field(default_factory=list)
    pivot: int | None = None
    decimal: Mark | None = None

    @field_validator("dates")
    @classmethod
    def _are_forms(cls, forms: list[str]) -> list[str]:
        for form in forms:
            check_form(form)
        return forms


class LookupSpec(_Strict):
    """Another table rows are looked up in: of a file beside this one, of the same file, or of the graph."""

    file: str | None = None
    records: str | None = None
    key: str
    read: ReadSpec = Field(default_factory=ReadSpec)


class MappingSpec(_Strict):
    """A whole mapping file."""

    source: SourceSpec = Field(default_factory=SourceSpec)
    read: ReadSpec = Field(default_factory=ReadSpec)
    ignore: dict[str, str] = Field(default_factory=dict)
    tables: dict[str, dict[str, Scalar]] = Field(default_factory=dict)
    lookup: dict[str, LookupSpec] = Field(default_factory=dict)
    compute: dict[str, AnyValue] = Field(default_factory=dict)
    record: list[RecordSpec] = Field(min_length=1)

    @model_validator(mode="after")
    def _items_within_items(self) -> MappingSpec:
        """Where one record is made of the items of `terms`, another of `terms.posts` finds them inside of these."""
        lists = {each.each.items for each in self.record if each.each and each.each.items}
        marked = [each.model_copy(update={"each": _marked(each.each, lists)}) for each in self.record]
        return self if marked == self.record else self.model_copy(update={"record": marked})


def _marked(each: Each | None, lists: Collection[str]) -> Each | None:
    """The same with `[]` behind every part of the path that is a list of its own."""
    if each is None or each.items is None:
        return each
    path = each.items
    for outer in sorted(lists, key=len, reverse=True):  # from the right, so that what is left of it stays in its place
        if path.startswith(f"{outer}."):
            path = f"{outer}{LIST}{path[len(outer) :]}"
    return each.model_copy(update={"items": path})
