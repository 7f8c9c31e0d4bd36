"""Which field of the model each column of a sample most likely holds, by its heading and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from graph.model.name_keys import plain_letters
from graph.model.schema import Access, Property, RecordType
from ingest.clean.tables import heading_key
from ingest.mapping.references import Reference, named_elsewhere, own_reference, without_number
from ingest.mapping.sampling import Sample
from ingest.mapping.targets import is_date, targets
from ingest.mapping.words import data

KEY: Final = "@key"
"""The field of what is identified by a column; not to be taken for the column `@key`."""
ROW_KEY: Final = "@key"
"""The column that holds the key of a row in an object of objects."""
NAME_PARTS: Final = ("@given", "@middle", "@family", "@suffix")
_ORDER: Final = (
    "Cadre", "Tenure", "Education", "FamilyMember", "Assessment", "Award", "Punishment", "Training", "Secondment",
    "RankRecord",
)  # fmt: skip
_NUMBERED: Final = ("id", "ids", "identifier", "identifiers")
"""Objects that hold the numbers of a person in several systems: `id.house`."""
PLAIN_KEYS: Final = ("id", "uuid", "编号")
_NAMED_BY_NUMBER: Final = ("unit_name", "parent", "unit")
"""Fields that name a unit, which many tables give by its number."""
_RARE: Final = 2
"""A heading that so many record types know speaks for one of them."""
_ANY_NAME: Final = frozenset({"name", "nom", "label", "nome"})
"""Headings of the name of anything."""
_NAMES: Final = frozenset({"name", "unit_name", "title"})
_LOOKED_AT: Final = 200
_MOST: Final = 0.8
_OF: Final = r"(?:(?:of|de|du|del|do|da|des|der|dello)\b\s*)?(?:(?:the|la|le|el)\b\s*|l['’])?"
"""What may stand between a heading's own word and what it is of."""
_A_NAME: Final = re.compile(r"[^\W\d_][^\W\d_.'’-]*\.?(?:[ '’-]+[^\W\d_]+[.]?){1,4}|[\u4e00-\u9fff]{2,4}")
_SCHEME: Final = re.compile(r"(?!own_id|id_number|person_key|name_birth)[a-z][a-z0-9_-]*")
_ASIDE: Final = "aside"
_MARKS: Final = re.compile(r"[\s_\-./]+")


@dataclass(slots=True)
class Guess:
    """One suggested record: its type, the column of each field, and where several of it are in a row."""

    type: str
    fields: dict[str, str] = field(default_factory=dict)
    each: str | None = None
    person: str | None = None
    """The column with the identifier of the person whom the record is about."""
    key: str | None = None
    """The column that numbers the records themselves."""
    references: dict[str, Reference] = field(default_factory=dict)
    """Fields whose columns hold numbers in place of names."""
    schemes: dict[str, str] = field(default_factory=dict)
    """Paths of further identifiers of a person, by their scheme."""

    alias: str | None = None
    """What other records call it, where there are several like it."""
    unsure: bool = False
    """Whether no heading speaks for it."""

    def columns(self) -> Iterator[str]:
        """Every column that the record reads, as seen from where it is made."""
        yield from self.fields.values()
        yield from (each for each in (self.key, self.person) if each)
        for reference in self.references.values():
            yield from (each.column for each in reference.tables())
        for path in self.schemes.values():
            yield from (f"{path.partition('[')[0]}.{name}" for name in ("scheme", path.rpartition(".")[2]))


def spelled(heading: str) -> str:
    """A heading for comparing."""
    return _MARKS.sub("", plain_letters(heading_key(heading)))


@cache
def _spellings(label: str) -> Mapping[str, str]:
    """Field by the spellings of its heading; those of the aliases go first."""
    declared = targets()[label]
    found: dict[str, str] = {}
    for name, words in data("aliases").get(label, {}).items():
        for word in words:
            found.setdefault(spelled(word), name)
    for prop in declared.properties.values():
        for word in (prop.zh, prop.en, prop.name, *prop.codes):
            found.setdefault(spelled(word), prop.name)
    return found


