"""How things went in the demo's places: an invented value for each series, place and period, always the same one.

Counts are sums of months, so that a year is its months; what there is at a time grows from year to year; rates rise slowly.
"""

from dataclasses import dataclass
from functools import cache
from random import Random

from tests.demo.places import Place

YEARS = range(2016, 2025)

_FALLING = (1.06, 1.0, 0.97, 0.92, 0.8, 0.82, 0.75, 0.7, 0.68)
_THEFT = (1.15, 1.0, 0.9, 0.78, 0.6, 0.55, 0.48, 0.46, 0.45)
_FRAUD = (0.6, 0.8, 1.0, 1.3, 1.75, 1.6, 1.15, 0.95, 0.9)  # rising to 2020, then falling
_RISING = (0.86, 0.92, 1.0, 1.08, 1.12, 1.22, 1.3, 1.4, 1.45)
_STEADY = (1.02, 1.03, 1.0, 0.99, 0.94, 0.98, 0.97, 1.0, 1.0)

# Counts: how many a year in a usual county, and how the years went.
_COUNTS = {
    "criminal": (1100, _FALLING), "theft": (420, _THEFT), "fraud": (210, _FRAUD), "suspects": (520, _FALLING), "recovered": (700, _RISING),
    "order": (1900, _FALLING), "detained": (600, _STEADY), "calls": (21000, _STEADY), "drugs": (60, _FALLING), "seized": (14, _STEADY),
    "loss": (1500, _FRAUD), "blocked": (52000, _RISING), "dissuaded": (9000, _RISING), "stopped": (2600, _RISING),
    "scammers": (150, _RISING), "returned": (480, _RISING), "accidents": (700, _FALLING), "deaths": (30, _FALLING),
    "injured": (520, _FALLING), "damage": (240, _STEADY), "drunk": (900, _RISING), "overload": (1400, _STEADY),
    "unlicensed": (800, _STEADY), "violations": (64000, _STEADY), "lectures": (200, _RISING), "leaflets": (60000, _STEADY),
    "court": (7600, _RISING), "trials": (420, _FALLING), "convicts": (590, _FALLING), "civil": (3900, _RISING), "executed": (2500, _RISING),
    "enforced": (4, _RISING), "mediated": (1700, _RISING), "fires": (130, _FALLING), "firedamage": (420, _STEADY),
    "disputes": (3100, _RISING), "letters": (700, _STEADY), "filed": (210, _RISING), "punished": (190, _RISING), "eight": (34, _STEADY),
    "educated": (52, _STEADY), "umbrella": (9, _FALLING), "regained": (640, _STEADY),
}  # fmt: skip

# What there is at a time: how much in a usual county in 2018, and by how much it grows in a year.
_STOCKS = {
    "volunteers": (9500, 1.12), "teams": (310, 1.06), "grids": (420, 1.0), "gridmen": (560, 1.06), "cameras": (3900, 1.17), "vehicles": (8.4, 1.05),
    "people": (46.0, 0.997), "area": (1900, 1.0), "brigade": (85, 1.04), "stations": (46, 1.07),
}  # fmt: skip

# Rates in per cent: in 2018, and by how much they rise in a year.
_RATES = {
    "clearance": (52.0, 1.9), "installed": (30.0, 9.0), "closing": (93.0, 0.6), "accepted": (86.0, 0.8), "onlineshare": (35.0, 3.0),
    "settled": (95.0, 0.5), "safety": (95.5, 0.4), "rebating": (36.0, -0.8), "investing": (19.0, 0.9), "serving": (15.0, 0.5),
}  # fmt: skip

# Series that are counted in more than ones: money in 万元 or 亿元, people and vehicles in 万.
TIMES = dict.fromkeys("recovered loss stopped returned damage firedamage regained people vehicles".split(), 10**4) | {"enforced": 10**8}  # noqa: SIM905

# Counts that are a part of another: of which, and at what rate; so that no court closes more cases than it was given.
_PARTS = {
    "solved": ("criminal", "clearance"), "closed": ("court", "closing"), "online": ("court", "onlineshare"),
    "rebate": ("fraud", "rebating"), "invest": ("fraud", "investing"), "service": ("fraud", "serving"),
}  # fmt: skip

# What belongs to one event or plan: from, to.
_ONCE = {"engines": (3, 12), "firemen": (15, 60), "burnt": (40, 900), "hurt": (2, 5), "newgrid": (20, 80), "aim": (4, 10)}


@dataclass(frozen=True)
class Span:
    """A period of whole months of a year, or one day: ``2021-01/2021-06``, ``2021-03``, ``2021``, ``2021-03-14``."""

    year: int
    first: int
    last: int
    day: int | None = None

    @property
    def edtf(self) -> str:
        """The period as the tables write it."""
        if self.day:
            return f"{self.year}-{self.first:02}-{self.day:02}"
        if self.first == self.last:
            return f"{self.year}-{self.first:02}"
        return str(self.year) if (self.first, self.last) == (1, 12) else f"{self.year}-{self.first:02}/{self.year}-{self.last:02}"

    @property
    def year_before(self) -> "Span":
        """The same months a year earlier."""
        return Span(self.year - 1, self.first, self.last)

    @property
    def month_before(self) -> "Span":
        """The month before this one."""
        return Span(self.year, self.first - 1, self.first - 1) if self.first > 1 else Span(self.year - 1, 12, 12)


def value(series: str, place: Place, span: Span) -> float:
    """Give the value of a series in what it is counted in: counts are whole; money, people, vehicles and rates have a decimal."""
    if series in _PARTS:
        whole, rate = _PARTS[series]
        return max(1, round(value(whole, place, span) * value(rate, place, span) / 100))
    if series in _COUNTS:
        months = sum(_month(series, place, span.year, month) for month in range(span.first, span.last + 1))
        return round(months, 1) if series in TIMES or series == "seized" else max(1, round(months))
    years = span.year - 2018 + (span.last - 6) / 12
    chance = Random(f"{series} {place.code}")
    if series in _STOCKS:
        base, growth = _STOCKS[series]
        much = base * (place.size if series not in ("area", "people") else 1) * chance.uniform(0.7, 1.4) * growth ** (0 if growth == 1 else years)
        return round(much, 1) if series in TIMES else round(much)
    if series in _RATES:
        base, step = _RATES[series]
        return min(99.6, round(base + chance.uniform(-2, 2) + step * years, 1))
    least, most = _ONCE[series]
    return Random(f"{series} {place.code} {span.edtf}").randint(least, most)


@cache
def _month(series: str, place: Place, year: int, month: int) -> float:
    base, years = _COUNTS[series]
    level = Random(f"{series} {place.code}").uniform(0.7, 1.4)
    return base / 12 * place.size * level * years[year - YEARS.start] * Random(f"{series} {place.code} {year} {month}").uniform(0.85, 1.15)
