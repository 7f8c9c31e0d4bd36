"""Chance that is the same for the same seed, and the data files beside the code."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

T = TypeVar("T")


class Draw(random.Random):
    """A source of chance; nothing secret hangs on it."""

    def hits(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self.random() < probability

    def weighted(self, weights: Mapping[T, float]) -> T:
        """One key, each as likely as its weight says."""
        return self.choices(list(weights), list(weights.values()))[0]

    def several(self, values: list[T], count: int) -> list[T]:
        """So many different values, or all of them where there are fewer."""
        return self.sample(values, min(count, len(values)))


def drawing(*parts: object) -> Draw:
    """The chance that belongs to these parts (seed, city, person …) and to nothing else."""
    return Draw("/".join(map(str, parts)))


@cache
def table(name: str) -> dict[str, Any]:
    """The data file of that name, read once."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text("utf-8"))
