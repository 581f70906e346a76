"""What a report's own words tell of its date: the latest times it names, the headline's months, the years it compares with."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extract.clues import YEARS
from extract.models import Period
from extract.periods import find_periods

_YEAR_BY_YEAR = re.compile(r"((?:19|20)\d\d)年[^。;\n年]{0,8}\d[^。;\n年]{0,12}[,、](去年[^。;\n年]{0,8}\d[^。;\n年]{0,12}[,、])?(?:到|而)?今年")
PLANNED = re.compile(r"力争|规划|目标|明年|预计|将于")
_DIGITS_OF_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTHS = re.compile(r"[\d一二三四五六七八九十]个?月|季度|半年")
_ASSESSED = re.compile(r"((?:19|20)\d\d)年度[^,。;]{0,14}(?:考[评核]|评比|测评|表彰|先进|总结)")
_ONLY_BEGUN = re.compile(r"底?前|起|[-—~到至]|[^,。;]{0,12}以来")  # 2022年10月以来最高: later than that
_BEGUN = re.compile(r"((?:19|20)\d\d)年(?:以来|伊始)")
_RUNNING = re.compile("来|至今")  # up to the day that is looked for
_NO_END = re.compile("以来|起|前|[^,。]{0,4}将")
_WILL = re.compile(r"力争|目标|预计|将[要在于对会继紧]|下一步")
_SPOKEN = re.compile(r"(?<![\d月至到—~-])(\d{1,2})日(?=在\S{1,3}?(?:表示|介绍|透露|通报|召开|举行)|表示|介绍|透露|从|电)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication date: ``day``, or the bounds ``first`` and ``last`` where only a month or year is known, and the working."""

    day: date | None = None
    first: date | None = None
    last: date | None = None
    basis: str | None = None


def latest_told(text: str) -> Dated | None:
    """The latest day, month or span of a year that the text names as past, where it names one with its year."""
    relative = "今年" in text or "去年" in text  # a whole year beside 今年 may be this year or the one before
    if (
        re.search("去年(?!同|.{1,3}同期)", text)
        and "今年" not in text
        and (years := [period.last.year for period in times_named(text) if period.last])
    ):
        year = max(years) + 1  # nobody who says 去年 of the year before names that of the report by its number alone
        return Dated(None, date(year, 1, 1), date(year, 12, 31), f"inferred | 去年 and {year - 1}年, no 今年 → {year} | day not known")
    named = [period for period in times_named(text) if not (relative and len(period.edtf or "") == 4)]
    latest = max(named, key=lambda period: (period.last and period.last.year, len(period.edtf or "") > 4, period.last), default=None)
    if latest is None or latest.last is None:
        return None
    working = f"inferred | {latest.text} is the latest date named"
    if "全年" in text and not relative:  # 2020年初…,全年…: it was written when the year was over
        return Dated(None, date(latest.last.year, 1, 1), date(latest.last.year, 12, 31), f"{working} | 全年 | day not known")
    after = last_told(text, latest.last.year, only_days=latest.first == latest.last) if len(latest.edtf or "") > 4 else None
    if after and after[0] > latest.last:
        return Dated(None, after[0], after[0], f"{working} | day not known: latest date named {after[0]}")
    return Dated(None, latest.first, latest.last, f"{working} | day not known")


def last_told(text: str, year: int, *, only_days: bool = False) -> tuple[date, str] | None:
    """Give the end of the latest days, months or quarters that a text tells of in its own year, in which they are past; and their words.

    Beside a day that is named in full, a half-year may be the last one's: ``only_days`` then.
    A day that names no month, on which somebody spoke, is the first one after them: 今年1至8月…,``27日``在京表示.
    """
    told = [
        (period.last, period.text)
        for period in find_periods(text, date(year, 12, 31))
        if period.kind == "span"
        and period.first
        and period.last
        and period.first.year == period.last.year == year
        and _is_past(text, period)
        and (not only_days or period.first == period.last)
    ]
    if not told:
        return None
    last, words = max(told)
    spoken = _SPOKEN.search(text)
    if spoken and (day := _next_day(last, int(spoken.group(1)))) and day.year == year:
        return day, spoken.group()
    return last, words


def _is_past(text: str, period: Period) -> bool:
    """Tell whether a text tells of days, months or quarters that are over: not of what goes on or is to come."""
    named = _MONTHS.search(period.text) and not _RUNNING.search(period.text)
    return bool(named) and not _NO_END.match(text, period.end) and not _WILL.search(sentence_around(text, period))


