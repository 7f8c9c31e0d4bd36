"""Who and what a document means: references become ids.

A cadre is found by the hash of the ID number; else by name, sex, birth month and month work began together, and only
when that is unique and no ID number contradicts; a work record may refer by name and birth month where that is unique.
Tables of other systems bring identifiers of their own (`keys`), each as strong as an ID number within its scheme, and
`hints` that several people may share, by which one is found where only one has it; a `row` of a table that gives no
identifier is one for the table itself, so that what else the row says finds its person. Anything weaker makes no match:
a person judges (design.md, "Identity"), as the author of a mapping does with `find = "unique"`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from graph.model.keys import make_key
from graph.model.name_keys import is_in_han, name_key
from graph.model.records import record_types
from graph.store.connection import Graph
from ingest.bearers import Bearers, bearers_of
from ingest.bodies import Bodies
from ingest.drafts import Ref
from ingest.keyring import Keyring

ID_NUMBER: Final = "id_number"
PERSON_KEY: Final = "person_key"
NAME_BIRTH: Final = "name_birth"

SAME: Final = "same"

HINT: Final = "~"
"""Begins the scheme of an identifier that several people may share."""

LIKE_NAME_BIRTH: Final = f"{HINT}{HINT}{NAME_BIRTH}"
"""The scheme of name and birth month where the name may be spelled otherwise: JOSE O'NEILL is José O’Neill."""

ROW: Final = f"{HINT}row"
"""The scheme of what tells somebody within one table, where the table gives no identifier."""

_TELLING: Final = ("id_hash", "name", "sex", "birth_month", "work_start", "row")
_GIVEN: Final = ("keys", "hints")
"""What of a reference to a cadre goes into its identifiers: texts, and lists of scheme and value."""

_MOST: Final = 200_000
"""Identifiers known after which they are forgotten where they can be: some 50,000 people, 200 MB."""

_Alike = tuple[str, str, str]

Identifier = tuple[str, str]
"""Scheme and hashed value."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """The cadre a personnel document speaks of; `doubt` is a finding code where a person should look."""

    cadre: str
    doubt: str | None = None
    member: str | None = None
    """The cadre it would be had a person not merged that one into this one."""


@dataclass(slots=True)
class _Known:
    """Which cadres answer to which identifier."""

    cadres: dict[Identifier, set[str]] = field(default_factory=lambda: defaultdict(set))
    own: dict[str, set[Identifier]] = field(default_factory=lambda: defaultdict(set))
    """Of each cadre the identifiers that nobody else can have."""

    def add(self, identifier: Identifier, cadre: str) -> None:
        self.cadres[identifier].add(cadre)
        if is_key(identifier[0]):
            self.own[cadre].add(identifier)

    def drop(self, identifier: Identifier, cadre: str) -> None:
        self.cadres[identifier].discard(cadre)
        self.own[cadre].discard(identifier)

    def contradict(self, cadre: str, identifiers: Iterable[Identifier]) -> bool:
        """Whether the cadre has another value in a scheme in which each person has one."""
        own = self.own.get(cadre)
        if not own:
            return False
        schemes = {scheme for scheme, _ in own}
        return any(each[0] in schemes and is_key(each[0]) and each not in own for each in identifiers)

    def differ_by_table(self, cadre: str, identifiers: Iterable[Identifier]) -> bool:
        """Whether a table that numbers its people tells the two apart; an ID number may be mistyped, and is no such."""
        return self.contradict(cadre, (each for each in identifiers if each[0] != ID_NUMBER))


def is_key(scheme: str) -> bool:
    """Whether an identifier of this scheme is one person's alone."""
    return scheme not in (PERSON_KEY, NAME_BIRTH) and not scheme.startswith(HINT)


