"""What a leaf hangs on, and what speaks against it."""

from __future__ import annotations

from analysis.image_tree import Leaf, build_image_tree
from analysis.image_tree.basis import Basis, basis_of
from graph.model.dossier import Dossier
from graph.model.records.assessment import Assessment
from graph.model.records.observation_note import ObservationNote
from graph.model.records.ruling import Ruling
from graph.model.records.special_inspection import SpecialInspection
from tests.analysis.image_tree.example import full
from tests.builders import cadre, competency, dossier, made

DAY = "2024-03-01"


def leaf_of(rule: str, given: Dossier) -> tuple[Leaf, Basis]:
    tree = build_image_tree(given, today=DAY)
    leaf = next(each for each in tree.leaves if each.rule == rule)
    return leaf, basis_of(tree, leaf, given, today=DAY)


def note(author: str, polarity: str, unit: str, date: str = "2023-05-01") -> ObservationNote:
    return made(
        ObservationNote,
        by=author,
        date=date,
        author=author,
        polarity=polarity,
        text=f"{author}说群众的矛盾当天就上门化解",
        unit_name=unit,
        competency=(competency("基层治理"),),
    )


GOOD = (note("丙", "正面", "青屿区水利局"), note("丁", "正面", "青屿区人民政府"))


def test_every_leaf_of_a_full_tree_hangs_on_a_record_or_a_place() -> None:
    given = full()
    tree = build_image_tree(given, today=DAY)
    for leaf in tree.leaves:
        basis = basis_of(tree, leaf, given, today=DAY)
        assert basis.records or leaf.evidence
        assert not set(map(id, basis.records)) & set(map(id, basis.against))


def test_a_strength_shows_what_speaks_against_it_on_the_same_competency() -> None:
    adverse = made(
        SpecialInspection, by="组", theme="防台", start="2023-07", polarity="负面", competency=(competency("基层治理"),)
    )
    elsewhere = made(
        SpecialInspection, by="组", theme="招商", start="2023-07", polarity="负面", competency=(competency("招商"),)
    )
    leaf, basis = leaf_of("good-in-two-units", dossier(*GOOD, adverse, elsewhere, person=cadre()))
    assert leaf.polarity == "strength"
    assert {each.id for each in basis.records} >= {each.id for each in GOOD}
    assert [each.id for each in basis.against] == [adverse.id]


def test_an_unruled_negative_note_is_counted_and_not_told() -> None:
    bad = note("戊", "负面", "青屿区人民政府")
    _, basis = leaf_of("good-in-two-units", dossier(*GOOD, bad, person=cadre()))
    assert (basis.against, basis.waiting) == ((), 1)
    ruling = made(
        Ruling,
        matter="不足：基层治理",
        competency=(competency("基层治理"),),
        decision="确认",
        ruled_by="某",
        ruled_on="2023-09-01",
        reason="属实",
    )
    _, ruled = leaf_of("good-in-two-units", dossier(*GOOD, bad, ruling, person=cadre()))
    assert ([each.id for each in ruled.against], ruled.waiting) == ([bad.id], 0)


def test_low_grades_speak_against_good_years() -> None:
    grades = {2018: "基本称职", 2020: "优秀", 2021: "优秀", 2022: "称职"}
    years = {year: made(Assessment, kind="年度考核", year=year, grade=grade) for year, grade in grades.items()}
    leaf, basis = leaf_of("annual-grades", dossier(*years.values(), person=cadre()))
    assert leaf.polarity == "strength"
    assert [each.id for each in basis.against] == [years[2018].id]
