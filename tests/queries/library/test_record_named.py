"""A parameter of type `record`: what it may be given, and what a header must say of it."""

from __future__ import annotations

from typing import Final

import pytest

from graph.errors import AmbiguousError, InputError, NotFoundError
from graph.model.schema import Access
from graph.store.connection import Graph
from queries.file import QueryFile, parse
from queries.running import Result, run_query

DAY: Final = "2024-03-31"
HEADER: Final = """// ---
// title = {{ zh = "甲", en = "A" }}
// question = {{ zh = "甲?", en = "A?" }}
// access = {access}
// [parameters.project]
// type = "{type}"
// help = {{ zh = "项目", en = "A project" }}
{of}// [columns.id]
// type = "text"
// meaning = {{ zh = "编号", en = "Id" }}
// ---
MATCH (w:WorkProject) WHERE $project IS NULL OR w.id = $project RETURN w.id AS id ORDER BY id
"""


def query(*, type_: str = "record", of: str | None = "WorkProject", access: int = 3) -> QueryFile:
    key = f'// of = "{of}"\n' if of else ""
    return parse(HEADER.format(type=type_, of=key, access=access), name="some", topic="own")


def run(graph: Graph, text: str, access: int = 3) -> Result:
    return run_query(graph, query(access=access), {"project": text}, clearance=Access.RESTRICTED, today=DAY)


@pytest.fixture(scope="module")
def projects(city: Graph) -> dict[str, str]:
    """Ids of projects by their titles, each of which stands alone."""
    rows = city.read("MATCH (w:WorkProject) RETURN w.title AS title, collect(w.id) AS ids ORDER BY title")
    return {row["title"]: row["ids"][0] for row in rows if len(row["ids"]) == 1}


def test_an_id_is_taken_as_it_is(city: Graph, projects: dict[str, str]) -> None:
    for ident in list(projects.values())[:5]:
        assert run(city, ident).rows == ((ident,),)


def test_the_title_means_the_one_record_that_has_it(city: Graph, projects: dict[str, str]) -> None:
    for title, ident in list(projects.items())[:5]:
        found = run(city, title)
        assert found.rows == ((ident,),)
        assert title in found.arguments.names[title]


def test_the_name_it_is_shown_by_means_it(city: Graph, projects: dict[str, str]) -> None:
    for title, ident in list(projects.items())[:3]:
        found = run(city, title)
        assert run(city, found.arguments.names[title]).rows == ((ident,),)


def test_the_very_title_goes_before_newer_records_with_its_words(city: Graph) -> None:
    longer = [{"id": f"pro_{n:016}", "title": f"某某堤防加固试点{n}期", "deadline": f"2099-0{n}"} for n in range(1, 10)]
    city.write(
        "UNWIND $rows AS row CREATE (w:WorkProject {id: row.id}) SET w += row",
        rows=[*longer, {"id": "pro_9000000000000000", "title": "某某堤防加固试点", "deadline": "2001-01"}],
    )
    try:
        assert run(city, "某某堤防加固试点").rows == (("pro_9000000000000000",),)
    finally:
        city.write("MATCH (w:WorkProject) WHERE w.title STARTS WITH '某某堤防加固试点' DETACH DELETE w")


def test_words_of_several_name_them(city: Graph) -> None:
    with pytest.raises(AmbiguousError) as raised:
        run(city, "改造")
    assert 2 <= len(raised.value.candidates) <= 5
    assert all(each.startswith("pro_") for each in raised.value.candidates)


@pytest.mark.parametrize("text", ["没有这样的项目", "pro_0000000000000000", "cad_0000000000000000", '+~*"\\', "😀"])
def test_what_means_nothing_is_told(city: Graph, text: str) -> None:
    with pytest.raises(NotFoundError, match="项目"):
        run(city, text)


def test_the_id_of_another_kind_of_record_is_none_of_this(city: Graph) -> None:
    unit = city.read("MATCH (u:Unit) RETURN u.id AS id ORDER BY id LIMIT 1")[0]["id"]
    with pytest.raises(NotFoundError):
        run(city, unit)


@pytest.mark.parametrize(
    ("type_", "of", "says"),
    [("record", None, "go together"), ("text", "WorkProject", "go together"), ("record", "WorkProjekt", "WorkProject")],
)
def test_the_label_stands_with_the_type(type_: str, of: str | None, says: str) -> None:
    with pytest.raises(InputError, match=says):
        query(type_=type_, of=of)