def field_of(label: str, column: str) -> str | None:
    """The field of a record type that a column's heading names: the whole of it, or its last part."""
    known = _spellings(label)
    parts = [part for part in re.split(r"[./]", column) if part != "#text"]  # as XML turned into JSON has it
    if not parts:
        return None
    if len(parts) > 1 and "/" not in column and spelled(parts[-1]) in _ANY_NAME:
        return _named_inside(label, parts)
    if len(parts) > 1 and spelled(parts[-2]) in _NUMBERED:
        return KEY if label == "Cadre" else None
    tries = [
        column,
        parts[-1].lstrip("@"),
        *([".".join(parts)] if "#text" in column else []),
        *(["".join(parts[-2:])] if len(parts) > 1 else []),
        *_without_frills(column, label),
        *(parts[:1] if _is_script(parts[-1]) else []),
    ]
    return next((known[text] for each in tries if (text := spelled(each)) in known), None)


def _is_script(heading: str) -> bool:
    """Whether the second line of a head only tells how what the first line names is written: `氏名/漢字`."""
    return spelled(heading) in frozenset(map(spelled, data("aliases")["words"]["scripts"]))


def _without_frills(column: str, label: str) -> Iterator[str]:
    """A heading without what it says of whom it is: `Nom de l'élu`; without what only leads to it: `Code sexe`."""
    if label == "Cadre" and (found := _of_people().fullmatch(column)):
        yield found["what"]
    if found := _leading().fullmatch(column):
        yield found["what"]


@cache
def _of_people() -> re.Pattern[str]:
    words = "|".join(map(re.escape, data("aliases")["words"]["of_people"]))
    return re.compile(
        rf"(?P<what>.+?)\s+(?:of|de|du|del|do|da|des|der|dello)?\s*(?:the|la|l['’]|le|el)?\s*(?:{words})", re.IGNORECASE
    )


@cache
def _leading() -> re.Pattern[str]:
    words = "|".join(map(re.escape, data("aliases")["words"]["leading"]))
    return re.compile(rf"(?:{words})\s+{_OF}(?P<what>.+)", re.IGNORECASE)


def _named_inside(label: str, parts: Sequence[str]) -> str | None:
    """The field that the name of an object inside the row is for: `party.name` is not the name of the person."""
    holders = data("aliases")["holders"]
    holder, known = spelled(parts[-2]), _spellings(label)
    if holder in holders["any"] or (label == "Cadre" and holder in holders["person"]):
        return known.get(spelled(parts[-1]))
    return known.get(spelled("".join(parts[-2:]))) or (known.get(holder) if label == "Tenure" else None)


def guesses(sample: Sample) -> list[Guess]:
    """The records a table seems to hold, the person first, each column in one of them."""
    kind = _kind_of_list(sample.rows)
    if kind == _ASIDE:
        return []
    found = [_fit(kind, sample.columns)] if kind else list(_in_row(sample))
    if kind and not _is_whole(targets()[kind], found[0]):
        found = []
    person = next((each for each in found if each.type == "Cadre"), None)
    if person is not None:
        person.schemes = _schemes_in(sample)
        found += _in_lists(sample, "")
    found += [] if person is not None else _people_in_lists(sample)
    return found or ([] if kind else list(_people_by_looks(sample)))


def _people_by_looks(sample: Sample) -> Iterator[Guess]:
    """People, where no heading is known but what stands in a column looks like their names."""
    for column, texts in sample.columns.items():
        some = texts[:_LOOKED_AT]
        if len(some) > 1 and sum(bool(_A_NAME.fullmatch(text)) for text in some) > len(some) * _MOST:
            yield Guess("Cadre", {"name": column}, unsure=True)
            return


def _kind_of_list(rows: str | None) -> str | None:
    """What a list of a file holds by its name alone: a record type that people are not found in, or nothing of ours."""
    name = spelled((rows or "").rsplit(".", maxsplit=1)[-1])
    return next((kind for kind, names in data("aliases")["lists"].items() if name in map(spelled, names)), None)


def _schemes_in(sample: Sample) -> dict[str, str]:
    """The identifiers that each person has in a list of schemes and values, where no two have the same."""
    found: dict[str, str] = {}
    for path, inner in sample.inner.items():
        for scheme, value in inner.schemes.items():
            if (
                value
                and spelled(path) in _NUMBERED
                and _SCHEME.fullmatch(name := scheme.casefold())
                and name not in found
            ):
                found[name] = f"{path}[scheme={scheme}].{value}"
    return found


