"""The region of a filter → which places its map shows: provinces of the country, cities or counties of a province, counties of a city.

In: a code, or None for no filter. Out: an Area. A place with nothing below it that has outlines (a county, 东莞市, Hong Kong) is
outlined on the map of what it lies in.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from extract import gazetteer
from extract.gazetteer import COUNTRY


@dataclass(frozen=True)
class Area:
    """What a map shows: the area's code, its places, the one outlined, and whether cities or counties can be chosen."""

    code: str
    places: tuple[str, ...]
    outlined: str | None = None
    choosable: bool = False


def area(region: str | None, *, within: bool = True, counties: bool = False) -> Area:
    """Give the area of a filter's region; ``counties`` divides a province by them; a place alone is shown among its neighbours."""
    code = gazetteer.successor(region) if region else COUNTRY
    below = divided(code, counties=counties)
    if below and (within or code == COUNTRY):
        return Area(code, below, choosable=divided(code, counties=True) != divided(code, counties=False))
    above = gazetteer.parent(code) or COUNTRY
    around = area(above, counties=counties)
    # A township lies in one of the places shown, which is then the outlined one.
    return Area(around.code, around.places, code if code in around.places else around.outlined, around.choosable)


def divided(code: str, *, counties: bool) -> tuple[str, ...]:
    """Give the places that an area is divided into on a map, none below the county."""
    if code == COUNTRY:
        return tuple(gazetteer.children(code))
    below = [child for child in gazetteer.children(code) if gazetteer.level(child) in ("city", "county")]
    if counties:
        below = [place for child in below for place in (divided(child, counties=False) or (child,))]
    return tuple(below)


def path(code: str) -> list[str]:
    """Give the places from the country down to a place."""
    return [*reversed([*gazetteer.ancestors(code)]), code]


def place_of(places: Iterable[str]) -> dict[str, str]:
    """Give for each code that stands for one of the places the place as it is today: 会理县 is 会理市 now."""
    codes = {code: code for code in places}
    older = {former.code: gazetteer.successor(former.code) for former in gazetteer.formers()}
    return codes | {code: today for code, today in older.items() if today in codes}
