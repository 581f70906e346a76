"""Regions for the filter bar: how they are named, found by typing, and reached from the province down.

In: codes and their counts. Out: words and codes to choose from. ``places.csv`` holds the first letter of each character's reading, and
first the words in which a character is read in another way (重庆 is cq, 长子 zz); it was compiled from pypinyin 0.55 (PyPI, MIT licence) over
the names in ``data/divisions``, with the words of counties and cities read through by hand.
"""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from extract import gazetteer
from pages.parts.data import Where
from pages.parts.words import say

LEVELS = ("province", "city", "county", "town")


def place(code: str | None) -> str | None:
    """Give the own name of a region: 331181 is 龙泉市, 100000 全国."""
    if not code or code == gazetteer.COUNTRY:
        return gazetteer.region_name(code) if code else None
    return gazetteer.name(code) or gazetteer.region_name(code)


def shown_place(where: Where, lang: str | None = None) -> str:
    """Give the region of a filter in words, for titles and file names."""
    asked = dict(where)
    code = asked.get("region")
    if not code:
        return say("place_all", lang=lang)
    words = place_words(code, lang)
    return words if asked.get("within", True) else f"{words}({say('only', lang=lang)})"


def place_words(code: str, lang: str | None = None) -> str:
    """Give the name of a region; the country in the language of the page, what has no name as its code."""
    return say("country", lang=lang) if code == gazetteer.COUNTRY else place(code) or code


def search_words(code: str, count: int | None = None) -> str:
    """Give all that a region is found by, and its count if it is to be told: ``龙泉市 (5) · 浙江省 › 丽水市 · lqs 331181``."""
    path = " › ".join(place_words(up) for up in path_to(code)[:-1])
    own = place_words(code) if count is None else f"{place_words(code)} ({count:,})"
    return " · ".join(part for part in (own, path, f"{initials(place(code) or '')} {code}".strip()) if part)


@cache
def initials(name: str) -> str:
    """Give the first letters of a name's reading: 龙泉市 is lqs, 重庆市 cqs; what has no reading is left out."""
    letters, at = "", 0
    known = _readings()
    while at < len(name):
        length = next((length for length in (2, 1) if name[at : at + length] in known), 0)
        letters += known[name[at : at + length]] if length else ""
        at += length or 1
    return letters


def in_ledger(counted: Mapping[str, int], chosen: str | None) -> list[str]:
    """Give the codes to search in, those of one province together; a chosen place without figures stays."""
    codes = {code for code in (*counted, chosen or "") if code and gazetteer.name(code)}
    return sorted(codes, key=lambda code: (code != gazetteer.COUNTRY, code))


def region_options(counted: Mapping[str, int], chosen: str | None) -> Iterator[tuple[str, str, list[str]]]:
    """Give the boxes to show as level, code chosen in it or "", and codes to choose from, from the provinces down.

    Each box has the places directly within the one chosen above; the country stands among the provinces. In Beijing, and for
    counties directly under a province, there is no city between.
    """
    path = path_to(chosen)
    below: dict[str, list[str]] = {}
    for code in (*counted, *path):
        if gazetteer.name(code) and code not in below.setdefault(gazetteer.parent(code) or "", []):
            below[gazetteer.parent(code) or ""].append(code)
    above: str | None = gazetteer.COUNTRY
    while above and (codes := sorted(below.get(above, []))):
        here = next((code for code in path if code in codes), "")
        level = min((LEVELS.index(gazetteer.level(code) or "town") for code in codes), default=0)
        if above == gazetteer.COUNTRY:
            codes = [code for code in (above,) if code in counted or chosen == code] + codes
        yield LEVELS[level], here or (chosen if chosen == gazetteer.COUNTRY == above else ""), codes
        above = here


def path_to(code: str | None) -> list[str]:
    """Give the places a place lies in, the province first, with itself; not the country."""
    path: list[str] = []
    while code and code != gazetteer.COUNTRY:
        path.insert(0, code)
        code = gazetteer.parent(code)
    return path


@cache
def _readings() -> dict[str, str]:
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as lines:
        return {row["word"]: row["initials"] for row in csv.DictReader(lines)}
