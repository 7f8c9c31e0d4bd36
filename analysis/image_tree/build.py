"""From a dossier to the image tree: pure, and the same for the same records whatever their order."""

from __future__ import annotations

from collections import Counter

from analysis.image_tree.branches import branch_growers
from analysis.image_tree.growing import BranchGrower
from analysis.image_tree.independence import independent_sources
from analysis.image_tree.phrases import Coded, Phrase, Value
from analysis.image_tree.summary import summarize
from analysis.image_tree.tree import AT_FIRST, Branch, ImageTree, Leaf, Mark
from analysis.image_tree.view import View, date_number
from graph.model.days import day_asked
from graph.model.dossier import Dossier
from graph.model.postings import posting, postings
from graph.model.records.cadre import Cadre


def build_image_tree(dossier: Dossier, as_of: str | None = None, *, today: str) -> ImageTree:
    """The tree as of a day in the world, `today` where none is given; a partial date is its first day.

    What began later than the day is left out, what ended later is shown as going on. All ten branches are there, in
    the order of domain.md 5.3. Raises InputError for what is not a date.
    """
    view = View(dossier, day_asked(as_of or today), day_asked(today))
    branches = tuple(_branch(view, grower) for grower in branch_growers())
    name = view.cadre.name or ""
    post = _post(view, today)
    return ImageTree(view.cadre.id, name, post, _rank(view), view.as_of, summarize(branches), branches)


def _post(view: View, today: str) -> str:
    stated = view.cadre.current_post_text if view.as_of >= day_asked(today) else None
    return stated or postings(posting(view.unit_called(each), each.title) for each in view.current_tenures)


def _rank(view: View) -> Value:
    level, since = view.cadre.position_level, view.cadre.position_level_since
    if level and since and view.reached(since):
        return Coded("position_level", level)
    return next((each.rank for each in view.current_tenures if each.rank), "")


def _branch(view: View, grower: BranchGrower) -> Branch:
    leaves = _of_each_kind_first(sorted(grower.grow(view), key=_reading_order))
    mark, level = _mark(view, grower, leaves)
    told = _marked(view, mark, level) if mark else ()
    return Branch(grower.kind, (*leaves, *told), mark, level)


def _of_each_kind_first(leaves: list[Leaf]) -> list[Leaf]:
    """The leaves with those in front that a reader sees before "more": no rule's leaves hide all of another's."""
    seen: Counter[str] = Counter()
    turns = []
    for leaf in leaves:
        turns.append(seen[leaf.rule])
        seen[leaf.rule] += 1
    front = sorted(sorted(range(len(leaves)), key=lambda at: (turns[at], at))[:AT_FIRST])
    return [leaves[at] for at in (*front, *(at for at in range(len(leaves)) if at not in front))]


def _reading_order(leaf: Leaf) -> tuple[int, bool, int, int, str]:
    return (leaf.priority, leaf.state == "pending", -date_number(leaf.newest), -leaf.sources, leaf.text())


def _mark(view: View, grower: BranchGrower, leaves: list[Leaf]) -> tuple[Mark, int | None]:
    """Restricted where a type is withheld; else, without leaves, whether there was anything to make them of."""
    hidden = [kind.TYPE.access for kind in grower.reads if view.withheld(kind)]
    if hidden:
        return "restricted", int(max(hidden))
    if leaves:
        return "", None
    others = (kind for kind in grower.reads if kind is not Cadre)
    return ("empty" if any(view.of(kind) for kind in others) else "uncollected"), None


def _marked(view: View, mark: Mark, level: int | None) -> tuple[Leaf, ...]:
    """The leaf that says why there is nothing more, citing where it was looked for; none where nothing dated was."""
    evidence = view.looked_in
    if not evidence:
        return ()
    newest = min(str(evidence[0].date), view.as_of)
    phrase = Phrase(f"mark_{mark}", {"level": level or ""})
    count = independent_sources(evidence)
    return (Leaf(f"mark-{mark}", phrase, "neutral", "pending", count, newest, evidence, mark=mark, priority=99),)
