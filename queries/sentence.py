"""The template of a query's sentence: `{name}` is a value, and a part in square brackets stands where its values do."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from string import Formatter
from typing import Final

_PART: Final = re.compile(r"\[([^\[\]]*)\]")


def names_in(template: str) -> list[str]:
    """The parameters it names, in order; raises ValueError where braces do not pair."""
    return [name or "" for _, name, form, way in Formatter().parse(template) if name is not None or form or way]


def parts_amiss(template: str) -> bool:
    """Whether square brackets do not pair, or one holds another or no parameter."""
    return not all(map(names_in, _PART.findall(template))) or bool(re.search(r"[\[\]]", _PART.sub("", template)))


def kept(template: str, told: Collection[str]) -> str:
    """The template without the parts of which a value is not told."""
    return _PART.sub(lambda part: part[1] if set(told) >= set(names_in(part[1])) else "", template)


def filled(template: str, told: Mapping[str, str], blank: str) -> str:
    """The sentence with these values: a part that lacks one is left out, elsewhere `blank` stands for it."""
    whole = kept(template, told)
    return " ".join(whole.format_map(dict.fromkeys(names_in(whole), blank) | dict(told)).split())
