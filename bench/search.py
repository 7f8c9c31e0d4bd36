"""The search box and the search by conditions against the bare full-text query for the same words.

`python -m bench.search [--cadres N] [--runs N] [--engine …]`: medians in milliseconds, in turn. *bare* is one
query of the driver that counts the hits in the same indexes; *box* is every kind with its count, its first hits and
what they hang on; *conditions* are four conditions held against all cadres. 100,000 cadres are a matter of patience:
the city is written and imported first.
"""

from __future__ import annotations

from typing import Any, Final

from bench.common import Bench, alternate, arguments, benches, table, timed
from graph.model.schema import Access
from graph.store.schema import searched
from queries.conditions import cadres_meeting
from queries.fulltext import lucene, search, search_labels, words_in

_DAY: Final = "2024-03-01"
_ASKED: Final = {"age_to": "45", "in_post": "3", "education": "全日制大学", "level": "县处级副职"}
_WORDS: Final = ("水利局 副局长", "防汛", "局")
_BARE: Final = (
    "UNWIND $indexes AS index CALL db.index.fulltext.queryNodes(index, $text) YIELD node RETURN index, count(node) AS n"
)
HEADS: Final = ("engine", "cadres", "words", "hits", "bare ms", "box ms", "box / bare", "conditions ms")


def main() -> None:
    """Print a line for each engine and words."""
    asked = arguments("search", cadres=200, runs=5)
    table(HEADS, (row for bench in benches(asked) for row in _rows(bench)))


def _rows(bench: Bench) -> list[tuple[object, ...]]:
    name = bench.import_city()
    return [_row(bench, words) for words in (name, *_WORDS)]


def _row(bench: Bench, words: str) -> tuple[object, ...]:
    graph = bench.graph
    labels = (*search_labels(Access.RESTRICTED), "Tenure")
    indexes = [graph.engine.fulltext_name(label, searched()[label]) for label in labels]
    text: Any = _BARE
    hits = sum(group.count for group in search(graph, words, Access.RESTRICTED))

    def bare() -> float:
        with graph.engine.read_session() as session:
            return _ms(lambda: session.run(text, indexes=indexes, text=lucene(words_in(words))).fetch(100))

    def box() -> float:
        return _ms(lambda: search(graph, words, Access.RESTRICTED))

    def conditions() -> float:
        return _ms(lambda: cadres_meeting(graph, _ASKED, _DAY, Access.RESTRICTED))

    alone, whole, held = alternate(bench.runs, bare, box, conditions)
    return (bench.engine, bench.cadres, words, hits, alone, whole, whole / alone, held)


def _ms(work: Any) -> float:  # noqa: ANN401 - whatever is timed
    return timed(work)[0] * 1000


if __name__ == "__main__":
    main()
