"""What a page says of its place in the main navigation."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for


@dataclass(frozen=True, kw_only=True)
class Nav:
    """One entry: `order` sorts, `word` is the key of its text, `endpoint` where it leads."""

    order: int
    word: str
    endpoint: str

    @property
    def href(self) -> str:
        """Its address."""
        return url_for(self.endpoint)
