"""The invented city: its counties, towns, bureaus, zone and companies, and what its posts are called there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from demo.draw import Draw, drawing, table


@dataclass(frozen=True, slots=True)
class County:
    """A county or district with its towns (full names)."""

    name: str
    kind: str
    towns: tuple[str, ...]

    @property
    def full(self) -> str:
        """Such as 筱泉县."""
        return self.name + self.kind

    @property
    def committee(self) -> str:
        """Such as 筱泉县委."""
        return f"{self.full}委"


@dataclass(frozen=True, slots=True)
class Bureau:
    """A city bureau; `old` is its name before January 2019 where that was another."""

    full: str
    short: str
    head: str
    field: str
    old: str
    fieldwork: tuple[str, ...]
    divisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """One invented prefecture-level city."""

    number: int
    name: str
    counties: tuple[County, ...]
    bureaus: tuple[Bureau, ...]
    companies: tuple[str, ...]

    @property
    def full(self) -> str:
        """Such as 澜江市."""
        return f"{self.name}市"

    @property
    def zone(self) -> str:
        """Its high-tech zone."""
        return f"{self.name}高新区"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the city a career passes: each kind of place a post may name."""

    city: City
    county: County
    town: str
    bureau: Bureau
    division: str
    company: str
    county_bureau: str

    def names(self, late: bool = True) -> dict[str, str]:
        """The placeholders of posts.toml; `late` False gives a bureau its name before 2019."""
        county, bureau = self.county, self.bureau
        full = bureau.full if late or not bureau.old else self.city.full + bureau.old
        return {
            "c": county.full,
            "cc": county.committee,
            "cg": f"{county.full}人民政府",
            "cs": county.kind,
            "cb": county.full + (self.county_bureau if late else _old_county_bureau(self.county_bureau)),
            "m": self.city.full,
            "b": full,
            "bs": f"市{bureau.short}" if late or not bureau.old else f"市{bureau.old}",
            "bh": bureau.head if late or not bureau.old else ("主任" if bureau.old.endswith("委员会") else "局长"),
            "d": self.division,
            "z": self.city.zone,
            "co": self.company,
            **_town_names(county.full + self.town),
        }


def _old_county_bureau(name: str) -> str:
    return str(table("structure")["counties"]["old"].get(name, name))


def _town_names(town: str) -> dict[str, str]:
    if town.endswith("街道"):
        return {"t": town, "tp": f"{town}党工委", "tg": f"{town}办事处", "th": "办事处主任", "tv": "办事处副主任"}
    head = f"{town[-1]}长"
    return {"t": town, "tp": f"{town}党委", "tg": f"{town}人民政府", "th": head, "tv": f"副{head}"}


@cache
def _shuffled(seed: int) -> tuple[str, ...]:
    places = table("places")
    fixed = {places["first_city"], *(name for name, _ in places["first_counties"])}
    names = [first + second for first in places["first"] for second in places["second"]]
    names = [name for name in names if name not in fixed]
    drawing(seed, "places").shuffle(names)
    return tuple(names)


def any_place(draw: Draw) -> str:
    """The name of a county somewhere else, such as 蓼泽."""
    places = table("places")
    return f"{draw.choice(places['first'])}{draw.choice(places['second'])}"


def most_cities(seed: int = 1) -> int:
    """How many cities there are names for: one and two counties each."""
    return len(_shuffled(seed)) // 3


@cache
def city(seed: int, number: int) -> City:
    """The city of that number: number 0 is always 澜江市."""
    places = table("places")
    draw = drawing(seed, number, "city")
    names = _shuffled(seed)[3 * number : 3 * number + 3]
    name = places["first_city"] if number == 0 else names[0]
    counties = places["first_counties"] if number == 0 else [[names[1], "区"], [names[2], "县"]]
    return City(
        number,
        name,
        tuple(County(each, kind, _towns(draw)) for each, kind in counties),
        tuple(_bureau(f"{name}市", each) for each in table("structure")["bureaus"]),
        tuple(each.format(city=name) for each in table("structure")["companies"]["names"]),
    )


def _towns(draw: Draw) -> tuple[str, ...]:
    chosen = draw.several(table("places")["towns"], 11)
    kinds = ("街道", "街道", *("镇",) * 6, *("乡",) * 3)
    return tuple(name + kind for name, kind in zip(chosen, kinds, strict=True))


def _bureau(city_name: str, each: dict[str, object]) -> Bureau:
    texts = {key: value for key, value in each.items() if isinstance(value, str)}
    lists = {key: tuple(value) for key, value in each.items() if isinstance(value, list)}
    return Bureau(
        city_name + texts["name"],
        texts["short"],
        texts["head"],
        texts["field"],
        texts.get("old", ""),
        lists["fieldwork"],
        lists["divisions"],
    )
