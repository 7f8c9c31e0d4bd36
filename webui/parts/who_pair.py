"""The page of two records side by side, of persons and of units alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from webui.frame.view import View
from webui.parts.components import Query, Table
from webui.parts.side_by_side import Block, SourceLine


@dataclass(frozen=True)
class Side:
    """One of the two records."""

    id: str
    name: str
    post: str
    href: str | None
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class Ruled:
    """What was decided about the pair."""

    id: str
    decision: str
    line: str
    reason: str
    stays: str
    fresh: tuple[str, ...]
    undo: str


@dataclass(frozen=True, kw_only=True)
class WhoPairPage(View):
    """Two records that may be about one person."""

    template: ClassVar[str] = "pages/who_pair.html"

    crumb: Annotated[str, "Address of the queue."]
    action: Annotated[str, "Where the form is sent."]
    units: Annotated[bool, "Whether the two are units, of which one may have succeeded the other."]
    one: Annotated[Side, "The record on the left."]
    other: Annotated[Side, "The record on the right."]
    merged: Annotated[bool, "Whether the two were merged: both are shown as they would stand by themselves."]
    speaking_for: Annotated[Table | None, "What speaks for one person; None where nothing does."]
    speaking_against: Annotated[Table | None, "What speaks against it; None where nothing does."]
    score: Annotated[int, "The sum of the points."]
    blocks: Annotated[tuple[Block, ...], "Attributes and records of both, line by line."]
    ruled: Annotated[Ruled | None, "What was decided about the pair; None where nothing was."]
    done: Annotated[str, "Sentence about what was just decided; empty where nothing was."]
    done_href: Annotated[str, "Address of the pair just decided about; empty where nothing was."]
    author: Annotated[str, "The name this browser signed with last."]
    decisions: Annotated[tuple[tuple[str, str, str], ...], "What can be decided: value, text and key."]
    next: Annotated[str | None, "Address of the next pair that waits; None where there is none."]
    queries: Annotated[tuple[Query, ...], "What was asked of the graph."]
