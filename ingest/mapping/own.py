"""What tells the people of a table apart where it gives no identifiers: its key columns, else all it tells of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.model.keys import make_key
from ingest.bearers import DESCRIBING
from ingest.clean.id_number import holds_id_number
from ingest.clean.values import ValueProblem
from ingest.mapping.model import RecordSpec
from ingest.mapping.scope import Scope
from ingest.mapping.values import Sources, column

if TYPE_CHECKING:
    from ingest.importers import Reading

SameName = Callable[[Scope, str], None]
"""Told of a row that gives nothing but a name that an earlier row gives too."""


class RowKey:
    """The key columns of one `[[record]]`, as text: the number of a row counts within its own file only."""

    def __init__(self, spec: RecordSpec, sources: Sources, reading: Reading, content: str) -> None:
        self._reading = reading
        self._raws = [column(path, sources) for path in spec.key]
        self._within = [content] if spec.counts_rows else []

    def text(self, scope: Scope) -> str | None:
        """The columns together; None where all of them are empty. ID numbers are hashed."""
        found = [self._take(raw, scope) for raw in self._raws]
        if not any(found):
            return None
        said = repr([*self._within, *found])
        return self._reading.hash_id_number(said) if holds_id_number(said) else said

    @staticmethod
    def _take(raw: Callable[[Scope], Any], scope: Scope) -> Any:  # noqa: ANN401 - a text, several or nothing
        try:
            return raw(scope)
        except ValueProblem:
            return None


class Own:
    """Gives a person whom a row introduces something to be found by, so that the rest of the row finds them.

    With key columns that is an identifier of the table's own, which nobody else in the table has; without them it is
    all that the row tells, so that rows that tell the same speak of one person, in later editions of the table too.
    """

    def __init__(self, spec: RecordSpec, key: RowKey, lineage: Sequence[str | None], same_name: SameName) -> None:
        self._key = key
        self._scheme = make_key("row", *lineage)
        self._same_name = same_name if spec.find is None else None
        self._rows: dict[int, int] = {}

    def __call__(
        self, scope: Scope, told: Mapping[str, Any], hints: Sequence[Sequence[str]]
    ) -> tuple[list[list[str]], str | None]:
        """An identifier, or the stand-in for one."""
        key = self._key.text(scope)
        if key is not None:
            return [[self._scheme, make_key("row", key)]], None
        if not hints and not any(told.get(name) for name in DESCRIBING):
            self._notice(scope, str(told["name"]) if "name" in told else "")
        return [], make_key("row", self._scheme, repr(sorted(told.items())), repr(hints))

    def _notice(self, scope: Scope, name: str) -> None:
        said = hash(name)
        first = self._rows.setdefault(said, scope.row)
        if self._same_name and first not in (scope.row, -1):
            self._rows[said] = -1  # said once a name
            self._same_name(scope, name)
