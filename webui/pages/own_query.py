"""One query of one's own: written, checked, tried, reviewed by somebody else, published; all versions are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Annotated, ClassVar, Final, Literal

from flask import Blueprint, Response, jsonify, redirect, request
from werkzeug.wrappers import Response as AnyResponse

import queries
from graph.errors import InputError, NotFoundError, ZhishiError
from graph.model.records import record_types
from queries.catalogue import catalogue
from queries.contract import columns_returned
from queries.desk import drafts
from queries.desk.drafts import DRAFT, Step, Version
from queries.fault import Fault
from queries.file import parse
from queries.first_header import has_header, with_first_header
from queries.guard import UnsafeQuery, inspect
from queries.guard.lists import allowed
from queries.lint import faults, warnings
from queries.lint_engine import engine_faults
from webui.frame.author import proposed_author, signed_by
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Cell, Column, Table, table
from webui.parts.files import plain_file
from webui.parts.formats import instant_text
from webui.parts.trial import Trial, try_text

page = Blueprint("own_query", __name__)

_TOPIC: Final = "own"
Sign = Literal["+", "-", "@", " "]


@dataclass(frozen=True)
class Finding:
    """One reason why a text may not be reviewed, with the line it belongs to where it belongs to one."""

    where: str
    what: str
    line: int | None = None
    text: str = ""


@dataclass(frozen=True)
class Written:
    """What stands in the fields of the editor."""

    name: str
    topic: str
    text: str
    author: str = ""
    given: str = ""


@dataclass(frozen=True, kw_only=True)
class OwnQueryPage(View):
    """The editor, and how far the query has come."""

    template: ClassVar[str] = "pages/own_query.html"

    name: Annotated[str, "The query's name; empty for a new one that has none yet."]
    kept: Annotated[bool, "Whether a version is kept already: then the name stays."]
    topic: Annotated[str, "The topic."]
    text: Annotated[str, "The text of the file."]
    author: Annotated[str, "Who writes it."]
    given: Annotated[str, "Parameters for a trial, a line each."]
    trial: Annotated[Trial | None, "What came of running the text just now; None where it was not run."]
    refused: Annotated[str, "Why a version was not kept or a step not taken; empty where it was."]
    faults: Annotated[tuple[Finding, ...], "Where and why it may not be reviewed."]
    warnings: Annotated[tuple[Finding, ...], "What should be looked at although it may be."]
    checked: Annotated[bool, "Whether the text was looked at just now."]
    added: Annotated[bool, "Whether a first header was put before the text."]
    version: Annotated[Version | None, "The version shown; None for a new query."]
    newest: Annotated[bool, "Whether that is the newest version."]
    versions: Annotated[Table | None, "All versions, newest first."]
    published: Annotated[Version | None, "The version in the catalogue; None where none is."]
    steps: Annotated[Table | None, "Who reviewed, published and withdrew it, and why; None before the first step."]
    changes: Annotated[tuple[tuple[Sign, str], ...], "What changed against the version before, line by line."]
    tried: Annotated[str, "Address where the newest version is run; empty before one is kept."]


@page.get("/own-queries/new")
def new() -> Response:
    """The editor with a first text that runs as it is, or with a copy of the query that `origin` names."""
    origin = request.args.get("origin")
    if origin:
        copied = drafts.find_query_or_draft(origin, services().settings.data)
        copy = f"my_{copied.name.removesuffix(DRAFT)}"[:60]
        return render(_editor(Written(copy, _TOPIC, copied.text, proposed_author())))
    text = files(queries).joinpath("template.cypher").read_text("utf-8")
    return render(_editor(Written("", _TOPIC, text, proposed_author())))


@page.get("/own-queries/names.json")
def names() -> Response:
    """What may be written: names of the model, functions and words of the language, saved queries."""
    types = [each.TYPE for each in record_types().values()]
    return jsonify(
        {
            "labels": sorted(each.label for each in types),
            "types": sorted({link.type for each in types for link in each.links.values()}),
            "properties": sorted({name for each in types for name in each.properties}),
            "functions": sorted(allowed()["functions"]),
            "queries": sorted(catalogue(services().settings.data)),
            "words": sorted(allowed()["starts"] | allowed()["after_value"]),
        }
    )


@page.post("/own-queries")
def send() -> AnyResponse:
    """Look at the text, run it, or keep it as a new version; what is wrong with it is shown beside it."""
    name, topic = (request.form.get(each, "").strip() for each in ("name", "topic"))
    author = signed_by("author")
    sent = request.form.get("text", "").replace("\r\n", "\n")
    text, added = _to_keep(sent) if request.form.get("action") == "save" else _headed(sent)
    written = Written(name, topic, text, author, request.form.get("given", ""))
    if request.form.get("action") == "try":
        trial = try_text(name, topic or _TOPIC, text, written.given) if has_header(text) else None
        return render(_editor(written, trial=trial, added=added))
    if request.form.get("action") == "save":
        try:
            kept = drafts.save(services().settings.data, name, topic, text, author)
        except InputError as error:
            return _refused(written, error)
        return redirect(Urls().own_query(kept.name), 303)
    return render(_editor(written, checked=True, added=added))


@page.get("/own-queries/<name>")
def show(name: str) -> Response:
    """The newest version, or the one `version` asks for."""
    versions = drafts.versions_of(services().settings.data, name)
    asked = request.args.get("version", "")
    shown = next((each for each in versions if str(each.version) == asked), None if asked else versions[0])
    if shown is None:
        raise NotFoundError(say("own_no_version", name=name), hint=say("own_newest_is", version=versions[0].version))
    return render(_editor(_written(shown), versions=versions, shown=shown))


@page.get("/own-queries/<name>.cypher")
def download(name: str) -> Response:
    """The file of the newest version."""
    kept = drafts.version_of(services().settings.data, name)
    return plain_file(kept.text, "text/plain; charset=utf-8", f"{kept.name}.cypher")


@page.post("/own-queries/<name>/<any(review, publish, withdraw):step>")
def advance(name: str, step: str) -> AnyResponse:
    """One step on the way to the catalogue, or out of it."""
    data = services().settings.data
    who, why = request.form.get("who", ""), request.form.get("why", "")
    try:
        if step == "review":
            drafts.review(services().graph, data, name, who, why)
        elif step == "publish":
            drafts.publish(data, name, who, why)
        else:
            drafts.withdraw(data, name, who, why)
    except InputError as error:
        return _refused(_written(drafts.version_of(data, name)), error)
    return redirect(Urls().own_query(name), 303)


def _headed(text: str) -> tuple[str, bool]:
    """The text, with a first header where it is Cypher alone that may be read, and whether one was added."""
    if has_header(text) or not text.strip():
        return text, False
    try:
        return with_first_header(text), True
    except UnsafeQuery:
        return text, False


def _to_keep(text: str) -> tuple[str, bool]:
    """The same for a query that is kept; one that is only half written stays as it is."""
    headed, added = _headed(text)
    return (headed, True) if added and columns_returned(text) else (text, False)


def _written(version: Version) -> Written:
    return Written(version.name, version.topic, version.text, proposed_author())


def _refused(written: Written, error: InputError) -> Response:
    """The page as it was, with what stood in the way; nothing that was typed is lost."""
    try:
        versions = drafts.versions_of(services().settings.data, written.name)
    except (NotFoundError, InputError):
        versions = []
    shown = versions[0] if versions else None
    return render(_editor(written, problem=error, versions=versions, shown=shown), error.http_status)


def _editor(
    written: Written,
    *,
    checked: bool = False,
    added: bool = False,
    trial: Trial | None = None,
    problem: InputError | None = None,
    versions: list[Version] | None = None,
    shown: Version | None = None,
) -> OwnQueryPage:
    older = [each for each in versions or () if shown and each.version < shown.version]
    newest = bool(versions) and versions is not None and shown == versions[0]
    wrong, doubtful = _faults(written, ask=checked)
    return OwnQueryPage(
        title=written.name or say("own_new"),
        name=written.name,
        kept=shown is not None,
        topic=written.topic,
        text=written.text,
        author=written.author,
        given=written.given,
        trial=trial,
        refused=problem.told.text(language()) if problem else "",
        faults=wrong,
        warnings=doubtful,
        checked=checked,
        added=added,
        version=shown,
        newest=newest,
        versions=_versions(versions) if versions else None,
        published=drafts.published_version(versions or ()),
        steps=_steps(drafts.steps_of(services().settings.data, written.name)) if shown else None,
        changes=_changes(older[0], shown) if older and shown else (),
        tried=Urls().query(written.name + DRAFT) if newest else "",
    )


def _faults(written: Written, *, ask: bool) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Faults and warnings of the text; `ask` the engine too, where there are no faults without it."""
    text = written.text
    try:
        query = parse(text, name=written.name or "new", topic=written.topic or _TOPIC)
        found = faults(query, services().settings.data) or (engine_faults(services().graph, query) if ask else [])
    except ZhishiError as error:
        return (Finding(str(error.place or ""), _reason(text, error).told.text(language())),), ()
    return _findings(found, text), _findings(warnings(query), text)


