"""One record of a mapping that is suggested, as it is guessed before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.mapping.guessed_dates import Parts
from ingest.mapping.references import Reference


@dataclass(slots=True)
class Guess:
    """One suggested record: its type, the column of each field, and where several of it are in a row."""

    type: str
    fields: dict[str, str] = field(default_factory=dict)
    each: str | None = None
    person: str | None = None
    """The column with the identifier of the person whom the record is about."""
    key: str | None = None
    """The column that numbers the records themselves."""
    references: dict[str, Reference] = field(default_factory=dict)
    """Fields whose columns hold numbers in place of names."""
    schemes: dict[str, str] = field(default_factory=dict)
    """Paths of further identifiers of a person, by their scheme."""

    alias: str | None = None
    """What other records call it, where there are several like it."""
    unsure: bool = False
    """Whether no heading speaks for it."""
    each_as: str | None = None
    """How the mapping says that columns make several records, where they do; `covers` are these columns."""
    covers: frozenset[str] = frozenset()
    dated: dict[str, Parts] = field(default_factory=dict)
    """Fields whose dates are kept in parts."""
    constants: dict[str, str] = field(default_factory=dict)
    """Fields that are the same for every such record."""
    unit_text: str = ""
    """How the name of the unit is put together, where one column is not enough; with `telling`, the other columns."""
    telling: tuple[str, ...] = ()
    when: str | None = None
    """The column that is filled where such a record is."""
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What stands in the columns as such a record names them."""

    def columns(self) -> Iterator[str]:
        """Every column that the record reads, as seen from where it is made."""
        yield from self.covers
        yield from self.fields.values()
        yield from (each for each in (self.key, self.person, *self.telling) if each)
        for reference in self.references.values():
            yield from (each.column for each in reference.tables())
            yield from [reference.own] if reference.own else []
        for parts in self.dated.values():
            yield from parts.columns
        for path in self.schemes.values():
            yield from (f"{path.partition('[')[0]}.{name}" for name in ("scheme", path.rpartition(".")[2]))
