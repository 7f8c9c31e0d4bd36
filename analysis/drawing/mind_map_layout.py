"""Where everything of the mind map stands: measured texts, two balanced sides, coordinates in pixels."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import add

from analysis.drawing.text import ELLIPSIS, Type, break_lines, text_width
from analysis.image_tree.phrases import Day, Phrase, say
from analysis.image_tree.to_outline import sources_text
from analysis.image_tree.tree import AT_FIRST, Branch, ImageTree, Leaf, Mark, Polarity
from graph.model.words import Language

MOST_LINES = 3
"""Of a leaf; English, which needs about twice the room of Chinese, has one more on a screen."""
LEAF, META, PILL = Type(13), Type(10.5, colour="muted"), Type(13.5, bold=True, colour="accent", anchor="middle")
LINE, META_LINE = 18.0, 15.0
PILL_HEIGHT, ICON = 28.0, 16.0
_WIDTHS = (1280.0, 1400.0, 1600.0, 1760.0)
_WHOLE = 1400.0
"""Up to this width, which a usual screen shows at full size, the drawing is widened so that no leaf is cut."""
# A4 landscape within margins of 10 mm is 277 x 190; a little higher keeps the letters larger than a wider page would.
_PAPER = 0.92 * 277 / 190
SHEET = (277, 167)
"""Millimetres that one printed page has room for: A4 landscape below a heading."""
_LEAST = 7.5
"""Points of the smallest text on paper."""
# The person is read from the middle: what the work tells to the right, the way here and what is missing to the left.
_SIDES = {"strengths": 1, "achievements": 1, "career": -1, "gaps": -1}
_LEANS = {"assessment": 1, "suitability": 1, "shortcomings": 1, "basics": -1, "supervision": -1, "appeals": -1}
_LEAN_WORTH = 40.0


@dataclass(frozen=True)
class Frame:
    """How much room the middle takes: the root, and the ways from it to a branch and from there to a leaf.

    And what is left free: above and below the drawing, between two branches, between two leaves, at the left and right.

    Where `loose`, a branch may stand on either side: on a page that holds only some of them each side has to be used.
    """

    root: float
    stem: float
    twig: float
    top: float
    bottom: float
    between: float
    gap: float
    margin: float
    loose: bool = False

    def lines(self, language: Language) -> int:
        """The most lines of a leaf: paper has no room for more."""
        return MOST_LINES + (language == "en" and not self.loose)


_SCREEN = Frame(300.0, 58.0, 40.0, top=34.0, bottom=54.0, between=24.0, gap=9.0, margin=28.0)
_PRINT = Frame(200.0, 22.0, 18.0, top=4.0, bottom=44.0, between=17.0, gap=6.0, margin=2.0, loose=True)


@dataclass(frozen=True)
class Said:
    """What a leaf, the rest of a branch or an empty branch says: broken lines, full text, small print."""

    lines: tuple[str, ...]
    full: str
    meta: tuple[str, ...]
    leaf: Leaf | None  # None where the rest of a branch is counted, or a branch has no leaf to say why it is empty
    polarity: Polarity
    pending: bool
    mark: Mark

    @property
    def quiet(self) -> bool:
        """Whether it tells nothing of the person, so that it is set in the muted colour."""
        return self.leaf is None or bool(self.mark)

    @property
    def height(self) -> float:
        """Pixels from its top to its bottom."""
        return len(self.lines) * LINE + len(self.meta) * META_LINE


@dataclass(frozen=True)
class PlacedLeaf:
    """A leaf with the top of its block."""

    said: Said
    top: float

    @property
    def middle(self) -> float:
        """Where its sign stands: the middle of its first line."""
        return self.top + LINE / 2


@dataclass(frozen=True)
class PlacedBranch:
    """A branch with its pill: the edge towards the root at `x`, the centre at `y`."""

    branch: Branch
    title: str
    side: int
    x: float
    y: float
    width: float
    leaves: tuple[PlacedLeaf, ...]


@dataclass(frozen=True)
class MindMap:
    """The whole drawing: its size, the root's box, the branches; `sign_x` and `text_x` by side (-1 left, 1 right)."""

    width: float
    height: float
    root_top: float
    root_height: float
    root: RootText
    root_width: float
    branches: tuple[PlacedBranch, ...]
    sign_x: dict[int, float]
    text_x: dict[int, float]
    text_width: float

    @property
    def centre(self) -> float:
        """The middle of the root, as x."""
        return self.width / 2

    @property
    def middle(self) -> float:
        """The middle of the root, as y."""
        return self.root_top + self.root_height / 2


