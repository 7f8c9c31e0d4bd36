"""Columns of a sample that tell of several things: one a year (`2021年考核`), or numbered (`任职1`, `起1`)."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from graph.model.schema import Property
from ingest.mapping.guess import OF_A_PERSON, best_of_a_person, person_of
from ingest.mapping.guessed import Guess
from ingest.mapping.headings import spelled, spellings
from ingest.mapping.model import NUMBER
from ingest.mapping.reading import known_code
from ingest.mapping.targets import targets

_YEARLY: Final = re.compile(r"(?P<before>\D*)(?:19|20)\d\d(?P<after>\D*)")
_NUMBERED: Final = re.compile(r"(?P<before>.*?\D|)(?P<number>\d{1,2}|[一二三四五六七八九十]+)(?P<after>\D*)")
_AGAIN: Final = re.compile(r"(?P<name>.+)#\d+")
_MARKS: Final = (";", "；", "|")
_YEAR: Final = r"(?P<year>\d{4})"


def grouped(columns: Mapping[str, Sequence[str]]) -> Iterator[Guess]:
    """The records that groups of columns seem to hold, where the rows are people."""
    yield from _yearly(columns)
    numbered = list(_numbered(columns))
    yield from numbered
    coded = list(_under_codes(columns))
    covered = {name for each in (*numbered, *coded) for name in each.covers}
    yield from coded
    yield from _headed({name: texts for name, texts in columns.items() if name not in covered})


def cut_side_by_side(guess: Guess, columns: Mapping[str, Sequence[str]]) -> None:
    """Where several columns of a record hold lists (`A;B` beside `2001;2005`), make it one record for each place."""
    names = list(dict.fromkeys(guess.fields.values()))
    for mark in _MARKS:
        lists = [name for name in names if _are_lists(columns.get(name, ()), mark)]
        if guess.type != "Cadre" and guess.each is None and len(lists) > 1:
            together = json.dumps(lists, ensure_ascii=False)
            guess.each_as = f'{{ together = {together}, split = "{mark}" }}'
            guess.covers = frozenset(lists)
            cut = {name: [part.strip() for text in columns[name] for part in text.split(mark)] for name in lists}
            guess.texts = {f"../{name}": columns.get(name, ()) for name in names} | cut
            guess.fields = {key: name if name in lists else f"../{name}" for key, name in guess.fields.items()}
            return


def _are_lists(texts: Sequence[str], mark: str) -> bool:
    return bool(texts) and sum(mark in text for text in texts) * 3 >= len(texts)


def _yearly(columns: Mapping[str, Sequence[str]]) -> Iterator[Guess]:
    """The grades of a person's yearly assessments, a column for each year."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in columns:
        if found := _YEARLY.fullmatch(name):
            groups[found["before"], found["after"]].append(name)
    for (before, after), names in groups.items():
        texts = [text for name in names for text in columns[name]]
        grade = targets()["Assessment"].properties["grade"]
        known = sum(known_code(grade.choices or "", text) is not None for text in texts)
        if len(names) > 1 and known * 2 > len(texts):
            pattern = f"{re.escape(before)}{_YEAR}{re.escape(after)}"
            yield Guess(
                "Assessment",
                {"year": "year", "grade": "@item"},
                each_as=f"{{ columns = {json.dumps(pattern, ensure_ascii=False)} }}",
                covers=frozenset(names),
                texts={"@item": texts},
            )


def numbered_people(columns: Mapping[str, Sequence[str]]) -> list[Guess]:
    """People side by side in a row, `Name1`, `Born1`, `Name2` …, and what each of them seems to hold."""
    again = _again(columns)
    texts = {base: [text for name in names.values() for text in columns[name]] for base, names in again.items()}
    bare = {base.replace(NUMBER, "").strip(): base for base in reversed(texts) if NUMBER in base}
    person = person_of({name: texts[base] for name, base in bare.items()})
    if person is None:
        return []
    left = {name: texts[base] for name, base in bare.items() if name not in person.fields.values()}
    held = best_of_a_person(left)
    found = [person, *([held] if held is not None and not held.references else [])]
    used = [base for base in texts if any(bare[name] == base for each in found for name in each.fields.values())]
    if len(used) < 2:
        return []
    name = bare[next(person.fields[each] for each in ("name", "@family") if each in person.fields)]
    for each in found:
        each.fields = {key: bare[column] for key, column in each.fields.items()}
        each.each_as = f"{{ together = {json.dumps(used, ensure_ascii=False)} }}"
        each.when = name
        each.covers = frozenset(column for base in used for column in again[base].values())
        each.texts = texts
    return found


def _again(columns: Mapping[str, Sequence[str]]) -> dict[str, dict[str, str]]:
    """The columns that come again, by what they are called without their number."""
    groups: dict[str, dict[str, str]] = defaultdict(dict)
    for name in columns:
        for base, number in _bases(name):
            groups[base][number] = name
    return {base: names for base, names in groups.items() if len(names) > 1}


def _numbered(columns: Mapping[str, Sequence[str]]) -> Iterator[Guess]:
    """What several columns tell together, and the same columns again."""
    again = _again(columns)
    texts = {base: [text for name in names.values() for text in columns[name]] for base, names in again.items()}
    bare = {base.replace(NUMBER, ""): base for base in reversed(texts)}
    best = best_of_a_person({name: texts[base] for name, base in bare.items()})
    if best is not None and len(best.fields) > 1 and not best.references:
        best.fields = {key: bare[name] for key, name in best.fields.items()}
        names = [base for base in texts if base in best.fields.values()]
        if len(names) < 2:
            return  # one column that tells start and end
        best.each_as = f"{{ together = {json.dumps(names, ensure_ascii=False)} }}"
        best.covers = frozenset(column for base in names for column in again[base].values())
        best.texts = texts
        yield best


def _headed(columns: Mapping[str, Sequence[str]]) -> Iterator[Guess]:
    """What stands under one heading of a head of two lines goes together, where several headings head the like."""
    groups: dict[str, dict[str, Sequence[str]]] = defaultdict(dict)
    for name, texts in columns.items():
        if "/" in name:
            groups[name.partition("/")[0]][name] = texts
    found = [best for group in groups.values() if (best := best_of_a_person(group)) and len(best.fields) > 1]
    for best in found:
        if not best.references and sum(each.type == best.type for each in found) > 1:
            best.covers = frozenset(best.fields.values())
            best.alias = best.fields[next(iter(best.fields))].partition("/")[0]
            yield best


def _under_codes(columns: Mapping[str, Sequence[str]]) -> Iterator[Guess]:
    """What a head of two lines says in codes, `学历/全日制` beside `学历/在职`: one record for each of them."""
    for name in columns:
        above, _, below = name.partition("/")
        for label in OF_A_PERSON if below else ():
            field = spellings(label).get(spelled(above), "")
            coded = next((prop for prop in targets()[label].properties.values() if _is_code(prop, below)), None)
            if field in targets()[label].properties and coded is not None and coded.name != field:
                constant = {coded.name: known_code(coded.choices or "", below) or below}
                yield Guess(label, {field: name}, constants=constant, when=name, covers=frozenset({name}), alias=name)
                break


def _is_code(prop: Property, text: str) -> bool:
    return bool(prop.choices) and known_code(prop.choices or "", text) is not None


def _bases(name: str) -> Iterator[tuple[str, str]]:
    """The name that a column shares with others like it, and its number among them."""
    if found := _AGAIN.fullmatch(name):
        yield found["name"], name
    elif found := _NUMBERED.fullmatch(name):
        yield f"{found['before']}{NUMBER}{found['after']}", found["number"]
    else:
        yield name, name
