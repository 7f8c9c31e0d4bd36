"""What holds of every tree: ten branches, dated sources, confirmed weaknesses, order, marks and time."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.image_tree import Leaf, LeafError, build_image_tree
from analysis.image_tree.branches import branch_growers
from analysis.image_tree.independence import independent_sources, is_confirmed
from analysis.image_tree.notes import names_a_matter
from analysis.image_tree.phrases import Phrase
from analysis.image_tree.rules import rules
from analysis.image_tree.to_json import to_json
from graph.errors import InputError
from graph.model.records.achievement_form import AchievementForm
from graph.model.records.family_member import FamilyMember
from graph.model.records.health_record import HealthRecord
from graph.model.records.punishment import Punishment
from graph.model.schema import Access
from tests.analysis.image_tree.example import full, records
from tests.analysis.image_tree.growing import DAY, grade, leaves, note, tenure, tree_of
from tests.builders import cadre, dossier, evidence, made, project

KINDS = [
    "basics",
    "career",
    "achievements",
    "strengths",
    "shortcomings",
    "assessment",
    "supervision",
    "suitability",
    "appeals",
    "gaps",
]


def test_all_ten_branches_in_order_even_with_nothing_in_them() -> None:
    for tree in (tree_of(), build_image_tree(full(), today=DAY)):
        assert [branch.kind for branch in tree.branches] == KINDS
    assert [grower.order for grower in branch_growers()] == list(range(1, 11))


def test_an_empty_branch_says_uncollected_empty_or_restricted() -> None:
    tree = tree_of(note("2023-01-01", "丙"), withheld=frozenset({"Punishment", "Petition", "Award"}))
    said = {branch.kind: [leaf.text() for leaf in branch.leaves] for branch in tree.branches}
    assert said["career"] == ["未采集"]
    assert said["shortcomings"] == ["已采集的记录中无可列事项"]
    assert said["supervision"] == ["受限内容：需4级权限"]


def test_without_any_dated_document_the_branch_says_it_itself() -> None:
    tree = build_image_tree(dossier(person=cadre(dated=None), looked_in=()), today=DAY)
    assert all(branch.leaves == () for branch in tree.branches)
    assert tree.branch("career").note() == "未采集"
    assert tree.summary.text() == "现有材料不足以概括整体形象。"


def test_what_is_withheld_is_said_beside_what_is_shown() -> None:
    whole = full()
    shown = {label: found for label, found in whole.records.items() if label != "Punishment"}
    tree = build_image_tree(replace(whole, records=shown, withheld=frozenset({"Punishment"})), today=DAY)
    branch = tree.branch("supervision")
    assert (branch.mark, branch.level) == ("restricted", Access.RESTRICTED)
    assert [leaf.mark for leaf in branch.leaves] == ["", "restricted"]


def leaf_of(*sources: str | None, polarity: str = "neutral", state: str = "pending") -> Leaf:
    told = tuple(evidence("personnel_form", date) for date in sources)
    return Leaf("person", Phrase("grassroots"), polarity, state, 1, "2024", told)  # type: ignore[arg-type]  # as parametrized


def test_a_leaf_without_a_dated_source_cannot_be_made() -> None:
    for sources in ((), (None,)):
        with pytest.raises(LeafError, match="no dated source"):
            leaf_of(*sources)
    assert leaf_of(None, "2024").text() == "具有两年以上基层工作经历"


def test_a_weakness_that_nothing_confirms_cannot_be_made() -> None:
    with pytest.raises(LeafError, match="nothing confirms"):
        leaf_of("2024", polarity="weakness")
    assert leaf_of("2024", polarity="weakness", state="established").state == "established"


@pytest.mark.parametrize(
    ("sources", "count"),
    [
        ([], 0),
        ([("self_report", "甲"), ("self_report", "乙")], 1),
        ([("interview", "甲"), ("observation", "甲")], 1),
        ([("interview", "甲"), ("observation", "乙")], 2),
        ([("personnel_form", "甲"), ("collection_workbook", "乙")], 1),
        ([("interview", None), ("observation", None)], 1),
        ([("interview", "甲"), ("observation", None)], 1),
        ([("self_report", "甲"), ("department_evaluation", None), ("inspection", "丙")], 3),
        ([("interview", "甲"), ("interview", "乙"), ("observation", "甲"), ("observation", "乙")], 2),
        ([("interview", "甲"), ("observation", "甲"), ("interview", "乙")], 2),
    ],
)
def test_independent_is_another_origin_and_another_author(sources: list[tuple[str, str | None]], count: int) -> None:
    assert independent_sources(evidence(origin, "2023", author) for origin, author in sources) == count


@pytest.mark.parametrize("origin", ["punishment", "audit", "assessment", "department_evaluation", "ruling"])
def test_what_confirms(origin: str) -> None:
    assert is_confirmed([evidence("interview", "2023"), evidence(origin, "2023")])
    assert not is_confirmed(
        [evidence(other, "2023") for other in ("self_report", "interview", "petition", "inspection")]
    )


@pytest.mark.parametrize("text", ["思路清、作风实", "工作认真负责，团结同志。", "该同志能力强", "", None])
def test_stock_phrases_name_no_matter(text: str | None) -> None:
    assert not names_a_matter(text)
    assert names_a_matter(f"{text or ''}，牵头征迁214户")


def test_family_health_ethnicity_and_native_place_change_nothing() -> None:
    plain = full()
    person = replace(plain.cadre, ethnicity="回族", native_place="澜江", sex="女", birth_place="澜江")
    more = (made(FamilyMember, appellation="妻子", name="某"), made(HealthRecord, category="较差", as_of="2023"))
    other = replace(dossier(*records(), *more, person=person), cadre=person)
    assert to_json(build_image_tree(other, today=DAY)) == to_json(build_image_tree(plain, today=DAY))


def test_what_only_the_cadre_tells_waits() -> None:
    form = made(
        AchievementForm, by="林一舟", year=2022, submitted_on="2022-12-20", most_satisfied="完成断头路征迁214户"
    )
    (leaf,) = leaves(tree_of(form), "self-told-work")
    assert (leaf.state, leaf.polarity) == ("pending", "neutral")
    assert leaf.text() == "2022年自评最满意：完成断头路征迁214户（自述，待核实）"


def test_the_tree_of_an_earlier_day_knows_nothing_of_later_ones() -> None:
    tree = build_image_tree(full(), "2012-06", today=DAY)
    assert tree.as_of == "2012-06-01"
    assert tree.post == "石泉县甲渡镇党委书记"
    assert all(leaf.newest <= tree.as_of for leaf in tree.leaves)
    told = " ".join(leaf.text() for leaf in tree.leaves)
    assert "2013" not in told
    assert "区长" not in told
    assert "乡镇主官历练2任2年11个月" in told


def test_a_tenure_that_ended_later_goes_on() -> None:
    tree = tree_of(tenure("青屿区水利局", "局长", "2014-10", "2021-03"), as_of="2020-01-01")
    assert tree.post == "青屿区水利局局长"


def test_a_day_that_is_no_date_is_refused() -> None:
    with pytest.raises(InputError, match="'2o19' 不是日期"):
        build_image_tree(full(), "2o19", today=DAY)


def test_every_leaf_has_evidence_and_every_weakness_is_established() -> None:
    for leaf in build_image_tree(full(), today=DAY).leaves:
        assert leaf.evidence
        assert leaf.polarity != "weakness" or leaf.state == "established"


def test_the_summary_is_made_of_leaves() -> None:
    tree = build_image_tree(full(), today=DAY)
    assert len(tree.summary.strengths) == 3
    assert len(tree.summary.shortcomings) == 2
    assert all(leaf in tree.leaves for leaf in tree.summary.strengths + tree.summary.shortcomings)
    assert tree.summary.text().startswith("乡镇主官历练2任5年3个月；推动项目落地强（2项均“好”）")


def test_a_punishment_alone_makes_a_summary() -> None:
    tree = tree_of(made(Punishment, name="警告", date="2023-12", cause="把关不严"))
    assert "警告在影响期内" in tree.summary.text()


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(rng: random.Random) -> None:
    whole = full()
    mixed = {label: tuple(rng.sample(found, len(found))) for label, found in whole.records.items()}
    labels = rng.sample(sorted(mixed), len(mixed))
    shuffled = replace(whole, records={label: mixed[label] for label in labels})
    assert to_json(build_image_tree(shuffled, today=DAY)) == to_json(build_image_tree(whole, today=DAY))


def test_every_rule_says_where_it_comes_from_and_stands_in_a_branch() -> None:
    assert {rule.branch for rule in rules().by_id.values()} <= set(KINDS)
    assert all(
        rule.title and rule.source and rule.status in {"office", "domain", "own"} for rule in rules().by_id.values()
    )
    assert all(each.source and each.months > 0 for each in rules().staleness)


def test_what_is_seen_first_of_a_branch_holds_leaves_of_every_rule() -> None:
    good = [project(f"某路征迁{i}户", 2023, skill=f"能力{i}") for i in range(4)]
    mixed = [project(f"某园区建设{i}期", 2022, skill=f"能力{i}") for i in range(4)]
    grades = [*(grade(each, "好") for each in good), *(grade(each, "差") for each in mixed)]
    shown = tree_of(*good, *mixed, *grades).branch("achievements").leaves
    assert [leaf.rule for leaf in shown] == [
        *["good-project"] * 3,
        *["uneven-delivery"] * 2,
        "good-project",
        *["uneven-delivery"] * 2,
    ]


def test_the_sentence_at_the_root_says_in_one_breath_what_differs_in_one_word() -> None:
    told = [
        note(day, author, unit_name=unit, skill=skill)
        for skill in ("基层治理", "群众工作")
        for day, author, unit in (("2021-05-10", "丙", "甲区水利局"), ("2023-06-12", "丁", "甲区人民政府"))
    ]
    tree = tree_of(*told)
    assert "换岗后仍善抓基层治理、群众工作" in tree.summary.text("zh")
    assert tree.summary.text("zh").count("换岗后") == 1
    assert "ood at grass-roots governance, work with residents in one post after another" in tree.summary.text("en")
