"""`zhishi who list`: what people decided."""

from __future__ import annotations

from cli.common import Json, console, healed_graph, language, print_json, settings, table_of
from graph.model.codes import code_list
from queries.runner import run_view
from queries.who import may_see_rulings


def command(as_json: Json = False) -> None:
    """What people decided about which records are one."""
    chosen = settings()
    may_see_rulings(chosen.clearance)
    with healed_graph(chosen) as graph:
        rows = run_view(graph, "identity_rulings")
    if as_json:
        print_json(rows)
        return
    table = table_of("ruling_columns")
    for row in rows:
        said = code_list("identity_decision").label(row["decision"], language())
        table.add_row(
            row["id"], said, row["one_name"], row["other_name"], row["ruled_by"], row["ruled_on"], row["reason"]
        )
    console().print(table)