@dataclass(frozen=True)
class RootText:
    """The lines in the root's box."""

    name: str
    post: tuple[str, ...]
    sentence: tuple[str, ...]
    as_of: str

    @property
    def height(self) -> float:
        """Pixels the box needs."""
        return 42 + len(self.post) * 17 + 12 + len(self.sentence) * 20 + 38


def lay_out(tree: ImageTree, language: Language) -> MindMap:
    """The map at the narrowest width at which it fits the shape of an A4 page, else at the widest.

    It is wider where that keeps leaves from being cut and a usual screen has the room.
    """
    for width in _WIDTHS:
        texts = _Texts.of(tree, language, width, _SCREEN)
        if texts.width / texts.height(tree.branches) >= _PAPER and (width >= _WHOLE or not texts.cut):
            break
    return texts.placed(tree.branches)


def lay_out_pages(tree: ImageTree, language: Language) -> tuple[MindMap, ...]:
    """The map on the fewest printed pages that leave its smallest text at `_LEAST` points, branch after branch.

    Of the ways to part it into so many pages the one whose highest page is lowest: no branch is left on a page alone
    while the others fill theirs.
    """
    width, most = (each / 25.4 * 72 * META.size / _LEAST for each in SHEET)
    texts = _Texts.of(tree, language, width, _PRINT)
    branches, last = tree.branches, len(tree.branches)

    @cache
    def height(first: int, end: int) -> float:
        return texts.height(branches[first:end])

    count = first = 0
    while first < last:
        ends = (end for end in range(last, first, -1) if texts.fit(branches[first:end], most))
        first = next(ends, first + 1)
        count += 1
    if fewer := _fewer_pages(texts, most, count):
        return tuple(texts.placed(page) for page in fewer)
    cuts = itertools.combinations(range(1, last), count - 1)
    ways = (tuple(itertools.pairwise((0, *each, last))) for each in cuts)
    best = min(ways, key=lambda way: max(height(*page) for page in way))
    return tuple(texts.placed(branches[first:end]) for first, end in best)


def _fewer_pages(texts: _Texts, most: float, count: int) -> list[list[Branch]]:
    """The branches on fewer pages than `count`, each in its order on its page; empty where that cannot be.

    Kept in their order branches leave room on each page that only others would fill: a branch that is too high for the
    rest of a page waits for the next, and lower ones that come after it take its place.
    """
    branches = texts.tree.branches
    room = most - texts.frame.top - texts.frame.bottom
    least = max(1, math.ceil(sum(texts.heights.values()) / (2 * room)))
    for pages in range(least, count):
        placed: list[list[Branch]] = [[] for _ in range(pages)]
        if _fill_pages(texts, most, sorted(branches, key=lambda branch: -texts.heights[branch.kind]), placed):
            kept = [sorted(page, key=branches.index) for page in placed]
            return sorted(kept, key=lambda page: branches.index(page[0]))
    return []


def _fill_pages(texts: _Texts, most: float, rest: Sequence[Branch], pages: list[list[Branch]]) -> bool:
    """Put the rest, the highest first, on the lowest page it fits, going back where that leaves no room for another."""
    if not rest:
        return True
    tried = set()
    for page in sorted(pages, key=lambda page: texts.height(page) if page else 0.0):
        shown = [*page, rest[0]]
        if not texts.fit(shown, most) or (height := round(texts.height(shown))) in tried:
            continue
        tried.add(height)
        page.append(rest[0])
        if _fill_pages(texts, most, rest[1:], pages):
            return True
        page.pop()
    return False


