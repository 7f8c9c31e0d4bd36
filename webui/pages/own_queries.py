"""The queries of one's own: how far each has come, bringing files in, taking them all away."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated, ClassVar, Final

from flask import Blueprint, Response, redirect, request
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as AnyResponse

from graph.errors import InputError, Place
from graph.model.schema import Access
from queries.desk.drafts import Version, own_queries, save_all
from queries.file import QueryFile, parse
from webui.frame.author import proposed_author, signed_by
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.services import services
from webui.parts.components import Cell, Column, Empty, Table, table
from webui.parts.files import attached
from webui.parts.formats import instant_text
from webui.parts.names import topic_title

page = Blueprint("own_queries", __name__)

_MOST_FILES: Final = 500
_LONGEST_FILE: Final = 256 * 1024


@dataclass(frozen=True, kw_only=True)
class OwnQueriesPage(View):
    """Every query of one's own."""

    template: ClassVar[str] = "pages/own_queries.html"

    listed: Annotated[Table | None, "The queries, a row each; None where there are none."]
    nothing: Annotated[Empty | None, "What to do where there are none."]
    refused: Annotated[str, "Why files were not taken; empty where none was refused."]
    author: Annotated[str, "Who signed last in this browser."]


@page.get("/own-queries")
def show() -> Response:
    """All of them, by topic and name."""
    return _page()


def _page(refused: InputError | None = None) -> Response:
    versions = own_queries(services().settings.data)
    return render(
        OwnQueriesPage(
            title=say("own_title"),
            listed=_table(versions) if versions else None,
            nothing=None if versions else Empty(say("own_none"), Urls().own_query_new(), say("own_new")),
            refused=refused.told.text(language()) if refused else "",
            author=proposed_author(),
        ),
        refused.http_status if refused else 200,
    )


@page.get("/own-queries.zip")
def download() -> Response:
    """The newest version of each as `TOPIC/NAME.cypher` in a zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in own_queries(services().settings.data):
            archive.writestr(f"{each.topic}/{each.name}.cypher", each.text)
    return attached(packed.getvalue(), "application/zip", "queries", "zip", Access.OFFICE)


@page.post("/own-queries/import")
def bring() -> AnyResponse:
    """Keep every file as a draft, or none where one is wrong, which the page names."""
    try:
        _keep_files(signed_by("author"))
    except InputError as error:
        return _page(error)
    return redirect(Urls().own_queries(), 303)


def _keep_files(author: str) -> None:
    found: list[QueryFile] = []
    wrong: list[InputError] = []
    for file in request.files.getlist("files"):
        for path, content, topic in _contents(file, wrong) if file.filename else ():
            try:
                found.append(_query(path, content, topic))
            except InputError as error:
                wrong.append(error)
    if wrong:
        told = say("list_semicolon").join(f"{each.place}: {each.told.text(language())}" for each in wrong)
        raise InputError(say("own_bad_files", count=len(wrong), told=told), hint=say("own_bad_files_hint"))
    if not found:
        raise InputError(say("own_no_files"), hint=say("own_no_files_hint"))
    save_all(services().settings.data, found, author)


def _contents(file: FileStorage, wrong: list[InputError]) -> list[tuple[str, bytes, str]]:
    """Path, content and topic of one file, or of each in a zip; a zip that cannot be read goes to the wrong ones."""
    name, content = file.filename or "", file.read()
    if not name.lower().endswith(".zip"):
        return [(name, content, request.form.get("topic") or "own")]
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inside = [each for each in archive.infolist() if each.filename.endswith(".cypher")]
            if len(inside) <= _MOST_FILES and all(each.file_size <= _LONGEST_FILE for each in inside):
                return [(each.filename, archive.read(each), _topic(each.filename)) for each in inside]
        text = say("own_too_much", most=_MOST_FILES, size=_LONGEST_FILE // 1024)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        text = say("own_bad_zip")
    wrong.append(InputError(text, place=Place(file=name)))
    return []


def _topic(path: str) -> str:
    return PurePosixPath(path).parent.name or "own"


def _query(path: str, content: bytes, topic: str) -> QueryFile:
    if len(content) > _LONGEST_FILE:
        raise InputError(say("own_too_much", most=_MOST_FILES, size=_LONGEST_FILE // 1024), place=Place(file=path))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(say("own_not_utf8"), place=Place(file=path)) from error
    return parse(text, name=PurePosixPath(path).stem, topic=topic, file=path)


def _table(versions: list[Version]) -> Table:
    columns = [
        Column(say(f"own_{each}")) for each in ("name", "topic", "state", "version", "author", "saved", "reviewer")
    ]
    rows = [
        [
            Cell(_title(each), href=Urls().own_query(each.name)),
            Cell(topic_title(each.topic)),
            Cell(say(f"own_state_{each.state}")),
            Cell(str(each.version)),
            Cell(each.author),
            Cell(instant_text(each.saved_at)),
            Cell(each.reviewer or ""),
        ]
        for each in versions
    ]
    return table(say("own_title"), columns, rows)


def _title(version: Version) -> str:
    """Its title where the header can be read, else its name: a draft may be wrong."""
    try:
        return version.query().header.title(language())
    except InputError:
        return version.name
