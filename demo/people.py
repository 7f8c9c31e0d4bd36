"""One invented cadre: origin, studies, career, ranks, family and traits."""

from __future__ import annotations

from dataclasses import replace

from demo.army import service
from demo.careers import Plan, Register, Walker, plan
from demo.draw import Draw, drawing, table
from demo.idnumbers import id_number, mistyped
from demo.life import Person, Stage
from demo.months import at, year_of
from demo.naming import full_name
from demo.places import Spot, any_place
from demo.ranks import ranks
from demo.relatives import family
from demo.slots import Slot, spot_in
from demo.spells import spells
from demo.studies import first_studies, later_studies

# Ages on the day of the story by level of the post: (youngest, oldest); those gone and those near the end are older.
_AGES = {1: (31, 36), 2: (36, 46), 3: (42.5, 56), 4: (48.5, 57.5)}
_LATE = (50, 59)
_RETIRED_AGE = 60


def cadre(seed: int, slot: Slot, as_of: int, register: Register) -> Person:
    """The holder of a slot; the same for the same seed, slot and day."""
    draw = drawing(seed, slot.spot.city.number, slot.index, "person")
    retired = slot.gone and draw.hits(0.6)
    birth = _birth(draw, slot, as_of, retired)
    person = _origin(draw, slot, birth)
    begin = first_studies(draw, person, slot.track)
    points = plan(draw, slot, birth, begin, as_of)
    if slot.track == "demobilised":
        points = _from_the_army(draw, points, birth)
    _career(draw, person, slot, points, register)
    if points.left:
        _leave(draw, person, points.left, retired)
    person.spells = spells(draw, person)
    later_studies(person)
    person.ranks = ranks(draw, person, as_of)
    person.family = family(draw, person, slot.spot.names(), as_of)
    _papers(draw, person)
    _traits(draw, person)
    return person


def _birth(draw: Draw, slot: Slot, as_of: int, retired: bool) -> int:
    low, high = _LATE if slot.kind.late else _AGES[slot.kind.level]
    if retired:
        low, high = _RETIRED_AGE, _RETIRED_AGE + 2.4
    low -= 2 if slot.track == "selected" and slot.kind.level > 1 else 0
    return as_of - round(draw.uniform(low, high) * 12)


def _origin(draw: Draw, slot: Slot, birth: int) -> Person:
    shares, places, names = table("people")["shares"], table("places"), table("names")
    women = 0.1 if slot.track == "demobilised" else shares["women"] * 1.02
    sex = "女" if draw.hits(women) else "男"
    province = places["home_province"] if draw.hits(0.9) else draw.choice(places["provinces"])
    home = draw.choice(slot.spot.city.counties).name if draw.hits(0.6) else any_place(draw)
    outside = slot.track == "outside"
    return Person(
        name=full_name(draw, sex),
        sex=sex,
        birth=birth,
        ethnicity=draw.choice(names["ethnicities"]) if draw.hits(shares["minority"]) else "汉族",
        native=province + home,
        id_number=id_number(draw, birth, sex),
        track=slot.track,
        source=table("tracks")[slot.track]["source"],
        work_start=0,
        party_join=None if outside else at(year_of(birth) + draw.randint(19, 27), draw.choice((6, 7, 11, 12))),
        other_party=draw.choice(table("people")["other_parties"]) if outside else "",
        slot=slot.kind.key,
        line=_line(draw, slot),
    )


def _line(draw: Draw, slot: Slot) -> str:
    """The profession that leads to the slot: the post's own, the bureau's, or any of the kind of career."""
    professions = table("tracks")["professions"]
    by_post = professions.get(slot.kind.key)
    by_track = professions.get(slot.track, [""])
    by_field = professions["fields"][slot.spot.bureau.field] if slot.kind.key.startswith("bureau") else by_track
    return str(draw.choice(by_post or ([each for each in by_field if each in by_track] or by_track)))


def _from_the_army(draw: Draw, points: Plan, birth: int) -> Plan:
    """The first civil post comes with the transfer at 33 to 37; what was reached before was reached in uniform."""
    out = max(at(year_of(birth) + draw.randint(33, 36), draw.choice((9, 10, 11, 12))), points.entry + 130)
    levels = [out, *(max(each, out + 26 * number) for number, each in enumerate(points.levels[1:], 1))]
    ceiling = max(points.last, levels[-1])
    return replace(points, levels=tuple(min(each, ceiling) for each in levels), last=ceiling)


def _career(draw: Draw, person: Person, slot: Slot, points: Plan, register: Register) -> None:
    walker = Walker(draw, slot, person.party_join is not None, person.line, register, _home(draw, slot))
    if slot.track == "demobilised":
        person.stages += service(draw, points.entry, points.levels[0])
        points = replace(points, entry=points.levels[0])
    person.stages += walker.career(points)


def _home(draw: Draw, slot: Slot) -> Spot:
    return spot_in(draw, slot.spot.city, county=slot.spot.county, bureau=slot.spot.bureau, company=slot.spot.company)


def _leave(draw: Draw, person: Person, left: int, retired: bool) -> None:
    after = table("structure")["gone"]["after"]
    if retired:
        person.status = "离退"
        person.stages.append(Stage(left, None, "gone", 0, after["retired"], kind="retired"))
        return
    person.status = "调出"
    text = draw.choice(after["moved"]).format(
        organ=draw.choice(after["organs"]), division=draw.choice(after["divisions"])
    )
    person.stages.append(Stage(left, None, "gone", person.current.level, text, unit=text[:4]))


def _papers(draw: Draw, person: Person) -> None:
    """Which ID number the form and the workbook give: some none, some with a slip in one of them."""
    shares = table("people")["shares"]
    person.form_id = person.book_id = person.id_number
    if draw.hits(shares["missing_id"]):
        person.form_id = ""
        person.book_id = person.book_id if draw.hits(0.5) else ""
    elif draw.hits(shares["wrong_id"]):
        person.form_id = mistyped(person.id_number)
    person.picture = draw.randrange(12) if draw.hits(shares["photo"]) else None
    person.thin = draw.hits(0.04)


def _traits(draw: Draw, person: Person) -> None:
    """Two strengths and a weakness that the records about the person will keep coming back to."""
    competencies = [*table("competencies")["suits"]]
    chosen = draw.several(competencies, 3)
    person.strengths, person.weakness = (chosen[0], chosen[1]), chosen[2]
    field = person.current.fields[0] if person.current.fields else ""
    person.expertise = table("people")["expertise"].get(field, "")
