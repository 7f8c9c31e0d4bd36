"""How a record type is declared: once, as a frozen dataclass whose fields carry their own description.

From these declarations come `schema.cypher`, the load statements, the vocabulary page, the columns of the
work-record workbook and the access class of every property. A record type is one file in `graph/model/records/`.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any, ClassVar, Literal, Self, TypeVar, dataclass_transform

from graph.model.unit_names import usual_name
from graph.model.words import Language


class Access(IntEnum):
    """Who may read: the five classes of domain.md 5.6. Class 5 is never in the graph."""

    PUBLIC = 1
    OFFICE = 2
    ASSESSMENT = 3
    RESTRICTED = 4
    VAULT = 5


class Kind(StrEnum):
    """What a property holds. `DATE` is text as exact as its source: `YYYY[-MM[-DD]]`."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    YEAR = "year"
    INTEGER = "integer"
    NUMBER = "number"
    YES_NO = "yes_no"
    TEXTS = "texts"
    INSTANT = "instant"


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a record type.

    `names` is the label of the thing that its text names; `search` says that the search box finds the record by it;
    `may_be_future` says that a date after today is meant: a deadline, the end of a term; `worded` are the code lists
    that have the English words of a text which is kept as the source writes it.
    """

    name: str
    zh: str
    en: str
    help: str
    kind: Kind
    access: Access | None
    codes: tuple[str, ...]
    choices: str | None
    required: bool
    index: bool
    column: bool
    names: str | None = None
    search: bool = False
    may_be_future: bool = False
    worded: tuple[str, ...] = ()

    @property
    def lists(self) -> tuple[str, ...]:
        """The code lists that have its values, or the English words of them."""
        return (self.choices,) if self.choices else self.worded


Beside = Literal["record", "target"]
"""An end of a relation: the record that declares it, or its target."""


@dataclass(frozen=True, slots=True)
class Link:
    """One relation of a record type, owned by the record that declares it.

    `inward` means the arrow points at this record: (target)-[:TYPE]->(record). `beside` is the end that a dossier shows
    along with the other: what is said of a cadre's project belongs to what is known of the cadre.
    """

    name: str
    type: str
    target: str
    zh: str
    en: str
    inward: bool
    required: bool
    column: bool
    properties: tuple[Property, ...]
    beside: Beside | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """The other end of a relation: its id, what it is called, and what the relation itself says."""

    id: str
    label: str = ""
    name: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in one dated document that states a fact."""

    document: str
    document_id: str
    record_id: str
    locator: str
    date: str | None
    quote: str
    author: str | None
    origin: str
    importer: str = ""
    sheet: str | None = None
    row: int | None = None
    line: int | None = None
    column: str | None = None


def prop(  # noqa: PLR0913 - one keyword for each thing that can be said of a property
    zh: str,
    en: str,
    *,
    kind: Kind = Kind.TEXT,
    help: str = "",  # noqa: A002 - the field's own word for it
    access: Access | None = None,
    codes: tuple[str, ...] = (),
    choices: str | None = None,
    required: bool = False,
    index: bool = False,
    column: bool = True,
    names: str | None = None,
    search: bool = False,
    may_be_future: bool = False,
    worded: tuple[str, ...] = (),
) -> Any:  # noqa: ANN401 - a dataclass field takes the type of its annotation
    """A property: Chinese name, English name, kind, codes of the official systems, name of its code list."""
    meta = Property(
        "", zh, en, help, kind, access, codes, choices, required, index, column, names, search, may_be_future, worded
    )
    default: Any = () if kind is Kind.TEXTS else None
    return field(default=default, metadata={"zhishi": meta})


def link(  # noqa: PLR0913 - one keyword for each thing that can be said of a relation
    type: str,  # noqa: A002 - Neo4j's own word for it
    target: str,
    zh: str,
    en: str,
    *,
    inward: bool = False,
    required: bool = False,
    column: bool = True,
    properties: tuple[Property, ...] = (),
    beside: Beside | None = None,
) -> Any:  # noqa: ANN401 - as above
    """A relation to records of label `target`; the field holds the other ends as a tuple of `Edge`."""
    meta = Link("", type, target, zh, en, inward, required, column, properties, beside)
    return field(default=(), metadata={"zhishi": meta})


def edge_property(
    name: str,
    zh: str,
    en: str,
    *,
    choices: str | None = None,
    kind: Kind = Kind.TEXT,
    may_be_future: bool = False,
    worded: tuple[str, ...] = (),
) -> Property:
    """A property of a relation, such as the role in which someone answers for a project."""
    return Property(
        name, zh, en, "", kind, None, (), choices, False, False, True, may_be_future=may_be_future, worded=worded
    )


