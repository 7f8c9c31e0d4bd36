"""Who bears a name, and what is known of them: how a person is found by a description where no identifier is given."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from graph.model.name_keys import is_in_han, name_key
from graph.store.connection import Graph
from ingest.clean.names import pinyin
from ingest.drafts import Ref

DESCRIBING: Final = ("birth_month", "sex", "work_start")
_DEPUTY: Final = "副"
_TITLES: Final = re.compile(r"[、，,；;兼]")
_BRACKETED: Final = re.compile(r"[（(][^（）()]*[)）]")
_MARKS: Final = str.maketrans("", "", " \t\r\n，,、;；。.·（）()[]【】")

_TOLD: Final = (
    " RETURN c.id AS cadre, c.name AS name, c.birth_month AS birth_month, c.sex AS sex, c.work_start AS work_start"
)
_NAMED: Final = "MATCH (c:Cadre) WHERE c.name IN $names" + _TOLD
_SPELLED: Final = "MATCH (c:Cadre) WHERE c.pinyin IN $spelled" + _TOLD
_POSTS: Final = (
    "MATCH (c:Cadre) WHERE c.id IN $cadres OPTIONAL MATCH (c)-[:HELD]->(t:Tenure) "
    "RETURN c.id AS cadre, c.current_post_text AS post, t.unit_name AS unit, t.title AS title"
)


def bearers_of(graph: Graph, names: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """What is known of the cadres who bear one of the names, however they are spelled; one may come twice.

    Names in other letters are looked up by their pinyin, which is coarser than the key of a name.
    """
    names = sorted(set(names))
    spelled = sorted({pinyin(name) for name in names if not is_in_han(name)} - {""})
    keys = set(map(name_key, names))
    yield from graph.read(_NAMED, names=names) if names else ()
    for row in graph.read(_SPELLED, spelled=spelled) if spelled else ():
        if name_key(row["name"] or "") in keys:
            yield row


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A cadre's name as it is written, and what is known besides."""

    name: str
    told: tuple[str, ...]


class Bearers:
    """The cadres that bear a name, as the graph has them, and those that this run has introduced."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._told: dict[str, dict[str, _Bearer]] = defaultdict(dict)
        """What is known of each cadre, by the key of the name."""
        self._posts: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self._made: list[tuple[str, str]] = []

    def prepare(self, refs: Iterable[Ref]) -> None:
        """Look up who bears the names by which these references to cadres describe somebody."""
        described = [each for each in refs if each.values.get("find") and each.values.get("name")]
        for row in bearers_of(self._graph, (str(each.values["name"]) for each in described)):
            self._add(row["name"], row["cadre"], row)
        keys = {name_key(str(each.values["name"])) for each in described if each.values.get("at")}
        cadres = sorted({cadre for key in keys for cadre in self._told.get(key, ())})
        for row in self._graph.read(_POSTS, cadres=cadres) if cadres else ():
            self._posts[row["cadre"]] |= {(row["unit"] or "", row["title"] or ""), ("", row["post"] or "")}

    def _add(self, name: str, cadre: str, told: Mapping[str, Any]) -> None:
        described = tuple(str(told.get(each) or "") for each in DESCRIBING)
        self._told[name_key(name)][cadre] = _Bearer(name, described)

    def introduce(self, cadre: str, told: Mapping[str, Any]) -> None:
        """Learn of somebody whom this run makes known."""
        name = str(told.get("name") or "")
        if name and cadre not in self._told[name_key(name)]:
            self._add(name, cadre, told)
            self._made.append((name_key(name), cadre))

    def begin(self) -> None:
        """From here on it is known whom `forget` forgets."""
        self._made.clear()

    def forget(self) -> None:
        """Nobody was introduced since `begin`."""
        for key, cadre in self._made:
            self._told[key].pop(cadre, None)
        self._made.clear()

    def fitting(self, ref: Ref, canonical: Callable[[str], str], differs: Callable[[str], bool]) -> set[str]:
        """The cadres of that name of whom all that is told is known; without such, those whom nothing contradicts.

        Among these who writes the name just so goes before who spells it otherwise. With `at`, a unit and a post, only
        those who are known to hold it, or to have held it.
        """
        name = str(ref.values.get("name"))
        wanted = [str(ref.values.get(each) or "") for each in DESCRIBING]
        fit: dict[str, tuple[bool, bool]] = {}
        for cadre, known in self._told.get(name_key(name), {}).items():
            pairs = [(one, other) for one, other in zip(wanted, known.told, strict=True) if one]
            if any(other and not _fits(one, other) for one, other in pairs) or differs(cadre):
                continue
            if "at" not in ref.values or self._has_held(cadre, *ref.values["at"]):
                likeness = (all(other for _, other in pairs), known.name == name)
                fit[canonical(cadre)] = max(likeness, fit.get(canonical(cadre), likeness))
        best = max(fit.values(), default=None)
        return {cadre for cadre, likeness in fit.items() if likeness == best}

    def _has_held(self, cadre: str, unit: str | None, post: str | None) -> bool:
        return any(_is_post(unit or "", post or "", *held) for held in self._posts[cadre])


def _fits(one: str, other: str) -> bool:
    """Whether two values can both be true: equal, or one a date less exact than the other."""
    return one == other or (one[:4].isdigit() and (one.startswith(other) or other.startswith(one)))


def _is_post(unit: str, post: str, held_unit: str, held_post: str) -> bool:
    """Whether a list's unit and post, of which one may be missing, are a post held.

    Lists shorten names of units: 财政局 is 甲湾区财政局. Titles are the same or another: 副局长 is no 局长. A form's
    current post has the unit in its text, and no unit apart.
    """
    body, whole = _plain(unit), _plain(post if post.startswith(unit) else unit + post)
    if not held_unit:
        told = [_plain(part) for part in _TITLES.split(_BRACKETED.sub("", held_post))]
        return bool(whole) and any(
            part.endswith(whole) and not part.removesuffix(whole).endswith(_DEPUTY) for part in told
        )
    if not post:
        return _same_body(body, _plain(held_unit))
    for title in _TITLES.split(post.removeprefix(unit)):
        if body and _plain(title) == _plain(held_post) and _same_body(body, _plain(held_unit)):
            return True
    if body:
        return False
    lead = whole.removesuffix(_plain(held_post))
    return lead != whole and (not lead or _same_body(lead, _plain(held_unit)))


def _same_body(one: str, other: str) -> bool:
    return bool(one) and bool(other) and (one.endswith(other) or other.endswith(one))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_MARKS)
