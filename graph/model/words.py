"""Interface texts in Chinese and English, kept as TOML beside the code that shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from graph.model.data_files import load_toml

Language = Literal["zh", "en"]


class Words:
    """The texts of one package: `words("key", "en", name="…")`; a key that is missing raises KeyError."""

    def __init__(self, texts: Mapping[str, Mapping[str, str]]) -> None:
        self._texts = texts

    def __call__(self, key: str, language: Language, **values: object) -> str:
        """The text for `key` in `language`, with `{placeholders}` filled in."""
        return self._texts[key][language].format(**values)

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
