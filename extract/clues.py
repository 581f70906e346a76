"""What a page without a year tells of its day: each clue is a few lines with the name of what it recognises.

A clue leaves some years, and in some of them some days, for the page to be published on: ``7月11日,星期三`` leaves the years in
which that day is a Wednesday; ``昨天是入伏第一天`` leaves one day in each year.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial

from extract.calendar_days import day_named, lunar_day
from extract.congresses import meetings
from extract.lexicon import any_of, rows, words
from extract.numerals import chinese
from extract.starts import Finder
from extract.time_spans import plan_of

YEARS = range(1990, 2036)
NEWEST = 2026  # of several years that clues leave, a report is of one that is not ahead
_WEEKDAYS = "一二三四五六日"
_LUNAR_MONTHS = {name: month for month, name in enumerate("正二三四五六七八九十冬腊", 1)} | {"一": 1}
_DAY = r"(?<!\d)(?<!\d年)(\d{1,2})月(\d{1,2})日"
_DIGITS = "0123456789"
_ANY_DAY = Finder(_DIGITS, _DAY)
_PLAN = Finder('“"十一二三四五六七八九', r"[“\"]?(十?[一二三四五六七八九十])五[”\"]?(?:规划|计划)?的?(开局|收官|决胜)之?年")
_WEEK = re.compile(r"[期周拜][一二三四五六日天]")
_WEEKDAY_ON = Finder(_DIGITS, rf"{_DAY}[,()\s]{{0,2}}(?:星期|周|礼拜)([一二三四五六日天])(?![年期])")
_ON_WEEKDAY = re.compile(rf"(?:星期|周|礼拜)([一二三四五六日天])[\(,]{_DAY}")
_LUNAR = r"([正一二三四五六七八九十冬腊]+)月([初十廿二三][一二三四五六七八九十]+)"
_LUNAR_ON = Finder(_DIGITS, rf"{_DAY}(?:[^。\d]{{0,8}}农历闰?|[(,]){_LUNAR}")
_ON_LUNAR = Finder("农正一二三四五六七八九十冬腊", rf"(?:农历|(?<=[,。、\n])){_LUNAR}[\(,]{_DAY}")
_CAMPAIGN = re.compile(r"[“\"][\u4e00-\u9fff]{2,4}[·—-]?((?:19|20)\d\d)[”\"](?=(?:专项|集中|系列|统一)?(?:行动|斗争|整治|会战|战役|工作))")
_EVENT_RUNS = re.compile(r"(?:期间|安保|维稳|护航|召开|举行|举办|开幕|闭幕|圆满|胜利|成功)")
_ANIMALS = "猴鸡狗猪鼠牛虎兔龙蛇马羊"  # 1980 was a year of the monkey: 1980 % 12 is 0
_ANIMAL = Finder((animal + "年" for animal in _ANIMALS), r"(?<![属生]).年(?=春运|春节|新春|除夕|伊始|大吉|来临|元宵|正月|的)")
_TOLD_OF = re.compile(r"(?:过去的?一年|[去上明来今]年)[^。;\d]{0,10}$")
_TOWARDS = {"前天": -2, "昨天": -1, "昨日": -1, "昨晚": -1, "昨夜": -1, "今天": 0, "今日": 0, "今晚": 0, "今晨": 0, "明天": 1, "明日": 1, "后天": 2}


@dataclass(frozen=True, slots=True)
class Clue:
    """The words of a clue and the years it leaves; ``days`` are publication days, where it says the day itself."""

    words: str
    years: frozenset[int]
    days: tuple[date, ...] = ()


def _is_weekday(name: str, on: date) -> bool:
    return _WEEKDAYS[on.weekday()] == name


def _is_festival(word: str, on: date) -> bool:
    return day_named(word, on.year) == on


def _is_lunar(month: int, day: int, on: date) -> bool:
    return on in (lunar_day(on.year, month, day), lunar_day(on.year - 1, month, day))


def _is_between(first: date, last: date, on: date) -> bool:
    return first <= on <= last


def weekday(text: str) -> Iterator[Clue]:
    """``7月11日,星期三`` and ``周三(7月11日)``: the years in which that day is that weekday."""
    if not _WEEK.search(text):
        return
    for found in _WEEKDAY_ON.finditer(text):
        yield _weekday(found.group(), found.group(3), found.group(1), found.group(2))
    for found in _ON_WEEKDAY.finditer(text):
        yield _weekday(found.group(), *found.groups())


def _weekday(words: str, name: str, month: str, day: str) -> Clue:
    return Clue(words, _years(int(month), int(day), partial(_is_weekday, name.replace("天", "日"))))


def named_day(text: str) -> Iterator[Clue]:
    """``昨天是入伏第一天``: the publication day, one in each year."""
    for found in _day_named().finditer(text):
        days = [(named, named + timedelta(-_TOWARDS[found.group(1)])) for year in YEARS if (named := day_named(found.group(2), year))]
        yield Clue(found.group(), frozenset(named.year for named, _ in days), tuple(day for _, day in days))


def festival_on(text: str) -> Iterator[Clue]:
    """``8月19日七夕节`` and ``七夕(8月19日)``: the years in which the festival or solar term falls on that day."""
    for found in _on_day().finditer(text):
        yield _festival(found.group(), found.group(3), found.group(1), found.group(2))
    for found in _day_of().finditer(text):
        yield _festival(found.group(), *found.groups())


def _festival(words: str, name: str, month: str, day: str) -> Clue:
    return Clue(words, _years(int(month), int(day), partial(_is_festival, name)))


def lunar_date(text: str) -> Iterator[Clue]:
    """``7月18日,农历六月初六`` and ``六月初六(7月18日)``: the years in which the two are one day."""
    for found in _LUNAR_ON.finditer(text):
        yield from _lunar(found.group(), found.group(3), found.group(4), found.group(1), found.group(2))
    for found in _ON_LUNAR.finditer(text):
        yield from _lunar(found.group(), *found.groups())


def _lunar(words: str, lunar_month: str, of_month: str, month: str, day: str) -> Iterator[Clue]:
    lunar = _LUNAR_MONTHS.get({"十一": "冬", "十二": "腊"}.get(lunar_month, lunar_month))
    number = chinese(of_month.replace("初", "").replace("廿", "二十"))
    if lunar and number:
        yield Clue(words, _years(int(month), int(day), partial(_is_lunar, lunar, int(number))))


def event(text: str) -> Iterator[Clue]:
    """``7月11日,…俄罗斯世界杯``: the years in which the event, by its whole run, holds the day that its sentence names."""
    for found in _event().finditer(text):
        if re.match(r"[^,。]{0,6}周年", text[found.end() : found.end() + 10]):
            continue
        start = max(text.rfind(mark, 0, found.start()) for mark in "。\n!?") + 1
        first, last = _events()[found.group()]
        for named in re.finditer(_DAY, text[start : found.start() + 40].split("。")[0]):
            years = _years(int(named.group(1)), int(named.group(2)), partial(_is_between, first, last))
            if years:
                yield Clue(f"{named.group()} {found.group()} ({first}/{last})", years)


def event_runs(text: str) -> Iterator[Clue]:
    """``G20杭州峰会安保期间``: an event told of as it runs or is just over, the year of its end; no day is named beside it."""
    for found in _event().finditer(text):
        if _EVENT_RUNS.search(re.split("[,。;]", text[found.end() : found.end() + 8])[0]):
            yield Clue(found.group(), frozenset({_events()[found.group()][1].year}))


def congress(text: str) -> Iterator[Clue]:
    """``省十一届人大五次会议``: the year in which that session met."""
    yield from (Clue(words, frozenset({year}) & frozenset(YEARS)) for words, year in meetings(text))


def campaign(text: str) -> Iterator[Clue]:
    """``“净网2019”专项行动``: a campaign named by its year."""
    for found in _CAMPAIGN.finditer(text):
        yield Clue(found.group(), frozenset({int(found.group(1))}))


def anniversary(text: str) -> Iterator[Clue]:
    """``新中国成立60周年``: the year is the event's own and so many more."""
    for found in _anniversary().finditer(text):
        passed = int(found.group(2)) if found.group(2).isdigit() else int(chinese(found.group(2)) or 0)
        yield Clue(found.group(), frozenset({_year_of("anniversaries")[found.group(1)] + passed}) & frozenset(YEARS))


