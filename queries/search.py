"""Finding cadres: by id, by name, by anything an officer would type."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Final

from graph.errors import AmbiguousError, NotFoundError
from graph.model.postings import posting
from graph.model.unit_names import usual_words
from graph.model.words import sayings
from graph.store.connection import Graph
from queries.runner import run_view

_say: Final = sayings("queries")

ALL: Final = 1_000_000
"""More cadres than an office has: no limit in effect."""


@dataclass(frozen=True, slots=True)
class CurrentPost:
    """One post a cadre holds now, as far as the records say; `derived` are its fields that were concluded."""

    unit: str | None
    post: str | None
    rank: str | None
    derived: tuple[str, ...] = ()
    tenure: str = field(default="", compare=False, repr=False)
    """The id of the tenure, or of the first of several alike."""


@dataclass(frozen=True, slots=True)
class CadreRow:
    """One cadre in a list."""

    id: str
    name: str
    sex: str | None
    birth_month: str | None
    current_posts: tuple[CurrentPost, ...]

    def as_json(self) -> dict[str, Any]:
        """The shape `docs/cli.md` promises for `zhishi cadres`."""
        told = asdict(self)
        for post in told["current_posts"]:
            del post["tenure"]
        return told


def find_cadres(graph: Graph, text: str = "", limit: int = ALL) -> list[CadreRow]:
    """Cadres by name, pinyin, initials, unit or post, ordered by name, birth month and id; all for an empty text."""
    asked = "".join(text.split())
    rows = run_view(graph, "find_cadres", text=asked, usual=usual_words(asked), limit=limit)
    return [_row(row) for row in rows]


def cadre_named(graph: Graph, text: str) -> str:
    """The id of the one cadre with this id, else of this name.

    Raises NotFoundError or AmbiguousError with the candidates.
    """
    rows = [_row(row) for row in run_view(graph, "cadres_named", text=text.strip())]
    if len(rows) == 1 or (rows and rows[0].id == text.strip()):
        return rows[0].id
    if not rows:
        raise NotFoundError(_say("no_cadre_of_text", text=text), hint=_say("no_cadre_of_text_hint"))
    raise AmbiguousError(
        _say("several_cadres_of_name", rows=len(rows), text=text),
        [describe(row) for row in rows],
    )


def describe(row: CadreRow) -> str:
    """One line that tells a cadre from namesakes: name, birth month, post, id."""
    posts = "、".join(posting(post.unit, post.post or post.rank) for post in row.current_posts)
    return "  ".join((row.name, row.birth_month or "?", posts or "-", row.id))


def _row(row: dict[str, Any]) -> CadreRow:
    posts = sorted(
        row["current_posts"],
        key=lambda each: (each["concurrent"], each["start"] or "", each["unit"] or "", each["post"] or ""),
    )
    current = dict.fromkeys(CurrentPost(each["unit"], each["post"], each["rank"], tenure=each["id"]) for each in posts)
    return CadreRow(row["id"], row["name"], row["sex"], row["birth_month"], tuple(current))