@dataclass(frozen=True, slots=True)
class RecordType:
    """All that is declared of one label."""

    label: str
    zh: str
    en: str
    help: str
    access: Access
    prefix: str
    key: tuple[str, ...]
    subject: str | None
    sheet: str | None
    origin: str
    interval: bool
    stands_in: Mapping[str, str]
    date: str | None
    projected: bool
    properties: Mapping[str, Property]
    links: Mapping[str, Link]

    def title(self, language: Language) -> str:
        """What records of this type are called."""
        return self.zh if language == "zh" else self.en

    def key_value(self, name: str, value: Any) -> Any:  # noqa: ANN401 - as the property is
        """What a value counts as in a key: the name of a unit as the usual one of its body."""
        declared = self.properties.get(name)
        return usual_name(value) if declared and declared.names == "Unit" and isinstance(value, str) else value

    @property
    def searched(self) -> tuple[str, ...]:
        """The properties by whose words the search box finds a record of this type."""
        return tuple(name for name, each in self.properties.items() if each.search)

    def access_of(self, name: str) -> Access:
        """The class of a property, or of a relation: its own where declared, else the record's."""
        declared = self.properties.get(name)
        return declared.access if declared and declared.access else self.access


@dataclass(frozen=True, kw_only=True)
class Record:
    """A record as the graph holds it, with the evidence that states it."""

    TYPE: ClassVar[RecordType]

    id: str
    status: str = "stated"
    derived: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    alternatives: str | None = None
    sources: tuple[Evidence, ...] = ()

    @classmethod
    def from_values(
        cls, values: Mapping[str, Any], edges: Mapping[str, tuple[Edge, ...]], sources: tuple[Evidence, ...]
    ) -> Self:
        """The record made of a node's properties, its relations by field name, and its evidence.

        Properties that the model does not declare are ignored.
        """
        names = ("id", "status", "derived", "disputed", "alternatives", *cls.TYPE.properties)
        given: dict[str, Any] = {name: _frozen(values[name]) for name in names if values.get(name) is not None}
        given |= {name: edges[name] for name in cls.TYPE.links if name in edges}
        return cls(**given, sources=sources)


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


R = TypeVar("R", bound=Record)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(prop, link))
def record(  # noqa: PLR0913 - one keyword for each thing that can be said of a record type
    zh: str,
    en: str,
    *,
    prefix: str,
    key: tuple[str, ...],
    access: Access = Access.OFFICE,
    subject: str | None = None,
    sheet: str | None = None,
    origin: str = "",
    interval: bool = False,
    stands_in: Mapping[str, str] = types.MappingProxyType({}),
    date: str | None = None,
    projected: bool = True,
) -> Callable[[type[R]], type[R]]:
    """Declare a record type.

    `prefix` starts its ids; `key` names the properties and links that tell one from another; `stands_in` names the
    property that does where one of the key is empty; `subject="Cadre"` means that it is a fact about a cadre and is
    projected with the cadre's other facts (else it is a subject of its own); `sheet` is its sheet in the work-record
    workbook; `origin` is the kind of source that states it there; `interval` means that equal facts are found by
    overlapping [start, end) instead of equal start; `date` is the property that says when it happened;
    `projected=False` means that it is book-keeping of its own and no fact projected from source records.
    """

    def declare(cls: type[R]) -> type[R]:
        made = dataclass(frozen=True, kw_only=True)(cls)
        properties, links = _described_fields(made)
        made.TYPE = RecordType(
            made.__name__,
            zh,
            en,
            (made.__doc__ or "").strip(),
            access,
            prefix,
            key,
            subject,
            sheet,
            origin,
            interval,
            stands_in,
            date,
            projected,
            properties,
            links,
        )
        _check_key(made.TYPE)
        return made

    return declare


def _described_fields(cls: type[Record]) -> tuple[Mapping[str, Property], Mapping[str, Link]]:
    properties: dict[str, Property] = {}
    links: dict[str, Link] = {}
    for each in dataclasses.fields(cls):
        meta = each.metadata.get("zhishi")
        if isinstance(meta, Property):
            properties[each.name] = dataclasses.replace(meta, name=each.name)
        elif isinstance(meta, Link):
            links[each.name] = dataclasses.replace(meta, name=each.name)
    return types.MappingProxyType(properties), types.MappingProxyType(links)


def _check_key(declared: RecordType) -> None:
    unknown = [name for name in declared.key if name not in declared.properties and name not in declared.links]
    if unknown:
        raise TypeError(f"{declared.label}: the key names {unknown}, which it does not declare.")


def sheet_types(all_types: Mapping[str, type[Record]]) -> Iterator[type[Record]]:
    """The record types that have a sheet in the work-record workbook, in the order of their label."""
    return (cls for _, cls in sorted(all_types.items()) if cls.TYPE.sheet)
