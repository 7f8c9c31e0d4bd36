"""A first header for Cypher that has none, so that it runs at once and only words are left to be filled in."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from typing import Final

from graph.model.schema import Access
from queries.contract import columns_returned
from queries.file import FENCE, OF_THE_PAGE, Words
from queries.guard import inspect
from queries.lint_types import types_returned

UNTITLED: Final = Words(zh="未命名", en="Untitled")
"""What a query is called until somebody gives it a name."""

_OF_A_HEADER: Final = re.compile(r"//\s*(?:---|\[[\w.]+\]|\w+\s*=\s*\S)")
"""A line of a header, or one that was meant as such."""
_THINGS: Final = ("cadre", "cadres", "unit", "post", "level")
_DAYS: Final = ("as_of", "day", "date", "since", "until", "from", "to", "start", "end")
_NUMBERS: Final = ("year", "years", "month", "months", "n", "number", "count", "least", "most", "age")


def has_header(text: str) -> bool:
    """Whether a text begins as a query file does; a header that is not right is one too, a mere comment is none."""
    lines = [line.strip() for line in text.removeprefix("\ufeff").splitlines()]
    above = itertools.takewhile(lambda line: not line or line.startswith("//"), lines)
    return any(_OF_A_HEADER.match(line) for line in above)


def with_first_header(cypher: str) -> str:
    """The text of a query file: parameters and columns as far as their names and the model tell, to be put right.

    Raises UnsafeQuery for what does more than read, as a file with it would never be taken.
    """
    found = inspect(cypher)
    lines = [
        *(f'{each} = {{ zh = "{UNTITLED.zh}", en = "{UNTITLED.en}" }}' for each in ("title", "question")),
        f"access = {max(int(found.access), int(Access.OFFICE))}",
        *_parameters(sorted(found.parameters - set(OF_THE_PAGE))),
        *_columns(cypher),
    ]
    return "\n".join([FENCE, *(f"// {line}".rstrip() for line in lines), FENCE, cypher.strip(), ""])


def _parameters(names: list[str]) -> Iterator[str]:
    for name in names:
        kind = name if name in _THINGS else "day" if name in _DAYS else "integer" if name in _NUMBERS else "text"
        yield from ("", f"[parameters.{_key(name)}]", f'type = "{kind}"', f'help = {{ zh = "{name}", en = "{name}" }}')


def _columns(cypher: str) -> Iterator[str]:
    types = types_returned(cypher)
    for name in columns_returned(cypher):
        kind, told = types.get(name, ("value",))[0], json.dumps(name, ensure_ascii=False)
        yield from (
            "",
            f"[columns.{_key(name)}]",
            f'type = "{kind}"',
            f"meaning = {{ zh = {told}, en = {told} }}",
        )


def _key(name: str) -> str:
    """A name as TOML has it as a key: in quotes where it is no plain word of Latin letters."""
    return name if name.isascii() and name.isidentifier() else json.dumps(name, ensure_ascii=False)
