"""The places of the demo: real ones out of the gazetteer, chosen by a seeded chance."""

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from random import Random

from extract.gazetteer import COUNTRY, FOLDER

PROVINCES, CITIES, COUNTIES = 10, 2, 4  # of each a demo has this many: 10 × 2 × 4 are 80 counties
_LISTED = 4  # cities of a province's list


@dataclass(frozen=True)
class Place:
    """A place as reports name it: ``龙泉市`` is 331181; ``size`` is how many times the counts of a usual county it has."""

    code: str
    name: str
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


@dataclass(frozen=True)
class _Divisions:
    """The gazetteer by code: names, levels, what lies in what; and how many places go by one name."""

    names: dict[str, str]
    levels: dict[str, str]
    inside: dict[str, list[str]]
    shared: Counter[str]

    def towns(self, county: str) -> list[str]:
        return [code for code in self.inside[county] if self.names[code].endswith("镇")]

    def counties(self, city: str) -> list[str]:
        """Give the counties with towns whose name no other place has, so that it stands for them alone."""
        return [
            code
            for code in self.inside[city]
            if self.levels[code] == "county" and self.shared[self.names[code]] == 1 and len(self.names[code]) > 2 and self.towns(code)
        ]

    def cities(self, province: str) -> list[str]:
        """Give the cities that have counties enough."""
        return [code for code in self.inside[province] if self.names[code].endswith("市") and len(self.counties(code)) >= COUNTIES]

    def place(self, code: str, chance: Random) -> Place:
        usual = {"province": 60.0, "city": 6.0}.get(self.levels[code], 1.0)
        return Place(code, self.names[code], usual * chance.lognormvariate(0, 0.35))


@cache
def provinces(seed: int) -> tuple[Province, ...]:
    """Give the provinces, cities and counties of the demo; the same for the same seed."""
    divisions = _divisions()
    chance = Random(f"{seed} places")
    fit = [code for code in divisions.inside[COUNTRY] if divisions.names[code].endswith("省") and len(divisions.cities(code)) >= _LISTED]
    found = []
    for code in sorted(chance.sample(fit, PROVINCES)):
        cities = [divisions.place(city, chance) for city in chance.sample(divisions.cities(code), _LISTED)]
        counties = {
            city: tuple(divisions.place(county, chance) for county in sorted(chance.sample(divisions.counties(city.code), COUNTIES)))
            for city in cities[:CITIES]
        }
        found.append(Province(divisions.place(code, chance), tuple(cities), counties))
    return tuple(found)


def town(county: Place, chance: Random) -> Place:
    """Give a town of a county."""
    divisions = _divisions()
    return divisions.place(chance.choice(divisions.towns(county.code)), chance)


@cache
def _divisions() -> _Divisions:
    found = _Divisions({}, {}, defaultdict(list), Counter())
    with (FOLDER / "divisions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.names[row["code"]], found.levels[row["code"]] = row["name"], row["level"]
            found.inside[row["parent"]].append(row["code"])
            found.shared[row["name"]] += 1
    return found
