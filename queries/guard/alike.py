"""What the engines would answer differently, or one not at all: refused, with the way of writing it that is alike.

`stDev` of nothing is 0 on Neo4j and null on the embedded engine. A regular expression that is ill-formed is an error on
Neo4j and matches nothing on the embedded engine.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from graph.model.words import sayings
from queries.guard.brackets import Brackets
from queries.guard.tokens import Token, refused

_say: Final = sayings("queries.guard")
_DEVIATIONS: Final = ("stdev", "stdevp")
_ESCAPE: Final = r"\\(?:[dDsSwWbBtnrfhHvVR]|[^A-Za-z0-9\s]|p\{(?:Is)?(?:L|Lu|Ll|N|Nd|P|Han|Alphabetic|Digit)\})"
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
