"""Which posts of a city are filled on the day of the story, and which kind of career fills each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from demo.draw import Draw, drawing, table
from demo.places import Bureau, City, County, Spot
from demo.posts import Post, post
from demo.showcase import POST as SHOWCASE_POST


@dataclass(frozen=True, slots=True)
class Slot:
    """A post to fill: `gone` means that its holder has left; `track` is the kind of career that leads there."""

    index: int
    kind: Post
    spot: Spot
    gone: bool
    track: str


def slots(seed: int, city: City) -> list[Slot]:
    """The 200 filled posts of a city in an order in which any first part is a fair mixture.

    In the first city the showcase's post comes first of all.
    """
    draw = drawing(seed, city.number, "slots")
    places = [*_places(draw, city)]
    draw.shuffle(places)
    if city.number == 0:
        places.sort(key=lambda each: not (each[0].key == SHOWCASE_POST and each[1].county is city.counties[0]))
    tracks = _tracks(draw, [(kind, gone) for kind, _, gone in places])
    return [
        Slot(index, kind, spot, gone, track)
        for index, ((kind, spot, gone), track) in enumerate(zip(places, tracks, strict=True))
    ]


def spot_in(
    draw: Draw,
    city: City,
    county: County | None = None,
    bureau: Bureau | None = None,
    company: str = "",
    town: str = "",
) -> Spot:
    """A spot in the city; what is not given is drawn."""
    county = county or draw.choice(city.counties)
    bureau = bureau or draw.choice(city.bureaus)
    return Spot(
        city=city,
        county=county,
        town=town or draw.choice(county.towns),
        bureau=bureau,
        division=draw.choice(bureau.divisions),
        company=company or draw.choice(city.companies),
        county_bureau=draw.choice(table("structure")["counties"]["bureaus"]),
    )


Place = tuple[Post, Spot, bool]


def _places(draw: Draw, city: City) -> Iterator[Place]:
    structure = table("structure")
    for county in city.counties:
        yield from _filled(structure["county"]["slots"], partial(spot_in, draw, city, county=county))
    for bureau in city.bureaus:
        yield from _filled(structure["bureau"]["slots"], partial(spot_in, draw, city, bureau=bureau))
    yield from _filled(structure["zone"]["slots"], partial(spot_in, draw, city))
    for company in city.companies:
        yield from _filled(structure["company"]["slots"], partial(spot_in, draw, city, company=company))
    yield from _young(draw, city, structure["young"]["slots"])
    for kind, spot, _ in _filled(structure["gone"]["slots"], partial(spot_in, draw, city)):
        yield kind, spot, True


def _filled(counts: dict[str, int], spot: Callable[[], Spot]) -> Iterator[Place]:
    for key, count in counts.items():
        for _ in range(count):
            yield post(key), spot(), False


def _young(draw: Draw, city: City, counts: dict[str, int]) -> Iterator[Place]:
    """Town posts go round the towns, and county bureaus are taken in turn, so that none has two heads."""
    towns = [(county, town) for county in city.counties for town in county.towns]
    draw.shuffle(towns)
    bureaus = table("structure")["counties"]["bureaus"]
    turn: dict[str, int] = {}
    for key, count in counts.items():
        kind = post(key)
        for number in range(count):
            at = turn[kind.key] = turn.get(kind.key, -1) + 1
            county, town = towns[at % len(towns)]
            if key == "county_youth_secretary":
                county = city.counties[number % len(city.counties)]
            spot = spot_in(draw, city, county=county, town=town if kind.town else "")
            yield kind, replace(spot, county_bureau=bureaus[number % len(bureaus)]), False


def _tracks(draw: Draw, places: list[tuple[Post, bool]]) -> list[str]:
    """The kind of career for each place: shares as tracks.toml says, each kind drawn to the posts it names."""
    kinds = {name: each for name, each in table("tracks").items() if name != "professions"}
    chosen = [""] * len(places)
    # The narrow kinds choose first; what they leave is shared by the broad ones.
    for name in sorted(kinds, key=lambda each: (kinds[each]["share"], each)):
        wanted = round(len(places) * kinds[name]["share"] / 100)
        open_places = [at for at, track in enumerate(chosen) if not track and _fits(name, places[at][0])]
        draw.shuffle(open_places)
        must, likes = table("tracks")["professions"], tuple(kinds[name]["to"])
        open_places.sort(key=lambda at: (places[at][0].key not in must, not places[at][0].key.startswith(likes)))
        for at in open_places[:wanted]:
            chosen[at] = name
    return [track or "ladder" for track in chosen]


def _fits(track: str, kind: Post) -> bool:
    if track == "outside":
        return not kind.party and kind.level == 3
    if kind.key in table("tracks")["professions"]:
        return track == "specialists"
    if kind.key.startswith("company"):
        return track in {"companies", "specialists", "ladder"}
    return not (kind.level == 2 and track in {"specialists", "demobilised"})
