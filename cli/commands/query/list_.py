"""`zhishi query list`: the saved queries there are."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from cli.common import Json, console, language, print_json, say, settings, table_of
from graph.errors import NotFoundError
from graph.model.words import listed, sayings
from queries.catalogue import catalogue, topics
from queries.documents import query_document

_say: Final = sayings("cli")


def command(
    topic: Annotated[str | None, typer.Option("--topic", metavar="T")] = None,
    as_json: Json = False,
) -> None:
    """List the saved queries."""
    found = catalogue(settings().data)
    if topic is not None and topic not in topics(found):
        raise NotFoundError(
            _say("no_such_topic", topic=topic), hint=_say("topics_there_are", topics=listed(topics(found)))
        )
    chosen = [query for query in found.values() if topic in (None, query.topic)]
    if as_json:
        print_json([query_document(query, language()) for query in chosen])
        return
    table = table_of("query_columns")
    for query in chosen:
        table.add_row(query.topic, query.name, query.header.title(language()))
    console().print(table)
    typer.echo(say("queries_count", count=len(chosen)), err=True)
