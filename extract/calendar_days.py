"""Days of the year that a report names without a number: solar terms, the dog days, lunar and fixed festivals.

The reckoning is lunar_python's, offline; ``lexicon/festivals.csv`` says which words mean which day.
"""

from datetime import date, timedelta
from functools import cache
from typing import Any

from extract.lexicon import rows

_HOLIDAYS = {
    "元旦": "元旦", "春节": "春节", "清明": "清明", "劳动节": "劳动", "五一": "劳动", "端午": "端午", "中秋": "中秋", "国庆": "国庆", "十一": "国庆",
}  # fmt: skip


@cache
def _kinds() -> dict[str, str]:
    return {row["word"]: row["day"] for row in rows("festivals")}


@cache
def day_named(word: str, year: int) -> date | None:
    """Give the day a festival or solar term falls on in a year: ``入伏`` in 2018 is 2018-07-17. None for an unknown word.

    A lunar festival belongs to the year it is kept in by the sun: 除夕 of 2018 is 2018-02-15.
    """
    kind = _kinds().get(word)
    if kind is None:
        return None
    if kind == "term":
        return _terms(year).get(word)
    if kind.startswith("solar"):
        return date(year, int(kind[5:7]), int(kind[8:10]))
    if kind.startswith("lunar"):
        month, day = int(kind[5:7]), int(kind[8:10])
        if (month, day) == (12, 30):
            first = lunar_day(year, 1, 1)
            return first - timedelta(1) if first else None
        return lunar_day(year - 1 if month == 12 else year, month, day)
    return _dog_day(kind[:2], year)


@cache
def lunar_day(year: int, month: int, day: int) -> date | None:
    """Give the day by the sun of a lunar date; None where that month has no such day."""
    from lunar_python import Lunar

    try:
        return _day(Lunar.fromYmd(year, month, day).getSolar())
    except Exception as error:  # noqa: BLE001  lunar_python raises bare Exception for days that are not
        if type(error) is Exception:
            return None
        raise


@cache
def holiday(word: str, year: int) -> tuple[date, date] | None:
    """Give the first and last day off of a public holiday as the State Council set it: ``国庆`` in 2019 is 1 to 7 October.

    None for other festivals, and for years whose holidays the calendar does not know.
    """
    from lunar_python.util import HolidayUtil

    name = _HOLIDAYS.get(word)
    if name is None:
        return None
    known = [*(HolidayUtil.getHolidays(year - 1) or ()), *(HolidayUtil.getHolidays(year) or ())]
    named = [day for day in known if name in day.getName() and day.getTarget().startswith(str(year))]
    off = [date.fromisoformat(day.getDay()) for day in named if not day.isWork()]
    return (min(off), max(off)) if off else None


@cache
def _terms(year: int) -> dict[str, date]:
    from lunar_python import Solar

    table = Solar.fromYmd(year, 6, 15).getLunar().getJieQiTable()
    # The table runs from 冬至 of the year before; its second 冬至 and the like come under Latin names.
    named = ((_SECOND.get(name, name), _day(solar)) for name, solar in table.items())
    return {name: day for name, day in named if day.year == year}


_SECOND = {"DA_XUE": "大雪", "DONG_ZHI": "冬至", "XIAO_HAN": "小寒", "DA_HAN": "大寒", "LI_CHUN": "立春", "YU_SHUI": "雨水", "JING_ZHE": "惊蛰"}


@cache
def _dog_day(name: str, year: int) -> date | None:
    """Give the first day of 初伏, 中伏 or 末伏."""
    from lunar_python import Solar

    for offset in range(60):
        day = date(year, 7, 5) + timedelta(offset)
        fu = Solar.fromYmd(day.year, day.month, day.day).getLunar().getFu()
        if fu and fu.getName() == name and fu.getIndex() == 1:
            return day
    return None


def _day(solar: Any) -> date:
    return date(solar.getYear(), solar.getMonth(), solar.getDay())
