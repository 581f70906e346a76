"""Times that a text names: ``1-6月`` in a report of 2018-07-18 is 2018-01-01 to 2018-06-30.

Each reading below is one way of naming a time: a pattern and a few lines that say which days it means. The first that matches at
a place, in the order of ``_READINGS``, wins.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from extract.calendar_days import day_named
from extract.folding import fold
from extract.lexicon import any_of, words
from extract.models import Period
from extract.time_spans import AHEAD, UNKNOWN, Span, day_of, from_to, months_of, to_int, whole_year, year_of

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_Y = r"(?:(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})"


# What a time may begin with; where none of these stands, no pattern is tried.
_BEGINS = "0-9〇零一二两三四五六七八九十几数自从截到至今去上前明本当同全第下近最过农比较与和眼目如现昨后这那每有星周礼凌早中午傍晚夜深年“\\\""
_COMPARED = re.compile(r"(?:比|较|相比于?|高于|低于)$")
_JOINED = re.compile(r"[与和同跟]$")
_ALIKE = re.compile(r"(?:全年|年底|底|末)?(?:相比|基本持平|持平|同期|比较|大体相当)")
Reading = Callable[[re.Match[str], date | None], Span | None]


def find_periods(text: str, reference: date | None) -> list[Period]:
    """Give the times a text names, in order; ``reference`` is the day of the report, by which 今年 and 1-6月 are understood.

    >>> [(p.text, p.edtf) for p in find_periods("今年1-6月,全省立案下降", date(2018, 7, 18))]
    [('今年1-6月', '2018-01/2018-06')]
    """
    folded = fold(text)
    found: list[Period] = []
    for match in _any().finditer(folded):
        if match.start() < (found[-1].end if found else 0):
            continue
        name = match.lastgroup or ""
        pattern, reading = _readings()[int(name[1:])]
        inner = pattern.match(folded, match.start())
        span = reading(inner, reference) if inner else None
        if span is None:
            continue
        start, end = match.span(name)
        if span.kind == "span" and _is_base(folded, start, end):
            span = replace(span, kind="base")
        found.append(Period(start, end, text[start:end], span.first, span.last, span.edtf, span.kind))  # type: ignore[arg-type]
    return found


def _is_base(text: str, start: int, end: int) -> bool:
    """Tell whether a time is what something is compared with: 比``2012年``提高, 与``2022年``基本持平, ``2019年``同期."""
    leads, follows = text[max(0, start - 2) : start], text[end : end + 8]
    return bool(_COMPARED.search(leads) or follows.startswith("同期") or _JOINED.search(leads) and _ALIKE.match(follows))


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


def day_range(m: re.Match[str], r: date | None) -> Span | None:
    """``2月10日至28日``, ``1月1日至3月31日``."""
    year = year_of(m.group(1), r)
    first_month, first_day = to_int(m.group(2)), to_int(m.group(3))
    month, day = to_int(m.group(4)) or first_month, to_int(m.group(5))
    return from_to(day_of(year, first_month, first_day), day_of(year, month, day))


def month_range(m: re.Match[str], r: date | None) -> Span | None:
    """``1-6月``, ``今年1至10月``, ``1月至6月``."""
    first, last = to_int(m.group(2)), to_int(m.group(3))
    year = year_of(m.group(1), r)
    if year and not m.group(1) and r and date(year, min(last, 12), 1) > r + AHEAD:
        year -= 1
    return months_of(year, first, last) if first < last else None


def first_months(m: re.Match[str], r: date | None) -> Span | None:
    """``今年前10个月``, ``前三季度``."""
    year = year_of(m.group(1), r)
    return months_of(year, 1, to_int(m.group(2)) * (3 if m.group(3) == "季度" else 1))


def month_day(m: re.Match[str], r: date | None) -> Span | None:
    """``7月10日``, ``今年1月23日``, ``去年5月12日``."""
    return day_of(year_of(m.group(1), r), to_int(m.group(2)), to_int(m.group(3)), None if m.group(1) else r)


def since(m: re.Match[str], r: date | None) -> Span | None:
    """``今年以来``, ``去年5月以来``, ``2018年1月专项斗争开展以来``: from then to the day of the report."""
    year = year_of(m.group(1) or None, r)
    month = to_int(m.group(2))
    if r is None or year is None:
        return UNKNOWN
    start = date(year, month or 1, 1) if 0 <= month <= 12 else None
    if start is None or start > r:
        return UNKNOWN
    return Span(start, r, f"{start.isoformat()[:7]}/{r.isoformat()[:7]}")


def open_start(m: re.Match[str], r: date | None) -> Span | None:
    """``自平安大巡防活动开展以来``: a start that the report does not date."""
    return Span(None, r, f"../{r.isoformat()}") if r else UNKNOWN


def years_past(m: re.Match[str], r: date | None) -> Span | None:
    """``五年来``, ``近三年``, ``过去5年``: from so many years before the report."""
    count = to_int((m.group(1) or m.group(2)).replace("两", "二"))
    if r is None or not 0 < count < 60:
        return UNKNOWN
    return Span(date(r.year - count, 1, 1), r, f"{r.year - count}/{r.year}")


def up_to(m: re.Match[str], r: date | None) -> Span | None:
    """``截至6月底``, ``到2019年10月底``, ``2月底``: a stock at the end of a month."""
    span = months_of(year_of(m.group(1), r), to_int(m.group(2)), to_int(m.group(2)))
    return span if span is None or span.last is None else Span(span.last, span.last, span.edtf)


def month_only(m: re.Match[str], r: date | None) -> Span | None:
    """``5月份``, ``去年8月``."""
    year, month = year_of(m.group(1), r), to_int(m.group(2))
    if year and not m.group(1) and r and 1 <= month <= 12 and date(year, month, 1) > r + AHEAD:
        year -= 1
    return months_of(year, month, month)


def quarter(m: re.Match[str], r: date | None) -> Span | None:
    """``一季度``, ``2021年第一季度``, ``去年四季度``."""
    number, year = to_int(m.group(2)), year_of(m.group(1), r)
    if not 1 <= number <= 4:
        return None
    if year and r and not m.group(1) and date(year, number * 3, 1) > r:  # a quarter that has not ended is last year's
        year -= 1
    return months_of(year, number * 3 - 2, number * 3)


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
    """``十三五``时期 is 2016 to 2020; the first plan began in 1953."""
    number = to_int(m.group(1) or m.group(2))
    if not 1 <= number <= 20:
        return None
    first = 1953 + 5 * (number - 1) if number < 3 else 1966 + 5 * (number - 3)
    return Span(date(first, 1, 1), date(first + 4, 12, 31), f"{first}/{first + 4}")


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


def near_month(m: re.Match[str], r: date | None) -> Span | None:
    """``本月``, ``上月``, ``当月``."""
    if m.group().startswith("当"):
        return Span(None, None, None, "same")
    if r is None:
        return UNKNOWN
    month = r if m.group().startswith("本") else r.replace(day=1) - timedelta(1)
    return months_of(month.year, month.month, month.month)


def festival(m: re.Match[str], r: date | None) -> Span | None:
    """``春节期间``, ``国庆节``, ``今年大年初三``, ``去年七夕``."""
    year = year_of(m.group(1), r)
    on = day_named(m.group(2), year) if year else None
    return Span(on, on, on.isoformat()) if on else UNKNOWN


def day_only(m: re.Match[str], r: date | None) -> Span | None:
    """``10日``: a day of the report's month."""
    return day_of(r.year, r.month, to_int(m.group(1))) if r else UNKNOWN


