"""Which names mean the same body, by the usual names and by what people decided about units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.model.keys import make_key
from graph.model.schema import RecordType
from graph.model.unit_names import usual_name
from graph.store.connection import Graph

_MERGED = (
    "MATCH (r:IdentityRuling) WHERE r.decision = 'same' AND r.kind = 'Unit' RETURN r.goes AS goes, r.stays AS stays, "
    "CASE r.goes WHEN r.one THEN r.one_name ELSE r.other_name END AS goes_name, "
    "CASE r.stays WHEN r.one THEN r.one_name ELSE r.other_name END AS stays_name"
)


@dataclass(frozen=True, slots=True)
class _Merge:
    goes: str
    stays: str
    goes_name: str
    stays_name: str


class Bodies:
    """The bodies of one graph; what people decided is read when first asked for."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._merges: list[_Merge] | None = None
        self._usual: dict[str, str] = {}

    def body(self, name: str) -> str:
        """The usual name of the body that a name means."""
        self._learn()
        usual = usual_name(name)
        passed = {usual}
        while (other := self._usual.get(usual)) and other not in passed:
            passed.add(usual := other)
        return usual

    def key_value(self, declared: RecordType, name: str, value: Any) -> Any:  # noqa: ANN401 - as the property is
        """What a value counts as in a key: the name of a unit as that of its body."""
        told = declared.properties.get(name)
        return self.body(value) if told and told.names == "Unit" and isinstance(value, str) else value

    def canonical(self, unit: str) -> str:
        """The unit that stands for this one, by id; itself where nobody merged it."""
        name = next((each.goes_name for each in self._learn() if each.goes == unit), None)
        return make_key("uni", self.body(name)) if name else unit

    def part(self, units: Iterable[str]) -> None:
        """Take no notice of what people decided about pairs of these units: their rulings are about to go."""
        asked = set(units)
        self._tell([each for each in self._learn() if not {each.goes, each.stays} <= asked])

    def _learn(self) -> list[_Merge]:
        if self._merges is None:
            self._tell([_Merge(**row) for row in self._graph.read(_MERGED)])
        return self._merges or []

    def _tell(self, merges: list[_Merge]) -> None:
        self._merges = merges
        self._usual = {usual_name(each.goes_name): usual_name(each.stays_name) for each in merges}
