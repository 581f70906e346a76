"""The administrative divisions of China: codes, names, what lies in what, and what became of what.

Read once from ``data/divisions`` (its README says where they come from). Codes are GB/T 2260, nine digits below the county;
100000 is the whole country.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data" / "divisions"
COUNTRY = "100000"
LEVELS = ("country", "province", "city", "county", "town")
_ENDINGS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "省", "市", "区", "县", "州", "盟", "旗")
_PEOPLES = (
    "蒙古族",
    "回族",
    "藏族",
    "维吾尔",
    "苗族",
    "彝族",
    "壮族",
    "布依族",
    "朝鲜族",
    "满族",
    "侗族",
    "瑶族",
    "白族",
    "土家族",
    "哈尼族",
    "哈萨克",
    "傣族",
    "黎族",
    "傈僳族",
    "佤族",
    "畲族",
    "拉祜族",
    "水族",
    "东乡族",
    "纳西族",
    "景颇族",
    "柯尔克孜",
    "土族",
    "达斡尔族",
    "仫佬族",
    "羌族",
    "布朗族",
    "撒拉族",
    "毛南族",
    "仡佬族",
    "锡伯",
    "塔吉克",
    "怒族",
    "鄂温克族",
    "保安族",
    "裕固族",
    "独龙族",
    "鄂伦春",
    "普米族",
    "蒙古",
    "各族",
)


@dataclass(frozen=True, slots=True)
class Division:
    """One division; ``parent`` is a code, ``level`` one of LEVELS or ``zone`` (a development zone, which has no code of its own)."""

    code: str
    name: str
    parent: str
    level: str


@dataclass(frozen=True, slots=True)
class Former:
    """A division of the past: valid from the year ``first`` to ``last`` (None: not known); ``successor`` is today's code or None."""

    code: str
    name: str
    first: int | None
    last: int
    successor: str | None


@cache
def divisions() -> dict[str, Division]:
    """Give today's divisions by code, in the order of their codes within each level."""
    with (FOLDER / "divisions.csv").open(encoding="utf-8", newline="") as lines:
        return {row[0]: Division(*row) for row in list(csv.reader(lines))[1:]}


@cache
def formers() -> tuple[Former, ...]:
    """Give the divisions that were renamed, merged or given another code since 1990."""
    with (FOLDER / "history.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Former(code, name, int(first) if first else None, int(last), successor or None)
            for code, name, first, last, successor in list(csv.reader(lines))[1:]
        )


@cache
def _former() -> dict[str, Former]:
    return {former.code: former for former in formers()}


def name(code: str) -> str | None:
    """Give a division's own name: 331181 is 龙泉市, 100000 全国; None for an unknown code."""
    known = divisions().get(code) or _former().get(code)
    return known.name if known else None


@lru_cache(maxsize=5_000)
def region_name(code: str) -> str | None:
    """Give a division's full name: 331181 is 浙江省丽水市龙泉市; None for an unknown code."""
    own = name(code)
    above = [name(up) for up in ancestors(code) if up != COUNTRY]
    return "".join(part for part in (*reversed(above), own) if part) if own else None


def parent(code: str) -> str | None:
    """Give the code of what a division lies in: 331181 lies in 331100; None for the country and unknown codes."""
    known = divisions().get(code)
    if known:
        return known.parent or None
    if code not in _former():
        return None
    city, province = code[:4] + "00", code[:2] + "0000"
    return city if city != code and city in divisions() else province if province != code else COUNTRY


def ancestors(code: str) -> Iterator[str]:
    """Give the codes of all that a division lies in, the nearest first."""
    up = parent(code)
    while up:
        yield up
        up = parent(up)


def level(code: str) -> str | None:
    """Tell a division's level: country, province, city, county or town; None for an unknown code."""
    known = divisions().get(code)
    if known:
        return known.level
    if code not in _former():
        return None
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def successor(code: str) -> str:
    """Give the code that a division goes by today: 513425 会理县 became 513402 会理市."""
    former = _former().get(code)
    return former.successor if former and former.successor and code not in divisions() else code


@lru_cache(maxsize=50_000)
def is_within(code: str, area: str) -> bool:
    """Tell whether a division is an area or lies in it: 331181 lies in 330000."""
    return code == area or area in ancestors(code) or successor(code) != code and is_within(successor(code), area)


def children(code: str) -> list[str]:
    """Give the codes of the divisions right below one, zones left out, in order."""
    return _children().get(code, [])


@cache
def _children() -> dict[str, list[str]]:
    below: dict[str, list[str]] = {}
    for division in divisions().values():
        if division.level != "zone":
            below.setdefault(division.parent, []).append(division.code)
    return below


def stem(full: str) -> str:
    """Give a name as it is said: 龙泉市 is 龙泉, 恩施土家族苗族自治州 is 恩施; a name of one character stays whole (沙县).

    >>> stem("内蒙古自治区"), stem("景宁畲族自治县"), stem("沙县")
    ('内蒙古', '景宁', '沙县')
    """
    ending = next((ending for ending in _ENDINGS if full.endswith(ending) and len(full) > len(ending)), "")
    short = full.removesuffix(ending)
    if ending.startswith("自治") and short != "内蒙古":
        while len(short) > 2 and (people := next((people for people in _PEOPLES if short.endswith(people) and len(short) > len(people)), None)):
            short = short.removesuffix(people)
    return short if len(short) > 1 else full
