"""What a query reads of the model, and the access class that takes; slips of the pen in names, with the nearest."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph.model.records import record_types
from graph.model.schema import Access, RecordType
from graph.model.suggestions import did_you_mean
from graph.model.words import Both, sayings
from queries.guard.as_text import reads_node_as_text
from queries.guard.bare import Bare, bare_nodes
from queries.guard.between import Step, not_between, steps_of, told_between
from queries.guard.brackets import Brackets
from queries.guard.owned import COMMON, STATED_VALUES, misplaced
from queries.guard.tokens import SUB_QUERIES, Token

_say: Final = sayings("queries.guard")
_STATED: Final = {"STATED_IN": ("SourceRecord",)}
_WHOLE: Final = ("properties", "keys")
_OF_TIME: Final = frozenset(("year", "month", "day", "years", "months", "days", "monthsOfYear", "daysOfMonth"))
"""Components of what `date` and `duration` return."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A name the model does not know: what it is, where it stands, and the nearest that it knows."""

    what: Both
    line: int
    column: int

    @property
    def told(self) -> Both:
        """The place and the problem, in each language."""
        return _say("at_line_and_column", line=self.line, column=self.column, what=self.what)

    def __str__(self) -> str:
        return str(self.told)


@dataclass(frozen=True, slots=True)
class Reach:
    """Labels, relation types and properties a query names, the class it needs, and names the model does not know."""

    labels: frozenset[str]
    types: frozenset[str]
    properties: frozenset[str]
    access: Access
    problems: tuple[Problem, ...]


def reach_of(tokens: Sequence[Token], brackets: Brackets) -> Reach:
    """What a checked query reads."""
    names = _Names(tokens)
    named = [token for token, kind in names.found if kind == "label"]
    types = [token for token, kind in names.found if kind == "type"]
    properties = [token for token, kind in names.found if kind == "property"]
    of_model = [token for token in properties if token.name not in names.keys | names.components]
    labels = {token.name for token in named}
    steps = list(steps_of(tokens, brackets))
    problems = [
        *_unknown(named, "no_such_label", _model()),
        *_unknown(types, "no_such_relation_type", _types(), steps),
        *_unknown(of_model, "no_such_property", _properties()),
    ]
    unknown = {id(token) for token in of_model if token.name not in _properties()}
    problems += [
        Problem(what, token.line, token.column)
        for token, what in misplaced(tokens, brackets)
        if id(token) not in unknown
    ]
    problems += [Problem(what, token.line, token.column) for token, what in not_between(steps)]
    bare = bare_nodes(tokens, brackets)
    whole = names.whole or reads_node_as_text(tokens, brackets)
    access = _access(labels, {token.name for token in properties}, bare, whole=whole)
    return Reach(
        frozenset(labels),
        frozenset(token.name for token in types),
        frozenset(token.name for token in properties),
        access,
        tuple(sorted(problems, key=lambda each: (each.line, each.column))),
    )


class _Names:
    """The names in a query, each a label, a type, a property or a function, by where it stands."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.found: list[tuple[Token, str]] = []
        self.whole = False
        """Whether properties are read that the text does not name."""
        self._tokens = tokens
        self.keys: set[str] = set()
        """Keys of maps the query makes itself: they are no properties of the model."""
        self.components = _OF_TIME if any(token.name.lower() in ("date", "duration") for token in tokens) else set()
        """Names after a dot that are no properties where the query works with dates."""
        self._brackets: list[tuple[str, int]] = []
        self._given = {
            tokens[at + 3].text
            for at, token in enumerate(tokens[:-3])
            if token.upper == "UNWIND" and tokens[at + 1].kind == "parameter" and tokens[at + 2].upper == "AS"
        }
        """Names for each part of a parameter: their fields are the caller's."""
        for index in range(len(tokens)):
            self._look(index)

    def _text(self, index: int) -> str:
        return self._tokens[index].text if 0 <= index < len(self._tokens) else ""

    def _look(self, index: int) -> None:
        token = self._tokens[index]
        if token.kind == "sign":
            self._sign(index)
            return
        before = self._text(index - 1)
        if token.kind not in ("word", "quoted"):
            return
        if before in (":", "|", "&", "!") and self._in_labels(index - 1):
            self.found.append((token, "type" if self._in_relation() else "label"))
        elif before == "." and self._is_property(index):
            self.found.append((token, "property"))
            if self._text(index - 2) in self._given:
                self.keys.add(token.name)
        elif before in ("{", ",") and self._text(index + 1) == ":":
            self._key(token)
        elif token.name.lower() in _WHOLE and self._text(index + 1) == "(":
            self.whole = True

    def _key(self, token: Token) -> None:
        """The key of a map: a property in a pattern, else a name of the query's own."""
        if self._in_pattern_map():
            self.found.append((token, "property"))
        else:
            self.keys.add(token.name)

    def _is_property(self, index: int) -> bool:
        """Whether the name after a dot is that of a property, and not of a function, or of a field of a parameter."""
        if self._text(index + 1) == "(" or self._is_namespace(index):
            return False
        return index < 2 or self._tokens[index - 2].kind != "parameter"

    def _is_namespace(self, index: int) -> bool:
        """Whether the name goes on to a function or procedure: `db.index.fulltext.queryNodes(`."""
        end = index
        while self._text(end + 1) == ".":
            end += 2
        return self._text(end + 1) == "(" and end > index

    def _sign(self, index: int) -> None:
        text = self._text(index)
        if text in "([{":
            self._brackets.append((self._role(index), index))
            self.whole |= text == "[" and self._is_dynamic(index)
        elif text in ")]}" and self._brackets:
            self._brackets.pop()
        elif (
            (text == "*" and self._text(index - 1) == ".")
            or text == "%"
            or (text == "$" and self._text(index - 1) == ":")
        ):
            self.whole = True

    def _role(self, index: int) -> str:
        """What a bracket holds: a relation, a node, a map of a pattern, a query, or anything else."""
        text, before = self._text(index), self._text(index - 1)
        if text == "[":
            return "relation" if before in ("-", "<-") else "list"
        if text == "(":
            return "round"
        word = self._tokens[index - 1].upper if index else ""
        if word in ("CALL", *SUB_QUERIES):
            return "query"
        if before == ")":
            return "query"
        around = self._brackets[-1][0] if self._brackets else ""
        started = self._brackets[-1][1] if self._brackets else -1
        pattern = around == "relation" or (around == "round" and self._is_node(started))
        return "pattern map" if pattern else "map"

    def _is_node(self, opening: int) -> bool:
        """Whether a round bracket opens the pattern of a node, seen from what stands before it."""
        before = self._tokens[opening - 1] if opening else None
        if before is None:
            return False
        return before.upper in ("MATCH", "EXISTS", "WHERE", "AND", "OR", "NOT", "CALL") or before.text in (
            "-", "->", "<-", ",", "=", "(", "[", "{", "|",
        )  # fmt: skip

    def _in_pattern_map(self) -> bool:
        return bool(self._brackets) and self._brackets[-1][0] == "pattern map"

    def _in_relation(self) -> bool:
        return bool(self._brackets) and self._brackets[-1][0] == "relation"

    def _in_labels(self, index: int) -> bool:
        """Whether a colon or bar stands in a label expression and not in a map or a list."""
        around = self._brackets[-1][0] if self._brackets else ""
        if self._text(index) == ":":
            return around not in ("map", "pattern map")
        return around != "list" and self._follows_label(index)

    def _follows_label(self, index: int) -> bool:
        return bool(self.found) and any(self._tokens[index - 1] is token for token, _ in self.found[-1:])

    def _is_dynamic(self, index: int) -> bool:
        """Whether a square bracket looks something up by a value the text does not show: `n[$key]`."""
        before = self._tokens[index - 1] if index else None
        is_lookup = before is not None and (before.kind in ("word", "quoted", "parameter") or before.text in (")", "]"))
        if not is_lookup or (
            before is not None and before.upper in ("IN", "RETURN", "WITH", "AND", "OR", "UNWIND", "THEN", "ELSE")
        ):
            return False
        inside = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
        number = inside is not None and (inside.kind == "number" or inside.text in ("-", ".."))
        return not number


