"""What the engines would answer differently, or one not at all: refused, with the way of writing it that is alike.

`stDev` of nothing is 0 on Neo4j and null on the embedded engine. That one also makes no groups where an aggregate
stands in a test (`max(x) IS NULL`), and reads the name `all` before a sign as a function. A regular expression that is
ill-formed is an error on Neo4j and matches nothing on the embedded engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from graph.model.words import sayings
from queries.guard.brackets import Brackets
from queries.guard.cost import TESTS
from queries.guard.tokens import AGGREGATES, SUB_QUERIES, Token, refused

_say: Final = sayings("queries.guard")
_DEVIATIONS: Final = ("stdev", "stdevp")
_ESCAPE: Final = r"\\(?:[dDsSwWbBtnrfhHvVR]|[^A-Za-z0-9\s]|p\{(?:Is)?(?:L|Lu|Ll|N|Nd|P|Han|Alphabetic|Digit)\})"
_TESTING: Final = ("IS", "NOT", "AND", "OR", "XOR", "IN", "CONTAINS", "STARTS", "ENDS")
_PARTS: Final = frozenset(
    ("MATCH", "OPTIONAL", "WHERE", "WITH", "UNWIND", "RETURN", "CALL", "UNION", "ORDER", "BY", "SKIP", "LIMIT", "AS")
) | {"DISTINCT", "WHEN", "THEN", "ELSE"}
_PIECE: Final = re.compile(
    rf"""
    (?P<class>\[\^?(?:{_ESCAPE}|[^\\\[\]&])+\])
  | (?P<flags>\(\?[imsux]+\))
  | (?P<open>\((?:\?(?:[:=!>]|<[=!]|[imsux]+:))?(?!\?))
  | (?P<close>\))
  | (?P<repeat>(?:[*+?]|\{{(?P<least>\d+)(?:,(?P<most>\d*))?\}})[?+]?)
  | (?P<start>[|^])
  | (?P<one>{_ESCAPE}|[^\\\[\](){{}}*+?])
    """,
    re.VERBOSE | re.DOTALL,
)
_RANGE: Final = re.compile(r"(\\.|[^\\\]])-(\\.|[^\\\]])")


def check_alike(tokens: Sequence[Token], brackets: Brackets) -> None:
    """Raise UnsafeQuery at the first thing in which the engines differ."""
    for index, token in enumerate(tokens):
        if token.name.lower() in _DEVIATIONS and index + 1 in brackets.closing and tokens[index + 1].text == "(":
            _check_deviation(tokens, index, brackets.closing[index + 1])
        if token.text == "=~" and index + 1 < len(tokens) and not well_formed(_literal(tokens[index + 1].text)):
            raise refused(tokens[index + 1], _say("pattern_ill_formed"), _say("pattern_ill_formed_hint"))
        if token.upper == "ALL" and _is_signed(tokens, index):
            raise refused(token, _say("all_as_value"), _say("all_as_value_hint"))
        if token.upper in _TESTING or token.text == "=~":
            _check_tested(tokens, brackets, index)


def _is_signed(tokens: Sequence[Token], index: int) -> bool:
    """Whether a sign follows the name `all` that makes it a function to one engine, or brackets hold it alone."""
    before = tokens[index - 1]
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if before.upper in ("AS", "UNION") or before.text == ".":
        return False
    return following in ("+", "-", "[") or (before.text == "(" and following == ")")


def _check_tested(tokens: Sequence[Token], brackets: Brackets, index: int) -> None:
    """Raise UnsafeQuery where what a test is about holds an aggregate; in a loop IN only names the list."""
    loop = tokens[index].upper == "IN" and index > 1 and tokens[index - 2].text in ("[", "(")
    if loop and (tokens[index - 2].text == "[" or tokens[index - 3].upper in TESTS):
        return
    operands = [*_operand(tokens, brackets, index, -1), *_operand(tokens, brackets, index, 1)]
    for at in operands:
        if tokens[at].name.lower() in AGGREGATES and at + 1 < len(tokens) and tokens[at + 1].text == "(":
            raise refused(tokens[at], _say("aggregate_tested"), _say("aggregate_tested_hint"))


def _operand(tokens: Sequence[Token], brackets: Brackets, index: int, step: int) -> Iterator[int]:
    """The tokens that belong to a test on one side: up to a comma, a bracket or a word that parts expressions.

    Up to the next test at most: what is beyond it is looked at there. A thousand tests would be read a million times.
    """
    at, cases = index + step, 0
    other = brackets.closing if step > 0 else brackets.opening
    begins, ends = ("CASE", "END") if step > 0 else ("END", "CASE")
    while 0 <= at < len(tokens):
        token = tokens[at]
        cases += (token.upper == begins) - (token.upper == ends)
        parts = token.upper in _PARTS and not (token.upper == "WITH" and tokens[at - 1].upper in ("STARTS", "ENDS"))
        within = at if step > 0 else other.get(at, at)
        tested = token.upper in _TESTING or token.text == "=~"
        if cases < 0 or (cases == 0 and (parts or tested or token.text == ",")) or _leaves(token, at, other):
            return
        query = at in other and within > 0 and tokens[within].text == "{" and tokens[within - 1].upper in SUB_QUERIES
        yield from () if query else range(min(at, other.get(at, at)), max(at, other.get(at, at)) + 1)
        at = other.get(at, at) + step


def _leaves(token: Token, at: int, other: Mapping[int, int]) -> bool:
    """Whether a bracket ends what stands between others."""
    return token.kind == "sign" and token.text in "()[]{}" and at not in other


def _check_deviation(tokens: Sequence[Token], index: int, closing: int) -> None:
    """`CASE WHEN count(x) > 0 THEN stDev(x) END`, or `coalesce(stDev(x), 0.0)`: the same of nothing on each engine."""
    given = [token.text for token in tokens[index + 1 : closing + 1]]
    before = [token.text for token in tokens[max(0, index - len(given) - 4) : index]]
    after = tokens[closing + 1 : closing + 3]
    begun, ended = before[0].lower(), before[-1].lower()
    counted = begun == "count" and before[1:-3] == given and before[-3] == ">" and ended == "then"
    filled = [each.lower() for each in before[-2:]] == ["coalesce", "("] and [each.kind for each in after] == [
        "sign",
        "number",
    ]
    if filled and "." in after[1].text:
        return
    if not (counted and before[-2].isdigit()):
        inside = "".join(token.text for token in tokens[index + 2 : closing])
        raise refused(tokens[index], _say("deviation_of_nothing"), _say("deviation_of_nothing_hint", of=inside))


def _literal(text: str) -> str:
    """The characters of a string as it stands in the query."""
    return re.sub(r"\\([\\'\"])", r"\1", text[1:-1])


def well_formed(pattern: str) -> bool:
    """Whether Java takes a pattern beyond doubt: brackets closed, repeats behind something, escapes that are known."""
    at, depth, before = 0, 0, "start"
    while at < len(pattern):
        piece = _PIECE.match(pattern, at)
        if piece is None or not _follows(piece, before):
            return False
        at, before = piece.end(), str(piece.lastgroup)
        depth += (before == "open") - (before == "close")
        if depth < 0:
            return False
    return depth == 0


def _follows(piece: re.Match[str], before: str) -> bool:
    """Whether a piece may stand behind one of this kind, and its numbers and ranges rise."""
    if piece.lastgroup == "repeat":
        rises = not piece["most"] or int(piece["least"]) <= int(piece["most"])
        return rises and before in ("one", "class", "close")
    ranges = _RANGE.findall(piece[0]) if piece.lastgroup == "class" else ()
    return all(one[-1] <= other[-1] for one, other in ranges)
