"""Whether a query only reads: an allow-list of clauses, functions and procedures over tokens, never over raw text."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Sequence
from typing import Final

from graph.model.suggestions import did_you_mean
from graph.model.words import Both, sayings
from queries.guard.alike import check_alike
from queries.guard.bounds import check_bounds
from queries.guard.brackets import CLOSING, Brackets, outside_brackets
from queries.guard.copies import check_copies
from queries.guard.cost import check_cost
from queries.guard.errors import UnsafeQuery
from queries.guard.growth import check_growth
from queries.guard.instead import instead_of
from queries.guard.lists import allowed, keywords
from queries.guard.nullable import check_nullable
from queries.guard.tokens import Token, refused
from queries.guard.whole import check_whole

_say: Final = sayings("queries.guard")

_VALUE_KINDS: Final = ("quoted", "string", "number", "parameter")
_NAMING: Final = (".", ":", "|", "&", "!", "::")


def check_shape(tokens: Sequence[Token], brackets: Brackets, ours: str = "") -> None:
    """Raise UnsafeQuery at the first token that plain reading has no use for."""
    _check_start(tokens, 0)
    after_value = False
    for index in range(len(tokens)):
        _check_words(tokens, index)
        _check_is(tokens, index)
        _check_name(tokens, index, after_value=after_value)
        after_value = _state(tokens, index, after_value=after_value)
        _check_call(tokens, index)
        _check_subquery(tokens, index, brackets)
        _check_path(tokens, index, brackets)
    check_cost(tokens, brackets)
    check_growth(tokens, brackets)
    check_bounds(tokens, brackets)
    check_alike(tokens, brackets)
    check_copies(tokens, brackets)
    check_whole(tokens, brackets, ours)
    check_nullable(tokens, brackets)


def _check_start(tokens: Sequence[Token], index: int) -> None:
    if index >= len(tokens):
        raise UnsafeQuery(_say("no_query"), hint=_say("no_query_hint"), line=1, column=1)
    if tokens[index].upper not in allowed()["starts"]:
        hint = instead_of(tokens[index].name) or _say("starts_without_reading_hint")
        raise refused(tokens[index], _say("starts_without_reading"), hint)


def _check_words(tokens: Sequence[Token], index: int) -> None:
    """Refuse what changes, administers or leaves the graph, wherever it stands but as the name of a property or key."""
    token = tokens[index]
    if token.upper in allowed()["never"] and not _names(tokens, index):
        hint = instead_of(token.name) or _say("clause_not_reading_hint")
        raise refused(token, _say("clause_not_reading"), hint)


def _check_is(tokens: Sequence[Token], index: int) -> None:
    """`IS NULL` and `IS NOT NULL` are the only tests; `n IS Label` would name a label in a second way."""
    following = tokens[index + 1].upper if index + 1 < len(tokens) else ""
    if tokens[index].upper == "IS" and not _names(tokens, index) and following not in ("NULL", "NOT"):
        raise refused(tokens[index], _say("is_without_null"), _say("is_without_null_hint"))


def _check_name(tokens: Sequence[Token], index: int, *, after_value: bool) -> None:
    """Refuse a name that is a word of the language: a clause could seem to begin, or not to begin, where it stands."""
    token = tokens[index]
    following = tokens[index + 1].upper if index + 1 < len(tokens) else ""
    harmless = token.upper in ("STARTS", "ENDS") and following != "WITH"
    if token.upper not in allowed()["never_names"] or harmless or _is_key(tokens, index):
        return
    before = tokens[index - 1] if index else None
    labels = before is not None and before.text in _NAMING
    said = before.upper or before.text if before else "{"
    opens = said in allowed()["before_clause"] or (said in ("*", "%") and token.upper == "WHERE")
    if labels or not (after_value or opens):
        raise refused(token, _say("word_as_name"), _say("word_as_name_hint"))


def _is_key(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is the key of a map: `{order: 1}`."""
    return (
        index > 0 and tokens[index - 1].text in ("{", ",") and index + 1 < len(tokens) and tokens[index + 1].text == ":"
    )


