"""Which pairs of persons are worth comparing, and which of them a person should look at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis.who.compare import compare, is_candidate, weights
from analysis.who.model import Candidate, Person
from analysis.who.names import UNREADABLE, Name, read_name

_MONTH = 7


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates, most likely first, and how many keys so many persons share that they were left out."""

    candidates: tuple[Candidate, ...]
    left_out: int


def find_candidates(persons: Iterable[Person]) -> Found:
    """All pairs that may be one person; equal whatever the order of `persons`.

    Only persons that share a key are compared: a name with a date, a school or a unit, or a name less one character
    with a date.
    """
    everybody = sorted(persons, key=lambda each: each.id)
    borne = Counter(read_name(each.name).usual for each in everybody)
    pairs, left_out = _pairs(everybody)
    found = []
    for one, other in pairs:
        a, b = everybody[one], everybody[other]
        names = {read_name(a.name).usual, read_name(b.name).usual}
        features = compare(a, b, rare=len(names) == 1 and borne[names.pop()] == 2)
        if is_candidate(features):
            found.append(Candidate(a, b, features))
    return Found(tuple(sorted(found, key=lambda each: (-each.score, each.pair))), left_out)


def pair_of(one: Person, other: Person, names: Iterable[str]) -> Candidate:
    """Two persons compared, whether or not they are candidates; `names` are of all persons that may bear theirs."""
    a, b = sorted((one, other), key=lambda each: each.id)
    usual = {read_name(a.name).usual, read_name(b.name).usual}
    bearers = sum(read_name(name).usual in usual for name in names)
    return Candidate(a, b, compare(a, b, rare=len(usual) == 1 and bearers == 2))


def _pairs(everybody: Sequence[Person]) -> tuple[set[tuple[int, int]], int]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, person in enumerate(everybody):
        for key in set(keys(person)):
            blocks[key].append(number)
    largest = weights()["largest_block"]
    kept = [block for block in blocks.values() if len(block) <= largest]
    return {pair for block in kept for pair in combinations(block, 2)}, len(blocks) - len(kept)


def keys(person: Person) -> Iterator[tuple[str, ...]]:
    """What persons that may be the same have in common with this one."""
    name = read_name(person.name)
    dates = list(_dates(person))
    for text in (name.usual, *name.former):
        yield from (("name", text, date) for date in dates)
        yield from (("name", text, study.school) for study in person.studies if study.school)
        yield from (("name", text, post.unit) for post in person.posts if post.unit)
    exact = [date for date in dates if len(date) > 2 + 4]
    if person.pinyin:
        yield from (("sound", person.pinyin, date) for date in exact)
    for rest in _less_one(name):
        yield from (("rest", rest, date) for date in exact)
    yield from (("number", number) for number in person.numbers)


def _dates(person: Person) -> Iterator[str]:
    if person.birth_month:
        yield f"b:{person.birth_month[:4]}"
        if len(person.birth_month) >= _MONTH:
            yield f"b:{person.birth_month[:_MONTH]}"
            yield f"m:{person.birth_month[5:7]}"
    if person.work_start and len(person.work_start) >= _MONTH:
        yield f"w:{person.work_start[:_MONTH]}"


def _less_one(name: Name) -> Iterator[str]:
    """The name without each character of the given name, and without what could not be read."""
    if name.usual.isascii() and UNREADABLE not in name.usual:
        return
    for place in range(1, len(name.usual)):
        yield f"{name.usual[:place]}_{name.usual[place + 1 :]}"
