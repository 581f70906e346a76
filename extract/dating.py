"""When a report was published: said by its name or its masthead, else worked out from its clues, else not known.

The working is kept for the reader: ``inferred | 7月11日,星期三 → 1990, 2001, … | 昨天是入伏 → 2018-07-18, … | … → 2018-07-18``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from extract.clues import CLUES, NEWEST, WEAKER, YEARS, Clue, days_named
from extract.eras import era
from extract.folding import fold
from extract.models import Article, Report
from extract.told_dates import (
    PLANNED,
    Dated,
    day_of_numbers,
    headed_by,
    last_told,
    latest_told,
    on_day,
    sentence_around,
    times_named,
    year_after_assessed,
    year_after_base,
    year_begun,
)

_SAMPLE = 50_000  # characters; a page is far shorter; what lies beyond says nothing new about its day
_FULL = r"((?:19|20)\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})"
_LONG_LIST = 8


def date_report(text: str, source: str | None, articles: Sequence[Article]) -> Dated:
    """Date a report by the first of its name, masthead, own words and clues that tells; what none tells is not known."""
    folded = fold(text[:_SAMPLE])
    for found in (_file_name(source or ""), _masthead(folded), _title(folded, articles), _dateline(folded)):
        if found:
            return found
    year = _year_in_name(source or "")
    if year and (found := _dateline_in(folded, year)):
        return found
    headed = headed_by(folded)
    told = year or (headed.last.year if headed and headed.last else None) or _told_year(folded)
    inferred = _infer(folded, told, f"file name: {year}" if year else f"told by its words: {told}")
    if inferred.day or headed:
        return inferred if inferred.day else headed or inferred
    if inferred.last:
        return inferred
    if year:
        return Dated(None, date(year, 1, 1), date(year, 12, 31), f"file name: {year}")
    return latest_told(folded) or inferred


def _told_year(text: str) -> int | None:
    return year_after_base(text) or year_begun(text) or year_after_assessed(text)


def date_articles(articles: Sequence[Article], report: Report) -> tuple[Article, ...]:
    """Give each article the date of its report."""
    return tuple(replace(article, published=report.published, published_basis=report.published_basis) for article in articles)


def _file_name(source: str) -> Dated | None:
    found = re.match(r"((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)", source)
    day = day_of_numbers(*found.groups()) if found else None
    return on_day(day, f"file name: {found.group()}") if day and found else None


def _year_in_name(source: str) -> int | None:
    found = re.match(r"((?:19|20)\d\d)(?!\d)", source)
    return int(found.group(1)) if found else None


def _masthead(text: str) -> Dated | None:
    """A line that is a date and little else, at the top or the end: ``2018年7月18日 星期三 第03版``."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in [*lines[:6], *lines[-3:]]:
        found = re.match(rf"[(\s]*(?:发布时间:?|日期:?)?\s*{_FULL}日?", line)
        found = found or re.search(rf"^[(][^,。;\d]{{2,20}}[,\s]+{_FULL}日?[)]$", line)
        if found and len(line) <= 44 and not re.search(r"[。;]", line):
            day = day_of_numbers(*found.groups())
            if day:
                return on_day(day, f"masthead: {found.group().strip()}")
    return _chinese_sign_off(lines)


def _chinese_sign_off(lines: Sequence[str]) -> Dated | None:
    from extract.numerals import chinese

    for line in [*lines[:6], *lines[-3:]]:
        found = re.fullmatch(
            r"(?:[^,。;]{2,24}\s+)?([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日", line
        )
        parts = [chinese(part) for part in found.groups()] if found else []
        day = day_of_numbers(*(str(int(part)) for part in parts if part is not None)) if len(parts) == 3 else None
        if day:
            return on_day(day, f"signed: {line}")
    return None