def numbered_day(text: str) -> Iterator[Clue]:
    """``第30个国际禁毒日``: the year is the first one's and so many more."""
    for found in _numbered_day().finditer(text):
        number = int(found.group(1)) if found.group(1).isdigit() else int(chinese(found.group(1)) or 0)
        yield Clue(found.group(), frozenset({_year_of("numbered_days")[found.group(2)] + number - 1}) & frozenset(YEARS))


def plan(text: str) -> Iterator[Clue]:
    """``“十三五”开局之年``: the first or last year of a five-year plan."""
    for found in _PLAN.finditer(text):
        number = int(chinese(found.group(1)) or 0)
        first, last = plan_of(number)
        yield _in_year(found, first if found.group(2) == "开局" else last)


def year_named(text: str) -> Iterator[Clue]:
    """``脱贫攻坚收官之年``: a year that has a name of its own."""
    for found in _year_named().finditer(text):
        yield _in_year(found, _year_of("year_names")[found.group()])


def _in_year(found: re.Match[str], year: int) -> Clue:
    """Give the year of the page by a year that its words name: the next one where they say so of 过去一年, the one before where of 明年."""
    told = _TOLD_OF.search(found.string, max(0, found.start() - 16), found.start())
    shift = {"过": 1, "去": 1, "上": 1, "明": -1, "来": -1}.get(told.group()[0], 0) if told else 0
    return Clue((told.group() if told else "") + found.group(), frozenset({year + shift}))