def _people_in_lists(sample: Sample) -> list[Guess]:
    """People, and what they hold, in a list inside rows that are none: the members of a committee."""
    for path, inner in sample.inner.items():
        if spelled(path.split(".")[-1]) in data("aliases")["holders"]["people"]:
            found = list(_in_row(inner, of_people=True))
            if found and found[0].type == "Cadre":
                return [replace(each, each=path) for each in found]
    return []


def _in_lists(sample: Sample, prefix: str) -> Iterator[Guess]:
    """What the lists inside the rows seem to hold, and the lists inside of these."""
    for path, inner in sample.inner.items():
        best = _best(_ORDER[1:], inner.columns, speaks=True)
        if best is not None:
            best.each = f"{prefix}{path}"
            yield best
        yield from _in_lists(inner, f"{prefix}{path}.")


def _in_row(sample: Sample, *, of_people: bool = False) -> Iterator[Guess]:
    left = dict(sample.columns)
    person = _fit("Cadre", left)
    if not {"name", "@family"} & person.fields.keys():
        person.fields |= _names_inside(sample)
    if "name" not in person.fields and _are_names(sample.keys):
        person.fields["name"] = ROW_KEY
    named = "@family" in person.fields or ("name" in person.fields and (of_people or _is_person(person, sample)))
    if named:
        if sample.keys and ROW_KEY not in person.fields.values():
            person.fields.setdefault(KEY, ROW_KEY)
        yield person
        used = set(person.fields.values()) - {person.fields.get("current_post_text")}
        left = {column: texts for column, texts in left.items() if column not in used}
    elif KEY in person.fields:
        left = {column: texts for column, texts in left.items() if column != person.fields[KEY]}
    spoken_of = KEY in person.fields and not _names_itself(person.fields[KEY], left)
    others = list(_ORDER[1:]) if named or spoken_of else []
    best = _best(others, left, person.fields.get(KEY))
    if best is not None:
        if not named:
            best.key = _own_number(sample.columns, person.fields.get(KEY))
        yield best
        left = {column: texts for column, texts in left.items() if column not in best.fields.values()}
        second = _best([each for each in others if each != best.type], left, person.fields.get(KEY))
        if second is not None:
            yield second
    elif not named:
        yield from _thing(sample.columns)


def _names_inside(sample: Sample) -> Mapping[str, str]:
    """The parts of a name where the rows have a list of names: those of the first."""
    for path, inner in sample.inner.items():
        parts = {name: column for name, column in _fit("Cadre", inner.columns).fields.items() if name in NAME_PARTS}
        if {"@given", "@family"} <= parts.keys():
            return {name: f"{path}[0].{column}" for name, column in parts.items()}
    return {}


def _are_names(keys: Sequence[str]) -> bool:
    """Whether the keys of an object of objects look like people: words with a blank between them, no numbers."""
    return bool(keys) and all(" " in key and not any(map(str.isdigit, key)) for key in keys)


def _names_itself(key: str, columns: Mapping[str, Sequence[str]]) -> bool:
    """Whether a number is that of the row, which has a name of its own, and not of a person it speaks of."""
    return spelled(key) in PLAIN_KEYS and any(spelled(column) == "name" for column in columns)


def _own_number(columns: Mapping[str, Sequence[str]], person: str | None) -> str | None:
    """The column that numbers the rows themselves, beside the one that numbers the people they speak of."""
    named = (column for column in columns if column != person and spelled(column) in PLAIN_KEYS)
    return next((column for column in named if person is not None and columns[column]), None)


def _is_person(person: Guess, sample: Sample) -> bool:
    """Whether a column called `name` names people: something else that people have stands beside it."""
    telling = {"sex", "birth_month", "id_number", "work_start", "ethnicity", "native_place", "party_join", "party_text"}
    said = spelled(person.fields["name"]) not in _ANY_NAME
    inside = any(_best(["Tenure"], inner.columns) for inner in sample.inner.values())
    rest = {column: texts for column, texts in sample.columns.items() if column != person.fields["name"]}
    held = _fit("Tenure", rest).fields.keys()
    holds = "title" in held or {"unit_name", "start"} <= held or {"start", "end"} <= held
    return said or inside or holds or bool(telling & person.fields.keys())


