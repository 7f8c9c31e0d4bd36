"""Nodes of a pattern that may be of any label: they are neither labelled, nor bound before, nor tied by a known type.

Scopes are followed as Cypher has them: WITH keeps only what it names, a sub-query sees what it imports, a comprehension
has variables of its own. Where that is not clear, a variable counts as new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from queries.guard.brackets import Brackets, nesting
from queries.guard.lists import keywords
from queries.guard.tokens import SUB_QUERIES, Token

_LEADS_ANYWHERE: Final = "STATED_IN"
"""Every fact is stated somewhere: this type does not tell what stands at its start."""

_ITEMS_END: Final = frozenset(
    {"WHERE", "ORDER", "SKIP", "LIMIT", "MATCH", "OPTIONAL", "UNWIND", "CALL", "RETURN", "WITH", "UNION"}
)
_ANY: Final = ("!", "%", "(", "$")
_LABEL_SIGNS: Final = ("|", "&", "!")
_PATH_WORDS: Final = ("ALL", "ANY", "EXISTS")
"""Names of functions that stand before a pattern as well."""


@dataclass
class Bare:
    """What a walk over the tokens found: whether a node may be anything, and types whose ends may be meant."""

    anything: bool = False
    types: set[str] = field(default_factory=set)


@dataclass
class _Scope:
    closing: str
    bound: set[str]
    returned: set[str] = field(default_factory=set)
    is_call: bool = False
    given: frozenset[str] = frozenset()
    """What each part of a UNION in a sub-query sees of what is around it."""
    imports_itself: bool = False
    """Whether each part names in a WITH of its own what it sees: `CALL { WITH c … }`."""


def bare_nodes(tokens: Sequence[Token], brackets: Brackets) -> Bare:
    """Find the nodes without a label of their own, in one walk."""
    return _Walk(tokens, brackets).found


class _Walk:
    def __init__(self, tokens: Sequence[Token], brackets: Brackets) -> None:
        self.found = Bare()
        self._tokens = tokens
        self._brackets = brackets
        self._scopes = [_Scope("", set())]
        for index in range(len(tokens)):
            self._step(index)

    def _text(self, index: int) -> str:
        return self._tokens[index].text if 0 <= index < len(self._tokens) else ""

    def _upper(self, index: int) -> str:
        return self._tokens[index].upper if 0 <= index < len(self._tokens) else ""

    @property
    def _bound(self) -> set[str]:
        return self._scopes[-1].bound

    def _step(self, index: int) -> None:
        token = self._tokens[index]
        if token.kind == "sign":
            self._sign(index)
        elif token.upper in ("WITH", "RETURN") and self._upper(index - 1) not in ("STARTS", "ENDS"):
            self._project(index)
        elif token.upper == "UNION":
            self._begin_part(index)
        elif self._upper(index - 1) in ("AS", "YIELD"):
            self._bound.add(token.name)
        if token.upper == "CALL" and self._text(index + 1) not in ("(", "{"):
            self.found.anything = True

    def _begin_part(self, union: int) -> None:
        """The part after a UNION sees what the first one saw; what `CALL { WITH c … }` imports it must import too."""
        scope, begun = self._scopes[-1], union + 1 + (self._upper(union + 1) in ("ALL", "DISTINCT"))
        scope.bound.clear()
        if not scope.imports_itself or self._upper(begun) == "WITH":
            scope.bound.update(scope.given)

    def _sign(self, index: int) -> None:
        text = self._text(index)
        if text == "(":
            self._node(index)
        elif text == "{" and not self._is_map(index):
            self._scopes.append(self._subquery(index))
        elif text == "{":
            self._scopes.append(_Scope("}", self._bound))
        elif text == "[":
            self._steps(index)
            counted = {self._tokens[index + 1].name} if self._upper(index + 2) == "IN" else set()
            self._scopes.append(_Scope("]", self._bound | counted))
        elif text == self._scopes[-1].closing:
            done = self._scopes.pop()
            if done.is_call:
                self._bound.update(done.returned)
        elif text in (":", "|") and self._is_open_label(index):
            self.found.anything = True

    def _steps(self, index: int) -> None:
        """A relation of several steps passes nodes that the text does not show: what its types may lead to."""
        if self._text(index - 1) not in ("-", "<-"):
            return
        told = self._told(index)
        if any(self._text(each) == "*" for each in told):
            types = set() if any(self._text(each) in ("!", "%") for each in told) else self._named_types(told)
            tells = types - {_LEADS_ANYWHERE}
            self.found.types |= tells
            self.found.anything |= tells != types or not types

    def _told(self, opening: int) -> range:
        """What a relation's brackets say of its types and length, before a map or condition of its own."""
        closing = self._brackets.closing[opening]
        inside = range(opening + 1, closing)
        return range(
            opening + 1, next((at for at in inside if self._text(at) == "{" or self._upper(at) == "WHERE"), closing)
        )

    def _named_types(self, told: range) -> set[str]:
        return {
            self._tokens[index].name
            for index in told
            if self._text(index - 1) in (":", "|") and self._tokens[index].kind in ("word", "quoted")
        }

    def _is_open_label(self, index: int) -> bool:
        """Whether a label expression says less than a label: `:!A`, `:%`, `:$(…)`, `:(A|B)`, `:A|!A`."""
        if self._text(index) == "|" and not self._is_in_labels(index):
            return False
        if self._scopes[-1].closing == "}" and self._is_key(index - 1):
            return False
        following = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
        return following is not None and (following.text in _ANY or following.kind == "parameter")

    def _is_in_labels(self, bar: int) -> bool:
        """Whether a bar stands between labels, and not before the step of a loop: names and signs back to a colon."""
        at = bar
        while self._text(at) in _LABEL_SIGNS:
            at -= 1
            if at >= 0 and self._tokens[at].kind in ("word", "quoted"):
                at -= 1
        return self._text(at) == ":"

    def _is_key(self, index: int) -> bool:
        return self._text(index - 1) in ("{", ",")

    def _is_map(self, index: int) -> bool:
        """Whether braces hold a map and not a query: a key and a colon, a projection, or nothing."""
        after, second = self._text(index + 1), self._text(index + 2)
        return after in ("}", ".") or (second == ":" and self._upper(index - 1) not in SUB_QUERIES)

    def _subquery(self, index: int) -> _Scope:
        if self._upper(index - 1) == "CALL":
            # the old form imports by a WITH of its own: what that names is found in the scope around
            around = set(self._bound)
            seen = around if self._upper(index + 1) == "WITH" else set()
            return _Scope("}", set(seen), is_call=True, given=frozenset(around), imports_itself=True)
        if self._text(index - 1) == ")":
            seen = self._imported(index - 1)
            return _Scope("}", set(seen), is_call=True, given=frozenset(seen))
        return _Scope("}", set(self._bound), given=frozenset(self._bound))

    def _imported(self, closing: int) -> set[str]:
        """The variables between the brackets of `CALL (a, b) {`."""
        start = self._brackets.opening[closing]
        names = {token.name for token in self._tokens[start + 1 : closing] if token.kind in ("word", "quoted")}
        return set(self._bound) if self._text(start + 1) == "*" else names & self._bound

    def _project(self, index: int) -> None:
        """WITH keeps what it names; RETURN says what a sub-query gives."""
        named = self._items(index + 1)
        if self._upper(index) == "RETURN":
            self._scopes[-1].returned = named
        elif "*" not in named:
            kept = {name for name in named if name in self._bound}
            self._bound.intersection_update(kept)

    def _items(self, start: int) -> set[str]:
        """The names of the items that are plain variables, or aliases, up to the next clause."""
        names: set[str] = set()
        depth = 0
        for index in range(start, len(self._tokens)):
            token = self._tokens[index]
            depth += nesting(token)
            if depth < 0 or (depth == 0 and token.upper in _ITEMS_END and self._upper(index - 1) != "AS"):
                break
            if depth == 0 and (token.text == "*" or self._stands_alone(index)):
                names.add(token.name)
        return names

    def _stands_alone(self, index: int) -> bool:
        if self._tokens[index].kind not in ("word", "quoted"):
            return False
        if self._upper(index - 1) == "AS":
            return True
        following = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
        ends = following is None or following.text in (",", "}") or following.upper in _ITEMS_END
        starts = self._text(index - 1) == "," or self._upper(index - 1) in ("WITH", "RETURN", "DISTINCT")
        return ends and starts

    def _node(self, index: int) -> None:
        name, labelled = self._described(index)
        if name is None or self._is_call(index):
            return
        if not labelled and (not name or name not in self._bound):
            types = self._types_back(index - 1) | self._types_on(self._brackets.closing[index] + 1)
            tells = types - {_LEADS_ANYWHERE}
            self.found.types |= tells
            self.found.anything |= not tells
        if name:
            self._bound.add(name)

    def _described(self, index: int) -> tuple[str | None, bool]:
        """The variable of a node's pattern, empty for none, and whether it is labelled; None for any other bracket."""
        after, second = self._text(index + 1), self._text(index + 2)
        if after in (")", "{") or (second == ")" and self._tokens[index + 1].kind == "parameter"):
            return "", False
        if after == ":":
            return "", True
        if index + 1 < len(self._tokens) and self._tokens[index + 1].kind in ("word", "quoted"):
            if second in (")", "{") or self._upper(index + 2) == "WHERE":
                return self._tokens[index + 1].name, False
            if second == ":" or self._upper(index + 2) == "IS":
                return self._tokens[index + 1].name, True
        return None, False

    def _is_call(self, index: int) -> bool:
        """Whether the bracket holds what a function or CALL is given; in any other a bare name may be a node."""
        before = self._tokens[index - 1] if index else None
        if before is None or before.kind not in ("word", "quoted"):
            return False
        if before.upper == "CALL" or self._text(index - 2) == ".":
            return True
        return before.upper not in _PATH_WORDS and before.upper not in keywords()

    def _types_back(self, index: int) -> set[str]:
        while index > 0 and self._text(index) in ("-", "->", "<-"):
            index -= 1
        return self._types(self._brackets.opening[index]) if self._text(index) == "]" else set()

    def _types_on(self, index: int) -> set[str]:
        while self._text(index) in ("-", "<-"):
            index += 1
        return self._types(index) if self._text(index) == "[" else set()

    def _types(self, opening: int) -> set[str]:
        """The types a relation's brackets name; none where they say `!`, or where steps of a path pass other nodes."""
        told = self._told(opening)
        if any(self._text(index) in ("!", "*", "%") for index in told):
            return set()
        return self._named_types(told)
