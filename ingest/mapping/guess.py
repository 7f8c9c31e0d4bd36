"""Which field of the model each column of a sample most likely holds, by its heading and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from graph.model.schema import Access, RecordType
from ingest.mapping.guessed import Guess
from ingest.mapping.guessed_dates import dates_in_parts
from ingest.mapping.guessed_numbers import number_of_people
from ingest.mapping.guessed_values import can_hold
from ingest.mapping.headings import KEY, NUMBERED, any_names, field_in, field_of, spelled, spellings
from ingest.mapping.references import named_elsewhere, own_reference, without_number
from ingest.mapping.sampling import Sample
from ingest.mapping.targets import is_date, targets
from ingest.mapping.words import are_bodies, data

ROW_KEY: Final = "@key"
"""The column that holds the key of a row in an object of objects."""
NAME_PARTS: Final = ("@given", "@middle", "@family", "@suffix", "@second")
"""`@second` is a second family name, which stands behind the first."""
SPAN: Final = "@span"
"""The field of a column that holds a start and an end."""
_ORDER: Final = (
    "Cadre", "Tenure", "Education", "FamilyMember", "Assessment", "Award", "Punishment", "Training", "Secondment",
    "RankRecord",
)  # fmt: skip
OF_A_PERSON: Final = _ORDER[1:]
"""The record types that tell something of a person, the likelier first."""
PLAIN_KEYS: Final = ("id", "uid", "uuid", "编号")
_NAMED_BY_NUMBER: Final = ("unit_name", "parent", "unit")
"""Fields that name a unit, which many tables give by its number."""
_RARE: Final = 2
"""A heading that so many record types know speaks for one of them."""
_NAMES: Final = frozenset({"name", "unit_name", "title"})
_TELLING: Final = frozenset(
    {"sex", "birth_month", "id_number", "work_start", "ethnicity", "native_place", "party_join", "party_text"}
)
"""What only people have."""
_LOOKED_AT: Final = 200
_MOST: Final = 0.8
_A_NAME: Final = re.compile(r"[^\W\d_][^\W\d_.'’-]*[.,]?(?:[ '’-]+[^\W\d_]+[.]?){1,4}|[\u4e00-\u9fff]{2,4}")
_SCHEME: Final = re.compile(r"(?!own_id|id_number|person_key|name_birth)[a-z][a-z0-9_-]*")
_YEARLY: Final = "Assessment"
"""Its kind, which the model requires, needs no column: once a year is the usual one."""
_ASIDE: Final = "aside"


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
        if any(field_of(label, column) for label in _ORDER[1:]):
            continue  # the heading says that it is something else
        if are_bodies(some):
            yield _units_by_looks(sample, column)
            return
        looks = sum(bool(_A_NAME.fullmatch(text)) for text in some) > len(some) * _MOST
        if len(some) > 1 and looks and sample.filled.get(column, 0) > sample.count * _MOST:
            left = {name: others for name, others in sample.columns.items() if name != column}
            rest = _fit("Cadre", left).fields
            yield Guess("Cadre", {"name": column} | {name: rest[name] for name in _TELLING & rest.keys()}, unsure=True)
            held = best_of_a_person({name: texts for name, texts in left.items() if name not in rest.values()})
            yield from [held] if held is not None else ()
            return


def _units_by_looks(sample: Sample, column: str) -> Guess:
    left = {name: texts for name, texts in sample.columns.items() if name != column}
    return Guess("Unit", {"name": column} | _fit("Unit", left).fields, unsure=True)


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
                and spelled(path) in NUMBERED
                and _SCHEME.fullmatch(name := scheme.casefold())
                and name not in found
            ):
                found[name] = f"{path}[scheme={scheme}].{value}"
    return found


def _people_in_lists(sample: Sample, prefix: str = "", bodies: Sequence[str] = ()) -> list[Guess]:
    """People, and what they hold, in a list inside rows that are none, however deep: the members of a committee.

    `bodies` are the names of what holds the list, the nearest first; an office without a unit is one in the outermost.
    """
    bodies = [_body_in(sample), *bodies]
    for path, inner in sample.inner.items():
        of_people = spelled(path.split(".")[-1]) in data("aliases")["holders"]["people"]
        if of_people or person_of(inner.columns):
            found = list(_in_row(inner, of_people=of_people))
            if found and found[0].type == "Cadre":
                items = f"{prefix}{path}"
                held = [replace(each, each=items) for each in found] + list(_in_lists(inner, f"{items}."))
                for each in held:
                    _put_in_a_body(each, items, bodies)
                return held
    deeper = (_people_in_lists(inner, f"{prefix}{path}[].", bodies) for path, inner in sample.inner.items())
    return next(filter(None, deeper), [])


def _body_in(sample: Sample) -> str:
    """The column of rows that are no people which names the body they are; empty where none does."""
    named = [column for column in sample.columns if field_of("Unit", column) == "name" or _is_a_name(column)]
    named += [column for column, texts in sample.columns.items() if are_bodies(texts[:_LOOKED_AT])]
    return next(iter(named), "")


def _put_in_a_body(held: Guess, people: str, bodies: Sequence[str]) -> None:
    """Give an office that names no unit the body that the people of the list are in."""
    known = [(ups, name) for ups, name in enumerate(bodies, start=1) if name]
    if held.type == "Tenure" and "unit_name" not in held.fields and known:
        ups, name = known[-1]
        below = 0 if held.each == people else 1 + (held.each or "").removeprefix(f"{people}.").count(".")
        held.fields["unit_name"] = "../" * (ups + below) + name


def _in_lists(sample: Sample, prefix: str) -> Iterator[Guess]:
    """What the lists inside the rows seem to hold, and the lists inside of these."""
    for path, inner in sample.inner.items():
        if _kind_of_list(path) == _ASIDE:
            continue
        best = best_of_a_person(inner.columns) or _parties(inner.columns)
        if best is not None:
            _name_what_is_held(best, path, inner.columns)
            _take_kind_for_title(best, inner.columns)
            best.each = f"{prefix}{path}"
            yield best
        yield from _in_lists(inner, f"{prefix}{path}.")


def _parties(columns: Mapping[str, Sequence[str]]) -> Guess | None:
    """The parties that somebody was in, each from a day on: seats beside the work, by the name of the party."""
    party, times = _fit("Cadre", columns).fields.get("party_text"), _fit("Tenure", columns).fields
    if party is None or "start" not in times:
        return None
    days = {name: column for name, column in times.items() if name in ("start", "end")}
    return Guess("Tenure", {"unit_name": party, **days}, constants={"kind": "membership"})


def _name_what_is_held(held: Guess, path: str, columns: Mapping[str, Sequence[str]]) -> None:
    """Of what a person held from one day to another, a plain `name` is the post's, or in some lists the body's."""
    if held.type != "Tenure" or {"unit_name", "title"} & held.fields.keys():
        return
    named = next((column for column, texts in columns.items() if texts and spelled(column) in any_names()), None)
    if named is not None:
        of_bodies = any(word in spelled(path) for word in data("aliases")["words"]["bodies"])
        held.fields["unit_name" if of_bodies else "title"] = named


def _take_kind_for_title(held: Guess, columns: Mapping[str, Sequence[str]]) -> None:
    """Where no column names the post that was held from one day to another, one of kinds does: `type`."""
    if held.type != "Tenure" or "title" in held.fields or not {"start", "end"} <= held.fields.keys():
        return
    kinds = frozenset(map(spelled, data("aliases")["words"]["kinds"]))
    kind = next((each for each, texts in columns.items() if texts and spelled(each.split(".")[-1]) in kinds), None)
    if kind is not None and kind not in held.fields.values():
        held.fields["title"] = kind


def _in_row(sample: Sample, *, of_people: bool = False) -> Iterator[Guess]:
    left = dict(sample.columns)
    person = _fit("Cadre", left)
    _name_from_elsewhere(person, sample)
    named = "@family" in person.fields or ("name" in person.fields and (of_people or _is_person(person, sample)))
    if named:
        if sample.keys and ROW_KEY not in person.fields.values():
            person.fields.setdefault(KEY, ROW_KEY)
        if KEY not in person.fields and (number := number_of_people(sample, person.fields.values())):
            person.fields[KEY] = number
        yield person
        used = set(person.columns()) - {person.fields.get("current_post_text")}
        left = {column: texts for column, texts in left.items() if column not in used and not _is_a_name(column)}
    elif KEY in person.fields:
        left = {column: texts for column, texts in left.items() if column != person.fields[KEY]}
    spoken_of = KEY in person.fields and not _names_itself(person.fields[KEY], left)
    others = list(_ORDER[1:]) if named or spoken_of else []
    best = _best(others, left, person.fields.get(KEY))
    if best is not None:
        _take_kind_for_title(best, left)
        if not named:
            best.key = _own_number(sample.columns, person.fields.get(KEY))
        yield best
        left = {column: texts for column, texts in left.items() if column not in best.fields.values()}
        second = _best([each for each in others if each != best.type], left, person.fields.get(KEY))
        if second is not None and second.fields.keys() != {"unit_name"}:  # where, and nothing that was held there
            yield second
    elif not named:
        yield from _thing(sample.columns)


def _name_from_elsewhere(person: Guess, sample: Sample) -> None:
    """Where no column names the person, a list of names inside the rows does, or the key of each row."""
    if not {"name", "@family"} & person.fields.keys():
        person.fields |= _names_inside(sample)
    if "name" not in person.fields and _are_names(sample.keys):
        person.fields["name"] = ROW_KEY


def _is_a_name(column: str) -> bool:
    """Whether a heading is that of a name of anything: beside the name of a person it is another form of it."""
    return spelled(column) in any_names()


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
    return spelled(key) in PLAIN_KEYS and any(map(_is_a_name, columns))


def _own_number(columns: Mapping[str, Sequence[str]], person: str | None) -> str | None:
    """The column that numbers the rows themselves, beside the one that numbers the people they speak of."""
    named = (column for column in columns if column != person and spelled(column) in PLAIN_KEYS)
    return next((column for column in named if person is not None and columns[column]), None)


def _is_person(person: Guess, sample: Sample) -> bool:
    """Whether a column called `name` names people: something else that people have stands beside it."""
    said = spelled(person.fields["name"]) not in any_names()
    inside = any(_best(["Tenure"], inner.columns) for inner in sample.inner.values())
    rest = {column: texts for column, texts in sample.columns.items() if column != person.fields["name"]}
    held = _fit("Tenure", rest).fields.keys()
    holds = "title" in held or {"unit_name", "start"} <= held or {"start", "end"} <= held
    return (
        said or inside or holds or bool(_TELLING & person.fields.keys()) or _is_honoured(sample.columns, person, rest)
    )


def _is_honoured(columns: Mapping[str, Sequence[str]], person: Guess, rest: Mapping[str, Sequence[str]]) -> bool:
    """Whether awards stand beside a plain name that is none of bodies, as in a list of those honoured."""
    names = columns[person.fields["name"]][:_LOOKED_AT]
    looks = sum(bool(_A_NAME.fullmatch(text)) for text in names) > len(names) * _MOST
    return looks and not are_bodies(names) and {"name", "date"} <= _fit("Award", rest).fields.keys()


def _thing(columns: Mapping[str, Sequence[str]]) -> Iterator[Guess]:
    """A table of no people: the record type most of whose fields it has, a unit where nothing speaks for another."""
    post = _fit("Post", columns)
    if {"title", "unit"} <= post.fields.keys() and {"headcount", "duties"} & post.fields.keys():
        yield post
        return
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
    return sum(heading in spellings(label) for label in targets())


def _best(
    labels: Sequence[str], columns: Mapping[str, Sequence[str]], key: str | None = None, *, speaks: bool = False
) -> Guess | None:
    """The record type most of whose fields the columns have; `key` is the column that tells of whom a row speaks."""
    fits = [fit for label in labels if len((fit := _fit(label, columns)).fields) >= _enough(label)]
    named = speaks or key is not None
    whole = [fit for fit in fits if _is_whole(targets()[fit.type], fit, speaks=named) and _is_evident(fit)]
    whole += [fit for fit in fits if fit.type == _YEARLY and {"grade", "year"} <= fit.fields.keys()]
    best = max(whole, key=lambda fit: len(fit.fields), default=None)
    if best is not None and key is not None:
        best.person = key
    return best


def person_of(columns: Mapping[str, Sequence[str]]) -> Guess | None:
    """The person whom columns seem to tell of: a name, and something else that people have."""
    person = _fit("Cadre", columns)
    named = {"name", "@family"} & person.fields.keys()
    return person if named and (_TELLING | {"@given"}) & person.fields.keys() else None


def best_of_a_person(columns: Mapping[str, Sequence[str]]) -> Guess | None:
    """What columns with a start and an end, or whatever else is told of a person, seem to hold."""
    return _best(_ORDER[1:], columns, speaks=True)


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
        name = field_in(label, column, columns)
        if name in _NAMES and not texts and any(columns.values()):
            continue  # a key that holds nothing names nothing
        if name and _goes_before(name, column, fit) and can_hold(targets()[label].properties.get(name), texts):
            fit.fields[name] = column
    for base, parts in dates_in_parts(columns):
        name = field_in(label, base, columns)
        prop = targets()[label].properties.get(name or "")
        if prop and is_date(prop) and fit.fields.setdefault(prop.name, parts.columns[0]) in (base, *parts.columns):
            fit.dated[prop.name] = parts
    if (span := fit.fields.pop(SPAN, None)) and not {"start", "end"} & fit.fields.keys():
        fit.fields |= {"start": span, "end": span}
    if label == "Cadre" and {"name", "@given"} <= fit.fields.keys() and "@family" not in fit.fields:
        fit.fields["@family"] = fit.fields.pop("name")  # `Name;Vorname`, `Nom;Prénom`
    elif label == "Cadre" and {"name", "@family"} <= fit.fields.keys() and "@given" not in fit.fields:
        _take_for_given(fit, columns)
    _refer(fit, columns)
    return fit


def _take_for_given(fit: Guess, columns: Mapping[str, Sequence[str]]) -> None:
    """`Nome;Cognome`, `Nombre;Apellidos`: a plain name in which no family name stands is the given one."""
    families, names = columns[fit.fields["@family"]], columns[fit.fields["name"]]
    whole = sum(any(family in name for family in families[:_LOOKED_AT]) for name in names[:_LOOKED_AT])
    if _is_a_name(fit.fields["name"]) and names and not whole:
        fit.fields["@given"] = fit.fields.pop("name")


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
        name = spellings(fit.type).get(about or "", "")
        if name in _NAMED_BY_NUMBER and name not in fit.fields and column not in fit.fields.values():
            fit.fields[name] = column
            own = own_reference(declared, fit.fields, name, columns) if name in declared.links else None
            fit.references[name] = own or named_elsewhere(declared, name, column)
