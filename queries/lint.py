"""Whether a query file may be saved: what its header declares held against what its Cypher takes, returns and reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import Formatter

from graph.errors import NotFoundError
from queries.catalogue import find_query
from queries.clauses import clauses_of
from queries.computed import columns_of
from queries.contract import columns_returned, parameters_used
from queries.fault import Fault
from queries.file import NAME, ChoicesByQuery, QueryFile
from queries.guard import UnsafeQuery, inspect
from queries.guard.reach import highest
from queries.guard.tokens import Token
from queries.lint_header import header_faults
from queries.lint_lists import lists_in_no_order
from queries.lint_texts import texts_cut
from queries.lint_types import types_returned
from queries.order import columns_that_tie, order_place


def faults(query: QueryFile) -> list[Fault]:
    """Every reason why this query may not be saved; empty when it may."""
    found = [*_name(query), *_guarded(query), *header_faults(query), *_sentence(query), *_why(query)]
    if _is_readable(query.cypher):
        found += [*_parameters(query), *_columns(query), *_types(query)]
        found += [each.in_cypher(query) for each in texts_cut(query.cypher)]
    return [each.somewhere(query) for each in found]


def warnings(query: QueryFile) -> list[Fault]:
    """What a file that may be saved should be looked at for: an order in which engines may differ."""
    if query.header.computed_by or not _is_readable(query.cypher):
        return []
    found = [Fault("Cypher", what, token.line, token.column) for what, token in lists_in_no_order(query.cypher)]
    tied = columns_that_tie(inspect(query.cypher).tokens, query.header.one_row_for)
    if tied:
        what = (
            f"次序相同的行在不同引擎上先后可能不同 (engines may order ties differently): {', '.join(tied)}; "
            f"{_in_order(query.cypher)}"
        )
        found.append(Fault("ORDER BY", what, *order_place(inspect(query.cypher).tokens)))
    return [each.in_cypher(query) for each in found]


def _in_order(cypher: str) -> str:
    """How to settle the order: a UNION has none of its own."""
    if any(clause.word == "UNION" for clause in clauses_of(inspect(cypher).tokens)):
        return "UNION 本身不能排序: 请放进 CALL { } 再 RETURN … ORDER BY (put it into CALL { }, then order)。"
    return "请在末尾加上编号, 如 t.id, 或写明 one_row_for (end it with an id, or declare one_row_for)。"


def _is_readable(cypher: str) -> bool:
    """Whether the text is such that what it takes and returns can be told."""
    try:
        inspect(cypher)
    except UnsafeQuery:
        return False
    return True


def _name(query: QueryFile) -> Iterator[Fault]:
    if not re.match(NAME, query.name):
        yield Fault(
            "name", f"{query.name!r} is no name of a query: lower-case letters, digits and _, such as long_in_post", 1
        )


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
            f"declares {int(query.access)}, but the query reads what is of class {int(inspection.access)} "
            f"({what or 'a node of any label'}): write access = {int(inspection.access)}, "
            "or name the labels in the pattern, as in (x:Award)",
        )


def _parameters(query: QueryFile) -> Iterator[Fault]:
    declared, used = set(query.header.parameters), parameters_used(query.cypher)
    for name in sorted(used - declared):
        yield Fault("parameters", f"${name} is used but not declared: add [parameters.{name}]")
    for name in sorted(declared - used):
        yield Fault(f"parameters.{name}", f"is declared but ${name} is not used: use it or take it out")
    for name, each in query.header.parameters.items():
        if each.type in ("one_of", "several_of") and each.choices is None:
            yield Fault(f"parameters.{name}", f"a {each.type} needs choices: a code list, a list or a query")
        if isinstance(each.choices, ChoicesByQuery):
            yield from _choices(query, name, each.choices)
        if each.required and each.default is not None:
            yield Fault(f"parameters.{name}", "is required and has a default: keep one of the two")


def _choices(query: QueryFile, name: str, choices: ChoicesByQuery) -> Iterator[Fault]:
    where = f"parameters.{name}.choices"
    try:
        other = find_query(choices.query)
    except NotFoundError as error:
        yield Fault(where, str(error))
        return
    if choices.column not in other.header.columns:
        yield Fault(where, f"{choices.query} has no column {choices.column!r}")
    if other.access > query.access:
        yield Fault(where, f"{choices.query} is of class {int(other.access)}, this query of {int(query.access)}")
    if other.header.computed_by or any(each.required for each in other.header.parameters.values()):
        yield Fault(where, f"{choices.query} must run without values and without computing further")


def _columns(query: QueryFile) -> Iterator[Fault]:
    declared = tuple(query.header.columns)
    computed = query.header.computed_by
    try:
        returned = columns_of(computed) if computed else columns_returned(query.cypher)
    except NotFoundError as error:
        yield Fault("computed_by", str(error))
        return
    if set(declared) != set(returned):
        yield Fault("columns", f"declared are {', '.join(declared)}; returned are {', '.join(returned)}")
    elif declared != returned:
        yield Fault("columns", f"are declared in another order than they are returned: {', '.join(returned)}")
    for name, each in query.header.columns.items():
        if each.english_of is not None and (each.english_of == name or each.english_of not in declared):
            yield Fault(f"columns.{name}", f"english_of names no other column: there are {', '.join(declared)}")
    for name in query.header.one_row_for:
        if name not in declared:
            yield Fault("one_row_for", f"{name} is no column; there are {', '.join(declared)}")


def _types(query: QueryFile) -> Iterator[Fault]:
    """Columns whose declared type cannot be what the Cypher returns."""
    returned = {} if query.header.computed_by else types_returned(query.cypher)
    for name, column in query.header.columns.items():
        fitting = returned.get(name)
        if fitting and column.type not in fitting:
            yield Fault(f"columns.{name}.type", f"is declared {column.type}; returned is {' or '.join(fitting)}")


def _sentence(query: QueryFile) -> Iterator[Fault]:
    sentence = query.header.sentence
    for language in ("zh", "en") if sentence else ():
        text = getattr(sentence, language)
        try:
            names = [name for _, name, form, way in Formatter().parse(text) if name is not None or form or way]
        except ValueError as error:
            yield Fault(f"sentence.{language}", f"the braces do not match: {error}")
            continue
        for name in names:
            if name not in query.header.parameters:
                yield Fault(f"sentence.{language}", f"{{{name}}} is no parameter")


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
            yield Fault("why", f"$row.{name} is no column; there are {', '.join(query.header.columns)}")
    for name in sorted(parameters_used(query.header.why) - set(query.header.parameters) - {"row"}):
        yield Fault("why", f"${name} is no parameter of the query")
    if inspection.access > query.access:
        yield Fault("why", f"reads what is of class {int(inspection.access)}, the query declares {int(query.access)}")


def _of_row(tokens: Sequence[Token]) -> list[str]:
    """The names of the columns that `$row.name` asks for."""
    return [
        tokens[at + 2].name for at in range(len(tokens) - 2) if tokens[at].text == "$row" and tokens[at + 1].text == "."
    ]
