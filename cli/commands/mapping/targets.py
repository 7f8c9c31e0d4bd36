"""`zhishi mapping targets`: what a mapping may aim at, from the model."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from cli.common import Json, print_json
from graph.errors import NotFoundError
from graph.model.suggestions import there_are
from graph.model.words import sayings
from ingest.mapping.targets import fields_of, target_as_json, targets

_say: Final = sayings("cli")


def command(
    type_name: Annotated[str | None, typer.Argument(metavar="TYPE")] = None,
    as_json: Json = False,
) -> None:
    """The record types, their properties and links."""
    known = targets()
    if type_name is not None and type_name not in known:
        raise NotFoundError(_say("no_such_record_type", type_name=type_name), hint=there_are(known))
    chosen = [known[type_name]] if type_name else list(known.values())
    if as_json:
        print_json([target_as_json(each) for each in chosen])
        return
    for declared in chosen:
        typer.echo(f"{declared.label}  {declared.zh} · {declared.en}: {declared.help.splitlines()[0]}")
        for each in fields_of(declared) if type_name else ():
            marks = "".join((" *" if each.required else "", " ⚿" if each.key else ""))
            choices = f" [{'、'.join(each.choices[:12])}]" if each.choices else ""
            typer.echo(f"  {each.name}{marks}  {each.zh} · {each.en}  {each.kind}{choices} {each.help}".rstrip())
