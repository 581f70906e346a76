"""Stretches of days: what ``2018年``, ``1-6月`` and ``7月10日`` come to, as first and last day and in EDTF."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from extract.numerals import chinese

AHEAD = timedelta(days=45)
_LOOKING_BACK = 4  # the last month in which reports still tell of the year before without naming it
_SHIFT = {
    "今年": 0, "本年": 0, "当年": 0, "同年": 0, "全年": 0, "": 0, None: 0,
    "去年": -1, "上年": -1, "前年": -2, "大前年": -3, "明年": 1, "次年": 1, "翌年": 1, "后年": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a period and how it is written in EDTF; ``kind`` as in Period."""

    first: date | None
    last: date | None
    edtf: str | None
    kind: str = "span"


UNKNOWN = Span(None, None, None)


def to_int(text: str | None) -> int:
    """Give the whole number that digits or Chinese numerals write; 0 for nothing."""
    if not text:
        return 0
    return int(text) if text.isdigit() else int(chinese(text) or 0)


def year_of(word: str | None, reference: date | None) -> int | None:
    """Give the year a word means: 2018年, 今年, 去年; None where it needs a report's day that is not known."""
    if word and (number := to_int(word.rstrip("年"))):
        return number
    shift = _SHIFT.get(word)
    return reference.year + shift if reference and shift is not None else None


def is_last_years(on: date, reference: date) -> bool:
    """Tell whether a day named without a year is last year's: ``12月20日`` in a report of January; in one of July it is yet to come."""
    return on > reference + AHEAD and reference.month <= _LOOKING_BACK


def plan_of(number: int) -> tuple[int, int]:
    """Give the first and last year of a five-year plan: of 13, 十三五, 2016 and 2020. The first began in 1953, the third after a gap."""
    first = 1953 + 5 * (number - 1) if number < 3 else 1966 + 5 * (number - 3)
    return first, first + 4


def month_end(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months_of(year: int | None, first: int, last: int) -> Span | None:
    """Give the days from one month to another: 1-6月; months that wrap begin in the year before. None where there are none such."""
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    if year is None:
        return UNKNOWN
    if first == last:
        return Span(date(year, first, 1), month_end(year, first), f"{year}-{first:02}")
    start = year if first <= last else year - 1
    return Span(date(start, first, 1), month_end(year, last), f"{start}-{first:02}/{year}-{last:02}")


def parts(first: date, last: date, wanted: int) -> list[Span]:
    """Give the whole years, quarters or months that a stretch of days is made of, where there are as many as wanted."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if wanted < 2 or first.day != 1 or last != month_end(last.year, last.month) or months % wanted:
        return []
    size = months // wanted
    if size not in (1, 3, 12) or (first.month - 1) % size:
        return []
    starts = [divmod(first.year * 12 + first.month - 1 + size * part, 12) for part in range(wanted)]
    spans = [whole_year(year) if size == 12 else months_of(year, month + 1, month + size) for year, month in starts]
    return [span for span in spans if span]


def day_of(year: int | None, month: int, day: int, reference: date | None = None) -> Span | None:
    """Give a day; one far ahead of the ``reference`` is taken as last year's. None where there is no such day."""
    try:
        date(2000, month, day)
    except ValueError:
        return None
    if year is None:
        return UNKNOWN
    if reference and (month, day) == (2, 29):  # without a year of its own it is that of the last leap year
        year = next(leap for leap in range(year, year - 9, -1) if monthrange(leap, 2)[1] == 29)
    try:
        on = date(year, month, day)
        if reference and is_last_years(on, reference):
            on = date(year - 1, month, day)
    except ValueError:
        return None
    return days(on, on)


def days(first: date, last: date) -> Span:
    """Give the days from one to another; a day alone is written as itself."""
    return Span(first, last, first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}")


def whole_year(year: int | None) -> Span:
    """Give the days of a year."""
    return Span(date(year, 1, 1), date(year, 12, 31), str(year)) if year else UNKNOWN


def from_to(first: Span | None, last: Span | None) -> Span | None:
    """Give the days from the first of one stretch to the last of another."""
    if first is None or last is None:
        return None
    if first.first is None or last.last is None or first.first > last.last:
        return UNKNOWN
    return Span(first.first, last.last, f"{(first.edtf or '').split('/')[0]}/{(last.edtf or '').split('/')[-1]}")


def year_before(first: date | None, last: date | None, edtf: str) -> tuple[date | None, date | None, str]:
    """Give the same days of the year before: 2018-01/2018-06 is 2017-01/2017-06; 29 February becomes the 28th."""
    first, last = (on and on.replace(year=on.year - 1, day=28 if (on.month, on.day) == (2, 29) else on.day) for on in (first, last))
    return first, last, re.sub(r"\b\d{4}(?=$|[-/])", lambda year: str(int(year.group()) - 1), edtf).replace("-02-29", "-02-28")
