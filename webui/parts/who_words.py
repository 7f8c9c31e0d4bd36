"""What speaks for and against two records being one, and what is decided about them, in words."""

from __future__ import annotations

from analysis.who.model import Feature
from graph.model.codes import code_list
from graph.model.words import load_words
from webui.frame.language import language, say
from webui.parts.components import Cell, Column, Table, table
from webui.parts.formats import dated_text


def feature_text(code: str, *, units: bool = False) -> str:
    """What a feature of two persons, or of two units, tells."""
    return load_words("analysis.who", "unit_words.toml" if units else "words.toml")(code, language())


def features_table(features: tuple[Feature, ...], title: str, *, units: bool = False) -> Table:
    """One row a feature: what it tells, its points, and both values."""
    columns = [
        Column(say("who_feature")),
        Column(say("who_column_points"), "number"),
        Column(say("who_one")),
        Column(say("who_other")),
    ]
    return table(title, columns, [_cells(each, units=units) for each in features])


def _cells(feature: Feature, *, units: bool) -> list[Cell]:
    return [
        Cell(feature_text(feature.code, units=units)),
        Cell(f"{feature.points:+d}"),
        Cell(dated_text(feature.one)),
        Cell(dated_text(feature.other)),
    ]


def decision_text(state: str, *, units: bool = False) -> str:
    """What a state is called."""
    if not state:
        return say("who_waiting")
    if units and state in ("same", "different"):
        return say(f"who_units_{state}")
    return code_list("identity_decision").label(state, language())


def both(one: str, other: str) -> str:
    """Two names beside each other."""
    return f"{one} | {other}"
