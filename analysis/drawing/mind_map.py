"""The image tree as a mind map: the person in the middle, the branches left and right, every leaf with its sign."""

from __future__ import annotations

from collections.abc import Callable

from analysis.drawing.label import label
from analysis.drawing.mind_map_layout import (
    LEAF,
    LINE,
    META,
    META_LINE,
    PILL,
    PILL_HEIGHT,
    MindMap,
    PlacedBranch,
    PlacedLeaf,
    lay_out,
    lay_out_pages,
)
from analysis.drawing.palette import both, fill, stroke, style_sheet
from analysis.drawing.svg import Element, document, element, group, linked, path, titled
from analysis.drawing.text import Type, text_width
from analysis.image_tree.phrases import Day, Phrase, Value, say
from analysis.image_tree.tree import ImageTree, Leaf, Polarity
from graph.model.words import Language

LeafAddress = Callable[[Leaf], str | None]


def draw_image_tree(
    tree: ImageTree, language: Language = "zh", evidence_url: LeafAddress | None = None, *, standalone: bool = True
) -> str:
    """The drawing as SVG text.

    `evidence_url` gives the address where a leaf's sources are read; `standalone` embeds the style sheet, for a file of
    its own. At most five leaves a branch; the rest is counted, and named in the title of that line.
    """
    return _drawn(lay_out(tree, language), tree, language, evidence_url, standalone=standalone)


def draw_image_tree_pages(tree: ImageTree, language: Language = "zh") -> tuple[str, ...]:
    """The drawing as one SVG text a printed page (A4 landscape), on as many as keep its smallest text readable."""
    return tuple(
        _drawn(each, tree, language, None, standalone=False, name=f"image-tree-{number}")
        for number, each in enumerate(lay_out_pages(tree, language), 1)
    )


def _drawn(
    drawn: MindMap,
    tree: ImageTree,
    language: Language,
    evidence_url: LeafAddress | None,
    *,
    standalone: bool,
    name: str = "image-tree",
) -> str:
    shapes = [
        *(_stem(drawn, branch) for branch in drawn.branches),
        *(_branch(drawn, branch, evidence_url) for branch in drawn.branches),
        _root(drawn),
        _legend(drawn, language, with_hint=evidence_url is not None),
    ]
    return document(
        drawn.width,
        drawn.height,
        element("rect", width=drawn.width, height=drawn.height, **fill("paper")),
        *shapes,
        name=name,
        title=say(Phrase("title", {"name": tree.name}), language),
        description=_description(tree, language),
        language=language,
        style=style_sheet() if standalone else None,
    )


def _description(tree: ImageTree, language: Language) -> str:
    told = [leaf for leaf in tree.leaves if not leaf.mark]
    counts: dict[str, Value] = {
        "strengths": sum(leaf.polarity == "strength" for leaf in told),
        "weaknesses": sum(leaf.polarity == "weakness" for leaf in told),
        "neutral": sum(leaf.polarity == "neutral" for leaf in told),
        "pending": sum(leaf.state == "pending" for leaf in told),
    }
    values: dict[str, Value] = {"as_of": Day(tree.as_of), "branches": len(tree.branches)}
    return say(Phrase("description", counts | values), language)


def _stem(drawn: MindMap, branch: PlacedBranch) -> Element:
    start = drawn.centre + branch.side * drawn.root_width / 2
    bend = branch.side * abs(branch.x - start) * 0.55
    line = path(
        "M", start, drawn.middle, "C", start + bend, drawn.middle, branch.x - bend, branch.y, branch.x, branch.y
    )
    return element("path", d=line, stroke_width=2, stroke_opacity=0.5, **stroke("accent"))


def _branch(drawn: MindMap, branch: PlacedBranch, evidence_url: LeafAddress | None) -> Element:
    left = branch.x if branch.side > 0 else branch.x - branch.width
    pill = element(
        "rect",
        x=left,
        y=branch.y - PILL_HEIGHT / 2,
        width=branch.width,
        height=PILL_HEIGHT,
        rx=PILL_HEIGHT / 2,
        stroke_width=1,
        **both("accent-pale", "accent"),
    )
    title = label(left + branch.width / 2, branch.y + 5, branch.title, PILL)
    end = branch.x + branch.side * branch.width
    twigs = [_twig(end, branch, drawn.sign_x[branch.side], leaf) for leaf in branch.leaves]
    return group(twigs, pill, title, [_leaf(drawn, branch.side, leaf, evidence_url) for leaf in branch.leaves])