def _access(labels: set[str], properties: set[str], bare: Bare, *, whole: bool) -> Access:
    """The highest class among all that may be read; what the text does not tell counts as the highest."""
    if bare.anything:
        return Access.RESTRICTED
    reached = labels | {end for each in bare.types for end in _types().get(each, _model())}
    if not labels <= _model().keys():
        # an engine may know it by another name, such as that of a type above all others
        return Access.RESTRICTED
    declared = [_model()[label] for label in reached if label in _model()]
    needed = [each.access for each in declared]
    for each in declared:
        named = each.properties.keys() if whole else each.properties.keys() & properties
        needed += [each.access_of(name) for name in named]
    return max(needed, default=Access.PUBLIC)


def highest(labels: Iterable[str], types: Iterable[str], properties: Iterable[str], access: Access) -> str:
    """What of a query is of this class, the highest it reads; empty where a node of any label may be meant."""
    of_class = {label: each for label, each in _model().items() if each.access >= access}
    named = [label for label in sorted(labels) if label in of_class]
    own = [(label, name) for label in sorted(labels) for name in sorted(properties) if label in _model()]
    named += [f"{label}.{name}" for label, name in own if _model()[label].access < _class_of(label, name) >= access]
    ends = {each: [label for label in _types().get(each, ()) if label in of_class] for each in sorted(types)}
    return "、".join(named or [f"{each} → {'、'.join(labels)}" for each, labels in ends.items() if labels])


def _class_of(label: str, name: str) -> Access:
    return _model()[label].access_of(name) if name in _model()[label].properties else Access.PUBLIC


def _unknown(tokens: Iterable[Token], what: str, known: Iterable[str], steps: Sequence[Step] = ()) -> Iterable[Problem]:
    names = set(known)
    for token in tokens:
        if token.name not in names:
            near = difflib.get_close_matches(token.name, names, n=1, cutoff=0.6)
            meant = did_you_mean(near) if near else None
            between = told_between(token, steps)
            told = meant + between if meant and between else meant or between or _say("vocabulary_listed")
            yield Problem(_say(what, name=token.name, meant=told), token.line, token.column)


@cache
def _model() -> Mapping[str, RecordType]:
    return {label: declared.TYPE for label, declared in record_types().items()}


@cache
def _types() -> Mapping[str, tuple[str, ...]]:
    """Labels at either end of each relation type."""
    ends: dict[str, set[str]] = {name: set(labels) for name, labels in _STATED.items()}
    for declared in _model().values():
        for link in declared.links.values():
            ends.setdefault(link.type, set()).update((declared.label, link.target))
    return {name: tuple(sorted(labels)) for name, labels in ends.items()}


@cache
def _properties() -> frozenset[str]:
    own = {name for declared in _model().values() for name in declared.properties}
    edges = {
        each.name for declared in _model().values() for link in declared.links.values() for each in link.properties
    }
    return frozenset(own | edges | COMMON | STATED_VALUES)
