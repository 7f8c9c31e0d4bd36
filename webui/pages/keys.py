"""The keys: what the keyboard does on every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from flask import Blueprint, Response

from graph.model.data_files import load_toml
from webui.frame.language import say
from webui.frame.view import View, render

page = Blueprint("keys", __name__)


@dataclass(frozen=True)
class Key:
    """Some keys that are pressed one after another, and what they do."""

    keys: tuple[str, ...]
    does: str


@dataclass(frozen=True, kw_only=True)
class KeysPage(View):
    """Every key of the viewer."""

    template: ClassVar[str] = "pages/keys.html"

    groups: Annotated[tuple[tuple[str, tuple[Key, ...]], ...], "The keys under the heading of where they work."]


@page.get("/keys")
def show() -> Response:
    """All of them."""
    groups: dict[str, list[Key]] = {}
    for each in load_toml("webui", "keys.toml")["key"]:
        where, keys, does = str(each["where"]), str(each["keys"]).split(), str(each["does"])
        groups.setdefault(say(f"keys_{where}"), []).append(Key(tuple(keys), say(f"key_{does}")))
    return render(
        KeysPage(title=say("keys_title"), groups=tuple((where, tuple(some)) for where, some in groups.items()))
    )
