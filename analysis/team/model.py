"""One holding of a post, as a team is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from analysis.career.day import Day
from analysis.career.posts import principal

State = Literal["current", "ended", "unknown", "coming"]


@dataclass(frozen=True, slots=True)
class Document:
    """A source record that states a holding, and the title of its document."""

    record_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Holding:
    """One person in one post of one unit, over one half-open interval; dates are as exact as their sources."""

    id: str
    cadre: str
    name: str
    unit_id: str
    unit: str
    title: str
    start: str | None
    end: str | None
    status: str
    kind: str
    category: str | None = None
    concurrent: bool = False
    acting: bool = False
    order: int | None = None
    sex: str | None = None
    birth_month: str | None = None
    education: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()

    def state(self, day: Day) -> State:
        """How it stands on a day: `unknown` where the records do not say whether it had ended."""
        if not day.began(self.start):
            return "coming"
        _, status = day.state(self.end, self.status)
        return "current" if status == "current" else "ended" if status == "ended" else "unknown"

    @property
    def leads(self) -> bool:
        """Whether it is a principal's, by the source's category or the rules for unit and title."""
        return principal(self.unit, self.title, self.category)[0] is True


def holding_of(row: Mapping[str, Any]) -> Holding:
    """A row of the view `holdings`, or of what was known on a day, as a holding.

    A row of a tenure alone says nothing of the person but the name.
    """
    documents = sorted({(each["record_id"], each["title"] or "") for each in row.get("documents") or ()})
    return Holding(
        id=row["id"],
        cadre=row["cadre"],
        name=row["name"] or "",
        unit_id=row["unit_id"],
        unit=row["unit"] or "",
        title=row["title"] or row["rank"] or "",
        start=row["start"],
        end=row["end"],
        status=row["status"] or "unknown",
        kind=row["kind"] or "post",
        category=row["category"],
        concurrent=bool(row["concurrent"]),
        acting=bool(row["acting"]),
        order=row["order"],
        sex=row.get("sex"),
        birth_month=row.get("birth_month"),
        education=tuple(sorted(set(row.get("education") or ()))),
        documents=tuple(Document(record, title) for record, title in documents),
    )
