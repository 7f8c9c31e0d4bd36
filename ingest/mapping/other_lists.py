"""Numbers of things in a file of several lists: a suggested mapping looks their names up in the list that has them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from ingest.mapping.guess import PLAIN_KEYS
from ingest.mapping.guessed import Guess
from ingest.mapping.headings import field_of, spelled, spellings
from ingest.mapping.references import Reference, named_elsewhere, without_number
from ingest.mapping.sampling import Sample
from ingest.mapping.targets import targets
from ingest.mapping.words import data

_HALF: Final = 0.5
_DAYS: Final = ("start", "end")


def refer_within(some: Sequence[tuple[Sample, Sequence[Guess]]]) -> None:
    """Look names up in another list of the same file, where it holds most of the numbers that a column gives."""
    named = [(sample, guess) for sample, found in some for guess in found if {"code", "name"} <= guess.fields.keys()]
    posts = [(sample, guess) for sample, found in some for guess in found if guess.type == "Post" and sample.rows]
    for sample, found in some:
        for guess in found:
            for field_name, each in list(guess.references.items()):
                if each.records is None and sample.rows:
                    guess.references[field_name] = each.in_list(sample.rows)
                told = set(_column(sample, guess.each, each.column))
                for other, thing in named:
                    code, name = thing.fields["code"], thing.fields["name"]
                    if each.records == thing.type and other.rows and _are_mostly(told, other.columns[code]):
                        guess.references[field_name] = replace(each, rows=other.rows, records=None, key=code, take=name)
            if guess.type == "Tenure":
                _refer_to_posts(sample, guess, posts)
                _refer_to_units(sample, guess, named)
                _refer_to_periods(sample, guess, [other for other, records in some if other.rows and not records])


def _are_mostly(told: Collection[str], numbers: Sequence[str]) -> bool:
    """Whether at least half of the numbers told are among these."""
    return bool(told) and len(set(told).intersection(numbers)) >= len(told) * _HALF


def _refer_to_posts(sample: Sample, guess: Guess, posts: Sequence[tuple[Sample, Guess]]) -> None:
    """Take title and unit from a list of posts of the same file, where the tenure gives the number of its post."""
    columns = _of_inner(sample, guess.each).columns
    for column in columns:
        if without_number(spelled(column)) not in _spelled_words("posts"):
            continue
        for other, post in posts:
            numbers = next((name for name in other.columns if spelled(name) in PLAIN_KEYS), None)
            if numbers is None or not _are_mostly(columns[column], other.columns[numbers]):
                continue
            named = Reference("title", column, "posts", numbers, post.fields["title"], rows=other.rows)
            guess.references["title"] = replace(named, own=guess.fields.get("title"))
            guess.fields["title"] = column
            unit, its_unit = guess.references.get("unit_name"), post.references.get("unit")
            if unit is not None and its_unit is not None:
                through = replace(named, field="post_unit", take=its_unit.column)
                guess.references["unit_name"] = replace(unit, else_by=through)


def _refer_to_units(sample: Sample, guess: Guess, named: Sequence[tuple[Sample, Guess]]) -> None:
    """Take the unit from a list of units of the same file, whose numbers are surer than what a heading may mean."""
    if "unit_name" in guess.references:
        return
    columns = _of_inner(sample, guess.each).columns
    for column in columns:
        if spellings("Tenure").get(without_number(spelled(column.split(".")[-1])) or "") != "unit_name":
            continue
        for other, unit in named:
            if unit.type == "Unit" and other.rows and _are_mostly(columns[column], other.columns[unit.fields["code"]]):
                found = named_elsewhere(targets()["Tenure"], "unit_name", column)
                key, name = unit.fields["code"], unit.fields["name"]
                guess.references["unit_name"] = replace(found, rows=other.rows, records=None, key=key, take=name)
                guess.fields["unit_name"] = column
                return


def _refer_to_periods(sample: Sample, guess: Guess, others: Sequence[Sample]) -> None:
    """Take a start and an end from a list of periods of the same file, where the tenure gives the number of its own."""
    columns = _of_inner(sample, guess.each).columns
    read = set(guess.columns())
    for column in (each for each in columns if without_number(spelled(each)) and each not in read):
        for other in others:
            numbers = next((name for name in other.columns if spelled(name) in PLAIN_KEYS), None)
            days = {name: each for each in other.columns if (name := field_of("Tenure", each)) in _DAYS}
            if numbers is None or "start" not in days or not _are_mostly(columns[column], other.columns[numbers]):
                continue
            for name, take in days.items():
                own = guess.fields.get(name)
                named = Reference(name, column, "periods", numbers, take, rows=other.rows, own=own, own_first=True)
                guess.references[name] = named
                guess.fields.setdefault(name, column)
            return


def _of_inner(sample: Sample, path: str | None) -> Sample:
    """The rows themselves, or a list inside of them."""
    return sample if path is None else next((each for name, each in sample.inner.items() if name == path), sample)


@cache
def _spelled_words(name: str) -> frozenset[str]:
    return frozenset(map(spelled, data("aliases")["words"][name]))


def _column(sample: Sample, path: str | None, column: str) -> Sequence[str]:
    """The texts of a column of the rows, or of a list inside of them."""
    if path is None:
        return sample.columns.get(column, ())
    return next((_column(inner, None, column) for name, inner in sample.inner.items() if name == path), ())
