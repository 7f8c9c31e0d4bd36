"""The word lists of the résumé reader say the same as the types that the code compares with."""

from __future__ import annotations

from typing import get_args

from ingest.resume.lexicon import TITLES_DATA, UNITS, TitleGroup, UnitKind


def test_groups_of_titles_are_those_of_the_type() -> None:
    assert {*TITLES_DATA["groups"], "rank", "calling"} == {*get_args(TitleGroup)}


def test_classes_of_units_are_those_of_the_type() -> None:
    assert {*UNITS["endings"], "place", "other"} == {*get_args(UnitKind)}
