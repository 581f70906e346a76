"""When a report was published: said by its name or its masthead, else worked out from its clues, else not known.

The working is kept for the reader: ``inferred | 7月11日,星期三 → 1990, 2001, … | 昨天是入伏 → 2018-07-18, … | … → 2018-07-18``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from extract.clues import CLUES, WEAKER, YEARS, Clue, days_named, era
from extract.folding import fold
from extract.models import Article, Period, Report
from extract.periods import find_periods

_SAMPLE = 50_000  # characters; a page is far shorter; what lies beyond says nothing new about its day
_FULL = r"((?:19|20)\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})"
_YEAR_BY_YEAR = re.compile(r"((?:19|20)\d\d)年[^。;\n年]{0,8}\d[^。;\n年]{0,12}[,、](去年[^。;\n年]{0,8}\d[^。;\n年]{0,12}[,、])?(?:到|而)?今年")
_PLANNED = re.compile(r"力争|规划|目标|明年|预计|将于")
_MONTHS = re.compile(r"[\d一二三四五六七八九十]个?月|季度|半年")
_ONLY_BEGUN = re.compile(r"底?前|起|[-—~到至]|[^,。;]{0,12}以来")  # 2022年10月以来最高: later than that
_BEGUN = re.compile(r"((?:19|20)\d\d)年(?:以来|伊始)")
_RUNNING = re.compile("来|至今")  # up to the day that is looked for
_NO_END = re.compile("以来|起|前|[^,。]{0,4}将")
_WILL = re.compile(r"力争|目标|预计|将[要在于对会继紧]|下一步")
_SPOKEN = re.compile(r"(?<![\d月至到—~-])(\d{1,2})日(?=在\S{1,3}?(?:表示|介绍|透露|通报|召开|举行)|表示|介绍|透露|从|电)")
_LONG_LIST = 8


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication date: ``day``, or the bounds ``first`` and ``last`` where only a month or year is known, and the working."""

    day: date | None = None
    first: date | None = None
    last: date | None = None
    basis: str | None = None


def date_report(text: str, source: str | None, articles: Sequence[Article]) -> Dated:
    """Date a report by the first of its name, masthead, own words and clues that tells; what none tells is not known."""
    folded = fold(text[:_SAMPLE])
    for found in (_file_name(source or ""), _masthead(folded), _title(folded, articles), _dateline(folded)):
        if found:
            return found
    year = _year_in_name(source or "")
    if year and (found := _dateline_in(folded, year)):
        return found
    headed = _headed(folded)
    told = year or (headed.last.year if headed and headed.last else None) or _year_after_base(folded) or _year_begun(folded)
    inferred = _infer(folded, told, f"file name: {year}" if year else f"told by its words: {told}")
    if inferred.day or headed:
        return inferred if inferred.day else headed or inferred
    if inferred.last:
        return inferred
    if year:
        return Dated(None, date(year, 1, 1), date(year, 12, 31), f"file name: {year}")
    return _latest_full(folded) or inferred


def date_articles(articles: Sequence[Article], report: Report) -> tuple[Article, ...]:
    """Give each article the date of its report."""
    return tuple(replace(article, published=report.published, published_basis=report.published_basis) for article in articles)


def _file_name(source: str) -> Dated | None:
    found = re.match(r"((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)", source)
    day = _date(*found.groups()) if found else None
    return _on(day, f"file name: {found.group()}") if day and found else None


def _year_in_name(source: str) -> int | None:
    found = re.match(r"((?:19|20)\d\d)(?!\d)", source)
    return int(found.group(1)) if found else None


