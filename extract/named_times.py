"""Times that have names: festivals and their holidays, lunar dates, decades, reigns, two-digit years."""

import re
from datetime import date, timedelta

from extract.calendar_days import day_named, holiday, lunar_day
from extract.numerals import DIGITS
from extract.time_spans import AHEAD, UNKNOWN, Span, day_of, days, months_of, to_int, whole_year, year_of

# The first year of each reign that reports name when they tell how old something is.
REIGNS = {
    "洪武": 1368, "永乐": 1403, "嘉靖": 1522, "万历": 1573, "崇祯": 1628, "顺治": 1644, "康熙": 1662, "雍正": 1723, "乾隆": 1736,
    "嘉庆": 1796, "道光": 1821, "咸丰": 1851, "同治": 1862, "光绪": 1875, "宣统": 1909, "民国": 1912,
}  # fmt: skip
_EVE = re.compile(r"(?:前夕|来临|即将|将至|临近|到来)")
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}


def festival(m: re.Match[str], r: date | None) -> Span | None:
    """``国庆节``, ``今年大年初三`` are days; ``2024年春节期间`` and ``五一小长假`` the days off, where the calendar tells them."""
    told, word, off = m.group(1) or m.group(2), m.group(3), bool(m.group(4))
    year = year_of(told, r)
    if year is None:
        return UNKNOWN
    span = _kept(word, year, off)
    if _EVE.match(m.string, m.end()) and r and span.first and not timedelta(0) <= r - span.first <= AHEAD:
        return days(r, r)  # 国庆节``前夕``: what was done by then was done when the report was written
    if span.first and not told and r and span.first > r + AHEAD + AHEAD / 2:
        return _kept(word, year - 1, off)
    return span


def _kept(word: str, year: int, off: bool) -> Span:
    span = holiday(word, year) if off else None
    if span:
        return days(*span)
    on = day_named("国庆" if word == "十一" else word, year)
    return days(on, on) if on else UNKNOWN


def lunar_date(m: re.Match[str], r: date | None) -> Span | None:
    """``农历六月初六``, ``明年八月廿六``, ``腊月二十三``, ``阴历二〇一七年四月``; without a year the last one up to the report."""
    year, name, day = year_of(m.group(1) or m.group(2), r), m.group(3), m.group(4)
    month = _LUNAR_MONTHS.get(name) or to_int(name)
    if not 1 <= month <= 12:
        return None
    if year is None:
        return UNKNOWN
    span = _lunar(year, month, to_int(day.removeprefix("初").replace("廿", "二十")) if day else 0)
    if span and span.first and not (m.group(1) or m.group(2)) and r and span.first > r + AHEAD:
        return _lunar(year - 1, month, to_int(day.removeprefix("初").replace("廿", "二十")) if day else 0)
    return span


def _lunar(year: int, month: int, day: int) -> Span | None:
    if day:
        on = lunar_day(year, month, day)
        return days(on, on) if on else None
    first, after = lunar_day(year, month, 1), lunar_day(year + month // 12, month % 12 + 1, 1)
    return days(first, after - timedelta(1)) if first and after else None


def decade(m: re.Match[str], r: date | None) -> Span | None:
    """``20世纪60年代``, ``上世纪70年代``, ``90年代``: ten years; without a century the last such decade that has begun."""
    ten = to_int(m.group(2))
    if ten % 10 or ten > 90:
        return None
    if m.group(1) in ("上", "本"):
        century = (r.year // 100 if r else 20) - (m.group(1) == "上")
    elif m.group(1):
        century = to_int(m.group(1)) - 1
    else:
        century = 20 if ten < 30 and (r is None or r.year >= 2000 + ten) else 19
    first = century * 100 + ten
    return Span(date(first, 1, 1), date(first + 9, 12, 31), f"{first}/{first + 9}")


def reign(m: re.Match[str], r: date | None) -> Span | None:
    """``光绪五年3月``, ``民国26年``: the months are taken as they stand."""
    year = REIGNS[m.group(1)] + (1 if m.group(2) == "元" else to_int(m.group(2))) - 1
    month, day = to_int(m.group(3)), to_int(m.group(4))
    return day_of(year, month, day) if day else months_of(year, month, month) if month else whole_year(year)


def short_year(m: re.Match[str], r: date | None) -> Span | None:
    """``06年``, ``97年8月``, ``16年5月9日``, ``九六年``; not ``三四年``, which is three or four years."""
    digits = "".join(str(DIGITS.get(digit, digit)) for digit in m.group(1))
    month, day = to_int(m.group(2)), to_int(m.group(3))
    if not m.group(1).isascii() and not month and digits[0] not in ("0", "9", digits[1]):
        return None
    latest = r.year + 10 if r else 2035
    year = 2000 + int(digits) if 2000 + int(digits) <= latest else 1900 + int(digits)
    return day_of(year, month, day) if day else months_of(year, month, month) if month else whole_year(year)