def _next_day(after: date, number: int) -> date | None:
    """Give the first day of that number from a day on, in its month or the one after."""
    for month in (after.month, after.month + 1):
        if month <= 12 and (day := day_of_numbers(str(after.year), str(month), str(number))) and day >= after:
            return day
    return None


@lru_cache(maxsize=1)  # the years that a report names are asked for, and then the latest of its days
def times_named(text: str) -> list[Period]:
    """Give the times that a text names with their year as past; not 到2025年, nor 2025年底前."""
    if "年" not in text and "五”" not in text and not _DIGITS_OF_YEAR.search(text):
        return []  # most long texts without a year name none: one look instead of many
    return [
        period
        for period in find_periods(text, None)
        if period.first and period.last and period.kind in ("span", "base") and period.first.year in YEARS
        and text[period.start - 1 : period.start] not in ("到", "至") and not _ONLY_BEGUN.match(text, period.end)
    ]  # fmt: skip


def headed_by(text: str) -> Dated | None:
    """A headline that says what months a report is on: ``2019年上半年``工作情况; it was written when they were over."""
    for line in [line.strip() for line in text.split("\n") if line.strip()][:5]:
        if len(line) > 48 or re.search(r"[,。;]|计划|要点|方案|安排|意见", line):
            continue
        for period in times_named(line):
            if len(period.edtf or "") > 4:  # no whole year
                return Dated(None, period.first, period.last, f"inferred | {period.text} in the headline | day not known")
    return None


def year_after_base(text: str) -> int | None:
    """Give the year after the latest one that 今年 is told beside: 今年…较``2018年``同期; 去年…较``2017年``.

    So do rows of years: ``2018年``的14人,今年仅3人; 2017年57人,``去年``14人,今年3人.
    """
    if "今年" not in text and "去年" not in text:
        return None
    named = max((int(found) for found in re.findall(r"(?<![\d—~至到-])((?:19|20)\d\d)年", text)), default=0)
    compared = re.finditer(r"[比较与](?:(?:19|20)\d\d年?[、和])*((?:19|20)\d\d)年(?:同期|同比|相比|全年|增|减|上|下|提)", text)
    bases = [(int(found.group(1)), _years_told(text[: found.start()])) for found in compared]
    glossed = re.findall(r"(?:去年|上年)[^,。;()]{0,8}\(((?:19|20)\d\d)年", text)  # 较去年春节同期(2022年1月31日至…)
    rows = [(int(year), int(bool(between))) for year, between in _YEAR_BY_YEAR.findall(text)]
    before = max([*bases, *((int(year), 0) for year in glossed), *rows], default=None)
    return before[0] + before[1] + 1 if before and before[0] >= named else None


def _years_told(before: str) -> int:
    """Tell how many years before its own a report tells of where it compares: 1 behind 去年, 0 behind 今年."""
    last = re.findall("今年|去年", before[-200:])
    return int(bool(last) and last[-1] == "去年")


def year_after_assessed(text: str) -> int | None:
    """Give the year after the latest whole one that was assessed, where 去年 is told of: 去年…在``2014年度``考评中."""
    assessed = [int(year) for year in _ASSESSED.findall(text)] if "去年" in text else []
    named = [int(year) for year in re.findall(r"(?:19|20)\d\d(?=年)", text)]
    return max(assessed) + 1 if assessed and max(named) == max(assessed) else None


def year_begun(text: str) -> int | None:
    """Give the year that a report goes on from, where it names no other and tells of months without one: ``2006年以来``…,1月至9月…"""
    years = set(re.findall(r"(?:19|20)\d\d(?=年)", text))
    begun = set(_BEGUN.findall(text))
    return int(begun.pop()) if len(begun) == 1 and years == begun and not re.search("[今去明前]年|年来", text) and _MONTHS.search(text) else None


def sentence_around(text: str, period: Period) -> str:
    """Give the sentence around a time."""
    end = text.find("。", period.end)
    return text[text.rfind("。", 0, period.start) + 1 : end if end >= 0 else len(text)]


def on_day(day: date, basis: str) -> Dated:
    """Give a publication on one day, with how that is known."""
    return Dated(day, day, day, basis)


def day_of_numbers(year: str, month: str, day: str) -> date | None:
    """Give the day that three numerals name, None where there is none such: ``2018``, ``2``, ``30``."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
