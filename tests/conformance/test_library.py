"""Every saved query on both engines: the same rows, what it must hold, why its rows are there, and nothing written."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from demo.city import generate
from graph.errors import WithheldError
from graph.model.codes import code_list
from graph.model.schema import Access
from graph.settings import Settings
from graph.store.connection import Graph, open_graph
from ingest.run import import_paths
from queries.arguments import choices_found
from queries.catalogue import catalogue, find_query, shipped
from queries.file import ChoicesByQuery, Parameter
from queries.lint import faults
from queries.running import Result, run_query
from queries.why import why

CADRES = 60
DAY = "2024-03-01"
NOW = datetime(2024, 3, 1, tzinfo=UTC)
KEY = "5a" * 32
FILES = sorted(shipped().glob("*/*.cypher"))
EXPECTED: Mapping[str, Mapping[str, Any]] = tomllib.loads(
    Path(__file__).with_name("library_expected.toml").read_text("utf-8")
)

NOT_NARROWING = EXPECTED["not_narrowing"]["parameters"]
NARROWING = [
    path
    for path in FILES
    if "computed_by" not in path.read_text("utf-8") and path.stem not in EXPECTED["not_narrowing"]["names"]
]
"""Where a restriction only takes rows away; it changes the rows of those that count or rank over all that is found."""


@dataclass(frozen=True)
class Loaded:
    """Both engines with the same city, and what a required parameter is given."""

    graphs: Mapping[str, Graph]
    given: Mapping[str, Any]


@pytest.fixture(scope="module")
def loaded(
    embedded_settings: Settings, neo4j_settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Loaded]:
    """A city of sixty cadres in both engines."""
    folder = tmp_path_factory.mktemp("city")
    who = generate(folder, cadres=CADRES, seed=3).showcase
    graphs: dict[str, Graph] = {}
    for name, settings in (("embedded", embedded_settings), ("neo4j", neo4j_settings)):
        graph = graphs[name] = open_graph(settings)
        graph.write("MATCH (n) DETACH DELETE n")
        settings.data.mkdir(parents=True, exist_ok=True)
        (settings.data / "identity.key").write_text(KEY)
        import_paths(graph, settings, [folder], now=NOW)
    yield Loaded(graphs, _given(graphs["embedded"], who))
    for name, settings in (("embedded", embedded_settings), ("neo4j", neo4j_settings)):
        (settings.data / "identity.key").unlink()
        graphs[name].write("MATCH (n) DETACH DELETE n")
        graphs[name].close()


def _given(graph: Graph, who: str) -> dict[str, Any]:
    """The fullest cadre, those he or she served with longest, and where."""
    rows = graph.read(
        "MATCH (c:Cadre {name: $name})-[:HELD]->(t:Tenure)-[:AT_UNIT]->(u:Unit) "
        "MATCH (u)<-[:AT_UNIT]-(s:Tenure)<-[:HELD]-(o:Cadre) "
        "WHERE o.id <> c.id AND t.title IS NOT NULL AND t.end_status = 'current' AND s.end_status = 'current' "
        "RETURN o.id AS other, u.name AS unit, t.title AS title, count(*) AS n "
        "ORDER BY n DESC, other, unit, title LIMIT 3",
        name=who,
    )
    others = [row["other"] for row in rows]
    return {
        "cadre": who,
        "first": who,
        "leader": who,
        "second": others[0],
        "cadres": [who, *others],
        "unit": rows[0]["unit"],
        "post": rows[0]["title"],
        "project": _fullest(graph, "WorkProject"),
        "document": _fullest(graph, "SourceDocument"),
    }


def _fullest(graph: Graph, label: str) -> str:
    """The thing of a label that most others point at: the project looked at most often, the longest document."""
    found = graph.read(
        f"MATCH (n:{label}) OPTIONAL MATCH (n)<--(o) RETURN n.id AS id, count(o) AS n ORDER BY n DESC, id LIMIT 1"
    )
    return str(found[0]["id"])


def arguments(loaded: Loaded, name: str, **more: Any) -> dict[str, Any]:
    """What a run of the query is given: its required parameters, and the day where it looks from one."""
    declared = find_query(name).header.parameters
    given = {key: loaded.given[key] for key, each in declared.items() if each.required}
    return given | ({"as_of": DAY} if "as_of" in declared else {}) | more


def run(loaded: Loaded, name: str, engine: str = "embedded", **more: Any) -> Result:
    given = arguments(loaded, name, **more)
    return run_query(loaded.graphs[engine], find_query(name), given, clearance=Access.RESTRICTED, today=DAY)


def as_rows(result: Result) -> list[dict[str, Any]]:
    names = [name for name, _ in result.columns]
    return [dict(zip(names, row, strict=True)) for row in result.rows]


WITHOUT_LINKS = ("age_bands", "by_grade")
"""What is asked of cadres alone has no relation in its pattern."""


def test_the_library_has_what_an_analyst_needs() -> None:
    assert len(FILES) >= 60
    assert len({path.stem for path in FILES}) == len(FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_may_be_saved(path: Path) -> None:
    query = find_query(path.stem)
    assert faults(query) == []
    assert query.header.why


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_engines_give_the_same_rows(loaded: Loaded, path: Path) -> None:
    one, other = (run(loaded, path.stem, engine) for engine in ("embedded", "neo4j"))
    assert one.columns == other.columns
    assert one.rows == other.rows
    assert one.truncated == other.truncated
    assert tuple(name for name, _ in one.columns) == tuple(one.query.header.columns)
    keys = [[row[name] for name in one.query.header.one_row_for] for row in as_rows(one)]
    assert not one.query.header.one_row_for or all(keys.count(each) == 1 for each in keys)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_row_can_say_why_it_is_there(loaded: Loaded, path: Path) -> None:
    found = run(loaded, path.stem)
    query, rows = found.query, as_rows(found)
    if not rows:
        assert path.stem in EXPECTED["empty"]["names"], "a query without rows must be known to have none in this city"
        return
    given = arguments(loaded, path.stem)
    reasons = [
        why(graph, query, given, rows[0], clearance=Access.RESTRICTED, today=DAY) for graph in loaded.graphs.values()
    ]
    shown = [[(node.id, node.label, node.name) for node in reason.nodes] for reason in reasons]
    assert shown[0] == shown[1]
    named = {cell["id"] for cell in rows[0].values() if isinstance(cell, dict) and "label" in cell}
    assert named & {node.id for node in reasons[0].nodes} or not named


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_query_that_gives_no_reason_is_answered_by_its_own_patterns(loaded: Loaded, path: Path) -> None:
    found = run(loaded, path.stem)
    rows = as_rows(found)
    if not rows or found.query.header.computed_by:
        return
    query = found.query.model_copy(update={"header": found.query.header.model_copy(update={"why": None})})
    given = arguments(loaded, path.stem)
    for graph in loaded.graphs.values():
        written, reason = (
            why(graph, each, given, rows[0], clearance=Access.RESTRICTED, today=DAY) for each in (found.query, query)
        )
        named = {cell["id"] for cell in rows[0].values() if isinstance(cell, dict) and "label" in cell}
        assert reason.more or named <= {node.id for node in reason.nodes}
        assert reason.links or not written.links or path.stem in WITHOUT_LINKS


def _value(loaded: Loaded, key: str, parameter: Parameter) -> Any:
    """A value that a reader may give for a parameter; None where the city has no choice for it."""
    choices = parameter.choices
    if isinstance(choices, ChoicesByQuery):
        return next(iter(choices_found(loaded.graphs["embedded"], choices, DAY, Access.RESTRICTED)), None)
    if choices is not None:
        return code_list(choices).names[0] if isinstance(choices, str) else choices[0]
    if parameter.of:
        return _fullest(loaded.graphs["embedded"], parameter.of)
    if parameter.type == "integer":
        return str(parameter.minimum or 1)
    return loaded.given.get(key) or loaded.given.get(parameter.type) or _VALUES[parameter.type]


_VALUES: Mapping[str, str] = {
    "level": "县处级正职",
    "day": "2022-03-01",
    "month": "2022-03",
    "yes_no": "yes",
    "text": "市",
    "texts": "市",
}


@pytest.mark.parametrize("path", NARROWING, ids=lambda path: path.stem)
def test_a_restriction_only_takes_rows_away(loaded: Loaded, path: Path) -> None:
    """Each parameter that may be left out narrows: what is found with it alone is found without it."""
    declared = find_query(path.stem).header.parameters
    everything = run(loaded, path.stem)
    whole = {repr(row) for row in everything.rows}
    for key, each in declared.items():
        free = not each.required and each.default is None and f"{path.stem}.{key}" not in NOT_NARROWING
        if not free or (value := _value(loaded, key, each)) is None:
            continue
        some = run(loaded, path.stem, **{key: value})
        assert everything.truncated or {repr(row) for row in some.rows} <= whole, key


@pytest.mark.parametrize("name", [name for name in EXPECTED if name not in ("not_narrowing", "empty")])
def test_a_query_gives_what_is_expected(loaded: Loaded, name: str) -> None:
    expected = dict(EXPECTED[name])
    given = expected.pop("given", {})
    rows = as_rows(run(loaded, name, **{key: loaded.given.get(value, value) for key, value in given.items()}))
    for what, value in expected.items():
        if what == "rows":
            assert len(rows) == value
        elif what == "at_least":
            assert len(rows) >= value
        else:
            assert rows or name in EXPECTED["empty"]["names"]
            assert all(eval(value, {"__builtins__": {"len": len, "abs": abs}}, dict(row)) for row in rows), value


def test_a_query_above_the_class_is_withheld_whoever_asks(loaded: Loaded) -> None:
    for query in catalogue().values():
        if query.access > Access.OFFICE:
            with pytest.raises(WithheldError):
                run_query(loaded.graphs["embedded"], query, {}, clearance=Access.OFFICE, today=DAY)


def test_the_whole_library_writes_nothing(loaded: Loaded) -> None:
    before = {name: graph.fingerprint() for name, graph in loaded.graphs.items()}
    for path in FILES[::7]:
        run(loaded, path.stem)
        run(loaded, path.stem, "neo4j")
    assert {name: graph.fingerprint() for name, graph in loaded.graphs.items()} == before
