"""The places of the demo: real ones out of the gazetteer, chosen by a seeded chance."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from random import Random

from extract.gazetteer import FOLDER

PROVINCES, CITIES, COUNTIES = 10, 2, 4  # of each a demo has this many: 10 × 2 × 4 are 80 counties
_LISTED = 4  # cities of a province's list


@dataclass(frozen=True)
class Place:
    """A place as reports name it: ``龙泉市`` is 331181; ``size`` is how many times the counts of a usual county it has."""

    code: str
    name: str
    level: str
    size: float

    @property
    def whole(self) -> str:
        """What a report calls all of it: 全县, 全市, 全省."""
        return f"全{self.name[-1]}"


@dataclass(frozen=True)
class Province:
    """A province of the demo: its cities for lists, and the counties that have reports of their own, by city."""

    place: Place
    cities: tuple[Place, ...]
    counties: dict[Place, tuple[Place, ...]]


@cache
def provinces(seed: int) -> tuple[Province, ...]:
    """Give the provinces, cities and counties of the demo; the same for the same seed."""
    rows, inside, named = _gazetteer()
    chance = Random(f"{seed} places")
    fit = [
        code
        for code in inside["100000"]
        if rows[code][0].endswith("省") and sum(_fits(city, inside, rows, named) for city in inside[code]) >= _LISTED
    ]
    found = []
    for code in sorted(chance.sample(fit, PROVINCES)):
        cities = chance.sample([city for city in inside[code] if _fits(city, inside, rows, named)], _LISTED)
        counties = {
            _place(city, rows, chance): tuple(
                _place(county, rows, chance) for county in sorted(chance.sample(_counties(city, inside, rows, named), COUNTIES))
            )
            for city in cities[:CITIES]
        }
        listed = (*counties, *(_place(city, rows, chance) for city in cities[CITIES:]))
        found.append(Province(_place(code, rows, chance), listed, counties))
    return tuple(found)


def town(county: Place, chance: Random) -> Place:
    """Give a town of a county."""
    rows, inside, _ = _gazetteer()
    towns = [code for code in inside[county.code] if rows[code][0].endswith("镇")]
    return _place(chance.choice(towns), rows, chance)


@cache
def _gazetteer() -> tuple[dict[str, tuple[str, str]], dict[str, list[str]], dict[str, int]]:
    """Give name and level of each code, the codes in each, and how often each name is used."""
    rows: dict[str, tuple[str, str]] = {}
    inside: dict[str, list[str]] = defaultdict(list)
    named: dict[str, int] = defaultdict(int)
    with (FOLDER / "divisions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["code"]] = row["name"], row["level"]
            inside[row["parent"]].append(row["code"])
            named[row["name"]] += 1
    return rows, inside, named


def _counties(city: str, inside, rows, named) -> list[str]:
    """A county fits whose name stands for it alone and that has towns; one that is named alone is then never another's."""
    return [
        code
        for code in inside[city]
        if rows[code][1] == "county"
        and named[rows[code][0]] == 1
        and len(rows[code][0]) > 2
        and any(rows[town][0].endswith("镇") for town in inside[code])
    ]


def _fits(city: str, inside, rows, named) -> bool:
    return rows[city][0].endswith("市") and len(_counties(city, inside, rows, named)) >= COUNTIES


def _place(code: str, rows, chance: Random) -> Place:
    name, level = rows[code]
    return Place(code, name, level, {"province": 60.0, "city": 6.0}.get(level, 1.0) * chance.lognormvariate(0, 0.35))
