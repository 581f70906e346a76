"""When a figure holds, as days and in EDTF, and how two such times stand to each other: 2018年上半年 lies in 2018年."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.models import Span
from extract.time_spans import months_of, whole_year, year_before


@dataclass(frozen=True, slots=True)
class Time:
    """When a figure holds (EDTF and days), how that is known, and the words that say so."""

    edtf: str | None
    first: date | None
    last: date | None
    basis: str | None
    span: Span | None = None


DECEMBER = 12
NOT_KNOWN = Time(None, None, None, None)


def of_year(year: int) -> Time:
    """Give a year that nobody named: that of a plan."""
    whole = whole_year(year)
    return Time(whole.edtf, whole.first, whole.last, "publication_date")


def as_known(time: Time, published: date | None) -> Time:
    """Give the year or month in place of the report's day, where only that of the day is known: it is then the last one of them."""
    if published is None or time.edtf != published.isoformat() or (published + timedelta(1)).day != 1:
        return time
    known = whole_year(published.year) if published.month == DECEMBER else months_of(published.year, published.month, published.month)
    return replace(time, edtf=known.edtf, first=known.first, last=known.last) if known else time


def year_earlier(time: Time) -> Time:
    """Give the same days of the year before."""
    if time.edtf is None:
        return time
    first, last, edtf = year_before(time.first, time.last, time.edtf)
    return replace(time, edtf=edtf, first=first, last=last)


def between(first: Time, last: Time) -> Time:
    """Give the time from one to another: 1997 to 2002."""
    return replace(first, edtf=f"{first.edtf}/{last.edtf}", last=last.last, basis="carried")


def day_later(time: Time | None) -> Time:
    """Give the day after the last one of a time."""
    if time is None or time.last is None or len((time.edtf or "").split("/")[-1]) < 10:
        return NOT_KNOWN
    day = time.last + timedelta(1)
    return replace(time, edtf=day.isoformat(), first=day, last=day)


def is_during(time: Time, main: Time) -> bool:
    """Tell whether a time begins within another."""
    return time.first is not None and main.last is not None and (main.first or time.first) <= time.first <= main.last


def is_part_of(time: Time, whole: Time) -> bool:
    """Tell whether a time is the later part of a longer one: the quarter of a headline, where the story tells of years."""
    if time.first is None or time.last is None or whole.first is None or whole.last is None:
        return False
    return whole.first < time.first and time.last <= whole.last


def is_part_of_years(time: Time, years: Time) -> bool:
    """Tell whether a time lies in one of more than a year."""
    longer = years.first is not None and years.last is not None and years.last.year > years.first.year
    return longer and is_during(time, years)


def is_year(time: Time) -> bool:
    """Tell whether a time is one whole year."""
    year = whole_year(time.first.year) if time.first else None
    return year is not None and (time.first, time.last) == (year.first, year.last)
