"""Forms through the graph and out again, on both engines: read, kept, written and read once more they are the same."""

from __future__ import annotations

import base64
from pathlib import Path

from demo.city import generate
from export.approval_form.make import make_form
from export.lrmx import render_form
from graph.model.schema import Access
from graph.settings import Settings
from graph.store.connection import Graph
from ingest.importers.lrmx.elements import read_elements
from ingest.run import import_paths
from queries.dossier import read_dossier
from queries.forms import read_form
from queries.search import find_cadres

NEVER = {"id-number", "minor"}


def test_the_forms_of_the_city_come_back(graph: Graph, engine_settings: Settings, tmp_path: Path) -> None:
    city = generate(tmp_path / "city", cadres=8, seed=3).folder
    forms = {path.name: path for path in city.rglob("*.lrmx")}
    assert import_paths(graph, engine_settings, list(forms.values())).batch
    again = tmp_path / "again.lrmx"
    seen = set()
    for cadre in find_cadres(graph):
        stored = read_form(graph, cadre.id, Access.RESTRICTED)
        assert stored
        photos = engine_settings.data / "photos"
        made = make_form(read_dossier(graph, cadre.id), stored, today="2026-11-28", photos=photos)
        again.write_bytes(render_form(made.form, photo=base64.b64encode(made.photo).decode()))
        before, after = read_elements(forms[stored.document]), read_elements(again)
        lost = {loss.element for loss in made.losses}
        assert {loss.code for loss in made.losses} <= NEVER
        assert [part.name for part in before.order] == [part.name for part in after.order]
        differing = {name for name, text in before.texts.items() if after.texts[name] != text}
        assert differing <= lost
        if before.family != after.family:
            assert "JiaTingChengYuan" in lost
        seen.add(stored.document)
    assert seen == set(forms)


def test_a_reader_without_the_class_gets_no_form(graph: Graph) -> None:
    assert read_form(graph, "cad_x", Access.ASSESSMENT) is None
