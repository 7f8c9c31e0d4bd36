"""One search box: what holds the words that were typed, by kind of thing, each kind with its count.

The engine's full-text indexes find it. Chinese is cut into pairs of characters, so that a word is looked for as a
phrase of pairs; a single character, letters and digits stand for the beginning of a word. All words must be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from graph.model.records import record_types
from graph.model.schema import Access
from graph.model.words import sayings
from graph.store.connection import Graph
from graph.store.errors import QueryError
from graph.store.schema import searched
from queries.dossier import visible_labels
from queries.runner import run_view

_say: Final = sayings("queries")

_WORD: Final = re.compile(r"[^\W_]+")
_MOST_WORDS: Final = 8
_PLACES: Final = ("Unit", "Post")
_APART: Final = ("Cadre", *_PLACES)
"""Kinds that are no records about something else, each looked for in its own way."""

_NOT_INDEXED: Final = frozenset((
    "a", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of",
    "on", "or", "s", "such", "t", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was",
    "will", "with", "www",
))  # fmt: skip
"""The words that Lucene's CJKAnalyzer leaves out (its `stopwords.txt`), in the indexes of both engines."""

MOST_FOUND: Final = 10_000
"""Hits of one index that are counted and ordered, so that a word which stands everywhere costs no more than others."""

_BESIDE: Final = "Tenure"
"""What is searched to find the cadres who hold such a post now; résumés tell of the posts held before."""


@dataclass(frozen=True, slots=True)
class About:
    """A thing that a record hangs on."""

    id: str
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that holds the words: what it is called or says, by property, and what it hangs on."""

    id: str
    label: str
    properties: dict[str, Any]
    about: tuple[About, ...] = ()


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The hits of one kind: how many there are, and some of them in a fixed order.

    With `cut` there are more than `MOST_FOUND`: the best matching were counted and ordered, which ones is the engine's
    choice.
    """

    label: str
    count: int
    hits: tuple[Hit, ...]
    cut: bool = False


def words_in(text: str, *, most: int | None = _MOST_WORDS) -> tuple[str, ...]:
    """The words of a text, without whatever is no letter and no digit: as many as a query is made of, or `most`."""
    return tuple(dict.fromkeys(_WORD.findall(text)))[:most]


def search(graph: Graph, text: str, clearance: Access, *, most: int = 5) -> tuple[HitGroup, ...]:
    """The kinds that hold all the words of the text, with `most` hits of each; what the reader may not see is left out.

    Raises QueryError that says what to do where the indexes are not there.
    """
    return _groups(graph, words_in(text), search_labels(clearance), skip=0, most=most)


def search_kind(
    graph: Graph, text: str, label: str, clearance: Access, *, skip: int = 0, most: int = 50
) -> HitGroup | None:
    """The hits of one kind, part by part; None where there are none or the reader may not see them."""
    labels = [each for each in search_labels(clearance) if each == label]
    groups = _groups(graph, words_in(text), labels, skip=skip, most=most)
    return groups[0] if groups else None


def _counts(graph: Graph, indexes: Sequence[str], words: Sequence[str]) -> dict[str, int]:
    try:
        rows = run_view(graph, "search_counts", indexes=indexes, text=lucene(words), most=MOST_FOUND)
    except QueryError as error:
        if set(indexes) <= graph.engine.fulltext_names():
            raise
        raise QueryError(
            _say("no_fulltext_index"),
            hint=_say("no_fulltext_index_hint"),
        ) from error
    return {row["index"]: row["count"] for row in rows}


def search_labels(clearance: Access) -> tuple[str, ...]:
    """The labels whose every searched property this clearance reaches, as the model declares them."""
    visible = set(visible_labels(clearance))
    return tuple(
        label
        for label, names in searched().items()
        if label in visible
        and label != _BESIDE
        and all(record_types()[label].TYPE.access_of(name) <= clearance for name in names)
    )


