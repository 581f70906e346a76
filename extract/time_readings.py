"""What each way of naming a time means: a match of its pattern and the day of the report in, the days out.

A function gives None where the words match and mean no time (13月), and UNKNOWN where the report's day is needed and not known.
"""

import re
from datetime import date, timedelta

from extract.time_spans import AHEAD, UNKNOWN, Span, day_of, from_to, is_last_years, months_of, plan_of, to_int, whole_year, year_of

_CLOSING = 11  # the month from which on reports look back on their own year
_LAST_DAYS = 25  # the day from which on it is 月底
LATE, EARLY = 28, 3  # days of a month: after the one, the other is of the next


def full_range(m: re.Match[str], r: date | None) -> Span | None:
    """``2014年至2016年``, ``2013-2017年``, ``2018年1月至2019年10月``, ``2022年2月10日至28日``."""
    y1, m1, d1, y2, m2, d2 = (to_int(part) for part in m.groups())
    first = day_of(y1, m1, d1) if d1 else months_of(y1, m1, m1) if m1 else whole_year(y1)
    y2, m2 = y2 or y1, m2 or (m1 if d2 else 0)
    last = day_of(y2, m2, d2) if d2 else months_of(y2, m2, m2) if m2 else whole_year(y2)
    return from_to(first, last)


def full_date(m: re.Match[str], r: date | None) -> Span | None:
    """``2018年7月10日``, ``2018-07-10``, ``2018年7月``, ``2018年``."""
    year, month, day = (to_int(part) for part in m.groups())
    return day_of(year, month, day) if day else months_of(year, month, month) if month else whole_year(year)


def iso_range(m: re.Match[str], r: date | None) -> Span | None:
    """``自2017-03-02至2017-03-09止``, ``2015.04-2016.11``."""
    y1, m1, d1, y2, m2, d2 = (to_int(part) for part in m.groups())
    return from_to(day_of(y1, m1, d1) if d1 else months_of(y1, m1, m1), day_of(y2, m2, d2) if d2 else months_of(y2, m2, m2))


def across_years(m: re.Match[str], r: date | None) -> Span | None:
    """``去年12月至今年2月``, ``2018年12月20日至次年1月5日``, ``去年年初到今年9月``."""
    first_year = year_of(m.group(1), r)
    last_year = first_year + 1 if first_year and m.group(4) in ("次年", "翌年") else year_of(m.group(4), r)
    first, last = (
        day_of(year, to_int(month), to_int(day)) if day else months_of(year, to_int(month), to_int(month))
        for year, month, day in ((first_year, m.group(2) or "1", m.group(3)), (last_year, m.group(5), m.group(6)))
    )
    return from_to(first, last)


def day_range(m: re.Match[str], r: date | None) -> Span | None:
    """``2月10日至28日``, ``1月1日至3月31日``, ``1月24日至年底``."""
    year = year_of(m.group(1), r)
    first_month, first_day = to_int(m.group(2)), to_int(m.group(3))
    month, day = to_int(m.group(4)) or first_month, to_int(m.group(5))
    if not day:
        month, day = 12, 31
    return from_to(day_of(year, first_month, first_day), day_of(year, month, day))


def month_range(m: re.Match[str], r: date | None) -> Span | None:
    """``1-6月``, ``今年1至10月``, ``1月至6月``."""
    first, last = to_int(m.group(2)), to_int(m.group(3))
    if first >= last:
        return None
    year = year_of(m.group(1), r)
    if year and not m.group(1) and r and 1 <= first <= 12:
        year -= is_last_years(date(year, min(last, 12), 1), r) and abs(date(year, first, 1) - r) > AHEAD
    return months_of(year, first, last)


def listed_times(m: re.Match[str], r: date | None) -> Span | None:
    """``4、5、6月``, ``第一、二季度``, ``2019、2020年``: months, quarters or years that follow each other, as one time."""
    numbers = [to_int(word) for word in re.split("[、和及]", m.group(2))]
    if numbers != [*range(numbers[0], numbers[0] + len(numbers))]:
        return None
    if m.group(3) == "年":
        return Span(date(numbers[0], 1, 1), date(numbers[-1], 12, 31), f"{numbers[0]}/{numbers[-1]}")
    size, year = 3 if m.group(3) == "季度" else 1, year_of(m.group(1), r)
    last = numbers[-1] * size
    if year and not m.group(1) and r and 1 <= last <= 12 and is_last_years(date(year, last, 1), r):
        year -= 1
    return months_of(year, numbers[0] * size - size + 1, last) if numbers[0] > 0 else None