def animal(text: str) -> Iterator[Clue]:
    """``兔年春运``: the years of that animal, from the day of its new year; a report speaks of it in that year or at its turn."""
    for found in _ANIMAL.finditer(text):
        place = _ANIMALS.index(found.group()[0])
        yield Clue(found.group(), frozenset(year for year in YEARS if year % 12 == place))


CLUES: tuple[Callable[[str], Iterator[Clue]], ...] = (
    weekday,
    festival_on,
    lunar_date,
    animal,
    anniversary,
    numbered_day,
    plan,
    year_named,
    named_day,
    event,
)
WEAKER: tuple[Callable[[str], Iterator[Clue]], ...] = (event_runs, campaign, congress)  # heard only where the others leave more than one year


def days_named(text: str) -> list[tuple[int, int]]:
    """Give the days without a year that a text names as past or present: what will be, and 去年, is left out."""
    if next(_ANY_DAY.finditer(text), None) is None:
        return []
    past = re.sub(r"(?:去年|上年|前年|将于|定于|拟于|截止到?|起至)[^,。;]{0,12}日|[^,。;]{0,14}日[^,。;]{0,4}(?:将|前(?=完成|报))", "", text)
    return [(int(month), int(day)) for month, day in re.findall(_DAY, past) if exists(2000, int(month), int(day))]


@cache
def _day_named() -> Finder:
    return Finder(
        _TOWARDS,
        rf"({any_of(_TOWARDS)})(?:恰?逢|正值|正?是|为|迎来|进入|就是|,)*(?:农历|传统节日|二十四节气中?的?)?[“\"]?"
        rf"({any_of(words('festivals'))})(?!期间|前|后|以来|假|节?的?第[二三四五六七八九十])",
    )


@cache
def _on_day() -> Finder:
    return Finder(_DIGITS, rf"{_DAY}[,(\s]{{0,2}}(?:恰?逢|正值|正?是|为|迎来|传统节日|农历|“)*({any_of(words('festivals'))})")


@cache
def _day_of() -> Finder:
    return Finder(words("festivals"), rf"({any_of(words('festivals'))})(?:当[天日])?\({_DAY}\)")


@cache
def _year_of(name: str) -> dict[str, int]:
    """The year that belongs to each word of a list."""
    return {row["word"]: int(row["year"]) for row in rows(name)}


@cache
def _year_named() -> Finder:
    return Finder(_year_of("year_names"), any_of(_year_of("year_names")))


@cache
def _numbered_day() -> Finder:
    named = any_of(_year_of("numbered_days"))
    return Finder("第", rf"第(\d{{1,3}}|[一二三四五六七八九十]+)[个届次](?:全国|国际)?[“\"]?(?:119|110|122)?[”\"]?({named})")


@cache
def _anniversary() -> Finder:
    named = _year_of("anniversaries")
    return Finder(named, rf"({any_of(named)})[”\"]?[^,。;\d一二三四五六七八九十]{{0,6}}(\d{{1,3}}|[一二三四五六七八九十百]+)周年")


@cache
def _event() -> Finder:
    return Finder(_events(), any_of(_events()))


@cache
def _events() -> dict[str, tuple[date, date]]:
    return {row["word"]: (date.fromisoformat(row["first"]), date.fromisoformat(row["last"])) for row in rows("events")}


def _years(month: int, day: int, test: Callable[[date], bool]) -> frozenset[int]:
    return frozenset(year for year in YEARS if exists(year, month, day) and test(date(year, month, day)))


def exists(year: int, month: int, day: int) -> bool:
    """Tell whether there is such a day: no 29 February 2019."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
