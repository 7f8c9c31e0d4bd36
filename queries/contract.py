"""What a query really takes and gives, read from its tokens without running it."""

from __future__ import annotations

from collections.abc import Sequence

from queries.clauses import clauses_of, items_of
from queries.guard.tokens import Token, statement


def parameters_used(cypher: str) -> set[str]:
    """The $names a query really uses, not those inside strings or comments."""
    return {token.name for token in statement(cypher) if token.kind == "parameter"}


def columns_returned(cypher: str) -> tuple[str, ...]:
    """The columns of the last RETURN, in order: the alias, or the expression as it stands where it has none."""
    returns = [clause for clause in clauses_of(statement(cypher)) if clause.word == "RETURN"]
    return tuple(item.name for item in items_of(returns[-1])) if returns else ()


def properties_returned(cypher: str) -> dict[str, str]:
    """By its name, the property whose value a column returns as it is: `t.kind AS kind`, `coalesce(t.kind, …)`."""
    tokens = statement(cypher)
    found: dict[str, str] = {}
    for index, token in enumerate(tokens[:-1]):
        if token.upper == "AS" and (name := _property_before(tokens, index)):
            found[tokens[index + 1].name] = name
    return found


def _property_before(tokens: Sequence[Token], end: int) -> str | None:
    """The property of the expression that ends here, where it is one property or what stands in for one unknown."""
    if _is_property(tokens, end - 3):
        return tokens[end - 1].name
    start = end - 8
    texts = [token.text.lower() for token in tokens[start:end]] if start >= 0 else []
    if len(texts) == 8 and texts[:2] == ["coalesce", "("] and _is_property(tokens, start + 2):
        return tokens[start + 4].name
    return None


def _is_property(tokens: Sequence[Token], at: int) -> bool:
    """Whether `x.name` stands here and is not a part of more."""
    if at < 1 or tokens[at + 1].text != "." or tokens[at].kind != "word" or tokens[at + 2].kind != "word":
        return False
    return tokens[at - 1].text in (",", "(") or tokens[at - 1].upper in ("RETURN", "WITH", "DISTINCT")