def _reason(text: str, error: ZhishiError) -> ZhishiError:
    """Why Cypher alone is not taken: what it does comes before the header that it lacks."""
    try:
        if not has_header(text):
            inspect(text)
    except UnsafeQuery as refused:
        return refused
    return error


def _findings(found: Sequence[Fault], text: str) -> tuple[Finding, ...]:
    lines = text.splitlines()
    return tuple(
        Finding(each.where, each.what.text(language()), each.line, lines[each.line - 1] if each.line else "")
        for each in found
    )


def _steps(steps: list[Step]) -> Table | None:
    columns = [Column(say(f"own_{each}")) for each in ("version", "step", "who", "why", "at")]
    rows = [
        [
            Cell(str(each.version)),
            Cell(say(f"own_state_{each.step}")),
            Cell(each.who),
            Cell(each.why),
            Cell(instant_text(each.at)),
        ]
        for each in steps
    ]
    return table(say("own_steps"), columns, rows) if rows else None


def _changes(older: Version, newer: Version) -> tuple[tuple[Sign, str], ...]:
    lines = drafts.difference(older, newer).splitlines()[2:]
    signs: dict[str, Sign] = {"+": "+", "-": "-", "@": "@"}
    return tuple((signs.get(line[:1], " "), line) for line in lines)


def _versions(versions: list[Version]) -> Table:
    columns = [
        Column(say(f"own_{each}"))
        for each in ("version", "state", "author", "saved", "reviewer", "reviewed", "published")
    ]
    rows = [
        [
            Cell(str(each.version), href=Urls().own_query(each.name, each.version)),
            Cell(say(f"own_state_{each.state}")),
            Cell(each.author),
            Cell(instant_text(each.saved_at)),
            Cell(each.reviewer or ""),
            Cell(instant_text(each.reviewed_at)),
            Cell(instant_text(each.published_at)),
        ]
        for each in versions
    ]
    return table(say("own_versions"), columns, rows)
