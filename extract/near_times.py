"""Times counted from the day of the report: ``上周三``, ``本月6日``, ``未来两天``, ``三年内``, ``7月上旬``.

A function takes a match of its pattern and the day of the report and gives the days; None where the words mean no time, and
UNKNOWN where the report's day is needed and not known.
"""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from extract.time_spans import UNKNOWN, Span, day_of, days, month_end, months_of, to_int, whole_year, year_of

_DAY = timedelta(1)
_WEEKDAYS = "一二三四五六日"
_TOWARDS = {"上上": -2, "上": -1, "本": 0, "这": 0, "当": 0, "下": 1, "下下": 2}


def week(m: re.Match[str], r: date | None) -> Span | None:
    """``上周`` is Monday to Sunday of the week before; ``下下周六`` a day; a bare ``周三`` the last one up to the report."""
    if r is None:
        return UNKNOWN
    monday = r - timedelta(r.weekday()) + timedelta(7 * _TOWARDS.get(m.group(1) or "", 0))
    if not m.group(2):
        return days(monday, monday + timedelta(6))
    on = monday + timedelta(_WEEKDAYS.index(m.group(2).replace("天", "日")))
    if m.group(1) is None and on > r:
        on -= timedelta(7)
    return days(on, on)


def no_day(m: re.Match[str], r: date | None) -> Span | None:
    """``每周三``, ``周一至周五``: days of any week."""
    return UNKNOWN


def week_of_month(m: re.Match[str], r: date | None) -> Span | None:
    """``10月第一周``: the week of the month's first Monday."""
    year, month = year_of(m.group(1), r), to_int(m.group(2))
    if not 1 <= month <= 12:
        return None
    if year is None or r is None:
        return UNKNOWN
    if not m.group(1) and date(year, month, 1) > r + timedelta(45):
        year -= 1
    first = date(year, month, 1)
    monday = first + timedelta(-first.weekday() % 7 + 7 * (to_int(m.group(3)) - 1))
    return days(monday, monday + timedelta(6)) if monday.month == month else None


def day_of_near_month(m: re.Match[str], r: date | None) -> Span | None:
    """``本月6日``, ``上月底``, ``去年本月三日``, ``下个月``; ``本月上旬`` is ten days."""
    if r is None:
        return UNKNOWN
    first = _months_on(r.replace(day=1), _TOWARDS[m.group(2)])
    year = first.year + ((year_of(m.group(1), r) or r.year) - r.year)
    if m.group(3):
        return day_of(year, first.month, to_int(m.group(3)))
    return _third(year, first.month, m.group(4)) if m.group(4) else months_of(year, first.month, first.month)


def third_of_month(m: re.Match[str], r: date | None) -> Span | None:
    """``7月上旬``, ``去年12月下旬``: the first ten days, the last ten or so."""
    year, month = year_of(m.group(1), r), to_int(m.group(2))
    if not 1 <= month <= 12:
        return None
    if year and r and not m.group(1) and date(year, month, 1) > r + timedelta(45):
        year -= 1
    return _third(year, month, m.group(3))


def _third(year: int | None, month: int, name: str) -> Span:
    if year is None:
        return UNKNOWN
    first = {"上": 1, "中": 11, "下": 21}[name]
    return days(date(year, month, first), month_end(year, month) if name == "下" else date(year, month, first + 9))


def last_days(m: re.Match[str], r: date | None) -> Span | None:
    """``上月最后五天``."""
    if r is None:
        return UNKNOWN
    first = _months_on(r.replace(day=1), _TOWARDS[m.group(1)])
    end = month_end(first.year, first.month)
    return days(end - timedelta(to_int(m.group(2)) - 1), end)


def near_quarter(m: re.Match[str], r: date | None) -> Span | None:
    """``下季度``, ``上季度``."""
    if r is None:
        return UNKNOWN
    first = _months_on(date(r.year, (r.month - 1) // 3 * 3 + 1, 1), 3 * _TOWARDS[m.group(1)])
    return months_of(first.year, first.month, first.month + 2)


def edge_of_year(m: re.Match[str], r: date | None) -> Span | None:
    """``年初`` and ``去年初`` are January and February, ``年中`` June and July, ``2018年伊始`` and ``首月`` January."""
    first, last = {"初": (1, 2), "中": (6, 7), "伊始": (1, 1), "首月": (1, 1)}[m.group(2)]
    return months_of(year_of(m.group(1) or None, r), first, last)


def coming(m: re.Match[str], r: date | None) -> Span | None:
    """``未来两天``, ``今后五年``: from the day after the report."""
    count = to_int(m.group(1))
    if r is None or not count:
        return UNKNOWN
    return days(r + _DAY, _on(r, count, m.group(2)))


def gone(m: re.Match[str], r: date | None) -> Span | None:
    """``近三个月``, ``过去两周``: up to the day before the report."""
    count = to_int(m.group(1))
    if r is None or not count:
        return UNKNOWN
    return days(_on(r, -count, m.group(2)), r - _DAY)


def so_far(m: re.Match[str], r: date | None) -> Span | None:
    """``10天来``, ``三个月来``: up to the day of the report."""
    count = to_int(m.group(1))
    return days(_on(r, -count, m.group(2)), r) if r and count else UNKNOWN


def away(m: re.Match[str], r: date | None) -> Span | None:
    """``六年后``, ``五年前``, ``两年半后``, ``20天内``: a length, and where it leads to when it is counted from the report.

    It stays a length in kind: from what it is counted the sentence says, and mostly it is not the report.
    """
    count, unit, way = to_int(m.group(1)), m.group(2), m.group(4)
    if r is None or not 0 < count < 200:
        return replace(UNKNOWN, kind="duration")
    back = -1 if way.endswith("前") else 1
    half = m.group(3) == "半"
    months = {"年": 12, "季度": 3, "月": 1}.get(unit.strip("个多"), 0) * count + (6 if unit == "年" and half else 0)
    end = _months_on(r, back * months) if months else _on(r, back * count, unit)
    if way.endswith("内"):
        return replace(days(r, month_end(end.year, end.month) if m.group(3) else end), kind="duration")
    if unit == "年" and not half:
        return replace(whole_year(end.year), kind="duration")
    there = months_of(end.year, end.month, end.month) if months else days(end, end)
    return replace(there, kind="duration") if there else None


def _on(day: date, count: int, unit: str) -> date:
    """Give the day so many days, weeks, months or years on; back where the count is below zero."""
    unit = unit.strip("个多")
    if unit in ("年", "月", "季度"):
        return _months_on(day, count * {"年": 12, "季度": 3, "月": 1}[unit])
    return day + timedelta(count * (7 if unit in ("周", "星期") else 1))


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
