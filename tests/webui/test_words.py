"""Every text is there in both languages, and every text is used."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from lxml import html

from graph.model.codes import code_lists
from graph.model.records import record_types
from graph.model.words import full_width, load_words
from queries.catalogue import catalogue
from tests.webui.conftest import City
from tests.webui.places import places

ROOT = Path(__file__).parents[2] / "webui"
TEXTS = {
    key: text
    for path in sorted((ROOT / "words").glob("*.toml"))
    for key, text in tomllib.loads(path.read_text("utf-8")).items()
}
SOURCES = "\n".join(path.read_text("utf-8") for ending in ("py", "html") for path in sorted(ROOT.rglob(f"*.{ending}")))
CALLS = re.compile(r"""(?<![\w.])(?:t|say)\(\s*f?["']([\w{}\[\]']+)["'](\s*~)?""")
QUOTED = re.compile(r"""["'](\w+)["']""")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def exact_keys() -> set[str]:
    return {key for key, joined in CALLS.findall(SOURCES) if "{" not in key and not joined}


def prefixes() -> set[str]:
    found = {key.partition("{")[0] for key, joined in CALLS.findall(SOURCES) if "{" in key or joined}
    return {prefix for prefix in found if prefix} | {"error_", "file_status_", "finding_code_", "group_", "topic_"}


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_text_speaks_both_languages_with_the_same_values(key: str) -> None:
    text = TEXTS[key]
    assert set(text) == {"zh", "en"}
    assert text["zh"].strip()
    assert text["en"].strip()
    assert placeholders(text["zh"]) == placeholders(text["en"])


def test_every_text_that_is_asked_for_exists() -> None:
    assert exact_keys() - set(TEXTS) == set()


def test_the_comma_of_a_list_is_that_of_the_language() -> None:
    assert re.findall(r"""["'](?:、|，|；|; )["'](?:\.join|\))""", SOURCES) == []


def test_every_topic_of_the_library_has_a_name() -> None:
    assert {f"topic_{query.topic}" for query in catalogue().values()} <= set(TEXTS)


def test_every_text_is_asked_for() -> None:
    starts = tuple(prefixes())
    asked = exact_keys() | set(QUOTED.findall(SOURCES))
    assert [key for key in TEXTS if key not in asked and not key.startswith(starts)] == []


def test_english_texts_hold_no_chinese_but_names() -> None:
    allowed = {"other_language", "search_help"}
    assert [key for key, text in TEXTS.items() if key not in allowed and re.search(r"[一-鿿]", text["en"])] == []


def test_every_kind_of_finding_in_the_city_has_its_text(city: City) -> None:
    codes = [row["code"] for row in city.graph.read("MATCH (f:Finding) RETURN DISTINCT f.code AS code")]
    assert codes
    assert [code for code in codes if f"finding_code_{code}" not in TEXTS] == []


def test_every_kind_of_finding_of_a_mapping_has_its_text() -> None:
    codes = set()
    for file in (ROOT.parent / "ingest" / "mapping").rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("findings.add") and len(call.args) > 2:
                codes |= {str(call.args[2].value)} if isinstance(call.args[2], ast.Constant) else set()
    assert len(codes) > 10
    assert [code for code in codes if f"finding_code_{code}" not in TEXTS] == []


def test_every_finding_in_the_city_is_told_in_both_languages(city: City) -> None:
    found = city.graph.read("MATCH (f:Finding) RETURN f.code AS code, f.reason AS zh, f.reason_en AS en")
    assert found
    assert {
        row["code"] for row in found if not row["zh"].endswith("。") or re.search(r"[a-z] [a-z]+ [a-z]", row["zh"])
    } == set()
    assert {row["code"] for row in found if not row["en"].endswith(".") or "。" in row["en"]} == set()


def test_chinese_texts_are_set_with_chinese_marks() -> None:
    own = {key: text["zh"] for key, text in TEXTS.items()}
    library = {
        f"{query.name} {part}": words("zh")
        for query in catalogue().values()
        for part, words in (("title", query.header.title), ("question", query.header.question))
    }
    assert {key: text for key, text in (own | library).items() if full_width(text) != text} == {}


@pytest.mark.parametrize("package", ["analysis.career", "analysis.image_tree"])
def test_lengths_of_time_and_counts_are_written_alike_in_every_english_text(package: str) -> None:
    texts = load_words(package)
    told = {texts(key, "en", years=4, months=11) for key in ("years_months", "duration_both") if key in texts}
    assert told == {say_length(4, 11)}
    folder = ROOT.parent.joinpath(*package.split("."))
    assert "(s)" not in (folder / "words.toml").read_text("utf-8")


def say_length(years: int, months: int) -> str:
    return str(TEXTS["years_months"]["en"].format(years=years, months=months))


def test_no_page_in_english_shows_a_value_of_a_list_in_chinese(client: FlaskClient, city: City, cadre_id: str) -> None:
    values = {told for codes in code_lists().values() for each in codes.items for told in (each.name, each.zh)}
    coded = {each for each in values if not each.isascii()}
    sheets = {cls.TYPE.sheet for cls in record_types().values() if cls.TYPE.sheet}
    left = {
        name: told
        for name, path in places(city, cadre_id).items()
        if (told := coded & set(_texts(client.get(_in_english(path), follow_redirects=True).text)))
    }
    left["source"] = left.get("source", set()) - sheets  # the place in a workbook
    assert {name: told for name, told in left.items() if told} == {}


def _in_english(path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang=en"


def _texts(page: str) -> Iterator[str]:
    """The texts that stand on their own in an element, and the parts of those that are joined; not around a mark."""
    for element in html.fromstring(page).iter("*"):
        if element.tag not in ("script", "style", "mark"):
            for text in (element.text, element.tail):
                yield from re.split(r" · |; |\n", (text or "").strip())