def _title(text: str, articles: Sequence[Article]) -> Dated | None:
    """A headline that says the day of a speech: ``——2016年2月3日在市政协全会上``."""
    for article in articles[:1]:
        found = re.search(rf"[—-]\s*{_FULL}日?在", fold(article.title or ""))
        day = day_of_numbers(*found.groups()) if found else None
        if found and day:
            return on_day(day, f"headline: {found.group().strip('—- ')}")
    return None


def _dateline(text: str) -> Dated | None:
    found = re.search(rf"(?:报|社|网|台)\S{{0,8}}{_FULL}日(?:电|讯|报道)", text[:2000])
    day = day_of_numbers(*found.groups()) if found else None
    return on_day(day, f"dateline: {found.group()}") if found and day else None


def _dateline_in(text: str, year: int) -> Dated | None:
    """The day of a wire report whose year is known: ``新华社兰州10月27日电``."""
    found = re.search(r"(?:报|社|网|台|讯)[^\s,。;]{0,8}?(\d{1,2})\s*月\s*(\d{1,2})\s*日(?:电|讯|报道|消息)", text[:2000])
    day = day_of_numbers(str(year), *found.groups()) if found else None
    return on_day(day, f"file name: {year} | dateline: {found.group()}") if found and day else None


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
    if years and clues and (later := max(_past_years(text), default=0)) > max(years):
        return Dated(basis=f"not known | {' | '.join(working)} | {later} is named")  # of another day's number
    for words, left in _narrowing(text) if len(years) > 1 else ():
        if len(years) > 1 and years & left:
            years &= left
            working.append(f"{words} → {_list(sorted(years))}")
    days = _days(telling, years, latest)
    if len(years) != 1 or (telling and len(days) != 1):
        return Dated(basis=f"not known | {' | '.join(working)}" if clues else None)
    (only,) = years
    if days:
        return on_day(days[0], f"inferred | {' | '.join(working)}")
    if sent := _dateline_in(text, only):
        return on_day(sent.day or date(only, 1, 1), f"inferred | {' | '.join(working)} | {(sent.basis or '').split(' | ')[-1]}")
    told_of = last_told(text, only)
    day = told_of[0] if told_of else day_of_numbers(str(only), *map(str, latest)) if latest else None
    unknown = f"inferred | {' | '.join(working)} | day not known"
    return Dated(None, day or date(only, 1, 1), day or date(only, 12, 31), unknown + (f": latest date named {day}" if day else ""))


def _narrowing(text: str) -> Iterator[tuple[str, frozenset[int]]]:
    """Give what leaves some of several years: what a page speaks of as of its own day, the latest past year it names, which is near, and
    the latest event or campaign that it names, where it names no later year: what a page looks back on is older than the page."""
    yield from ((clue.words, clue.years) for clue in era(text))
    named = _past_years(text)
    if named:
        yield f"{max(named)} is the latest year named", frozenset(range(max(named), max(named) + 3))
    yield f"≤ {NEWEST}", frozenset(range(YEARS[0], NEWEST + 1))
    weaker = [clue for find in WEAKER for clue in find(text)]
    latest = max(weaker, key=lambda clue: max(clue.years), default=None)
    if latest and max(named, default=0) <= max(latest.years):
        yield latest.words, latest.years


def _past_years(text: str) -> list[int]:
    """Give the years that a text names as past."""
    return [period.first.year for period in times_named(text) if period.first and not PLANNED.search(sentence_around(text, period))]


def _days(clues: Sequence[Clue], years: frozenset[int], latest: tuple[int, int] | None) -> list[date]:
    """Give the publication days that all clues of a day agree on, in the years left, not before the latest day named."""
    telling = [set(clue.days) for clue in clues if clue.days]
    days = set.intersection(*telling) if telling else set()
    return sorted(day for day in days if day.year in years and (not latest or (day.month, day.day) >= latest))


def _list(left: Sequence[object]) -> str:
    return "none" if not left else ", ".join(map(str, left)) if len(left) <= _LONG_LIST else f"{len(left)} left"
