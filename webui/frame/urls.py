"""Every address of the viewer, built in one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote, urlencode

from flask import g, request, url_for

_TAKEN: Final = ("name", "format", "row", "way")
"""Names an address has of its own."""
_HOLE: Final = "0-here-0"


class Urls:
    """Addresses by what they lead to; templates know them as `urls`."""

    def home(self) -> str:
        """The start page."""
        return url_for("home.show")

    def search(
        self,
        q: str | None = None,
        given: Mapping[str, str] | None = None,
        *,
        kind: str | None = None,
        part: int = 1,
        sort: str | None = None,
    ) -> str:
        """The search: words, conditions by name, one kind of hit, part by part, sorted by a column."""
        own: dict[str, Any] = {"q": q or None, "kind": kind, "part": part if part > 1 else None, "sort": sort}
        return url_for("search.show", **{**(given or {}), **own})

    def cadre(
        self,
        cadre_id: str,
        *,
        as_of: str | None = None,
        known_on: str | None = None,
        frame: Mapping[str, Any] | None = None,
        anchor: str | None = None,
    ) -> str:
        """One cadre's page, as of a day, as known on a day, with a stretch and lanes of the trajectory, at a part."""
        if not (as_of or known_on or frame or anchor):
            return _about("cadre.show", "cadre_id", cadre_id)
        return url_for("cadre.show", cadre_id=cadre_id, _anchor=anchor, **_of(as_of, known_on, frame))

    def trajectory(
        self,
        cadre_id: str,
        *,
        as_of: str | None = None,
        known_on: str | None = None,
        frame: Mapping[str, Any] | None = None,
        anchor: str | None = None,
    ) -> str:
        """One cadre's trajectory with the equal tables, likewise."""
        return url_for("trajectory.show", cadre_id=cadre_id, _anchor=anchor, **_of(as_of, known_on, frame))

    def cadre_records(self, cadre_id: str, label: str, *, as_of: str | None = None, known_on: str | None = None) -> str:
        """All records of one kind about a cadre."""
        return _about("cadre_records.show", "label", label, cadre_id=cadre_id, **_of(as_of, known_on, None))

    def compare(self, cadres: Sequence[str] = (), days: Mapping[str, Any] | None = None) -> str:
        """Several cadres side by side, in this order; with days and frame as the address has them."""
        return url_for("compare.show", cadre=list(cadres) or None, **(days or {}))

    def comparison(self, name: str, cadres: Sequence[str], days: Mapping[str, Any]) -> str:
        """The same as a file: `comparison.svg`, `comparison.json` or `comparison.pdf`."""
        return url_for("compare.download", name=name, cadre=list(cadres), **days)

    def leaf(self, cadre_id: str, key: str, *, as_of: str | None = None, known_on: str | None = None) -> str:
        """Why one leaf of a cadre's image tree says what it says."""
        return _about("leaf.show", "key", key, cadre_id=cadre_id, **_of(as_of, known_on, None))

    def drawing(
        self,
        cadre_id: str,
        name: str,
        *,
        as_of: str | None = None,
        known_on: str | None = None,
        frame: Mapping[str, Any] | None = None,
    ) -> str:
        """One of a cadre's files: `trajectory.svg`, `image-tree.svg`, `career.json` or `image-tree.json`."""
        return url_for("drawing.show", cadre_id=cadre_id, name=name, **_of(as_of, known_on, frame))

    def evidence(self, fact_id: str) -> str:
        """What states a fact."""
        return _about("evidence.show", "fact_id", fact_id)

    def case(self, case_id: str) -> str:
        """A selection case, read in order."""
        return _about("case.show", "case_id", case_id)

    def source(self, record_id: str) -> str:
        """What one document says about one subject."""
        return _about("source.show", "source_id", record_id)

    def photo(self, name: str) -> str:
        """A cadre's picture."""
        return url_for("photo.show", name=name)

    def imports(self, part: int = 1) -> str:
        """All import batches, part by part."""
        return url_for("imports.show", part=part if part > 1 else None)

    def import_new(self) -> str:
        """The form to bring files in."""
        return url_for("import_new.show")

    def upload(self, token: str) -> str:
        """What came of files that were sent: a preview, or why nothing was taken."""
        return url_for("upload.show", token=token)

    def upload_records(self, token: str, kind: str = "", label: str = "", part: int = 1) -> str:
        """The records that files which wait would make, change or take away, of a kind and a record type."""
        return url_for(
            "upload_records.show",
            token=token,
            kind=kind or None,
            label=label or None,
            part=part if part > 1 else None,
        )

    def upload_mapping(self, token: str, *, use: str = "", suggest: int | None = None) -> str:
        """How tables that wait are read: the mapping in use, one kept before, or one suggested for the n-th file."""
        return url_for("upload_mapping.show", token=token, use=use or None, suggest=suggest)

    def upload_findings(self, token: str, ending: str) -> str:
        """The findings of an upload as a file."""
        return url_for("findings_file.of_upload", token=token, ending=ending)

    def batch_findings(self, batch_id: str, ending: str) -> str:
        """The findings of a batch as a file."""
        return url_for("findings_file.of_batch", batch_id=batch_id, ending=ending)

    def import_batch(
        self, batch_id: str, *, severity: str | None = None, code: str | None = None, part: int = 1
    ) -> str:
        """One import batch; its findings by severity and code, page by page."""
        return url_for(
            "import_batch.show",
            batch_id=batch_id,
            severity=severity or None,
            code=code or None,
            part=part if part > 1 else None,
            _anchor="findings" if severity or code or part > 1 else None,
        )

    def batch_undo(self, batch_id: str) -> str:
        """What taking a batch back would do, and where the form that does it is sent."""
        return url_for("batch_undo.show", batch_id=batch_id)

    def queries(self, q: str | None = None, *, at: str | None = None) -> str:
        """The catalogue of saved queries, searched where `q` is given; `at` one of them."""
        return url_for("queries.show", q=q or None, _anchor=f"q-{at}" if at else None)

    def query(self, name: str, given: Mapping[str, Any] | None = None) -> str:
        """One saved query; with its parameters, the result."""
        return _about("query.show", "name", name, **_given(given))

    def query_result(self, name: str, format: str, given: Mapping[str, Any]) -> str:  # noqa: A002 - its own word
        """The result of a query as a file."""
        return url_for("query.download", **_given(given), name=name, format=format)

    def favourite(self, name: str) -> str:
        """Where the form is sent that makes a query a favourite, or one no more."""
        return url_for("favourite.change", name=name)

    def own_queries(self) -> str:
        """The queries of one's own."""
        return url_for("own_queries.show")

    def own_query(self, name: str, version: int | None = None) -> str:
        """One query of one's own: text, state and versions."""
        return url_for("own_query.show", name=name, version=version)

    def own_query_new(self, origin: str | None = None) -> str:
        """A new query of one's own, as a copy where `origin` is given."""
        return url_for("own_query.new", origin=origin or None)

    def own_query_step(self, name: str, step: str) -> str:
        """Where the form of one step on the way to the catalogue is sent: review, publish or withdraw."""
        return url_for("own_query.advance", name=name, step=step)

    def own_query_names(self) -> str:
        """What an editor proposes, as JSON."""
        return url_for("own_query.names")

    def own_queries_file(self) -> str:
        """All queries of one's own as a zip."""
        return url_for("own_queries.download")

    def own_queries_import(self) -> str:
        """Where query files are sent."""
        return url_for("own_queries.bring")

    def own_query_file(self, name: str) -> str:
        """The newest version of a query of one's own as a file."""
        return url_for("own_query.download", name=name)

    def lists_combine(self) -> str:
        """Where the form is sent that makes a list of two others."""
        return url_for("lists.combine")

    def lists(self) -> str:
        """The named lists of cadres."""
        return url_for("lists.show")

    def list_of(self, name: str, *, sort: str | None = None) -> str:
        """One named list, sorted by a column."""
        return url_for("named_list.show", name=name, sort=sort)

    def list_file(self, name: str, ending: str) -> str:
        """One named list as CSV."""
        return url_for("named_list.download", name=name, ending=ending)

    def list_change(self, name: str, change: str) -> str:
        """Where the form of a change is sent: rename, remove or drop."""
        return url_for("named_list.change", name=name, change=change)

    def query_picture(self, name: str, way: str, given: Mapping[str, Any]) -> str:
        """The result of a query drawn, as a file."""
        return url_for("query.picture", **_given(given), name=name, way=way)

    def query_network(self, name: str, given: Mapping[str, Any]) -> str:
        """The network of a result as one page that needs nothing else."""
        return url_for("query.network_file", **_given(given), name=name)

    def who(
        self,
        state: str = "",
        *,
        units: bool = False,
        strength: str = "",
        q: str = "",
        part: int = 1,
        fresh: bool = False,
    ) -> str:
        """The queue of pairs that may be one person, or one unit, filtered; `fresh` compares all anew."""
        return url_for(
            "who_units.show" if units else "who.show",
            state=state or None,
            strength=strength or None,
            q=q or None,
            part=part if part > 1 else None,
            fresh=1 if fresh else None,
        )

    def who_pair(self, one: str, other: str, *, done: str = "") -> str:
        """Two records side by side; `done` is the id of what was just decided."""
        return url_for("who_pair.show", one=one, other=other, done=done or None)

    def who_unit_pair(self, one: str, other: str, *, done: str = "") -> str:
        """Two units side by side; `done` likewise."""
        return url_for("who_unit_pair.show", one=one, other=other, done=done or None)

    def who_undo(self, ruling: str) -> str:
        """Where the form is sent that takes a decision back."""
        return url_for("who_undo.send", ruling=ruling)

    def conflicts(self, cadre_id: str) -> str:
        """Where the sources about a cadre differ, and where a ruling about that is sent."""
        return url_for("conflicts.show", cadre_id=cadre_id)

    def ruling_withdraw(self, ruling: str) -> str:
        """Where the form is sent that takes a ruling back."""
        return url_for("conflicts.take_back", ruling=ruling)

    def unit(
        self, unit_id: str, *, as_of: str | None = None, known_on: str | None = None, anchor: str | None = None
    ) -> str:
        """One unit's page, as of a day and as the records stood on a day, at a part."""
        return url_for("unit.show", unit_id=unit_id, _anchor=anchor, as_of=as_of or None, known_on=known_on or None)

    def cadre_difference(self, cadre_id: str, given: Mapping[str, Any] | None = None) -> str:
        """What changed for a cadre between two days or two states of the records."""
        return url_for("cadre_difference.show", cadre_id=cadre_id, **(given or {}))

    def unit_difference(self, unit_id: str, given: Mapping[str, Any] | None = None) -> str:
        """What changed at a unit between two days or two states of the records."""
        return url_for("unit_difference.show", unit_id=unit_id, **(given or {}))

    def form(self, cadre_id: str, ending: str) -> str:
        """A cadre's 任免审批表 as a file: lrmx, docx or pdf."""
        return url_for("download.form", cadre_id=cadre_id, ending=ending)

    def roster(self, unit_id: str, kind: str) -> str:
        """A roster of a unit and what is below it as Excel."""
        return url_for("download.roster", unit_id=unit_id, kind=kind)

    def post(self, post_id: str) -> str:
        """One post's page."""
        return url_for("post.show", post_id=post_id)

    def suggest(self, kind: str) -> str:
        """What a form field of this kind may mean, as JSON, for what is typed."""
        return url_for("suggest.show", kind=kind)

    def query_cancel(self, name: str, given: Mapping[str, Any]) -> str:
        """Where the form that ends a running query is sent."""
        return url_for("query_cancel.cancel", **_given(given), name=name)

    def query_waiting(self, token: str) -> str:
        """Whether the query of this token still runs, as JSON."""
        return url_for("query_cancel.waiting", token=token)

    def query_why(self, name: str, given: Mapping[str, Any], row: str) -> str:
        """Why a row, given as JSON, is in the result."""
        return url_for("query_why.show", **_given(given), name=name, row=row)

    def graph(self, given: Mapping[str, Any] | None = None) -> str:
        """The relations of things as a picture; what stands in it is in the address."""
        return url_for("graph.show", **(given or {}))

    def graph_difference(self, given: Mapping[str, Any]) -> str:
        """What changed in a picture of relations between two days or two states of the records."""
        return url_for("graph_difference.show", **given)

    def graph_of(self, *seeds: str, by: str | None = None) -> str:
        """The picture that starts with these things, or with `query:…`, `list:…` or `tree:…`."""
        return url_for("graph.show", at=list(seeds), by=by, about=seeds[0] if len(seeds) == 1 and by is None else None)

    def graph_of_query(self, name: str, given: Mapping[str, Any]) -> str:
        """The picture that starts with the things in the rows of a saved query."""
        return url_for("graph.show", at=f"query:{name}?{urlencode(_given(given), doseq=True)}")

    def graph_file(self, format: str, given: Mapping[str, Any]) -> str:  # noqa: A002 - its own word
        """A picture of relations as a file."""
        return url_for("graph_file.show", format=format, **given)

    def stories(self) -> str:
        """The stories of saved pictures; a picture more is sent there too."""
        return url_for("stories.show")

    def story(self, name: str) -> str:
        """One story; a change of it is sent there too."""
        return url_for("stories.one", name=name)

    def story_scene(self, name: str, number: int) -> str:
        """One picture of a story, from 1 on."""
        return url_for("stories.scene", name=name, number=number)

    def story_print(self, name: str) -> str:
        """A story as a whole."""
        return url_for("stories.printed", name=name)

    def graph_paths(self, people: Sequence[str] = (), given: Mapping[str, Any] | None = None) -> str:
        """The ways on which people are connected."""
        return url_for("graph_paths.show", who=list(people), **(given or {}))

    def keys(self) -> str:
        """What the keyboard does."""
        return url_for("keys.show")

    def styleguide(self) -> str:
        """The style guide."""
        return url_for("styleguide.show")

    def palette(self) -> str:
        """The colours as a style sheet."""
        return url_for("palette.show")

    def static(self, name: str) -> str:
        """A file of the program itself: style, script or picture."""
        return url_for("static", filename=name)

    def in_language(self, code: str) -> str:
        """The present page in another language; after a form was sent, the start page."""
        if request.endpoint is None or request.method != "GET":
            return url_for("home.show", lang=code)
        arguments = {**request.args.to_dict(flat=False), **(request.view_args or {}), "lang": code}
        return url_for(request.endpoint, **arguments)


def _of(as_of: str | None, known_on: str | None, frame: Mapping[str, Any] | None) -> dict[str, Any]:
    """The days and the frame of a trajectory as an address has them."""
    return {"as_of": as_of or None, "known_on": known_on or None, **(frame or {})}


def _about(endpoint: str, part: str, value: str, /, **rest: Any) -> str:  # noqa: ANN401 - as url_for takes it
    """An address with one part that varies: of those a page has hundreds, so its frame is built once a request."""
    frames: dict[str, tuple[str, str]] = g.setdefault("address_frames", {})
    frame = f"{endpoint} {rest}" if rest else endpoint
    if frame not in frames:
        parts: dict[str, Any] = {part: _HOLE, **rest}
        before, _, after = url_for(endpoint, **parts).partition(_HOLE)
        frames[frame] = (before, after)
    before, after = frames[frame]
    return f"{before}{quote(value, safe='')}{after}"


def _given(given: Mapping[str, Any] | None) -> dict[str, Any]:
    """The parameters of a query as an address has them; what belongs to the address itself is no parameter."""
    return {name: value for name, value in (given or {}).items() if name not in _TAKEN and not name.startswith("_")}
