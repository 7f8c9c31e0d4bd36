"""Settings as the environment variables that give them."""

from __future__ import annotations

from dataclasses import fields

from graph.settings import Settings


def environment(settings: Settings) -> dict[str, str]:
    """What a child process needs to come to the same settings."""
    values = {one.metadata["variable"]: getattr(settings, one.name) for one in fields(settings)}
    return {variable: str(value) for variable, value in values.items() if value not in (None, "")}
