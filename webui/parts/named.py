"""What a typed question names: cadres, units and posts, by their whole names or as people shorten them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from queries.fulltext import search_kind, words_in
from queries.runner import run_view
from queries.units import units_inside
from webui.frame.language import say
from webui.held.services import services

MOST: Final = 4
"""Things that are told of one question."""

TYPES: Final = {"Cadre": "cadre", "Unit": "unit", "Post": "post"}
"""The type of a query's parameter that takes a thing, by its label."""

EMPTY: Final = re.compile(r"什么|多少|如何|怎么|最近|请问|[^\u4e00-\u9fff]|[谁哪些几年的了过有在是和与为被曾都人]")
"""Where a Chinese question falls into pieces that may tell something."""

_OF_PLACE: Final = "省市州县区旗乡镇"
_PLACE: Final = re.compile(f"[^全本我各该每][{_OF_PLACE}]$")

Thing = Mapping[str, Any]
"""`label`, `id` and `name`; `ending` is what the text says in its place, and `unsure` that another may be meant, `near`
that the text names one that is not there."""


def things_named(text: str) -> list[Thing]:
    """What a text names: whole names, units by the end of theirs, their posts, then for each word the shortest name."""
    named = _outermost(text, run_view(services().graph, "named_inside", text=text))
    if all(row["label"] != "Unit" for row in named):
        named += _units_by_ending(without(text, named))
    named += _posts(without(text, named), named)
    found = {row["id"]: row for row in reversed([*named, *_by_word(without(text, named))])}
    return list(reversed(found.values()))[:MOST]


def without(text: str, things: Sequence[Thing]) -> str:
    """The text without the names of these things."""
    for each in things:
        for name in (each["name"], each.get("ending", "")):
            text = text.replace(name, " ") if name else text
    return text


def _outermost(text: str, named: Sequence[Thing]) -> list[Thing]:
    """Without those whose name stands nowhere but inside a longer one: 筱泉县委 in 政协筱泉县委员会."""
    kept, left = [], text
    for each in sorted(named, key=lambda each: -len(each["name"])):
        if each["name"] in left or each["name"] not in text:
            kept.append(each)
            left = left.replace(each["name"], " ")
    return kept


def _units_by_ending(text: str) -> list[dict[str, Any]]:
    found = units_inside(services().graph, text)
    if not found:
        return []
    before = text.partition(found[0]["ending"])[0]
    here = [told for row in found if (told := _of_the_place(row, before))]
    units = here or found
    near = not here and _names_another_place(before, found[0]["ending"])
    if len(units) > MOST:
        return []
    return [{**row, "label": "Unit", "unsure": near or len(units) > 1, "near": near} for row in units]


def _of_the_place(row: Mapping[str, Any], before: str) -> dict[str, Any] | None:
    """The unit with all that names it, where the text gives its place as people say it: 筱泉 for 筱泉县."""
    front = str(row["name"]).removesuffix(row["ending"])
    short = front.rstrip(_OF_PLACE)
    said = next((each for each in (front, short) if len(each) > 1 and before.endswith(each)), "")
    return {**row, "ending": said + row["ending"]} if said and front != row["name"] else None


def _names_another_place(before: str, ending: str) -> bool:
    """Whether a place stands before the ending that no unit found is of: 青山县 before 水利局, 青山 before 县水利局."""
    return bool(_PLACE.search(before) or (ending[0] in _OF_PLACE and len(EMPTY.split(before)[-1]) > 1))


def _posts(text: str, named: Sequence[Thing]) -> list[dict[str, Any]]:
    """The posts of the units named whose title the text has; of titles inside each other the longest."""
    units = [each["id"] for each in named if each["label"] == "Unit" and not each.get("unsure")]
    rows = run_view(services().graph, "posts_named_inside", units=units, text=text) if units else []
    titles = {row["title"] for row in rows}
    kept = [row for row in rows if not any(row["title"] in each for each in titles - {row["title"]})]
    return [
        {
            "label": "Post",
            "id": row["id"],
            "name": say("post_of", unit=row["unit_name"], title=row["title"]),
            "ending": row["title"],
            "unit": row["unit"],
            "unsure": len(kept) > 1,
        }
        for row in kept
    ]


def _by_word(text: str) -> Iterator[Thing]:
    """For each word the cadre or unit that has it in the shortest name."""
    using = services()
    for word in words_in(text):
        for label in ("Cadre", "Unit"):
            found = search_kind(using.graph, word, label, using.settings.clearance, most=20)
            names = [(str(hit.properties.get("name") or ""), hit.id) for hit in (found.hits if found else ())]
            fitting = (each for each in names if _has_word(each[0], word))
            if best := min(fitting, key=lambda each: len(each[0]), default=None):
                yield {"label": label, "id": best[1], "name": best[0]}
                break


def _has_word(name: str, word: str) -> bool:
    """Whether a name has a word: a Latin one as a whole, as `in` names no Lincoln, and of three letters at least."""
    if not word.isascii():
        return word in name
    return len(word) > 2 and word.lower() in re.findall(r"[^\W_]+", name.lower())
