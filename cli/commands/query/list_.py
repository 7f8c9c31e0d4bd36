"""`zhishi query list`: the saved queries there are."""

from __future__ import annotations

from typing import Annotated

import typer

from cli.common import Json, console, language, print_json, say, settings, table_of
from graph.errors import NotFoundError
from queries.catalogue import catalogue, topics
from queries.documents import query_document


def command(
    topic: Annotated[str | None, typer.Option("--topic", metavar="T", help="只列一个主题 (one topic only).")] = None,
    as_json: Json = False,
) -> None:
    """列出保存的查询 (list the saved queries)."""
    found = catalogue(settings().data)
    if topic is not None and topic not in topics(found):
        raise NotFoundError(
            f"没有主题 {topic!r} (no such topic)。", hint=f"现有主题 (topics): {'、'.join(topics(found))}。"
        )
    chosen = [query for query in found.values() if topic in (None, query.topic)]
    if as_json:
        print_json([query_document(query, language()) for query in chosen])
        return
    table = table_of("query_columns")
    for query in chosen:
        table.add_row(query.topic, query.name, query.header.title(language()))
    console().print(table)
    typer.echo(say("queries", count=len(chosen)), err=True)
