"""What a search found, as pages show it: each hit with its page, the words marked, and what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model.records import record_types
from graph.model.schema import RecordType
from graph.store.schema import searched
from queries.fulltext import Hit, HitGroup, Piece, marked
from webui.frame.urls import Urls
from webui.parts.components import Link
from webui.parts.formats import date_text
from webui.parts.names import field_title, kind_title
from webui.parts.things import thing_page

_LONG = 200
_UNSHOWN = ("pinyin", "initials")
_ORDER = ("Cadre", "Unit", "Post", "WorkProject")
"""Kinds that are looked for most come first."""


@dataclass(frozen=True)
class Saying:
    """A property in which the words stand: what it is called, and the text around them."""

    name: str
    pieces: list[Piece]


@dataclass(frozen=True)
class Found:
    """One hit: its name with the words marked, its page, when, what else it says, and what it hangs on.

    `field` is the property that the name comes from; empty where it is what the thing is called. `pick` is the id of a
    cadre who can be picked to be compared.
    """

    name: list[Piece]
    href: str
    field: str
    when: str
    sayings: tuple[Saying, ...]
    about: tuple[Link, ...]
    pick: str | None = None


@dataclass(frozen=True)
class FoundGroup:
    """The hits of one kind; `more` leads to all of them where there are more than are shown."""

    label: str
    title: str
    count: int
    cut: bool
    hits: tuple[Found, ...]
    more: str | None

    @property
    def told(self) -> str:
        """How many there are as a text: `789`, or `10000+`."""
        return told_count(self.count, cut=self.cut)


def told_count(count: int, *, cut: bool) -> str:
    """A number of hits, with a sign where not all were counted."""
    return f"{count}+" if cut else str(count)


def found_groups(groups: Sequence[HitGroup], words: Sequence[str], q: str) -> tuple[FoundGroup, ...]:
    """The groups in the order in which they are most looked for."""
    ranked = sorted(groups, key=lambda each: _ORDER.index(each.label) if each.label in _ORDER else len(_ORDER))
    return tuple(found_group(each, words, q) for each in ranked)


def found_group(group: HitGroup, words: Sequence[str], q: str) -> FoundGroup:
    """One kind of hits."""
    declared = record_types()[group.label].TYPE
    hits = tuple(_found(hit, declared, words) for hit in group.hits)
    more = Urls().search(q, kind=group.label) if group.count > len(hits) else None
    return FoundGroup(group.label, kind_title(declared), group.count, group.cut, hits, more)


def _found(hit: Hit, declared: RecordType, words: Sequence[str]) -> Found:
    if hit.label == "Cadre":
        return _cadre(hit, words)
    if hit.label in ("Unit", "Post"):
        return _place(hit, words)
    date = declared.date and hit.properties.get(declared.date)
    sayings = tuple(_sayings(hit, declared, words))
    first, rest = (sayings[0], sayings[1:]) if sayings else (Saying("", [(kind_title(declared), False)]), ())
    about = tuple(Link(each.name, thing_page(each.label, each.id) or "") for each in hit.about[:3])
    when = date_text(str(date)) if date else ""
    field = first.name if len(searched()[hit.label]) > 1 else ""
    return Found(first.pieces, _page(hit), field, when, rest, about)


def _page(hit: Hit) -> str:
    return thing_page(hit.label, hit.id) or ""


def _cadre(hit: Hit, words: Sequence[str]) -> Found:
    said = hit.properties
    post = Saying("", marked(said["post"], words, around=_LONG, side="start")) if said["post"] else None
    when = date_text(said["birth_month"])
    name = marked(said["name"] or "", words)
    return Found(name, _page(hit), "", when, (post,) if post else (), (), pick=hit.id)


def _place(hit: Hit, words: Sequence[str]) -> Found:
    said = hit.properties
    beside = said["unit"] if hit.label == "Post" else said["short_name"]
    sayings = (Saying("", marked(beside, words)),) if beside else ()
    return Found(marked(said["name"] or "", words, around=_LONG), _page(hit), "", "", sayings, ())


def _sayings(hit: Hit, declared: RecordType, words: Sequence[str]) -> Iterator[Saying]:
    """The properties that hold a word; where none does as it was typed, the first that says anything."""
    texts = [(name, str(hit.properties[name])) for name in searched()[hit.label] if hit.properties.get(name)]
    shown = [(name, text) for name, text in texts if name not in _UNSHOWN]
    holding = [(name, text) for name, text in shown if any(word.lower() in text.lower() for word in words)]
    titles = declared.properties
    for name, text in holding or shown[:1]:
        yield Saying(field_title(titles[name]), marked(text, words, around=_LONG // 2))
