"""The relations a mapping gives: to a record of the same row, to a cadre, or to anything by its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from graph.model.name_keys import is_spelling_of
from graph.model.records import record_types
from graph.model.schema import Link, RecordType
from ingest.clean.values import ValueProblem
from ingest.drafts import LinkDraft, Ref
from ingest.mapping.faults import LINK, VALUE, needed_parts
from ingest.mapping.model import LinkSpec, Value
from ingest.mapping.persons import Report, Scheme, person_ref
from ingest.mapping.reading import NOW, Read, value_reader
from ingest.mapping.scope import Scope
from ingest.mapping.values import Raw, Sources, raw_value

if TYPE_CHECKING:
    from graph.model.schema import Property
    from ingest.importers import Reading

Take = Callable[[Scope, Report], Any]
"""The value, or the values, of one part in a row."""


class LinkMaker:
    """Makes the relations of one link of one `[[record]]`."""

    def __init__(self, link: Link, spec: LinkSpec, sources: Sources, reading: Reading, line: int | None) -> None:
        self.link = link
        self.line = line
        self._spec = spec
        self._reading = reading
        self._sources = sources
        edges = {each.name: each for each in link.properties}
        self._edges = {name: self._part(edges[name], each) for name, each in spec.values.items()}
        self._target = record_types()[link.target].TYPE
        self._schemes = tuple(Scheme(name, raw_value(each, sources), each) for name, each in spec.identify.items())
        self._nested: dict[str, LinkMaker] = {}
        self._parts: dict[str, Take] = {}
        for name, raw in spec.parts.items():
            self._add_part(name, raw)

    def _add_part(self, name: str, raw: Any) -> None:  # noqa: ANN401 - as the mapping has it
        if name == "id_number":
            value = VALUE.validate_python(raw)
            self._schemes += (Scheme(name, raw_value(value, self._sources), value),)
        elif name in self._target.links:
            spec = LINK.validate_python(raw)
            self._nested[name] = LinkMaker(self._target.links[name], spec, self._sources, self._reading, self.line)
        else:
            self._parts[name] = self._part(self._target.properties[name], VALUE.validate_python(raw))

    def _part(self, declared: Property, spec: Value) -> Take:
        raw: Raw = raw_value(spec, self._sources)
        read: Read = value_reader(declared, spec, self._sources.read, self._reading.today)

        def take(scope: Scope, report: Report) -> Any:  # noqa: ANN401 - as the property is
            try:
                found = raw(scope)
                if found is None:
                    return None
                if isinstance(found, list):
                    return [value for each in found if (value := read(each)) not in ("", NOW)]
                value = read(found)
            except ValueProblem as problem:
                report(spec.column or declared.name, "", problem)
                return problem.value
            return None if value in ("", NOW) else value

        return take

    def make(self, scope: Scope, made: Mapping[str, Ref], report: Report) -> Iterator[LinkDraft]:
        """A relation to each other end that the row names."""
        edges = {name: value for name, take in self._edges.items() if (value := take(scope, report)) is not None}
        for target in self.targets(scope, made, report):
            yield LinkDraft(self.link.name, target, edges)

    def targets(self, scope: Scope, made: Mapping[str, Ref], report: Report) -> Iterator[Ref]:
        """The other ends that the row names."""
        if self._spec.record is not None:
            if self._spec.record in made:
                yield made[self._spec.record]
            return
        told = {name: take(scope, report) for name, take in self._parts.items()}
        many = next((name for name, value in told.items() if isinstance(value, list)), None)
        for one in told[many] if many else [None]:
            values = {**told, many: one} if many else told
            ref = self._one(values, scope, made, report)
            if ref is not None:
                yield ref

    def _one(self, told: dict[str, Any], scope: Scope, made: Mapping[str, Ref], report: Report) -> Ref | None:
        if self.link.target == "Cadre":
            ref = person_ref(told, self._schemes, scope, self._reading, report, self._spec.find)
            return _of_row(ref, made) if ref else None
        values = {name: value for name, value in told.items() if value is not None}
        for name, maker in self._nested.items():
            found = next(maker.targets(scope, made, report), None)
            if found is not None:
                values[name] = found
        return Ref(self.link.target, values) if _is_whole(self._target, values) else None


def _of_row(ref: Ref, made: Mapping[str, Ref]) -> Ref:
    """The only person of the row whom the reference describes, where it gives no identifier; else itself."""
    if any(name in ref.values for name in ("keys", "hints", "id_hash")):
        return ref
    told = {name: value for name, value in ref.values.items() if name != "find"}
    people = {id(each): each for each in made.values() if each.type == "Cadre"}.values()
    for same in (str.__eq__, is_spelling_of):
        meant = [each for each in people if all(_agrees(name, each, value, same) for name, value in told.items())]
        if len(meant) == 1:
            return meant[0]
    return ref


def _agrees(name: str, person: Ref, value: Any, same: Callable[[str, str], bool]) -> bool:  # noqa: ANN401 - as it is
    there = person.values.get(name)
    return there == value or (name == "name" and isinstance(there, str) and same(there, str(value)))


def _is_whole(declared: RecordType, values: Mapping[str, Any]) -> bool:
    """Whether every part of the key that the model requires is there."""
    return bool(values) and all(name in values for name in needed_parts(declared))
