"""The image tree as a part of a cadre's page: the picture, and the same as an outline that opens branch by branch."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Annotated, ClassVar

from markupsafe import Markup

from analysis.drawing.mind_map import draw_image_tree, draw_image_tree_pages
from analysis.image_tree import Leaf
from analysis.image_tree.to_outline import OutlineBranch, OutlineLeaf, to_outline
from analysis.image_tree.tree import AT_FIRST
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View
from webui.life.life import Life
from webui.parts.components import Picture
from webui.parts.formats import date_text


@dataclass(frozen=True)
class LeafItem:
    """One leaf of the outline; `href` leads to why it says so, None for a leaf that tells nothing."""

    leaf: OutlineLeaf
    href: str | None


@dataclass(frozen=True)
class BranchItem:
    """One branch: its title, how many leaves of each sign (sign and number), its leaves, a note where it has none."""

    kind: str
    title: str
    note: str
    signs: tuple[tuple[str, str, int], ...]
    leaves: tuple[LeafItem, ...]


@dataclass(frozen=True, kw_only=True)
class TreeSection(View):
    """One cadre's image tree."""

    template: ClassVar[str] = "sections/tree.html"

    picture: Annotated[Picture, "The image tree as a drawing."]
    as_of: Annotated[str, "The day, `YYYY-MM-DD`."]
    data: Annotated[str, "Address of the tree as JSON."]
    branches: Annotated[tuple[BranchItem, ...], "The same as an outline."]
    at_first: Annotated[int, "How many leaves of a branch are shown before the rest is folded away."] = AT_FIRST


def tree_section(life: Life) -> TreeSection:
    """The part for a cadre's page."""
    tree = life.tree

    def address(leaf: Leaf) -> str | None:
        return None if leaf.mark else leaf_href(life, leaf.key)

    return TreeSection(
        title=say("tree_title"),
        picture=Picture(
            Markup(draw_image_tree(tree, language(), address, standalone=False)),  # noqa: S704 - escaped by its builder
            say("tree_caption", name=tree.name, day=date_text(tree.as_of), count=tree.evidence_count),
            Urls().drawing(life.cadre_id, "image-tree.svg", as_of=life.as_of, known_on=life.known),
            sheets=tuple(Markup(each) for each in draw_image_tree_pages(tree, language())),  # noqa: S704 - as above
        ),
        as_of=tree.as_of,
        data=Urls().drawing(life.cadre_id, "image-tree.json", as_of=life.as_of, known_on=life.known),
        branches=tuple(_branch(life, each) for each in to_outline(tree, language()).branches),
    )


def leaf_href(life: Life, key: str) -> str:
    """Where it is told why a leaf says what it says."""
    return Urls().leaf(life.cadre_id, key, as_of=life.as_of, known_on=life.known)


def _branch(life: Life, branch: OutlineBranch) -> BranchItem:
    told = [leaf for leaf in branch.leaves if not leaf.mark]
    signs = Counter((leaf.polarity, leaf.sign) for leaf in told)
    items = tuple(LeafItem(leaf, None if leaf.mark else leaf_href(life, leaf.key)) for leaf in branch.leaves)
    counted = tuple((polarity, sign, count) for (polarity, sign), count in signs.items())
    return BranchItem(branch.kind, branch.title, branch.note, counted, items)