def _twig(end: float, branch: PlacedBranch, sign: float, leaf: PlacedLeaf) -> Element:
    near = sign - branch.side * 9
    bend = (near - end) / 2
    line = path("M", end, branch.y, "C", end + bend, branch.y, near - bend, leaf.middle, near, leaf.middle)
    return element("path", d=line, stroke_width=1.3, **stroke("line-strong"))


def _leaf(drawn: MindMap, side: int, leaf: PlacedLeaf, evidence_url: LeafAddress | None) -> Element:
    said, x = leaf.said, drawn.text_x[side]
    anchor = "start" if side > 0 else "end"
    colour = "muted" if said.quiet else LEAF.colour
    of = Type(LEAF.size, colour=colour, anchor=anchor)  # type: ignore[arg-type]  # narrowed by the line above
    lines = [label(x, leaf.top + 13 + LINE * i, line, of) for i, line in enumerate(said.lines)]
    small = Type(META.size, colour=META.colour, anchor=of.anchor)
    below = leaf.top + LINE * len(said.lines) + 10.5
    meta = [label(x, below + META_LINE * i, line, small) for i, line in enumerate(said.meta)]
    shape = _sign(drawn.sign_x[side], leaf)
    block = titled(group(shape, lines, meta), said.full if said.full != "".join(said.lines) else None)
    return linked(block, evidence_url(said.leaf) if evidence_url and said.leaf else None)


def _sign(x: float, leaf: PlacedLeaf) -> Element:
    if leaf.said.mark:
        return _nothing(x, leaf.middle)
    if leaf.said.leaf is None:
        return group(element("circle", cx=x + dx, cy=leaf.middle, r=1.5, **fill("muted")) for dx in (-5, 0, 5))
    return sign(x, leaf.middle, leaf.said.polarity, pending=leaf.said.pending)


def sign(x: float, y: float, polarity: Polarity, *, pending: bool) -> Element:
    """The sign of a leaf: up, down or round; hollow and dashed while it is pending."""
    look = both("paper" if pending else polarity, polarity)
    shape = {
        "strength": ("M", x, y - 6, "l", 6.5, 11.5, "h", -13, "z"),
        "weakness": ("M", x, y + 6, "l", 6.5, -11.5, "h", -13, "z"),
    }
    dashes = "2 1.6" if pending else None
    if polarity == "neutral":
        return element("circle", cx=x, cy=y, r=5, stroke_width=1.5, stroke_dasharray=dashes, **look)
    return element("path", d=path(*shape[polarity]), stroke_width=1.5, stroke_dasharray=dashes, **look)


def _nothing(x: float, y: float) -> Element:
    return element("path", d=path("M", x - 5, y, "h", 10), stroke_width=1.8, **stroke("muted"))


def _root(drawn: MindMap) -> Element:
    x, y, text = drawn.centre, drawn.root_top, drawn.root
    box = element(
        "rect",
        x=x - drawn.root_width / 2,
        y=y,
        width=drawn.root_width,
        height=drawn.root_height,
        rx=12,
        **fill("accent"),
    )
    said = [label(x, y + 34, text.name, Type(20, bold=True, colour="on-accent", anchor="middle"))]
    y += 42
    for line in text.post:
        y += 17
        said.append(label(x, y, line, Type(12, colour="on-accent", anchor="middle")))
    y += 12
    for line in text.sentence:
        y += 20
        said.append(label(x, y, line, Type(13.5, bold=True, colour="on-accent", anchor="middle")))
    said.append(label(x, y + 22, text.as_of, Type(10.5, colour="on-accent", anchor="middle")))
    return group(box, said)


def _legend(drawn: MindMap, language: Language, *, with_hint: bool) -> Element:
    y, x = drawn.height - 24, 36.0
    shown: list[Element] = []
    small = Type(11.5, colour="muted")
    for key, polarity, pending in _LEGEND:
        words = say(Phrase(key), language)
        shown.append(sign(x, y - 4, polarity, pending=pending) if polarity else _nothing(x, y - 4))
        shown.append(label(x + 12, y, words, small))
        x += 12 + text_width(words, small) + 28
    hint = say(Phrase("evidence_hint"), language)
    end = Type(11.5, colour="muted", anchor="end")
    if with_hint and x + text_width(hint, end) + 36 < drawn.width:
        shown.append(label(drawn.width - 28, y, hint, end))
    return group(shown)


_LEGEND: tuple[tuple[str, Polarity | None, bool], ...] = (
    ("strength", "strength", False),
    ("weakness", "weakness", False),
    ("neutral", "neutral", False),
    ("pending_legend", "strength", True),
    ("nothing_legend", None, False),
)
