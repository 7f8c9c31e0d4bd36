"""Kinds of posts, read from posts.toml, and the stage one becomes at a spot in the city."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from demo.draw import Draw, table
from demo.life import Holding, Stage
from demo.months import dotted, month
from demo.places import Spot

REFORM = month("2019-01")
_LONG = 24
_LEADING = 0.07


@dataclass(frozen=True, slots=True)
class Post:
    """A kind of post; see posts.toml for what each field means."""

    key: str
    level: int
    text: str
    posts: tuple[tuple[str, ...], ...]
    fields: tuple[str, ...]
    role: str
    about: tuple[str, ...]
    single: bool
    party: bool
    outside: bool
    late: bool
    town: str
    line: str
    first: bool
    rank: str
    before: int | None
    acting: str
    acting_share: float
    standing: bool
    leading: str


@cache
def post(key: str) -> Post:
    """The kind of that name; KeyError where posts.toml has none."""
    each = table("posts")[key]
    return Post(
        key=key,
        level=each["level"],
        text=each["text"],
        posts=tuple(map(tuple, each["posts"])),
        fields=tuple(each["fields"]),
        role=each.get("role", ""),
        about=tuple(each.get("about", ())),
        single=each.get("single", False),
        party=each.get("party", False),
        outside=each.get("outside", False),
        late=each.get("late", False),
        town=each.get("town", ""),
        line=each.get("line", ""),
        first=each.get("first", False),
        rank=each.get("rank", ""),
        before=month(each["before"]) if "before" in each else None,
        acting=each.get("acting", ""),
        acting_share=each.get("acting_share", 0.0),
        standing=each.get("standing", False),
        leading=each.get("leading", ""),
    )


def holdings(kind: Post, spot: Spot, end: int | None) -> tuple[Holding, ...]:
    """The units and titles of a post at a spot; units bear the name they had when it ended."""
    names = spot.names(late=end is None or end > REFORM)
    return tuple(Holding(unit.format(**names), title.format(**names), bool(rest)) for unit, title, *rest in kind.posts)


def stage(draw: Draw, kind: Post, spot: Spot, start: int, end: int | None) -> Stage:
    """A stretch in that post: text, posts, portfolio and other wordings."""
    late = end is None or end > REFORM
    names = spot.names(late)
    fields = tuple(spot.bureau.field if each == "bureau" else each for each in kind.fields)
    held = holdings(kind, spot, end)
    about = draw.choice(kind.about).format(fieldwork=draw.choice(spot.bureau.fieldwork)) if kind.about else ""
    text = _renamed(kind.text.format(**names), spot, start, end)
    return Stage(
        start=start,
        end=end,
        post=kind.key,
        level=kind.level,
        text=text,
        holdings=held,
        unit=spot.bureau.full if "{d}" in kind.text and kind.role else _leading(held),
        role=kind.role,
        fields=fields,
        about=about if draw.hits(0.8) else "",
        rank=kind.rank,
        told=_told(draw, kind, names, text, start, end),
        group=_group(kind, spot),
    )


def _leading(held: tuple[Holding, ...]) -> str:
    """The unit of the post that leads: the last that is not held besides."""
    return [each for each in held if not each.concurrent][-1].unit


def _told(draw: Draw, kind: Post, names: dict[str, str], text: str, start: int, end: int | None) -> str:
    """Another wording for some: acting at first, or heading the unit as a deputy; empty for the others."""
    long = (end or start + _LONG) - start >= _LONG
    elected = not kind.town or names["th"].endswith("长")
    if kind.acting and elected and long and draw.hits(kind.acting_share):
        return kind.acting.format(**names, later=dotted(start + draw.randint(2, 4)))
    if kind.leading and long and "更名" not in text and draw.hits(_LEADING):
        return kind.leading.format(**names, later=dotted(start + draw.randint(8, 18)))
    return ""


def _renamed(text: str, spot: Spot, start: int, end: int | None) -> str:
    """A stretch over January 2019 names the bureau as it was and says what it became."""
    bureau = spot.bureau
    if not bureau.old or not (start < REFORM and (end is None or end > REFORM + 1)) or not text.startswith(bureau.full):
        return text
    tail = text[len(bureau.full) :]
    return f"{spot.city.full}{bureau.old}（2019.01更名为市{bureau.full.removeprefix(spot.city.full)}）{tail}"


def _group(kind: Post, spot: Spot) -> str:
    """Which of the city's reporting groups the post belongs to: a county, the bureaus, or zone and companies."""
    unit = kind.posts[-1][0]
    if unit.startswith(("{z", "{co")):
        return "高新区和市属企业"
    return spot.county.full if unit.startswith(("{c", "政协{c", "共青团{c", "{t")) else "市直单位"