def same(m: re.Match[str], r: date | None) -> Span | None:
    """``当日``, ``同期``, ``这一天``: the time named before."""
    return Span(None, None, None, "same")


def clock(m: re.Match[str], r: date | None) -> Span | None:
    """``11点``, ``16时30分``, ``16:08:29``."""
    return Span(None, None, None, "clock")


def duration(m: re.Match[str], r: date | None) -> Span | None:
    """``18年``, ``两个多月``, ``24小时``: how long, not when."""
    return Span(None, None, None, "duration")


def weekday(m: re.Match[str], r: date | None) -> Span | None:
    """``星期三``, ``每周三``: a day of some week."""
    return UNKNOWN


_YW = r"(今年|去年|上年|前年|明年|本年)?"
_YF = rf"({_Y}年|今年|去年|上年|前年|明年|本年|当年|同年|全年)?"
_TO = r"(?:至|到|-|—|~|～|–|--)"
_CN = "[一二两三四五六七八九十]"
_READINGS: tuple[tuple[str, Reading], ...] = (
    (rf"自?(?:从)?{_YF}(?:({_N})月份?(?:{_N}日)?)?以来(?<!^以来)(?<=[年月日]以来)", since),
    (rf"自(?:从)?(?=[今去上前明本当同]年|\d|{_N}月){_YF}(?:({_N})月份?(?:{_N}日)?)?[^,。;、\d]{{2,14}}以来(?<=[展动施行开立署办]以来)", since),
    (r"自[^,。;\d]{2,24}以来", open_start),
    (rf"({_Y})年?({_N})?月?({_N})?日?{_TO}({_Y})年(?:({_N})月)?(?:({_N})日)?", full_range),
    (rf"({_Y})年({_N})月({_N})日{_TO}(?!{_Y})()(?:({_N})月)?({_N})日", full_range),
    (rf"{_YF}({_N})月({_N})日?{_TO}(?:({_N})月)?({_N})日", day_range),
    (rf"{_YF}({_N})月?份?{_TO}({_N})月(?:份)?(?!\d)", month_range),
    (rf"{_YF}前({_N})个?(月|季度)", first_months),
    (rf"(?:截至|截止到?|到|至)?({_Y}年?|今年|去年|上年|明年)?年?[底末](?<=年[底末])", year_end),
    (rf"(?:截至|截止到?|到)?{_YF}({_N})月[底末]", up_to),
    (rf"({_Y})[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)", full_date),
    (rf"(?:截至|截止到?)?({_Y})年({_N})月({_N})日", full_date),
    (rf"(?:截至|截止到?)?{_YF}({_N})月({_N})日", month_day),
    (rf"{_YF}第?({_CN}|[1-4])季度", quarter),
    (rf"{_YF}(上|下)半年", half_year),
    (rf"({_Y})年({_N})月()份?", full_date),
    (r"(?:比|较|与|和|同)?(?:去年|上年|上一年|前年)(?:同期|同月|同日)", base),
    (r"上(?:年|一年)(?!来)(?:度)?", base),
    (
        rf"[“\"]?({_CN}{{1,3}})五[”\"](?:规划|时期|期间|以来)*"
        r"|(?<![二三四五六七八九])(?:[“\"]?)(十[一二三四]?|[七八九])五(?:规划|时期|期间)",
        plan_years,
    ),
    (rf"{_YW}(?:农历|的)?(FESTIVAL)(?:节|期间|假期|小长假|当天|当日|前后)*", festival),
    (rf"({_Y})年(?:度)?()()(?![代来多])", full_date),
    (rf"(?:近|最近|过去)({_CN}{{1,2}}|\d{{1,2}})年(?:多|间|来)?|({_CN}{{1,2}}|\d{{1,2}})年(?:多)?来", years_past),
    (rf"{_YW}({_N})月份?(?![^,。]?[日号])", month_only),
    (r"(今年|去年|上年|前年|明年|本年|过去的?一年)(?:全年|度)?", year_word),
    (r"(?:截至|截止)?(?:目前|当前|现今|如今|眼下)|(?:昨|今|明|后|前)[天日晚晨夜]", near_day),
    (r"本月|上个?月|当月", near_month),
    (r"当[日天晚]|同[日天年月期]|这[一]?[天年月]|那一[天年]|每一天|有一天", same),
    (r"(?:每)?(?:星期|周|礼拜)[一二三四五六日天](?![年期])", weekday),
    (
        r"(?:凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|深夜|每天)?(?:\d{1,2}:\d{2}(?::\d{2})?"
        r"|(?:\d{1,2}|十?[一二三四五六七八九十])(?:点钟?|时)(?:\d{1,2}分|半|许)?(?!\d))(?!间|候|期|代|任|刻)",
        clock,
    ),
    (
        rf"(?:\d+|{_CN}+|几|数)(?:多|余)?(?:个半|个多|个)?(?:年多|年|个月|月|周|天|小时|分钟|昼夜|星期|季度|学期)"
        r"(?:多)?(?:时间|以[上内来]|之内|内|间)?",
        duration,
    ),
    (r"(?<![\d月])(\d{1,2})日(?!常|均)", day_only),
)  # fmt: skip


@cache
def _readings() -> tuple[tuple[re.Pattern[str], Reading], ...]:
    return tuple((re.compile(_filled(pattern)), reading) for pattern, reading in _READINGS)


@cache
def _any() -> re.Pattern[str]:
    """One pattern of all readings; their own groups are silent in it, so that its last group tells which one matched."""
    silent = (re.sub(r"(?<!\\)\((?!\?)", "(?:", _filled(pattern)) for pattern, _ in _READINGS)
    begins = "".join(sorted({word[0] for word in words("festivals")})) + _BEGINS
    return re.compile(f"(?=[{begins}])(?:" + "|".join(f"(?P<r{index}>{pattern})" for index, pattern in enumerate(silent)) + ")")


def _filled(pattern: str) -> str:
    return pattern.replace("FESTIVAL", any_of(words("festivals")))
