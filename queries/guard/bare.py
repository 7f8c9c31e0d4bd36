"""Nodes of a pattern that may be of any label: they are neither labelled, nor bound before, nor tied by a known type.

Scopes are followed as Cypher has them: WITH keeps only what it names, a sub-query sees what it imports, a comprehension
has variables of its own. Where that is not clear, a variable counts as new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from queries.guard.tokens import Token

_LEADS_ANYWHERE: Final = "STATED_IN"
"""Every fact is stated somewhere: this type does not tell what stands at its start."""

_ITEMS_END: Final = frozenset(
    {"WHERE", "ORDER", "SKIP", "LIMIT", "MATCH", "OPTIONAL", "UNWIND", "CALL", "RETURN", "WITH", "UNION"}
)
_DEPTHS: Final = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_ANY: Final = ("!", "%", "(", "$")


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


def bare_nodes(tokens: Sequence[Token]) -> Bare:
    """Find the nodes without a label of their own, in one walk."""
    return _Walk(tokens).found


class _Walk:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.found = Bare()
        self._tokens = tokens
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
            self._bound.clear()
        elif self._upper(index - 1) in ("AS", "YIELD"):
            self._bound.add(token.name)
        if token.upper == "CALL" and self._text(index + 1) not in ("(", "{"):
            self.found.anything = True

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
            self._scopes.append(_Scope("]", set(self._bound)))
        elif text == self._scopes[-1].closing:
            done = self._scopes.pop()
            if done.is_call:
                self._bound.update(done.returned)
        elif text == ":" and self._is_open_label(index):
            self.found.anything = True

    def _steps(self, index: int) -> None:
        """A relation of several steps passes nodes that the text does not show: what its types may lead to."""
        if self._text(index - 1) not in ("-", "<-"):
            return
        inside = range(index + 1, self._bracket_end(index))
        if any(self._text(each) == "*" for each in inside):
            types = set() if any(self._text(each) in ("!", "%") for each in inside) else self._named_types(inside)
            tells = types - {_LEADS_ANYWHERE}
            self.found.types |= tells
            self.found.anything |= tells != types or not types

    def _bracket_end(self, index: int) -> int:
        """Where the square bracket that opens here closes; one in a map or condition of it counts."""
        depth = 0
        for end in range(index, len(self._tokens)):
            depth += {"[": 1, "]": -1}.get(self._text(end), 0)
            if depth == 0:
                return end
        return len(self._tokens)

    def _named_types(self, inside: range) -> set[str]:
        return {
            self._tokens[index].name
            for index in inside
            if self._text(index - 1) in (":", "|") and self._tokens[index].kind in ("word", "quoted")
        }

    def _is_open_label(self, index: int) -> bool:
        """Whether a label expression says less than a label: `:!A`, `:%`, `:$(…)`, `:(A|B)`."""
        if self._scopes[-1].closing == "}" and self._is_key(index - 1):
            return False
        following = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
        return following is not None and (following.text in _ANY or following.kind == "parameter")

    def _is_key(self, index: int) -> bool:
        return self._text(index - 1) in ("{", ",")

    def _is_map(self, index: int) -> bool:
        """Whether braces hold a map and not a query: a key and a colon, a projection, or nothing."""
        after, second = self._text(index + 1), self._text(index + 2)
        return after in ("}", ".") or (second == ":" and self._upper(index - 1) not in ("EXISTS", "COUNT", "COLLECT"))

    def _subquery(self, index: int) -> _Scope:
        if self._upper(index - 1) == "CALL":
            # the old form imports by a WITH of its own: what that names is found in the scope around
            return _Scope("}", set(self._bound) if self._upper(index + 1) == "WITH" else set(), is_call=True)
        if self._text(index - 1) == ")":
            return _Scope("}", self._imported(index - 1), is_call=True)
        return _Scope("}", set(self._bound))

    def _imported(self, closing: int) -> set[str]:
        """The variables between the brackets of `CALL (a, b) {`."""
        start = closing
        while start > 0 and self._text(start) != "(":
            start -= 1
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
            depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(
                token.text if token.kind == "sign" else "", 0
            )
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
        if name is None or not self._is_in_path(index):
            return
        if not labelled and (not name or name not in self._bound):
            types = self._types_back(index - 1) | self._types_on(self._closing(index) + 1)
            tells = types - {_LEADS_ANYWHERE}
            self.found.types |= tells
            self.found.anything |= not tells
        if name:
            self._bound.add(name)

    def _described(self, index: int) -> tuple[str | None, bool]:
        """The variable of a node's pattern, empty for none, and whether it is labelled; None for any other bracket."""
        after, second = self._text(index + 1), self._text(index + 2)
        if after in (")", "{"):
            return "", False
        if after == ":":
            return "", True
        if index + 1 < len(self._tokens) and self._tokens[index + 1].kind in ("word", "quoted"):
            if second in (")", "{") or self._upper(index + 2) == "WHERE":
                return self._tokens[index + 1].name, False
            if second == ":" or self._upper(index + 2) == "IS":
                return self._tokens[index + 1].name, True
        return None, False

    def _is_in_path(self, index: int) -> bool:
        """Whether the bracket is a node of a path: an arrow beside it, or a clause or comma of a pattern before it."""
        if self._upper(index - 1) in ("MATCH", "EXISTS") or self._text(index - 1) in ("->", "<-", "-"):
            return True
        end = self._closing(index)
        arrow = self._text(end + 1) in ("-", "<-", "->") and self._text(end + 2) in ("[", "-", "->", "(")
        # a further node of MATCH (a), (b): what stands before is a node too
        listed = self._text(index - 1) == "," and self._text(index - 2) == ")" and self._in_match(index)
        named = self._text(index - 1) == "=" and self._in_match(index)
        return arrow or listed or named

    def _in_match(self, index: int) -> bool:
        for back in range(index, -1, -1):
            if self._upper(back) in _ITEMS_END:
                return self._upper(back) == "MATCH"
        return False

    def _closing(self, index: int) -> int:
        depth = 0
        for end in range(index, len(self._tokens)):
            depth += {"(": 1, ")": -1}.get(self._text(end), 0)
            if depth == 0:
                return end
        return len(self._tokens)

    def _types_back(self, index: int) -> set[str]:
        while index > 0 and self._text(index) in ("-", "->", "<-"):
            index -= 1
        if self._text(index) != "]":
            return set()
        start = index
        while start > 0 and self._text(start) != "[":
            start -= 1
        return self._types(start, index)

    def _types_on(self, index: int) -> set[str]:
        while self._text(index) in ("-", "<-"):
            index += 1
        if self._text(index) != "[":
            return set()
        end = index
        while end < len(self._tokens) and self._text(end) != "]":
            end += 1
        return self._types(index, end)

    def _types(self, start: int, end: int) -> set[str]:
        """The types a relation's brackets name; none where they say `!`, or where steps of a path pass other nodes."""
        inside = range(start + 1, end)
        if any(self._text(index) in ("!", "*", "%") for index in inside):
            return set()
        return self._named_types(inside)