class Resolver:
    """Turns references into ids; it remembers what this run has introduced.

    So it may be asked before that is written.
    """

    def __init__(self, graph: Graph, keyring: Keyring) -> None:
        self._graph = graph
        self._keyring = keyring
        self._merged: dict[str, str] | None = None
        self.bodies = Bodies(graph)
        self._relearnt: set[str] = set()
        self.forget()

    def forget(self) -> None:
        """Forget all cadres: what the graph holds of them is asked for anew by `prepare`.

        Only where all that was introduced is written, or was taken back.
        """
        self._known = _Known()
        self._asked: set[str] = set()
        self._hashed: dict[tuple[object, ...], tuple[Identifier, ...]] = {}
        self._introduced: list[tuple[Identifier, str]] = []
        self._alike: dict[_Alike, set[str]] = defaultdict(set)
        self._names: set[str] = set()
        self._bearers = Bearers(self._graph)
        self._made_alike: list[tuple[_Alike, str]] = []

    @property
    def is_full(self) -> bool:
        """Whether so much is known that it should be forgotten, lest memory grows with a table."""
        return len(self._known.cadres) > _MOST

    def canonical(self, cadre: str) -> str:
        """The cadre that stands for this one, by what people decided; itself where nobody merged it."""
        if self._merged is None:
            self._merged = merged_cadres(self._graph)
        passed = {cadre}
        while (other := self._merged.get(cadre)) and other not in passed:
            passed.add(cadre := other)
        return cadre

    def part(self, persons: Iterable[str]) -> None:
        """Take no notice of what people decided about pairs of these persons: their rulings are about to go."""
        self.canonical("")
        asked = set(persons)
        self._merged = {goes: stays for goes, stays in (self._merged or {}).items() if not {goes, stays} <= asked}

    def relearn(self, members: Iterable[str], told: Iterable[tuple[Ref, str]]) -> None:
        """Forget what the graph ties to these cadres; `told` are references that introduce them, with whom they mean.

        For grouping records anew: what the graph holds until that is written is the grouping of before.
        """
        self._relearnt |= set(members)
        for identifier, cadres in self._known.cadres.items():
            for cadre in cadres & self._relearnt:
                self._known.drop(identifier, cadre)
        for ref, cadre in told:
            for identifier in self.identifiers(ref):
                self._known.add(identifier, cadre)

    def identifiers(self, ref: Ref) -> tuple[Identifier, ...]:
        """The hashed identifiers a reference to a cadre gives, strongest first."""
        given = (tuple((scheme, value) for scheme, value in ref.values.get(name, ())) for name in _GIVEN)
        said = (*map(ref.values.get, _TELLING), *given)
        if said not in self._hashed:
            self._hashed[said] = self._identifiers(said)
        return self._hashed[said]

    def _identifiers(self, said: tuple[Any, ...]) -> tuple[Identifier, ...]:
        told = {name: "".join(str(value).split()) for name, value in zip(_TELLING, said, strict=False) if value}
        keys, hints = said[len(_TELLING) :]
        found: list[Identifier] = []
        if "id_hash" in told:
            found.append((ID_NUMBER, told["id_hash"]))
        found += keys
        if all(name in told for name in ("name", "sex", "birth_month", "work_start")):
            parts = (told["name"], told["sex"], told["birth_month"][:7], told["work_start"][:7])
            found.append((PERSON_KEY, self._keyring.hash(PERSON_KEY, *parts)))
        if "name" in told and len(told.get("birth_month", "")) >= 7:
            found.append((NAME_BIRTH, self._keyring.hash(NAME_BIRTH, told["name"], told["birth_month"][:7])))
            if not is_in_han(told["name"]):
                like = (name_key(told["name"]), told["birth_month"][:7])
                found.append((LIKE_NAME_BIRTH, self._keyring.hash(LIKE_NAME_BIRTH, *like)))
        if "row" in told:
            found.append((ROW, told["row"]))
        return (*found, *((f"{HINT}{scheme}", value) for scheme, value in hints))

    def prepare(self, refs: Iterable[Ref]) -> None:
        """Look up in one read all cadres these references may mean."""
        cadres = [cadre for ref in refs for cadre in cadre_refs(ref)]
        self._prepare_alike(cadres)
        self._bearers.prepare(cadres)
        values = {value for cadre in cadres for _, value in self.identifiers(cadre)}
        new = values - self._asked
        if not new:
            return
        self._asked |= new
        cypher = (
            "MATCH (i:Identifier)-[:IDENTIFIES]->(c:Cadre) WHERE i.value IN $values "
            "MATCH (j:Identifier)-[:IDENTIFIES]->(c) "
            "RETURN DISTINCT c.id AS cadre, j.scheme AS scheme, j.value AS value"
        )
        for row in self._graph.read(cypher, values=sorted(new)):
            if row["cadre"] not in self._relearnt:
                self._known.add((row["scheme"], row["value"]), self.canonical(row["cadre"]))

    def _prepare_alike(self, cadres: Iterable[Ref]) -> None:
        """Who bears the name of a cadre a personnel form speaks of: a corrected birth month is no new person."""
        names = {str(cadre.values["name"]) for cadre in cadres if _alike(cadre.values)} - self._names
        self._names |= names
        for row in bearers_of(self._graph, names):
            if key := _alike(row):
                self._alike[key].add(row["cadre"])

    def introduce(self, ref: Ref, lineage: str) -> Introduction:
        """The cadre a personnel document is about: one that is known, or a new one."""
        identifiers = self.identifiers(ref)
        introduction = self._stand_in(self._recognise(ref, identifiers, lineage), identifiers)
        for identifier in identifiers:
            if introduction.cadre not in self._known.cadres[identifier]:
                self._introduced.append((identifier, introduction.cadre))
                self._known.add(identifier, introduction.cadre)
        self._bearers.introduce(introduction.cadre, ref.values)
        key = _alike(ref.values)
        if key and introduction.cadre not in self._alike[key]:
            self._alike[key].add(introduction.cadre)
            self._made_alike.append((key, introduction.cadre))
        return introduction

    def _stand_in(self, introduction: Introduction, identifiers: tuple[Identifier, ...]) -> Introduction:
        """Whom the one recognised was merged into, and which of those merged the document would be by itself."""
        cadre = self.canonical(introduction.cadre)
        prefix = record_types()["Cadre"].TYPE.prefix
        own = [make_key(prefix, *each) for each in identifiers if is_key(each[0]) or each[0] == PERSON_KEY]
        members = [each for each in (introduction.cadre, *own) if each != cadre and self.canonical(each) == cadre]
        member = members[0] if members and cadre not in own else None
        return Introduction(cadre, introduction.doubt, member)

    def begin_document(self) -> None:
        """From here on it is known which introductions `forget_document` takes back."""
        self._introduced.clear()
        self._made_alike.clear()
        self._bearers.begin()

    def forget_document(self) -> None:
        """Nobody was introduced since `begin_document`: the document turned out to be unreadable."""
        for identifier, cadre in self._introduced:
            self._known.drop(identifier, cadre)
        for key, cadre in self._made_alike:
            self._alike[key].discard(cadre)
        self._bearers.forget()
        self.begin_document()

    def _recognise(self, ref: Ref, identifiers: tuple[Identifier, ...], lineage: str) -> Introduction:
        for scheme, value in identifiers:
            known = self._cadres(scheme, value) if is_key(scheme) else set()
            if known := {cadre for cadre in known if scheme == ID_NUMBER or not self._contradicts(cadre, identifiers)}:
                return Introduction(min(known))
        by_scheme = dict(identifiers)
        same = self._cadres(PERSON_KEY, by_scheme.get(PERSON_KEY))
        possible = {cadre for cadre in same if not self._contradicts(cadre, identifiers)}
        if len(possible) == 1:
            return Introduction(possible.pop())
        if own := self._of_row(identifiers):
            return Introduction(own)
        described = self._fitting(ref, identifiers) if ref.values.get("find") else set()
        if len(described) == 1:
            return Introduction(described.pop())
        by_birth = (self._cadres(each, by_scheme.get(each)) for each in (NAME_BIRTH, LIKE_NAME_BIRTH))
        namesakes = same.union(self._alike_but(ref, identifiers), *by_birth)
        unlike = {cadre for cadre in namesakes if self._known.differ_by_table(cadre, identifiers)}
        doubt = "ambiguous-person" if possible or described else "possible-duplicate" if namesakes - unlike else None
        return Introduction(self._mint(ref, identifiers, lineage, taken=bool(possible)), doubt)

    def _of_row(self, identifiers: tuple[Identifier, ...]) -> str | None:
        """The person of an earlier edition of the same row."""
        known = {
            cadre
            for cadre in self._cadres(ROW, dict(identifiers).get(ROW))
            if not self._contradicts(cadre, identifiers)
        }
        return known.pop() if len(known) == 1 else None

    def _alike_but(self, ref: Ref, identifiers: tuple[Identifier, ...]) -> set[str]:
        """Who has the same name, sex and month work began and no other ID number: the same person, perhaps."""
        alike = self._alike.get(key, ()) if (key := _alike(ref.values)) else ()
        return {cadre for cadre in alike if not self._contradicts(cadre, identifiers)}

    def _cadres(self, scheme: str, value: str | None) -> set[str]:
        return self._known.cadres.get((scheme, value), set()) if value else set()

    def _mint(self, ref: Ref, identifiers: tuple[Identifier, ...], lineage: str, *, taken: bool) -> str:
        """An opaque id; the same document mints the same.

        So that an import repeated after a crash ends at the same graph.
        """
        prefix = record_types()["Cadre"].TYPE.prefix
        strongest = identifiers[0] if identifiers else (NAME_BIRTH, "")
        if (is_key(strongest[0]) or strongest[0] == PERSON_KEY) and not taken:
            return make_key(prefix, *strongest)
        told = (f"{name}={value}" for name, value in sorted(ref.values.items()))
        return make_key(prefix, self._keyring.hash(lineage, *told))

    def find(self, ref: Ref) -> str | None:
        """The one cadre a reference means, or None where nobody or several answer to it."""
        if direct := ref.values.get("id"):
            return self.canonical(str(direct))
        identifiers = self.identifiers(ref)
        for scheme, value in sorted(identifiers, key=lambda each: each[0] != ROW):
            known = {cadre for cadre in self._cadres(scheme, value) if not self._contradicts(cadre, identifiers)}
            if known:
                return known.pop() if len(known) == 1 else None
        fit = self._fitting(ref, identifiers) if ref.values.get("find") else set()
        return fit.pop() if len(fit) == 1 else None

    def _fitting(self, ref: Ref, identifiers: tuple[Identifier, ...]) -> set[str]:
        return self._bearers.fitting(ref, self.canonical, lambda cadre: self._contradicts(cadre, identifiers))

    def _contradicts(self, cadre: str, identifiers: Iterable[Identifier]) -> bool:
        return self._known.contradict(cadre, identifiers)

    def id_of(self, ref: Ref) -> str | None:
        """The id of anything referred to; None where a cadre in it is not known."""
        if ref.type == "Cadre":
            return self.find(ref)
        declared = record_types()[ref.type].TYPE
        parts: list[object] = []
        for name in declared.key:
            value = ref.values.get(name)
            if isinstance(value, Ref):
                value = self.id_of(value)
                if value is None:
                    return None
            parts.append(self.bodies.key_value(declared, name, value))
        return make_key(declared.prefix, *parts)


def merged_cadres(graph: Graph) -> dict[str, str]:
    """Each cadre that a person found to be another, with the one that stays."""
    cypher = (
        "MATCH (r:IdentityRuling) WHERE r.decision = $same AND r.kind = 'Cadre' RETURN r.goes AS goes, r.stays AS stays"
    )
    return {row["goes"]: row["stays"] for row in graph.read(cypher, same=SAME)}


def _alike(values: Mapping[str, Any]) -> _Alike | None:
    """Name, sex and month work began; None where one is not told."""
    told = [str(values.get(name) or "") for name in ("name", "sex", "work_start")]
    return (name_key(told[0]), told[1], told[2][:7]) if all(told) and len(told[2]) >= 7 else None


def cadre_refs(ref: Ref) -> Iterator[Ref]:
    """The cadres a reference names, itself or inside its key."""
    if ref.type == "Cadre":
        yield ref
        return
    for value in ref.values.values():
        if isinstance(value, Ref):
            yield from cadre_refs(value)