def listed_days(m: re.Match[str], r: date | None) -> Span | None:
    """``7月6日、7日``, ``9月10、11和12日``: days that follow each other, as one time."""
    numbers = [to_int(word) for word in re.findall(r"\d+|[一二三四五六七八九十]+", m.group(3))]
    if numbers != [*range(numbers[0], numbers[0] + len(numbers))]:
        return None
    first, last = (day_of(year_of(m.group(1), r), to_int(m.group(2)), day, None if m.group(1) else r) for day in (numbers[0], numbers[-1]))
    return from_to(first, last)


def first_months(m: re.Match[str], r: date | None) -> Span | None:
    """``今年前8个月``, ``前三季度``."""
    year = year_of(m.group(1), r)
    return months_of(year, 1, to_int(m.group(2)) * (3 if m.group(3) == "季度" else 1))


def month_day(m: re.Match[str], r: date | None) -> Span | None:
    """``7月10日``, ``今年1月23日``, ``去年5月12日``."""
    return day_of(year_of(m.group(1), r), to_int(m.group(2)), to_int(m.group(3)), None if m.group(1) else r)


def since(m: re.Match[str], r: date | None) -> Span | None:
    """``今年以来``, ``去年5月以来``, ``2017年3月专项整治开展以来``: from then to the day of the report."""
    year = year_of(m.group(1) or None, r)
    month, day = to_int(m.group(2)), to_int(m.group(3))
    if r is None or year is None:
        return UNKNOWN
    begun = day_of(year, month, day) if day else months_of(year, month or 1, month or 1)
    if not m.group(1) and begun and begun.first and begun.first > r:  # 8月15日开展以来, in January
        begun = day_of(year - 1, month, day) if day else months_of(year - 1, month, month)
    if begun is None or begun.first is None or begun.first > r:
        return UNKNOWN
    return Span(begun.first, r, f"{begun.edtf}/{r.isoformat() if day else r.isoformat()[:7]}")


def years_since(m: re.Match[str], r: date | None) -> Span | None:
    """``2005年5月行动开展一年以来``: so many years from then."""
    begun = since(m, r)
    count = to_int(m.group(4))
    if begun is None or begun.first is None or begun.edtf is None:
        return begun
    end = begun.first.replace(year=begun.first.year + count, day=1)
    if r is None or end > r + AHEAD:
        return begun
    return Span(begun.first, end, f"{begun.edtf.split('/')[0]}/{end.isoformat()[:7]}")


def open_start(m: re.Match[str], r: date | None) -> Span | None:
    """``自平安大巡防活动开展以来``: a start that the report does not date."""
    return Span(None, r, f"../{r.isoformat()}") if r else UNKNOWN


def years_past(m: re.Match[str], r: date | None) -> Span | None:
    """``五年来``, ``近三年``, ``过去5年``: from so many years before the report; one of January to March tells of years that are over.

    ``一年来`` in a report of the last months of a year is that year.
    """
    count = to_int((m.group(1) or m.group(2)).replace("两", "二"))
    if r is None or not 0 < count < 60:
        return UNKNOWN
    if count == 1 and r.month >= _CLOSING:
        return Span(date(r.year, 1, 1), r, f"{r.year}")
    if r.month <= 3:
        first, last = date(r.year - count, 1, 1), date(r.year - 1, 12, 31)
        return whole_year(last.year) if count == 1 else Span(first, last, f"{first.year}/{last.year}")
    return Span(date(r.year - count, 1, 1), r, f"{r.year - count}/{r.year}")


def up_to(m: re.Match[str], r: date | None) -> Span | None:
    """``截至6月底``, ``到2019年10月底``: a stock at the end of a month; ``2月底`` alone is the last days of it."""
    span = months_of(year_of(m.group(1), r), to_int(m.group(2)), to_int(m.group(2)))
    if span is None or span.last is None:
        return span
    at_its_end = m.group().startswith(("截", "到")) or m.string.startswith("前", m.end())  # 9月底前
    first = span.last if at_its_end else span.last.replace(day=_LAST_DAYS)
    return Span(first, span.last, span.edtf)


def month_only(m: re.Match[str], r: date | None) -> Span | None:
    """``5月份``, ``去年8月``."""
    year, month = year_of(m.group(1), r), to_int(m.group(2))
    if year and not m.group(1) and r and 1 <= month <= 12 and is_last_years(date(year, month, 1), r):
        year -= 1
    return months_of(year, month, month)


