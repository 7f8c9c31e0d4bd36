"""What could take all of the machine although it only reads, and that no engine interrupts once it has begun.

Rows are counted against a budget and end with it. Loops inside an expression, texts that grow and regular expressions
are not: an engine looks at its clock between rows. So these are kept small by their shape.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.model.words import sayings
from queries.guard.brackets import Brackets, outside_brackets
from queries.guard.lists import allowed, keywords
from queries.guard.tokens import ADDING, Token, refused

_say: Final = sayings("queries.guard")

_OF_CASE: Final = ("CASE", "WHEN", "THEN", "ELSE", "END")

_REPEATED_GROUP: Final = re.compile(r"\)\s*[+*{]")
_REPEAT: Final = re.compile(r"[*+]|\{\d*,")
"""What repeats a number of times that is open; `{4}` has nothing to try."""
TESTS: Final = ("ALL", "ANY", "NONE", "SINGLE")
"""The words of loops that answer yes or no."""
_SMALL: Final = ("[", "keys", "labels", "nodes", "relationships")
"""What a list starts with that is short: written out, or as long as a path or a record is."""


@dataclass(frozen=True, slots=True)
class Loop:
    """One loop inside an expression: where it opens, its list, its step, and whether the list is short."""

    at: int
    source: int
    start: int
    end: int
    small: bool


def check_cost(tokens: Sequence[Token], brackets: Brackets) -> None:
    """Raise UnsafeQuery at the first thing that could grow beyond measure."""
    _check_length(tokens)
    loops = list(loops_of(tokens, brackets))
    _check_nesting(tokens, loops)
    for index in range(len(tokens)):
        _check_reduce(tokens, index, brackets, loops)
        _check_pattern(tokens, index)
    _check_ranges(tokens, brackets)
    _check_replaces(tokens, brackets)


def _check_length(tokens: Sequence[Token]) -> None:
    """An engine's parser and planner take no limit of time: what makes them work for long is refused."""
    if len(tokens) > allowed()["most_tokens"]:
        raise refused(tokens[allowed()["most_tokens"]], _say("query_has_too_many_tokens"), _say("query_too_long_hint"))
    cases = 0
    for index, token in enumerate(tokens):
        cases += (token.upper == "CASE") - (token.upper == "END" and cases > 0)
        signs = [each.upper or each.text for each in tokens[index : index + 3]]
        if cases > allowed()["deepest_cases"] or signs in (["NOT"] * 3, ["-"] * 3):
            raise refused(token, _say("nested_too_deep"), _say("nested_too_deep_hint"))


def loops_of(tokens: Sequence[Token], brackets: Brackets) -> Iterator[Loop]:
    """Comprehensions, `all`, `any`, `none`, `single` and `reduce`, in the order in which they open."""
    for opening, closing in sorted(brackets.closing.items()):
        head = _head(tokens, opening, closing)
        if head is None:
            continue
        step = next((at for at in outside_brackets(tokens, head, closing) if _ends_list(tokens[at])), closing)
        source = tokens[head + 1].name.lower() if head + 1 < closing else ""
        yield Loop(opening, head + 1, step + 1, closing, source in _SMALL)


def _head(tokens: Sequence[Token], opening: int, closing: int) -> int | None:
    """Where the word IN of a loop stands whose bracket opens here; None for any other bracket."""
    text, before = tokens[opening].text, tokens[opening - 1] if opening else None
    if text == "[" or (text == "(" and before is not None and before.upper in TESTS):
        named = opening + 2 < closing and tokens[opening + 1].kind in ("word", "quoted")
        return opening + 2 if named and tokens[opening + 2].upper == "IN" else None
    if text == "(" and before is not None and before.upper == "REDUCE":
        return next((at for at in outside_brackets(tokens, opening, closing) if tokens[at].upper == "IN"), None)
    return None


def _ends_list(token: Token) -> bool:
    return token.text == "|" or token.upper == "WHERE"


def _check_nesting(tokens: Sequence[Token], loops: Sequence[Loop]) -> None:
    """Loops in the steps of loops multiply: two over lists of the data are too much, so are many."""
    for loop in loops:
        around = [each for each in loops if each.start <= loop.at < each.end]
        long = sum(not each.small for each in (*around, loop))
        if long > 1 or len(around) >= allowed()["deepest_loops"]:
            raise refused(
                tokens[loop.at],
                _say("loop_within_loop"),
                _say("loop_within_loop_hint"),
            )


