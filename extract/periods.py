"""Times that a text names: ``1-6月`` in a report of 2018-07-18 is 2018-01-01 to 2018-06-30.

Each reading below is one way of naming a time: a pattern and a few lines that say which days it means. The first that matches at
a place, in the order of ``_READINGS``, wins.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from extract import time_readings as meaning
from extract.folding import fold
from extract.lexicon import any_of, words
from extract.models import Period
from extract.time_spans import Span

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_Y = r"(?:(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})"


# What a time may begin with; where none of these stands, no pattern is tried.
_BEGINS = (
    "0-9〇零一二两三四五六七八九十几数自从截到至今去上前明本当同全第下近最过农比较与和眼目如现昨后这那开运实启成施推建投部打"
    "每有星周礼凌早中午傍晚夜深年“\\\""
)
_COMPARED = re.compile(r"(?:比|较|相比于?|高于|低于)$")
_FROM = re.compile(r"[由从]$")
_LEVEL = re.compile(r"的?[约近]?\d")
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
        joined = _up_to_now(found[-1], span, folded[found[-1].end : end]) if found else None
        if joined:
            found[-1] = replace(joined, end=end, text=text[joined.start : end])
            continue
        if span.kind == "span" and _is_base(folded, start, end):
            span = replace(span, kind="base")
        found.append(Period(start, end, text[start:end], span.first, span.last, span.edtf, span.kind))  # type: ignore[arg-type]
    return found


def _up_to_now(since: Period, until: Span, between: str) -> Period | None:
    """Join ``自2018年1月专项斗争开展以来`` and ``截至2019年10月底`` that follows it: the time from the one to the other."""
    if not (since.text.endswith("以来") and since.edtf and until.edtf and re.match(r",?(?:截至|截止|到)", between)):
        return None
    first, last = since.edtf.split("/")[0], until.edtf.split("/")[-1]
    return replace(since, last=until.last, edtf=f"{first}/{last}") if since.first is None or until.last and since.first <= until.last else None


def _is_base(text: str, start: int, end: int) -> bool:
    """Tell whether a time is what something is compared with: 比``2012年``提高, 与``2022年``基本持平, ``2019年``同期."""
    leads, follows = text[max(0, start - 2) : start], text[end : end + 8]
    if _FROM.search(leads) and _LEVEL.match(follows):
        return True
    return bool(_COMPARED.search(leads) or follows.startswith("同期") or _JOINED.search(leads) and _ALIKE.match(follows))


_YW = r"(今年|去年|上年|前年|明年|本年)?"
_YF = rf"({_Y}年|今年|去年|上年|前年|明年|本年|当年|同年|全年)?"
_TO = r"(?:至|到|-|—|~|～|–|--)"
_CN = "[一二两三四五六七八九十]"
_READINGS: tuple[tuple[str, Reading], ...] = (
    (rf"自?(?:从)?{_YF}(?:({_N})月份?(?:{_N}日)?)?以来(?<!^以来)(?<=[年月日]以来)", meaning.since),
    (
        rf"(?:自从?)?(?=[今去上前明本当同]年|\d|{_N}月){_YF}(?:({_N})月份?(?:{_N}日)?)?[^,。;、\d]{{2,30}}以来(?<=[展动施行开立署办年]以来)",
        meaning.since,
    ),
    (r"自[^,。;\d]{2,24}以来|(?:开展|运行|实施|启动|成立|开通|上线|施行|推行|推进|建立|投用|部署|打响)以来", meaning.open_start),
    (rf"({_Y})年?({_N})?月?({_N})?日?{_TO}({_Y})年(?:({_N})月)?(?:({_N})日)?", meaning.full_range),
    (rf"({_Y})年({_N})月({_N})日{_TO}(?!{_Y})()(?:({_N})月)?({_N})日", meaning.full_range),
    (rf"{_YF}({_N})月({_N})日?{_TO}(?:({_N})月)?({_N})日", meaning.day_range),
    (rf"{_YF}({_N})月?份?{_TO}({_N})月(?:份)?(?!\d)", meaning.month_range),
    (rf"{_YF}前({_N})个?(月|季度)", meaning.first_months),
    (rf"(?:截至|截止到?|到|至)?({_Y}年?|今年|去年|上年|明年)?年?[底末](?<=年[底末])", meaning.year_end),
    (rf"(?:截至|截止到?|到)?{_YF}({_N})月[底末]", meaning.up_to),
    (rf"({_Y})[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)", meaning.full_date),
    (rf"(?:截至|截止到?)?({_Y})年({_N})月({_N})日", meaning.full_date),
    (rf"(?:截至|截止到?)?{_YF}({_N})月({_N})日", meaning.month_day),
    (rf"{_YF}第?({_CN}|[1-4])季度", meaning.quarter),
    (rf"{_YF}(上|下)半年", meaning.half_year),
    (rf"({_Y})年({_N})月()份?", meaning.full_date),
    (r"(?:比|较|与|和|同)?(?:去年|上年|上一年|前年)(?:同期|同月|同日)", meaning.base),
    (r"上(?:年|一年)(?!来)(?:度)?", meaning.base),
    (
        rf"[“\"]?({_CN}{{1,3}})五[”\"](?:规划|时期|期间|以来)*"
        r"|(?<![二三四五六七八九])(?:[“\"]?)(十[一二三四]?|[七八九])五(?:规划|时期|期间)",
        meaning.plan_years,
    ),
    (rf"{_YW}(?:农历|的)?(FESTIVAL)(?:节|期间|假期|小长假|当天|当日|前后)*", meaning.festival),
    (rf"({_Y})年(?:度)?()()(?![代来多])", meaning.full_date),
    (rf"(?:近|最近|过去)({_CN}{{1,2}}|\d{{1,2}})年(?:多|间|来)?|({_CN}{{1,2}}|\d{{1,2}})年(?:多)?来", meaning.years_past),
    (rf"{_YW}({_N})月份?(?![^,。]?[日号])", meaning.month_only),
    (r"(今年|去年|上年|前年|明年|本年|过去的?一年)(?:全年|度)?", meaning.year_word),
    (r"(?<![发出体呈表实兑涌再])现(?=[有存共已])", meaning.near_day),
    (r"(?:截至|截止)?(?:目前|当前|现今|如今|眼下)|(?:昨|今|明|后|前)[天日晚晨夜]", meaning.near_day),
    (r"本月|上个?月|当月", meaning.near_month),
    (r"当[日天晚]|同[日天年月期]|这[一]?[天年月]|那一[天年]|每一天|有一天", meaning.same),
    (r"(?:每)?(?:星期|周|礼拜)[一二三四五六日天](?![年期])", meaning.weekday),
    (
        r"(?:凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|深夜|每天)?(?:\d{1,2}:\d{2}(?::\d{2})?"
        r"|(?:\d{1,2}|十?[一二三四五六七八九十])(?:点钟?|时)(?:\d{1,2}分|半|许)?(?!\d))(?!间|候|期|代|任|刻)",
        meaning.clock,
    ),
    (
        rf"(?:\d+|{_CN}+|几|数)(?:多|余)?(?:个半|个多|个)?(?:年多|年|个月|月|周|天|小时|分钟|昼夜|星期|季度|学期)"
        r"(?:多)?(?:时间|以[上内来]|之内|内|间)?",
        meaning.duration,
    ),
    (r"(?<![\d月])(\d{1,2})日(?!常|均)", meaning.day_only),
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
