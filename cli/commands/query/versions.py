"""`zhishi query versions`: the versions of a query of one's own, or what changed between two."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from cli.commands.query.show import Name
from cli.common import say, settings
from queries.desk.drafts import difference, version_of, versions_of

_STATES: Final = {
    "draft": "state_draft",
    "reviewed": "state_reviewed",
    "published": "state_published",
    "withdrawn": "state_withdrawn",
}


def command(
    name: Name,
    diff: Annotated[tuple[int, int] | None, typer.Option("--diff", metavar="A B")] = None,
) -> None:
    """Versions of a query of one's own, newest first."""
    data = settings().data
    if diff:
        typer.echo(difference(version_of(data, name, diff[0]), version_of(data, name, diff[1])))
        return
    for each in versions_of(data, name):
        review = say("versions_reviewed_by", reviewer=each.reviewer, at=each.reviewed_at) if each.reviewer else ""
        typer.echo(f"{each.version}  {say(_STATES[each.state])}  {each.saved_at}  {each.author}{review}")
