"""The mind map: well-formed, complete, balanced, linked; nothing overlaps and no line begins with a comma."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

import pytest

from analysis.drawing.mind_map import draw_image_tree, draw_image_tree_pages
from analysis.drawing.mind_map_layout import SHEET, MindMap, lay_out, lay_out_pages
from analysis.drawing.text import Type, text_width
from analysis.image_tree import ImageTree, build_image_tree
from graph.model.records.award import Award
from graph.model.words import Language
from tests.analysis.image_tree.example import full, records
from tests.analysis.image_tree.growing import DAY, tree_of
from tests.builders import cadre, dossier, made, project

SVG = "{http://www.w3.org/2000/svg}"


def whole() -> ImageTree:
    return build_image_tree(full(), today=DAY)


def long() -> ImageTree:
    title = "跨区域断头路征迁与沿线老旧管网、通信杆线同步迁改及失地农民安置保障一体推进工程" * 3
    works = [project(f"{title}{i}", 2023, category="急难险重", skill=f"能力{i}") for i in range(8)]
    awards = [made(Award, name=f"某荣誉称号{i}", date=f"20{10 + i}-01") for i in range(12)]
    return tree_of(*records(), *works, *awards)


def thin() -> ImageTree:
    return tree_of()


def nothing() -> ImageTree:
    return tree_of(person=cadre(dated=None), looked_in=())


TREES: dict[str, Callable[[], ImageTree]] = {"full": whole, "long": long, "thin": thin, "none": nothing}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", TREES)
def test_it_is_well_formed_and_nothing_overlaps(name: str, language: Language) -> None:
    tree = TREES[name]()
    root = ET.fromstring(draw_image_tree(tree, language))
    assert root.get("viewBox")
    drawn = lay_out(tree, language)
    for side in (-1, 1):
        leaves = [leaf for branch in drawn.branches if branch.side == side for leaf in branch.leaves]
        for upper, lower in itertools.pairwise(leaves):
            assert upper.top + upper.said.height <= lower.top
    widths = (
        text_width(line, Type(13)) for branch in drawn.branches for leaf in branch.leaves for line in leaf.said.lines
    )
    assert max(widths) <= drawn.text_width + 0.01


def columns(drawn: MindMap) -> list[float]:
    return [sum(leaf.said.height for b in drawn.branches if b.side == side for leaf in b.leaves) for side in (-1, 1)]


def test_the_sides_are_balanced() -> None:
    left, right = columns(lay_out(whole(), "zh"))
    assert abs(left - right) < 0.25 * max(left, right)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_begins_with_a_mark_that_may_not(language: Language) -> None:
    for branch in lay_out(long(), language).branches:
        for leaf in branch.leaves:
            assert not any(line[0] in "，。、；：！？）》”" for line in leaf.said.lines)


def test_five_leaves_a_branch_then_how_many_more() -> None:
    branch = next(each for each in lay_out(long(), "zh").branches if each.branch.kind == "supervision")
    assert len(branch.leaves) == 6
    more = branch.leaves[-1].said
    assert more.lines == ("还有 9 条",)
    assert "某荣誉称号0" in more.full


def test_a_restriction_is_never_among_what_is_only_counted() -> None:
    awards = [made(Award, name=f"某荣誉称号{i}", date=f"20{10 + i}-01") for i in range(9)]
    tree = tree_of(*awards, withheld=frozenset({"Punishment"}))
    branch = next(each for each in lay_out(tree, "zh").branches if each.branch.kind == "supervision")
    assert [leaf.said.lines[0] for leaf in branch.leaves[-2:]] == ["还有 4 条", "受限内容：需4级权限"]


def test_what_is_cut_is_in_the_title() -> None:
    root = ET.fromstring(draw_image_tree(long()))
    titles = [title.text or "" for title in root.iter(f"{SVG}title")]
    assert any("一体推进工程7" in title for title in titles)


def test_leaves_lead_to_their_evidence_where_an_address_is_given() -> None:
    plain, linked = (
        draw_image_tree(whole()),
        draw_image_tree(whole(), evidence_url=lambda leaf: f"/evidence/{leaf.rule}"),
    )
    assert "<a " not in plain
    addresses = {each.get("href") for each in ET.fromstring(linked).iter(f"{SVG}a")}
    assert "/evidence/steady-delivery" in addresses


def test_pending_is_hollow_and_dashed_and_said_in_words() -> None:
    root = ET.fromstring(
        draw_image_tree(tree_of(made(Award, name="三等功", date="2011-11"), person=cadre(birth_month=None)))
    )
    dashed = [each for each in root.iter() if each.get("stroke-dasharray")]
    assert len(dashed) == 2  # the leaf's and the legend's
    assert "待印证" in "".join(root.itertext())


def test_nothing_from_outside_and_no_inline_style_in_a_page() -> None:
    inline = draw_image_tree(whole(), standalone=False)
    assert " style=" not in inline
    assert "<style" not in inline
    assert "http" not in inline.replace("http://www.w3.org/2000/svg", "")


def test_the_same_data_give_the_same_bytes() -> None:
    again = dossier(*reversed(records()), person=full().cadre)
    assert draw_image_tree(build_image_tree(again, today=DAY)) == draw_image_tree(whole())


def test_restricted_is_shown_as_such() -> None:
    tree = build_image_tree(replace(full(), withheld=frozenset({"Petition"})), today=DAY)
    assert "受限内容：需4级权限" in draw_image_tree(tree)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("make", [whole, long, thin])
def test_on_paper_no_text_is_too_small_to_read_and_nothing_is_left_out(
    make: Callable[[], ImageTree], language: Language
) -> None:
    tree = make()
    shown = [each.branch for page in lay_out_pages(tree, language) for each in page.branches]
    assert sorted(shown, key=tree.branches.index) == list(tree.branches)
    for page in draw_image_tree_pages(tree, language):
        root = ET.fromstring(page)
        width, height = (float(root.attrib[name]) for name in ("width", "height"))
        points = min(room / 25.4 * 72 / size for room, size in zip(SHEET, (width, height), strict=True))
        sizes = [float(each.attrib["font-size"]) for each in root.iter() if "font-size" in each.attrib]
        assert min(sizes) * points >= 7.49


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("make", [whole, long, thin])
def test_on_paper_no_text_reaches_over_the_edge(make: Callable[[], ImageTree], language: Language) -> None:
    for page in draw_image_tree_pages(make(), language):
        root = ET.fromstring(page)
        for each in root.iter(f"{SVG}text"):
            x, width = float(each.attrib["x"]), text_width(each.text or "", Type(float(each.attrib["font-size"])))
            left = {"end": x - width, "middle": x - width / 2}.get(each.get("text-anchor", ""), x)
            assert left >= 0
            assert left + width <= float(root.attrib["width"])


def test_an_ordinary_tree_is_one_printed_page_and_no_branch_is_left_on_a_page_of_its_own() -> None:
    assert len(lay_out_pages(thin(), "zh")) == 1
    for tree in (whole(), long()):
        pages = lay_out_pages(tree, "zh")
        assert min(len(page.branches) for page in pages) > 1


def test_a_branch_too_high_for_the_rest_of_a_page_lets_lower_ones_take_its_place() -> None:
    pages = lay_out_pages(long(), "en")
    assert len(pages) == 2, "kept in their order the branches fill three pages by half"
    for page in pages:
        order = [long().branches.index(each.branch) for each in page.branches]
        assert order == sorted(order)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_leaf_of_an_ordinary_tree_is_cut_on_a_screen(language: Language) -> None:
    said = [leaf.said for branch in lay_out(whole(), language).branches for leaf in branch.leaves]
    assert not [each.full for each in said if each.leaf and each.lines[-1].endswith("…")]
