"""What a test needs from the machine, and what happens where that is missing."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def is_everything_required() -> bool:
    """Whether a missing engine or browser is a failure: in CI, or when ZHISHI_REQUIRE_ALL=1."""
    return os.environ.get("CI") == "true" or os.environ.get("ZHISHI_REQUIRE_ALL") == "1"


def missing(what: str, remedy: str) -> NoReturn:
    """Skip the test, or fail it where everything is required, saying in one line what is missing and how to get it."""
    line = f"SKIPPED, {what} is missing: {remedy}"
    if is_everything_required():
        pytest.fail(line, pytrace=False)
    pytest.skip(line)
