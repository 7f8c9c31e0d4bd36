"""Chance that is the same for the same seed, and the data files beside the code."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any, TypeVar

from graph.model.data_files import load_toml

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


def table(name: str) -> Mapping[str, Any]:
    """The data file of that name."""
    return load_toml(__package__, f"data/{name}.toml")
