"""Lists of places that numbers pair with: ``小梅镇、上垟镇``, ``鹤城、油竹``两个街道."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.lexicon import any_of
from extract.models import Mention, Region
from extract.numerals import chinese
from extract.reading import Reading
from extract.regions import find_regions

BETWEEN = re.compile(r"[\s、,，和及与以]*")
COUNTED_LIST = re.compile(r"([一二两三四五六七八九十]+|\d+)(?:个|家|所|支|大)?")
PLACE_KINDS = ("街道", "乡镇", "镇", "乡", "县", "区", "市", "省")
_KIND = re.compile(f"{any_of(PLACE_KINDS)}|地")


def places_of(reading: Reading, start: int, end: int) -> list[Region]:
    """Give the places of a list ``小梅镇、上垟镇、西街街道``, if the stretch opens with one."""
    listed: list[Region] = []
    for region in reading.regions:
        if start <= region.start and region.end <= end:
            if listed and not BETWEEN.fullmatch(reading.text[listed[-1].end : region.start]):
                break
            listed.append(region)
    return listed


def places_before(reading: Reading, start: int, wanted: int) -> list[Region]:
    """Give the places that open the clause before, where they are as many as wanted: ``东里镇、鲁村镇``试行联防,发案分别下降…"""
    places = places_of(reading, *reading.clause_ahead(start))
    return places if len(places) == wanted else []


def after_count(text: str, position: int, wanted: int) -> int:
    """Step over the count that closes a list and the noun of its kind: 青田、景宁``两县``, 城东、城西``两个镇``."""
    found = COUNTED_LIST.match(text, position)
    if not found or chinese(found.group(1)) != wanted:
        return position
    kind = _KIND.match(text, found.end())
    return kind.end() if kind else found.end()


def short_places(full: Sequence[Mention]) -> list[Region]:
    """Give the places that names are short for, where all are: ``鹤城、油竹``两个街道."""
    found = [next(iter(find_regions(member.text)), None) for member in full]
    places = [region for region, member in zip(found, full, strict=True) if region and region.text == member.text]
    if len(places) < len(full):
        return []
    return [replace(region, start=member.start, end=member.end) for region, member in zip(places, full, strict=True)]
