"""Whether a query file may be saved: what its header declares held against what its Cypher takes, returns and reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from graph.errors import NotFoundError
from graph.model.words import Both, listed, sayings
from queries.catalogue import find_query
from queries.clauses import clauses_of
from queries.computed import columns_of
from queries.contract import columns_returned, parameters_used
from queries.fault import Fault
from queries.file import NAME, ChoicesByQuery, QueryFile
from queries.first_header import UNTITLED
from queries.guard import UnsafeQuery, inspect
from queries.guard.reach import highest
from queries.guard.tokens import Token
from queries.lint_header import header_faults
from queries.lint_lists import lists_in_no_order
from queries.lint_texts import texts_cut
from queries.lint_types import types_returned
from queries.order import columns_that_tie, order_place
from queries.sentence import names_in, parts_amiss

_say: Final = sayings("queries")


def faults(query: QueryFile, data: Path | None = None) -> list[Fault]:
    """Every reason why this query may not be saved; empty when it may.

    The queries that give choices are those that ship and, where `data` is given, those published there.
    """
    found = [*_name(query), *_guarded(query), *header_faults(query), *_sentence(query), *_why(query)]
    if _is_readable(query.cypher):
        found += [*_parameters(query, data), *_columns(query), *_types(query)]
        found += [each.in_cypher(query) for each in texts_cut(query.cypher)]
    return [each.somewhere(query) for each in found]


def warnings(query: QueryFile) -> list[Fault]:
    """What a file that may be saved should be looked at for: no name yet, an order in which engines may differ."""
    untitled = [Fault("title", _say("query_untitled"), 2)] if query.header.title == UNTITLED else []
    if query.header.computed_by or not _is_readable(query.cypher):
        return untitled
    found = [Fault("Cypher", what, token.line, token.column) for what, token in lists_in_no_order(query.cypher)]
    tied = columns_that_tie(inspect(query.cypher).tokens, query.header.one_row_for)
    if tied:
        what = _say("order_has_ties", columns=listed(tied), order=_in_order(query.cypher))
        found.append(Fault("ORDER BY", what, *order_place(inspect(query.cypher).tokens)))
    return [*untitled, *(each.in_cypher(query) for each in found)]


def _in_order(cypher: str) -> Both:
    """How to settle the order: a UNION has none of its own."""
    if any(clause.word == "UNION" for clause in clauses_of(inspect(cypher).tokens)):
        return _say("order_of_union_hint")
    return _say("order_has_ties_hint")


def _is_readable(cypher: str) -> bool:
    """Whether the text is such that what it takes and returns can be told."""
    try:
        inspect(cypher)
    except UnsafeQuery:
        return False
    return True


def _name(query: QueryFile) -> Iterator[Fault]:
    if not re.match(NAME, query.name):
        yield Fault("name", _say("bad_query_name", query=query.name), 1)


def _guarded(query: QueryFile) -> Iterator[Fault]:
    try:
        inspection = inspect(query.cypher)
    except UnsafeQuery as error:
        yield Fault("Cypher", error.what, error.line, error.column).in_cypher(query)
        return
    for problem in inspection.problems:
        yield Fault("Cypher", problem.what, problem.line, problem.column).in_cypher(query)
    if inspection.access > query.access:
        what = highest(inspection.labels, inspection.types, inspection.properties, inspection.access)
        yield Fault(
            "access",
            _say(
                "access_declared_too_low",
                access=int(query.access),
                query_access=int(inspection.access),
                value=what or _say("label_unknown"),
            ),
        )


def _parameters(query: QueryFile, data: Path | None) -> Iterator[Fault]:
    declared, used = set(query.header.parameters), parameters_used(query.cypher)
    for name in sorted(used - declared):
        yield Fault("parameters", _say("parameter_not_declared", name=name))
    for name in sorted(declared - used):
        yield Fault(f"parameters.{name}", _say("parameter_not_used", name=name))
    for name, each in query.header.parameters.items():
        if each.type in ("one_of", "several_of") and each.choices is None:
            yield Fault(f"parameters.{name}", _say("parameter_needs_choices", type=each.type))
        if isinstance(each.choices, ChoicesByQuery):
            yield from _choices(query, name, each.choices, data)
        if each.required and each.default is not None:
            yield Fault(f"parameters.{name}", _say("required_with_default"))


def _choices(query: QueryFile, name: str, choices: ChoicesByQuery, data: Path | None) -> Iterator[Fault]:
    where = f"parameters.{name}.choices"
    try:
        other = find_query(choices.query, data)
    except NotFoundError as error:
        yield Fault(where, error.told)
        return
    if choices.column not in other.header.columns:
        yield Fault(where, _say("choices_without_column", query=choices.query, column=choices.column))
    if other.access > query.access:
        yield Fault(
            where,
            _say("choices_above_class", query=choices.query, access=int(other.access), query_access=int(query.access)),
        )
    if other.header.computed_by or any(each.required for each in other.header.parameters.values()):
        yield Fault(where, _say("choices_need_values", query=choices.query))


def _columns(query: QueryFile) -> Iterator[Fault]:
    declared = tuple(query.header.columns)
    computed = query.header.computed_by
    try:
        returned = columns_of(computed) if computed else columns_returned(query.cypher)
    except NotFoundError as error:
        yield Fault("computed_by", error.told)
        return
    if set(declared) != set(returned):
        yield Fault("columns", _say("columns_differ", declared=listed(declared), returned=listed(returned)))
    elif declared != returned:
        yield Fault("columns", _say("columns_in_another_order", returned=listed(returned)))
    for name, each in query.header.columns.items():
        if each.english_of is not None and (each.english_of == name or each.english_of not in declared):
            yield Fault(f"columns.{name}", _say("english_of_no_column", declared=listed(declared)))
    for name in query.header.one_row_for:
        if name not in declared:
            yield Fault("one_row_for", _say("no_declared_column", name=name, declared=listed(declared)))


def _types(query: QueryFile) -> Iterator[Fault]:
    """Columns whose declared type cannot be what the Cypher returns."""
    returned = {} if query.header.computed_by else types_returned(query.cypher)
    for name, column in query.header.columns.items():
        fitting = returned.get(name)
        if fitting and column.type not in fitting:
            yield Fault(
                f"columns.{name}.type", _say("column_type_differs", type=column.type, fitting=" or ".join(fitting))
            )


def _sentence(query: QueryFile) -> Iterator[Fault]:
    sentence = query.header.sentence
    for language in ("zh", "en") if sentence else ():
        text = getattr(sentence, language)
        try:
            names = names_in(text)
        except ValueError as error:
            yield Fault(f"sentence.{language}", _say("sentence_braces_unmatched", error=error))
            continue
        if parts_amiss(text):
            yield Fault(f"sentence.{language}", _say("sentence_parts_amiss"))
        for name in names:
            if name not in query.header.parameters:
                yield Fault(f"sentence.{language}", _say("sentence_without_parameter", name=name))


def _why(query: QueryFile) -> Iterator[Fault]:
    if not query.header.why:
        return
    try:
        inspection = inspect(query.header.why)
    except UnsafeQuery as error:
        yield Fault("why", error.what, error.line, error.column).in_why(query)
        return
    for problem in inspection.problems:
        yield Fault("why", problem.what, problem.line, problem.column).in_why(query)
    for name in _of_row(inspection.tokens):
        if name not in query.header.columns:
            yield Fault("why", _say("why_without_column", name=name, columns=listed(query.header.columns)))
    for name in sorted(parameters_used(query.header.why) - set(query.header.parameters) - {"row"}):
        yield Fault("why", _say("why_without_parameter", name=name))
    if inspection.access > query.access:
        yield Fault("why", _say("why_above_class", access=int(inspection.access), query_access=int(query.access)))


def _of_row(tokens: Sequence[Token]) -> list[str]:
    """The names of the columns that `$row.name` asks for."""
    return [
        tokens[at + 2].name for at in range(len(tokens) - 2) if tokens[at].text == "$row" and tokens[at + 1].text == "."
    ]
