"""`zhishi doctor`: is everything there that the program needs, and what to do where it is not."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass

import typer

from cli.common import language, say, settings
from export.pdf import pdf_fault
from graph.errors import ZhishiError
from graph.settings import Settings
from graph.store.connection import Graph, open_graph
from ingest.keyring import check_key, keyring_of
from ingest.undo import heal
from queries.imports import running_imports

_ENOUGH = 1 << 30


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the diagnosis; `ok` is None where it cannot be told."""

    name: str
    ok: bool | None
    detail: str


def command() -> None:
    """Check the surroundings, the graph and the data folder."""
    chosen = settings()
    checks = [_python(), _disk(chosen), _pdf(), *_graph(chosen)]
    for check in checks:
        mark = {True: "✓", False: "✗", None: "?"}[check.ok]
        typer.echo(f"{mark} {check.name}: {check.detail}")
    if any(check.ok is False for check in checks):
        raise typer.Exit(1)


def _python() -> Check:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Check("Python", sys.version_info >= (3, 11), f"{version}, {platform.platform()}")


def _disk(chosen: Settings) -> Check:
    folder = chosen.data
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return Check(say("doctor_folder"), free > _ENOUGH, say("doctor_free", folder=chosen.data, free=free >> 20))


def _pdf() -> Check:
    """Only an export as PDF needs it: where it is missing everything else works."""
    fault = pdf_fault()
    return Check("PDF", ok=None if fault else True, detail=fault or say("doctor_pdf"))


def _graph(chosen: Settings) -> list[Check]:
    try:
        with open_graph(chosen) as graph:
            facts = graph.facts()
            engine = Check(say("doctor_graph"), ok=True, detail=f"{facts.engine} {facts.version}, {facts.address}")
            return [engine, *(_checked(say(name), check, graph, chosen) for name, check in _CHECKS.items())]
    except ZhishiError as error:
        return [Check(say("doctor_graph"), ok=False, detail=error.in_language(language()))]


def _checked(name: str, check: Callable[[Graph, Settings], Check], graph: Graph, chosen: Settings) -> Check:
    try:
        return check(graph, chosen)
    except ZhishiError as error:
        return Check(name, ok=False, detail=error.in_language(language()))


def _contents(graph: Graph, chosen: Settings) -> Check:  # noqa: ARG001 - every check takes both
    rows = graph.read("MATCH (c:Cadre) RETURN count(c) AS cadres")
    return Check(say("doctor_contents"), ok=True, detail=say("doctor_cadres", cadres=rows[0]["cadres"]))


def _key(graph: Graph, chosen: Settings) -> Check:
    known = check_key(graph, keyring_of(graph, chosen.data))
    return Check(say("doctor_key"), ok=True, detail=say("doctor_key_matches" if known else "doctor_empty"))


def _batches(graph: Graph, chosen: Settings) -> Check:
    """What an import that died left is taken back here; what is left then is an import under way."""
    healed = heal(graph, chosen.data)
    running = running_imports(graph)
    detail = say("doctor_all_done")
    if gone := [each for each in healed if not each.whole]:
        detail = say("doctor_healed", count=len(gone))
    interrupted = graph.read("MATCH (b:ImportBatch {state: 'interrupted'}) RETURN b.id AS id ORDER BY id")
    if interrupted:
        detail = say("doctor_interrupted", batches=", ".join(row["id"] for row in interrupted))
    if running:
        detail = say("doctor_importing", count=len(running), since=running[0].since)
    return Check(say("doctor_batches"), ok=None if running else True, detail=detail)


_CHECKS: dict[str, Callable[[Graph, Settings], Check]] = {
    "doctor_contents": _contents,
    "doctor_key": _key,
    "doctor_batches": _batches,
}
