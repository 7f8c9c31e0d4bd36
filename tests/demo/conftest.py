"""One generated city for all tests of this room."""

from __future__ import annotations

import pytest

from demo.city import Manifest, generate, population
from demo.life import Person
from demo.months import month
from demo.places import city
from demo.slots import slots

AS_OF = "2024-03"


@pytest.fixture(scope="session")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    """The files of 200 cadres."""
    return generate(tmp_path_factory.mktemp("city"), as_of=AS_OF)


@pytest.fixture(scope="session")
def people() -> list[Person]:
    """The cadres of two cities, before they are written."""
    return [
        person
        for number in (0, 1)
        for person in population(1, city(1, number), slots(1, city(1, number)), month(AS_OF))
    ]