def _names(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word stands where only a name can: after a dot, or as the key of a map."""
    return (index > 0 and tokens[index - 1].text == ".") or _is_key(tokens, index)


def _state(tokens: Sequence[Token], index: int, *, after_value: bool) -> bool:
    """Whether a value has just ended; a word after a value must be a known operator or clause."""
    token = tokens[index]
    if token.kind in _VALUE_KINDS:
        _check_value(tokens, index, after_value=after_value)
        return True
    if token.kind == "sign":
        return token.text in CLOSING.values() or (token.text == "*" and not after_value)
    if index and tokens[index - 1].text in _NAMING and not _is_map_value(tokens, index):
        return True
    return _word_state(tokens, index, after_value=after_value)


def _check_value(tokens: Sequence[Token], index: int, *, after_value: bool) -> None:
    before = tokens[index - 1].text if index else ""
    if after_value and before not in ("..", "*") and not (tokens[index].kind == "quoted" and before in _NAMING):
        raise refused(tokens[index], _say("value_out_of_place"), _say("value_out_of_place_hint"))


def _is_map_value(tokens: Sequence[Token], index: int) -> bool:
    """Whether the colon before this word is that of a map's key: `{key: word`."""
    return tokens[index - 1].text == ":" and index >= 3 and tokens[index - 3].text in ("{", ",")


def _word_state(tokens: Sequence[Token], index: int, *, after_value: bool) -> bool:
    token = tokens[index]
    word, following = token.upper, tokens[index + 1].text if index + 1 < len(tokens) else ""
    if after_value:
        if word not in allowed()["after_value"]:
            raise refused(token, _say("word_out_of_place"), _near(word))
        return word in ("END", "ASC", "ASCENDING", "DESC", "DESCENDING")
    before = tokens[index - 1].upper if index else ""
    named = before == "AS" or (word in ("INDEX", "SCAN") and before != "USING")
    if named or word == "NULL" or (word == "ALL" and following == "("):
        return True
    return word not in allowed()["before_value"] or (following in (".", ")", ",") and word not in ("DISTINCT", "NOT"))


def _near(word: str) -> Both:
    near = difflib.get_close_matches(word, allowed()["after_value"], n=1)
    return instead_of(word) or (did_you_mean(near) if near else _say("allowed_clauses_listed"))


def _check_call(tokens: Sequence[Token], index: int) -> None:
    """A name before a bracket is a function, one after CALL a procedure: both must be known to be harmless."""
    token = tokens[index]
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if token.upper == "CALL":
        if following not in ("(", "{"):
            _check_procedure(tokens, index + 1)
        return
    if following != "(" or token.kind not in ("word", "quoted") or _is_keyword(tokens, index):
        return
    name = dotted(tokens, index)
    if token.kind == "quoted":
        raise refused(token, _say("function_name_quoted"), _say("function_name_quoted_hint"))
    clock = name.lower() in allowed()["of_a_given_time"] and tokens[index + 2].text in (")", "{")
    called = name.lower() in allowed()["procedures"] and _is_called(tokens, index)
    if clock or not (called or name.lower() in allowed()["functions"]):
        raise refused(token, _say("function_not_allowed", name=name), _instead(name.lower()))


def _instead(name: str) -> Both:
    """What to use in the place of a function that is refused."""
    if name.split(".", maxsplit=1)[0] in allowed()["of_time"]:
        return _say("function_tells_time_hint")
    if advice := instead_of(name):
        return advice
    near = difflib.get_close_matches(name, allowed()["functions"], n=1, cutoff=0.7)
    return did_you_mean(near) if near else _say("allowed_functions_listed")


def _is_keyword(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index].upper
    named = index > 0 and tokens[index - 1].text == "."
    return not named and word in keywords() and word != "ALL"


def _check_procedure(tokens: Sequence[Token], index: int) -> None:
    end = index
    while end + 2 < len(tokens) and tokens[end + 1].text == ".":
        end += 2
    name = "".join(token.name for token in tokens[index : end + 1])
    if name.lower() not in allowed()["procedures"]:
        at = tokens[min(index, len(tokens) - 1)]
        hint = instead_of(name) or _say("procedure_not_allowed_hint")
        raise refused(at, _say("procedure_not_allowed", name=name), hint)


def dotted(tokens: Sequence[Token], index: int) -> str:
    """The name that ends at this token, with what stands before its dots."""
    start = index
    while start >= 2 and tokens[start - 1].text == "." and tokens[start - 2].kind in ("word", "quoted"):
        start -= 2
    return "".join(token.name for token in tokens[start : index + 1])


def _is_called(tokens: Sequence[Token], index: int) -> bool:
    """Whether the dotted name that ends here follows CALL: as a value it would be a function."""
    start = index
    while start >= 2 and tokens[start - 1].text == ".":
        start -= 2
    return start > 0 and tokens[start - 1].upper == "CALL"


def _check_subquery(tokens: Sequence[Token], index: int, brackets: Brackets) -> None:
    """What stands in the braces of CALL, EXISTS, COUNT and COLLECT is a query, or a pattern, and starts as one."""
    if tokens[index].text != "{" or not index:
        return
    opening = brackets.opening.get(index - 1)
    if tokens[index - 1].upper == "CALL" or (opening is not None and _opens_call(tokens, opening)):
        _check_start(tokens, index + 1)


def _opens_call(tokens: Sequence[Token], opening: int) -> bool:
    """Whether the bracket that opens here is the list of variables of `CALL (…) {`."""
    return opening > 0 and tokens[opening - 1].upper == "CALL"


def _check_path(tokens: Sequence[Token], index: int, brackets: Brackets) -> None:
    token = tokens[index]
    if token.text == "[" and index and tokens[index - 1].text in ("-", "<-"):
        closing = brackets.closing[index]
        star = next((at for at in outside_brackets(tokens, index, closing) if tokens[at].text == "*"), None)
        if star is not None:
            _check_star(tokens, star, closing)
    if token.text in ("->", "-") and index + 1 < len(tokens) and _quantifies_arrow(tokens, index):
        raise refused(tokens[index + 1], _say("arrow_quantified"), _starred())
    if token.text == "(" and brackets.closing[index] + 1 < len(tokens):
        _check_group(tokens, index, brackets.closing[index])


def _check_star(tokens: Sequence[Token], star: int, end: int) -> None:
    """`*3`, `*..8`, `*1..8`; without an upper length a path could walk the whole graph."""
    bounds = []
    for token in tokens[star + 1 : end]:
        if token.kind != "number" and token.text != "..":
            break
        bounds.append(token.text)
    top = bounds[-1] if bounds and bounds[-1] != ".." else ""
    if not top.isdigit() or int(top) > allowed()["longest_path"]:
        raise refused(tokens[star], _say("path_unbounded_or_too_long"), _bounded())


def _bounded() -> Both:
    return _say("path_unbounded_hint", most=allowed()["longest_path"])


def _starred() -> Both:
    return _say("quantified_hint", most=allowed()["longest_path"])


def _quantifies_arrow(tokens: Sequence[Token], index: int) -> bool:
    following = tokens[index + 1].text
    closes_arrow = tokens[index].text == "->" or (index > 0 and tokens[index - 1].text in ("]", "-", "<-"))
    return closes_arrow and following in ("+", "*", "{")


def _check_group(tokens: Sequence[Token], opening: int, closing: int) -> None:
    """A quantified group of a path, `((a)-->(b)){1,3}`: not every engine has it, and it needs no bound."""
    following = tokens[closing + 1].text
    inside = [token.text for token in tokens[opening + 1 : closing]]
    arrow = any(one == ")" and other in ("-", "<-", "->") for one, other in itertools.pairwise(inside))
    if following in ("+", "*", "{") and inside[:1] == ["("] and arrow and not _opens_call(tokens, opening):
        raise refused(tokens[closing + 1], _say("quantified_path_group"), _starred())