def _check_reduce(tokens: Sequence[Token], index: int, brackets: Brackets, loops: Sequence[Loop]) -> None:
    """`reduce(s = 'x', i IN list | s + s)` doubles with each step: its result may be used once in a step."""
    if tokens[index].upper != "REDUCE" or index + 1 not in brackets.closing:
        return
    inside = range(index + 2, brackets.closing[index + 1])
    bars = [at for at in outside_brackets(tokens, index + 1, brackets.closing[index + 1]) if tokens[at].text == "|"]
    step = range(bars[-1] + 1, inside.stop) if bars else inside
    named = [at for at in step if inside and tokens[at].name == tokens[inside.start].name]
    used = {at for at in named if not _is_only_compared(tokens, at)}
    looped = any(loop.at > index + 1 and loop.at < at < loop.end for at in used for loop in loops)
    if looped or _times(tokens, step, used) > 1:
        raise refused(tokens[index], _say("reduce_result_reused"), _say("reduce_result_reused_hint"))
    _check_step(tokens, inside, step)


def _times(tokens: Sequence[Token], step: range, used: Collection[int]) -> int:
    """How often a step takes what came out before: of the branches of a CASE one, and nothing of what decides.

    Many times where a CASE does not end, as the word is a name then.
    """
    cases = [[0, 0]]  # of each CASE that is open, the most of a branch, and that of the branch at hand
    deciding = [False]
    for at in step:
        word = _case_word(tokens, at)
        if word == "CASE":
            cases.append([0, 0])
            deciding.append(True)
        elif word and len(cases) > 1:
            most, now = cases[-1]
            cases[-1] = [max(most, now), 0]
            deciding[-1] = word == "WHEN"
            if word == "END":
                deciding.pop()
                cases[-2][1] += max(cases.pop())
        elif at in used and not any(deciding):
            cases[-1][1] += 1
    return max(cases[0]) if len(cases) == 1 else len(step)


def _case_word(tokens: Sequence[Token], at: int) -> str:
    """CASE, or one of the words of a CASE where an expression has ended before it; empty for a name or a key."""
    token, before, after = tokens[at], tokens[at - 1], tokens[at + 1 : at + 2]
    if token.kind != "word" or before.text == "." or (after and after[0].text == ":"):
        return ""
    ended = before.text in (")", "]", "}") or before.kind in ("number", "string", "parameter", "quoted")
    named = before.kind == "word" and before.upper not in keywords() - {"END"}
    follows = ended or named or before.upper in ("NULL", "TRUE", "FALSE")
    begins = token.upper == "CASE" or (token.upper == "WHEN" and before.upper == "CASE")
    return token.upper if token.upper in _OF_CASE and (begins or follows) else ""


def _check_step(tokens: Sequence[Token], inside: range, step: range) -> None:
    """`reduce(s = [], a IN list | s + other)` is as long as one list times the other: a step adds of its item only."""
    begun = tokens[inside.start + 2] if len(inside) > 2 else None
    if begun is None or begun.kind == "number":
        return
    item = next((tokens[at - 1].name for at in inside if tokens[at].upper == "IN"), "")
    own = {tokens[inside.start].name, item}
    for at in step:
        token = tokens[at]
        other = token.kind == "parameter" or (is_variable(tokens, at) and token.name not in own)
        long = token.upper == "RANGE" or (token.kind == "string" and len(token.text) > allowed()["longest_added_text"])
        if other or long:
            raise refused(
                token,
                _say("reduce_step_grows"),
                _say("reduce_step_grows_hint"),
            )


