"""One saved query: its form, its result, the same as a file. All of it stands in the address: a link is a result."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Final

from flask import Blueprint, Response, request
from markupsafe import Markup

from export import results
from export.network_page import network_page
from export.query_result import table_of
from graph.errors import AmbiguousError, InputError, NotFoundError, ZhishiError
from graph.model.suggestions import there_are
from graph.store.runs import Run
from queries.cells import is_thing
from queries.desk.drafts import DRAFT, find_query_or_draft
from queries.desk.recent import favourites, remember_run
from queries.file import QueryFile, described
from queries.reports import cut_off, headings, marks, sentence
from queries.running import Result, run_query
from webui.frame.language import language, say
from webui.frame.urls import Urls
from webui.frame.view import View, render
from webui.held.runs import Pending
from webui.held.services import services
from webui.parts.components import Cell, Column, Order, Picture, Query, Shape, Table, table
from webui.parts.fields import Field, fields_of, given_values
from webui.parts.files import attached
from webui.parts.names import topic_title
from webui.parts.result_cells import cells_of, sorted_rows
from webui.parts.things import thing_page
from webui.shows import Drawn, Shown, draw
from webui.shows._cells import holds_things
from webui.shows.graph import lines_of, network, points_of, same_row

page = Blueprint("query", __name__)

_NUMBERS: Final = ("integer", "number")
_WORDS: Final = ("text", "texts", "things")
_LONG_TEXT: Final = 16
"""Characters from which a text needs more room than a name."""
_LONG: Final = 160


@dataclass(frozen=True, kw_only=True)
class QueryPage(View):
    """One saved query."""

    template: ClassVar[str] = "pages/query.html"

    name: Annotated[str, "The query's name."]
    topic: Annotated[str, "The topic's title."]
    question: Annotated[str, "What the query answers."]
    about: Annotated[tuple[str, ...], "Source of the rule and growth of the cost, where the file says them."]
    address: Annotated[str, "Address of this page, without parameters."]
    fields: Annotated[tuple[Field, ...], "The form."]
    fault: Annotated[str, "Why the parameters were not taken; empty where they were."]
    candidates: Annotated[tuple[str, ...], "Who may have been meant."]
    sentence: Annotated[str, "What was asked, in one sentence; empty before a run."]
    shows: Annotated[
        tuple[tuple[str, str, bool], ...], "Ways to show the rows: title, address, whether it is this one."
    ]
    picture: Annotated[Picture | None, "The rows drawn; None where only the table is shown, or nothing can be drawn."]
    in_time: Annotated[bool, "Whether the picture is one in time, whose newest part is shown first."]
    left_out: Annotated[int, "How many rows the picture leaves out."]
    undrawn: Annotated[bool, "Whether a picture was asked for and the rows give none."]
    whole: Annotated[str, "Address of a picture that stands alone and can be moved in a browser; empty without one."]
    graph: Annotated[str, "Address of the things in the rows as a picture to open up; empty without any."]
    found: Annotated[Table | None, "The rows; None before a run."]
    rows: Annotated[int, "How many rows are shown."]
    empty: Annotated[str, "What is said where there are no rows."]
    cut: Annotated[str, "That there are more rows, and how many; empty where there are none."]
    ms: Annotated[int, "Milliseconds the run took."]
    downloads: Annotated[tuple[tuple[str, str], ...], "Formats and their addresses."]
    sorts: Annotated[tuple[tuple[str, str], ...], "Columns and the addresses of the rows sorted by them."]
    query: Annotated[Query, "The Cypher behind it."]
    stopped: Annotated[bool, "Whether the query was ended before it was done."]
    draft: Annotated[bool, "Whether this is a draft that is tried."]
    own: Annotated[str, "For a draft: its page, where it is written."]
    copy: Annotated[str, "Where a query of one's own starts as a copy of this one."]
    favourite: Annotated[bool, "Whether it is one of the favourites."]
    cadres: Annotated[str, "The ids of the cadres in the rows, as a list is made of them; empty where there are none."]


@dataclass(frozen=True, kw_only=True)
class QueryRunningPage(View):
    """A query that still runs; the browser asks again by itself."""

    template: ClassVar[str] = "pages/query_running.html"

    back: Annotated[str, "Address of the query's form, filled as it was."]
    question: Annotated[str, "What the query answers."]
    seconds: Annotated[int, "How long it has been running."]
    limit: Annotated[int, "Seconds after which the engine ends it."]
    cancel: Annotated[str, "Where the form that ends it is sent."]
    token: Annotated[str, "What that form sends."]
    waiting: Annotated[str, "Where a script asks whether it still runs."]


@page.get("/queries/<name>")
def show(name: str) -> tuple[Response, int] | Response:
    """The form; with parameters or `run` in the address the rows as well."""
    own = services()
    query = find_query_or_draft(name, own.settings.data)
    given, asked = given_values(), bool(request.args.keys() - {"lang"})
    if not asked or request.args.keys() & {"edit", "stopped"}:
        return render(_page(query, given, None, None))
    try:
        result = _run(query, given)
        if isinstance(result, Pending):
            return _running(query, given, result)
    except (InputError, NotFoundError, AmbiguousError) as error:
        if error.http_status == 403:
            raise
        return render(_page(query, given, None, error), error.http_status)
    return render(_page(query, given, result, None))


@page.get("/queries/<name>/result.<format>")
def download(name: str, format: str) -> Response:  # noqa: A002 - the address's own word
    """The rows as a file."""
    own = services()
    if format not in results.formats():
        raise NotFoundError(say("query_no_format", format=format), hint=there_are(results.formats()))
    query = find_query_or_draft(name, own.settings.data)
    result = _remembered(own.runs.whole(_work(query, given_values())))
    found = table_of(result, own.settings.clearance, own.today(), language())
    return attached(results.write(found, format), results.media_type(format), name, format, query.access)


@page.get("/queries/<name>/<any(bar, timeline, graph):way>.svg")
def picture(name: str, way: str) -> Response:
    """The rows drawn, as a file that stands alone."""
    query = find_query_or_draft(name, services().settings.data)
    drawn = draw(
        way, replace(shown_by(_remembered(services().runs.whole(_work(query, given_values())))), standalone=True)
    )
    if drawn is None:
        raise NotFoundError(say("show_nothing"), hint=say("show_nothing_hint"))
    return attached(drawn.svg, "image/svg+xml; charset=utf-8", name, "svg", query.access)


@page.get("/queries/<name>/graph.html")
def network_file(name: str) -> Response:
    """The network of the rows as one page that needs nothing else, to move about in any browser."""
    own = services()
    query = find_query_or_draft(name, own.settings.data)
    result = _remembered(own.runs.whole(_work(query, given_values())))
    shown = shown_by(result)
    reason = network(shown)
    if reason is None:
        raise NotFoundError(say("show_nothing"), hint=say("show_nothing_hint"))
    told = marks(result, own.settings.clearance, own.today(), language())
    lines = [*lines_of(reason), *same_row(reason, shown)]
    title, points = query.header.title(language()), points_of(reason, _no_page)
    content = network_page(title, told, points, lines, language())
    return attached(content, "text/html; charset=utf-8", name, "html", query.access)


def _no_page(_label: str, _id: str) -> None:
    """A file that is taken away leads nowhere."""


def shown_by(result: Result) -> Shown:
    """A result with all that a drawing of it needs."""
    own = services()
    return Shown(own.graph, result, language(), own.settings.clearance, own.today(), thing_page)


def _shows(result: Result, given: Mapping[str, Sequence[str]]) -> tuple[tuple[str, str, bool], ...]:
    """The ways the header declares, the table first; none where there is only one."""
    now = request.args.get("show", "table")
    ways = ["table", *(way for way in result.query.header.shows if way != "table")]
    kept = {**given, "run": ["1"], "sort": request.args.get("sort") or None}
    to = {way: {**kept, "show": None if way == "table" else way} for way in ways}
    shown = tuple((say(f"show_as_{way}"), Urls().query(result.query.name, to[way]), way == now) for way in ways)
    return shown if len(ways) > 1 else ()


def _run(query: QueryFile, given: Mapping[str, Sequence[str]]) -> Result | Pending:
    """The rows, once they are there; who asks again with the same values waits for the same run."""
    key = (query.text, tuple(sorted((name, tuple(values)) for name, values in given.items())))
    result = services().runs.get(key, _work(query, given))
    return result if isinstance(result, Pending) else _remembered(result)


def _work(query: QueryFile, given: Mapping[str, Sequence[str]]) -> Callable[[Run], Result]:
    """The run, to be made in another thread: all that belongs to the request is taken from it here."""
    own, today = services(), services().today()
    clearance, data = own.settings.clearance, own.settings.data
    return lambda run: run_query(own.graph, query, given, clearance=clearance, today=today, data=data, run=run)


def _remembered(result: Result) -> Result:
    if not result.query.name.endswith(DRAFT):
        data = services().settings.data
        remember_run(data, result.query.name, result.arguments.shown, len(result.rows), result.ms)
    return result


def _running(query: QueryFile, given: Mapping[str, Sequence[str]], pending: Pending) -> Response:
    return render(
        QueryRunningPage(
            title=query.header.title(language()),
            back=Urls().query(query.name, {**given, "edit": ["1"]}),
            question=query.header.question(language()),
            seconds=pending.seconds,
            limit=round(query.header.seconds),
            cancel=Urls().query_cancel(query.name, given),
            token=pending.token,
            waiting=Urls().query_waiting(pending.token),
        ),
        202,
    )


def _page(
    query: QueryFile, given: Mapping[str, Sequence[str]], result: Result | None, error: ZhishiError | None
) -> QueryPage:
    header = query.header
    sort = request.args.get("sort", "")
    told = [f"{key} = {described(value)}" for key, value in result.arguments.shown.items() if value] if result else []
    way = request.args.get("show", "")
    ordered = _sorted(result, sort) if result else None
    drawn = draw(way, shown_by(ordered)) if ordered and way else None
    picture = _picture(drawn, Urls().query_picture(query.name, way, given)) if drawn else None
    return QueryPage(
        title=header.title(language()),
        name=query.name,
        topic=topic_title(query.topic),
        question=header.question(language()),
        about=_about(query),
        address=Urls().query(query.name),
        fields=fields_of(query, given),
        fault=error.told.text(language()) if error else "",
        candidates=error.candidates if isinstance(error, AmbiguousError) else (),
        sentence=sentence(result, language()) if result else "",
        shows=_shows(result, given) if result else (),
        picture=picture,
        in_time=way == "timeline",
        left_out=drawn.left_out if drawn else 0,
        undrawn=bool(way and result and result.rows and drawn is None),
        whole=Urls().query_network(query.name, given) if way == "graph" and drawn else "",
        graph=Urls().graph_of_query(query.name, given) if result and holds_things(result.rows) else "",
        found=_table(ordered, given, sort) if ordered else None,
        rows=len(result.rows) if result else 0,
        empty=_empty(query, given),
        cut=cut_off(result, language()) if result else "",
        ms=round(result.ms) if result else 0,
        downloads=tuple(
            (each, Urls().query_result(query.name, each, given)) for each in ("xlsx", "csv", "zip", "json")
        ),
        sorts=_sorts(result, given, sort) if result else (),
        query=Query(header.title(language()), query.cypher, tuple(told)),
        stopped="stopped" in request.args,
        draft=query.name.endswith(DRAFT),
        own=Urls().own_query(query.name.removesuffix(DRAFT)),
        copy=Urls().own_query_new(query.name),
        favourite=query.name in favourites(services().settings.data),
        cadres=_cadres(result) if result else "",
    )


def _empty(query: QueryFile, given: Mapping[str, Sequence[str]]) -> str:
    """What is said of no rows: to widen the conditions only where the reader has set one that may be left out."""
    optional = (name for name, each in query.header.parameters.items() if not each.required)
    return say("query_empty" if any("".join(given.get(name, ())).strip() for name in optional) else "query_no_rows")


def _picture(drawn: Drawn, address: str) -> Picture:
    svg, names = Markup(drawn.svg), Markup(drawn.names) if drawn.names else None  # noqa: S704 - our own SVG, escaped by its builder
    return Picture(svg, drawn.summary, address, names)


def _sorted(result: Result, sort: str) -> Result:
    return replace(result, rows=tuple(map(tuple, sorted_rows(result, sort))))


def _about(query: QueryFile) -> tuple[str, ...]:
    header = query.header
    source = header.source(language()) if header.source else None
    growth = say("query_growth", growth=header.growth(language())) if header.growth else None
    return tuple(filter(None, (source, growth)))


def _cadres(result: Result) -> str:
    found = (
        cell["id"] for row in result.rows for cell in row if isinstance(cell, Mapping) and cell.get("label") == "Cadre"
    )
    return ",".join(dict.fromkeys(map(str, found)))


def _table(result: Result, given: Mapping[str, Sequence[str]], sort: str) -> Table:
    addresses = dict(_sorts(result, given, sort))
    names = [name for name, _ in result.columns]
    rows = [
        [*cells_of(result, row), Cell(say("query_why"), href=_why(result, given, names, row))] for row in result.rows
    ]
    columns = [
        Column(title, _shape(kind, [row[at] for row in rows]), addresses[title], _order(name, sort))
        for at, (name, title, kind) in enumerate(headings(result, language()))
    ]
    return table(result.query.header.title(language()), [*columns, Column(say("query_why_title"))], rows)


def _order(name: str, sort: str) -> Order | None:
    return None if sort.removeprefix("-") != name else "descending" if sort.startswith("-") else "ascending"


def _shape(kind: str, cells: Sequence[Cell]) -> Shape:
    """By what is said rather than by its type alone: a list may be long, and a text of one word needs no room."""
    if kind in _NUMBERS:
        return "number"
    if kind in ("day", "month"):
        return "date"
    return "long" if kind in _WORDS and any(len(cell.text) > _LONG_TEXT for cell in cells) else "text"


def _why(result: Result, given: Mapping[str, Sequence[str]], names: Sequence[str], row: Sequence[Any]) -> str:
    short = {name: _short(cell) for name, cell in zip(names, row, strict=True)}
    return Urls().query_why(result.query.name, given, json.dumps(short, ensure_ascii=False, separators=(",", ":")))


def _short(cell: Any) -> Any:  # noqa: ANN401 - a cell of a result
    """A cell as an address carries it: of a thing only what finds it again, of a long text its beginning."""
    if is_thing(cell):
        return {"id": cell["id"], "label": cell["label"]}
    if isinstance(cell, list):
        return [_short(each) for each in cell[:20]]
    return cell[:_LONG] if isinstance(cell, str) else cell


def _sorts(result: Result, given: Mapping[str, Sequence[str]], sort: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (title, Urls().query(result.query.name, {**given, "sort": f"-{name}" if sort == name else name}))
        for name, title, _ in headings(result, language())
    )