def quarter(m: re.Match[str], r: date | None) -> Span | None:
    """``一季度``, ``2019年第二季度``, ``去年四季度``."""
    number, year = 1 if m.group(2) == "首" else to_int(m.group(2)), year_of(m.group(1), r)
    if not 1 <= number <= 4:
        return None
    if year and r and not m.group(1) and is_last_years(date(year, number * 3 - 2, 1), r):  # a quarter that is far off is last year's
        year -= 1
    return months_of(year, number * 3 - 2, number * 3)


def quarter_end(m: re.Match[str], r: date | None) -> Span | None:
    """``一季度末``, ``2016年三季度末``: the last month of the quarter."""
    span = quarter(m, r)
    return months_of(span.last.year, span.last.month, span.last.month) if span and span.last else span


def last_months(m: re.Match[str], r: date | None) -> Span | None:
    """``今年后三个月``: the last of the year."""
    count = to_int(m.group(2))
    return months_of(year_of(m.group(1), r), 13 - count, 12) if 1 <= count <= 11 else None


def half_year(m: re.Match[str], r: date | None) -> Span | None:
    """``上半年``, ``去年下半年``."""
    return months_of(year_of(m.group(1), r), 1, 6) if m.group(2) == "上" else months_of(year_of(m.group(1), r), 7, 12)


def year_word(m: re.Match[str], r: date | None) -> Span | None:
    """``今年``, ``去年``, ``去年全年``, ``过去的一年``: 今年 runs to the day of the report."""
    word = m.group(1)
    if word.startswith("过去"):
        return whole_year(r.year - 1) if r else UNKNOWN
    return whole_year(year_of(word, r))


def plan_years(m: re.Match[str], r: date | None) -> Span | None:
    """``十三五``时期 is 2016 to 2020, ``“十四五”开局之年`` 2021."""
    number = to_int(m.group(1) or m.group(2))
    if not 1 <= number <= 20:
        return None
    first, last = plan_of(number)
    if m.group().endswith("年"):
        return whole_year(first if re.search("[开起首]", m.group()) else last)
    return Span(date(first, 1, 1), date(last, 12, 31), f"{first}/{last}")


def base(m: re.Match[str], r: date | None) -> Span | None:
    """``去年同期``, ``上年``: what is compared with."""
    return Span(None, None, None, "base")


def year_end(m: re.Match[str], r: date | None) -> Span | None:
    """``2019年底``, ``到年底``, ``明年年末``: the last month of the year."""
    return months_of(year_of(m.group(1), r), 12, 12)


def near_day(m: re.Match[str], r: date | None) -> Span | None:
    """``昨天``, ``今日``, ``目前``: counted from the day of the report."""
    shift = {"昨": -1, "前": -2, "明": 1, "后": 2}.get(m.group()[0], 0)
    if r is None:
        return UNKNOWN
    on = r + timedelta(shift)
    return Span(on, on, on.isoformat())


def day_only(m: re.Match[str], r: date | None) -> Span | None:
    """``10日``, ``12号上午``: a day of the report's month."""
    return day_of(r.year, r.month, to_int(m.group(1) or m.group(2))) if r else UNKNOWN


def days_only(m: re.Match[str], r: date | None) -> Span | None:
    """``14日8时至15日14时``: days of the report's month."""
    first, last = to_int(m.group(1)), to_int(m.group(2))
    return from_to(day_of(r.year, r.month, first), day_of(r.year, r.month, last)) if r and first < last else None


def beside(day: date, named: date) -> date | None:
    """Give a day that says no month in that of the day named before it: 9月10日…,``11日``; 8月31日…,``1日`` is in the next one."""
    month_later = named.day >= LATE and day.day <= EARLY
    try:
        return (named.replace(day=1) + timedelta(31)).replace(day=day.day) if month_later else named.replace(day=day.day)
    except ValueError:
        return None


def same(m: re.Match[str], r: date | None) -> Span | None:
    """``当日``, ``当月``, ``同期``, ``这一天``, ``次日``: the time named before, or told by it."""
    near = {"当月": months_of(r.year, r.month, r.month), "这一年": whole_year(r.year)}.get(m.group()) if r else None
    return Span(near.first, near.last, None, "same") if near else Span(None, None, None, "same")


def clock(m: re.Match[str], r: date | None) -> Span | None:
    """``11点``, ``16时30分``, ``16:08:29``."""
    return Span(None, None, None, "clock")


def duration(m: re.Match[str], r: date | None) -> Span | None:
    """``18年``, ``两个多月``, ``24小时``: how long, not when."""
    return Span(None, None, None, "duration")