def _thing(columns: Mapping[str, Sequence[str]]) -> Iterator[Guess]:
    """A table of no people: the record type most of whose fields it has, a unit where nothing speaks for another."""
    rest = [label for label in targets() if label not in ("Cadre", "Post", *_ORDER)]
    fits = [fit for label in rest if _is_whole(targets()[label], fit := _fit(label, columns)) and _is_evident(fit)]
    if fits:
        yield max(fits, key=lambda fit: (len(fit.fields), fit.type == "Unit"))


def _is_evident(fit: Guess) -> bool:
    """Whether the headings speak for the record type: a date and a name alone make nothing that few may read."""
    if targets()[fit.type].access < Access.ASSESSMENT:
        return bool(fit.fields)
    own = [column for column in fit.fields.values() if _known_to(spelled(column)) <= _RARE]
    return len(fit.fields) > 1 and bool(own)


@cache
def _known_to(heading: str) -> int:
    """How many record types have a field of this heading."""
    return sum(heading in _spellings(label) for label in targets())


def _best(
    labels: Sequence[str], columns: Mapping[str, Sequence[str]], key: str | None = None, *, speaks: bool = False
) -> Guess | None:
    """The record type most of whose fields the columns have; `key` is the column that tells of whom a row speaks."""
    fits = [fit for label in labels if len((fit := _fit(label, columns)).fields) >= _enough(label)]
    named = speaks or key is not None
    whole = [fit for fit in fits if _is_whole(targets()[fit.type], fit, speaks=named) and _is_evident(fit)]
    best = max(whole, key=lambda fit: len(fit.fields), default=None)
    if best is not None and key is not None:
        best.person = key
    return best


def _enough(label: str) -> int:
    return 1 if label in ("Tenure", "Education") else 2


def _is_whole(declared: RecordType, fit: Guess, *, speaks: bool = False) -> bool:
    """Whether all that the model requires is there, and something that tells one from another besides dates.

    Where a row speaks of a person from one day to another it is taken for a tenure, to be completed.
    """
    if declared.label == "Tenure" and speaks and {"start", "end"} <= fit.fields.keys():
        return True
    telling = [name for name in declared.key if name in declared.properties and not is_date(declared.properties[name])]
    if telling and not any(name in fit.fields for name in telling):
        return False
    links = all(
        not link.required or link.target == "Cadre" or link.name in fit.fields for link in declared.links.values()
    )
    return links and all(not prop.required or prop.name in fit.fields for prop in declared.properties.values())


def _fit(label: str, columns: Mapping[str, Sequence[str]]) -> Guess:
    fit = Guess(label)
    for column, texts in columns.items():
        name = field_of(label, column)
        if name and _goes_before(name, column, fit) and _can_hold(targets()[label].properties.get(name), texts):
            fit.fields[name] = column
    if label == "Cadre" and {"name", "@given"} <= fit.fields.keys() and "@family" not in fit.fields:
        fit.fields["@family"] = fit.fields.pop("name")  # `Name;Vorname`, `Nom;Prénom`
    _refer(fit, columns)
    return fit


def _goes_before(name: str, column: str, fit: Guess) -> bool:
    """Whether a column is the one for its field: the first, but `person_id` tells more of a person than `id`."""
    there = fit.fields.get(name)
    return there is None or (name == KEY and spelled(there) in PLAIN_KEYS and spelled(column) not in PLAIN_KEYS)


def _refer(fit: Guess, columns: Mapping[str, Sequence[str]]) -> None:
    """Take numbers of things for the fields that want their names, where no column has the name itself."""
    declared = targets()[fit.type]
    for name in list(fit.fields):
        if name in declared.links and (own := own_reference(declared, fit.fields, name, columns)):
            fit.references[name] = own
    for column in columns:
        about = without_number(spelled(column))
        name = _spellings(fit.type).get(about or "", "")
        if name in _NAMED_BY_NUMBER and name not in fit.fields and column not in fit.fields.values():
            fit.fields[name] = column
            own = own_reference(declared, fit.fields, name, columns) if name in declared.links else None
            fit.references[name] = own or named_elsewhere(declared, name, column)


def _can_hold(prop: Property | None, texts: Sequence[str]) -> bool:
    """Whether what stands in the column may be values of the property at all."""
    if prop is not None and prop.name in _NAMES and texts:
        return not all(text.isdigit() for text in texts)  # the numbers of things, not their names
    if prop is None or not is_date(prop) or not texts:
        return True
    return any(char.isdigit() for text in texts[:50] for char in text)