def is_variable(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands for a variable as a whole: no property, key, label, type, function or word of Cypher."""
    before = tokens[at - 1].text if at else ""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    named = tokens[at].kind in ("word", "quoted") and tokens[at].upper not in keywords() | {"TRUE", "FALSE", "NULL"}
    labelled = before == ":" and not (at > 2 and tokens[at - 3].text in ("{", ","))
    keyed = before in ("{", ",") and after == ":"
    used = before != "." and after not in ("(", ".")
    return named and used and not labelled and not keyed and not _is_alternative(tokens, at)


def _is_alternative(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name is one of several labels or types, the `B` of `:A|B`: not what follows the bar of a loop."""
    if at == 0 or tokens[at - 1].text != "|":
        return False
    before = at - 1
    while before and (tokens[before].text in ("|", "&", "!") or tokens[before].kind in ("word", "quoted")):
        before -= 1
    return tokens[before].text == ":"


def _is_only_compared(tokens: Sequence[Token], at: int) -> bool:
    """`WHEN s = ''`, the usual test for the first step: what is compared does not grow."""
    following = tokens[at + 1]
    return tokens[at - 1].upper in ("WHEN", "AND", "OR", "NOT") and (
        following.upper == "IS" or (following.text in ("=", "<>") and tokens[at + 2].kind in ("string", "number"))
    )


def _check_replaces(tokens: Sequence[Token], brackets: Brackets) -> None:
    """Texts grow by replacing so many times at most, and in no step of reduce, which is done again and again."""
    times = 1.0
    reduced = [(at, brackets.closing[at + 1]) for at, token in enumerate(tokens) if token.upper == "REDUCE"]
    for index, token in enumerate(tokens):
        if token.name.lower() != "replace" or index + 1 not in brackets.closing or tokens[index + 1].text != "(":
            continue
        factor = _longer_by(tokens, index, brackets)
        times *= max(factor, 1.0)
        again = factor > 1 and any(start < index < end for start, end in reduced)
        if again or times > allowed()["most_longer"]:
            raise refused(token, _say("replace_chain_grows"), _say("replace_chain_grows_hint"))


def _longer_by(tokens: Sequence[Token], index: int, brackets: Brackets) -> float:
    """How many times longer this `replace` can make a text; what replaces stands in the query or is a parameter."""
    closing = brackets.closing[index + 1]
    commas = [at for at in outside_brackets(tokens, index + 1, closing) if tokens[at].text == ","]
    given = tokens[commas[-1] + 1 : closing] if len(commas) > 1 else ()
    if any(token.kind not in ("string", "parameter") for token in given):
        raise refused(
            tokens[index],
            _say("replacement_not_plain"),
            _say("replacement_not_plain_hint"),
        )
    sought = tokens[commas[0] + 1 : commas[-1]] if len(commas) > 1 else ()
    added = sum(allowed()["longest_parameter"] if token.kind == "parameter" else len(token.text) - 2 for token in given)
    plain = len(sought) == 1 and sought[0].kind == "string" and len(sought[0].text) > len("''")
    return added / (len(sought[0].text) - 2) if plain else added + 1.0


def _check_pattern(tokens: Sequence[Token], index: int) -> None:
    """A regular expression stands in the text and repeats little, no group at all."""
    if tokens[index].text != "=~":
        return
    following = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    text = following.text
    plain = following.kind == "string" and not _REPEATED_GROUP.search(text)
    few = len(_REPEAT.findall(text)) <= allowed()["most_repeats"] and text.count("?") <= allowed()["most_optional"]
    few = few and _ways(text) <= allowed()["most_ways"]
    if not (plain and few) or (index + 2 < len(tokens) and tokens[index + 2].text in ADDING):
        raise refused(
            following,
            _say("pattern_costly"),
            _say("pattern_costly_hint"),
        )


def _ways(pattern: str) -> int:
    """In how many ways a text may be tried by the alternatives of groups: `(a|b)(c|d)` in four."""
    ways, groups = 1, [0]
    for sign in re.sub(r"\\.|\[[^\]]*\]", "", pattern, flags=re.DOTALL):
        if sign == "(":
            groups.append(1)
        elif sign == ")" and len(groups) > 1:
            ways *= groups.pop()
        elif sign == "|":
            groups[-1] += 1
    return ways


def _check_ranges(tokens: Sequence[Token], brackets: Brackets) -> None:
    """The numbers of all range() together: nested or crossed, they multiply."""
    product, most = 1.0, allowed()["longest_range"]
    ranges = [at for at, token in enumerate(tokens) if token.upper == "RANGE" and at + 1 in brackets.closing]
    large = [each for each in tokens if ranges and each.kind == "number" and _number(each.text) > most]
    if large:
        raise refused(large[0], _say("range_too_long"), _say("range_too_long_hint", most=most))
    for index in ranges:
        inside = tokens[index + 2 : brackets.closing[index + 1]]
        if computed := [each for each in inside if each.text in ("*", "^") or each.kind == "string"]:
            raise refused(computed[0], _say("range_bound_computed"), _say("range_bound_computed_hint"))
        product *= max([_number(each.text) for each in inside if each.kind == "number"], default=1.0) or 1.0
        if product > most:
            raise refused(tokens[index], _say("range_too_long"), _say("range_too_long_hint", most=most))


def _number(text: str) -> float:
    plain = text.replace("_", "")
    return float(int(plain, 0)) if plain[:2].lower() in ("0x", "0o") else float(plain)
