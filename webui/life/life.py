"""One cadre as an address asks for it: read at once, worked out where a part of a page needs it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from flask import render_template
from markupsafe import Markup

from analysis.career import Career, build_career
from analysis.image_tree import ImageTree, build_image_tree
from graph.model.dossier import Dossier, DossierRows
from graph.model.records.work_project import WorkProject
from graph.model.schema import Access, Record
from ingest.past.cadre import cadre_known_on
from queries.dossier import make_dossier, read_rows
from webui.frame.language import language
from webui.frame.past import day_of, known_day
from webui.frame.urls import Urls
from webui.frame.view import View
from webui.held.services import services
from webui.parts.things import pages_named

T = TypeVar("T")

Pages = Callable[[str], Mapping[str, str]]
"""From the id of a record to the pages of what it names, by name."""


@dataclass(frozen=True)
class Life:
    """A cadre's records as they are, or as they were known on a day, and what follows from them as of a day.

    `as_of` is the day asked for, empty for today; `known` the day of knowledge, empty for all that is known.
    """

    cadre_id: str
    rows: DossierRows
    as_of: str
    known: str
    today: str
    clearance: Access

    @cached_property
    def dossier(self) -> Dossier:
        """The records, typed."""
        return make_dossier(self.rows, self.clearance)

    @cached_property
    def career(self) -> Career:
        """The trajectory; raises InputError for a day that is none."""
        return build_career(self.dossier, self.as_of or None, today=self.today)

    @cached_property
    def tree(self) -> ImageTree:
        """The image tree; raises likewise."""
        return build_image_tree(self.dossier, self.as_of or None, today=self.today)

    def pages(self, record_id: str) -> Mapping[str, str]:
        """By name, the pages of what a record names: units, posts, projects and colleagues; of a project its own."""
        record = self._by_id.get(record_id)
        if record is None:
            return {}
        own = {record.title or "": Urls().evidence(record.id)} if isinstance(record, WorkProject) else {}
        return {**pages_named(record), **own}

    @cached_property
    def _by_id(self) -> Mapping[str, Record]:
        return {each.id: each for some in self.dossier.records.values() for each in some}

    @cached_property
    def stamp(self) -> tuple[Hashable, ...]:
        """All that what is made of this life depends on: a digest of the records, days, clearance, language."""
        digest = hashlib.blake2b(repr(self.rows).encode(), digest_size=16).digest()
        return (digest, self.cadre_id, self.as_of, self.known, self.today, self.clearance, language())

    def kept(self, part: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes, or made of the same data before; `part` tells it from all else made of this life."""
        return services().kept.get((*self.stamp, part), make)

    def section(self, part: Hashable, make: Callable[[], View]) -> Markup:
        """A part of a page as HTML, kept likewise."""
        return self.kept(part, lambda: _rendered(make()))

    def findings(self) -> list[dict[str, Any]]:
        """What the importers were not sure of about the cadre, as rows of a table of findings."""
        names = ("severity", "code", "sheet", "row", "line", "column", "value", "reason", "reason_en")
        rows = [
            {"document": each.sources[0].document, **{name: getattr(each, name) for name in names}}
            for each in self.dossier.findings
        ]
        return sorted(rows, key=_by_place)


def _by_place(row: Mapping[str, Any]) -> tuple[str, str, int, int, str]:
    return row["document"], row["sheet"] or "", row["row"] or 0, row["line"] or 0, row["column"] or ""


def life_of(cadre_id: str) -> Life:
    """The cadre as `?as_of=` and `?known_on=` of the present address ask for it; raises NotFoundError."""
    known = known_day()
    return life_on(cadre_id, day_of("as_of") or known, known)


def life_on(cadre_id: str, as_of: str, known: str) -> Life:
    """The cadre as of a day, as known on a day (each empty for the present); raises NotFoundError."""
    using = services()
    clearance = using.settings.clearance
    if known:
        rows = cadre_known_on(using.graph, using.settings, cadre_id, known)
    else:
        rows = read_rows(using.graph, cadre_id, clearance)
    return Life(cadre_id, rows, as_of, known, using.today(), clearance)


def _rendered(view: View) -> Markup:
    return Markup(render_template(view.template, view=view))  # noqa: S704 - the template has escaped every text
