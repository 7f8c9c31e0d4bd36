"""Interface texts in Chinese and English, kept as TOML beside the code that shows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, Protocol, runtime_checkable

from graph.model.data_files import load_toml

Language = Literal["zh", "en"]


_HAN: Final = "\u4e00-\u9fff"
_MARK: Final = re.compile(f"(?<=[{_HAN}”）》}}])([,;:?!])(?: +|(?=$|[{_HAN}“（《{{]))")
_BRACKETS: Final = re.compile(f" ?\\(([^()]*[{_HAN}][^()]*)\\) ?")
_WIDE: Final = str.maketrans(",;:?!", "，；：？！")


def full_width(text: str) -> str:
    """A Chinese text with the marks Chinese is set in: `甲, 乙 (丙)` is `甲，乙（丙）`; marks within numbers stay."""
    bracketed = _BRACKETS.sub(r"（\1）", text)
    return _MARK.sub(lambda found: found[1].translate(_WIDE), bracketed)


@runtime_checkable
class InBoth(Protocol):
    """What has a name in both languages: a property, a record type, an item of a code list, a sentence."""

    @property
    def zh(self) -> str:
        """The Chinese name."""

    @property
    def en(self) -> str:
        """The English name."""


@dataclass(frozen=True, slots=True)
class Both:
    """What is said, in Chinese and in English: a sentence, several, or a part of one."""

    zh: str
    en: str

    def __str__(self) -> str:
        """`中文。 (English)`, where one text has to do for every reader; what is the same in both stands there once."""
        return self.zh if self.zh == self.en else f"{self.zh} ({self.en.removesuffix('.')})"

    def __add__(self, other: Both) -> Both:
        """What is said, and another sentence behind it."""
        return Both(self.zh + other.zh, f"{self.en} {other.en}")

    def text(self, language: Language) -> str:
        """What is said in one of the languages."""
        return self.zh if language == "zh" else self.en

    def changed(self, change: Callable[[str], str]) -> Both:
        """The same with both texts changed."""
        return Both(change(self.zh), change(self.en))


class Words:
    """The texts of one package: `words("key", "en", name="…")`; a key that is missing raises KeyError."""

    def __init__(self, texts: Mapping[str, Mapping[str, str]]) -> None:
        self._texts = texts

    def __call__(self, key: str, language: Language, /, **values: object) -> str:
        """The text for `key` in `language`, with `{placeholders}` filled in."""
        return self._texts[key][language].format(**values)

    def both(self, key: str, /, **values: object) -> Both:
        """The text for `key` in both languages; a value that has a name in both is filled in by that name."""
        named = {name: each for name, each in values.items() if isinstance(each, InBoth)}
        zh = {name: each.zh for name, each in named.items()}
        en = {name: each.en if isinstance(each, Both) else _within(each.en) for name, each in named.items()}
        return Both(self(key, "zh", **{**values, **zh}), self(key, "en", **{**values, **en}))

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)


@cache
def load_words(package: str, name: str = "words.toml") -> Words:
    """The words of `package`: one table a key, with `zh` and `en`.

    `name` is one TOML file beside the code, or a folder of them, found by being there. Raises `ValueError` for a key
    that two files of the folder have.
    """
    place = files(package).joinpath(name)
    if not place.is_dir():
        return Words(load_toml(package, name))
    texts: dict[str, dict[str, str]] = {}
    for file in sorted(place.iterdir(), key=lambda each: each.name):
        for key, text in load_toml(package, f"{name}/{file.name}").items():
            if key in texts:
                raise ValueError(f"{package}/{name}/{file.name}: the key {key!r} stands in another file too")
            texts[key] = text
    return Words(texts)


def listed(things: Iterable[object], most: int | None = None) -> Both:
    """Several things in a row, at most so many of them; a dash where there is none."""
    texts = list(map(str, things))
    shown = texts[:most]
    more = "…" if len(shown) < len(texts) else ""
    return Both(f"{'、'.join(shown)}{more}" or "-", f"{', '.join(shown)}{more}" or "-")


def joined(said: Iterable[Both], between: str = "; ") -> Both:
    """Several things that are said, one behind the other; empty where there is none."""
    told = list(said)
    return Both(between.join(each.zh for each in told), between.join(each.en for each in told))


def _within(name: str) -> str:
    """An English name as it stands within a sentence: `birth month`, but `ID number`."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def sayings(package: str, name: str = "messages.toml") -> Callable[..., Both]:
    """The function that says a sentence of `package` in both languages: `say("key", name="…")`.

    The file is read when something is said for the first time; a key that is missing raises KeyError.
    """

    def say(key: str, /, **values: object) -> Both:
        return load_words(package, name).both(key, **values)

    return say