@dataclass(frozen=True)
class _Texts:
    """A tree's texts broken into lines for one width, to be placed on one sheet or on several."""

    tree: ImageTree
    language: Language
    width: float
    frame: Frame
    reach: float  # from the middle to the signs of the leaves
    root: RootText
    said: dict[str, tuple[Said, ...]]  # by the kind of branch
    heights: dict[str, float]  # likewise

    @classmethod
    def of(cls, tree: ImageTree, language: Language, width: float, frame: Frame) -> _Texts:
        """The texts of the root and of every branch."""
        pill = max(_pill_width(branch, language) for branch in tree.branches)
        reach = frame.root / 2 + frame.stem + pill + frame.twig
        room = _room(width, reach, frame)
        most = frame.lines(language)
        said = {branch.kind: _said_of(branch, language, room, most) for branch in tree.branches}
        heights = {kind: _height(texts, frame) for kind, texts in said.items()}
        return cls(tree, language, width, frame, reach, _root(tree, language, frame), said, heights)

    @property
    def cut(self) -> bool:
        """Whether a leaf does not say all of its text."""
        return any(each.lines[-1].endswith(ELLIPSIS) for said in self.said.values() for each in said if each.leaf)

    def height(self, shown: Sequence[Branch]) -> float:
        """Pixels that a sheet with these branches is high."""
        return self.frame.top + self._inner(shown, self._sides(shown)) + self.frame.bottom

    def fit(self, shown: Sequence[Branch], most: float) -> bool:
        """Whether a sheet with these branches is at most so high: never, where even two equal sides would be higher."""
        between = self.frame.between * max(0, len(shown) - 2)
        equal = self.frame.top + (sum(self._heights(shown)) + between) / 2 + self.frame.bottom
        return equal <= most and self.height(shown) <= most

    def placed(self, shown: Sequence[Branch]) -> MindMap:
        """These branches around the root."""
        sides = self._sides(shown)
        inner = self._inner(shown, sides)
        middle, centre = self.frame.top + inner / 2, self.width / 2
        branches = [placed for side in (1, -1) for placed in self._place(shown, sides, side, middle)]
        return MindMap(
            self.width,
            self.frame.top + inner + self.frame.bottom,
            middle - self.root.height / 2,
            self.root.height,
            self.root,
            self.frame.root,
            tuple(sorted(branches, key=lambda placed: self.tree.branches.index(placed.branch))),
            {side: centre + side * (self.reach - ICON / 2) for side in (-1, 1)},
            {side: centre + side * (self.reach + ICON / 2) for side in (-1, 1)},
            _room(self.width, self.reach, self.frame),
        )

    def _heights(self, shown: Sequence[Branch]) -> list[float]:
        return [self.heights[branch.kind] for branch in shown]

    def _sides(self, shown: Sequence[Branch]) -> tuple[int, ...]:
        return _balanced(shown, self._heights(shown), self.frame)

    def _inner(self, shown: Sequence[Branch], sides: Sequence[int]) -> float:
        heights = self._heights(shown)
        return max(self.root.height, *(_column(heights, sides, side, self.frame) for side in (-1, 1)))

    def _place(self, shown: Sequence[Branch], sides: Sequence[int], side: int, middle: float) -> Iterator[PlacedBranch]:
        top = middle - _column(self._heights(shown), sides, side, self.frame) / 2
        x = self.width / 2 + side * (self.frame.root / 2 + self.frame.stem)
        for branch, where in zip(shown, sides, strict=True):
            if where == side:
                texts, height = self.said[branch.kind], self.heights[branch.kind]
                leaves = _stacked(texts, top + (height - _height_of_texts(texts, self.frame)) / 2, self.frame)
                title, width = branch.title(self.language), _pill_width(branch, self.language)
                yield PlacedBranch(branch, title, side, x, top + height / 2, width, leaves)
                top += height + self.frame.between


def _room(width: float, reach: float, frame: Frame) -> float:
    """Pixels for the texts of each side."""
    return width / 2 - reach - ICON - frame.margin


