"""Words of tables in several languages (`data/words.toml`): until now, not known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from graph.model.data_files import load_toml


@cache
def data(name: str) -> Mapping[str, Any]:
    """One file of `data/`, read once."""
    return load_toml("ingest.mapping", f"data/{name}.toml")


def fold(text: str) -> str:
    """A word for comparing: case, blanks and a full stop at the end make no difference."""
    return "".join(text.casefold().split()).rstrip(".") or text.strip()


@cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in data("words")[name])


def means_now(text: str) -> bool:
    """Whether the text says that something still holds: 至今, present, heute."""
    return fold(text) in _folded("now")


def says_nothing(text: str) -> bool:
    """Whether a text of any kind says that nothing is known; words that mean something else too are not taken so."""
    folded = fold(text)
    return folded in _folded("unknown") and folded not in _folded("doubtful")


def names_nobody(text: str) -> bool:
    """Whether what stands for a name says that nobody is known, or there: `?`, `Unknown Unknown`, N.N., `vacant`."""
    return fold(text) in _folded("nobody") or means_unknown(text) or all(map(means_unknown, text.split()))


@cache
def _note() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(data("words")["notes"], key=len, reverse=True)))
    dated = "|".join(map(re.escape, sorted(data("words")["dated"], key=len, reverse=True)))
    behind = r"\s*\d*\s*[:：.．、]"
    return re.compile(rf"\s*[（(\[【※*]*\s*(?:(?:{words}|{dated}){behind}|(?:{dated})\s*\S{{0,5}}\s?\d)", re.IGNORECASE)


def begins_a_note(text: str) -> bool:
    """Whether a text is a remark below a table, such as `注：…`, `Note: …`, `Stand 31.12.2023`."""
    return _note().match(text) is not None


def names_a_note(text: str) -> bool:
    """Whether a cell says of the next one what remark it is: `Source`, `填表人`."""
    return fold(text.rstrip(":：")) in _folded("notes") | _folded("dated")


@cache
def _total() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(data("words")["totals"], key=len, reverse=True)))
    return re.compile(rf"\s*(?:{words})\s*(?:[:：]?|[:：\s]*\d[\d.,\s]*\w*)\s*", re.IGNORECASE)


def is_a_total(text: str) -> bool:
    """Whether a cell says that its row sums others up: 合计, `Total`, `Total: 12`, 共12人."""
    return _total().fullmatch(text) is not None


def ends_a_table(text: str) -> bool:
    """Whether a text says that nothing follows: 以下空白, `End of list`."""
    return fold(text.strip(" -–—*=()（）.")) in _folded("ends")


def means_unknown(text: str) -> bool:
    """Whether the text says that nothing is known: 不详, unknown, n/a."""
    return fold(text) in _folded("unknown")


def are_bodies(texts: Sequence[str]) -> bool:
    """Whether half of the texts name organs and offices, by a word that is in such names and in no person's."""
    return bool(texts) and sum(bool(_of_a_body().search(text)) for text in texts) * 2 >= len(texts)


@cache
def _of_a_body() -> re.Pattern[str]:
    words = data("words")
    whole = "|".join(map(re.escape, words["bodies"]))
    ends = "|".join(map(re.escape, words["bodies_end"]))
    return re.compile(rf"(?<!\w)(?:ال)?(?:{whole})(?!\w)|(?:{ends})(?!\w)", re.IGNORECASE)
