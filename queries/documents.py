"""A saved query as JSON tells of it: on the command line and in the API alike."""

from __future__ import annotations

from typing import Any

from graph.model.words import Language
from queries.file import QueryFile


def query_document(query: QueryFile, language: Language) -> dict[str, Any]:
    """What a program is told of a query; the shape `docs/cli.md` promises for `zhishi query list`."""
    header = query.header
    return {
        "name": query.name,
        "topic": query.topic,
        "title": header.title(language),
        "question": header.question(language),
        "access": int(query.access),
        "parameters": [
            {
                "name": name,
                "type": each.type,
                "of": each.of,
                "required": each.required,
                "default": each.default,
                "choices": each.model_dump()["choices"],
                "help": each.help(language),
            }
            for name, each in header.parameters.items()
        ],
        "columns": [
            {
                "name": name,
                "type": each.type,
                "unit": each.unit(language) if each.unit else None,
                "meaning": each.meaning(language),
            }
            for name, each in header.columns.items()
        ],
    }
