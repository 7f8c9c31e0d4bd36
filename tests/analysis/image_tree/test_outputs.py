"""The tree as JSON, text, Markdown and outline, in both languages."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from analysis.image_tree import build_image_tree
from analysis.image_tree.to_json import to_json
from analysis.image_tree.to_markdown import to_markdown
from analysis.image_tree.to_outline import to_outline
from analysis.image_tree.to_text import to_text
from graph.model.dossier import Dossier
from graph.model.words import Language
from tests.analysis.image_tree.example import full
from tests.analysis.image_tree.growing import DAY, tenure, tree_of
from tests.builders import cadre, dossier

SCHEMA = json.loads((Path(__file__).parents[3] / "docs/schemas/image-tree.json").read_text("utf-8"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "held", [full(), dossier(), dossier(person=cadre(dated=None), looked_in=())], ids=["full", "thin", "none"]
)
def test_json_keeps_its_contract(held: Dossier, language: Language) -> None:
    told = to_json(build_image_tree(held, today=DAY), language)
    jsonschema.validate(told, SCHEMA)
    assert json.loads(json.dumps(told, ensure_ascii=False)) == told


def test_text_is_a_tree() -> None:
    tree = tree_of(
        tenure("青屿区水利局", "局长", "2021-03"), person=cadre(birth_month=None), withheld=frozenset({"Award"})
    )
    lines = to_text(tree).splitlines()
    assert lines[:3] == ["林一舟 · 青屿区水利局局长", "截至 2024.03.01 · 2 条依据", "现有材料不足以概括整体形象。"]
    assert lines[3:7] == [
        "├─ 基本情况",
        "│  └─ ○ 现任青屿区水利局局长，2021.03任现职  [中性，待印证  1 个来源 · 最近 2021.03]",
        "├─ 经历轨迹",
        "│  └─ – 已采集的记录中无可列事项",
    ]
    assert "│  └─ – 受限内容：需4级权限" not in lines
    assert "│  └─ – 受限内容：需2级权限" in lines
    assert lines[-1].startswith("   └─ ● 从未采集：谈话、日常了解记录")


def test_markdown_cites_every_source_and_escapes() -> None:
    text = to_markdown(tree_of(tenure("青屿区*水利*局", "局长", "2021-03")))
    assert text.startswith("# 林一舟：干部形象树\n")
    assert "青屿区\\*水利\\*局" in text
    assert "  - personnel\\_form-2021-03.xlsx 第5行 (2021.03): " in text


def test_the_outline_equals_the_tree() -> None:
    tree = build_image_tree(full(), today=DAY)
    for language in ("zh", "en"):
        outline = to_outline(tree, language)
        assert [leaf.text for branch in outline.branches for leaf in branch.leaves] == [
            leaf.text(language) for leaf in tree.leaves
        ]


def test_english_has_no_chinese_but_names_and_matters() -> None:
    assert "近五年" not in to_text(build_image_tree(full(), today=DAY), "en")
    texts = tomllib.loads(files("analysis.image_tree").joinpath("words.toml").read_text("utf-8"))
    for key, text in texts.items():
        assert not any("一" <= character <= "鿿" for character in text["en"]), key
        assert set(re.findall(r"{(\w+)}", text["en"])) <= {"en"} | set(re.findall(r"{(\w+)}", text["zh"])), key
