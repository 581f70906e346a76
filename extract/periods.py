"""Times that a text names: ``1-6月`` in a report of 2018-07-18 is 2018-01-01 to 2018-06-30.

Each reading below is one way of naming a time: a pattern and a few lines that say which days it means. The first that matches at
a place, in the order of ``_READINGS``, wins.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from extract import named_times as named
from extract import near_times as near
from extract import time_readings as meaning
from extract.folding import fold
from extract.lexicon import any_of, words
from extract.models import Period
from extract.number_gaps import digits_set_apart
from extract.starts import Starts
from extract.time_spans import Span, days

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_Y = r"(?:(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})"
_DIGIT = "[〇零一二三四五六七八九]"
# Years that only a month after them tells from a count of years: 1898年6月, 两千零六年5月.
_OLD = rf"(?:{_Y}|1\d{{3}}|[两二]千(?:零[一二三四五六七八九])?)"


# What a time may begin with, names aside: 自, a number before one of these, or one of the characters below before one that may go on.
_NUMBER = "〇零一二两三四五六七八九十"
_AFTER_NUMBER = (
    rf"[0-9{_NUMBER}○千年月日号时点天周星昼季学世份期规假长黄:~～–—至到”\"-]|[个多余][半多个年月周天小分昼星季学]|小[时长]|分钟|、[0-9{_NUMBER}]"
    r"|(?<=[0-9]{4})(?:[./\s]|$)|(?<=五)(?:开局|起步|收官|决胜)"
)
_PAIRS = {
    "几数": "年天个月周小日十百昼星分", "截": "至止", "到至": "年今去明本", "今": "年天日晚晨后", "去": "年", "上": "年半个月周星季旬世一上的",
    "前": "年天日晚夜几", "本": "年月周星季世期", "下": "半个月周星季下", "近的过": "的去", "最": "近", "年": "底末初中内来伊首", "星": "期",
    "周": "一二三四五六日天末", "礼": "拜", "农阴": "历", "比较与和同": "去上前期", "眼": "下", "目如": "前今", "现": "有存共已今", "有那": "一",
    "未": "来", "接": "下", "次翌": "年日", "大": "前", "全": "年天", "同": "日天年月期", "第": "一二三四首1234", "当": "年月日天晚前",
    "这": "一天年月个周星礼", "每": "个一天周星礼", "明": "年天日晚晨夜", "后": "年天日晚晨夜的", "凌": "晨", "早晚": "上", "中": "午", "傍": "晚",
    "夜": "里", "深": "夜", "正冬腊": "月", "首": "季", "头": "", "除": "了周星礼", "半": "个年天小",
    "昨": "天日晚晨夜", "从": "今去上前明本当同全后次",
}  # fmt: skip
_BEFORE_NUMBER = '到至上前近头首第“"”去后过自从最'
_SINCE = ("开展", "开通", "运行", "实施", "启动", "成立", "施行", "推行", "推进", "建立", "投用", "部署", "打响")  # 以来
_ONLY_DAY = re.compile(r"\d{1,2}[日号]")
_COMPARED = re.compile(r"(?:比|较|相比于?|高于|低于)$")
_BOTH_THEN = re.compile(r"[、和](?:\d{4}年|[去前上]年)(?:[、和]\d{4}年)*同期")  # 2018年、2019年同期
_TIMES_IT = re.compile(r"[^,;。]{0,6}的(?:近|约|逾)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(?:多|余)?[倍成]")
_SET_GOING = re.compile(r"[^,。;]{0,6}(?:启动|开展|部署|实施|打响|开始|起)[^,。;]{0,4},[到至]?")  # 自10月17日启动,截至11月25日
_AT = re.compile(r"(?:\d{1,2}[时点])?,?")
_FROM = re.compile(r"[由从]$")
_LEVEL = re.compile(r"的?[约近]?\d")
_RECORD = re.compile(r"以来(?:的?最|的?首|的?历史|新[高低]|[^,。;]{0,4}最[高低多少大小])")
_AT_ITS_MOST = re.compile(r"(?:以?来|内)?(?:之[首最]|的?(?:最[高低多少大小好差]|新[高低]))")  # 降至近五年最低, 为24年来之首
_JOINED = re.compile(r"[与和同跟]$")
_ALIKE = re.compile(r"(?:全年|年底|底|末)?(?:相[比较]|比(?![例重])|基本持平|持平|同期|比较|大体相当)")
Reading = Callable[[re.Match[str], date | None], Span | None]


def find_periods(text: str, reference: date | None) -> list[Period]:
    """Give the times a text names, in order; ``reference`` is the day of the report, by which 今年 and 1-6月 are understood.

    >>> [(p.text, p.edtf) for p in find_periods("今年1-6月,全省立案下降", date(2018, 7, 18))]
    [('今年1-6月', '2018-01/2018-06')]
    """
    folded = fold(text)
    if apart := digits_set_apart(folded):
        shut, places = apart
        spans = [(period, places[period.start], places[period.end - 1] + 1) for period in find_periods(shut, reference)]
        return [replace(period, start=start, end=end, text=text[start:end]) for period, start, end in spans]
    found: list[Period] = []
    for place in times(folded):
        match = _any().match(folded, place) if place >= (found[-1].end if found else 0) else None
        read = _read(folded, match, reference) if match else None
        if read is None:
            continue
        (start, end), span = read
        joined = _up_to_now(found[-1], span, folded[found[-1].end : start], folded[start:end]) if found else None
        if joined:
            found[-1] = replace(joined, end=end, text=text[joined.start : end])
            continue
        if _ONLY_DAY.fullmatch(folded, start, end) and span.first and (named := _day_before(found)):
            day = meaning.beside(span.first, named)
            span = days(day, day) if day else span
        if span.kind == "span" and _is_base(folded, start, end):
            span = replace(span, kind="base")
        found.append(Period(start, end, text[start:end], span.first, span.last, span.edtf, span.kind))  # type: ignore[arg-type]
    return found


def _day_before(found: Sequence[Period]) -> date | None:
    """Give the day, or the last of some days, that was named last."""
    return next((before.last for before in reversed(found) if before.kind == "span" and before.edtf and len(before.edtf.split("/")[-1]) == 10), None)


def _read(text: str, match: re.Match[str], reference: date | None) -> tuple[tuple[int, int], Span] | None:
    """Give where a time stands and what it means; where the first reading to match finds no time (``三四年``), a later one may."""
    for pattern, reading in _readings()[int((match.lastgroup or "r0")[1:]) :]:
        inner = pattern.match(text, match.start())
        span = reading(inner, reference) if inner else None
        if inner and span:
            return inner.span(), span
    return None


def _up_to_now(since: Period, until: Span, joint: str, words: str) -> Period | None:
    """Join ``自2017年3月专项整治开展以来`` and ``截至2019年10月底`` that follows it: the time from the one to the other."""
    if since.text.startswith("截") and since.last and until.edtf == str(since.last.year) and _AT.fullmatch(joint) and words == "今年":
        january = date(since.last.year, 1, 1)  # 截至3月18日,今年: from January up to then
        return replace(since, first=january, edtf=f"{january.isoformat() if since.first == since.last else january.isoformat()[:7]}/{since.edtf}")
    dated = since.first and until.last and until.edtf and len(until.edtf) == 10 and since.first <= until.last
    if dated and (words.startswith("截") or joint.endswith(("到", "至"))) and _SET_GOING.fullmatch(joint):
        return replace(since, last=until.last, edtf=f"{(since.edtf or '').split('/')[0]}/{until.edtf}")
    if not (since.text.endswith("以来") and since.edtf and until.edtf and re.match(r",?(?:截至|截止|到)", joint + words)):
        return None
    first, last = since.edtf.split("/")[0], until.edtf.split("/")[-1]
    return replace(since, last=until.last, edtf=f"{first}/{last}") if since.first is None or until.last and since.first <= until.last else None


def _is_base(text: str, start: int, end: int) -> bool:
    """Tell whether a time is what something is compared with: 比``2012年``提高, 与``2015年``基本持平, ``2019年``同期."""
    leads, follows = text[max(0, start - 2) : start], text[end : end + 8]
    if _FROM.search(leads) and _LEVEL.match(follows) or leads.endswith(("是", "为", "达", "到", "至", "于", "近")) and _TIMES_IT.match(text, end):
        return True  # 是``去年假期``日均的2.8倍
    if _RECORD.match(text, end - 2) or _AT_ITS_MOST.match(follows):
        return True
    if _BOTH_THEN.match(text, end):
        return True
    return bool(_COMPARED.search(leads) or follows.startswith("同期") or _JOINED.search(leads) and _ALIKE.match(follows))


_YW = r"(今年|去年|上年|前年|明年|本年|后年|次年)?"
_YF = rf"({_Y}年|今年|去年|上年|前年|明年|本年|当年|同年|全年|后年|次年)?"
_D = "(?:日|号(?![楼院线令文店房井机床车仓码公]))"
_HOUR = "[早晚零]?(?:[0-9]{1,2}|零)[时点](?:[0-9]{1,2}分)?"
_BEGUN = rf"(?:[^,。;、\d至到]{{0,8}}(?:启动|打响|开展|开始|开幕|开通|实施|部署)|起|{_HOUR}|凌晨|夜间|白天|[上中下]午|傍晚|晚|早)?"
_TO = r"(?:至|到|-|—|~|～|–|--)"
_CN = "[一二两三四五六七八九十]"
_COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_WEEK = "(?:星期|周|礼拜)"
_DAY_NAME = "[一二三四五六日天](?![年期])"
_WEEKDAY = rf"(?:,?[ ]?{_WEEK}{_DAY_NAME}|\({_WEEK}{_DAY_NAME}\))?"
_NO_MORE = r"(?=[,。;、)\n前后晚夜]|$)(?!,\d)"  # 4月7 and 六月二十六 are days where no unit follows
_LUNAR_MONTH = r"(?:十[一二]?|[正一二三四五六七八九冬腊]|\d{1,2})"
_LUNAR_DAY = "(?:初[一二三四五六七八九十]|十[一二三四五六七八九]?|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十)"
_REIGN = any_of(named.REIGNS)
_OFF = "(?:期间|假期|小长假|长假|黄金周|假日)"
_READINGS: tuple[tuple[str, Reading], ...] = (
    (rf"自?(?:从)?{_YF}(?:({_N})月份?(?:({_N})日)?)?(?:以来|至今(?![年天日晚]))(?<!^以来)(?<=[年月份日](?:以来|至今))", meaning.since),
    (r"自?从?(今年)?()()年初(?:以来|至今)", meaning.since),
    (rf"自?从?(?=[去上前]年|\d){_YF}(?:({_N})月份?(?:({_N})日)?)?[^,。;、\d]{{2,24}}?({_CN})年(?:以来|来)", meaning.years_since),
    (
        rf"(?:自从?)?(?=[今去上前明本当同]年|\d|{_N}月){_YF}(?:({_N})月份?(?:({_N})日)?)?(?:[^,。;、\d()自]{{2,30}}以来(?<=[展动施行开立署办年牌营用线]以来)"
        r"|[^,。;、\d()自]{0,12}(?:开展|启动|实施|推行|组织|部署)[^,。;、\d()自]{2,20}以来)",
        meaning.since,
    ),
    (rf"自从?(?=[今去上前]年|\d){_YF}(?:({_N})月份?(?:({_N})日)?)?(?:[^,。;、\d“]|“[^”]*”){{2,30}}(?:以来|至今(?![年天日晚]))", meaning.since),
    (rf"[从自]{_YF}({_N})月({_N}){_D}(?:起|开始)(?=[,全]|[^,。;\d至到]{{0,4}}[已共])", meaning.since),
    (r"自[^,。;\d]{2,24}以来|(?:开展|运行|实施|启动|成立|开通|上线|施行|推行|推进|建立|投用|部署|打响)以来", meaning.open_start),
    (rf"[自从]?({_Y})[-/.](\d{{1,2}})(?:[-/.](\d{{1,2}}))?起?{_TO}({_Y})[-/.](\d{{1,2}})(?:[-/.](\d{{1,2}}))?止?(?!\d)", meaning.iso_range),
    (
        rf"从?({_Y}年|今年|去年|上年|前年|本年|当年)(?:({_N})月(?:份|({_N}){_D})?|年?初){_TO}({_Y}年|今年|去年|本年|次年|翌年)({_N})月(?:份|({_N}){_D})?",
        meaning.across_years,
    ),
    (rf"({_Y})年?({_N})?月?({_N})?{_D}?{_TO}({_Y})年(?:({_N})月)?(?:({_N}){_D})?", meaning.full_range),
    (rf"({_Y})年({_N})月({_N}){_D}?{_TO}(?!{_Y})()(?:({_N})月)?({_N}){_D}", meaning.full_range),
    (rf"{_YF}({_N})月((?:{_N}{_D}?[、,和及])+{_N}){_D}(?![^,。;、]{{0,2}}[至到])", meaning.listed_days),
    (rf"{_YF}({_N})月({_N}){_D}?{_BEGUN}{_TO}(?:({_N})月)?({_N}){_D}", meaning.day_range),
    (rf"{_YF}({_N})月({_N}){_D}?{_BEGUN}{_TO}年[底末]()()", meaning.day_range),
    (rf"{_YF}({_N})月?份?{_TO}({_N})月(?:份)?(?!\d)", meaning.month_range),
    (rf"{_YF}({_N})月份?[和、]({_N})月份?(?=[两二]个?月)", meaning.month_range),
    (rf"(?<![\d.]){_YF}((?:{_N}、)+{_N}(?:[和及]{_N})?)(月)(?!\d)份?", meaning.listed_times),
    (rf"{_YF}第?((?:{_CN}、)+{_CN}(?:[和及]{_CN})?)(季度)", meaning.listed_times),
    (r"()((?:20\d\d、)+20\d\d(?:[和及]20\d\d)?)(年)", meaning.listed_times),
    (rf"{_YF}的?[前头首]({_N}|两)个?(月|季度)", meaning.first_months),
    (rf"(?:截至|截止到?|到|至)?({_Y}年?|今年|去年|上年|明年|次年)?年?[底末](?<=年[底末])", meaning.year_end),
    (rf"(?:截至|截止到?|到)?{_YF}({_N})月月?[底末]", meaning.up_to),
    (rf"({_Y})[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)", meaning.full_date),
    (r"(?<![^\n])((?:19|20)\d\d)()()(?=\s(?!\d)|$)", meaning.full_date),
    (rf"(上|本)个?月的?最后({_N})天", near.last_days),
    (r"(?<=[((])((?:19|20)\d\d)()()(?:-|—|~|～|–)((?:19|20)\d\d)()()(?=[))])", meaning.full_range),
    (rf"(?<![\d.,-])({_Y})[ ](0[1-9]|1[0-2])[ ](0[1-9]|[12]\d|3[01])(?![\d.,%-])", meaning.full_date),
    (rf"(?:{_YW}|({_Y})年)(?:农历|阴历)({_LUNAR_MONTH})月({_LUNAR_DAY}|{_N})?日?", named.lunar_date),
    (rf"(?:农历|阴历)(?:{_YW}|({_Y})年)({_LUNAR_MONTH})月({_LUNAR_DAY}|{_N})?日?", named.lunar_date),
    (rf"(?:{_YW}|({_Y})年)((?<![真改修公端纠校])[正冬腊])月({_LUNAR_DAY})?日?", named.lunar_date),
    (rf"(?:{_YW}|({_Y})年)({_LUNAR_MONTH})月(初[一二三四五六七八九十]|廿[一二三四五六七八九]?)日?", named.lunar_date),
    (rf"(?:截至|截止到?)?({_OLD})年[ ]?({_N})月[ ]?({_N}){_D}{_WEEKDAY}", meaning.full_date),
    (rf"({_OLD})年[ ]?({_N})月({_N}){_NO_MORE}", meaning.full_date),
    (rf"(?:截至|截止到?)?{_YF}({_N})月[ ]?({_N}){_D}{_WEEKDAY}", meaning.month_day),
    (rf"{_YF}({_N})月({_N}){_NO_MORE}", meaning.month_day),
    (rf"(?<![\d.刑满期{_DIGIT[1:-1]}十百])((?:\d\d(?=年\d)|[09]\d)|{_DIGIT}{{2}})年(?:({_N})月(?:({_N}){_D})?)?(?![代来多])", named.short_year),
    (rf"({_REIGN})({_N}|元)年(?:({_N})月(?:({_N})日)?)?", named.reign),
    (rf"(?:(上|本|\d\d|{_N})世纪)?([1-9]0|[二三四五六七八九]十)年代(?:初期?|中期|末期?|后期)?", named.decade),
    (rf"{_YF}({_N})月份?的?第({_CN})[周星](?!期?[一二三四五六日天])期?", near.week_of_month),
    (rf"{_YF}({_N})月份?的?(上|中|下)旬", near.third_of_month),
    (rf"(去年|前年|明年)?((?<![以晚])上|本|下)个?月(?:({_N}){_D}|(上|中|下)旬)?", near.day_of_near_month),
    (r"(上|本|下)个?季度", near.near_quarter),
    (rf"{_YF}第?({_CN}|[1-4])季度[末底]", meaning.quarter_end),
    (rf"{_YF}第?({_CN}|[1-4]|首)(?:季度|(?<=首)季)", meaning.quarter),
    (rf"({_Y}年|今年|去年|上年|前年|明年|本年|全年)后({_CN})个?月(?![日份底初])", meaning.last_months),
    (
        rf"({_Y}年|今年|去年|前年|明年|本年)?年?((?<=年)(?:初(?![步次级中始一二三创心衷审选赛])|伊始|首月)|(?<=年年)中(?![国央共小华东西南北部]))",
        near.edge_of_year,
    ),
    (rf"{_YF}(上|下)半年", meaning.half_year),
    (rf"({_OLD})年[ ]?({_N})月()份?", meaning.full_date),
    (r"(?:比|较|与|和|同)?(?:去年|上年|上一年|前年)(?:同期|同月|同日)", meaning.base),
    (r"上(?:年|一年)(?!来)(?:度)?", meaning.base),
    (
        rf"[“\"]?({_CN}{{1,3}})五[”\"](?!普法)(?:规划|时期|期间|以来)*(?:的?(?:开局|起步|收官|决胜)之?年|首年)?"
        r"|(?<![二三四五六七八九])(?:[“\"]?)(十[一二三四]?|[七八九])五(?:规划|时期|期间|(?:开局|起步|收官|决胜)之?年)",
        meaning.plan_years,
    ),
    (rf"(?:{_YW}|({_Y})年)(?:农历|的)?[“\"]?(FESTIVAL|十一(?=[”\"]?{_OFF}))[”\"]?(?:节|当天|当日|前后)*({_OFF})?(?!节?前[^后夕])", named.festival),
    (rf"({_Y})年(?:度)?()()(?![代来]|第[\d一二三四五六七八九十]+[期号])", meaning.full_date),
    (r"(?<![^。;\n])(?:这|在)?([三四五])年(?:间|内|里)(?![^,。;\d]{0,6}(?:力争|要|将))()?", meaning.years_past),
    (rf"(?:近|最近|过去(?!一年))({_CN}{{1,2}}|\d{{1,2}})年(?:多|间|来)?|({_CN}{{1,2}}|\d{{1,2}})年[多半]?以?来", meaning.years_past),
    (rf"{_YW}({_N})月份?(?![^,。]?[日号](?!均))", meaning.month_only),
    (r"(今年|去年|上年|前年|明年|本年|过去的?一年)(?:全年|度)?", meaning.year_word),
    (r"(?<![发出体呈表实兑涌再])现(?=[有存共已])", meaning.near_day),
    (r"(?:截至|截止)?(?:目前|当前|现今|现在|如今|眼下)|(?<![一-龥])最近(?=,|$)|(?:昨|今|明|后|前)[天日晚晨夜]", meaning.near_day),
    (r"全天(?!候|各?时段|各?时|最)", meaning.near_day),
    (r"(?<![一-龥])(?:节日|节假日|假日|假期)期间", meaning.same),
    (r"[本当]期(?=[的为仅只降增升减上下,])", meaning.same),
    (r"当月|全年(?!级|目标|任务|计划|的?目标|[^,。;]{0,4}预期)|(?:当年|同年)(?![龄的])|年内", meaning.same),
    (r"(?<![至到-])(?:次日|翌日|第二天)", meaning.same),
    (rf"(?<![\d月])(\d{{1,2}})日(?:\d{{1,2}}[时点]|夜间|上午|下午|早晨|凌晨)?{_TO}(\d{{1,2}})日(?:\d{{1,2}}[时点])?(?![均常])", meaning.days_only),
    (r"当[日天晚]|同[日天年月期]|这[一]?[天年月]|那一[天年]|每一天|有一天", meaning.same),
    (rf"(?:每个?|除了?){_WEEK}{_DAY_NAME}|{_WEEK}{_DAY_NAME}(?:至|到|-|—|、){_WEEK}?{_DAY_NAME}", near.no_day),
    (rf"(?:(上上|上|本|这|下下|下)个?)?{_WEEK}({_DAY_NAME})", near.week),
    (rf"((?<!以)上上|(?<!以)上|本|这|下下|下)个?{_WEEK}()(?![年期刊岁边围转密遭全])", near.week),
    (rf"(?:未来|今后|接下来|(?<!\w)后(?!{_COUNT}年[升降增减涨均分]))的?({_COUNT})(年|个?月|天|日|周|个?星期|个?季度)", near.coming),
    (rf"(?:最近|(?<![由从])过去|(?<!\w)[近上])的?({_COUNT})(个月|天|周|个?星期|个?季度)", near.gone),
    (rf"(?<![\d几数多])({_COUNT})(个多?月|天|周)来(?!源)", near.so_far),
    (rf"(?<![\d几数多])({_COUNT})(个多?月|年|天|周|个?星期|个?季度)(半|多)?(?:的?时间)?(?:以|之)?([后前内])(?![来续期进线前后台天年勤])", near.away),
    (
        r"(?:凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|深夜|每天)?(?:\d{1,2}:\d{2}(?::\d{2})?"
        r"|(?:\d{1,2}|十?[一二三四五六七八九十])(?:点钟?|时)(?:\d{1,2}分|半|许)?(?!\d))(?!间|候|期|代|任|刻)",
        meaning.clock,
    ),
    (
        r"半(?:个多?月|个?小时|个?钟头|年多?|天|个学期|个世纪)"
        rf"|(?:(?<!\d)(?!(?:19|20)\d\d年)\d{{1,6}}|(?<=\.)\d{{1,6}}|{_CN}{{1,6}}|几|数)(?:多|余)?(?:个半|个多|个)?(?:年多|年|个月|月|周|天|小时|分钟|昼夜|星期|季度|学期)"
        r"(?:多)?(?:时间|以[上内来]|之内|内|间)?",
        meaning.duration,
    ),
    (r"(?<![\d月])(\d{1,2})日(?!常|均|内|以内|之内)|(?<![^,。;、(\n])(\d{1,2})号(?=[,。;上下凌早中晚]|$)", meaning.day_only),
)  # fmt: skip


@cache
def _readings() -> tuple[tuple[re.Pattern[str], Reading], ...]:
    return tuple((re.compile(_filled(pattern)), reading) for pattern, reading in _READINGS)


@cache
def _any() -> re.Pattern[str]:
    """One pattern of all readings; their own groups are silent in it, so that its last group tells which one matched."""
    silent = (re.sub(r"(?<!\\)\((?!\?)", "(?:", _filled(pattern)) for pattern, _ in _READINGS)
    return re.compile("|".join(f"(?P<r{index}>{pattern})" for index, pattern in enumerate(silent)))


def times(text: str) -> list[int]:
    """Give where in a folded text a time may begin; nowhere else is a pattern tried."""
    pairs = _pairs()
    return [start for start in _starts().find(text) if text[start : start + 2] in pairs or _other().match(text, start)]


@cache
def _starts() -> Starts:
    return Starts((*_pairs(), *_SINCE, *words("festivals"), *named.REIGNS, *"自0123456789", *_NUMBER))


@cache
def _other() -> re.Pattern[str]:
    """What else than a pair a time may begin with."""
    number = rf"(?:(?<![0-9])[0-9]++|(?<![{_NUMBER}])[{_NUMBER}]++)(?={_AFTER_NUMBER})"
    return re.compile(rf"自|{number}|{any_of(_SINCE)}以来|{any_of((*words('festivals'), *named.REIGNS))}")


@cache
def _pairs() -> frozenset[str]:
    """The two characters that a time may begin with, where the first alone would be too common."""
    pairs = {one + other for ones, others in _PAIRS.items() for one in ones for other in others}
    pairs |= {one + number for one in _BEFORE_NUMBER for number in "0123456789" + _NUMBER}
    quoted = {quote + word[0] for word in words("festivals") for quote in '“"'}
    return frozenset(pairs | quoted)


def _filled(pattern: str) -> str:
    return pattern.replace("FESTIVAL", any_of(words("festivals")))
