"""What a query really takes and gives, read from its tokens without running it."""

from __future__ import annotations

from collections.abc import Sequence

from queries.guard.tokens import Token, tokenise

_OPENING = "([{"
_CLOSING = ")]}"


def parameters_used(cypher: str) -> set[str]:
    """The $names a query really uses, not those inside strings or comments."""
    return {token.name for token in tokenise(cypher) if token.kind == "parameter"}


def columns_returned(cypher: str) -> tuple[str, ...]:
    """The columns of the last RETURN, in order: the alias, or the expression as it stands where it has none."""
    tokens = tokenise(cypher)
    depths = _depths(tokens)
    returns = [index for index, token in enumerate(tokens) if token.upper == "RETURN" and depths[index] == 0]
    if not returns:
        return ()
    start = returns[-1] + (2 if _upper(tokens, returns[-1] + 1) == "DISTINCT" else 1)
    columns: list[list[Token]] = [[]]
    for index in range(start, len(tokens)):
        if depths[index] == 0 and _ends_columns(tokens, index):
            break
        if depths[index] == 0 and tokens[index].text == ",":
            columns.append([])
        else:
            columns[-1].append(tokens[index])
    return tuple(_name(column) for column in columns if column)


def properties_returned(cypher: str) -> dict[str, str]:
    """By its name, the property whose value a column returns as it is: `t.kind AS kind`, `coalesce(t.kind, …)`."""
    tokens = tokenise(cypher)
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


def _depths(tokens: Sequence[Token]) -> list[int]:
    """How many brackets are open before each token."""
    depths, depth = [], 0
    for token in tokens:
        depth -= token.kind == "sign" and token.text in _CLOSING
        depths.append(depth)
        depth += token.kind == "sign" and token.text in _OPENING
    return depths


def _ends_columns(tokens: Sequence[Token], index: int) -> bool:
    """Whether ORDER BY, SKIP or LIMIT starts here; after AS or a dot such a word is a name."""
    if tokens[index].text == ";":
        return True
    named = _upper(tokens, index - 1) == "AS" or tokens[index - 1].text == "."
    return not named and tokens[index].upper in ("ORDER", "SKIP", "LIMIT", "UNION")


def _upper(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].upper if 0 <= index < len(tokens) else ""


def _name(column: Sequence[Token]) -> str:
    aliases = [index for index, token in enumerate(column) if token.upper == "AS"]
    if aliases and aliases[-1] == len(column) - 2:
        return column[-1].name
    return "".join(token.text for token in column)