def _masthead(text: str) -> Dated | None:
    """A line that is a date and little else, at the top or the end: ``2018年7月18日 星期三 第03版``."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in [*lines[:6], *lines[-3:]]:
        found = re.match(rf"[(\s]*(?:发布时间:?|日期:?)?\s*{_FULL}日?", line)
        if found and len(line) <= 44 and not re.search(r"[,。;]", line):
            day = _date(*found.groups())
            if day:
                return _on(day, f"masthead: {found.group().strip()}")
    return _chinese_sign_off(lines)


def _chinese_sign_off(lines: Sequence[str]) -> Dated | None:
    from extract.numerals import chinese

    for line in [*lines[:6], *lines[-3:]]:
        found = re.fullmatch(r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日", line)
        parts = [chinese(part) for part in found.groups()] if found else []
        day = _date(*(str(int(part)) for part in parts if part is not None)) if len(parts) == 3 else None
        if day:
            return _on(day, f"signed: {line}")
    return None


def _title(text: str, articles: Sequence[Article]) -> Dated | None:
    """A headline that says the day of a speech: ``——2016年2月3日在市政协全会上``."""
    for article in articles[:1]:
        found = re.search(rf"[—-]\s*{_FULL}日?在", fold(article.title or ""))
        day = _date(*found.groups()) if found else None
        if found and day:
            return _on(day, f"headline: {found.group().strip('—- ')}")
    return None


def _dateline(text: str) -> Dated | None:
    found = re.search(rf"(?:报|社|网|台)\S{{0,8}}{_FULL}日(?:电|讯|报道)", text[:2000])
    day = _date(*found.groups()) if found else None
    return _on(day, f"dateline: {found.group()}") if found and day else None


def _dateline_in(text: str, year: int) -> Dated | None:
    """The day of a wire report whose year is known: ``新华社兰州10月27日电``."""
    found = re.search(r"(?:报|社|网|台|讯)[^\s,。;]{0,8}?(\d{1,2})\s*月\s*(\d{1,2})\s*日(?:电|讯|报道|消息)", text[:2000])
    day = _date(str(year), *found.groups()) if found else None
    return _on(day, f"file name: {year} | dateline: {found.group()}") if found and day else None


def _latest_full(text: str) -> Dated | None:
    """The latest day, month or span of a year that the text names as past, where it names one with its year."""
    relative = "今年" in text or "去年" in text  # a whole year beside 今年 may be this year or the one before
    if "去年" in text and "今年" not in text and (years := [period.last.year for period in _absolute(text) if period.last]):
        year = max(years) + 1  # nobody who says 去年 of the year before names that of the report by its number alone
        return Dated(None, date(year, 1, 1), date(year, 12, 31), f"inferred | 去年 and {year - 1}年, no 今年 → {year} | day not known")
    named = [period for period in _absolute(text) if not (relative and len(period.edtf or "") == 4)]
    latest = max(named, key=lambda period: (period.last and period.last.year, len(period.edtf or "") > 4, period.last), default=None)
    if latest is None or latest.last is None:
        return None
    working = f"inferred | {latest.text} is the latest date named"
    if "全年" in text and not relative:  # 2020年初…,全年…: it was written when the year was over
        return Dated(None, date(latest.last.year, 1, 1), date(latest.last.year, 12, 31), f"{working} | 全年 | day not known")
    after = _last_told(text, latest.last.year, only_days=latest.first == latest.last) if len(latest.edtf or "") > 4 else None
    if after and after[0] > latest.last:
        return Dated(None, after[0], after[0], f"{working} | day not known: latest date named {after[0]}")
    return Dated(None, latest.first, latest.last, f"{working} | day not known")


def _last_told(text: str, year: int, *, only_days: bool = False) -> tuple[date, str] | None:
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
    return bool(named) and not _NO_END.match(text, period.end) and not _WILL.search(_sentence(text, period))


def _next_day(after: date, number: int) -> date | None:
    """Give the first day of that number from a day on, in its month or the one after."""
    for month in (after.month, after.month + 1):
        if month <= 12 and (day := _date(str(after.year), str(month), str(number))) and day >= after:
            return day
    return None


@lru_cache(maxsize=1)  # the years that a report names are asked for, and then the latest of its days
def _absolute(text: str) -> list[Period]:
    """Give the times that a text names with their year as past; not 到2025年, nor 2025年底前."""
    return [
        period
        for period in find_periods(text, None)
        if period.first and period.last and period.kind in ("span", "base") and period.first.year in YEARS
        and text[period.start - 1 : period.start] not in ("到", "至") and not _ONLY_BEGUN.match(text, period.end)
    ]  # fmt: skip


def _headed(text: str) -> Dated | None:
    """A headline that says what months a report is on: ``2019年上半年``工作情况; it was written when they were over."""
    for line in [line.strip() for line in text.split("\n") if line.strip()][:5]:
        if len(line) > 48 or re.search(r"[,。;]|计划|要点|方案|安排|意见", line):
            continue
        for period in _absolute(line):
            if len(period.edtf or "") > 4:  # no whole year
                return Dated(None, period.first, period.last, f"inferred | {period.text} in the headline | day not known")
    return None


def _year_after_base(text: str) -> int | None:
    """Give the year after the latest one that 今年 is told beside: 较``2018年``同期; ``2018年``的14人,今年仅3人; 2017年57人,``去年``14人,今年3人."""
    if "今年" not in text:
        return None
    named = max((int(found) for found in re.findall(r"(?<![\d—~至到-])((?:19|20)\d\d)年", text)), default=0)
    bases = re.findall(r"[比较与](?:(?:19|20)\d\d年?[、和])*((?:19|20)\d\d)年(?:同期|同比|相比|全年|增|减|上|下|提)", text)
    rows = _YEAR_BY_YEAR.findall(text)
    bases += re.findall(r"(?:去年|上年)[^,。;()]{0,8}\(((?:19|20)\d\d)年", text)  # 较去年春节同期(2022年1月31日至…)
    before = max([*((int(year), 0) for year in bases), *((int(year), int(bool(between))) for year, between in rows)], default=None)
    return before[0] + before[1] + 1 if before and before[0] >= named else None


def _year_begun(text: str) -> int | None:
    """Give the year that a report goes on from, where it names no other and tells of months without one: ``2006年以来``…,1月至9月…"""
    years = set(re.findall(r"(?:19|20)\d\d(?=年)", text))
    begun = set(_BEGUN.findall(text))
    return int(begun.pop()) if len(begun) == 1 and years == begun and not re.search("[今去明前]年|年来", text) and _MONTHS.search(text) else None


def _infer(text: str, year: int | None, told: str = "") -> Dated:
    """Leave only the years and days that every clue allows; one day left is the answer, two are none. ``year`` is one already known, as ``told``."""
    clues = list(dict.fromkeys(clue for find in CLUES for clue in find(text)))
    years = frozenset({year} if year else YEARS)
    latest = max(days_named(text), default=None)
    working = [told] if year else []
    telling: list[Clue] = []
    for clue in clues:
        years &= clue.years
        if clue.days and not telling and latest:
            working.append(f"{clue.words} → {_list(_days([clue], years, None))}")
            years &= {day.year for day in _days([clue], years, latest)}
            working.append(f"≥ {latest[0]}月{latest[1]}日 → {_list(_days([clue], years, latest))}")
        else:
            working.append(f"{clue.words} → {_list(_days([*telling, clue], years, latest) or sorted(years))}")
        telling += [clue] if clue.days else []
    for words, left in _narrowing(text) if len(years) > 1 else ():
        if len(years) > 1 and years & left:
            years &= left
            working.append(f"{words} → {_list(sorted(years))}")
    days = _days(telling, years, latest)
    if len(years) != 1 or (telling and len(days) != 1):
        return Dated(basis=f"not known | {' | '.join(working)}" if clues else None)
    (only,) = years
    if days:
        return _on(days[0], f"inferred | {' | '.join(working)}")
    told_of = _last_told(text, only)
    day = told_of[0] if told_of else _date(str(only), *map(str, latest)) if latest else None
    unknown = f"inferred | {' | '.join(working)} | day not known"
    return Dated(None, day or date(only, 1, 1), day or date(only, 12, 31), unknown + (f": latest date named {day}" if day else ""))


def _narrowing(text: str) -> Iterator[tuple[str, frozenset[int]]]:
    """Give what leaves some of several years: what a page speaks of as of its own day, the latest past year it names, which is near, and
    the latest event or campaign that it names, where it names no later year: what a page looks back on is older than the page."""
    yield from ((clue.words, clue.years) for clue in era(text))
    named = [period.first.year for period in _absolute(text) if period.first and not _PLANNED.search(_sentence(text, period))]
    if named:
        yield f"{max(named)} is the latest year named", frozenset(range(max(named), max(named) + 3))
    weaker = [clue for find in WEAKER for clue in find(text)]
    latest = max(weaker, key=lambda clue: max(clue.years), default=None)
    if latest and max(named, default=0) <= max(latest.years):
        yield latest.words, latest.years


def _sentence(text: str, period: Period) -> str:
    """Give the sentence around a time."""
    end = text.find("。", period.end)
    return text[text.rfind("。", 0, period.start) + 1 : end if end >= 0 else len(text)]


def _days(clues: Sequence[Clue], years: frozenset[int], latest: tuple[int, int] | None) -> list[date]:
    """Give the publication days that all clues of a day agree on, in the years left, not before the latest day named."""
    telling = [set(clue.days) for clue in clues if clue.days]
    days = set.intersection(*telling) if telling else set()
    return sorted(day for day in days if day.year in years and (not latest or (day.month, day.day) >= latest))


def _list(left: Sequence[object]) -> str:
    return "none" if not left else ", ".join(map(str, left)) if len(left) <= _LONG_LIST else f"{len(left)} left"


def _on(day: date, basis: str) -> Dated:
    return Dated(day, day, day, basis)


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