def _pill_width(branch: Branch, language: Language) -> float:
    return text_width(branch.title(language), PILL) + 26


def _root(tree: ImageTree, language: Language, frame: Frame) -> RootText:
    inner = frame.root - 40
    post = " · ".join(part for part in (tree.post, say(tree.rank, language)) if part)
    as_of = say(Phrase("as_of", {"as_of": Day(tree.as_of), "count": tree.evidence_count}), language)
    return RootText(
        tree.name,
        break_lines(post, inner, Type(12), most=3, even=True) if post else (),
        break_lines(tree.summary.text(language), inner, Type(13.5, bold=True), most=9, even=True),
        as_of,
    )


def _said_of(branch: Branch, language: Language, room: float, most: int) -> tuple[Said, ...]:
    told = [leaf for leaf in branch.leaves if not leaf.mark]
    said = [_said(leaf, language, room, most) for leaf in told[:AT_FIRST]]
    rest = [leaf.text(language) for leaf in told[AT_FIRST:]]
    if rest:
        more = say(Phrase("more", {"count": len(rest)}), language)
        said.append(Said((more,), "\n".join(rest), (), None, "neutral", pending=False, mark=""))
    # That something is missing or hidden is never among what is only counted.
    said += [_said(leaf, language, room, most) for leaf in branch.leaves if leaf.mark]
    if not said:
        lines = break_lines(branch.note(language), room, LEAF)
        said.append(Said(lines, "", (), None, "neutral", pending=False, mark=branch.mark))
    return tuple(said)


def _said(leaf: Leaf, language: Language, room: float, most: int) -> Said:
    text = leaf.text(language)
    lines = break_lines(text, room, LEAF, most=most, even=True)
    pending = leaf.state == "pending"
    waits = f" · {say(Phrase('pending'), language)}" if pending else ""
    # English on paper has not the room for all of it beside the edge
    meta = () if leaf.mark else break_lines(sources_text(leaf, language) + waits, room, META)
    return Said(lines, text, meta, leaf, leaf.polarity, pending, leaf.mark)


def _height(said: Sequence[Said], frame: Frame) -> float:
    return max(PILL_HEIGHT, _height_of_texts(said, frame))


def _column(heights: Sequence[float], sides: Sequence[int], side: int, frame: Frame) -> float:
    mine = [height for height, where in zip(heights, sides, strict=True) if where == side]
    return sum(mine) + frame.between * max(0, len(mine) - 1)


def _balanced(branches: Sequence[Branch], heights: Sequence[float], frame: Frame) -> tuple[int, ...]:
    """The side of each branch: heights differ least, and branches stand where one looks if that costs little."""
    fixed = {} if frame.loose else _SIDES
    leans = _SIDES | _LEANS if frame.loose else _LEANS
    choices = [(fixed[branch.kind],) if branch.kind in fixed else (1, -1) for branch in branches]
    wanted = [leans.get(branch.kind, 0) for branch in branches]
    uneven = _sums(
        [side * (height + frame.between) for side in own] for own, height in zip(choices, heights, strict=True)
    )
    wrong = _sums([_LEAN_WORTH * (side == -want) for side in own] for own, want in zip(choices, wanted, strict=True))
    costs = list(map(add, map(abs, uneven), wrong))
    return next(itertools.islice(itertools.product(*choices), costs.index(min(costs)), None))


def _sums(choices: Iterable[Sequence[float]]) -> list[float]:
    """The sum of each way to take one of every choice, in the order of `itertools.product`."""
    sums = [0.0]
    for choice in choices:
        sums = [so_far + each for so_far in sums for each in choice]
    return sums


def _height_of_texts(said: Sequence[Said], frame: Frame) -> float:
    return sum(each.height for each in said) + frame.gap * (len(said) - 1)


def _stacked(said: Sequence[Said], top: float, frame: Frame) -> tuple[PlacedLeaf, ...]:
    placed = []
    for each in said:
        placed.append(PlacedLeaf(each, top))
        top += each.height + frame.gap
    return tuple(placed)