def lucene(words: Sequence[str]) -> str:
    """The words as a Lucene query that wants all of them. There is nothing in a word that Lucene reads as a sign.

    An English word that no index holds is no more than welcome, unless there are no others.
    """
    wanted = {word for word in words if word.lower() not in _NOT_INDEXED} or set(words)
    return " ".join(f"{'+' if word in wanted else ''}{_clause(word)}" for word in words)


def _clause(word: str) -> str:
    return f'"{word}"' if _is_phrase(word) else f"{word.lower()}*"


def _is_phrase(word: str) -> bool:
    """Whether a word is cut into several pieces: Chinese of two characters or more, with what stands beside it."""
    return len(word) > 1 and any(ord(sign) > 0x2E7F for sign in word)


def _index(graph: Graph, label: str) -> str:
    return graph.engine.fulltext_name(label, searched()[label])


def _groups(graph: Graph, words: Sequence[str], labels: Sequence[str], *, skip: int, most: int) -> tuple[HitGroup, ...]:
    """Some hits of each kind, in an order that is the same on every engine; kinds without any are left out."""
    if not words or not labels:
        return ()
    asked = {"text": lucene(words), "skip": skip, "limit": most, "most": MOST_FOUND}
    index = {_index(graph, label): label for label in (*labels, _BESIDE)}
    counts = {index[name]: count for name, count in _counts(graph, list(index), words).items()}
    cut = {label for label, count in counts.items() if count >= MOST_FOUND}
    records = [label for label in labels if counts.get(label) and label not in _APART]
    hits = _records(graph, records, asked) if records else {}
    for label in set(_PLACES) & counts.keys():
        rows = run_view(graph, "search_places", **asked, index=_index(graph, label))
        hits[label] = [Hit(row["id"], label, row) for row in rows]
    if "Cadre" in labels:
        beside = {"index": _index(graph, "Cadre"), "tenures": _index(graph, _BESIDE), "name": "".join(words)}
        rows = run_view(graph, "search_cadres", **asked, **beside)
        hits["Cadre"] = [Hit(row["id"], "Cadre", row) for row in rows]
        counts["Cadre"] = rows[0]["total"] if rows else 0
        cut |= {"Cadre"} if _BESIDE in cut else set()
    return tuple(HitGroup(each, counts[each], tuple(hits[each]), each in cut) for each in labels if hits.get(each))


def _records(graph: Graph, labels: Sequence[str], asked: Mapping[str, object]) -> dict[str, list[Hit]]:
    kinds = [{"index": _index(graph, each), "date": record_types()[each].TYPE.date or "name"} for each in labels]
    hits: dict[str, list[Hit]] = {label: [] for label in labels}
    for row in run_view(graph, "search_records", **asked, kinds=kinds):
        hits[row["label"]].append(Hit(row["id"], row["label"], row["properties"], tuple(_about(row["about"]))))
    return hits


def _about(rows: Sequence[dict[str, Any]]) -> Iterator[About]:
    """Cadres first, then projects and units, each once."""
    order = {"Cadre": 0, "WorkProject": 1, "Unit": 2}
    named = {(row["label"], row["id"]): row["name"] or "" for row in rows}
    for label, ident in sorted(named, key=lambda key: (order[key[0]], named[key], key[1])):
        yield About(ident, label, named[label, ident])


Piece = tuple[str, bool]
"""A piece of a text, and whether it is one of the words."""


def marked(
    text: str, words: Sequence[str], *, around: int = 60, side: Literal["start", "first"] = "first"
) -> list[Piece]:
    """The text cut at the words it holds, and shortened to what stands around the first of them."""
    pattern = re.compile(
        "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)", re.IGNORECASE
    )
    found = pattern.search(text)
    begin = max(0, found.start() - around // 3) if found and side == "first" else 0
    end = max(begin + around, found.end() if found else 0)
    shown = text[begin:end]
    pieces: list[Piece] = [("…", False)] if begin else []
    last = 0
    for each in pattern.finditer(shown):
        pieces += [(shown[last : each.start()], False), (each.group(), True)]
        last = each.end()
    pieces += [(shown[last:], False), ("…" if end < len(text) else "", False)]
    return [piece for piece in pieces if piece[0]]
