"""Whether a list that is collected is as short as what hangs on the things it is collected by.

`WITH u, collect(t.id) AS l` is where patterns tie `t` to `u`. It is as long as all that was found where the key is a
value that many share (`left(c.id, 1)`), and where nothing ties what was found to it (`MATCH (u:Unit), (c:Cadre)`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from queries.guard.brackets import Brackets
from queries.guard.cost import is_variable
from queries.guard.growth import definitions
from queries.guard.lists import keywords
from queries.guard.tokens import SUB_QUERIES, Token

_SHORTEST: Final = ("shortestpath", "allshortestpaths")


class Ties:
    """Which variables of a query patterns tie together, and what each name that the query makes was made of."""

    def __init__(self, tokens: Sequence[Token], brackets: Brackets) -> None:
        self._tokens, self._brackets = tokens, brackets
        self._group: dict[str, str] = {}
        self._found_at: list[tuple[int, str]] = []
        # The patterns of sub-queries that are values tie no rows together.
        values = [
            (at + 1, brackets.closing[at + 1])
            for at, token in enumerate(tokens[:-1])
            if token.upper in SUB_QUERIES and tokens[at + 1].text == "{"
        ]
        for at, token in enumerate(tokens):
            if token.upper == "MATCH" and not any(start < at < end for start, end in values):
                self._pattern(at + 1)
        self._things = set(self._group)
        self._values: set[str] = set()
        self._made: dict[str, set[str]] = {}
        for start, end in definitions(tokens, brackets):
            self._define(start, end)

    def is_short(self, items: Sequence[range], keys: Sequence[range], since: int) -> bool:
        """Whether each row found since a place in the text hangs on one of the keys of a projection."""
        held = {each for key in keys for each in self._things_of(key)}
        begun = items[0].start
        rows = {self._head(name) for at, name in self._found_at if since <= at < begun}
        rows |= {each for item in items for each in self._groups(item)}
        return bool(held) and rows <= held

    def _pattern(self, at: int) -> None:
        """Tie what stands in one chain of a MATCH; a comma begins another."""
        last = ""
        while (
            at < len(self._tokens) and self._tokens[at].upper not in keywords() and self._tokens[at].text not in ")}]"
        ):
            token = self._tokens[at]
            if token.text == ",":
                last = ""
            elif token.name.lower() in _SHORTEST:
                at += 1
            elif token.text in ("(", "[") and at in self._brackets.closing:
                last = self._tie(at, last)
                at = self._brackets.closing[at]
            at += 1

    def _tie(self, opening: int, last: str) -> str:
        first = self._tokens[opening + 1]
        name = first.name if first.kind in ("word", "quoted") else f"({opening}"
        self._group.setdefault(name, name)
        self._found_at.append((opening, name))
        if last:
            self._group[self._head(name)] = self._head(last)
        return name

    def _head(self, name: str) -> str:
        while self._group.get(name, name) != name:
            name = self._group[name]
        return name

    def _define(self, start: int, end: int) -> None:
        """`expression AS name`: a name for a thing stays a thing, any other holds of what its expression names."""
        name, alone = self._tokens[end + 1].name, end - start == 1
        said = self._names(range(start, end))
        unwound = start > 0 and self._tokens[start - 1].upper == "UNWIND"
        if alone and said and said <= self._things and name not in self._values and not unwound:
            self._things.add(name)
        else:
            self._values.add(name)
            self._things.discard(name)
        if said != {name}:
            groups = {each for one in said for each in self._made.get(one, {one})}
            self._made.setdefault(name, set()).update(groups or {name})
        if unwound:
            self._found_at.append((end, name))

    def _names(self, item: range) -> set[str]:
        return {self._tokens[at].name for at in self._variables(item)}

    def _variables(self, item: range) -> Iterator[int]:
        for at in item:
            owner = at + 1 < len(self._tokens) and self._tokens[at + 1].text == "." and self._tokens[at - 1].text != "."
            named = owner and self._tokens[at].kind in ("word", "quoted")
            if named or is_variable(self._tokens, at):
                yield at

    def _unnamed(self, item: range) -> range:
        """An item of a projection without `AS name`."""
        return item[:-2] if len(item) > 2 and self._tokens[item[-2]].upper == "AS" else item

    def _groups(self, item: range) -> set[str]:
        said = self._names(self._unnamed(item))
        return {self._head(each) for one in said for each in self._made.get(one, {one})}

    def _things_of(self, key: range) -> set[str]:
        """The group of a key that is a thing or its id; a value that many things may share is none."""
        texts = [self._tokens[at] for at in self._unnamed(key)]
        thing = texts[0].name in self._things and (len(texts) == 1 or [each.text for each in texts[1:]] == [".", "id"])
        return {self._head(each) for each in self._made.get(texts[0].name, {texts[0].name})} if thing else set()
