"""What an importer hands over.

Documents that say things about subjects, in the words of the model but not yet tied to ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from graph.errors import Place
from graph.model.kept_form import KeptForm
from graph.model.words import Both
from ingest.clean.privacy import hide_private

RowKey = tuple[str | None, int | None]
"""A row of a table: its sheet and its number."""
Severity = Literal["info", "warning", "error"]


def hidden_place(place: Place) -> Place:
    """The place with what is never kept hidden in the names of its sheet and column."""
    sheet, column = (text and hide_private(text) for text in (place.sheet, place.column))
    return place if (sheet, column) == (place.sheet, place.column) else replace(place, sheet=sheet, column=column)


@dataclass(frozen=True, slots=True)
class Ref:
    """Something named by its key, not yet by its id.

    For a cadre `values` holds what the document tells of name, sex, birth_month, work_start and id_hash; for a unit
    its name; for any other
    record type the values of its key, with a link in the key given as a nested Ref.
    """

    type: str
    values: Mapping[str, Any]

    @property
    def tells_dates(self) -> bool:
        """Whether it tells when a cadre was born or began to work: with neither, a name may be any namesake's."""
        return bool(self.values.get("birth_month") or self.values.get("work_start"))


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """One relation a document states: the field name of the link, the other end, and the relation's properties."""

    name: str
    target: Ref
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """One record as one place of a document states it; `place.file` stays empty (the document says it)."""

    type: str
    values: Mapping[str, Any]
    links: tuple[LinkDraft, ...] = ()
    derived: tuple[str, ...] = ()
    place: Place = field(default_factory=Place)
    quote: str = ""


@dataclass(frozen=True, slots=True)
class RecordDraft:
    """What one document says about one subject: it becomes one SourceRecord.

    `lineage` tells which later record replaces this one (importer + subject + issuing source is added by the loader
    when it is empty); `keyed` says that the source numbers its records, so that the later one may be about another.
    `extra` keeps the document's unknown elements, `form` a whole form that can be written again.
    `date` is the record's own date, else the document's form date holds.
    """

    subject: Ref
    origin: str
    drafts: tuple[Draft, ...]
    author: str | None = None
    date: str | None = None
    lineage: str = ""
    keyed: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)
    form: KeptForm | None = None


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """Something the importer was not sure of; `error` means that the row was not taken.

    `reason` is whole sentences: what is wrong, what was done with the value, what to do next. What is never kept is
    hidden in what it says.
    """

    place: Place
    value: str
    code: str
    severity: Severity
    reason: Both
    subject: Ref | None = None

    @property
    def row_key(self) -> RowKey | None:
        """The row it was found in, None for what was found elsewhere."""
        return None if self.place.row is None else (self.place.sheet, self.place.row)

    def __post_init__(self) -> None:
        object.__setattr__(self, "place", hidden_place(self.place))
        object.__setattr__(self, "value", hide_private(self.value))
        object.__setattr__(self, "reason", self.reason.changed(hide_private))


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that came with a document, kept outside the graph."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """One file, read: who issued it, when, and what it says.

    With a `lineage` the whole document replaces the earlier one of the same lineage (what it no longer says is swept).
    `photos` are asked for once, after the records. What is never kept is hidden in title and issuer.
    """

    title: str
    importer: str
    records: Iterable[RecordDraft]
    findings: list[FindingDraft] = field(default_factory=list)
    untaken: dict[RowKey, Ref] = field(default_factory=dict)
    form_date: str | None = None
    issuer: str | None = None
    lineage: str = ""
    photos: Iterable[Photo] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", hide_private(self.title))
        object.__setattr__(self, "issuer", self.issuer and hide_private(self.issuer))
