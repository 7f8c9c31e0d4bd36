"""The whole invented department as files: forms, collection workbooks, work-record workbooks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sized
from dataclasses import dataclass, field
from pathlib import Path

from demo.book import Row, person_rows, unit_rows
from demo.careers import Register
from demo.draw import drawing
from demo.forms import family_items, form
from demo.life import Person
from demo.merits import add_merits
from demo.mistakes import contradict, contradict_ranks, misspell_rows, mistype
from demo.months import compact, month
from demo.people import cadre
from demo.places import City, city, most_cities
from demo.records import officers, records
from demo.sheets import Rows
from demo.showcase import SLOT as SHOWCASE
from demo.showcase import showcase
from demo.slots import Slot, slots
from export.collection_workbook import write_collection_workbook
from export.lrmx import write_lrmx
from export.work_records import write_workbook
from graph.errors import InputError
from graph.model.sheets import Cover

CADRES_PER_CITY = 200
FORM_FOLDER = "任免审批表"
BOOK_FOLDER = "信息采集表"
WORK_FOLDER = "工作纪实"


@dataclass(slots=True)
class Manifest:
    """What was written: the folder, the number of cadres and files, the rows of each sheet, and the slips on purpose.

    `showcase` is the name of the cadre whose life is told in full.
    """

    folder: Path
    cadres: int = 0
    forms: int = 0
    workbooks: list[Path] = field(default_factory=list)
    rows: Counter[str] = field(default_factory=Counter)
    mistakes: Counter[str] = field(default_factory=Counter)
    showcase: str = ""


Progress = Callable[[int, int], None]


def generate(
    folder: Path, cadres: int = CADRES_PER_CITY, seed: int = 1, as_of: str = "2024-03", progress: Progress | None = None
) -> Manifest:
    """Write the files of `cadres` invented cadres below `folder`, as they stood in the month `as_of` (YYYY-MM).

    Cities of 200 are made one after another, so memory does not grow; the same arguments give the same bytes.
    `progress` is told (cadres done, cadres in all) after each city. InputError where there are no names for so many.
    """
    most = most_cities(seed) * CADRES_PER_CITY
    if not 1 <= cadres <= most:
        raise InputError(f"{cadres} cadres cannot be invented.", hint=f"Ask for 1 to {most}.")
    manifest = Manifest(folder)
    for name in (FORM_FOLDER, BOOK_FOLDER, WORK_FOLDER):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for number in range(-(-cadres // CADRES_PER_CITY)):
        count = min(CADRES_PER_CITY, cadres - number * CADRES_PER_CITY)
        _city(manifest, seed, number, count, month(as_of))
        if progress:
            progress(manifest.cadres, cadres)
    return manifest


def _city(manifest: Manifest, seed: int, number: int, count: int, as_of: int) -> None:
    place = city(seed, number)
    filled = slots(seed, place)
    people = population(seed, place, filled[:count], as_of)
    _forms(manifest, seed, place, people, as_of)
    _collection(manifest, seed, place, people, filled, as_of)
    _work(manifest, place, records(seed, place, people, as_of))
    manifest.cadres += len(people)
    manifest.showcase = manifest.showcase or people[0].name


def population(seed: int, place: City, filled: list[Slot], as_of: int) -> list[Person]:
    """The cadres of a city; who holds a post today is settled before the past of anybody."""
    register = Register()
    people: list[Person] = []
    if place.number == 0:
        people.append(showcase(as_of))
        for stage in people[0].stages:
            if stage.holdings:
                register.take(stage.holdings, stage.start, stage.end)
        filled = filled[1:]
    for slot in sorted(filled, key=lambda each: -each.kind.level):
        person = cadre(seed, slot, as_of, register)
        add_merits(drawing(seed, person.id_number, "merits"), person, place, as_of)
        people.append(person)
    return people


def _forms(manifest: Manifest, seed: int, place: City, people: list[Person], as_of: int) -> None:
    names = officers(seed, place)
    folder = manifest.folder / FORM_FOLDER / place.full
    folder.mkdir(exist_ok=True)
    for number, person in enumerate(people, 1):
        draw = drawing(seed, person.id_number, "form")
        if number > 1 and draw.hits(0.03):
            continue
        values = form(draw, person, as_of, f"中共{place.full}委组织部", draw.choice(names))
        if person.slot != SHOWCASE:
            contradict(draw, person, values, manifest.mistakes)
            mistype(draw, values, manifest.mistakes)
        write_lrmx(folder / f"{number:03d}{person.name}.lrmx", values, family_items(person))
        manifest.forms += 1


def _collection(
    manifest: Manifest, seed: int, place: City, people: list[Person], filled: list[Slot], as_of: int
) -> None:
    sheets: dict[str, list[Row]] = defaultdict(list)
    sheets["B01单位"] = [*unit_rows(seed, place, filled)]
    for person in people:
        draw = drawing(seed, person.id_number, "book")
        rows = [*person_rows(draw, person, place)]
        if person.slot != SHOWCASE:
            contradict_ranks(draw, rows, manifest.mistakes)
            misspell_rows(draw, rows, manifest.mistakes)
        for sheet, row in rows:
            sheets[sheet].append(row)
    path = manifest.folder / BOOK_FOLDER / f"{place.full}信息采集表.xlsx"
    notes = {
        "填报单位": f"中共{place.full}委组织部",
        "填报日期": f"{compact(as_of)}01",
        "填报人": officers(seed, place)[0],
    }
    write_collection_workbook(path, sheets, notes=notes)
    _count(manifest, path, sheets)


def _work(manifest: Manifest, place: City, rows: Rows) -> None:
    folder = manifest.folder / WORK_FOLDER / place.full
    folder.mkdir(exist_ok=True)
    for name, book in rows.books.items():
        path = folder / f"{name}.xlsx"
        write_workbook(path, rows.rows[name], Cover(book.issuer, book.period, book.filled_on, book.filled_by))
        _count(manifest, path, rows.rows[name])


def _count(manifest: Manifest, path: Path, sheets: Mapping[str, Sized]) -> None:
    manifest.workbooks.append(path)
    manifest.rows.update({sheet: len(rows) for sheet, rows in sheets.items()})
