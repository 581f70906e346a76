"""Which numbers are no figures, and why: ``(下转2版)`` is a page, ``一名倒在路边的醉汉`` an article.

Each test is a few lines with the name of what it recognises; the first that speaks gives the reason. A number that no
test refuses may be a figure; the rules decide.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from extract.laws import of_law
from extract.lexicon import any_of, words
from extract.limits import of_class
from extract.models import Period, Quantity, Region, Span
from extract.named_numbers import bare, big_name, blank, campaign, footnote, kind_of, list_count, name, of_place, session
from extract.number import Number, number_of
from extract.sentences import Sentence

Refusing = Callable[[Number], str | None]

# 平均审理周期⟦45天⟧: a length of time that is itself what is measured.
_MEASURED_TIME = re.compile(r"(?:用时|时长|耗时|时间|周期|天数|期限|时限|工期)[^,。;]{0,20}$|(?:快|慢|提前|缩短|压缩|延长)了?[约近]?$")
_MOVED_FROM = re.compile(r"(?:一路)?(?:跃升|上升|提升|前移|升|降|下降|下滑|退)[到至为]第")
_MOVED_TO = re.compile(r"[名位](?:一路)?(?:跃升|上升|提升|前移|升|降|下降|下滑|退)[到至为]$")
_LETTER_BEFORE = re.compile(r"[A-Za-z]$|[A-Za-z][-.·/]$|[歼轰运直]-$")
_ADDRESS = re.compile(r"(?:https?:|www\.)[^\s,。;()\u4e00-\u9fff]*$")
_ROADS = ("国道", "省道", "县道")
_WHOLE_PLACE = re.compile("全[国省市县区州]")
_LETTER_AFTER = re.compile(r"[A-Za-z/_=]")


def headline(number: Number) -> str | None:
    """A headline abbreviates what the body states in full: ``25件百姓实事``."""
    return "headline" if number.sentence.kind == "title" else None


def no_statement(number: Number) -> str | None:
    """Bylines and page marks state nothing: ``(下转2版)``."""
    if "版" in number.text and re.search(r"[上下](?:转|接)|第$", number.before + number.quantity.text):
        return "page"
    return "byline" if number.sentence.kind in ("byline", "mark") else None


def time(number: Number) -> str | None:
    """A date, a time of day or a length of time: ``7月17日``, ``11点``, ``两个多月``."""
    for period in number.periods:
        if period.start <= number.quantity.numeral[0] and number.quantity.numeral[1] <= period.end:
            measured = period.kind == "duration" and _MEASURED_TIME.search(number.text, max(0, period.start - 24), period.start)
            return None if measured else {"clock": "time", "duration": "duration"}.get(period.kind, "date")
    return "time" if number.quantity.kind == "clock" else None


def loose_date(number: Number) -> str | None:
    """The year of a title, 《环境司法发展报告(``2019``)》, and a day that its 日 was left off: 6月``13``从省公安厅获悉."""
    if number.quantity.unit is not None or not number.numeral.isdecimal():
        return None
    alone = number.before.endswith("(") and number.after.startswith(")") or _WHOLE_PLACE.match(number.after)  # 2023``全国``移民管理机构
    if alone and re.fullmatch(r"(?:19|20)\d\d", number.numeral):
        return "date"
    return "date" if len(number.numeral) <= 2 and re.search(r"\d月$", number.before) else None


def page(number: Number) -> str | None:
    """A page of the paper: ``第03版``."""
    return "page" if number.quantity.kind == "page" else None


def phone(number: Number) -> str | None:
    """A number to call or a code: ``0578-7210000``, ``拨打110``, ``12309热线``."""
    if number.before.endswith("-") and number.before[-2:-1].isdecimal() or number.after.startswith("-") and number.after[1:2].isdecimal():
        long = re.search(r"\d{7}", number.text[number.quantity.start : number.quantity.end + 12])
        return "phone" if long or "电话" in number.text else "code"
    if number.quantity.unit is None and len(number.numeral) >= 3 and number.numeral.isdecimal():
        called = re.search(r"(?:拨打?|电话|热线|举报|请打|致电|咨询|短信)[:(]?(?:\d{3,12}[或、/])*$", number.before)
        if called or re.match(r"(?:\S{0,3})(?:热线|电话|平台|报警|专线)", number.after):
            return "phone"
        if re.fullmatch(r"11[0-9]|12[0-2]|123\d{2}|9[56]\d{3,4}|1\d{10}|0\d{9,11}", number.numeral):
            return "phone"
    return None


def code(number: Number) -> str | None:
    """Part of a web address, plate, version or document number: ``a12345.html``, ``直-9``, ``〔2018〕5号``."""
    if number.quantity.kind != "share" and _LETTER_BEFORE.search(number.before):
        return "code"
    if number.quantity.unit is None and _LETTER_AFTER.match(number.after):
        return "code"
    addressed = ("www." in number.text or "http" in number.text) and _ADDRESS.search(number.text, 0, number.quantity.start)
    if addressed or number.before.endswith(_ROADS) or number.after.startswith(_ROADS) and number.quantity.unit is None:
        return "code"
    return "document_number" if number.quantity.unit == "号" or number.after.startswith("号") else None


def article_of_law(number: Number) -> str | None:
    """An article of a law and what it threatens: ``刑法第一百二十条``, ``通告第三条``; what a judgment says of one person."""
    led = number.before.endswith("第") or number.quantity.text.startswith("第")
    article = led and (number.quantity.text + number.after[:1]).endswith(("条", "款", "项", "章", "节", "编"))
    return "article_of_law" if article else of_law(number.text, number.quantity.start, number.quantity.end)


def per(number: Number) -> str | None:
    """What a rate is counted by: ``每万人有效警情``, ``每10万人0.5起``."""
    if number.before.endswith("每") or number.quantity.unit == "人" and re.match(r"[^,。;、\d]{0,12}(?:死亡率|发案率|命案率|死亡人数)", number.after):
        return "rate_base"
    by_then = number.before.endswith(("每月", "每年")) and (number.quantity.unit or number.after[:1]) in ("日", "号")
    return "date" if by_then else None  # 每月5日前报送


def age(number: Number) -> str | None:
    """The age of a person: ``今年63岁``."""
    return "age" if number.quantity.kind == "age" and not re.search(r"平均|寿命", number.text[: number.quantity.start]) else None


def ordinal(number: Number) -> str | None:
    """A place in a row, not a rank that is reported: ``第一批``, ``一是``, ``(二)``, ``二、``."""
    if number.before.endswith("第 "):
        return "ordinal"  # 第 47 期
    if number.quantity.kind in ("order", "rank") and not rank_words().search(number.before):
        moved = _MOVED_FROM.match(number.after) or _MOVED_TO.search(number.before)  # 由第11名升到第4名
        if not moved:
            return "ordinal"
    lead = number.text[: number.quantity.numeral[0]].strip(" 　*#(（")
    starts = not lead or lead[-1] in ":;" and number.after.startswith((".", "．", "、"))  # 分析:1.全年…;3.工矿
    if number.quantity.unit is None and (re.match(r"是(?![\d约])", number.after) or starts and re.match(r"[、.．)）]", number.after)):
        return "ordinal"
    return None


@cache
def rank_words() -> re.Pattern[str]:
    """Give the pattern of a word of ranking at the end of what leads to a number: ``位居全省`` 第三."""
    places, verbs = words("rank_words", sort="place"), words("rank_words", sort="verb")
    return re.compile(rf"(?:{any_of(verbs)}[^,。;]{{0,18}}|{any_of(places)}[^,。;]{{0,3}})$")


def article(number: Number) -> str | None:
    """一 before a measure word as an article: ``一名倒在路边的醉汉``, ``织起了一张平安网``."""
    return "article" if number.numeral == "一" and number.quantity.kind not in ("share", "order", "rank", "money") else None


def abstract(number: Number) -> str | None:
    """A count of what nobody keeps a statistic of: ``多了2个身份``, ``从3个方面``."""
    return "abstract" if _abstract().match(number.after) else None


@cache
def _abstract() -> re.Pattern[str]:
    return re.compile(r"(?:[^,。;、\d]{0,4})" + any_of(words("abstract_nouns")))


def threshold(number: Number) -> str | None:
    """A size that only names a class: ``亿元``以上项目, ``公斤``级, ``百万吨``死亡率, 一次死亡``3人``以上事故."""
    if number.quantity.unit == "人" and of_class(number.text, number.quantity.start, number.quantity.end):
        return "name"
    if not re.fullmatch(r"[百千万亿]+", number.numeral):
        return None
    if number.quantity.text[1:] in ("里", "年") and number.numeral in ("百", "千", "万"):
        return "name"  # 百里洲, 千里江堤, 千年古城, 百年老店
    if number.quantity.kind == "count":
        return "name" if re.match(r"[^,。;\d]{0,6}(?:率|死亡人数)", number.after) and not number.before.endswith("每") else None
    if number.before.endswith("(") and number.after.startswith(")"):
        return "name"  # 罚款(``万元``), the head of a column
    return "name" if re.match(r"以上|以下|级|死亡(?:率|人数)|GDP|(?:地区|国内)?生产总值|[^,。;]{0,4}率", number.after) else None


def among(number: Number) -> str | None:
    """How many there are to be ranked among: 列全州``13县市``第二, 在``19个``乡镇中位居第三."""
    if re.search(r"前$|分[居列]第?[二三四五六七八九十、和]*$", number.before) and re.search(r"[位名]$", number.quantity.text):
        return "rank_base"  # 居前三位, 分居二、三位
    if number.quantity.kind == "rank" or not re.match(r"[^,。;第]{0,12}第[\d一二三四五六七八九十]", number.after):
        return None
    return "rank_base" if rank_words().search(number.before) or re.search(r"在[^,。;]{0,14}$", number.before) else None


def ratio(number: Number) -> str | None:
    """A proportion of one to another, which is no figure of its own: 警辅配比``1∶1.67``, 结构``6.1:40.5``:53.4."""
    beside = number.before.endswith((":", "∶")) and number.before[-2:-1].isdecimal()
    told = number.quantity.kind in ("share", "points")  # 下降1.3%:14岁以下的…
    return "ratio" if beside or not told and number.after.startswith((":", "∶")) and number.after[1:2].isdecimal() else None


TESTS: tuple[Refusing, ...] = (
    time, headline, no_statement, loose_date, page, phone, code, article_of_law, per, age, name, session, ordinal, article, blank,
    footnote, big_name, of_place, campaign, list_count, abstract, threshold, kind_of, among, ratio, bare,
)  # fmt: skip


def refuse(
    sentence: Sentence, quantities: Sequence[Quantity], numerals: Sequence[Span], periods: Sequence[Period], places: Sequence[Region] = ()
) -> tuple[tuple[Quantity, ...], tuple[tuple[Span, str], ...]]:
    """Part the numbers of a sentence into those that may be figures and those that are not, each of these with its reason.

    Every numeral ends in one of the two: one that no quantity holds is refused as ``date`` where a period holds it, else as ``unread``.
    """
    figures: list[Quantity] = []
    refused: list[tuple[Span, str]] = []
    for quantity in quantities:
        number = number_of(sentence, quantity, periods, places)
        reason = next((said for test in TESTS if (said := test(number))), None)
        if reason is None:
            figures.append(quantity)
        else:
            refused.append(((quantity.start, quantity.end), reason))
    answered = [(quantity.start, quantity.end) for quantity in quantities]
    for start, end in numerals:
        if not any(a <= start and end <= b for a, b in answered):
            dated = any(period.start <= start and end <= period.end for period in periods)
            refused.append(((start, end), "date" if dated else "unread"))
    return tuple(figures), tuple(sorted(refused))
