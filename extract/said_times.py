"""What a sentence itself says of when a figure holds: the times that it names, and which of its numbers each is of."""

import re
from dataclasses import replace

from extract.models import Period
from extract.reading import Reading
from extract.rules import Draft
from extract.time_spans import whole_year
from extract.times import Time

_RIGHT_BEFORE = re.compile(r"(?:[的为是有达仅只就才已]|还?只有|仅有|达到|已[到达])?(?:[约近超逾]|超过)?")
_LED_BY_BASE = re.compile(r"(?:的|为|是|仅|只有|还|不到|不足|分别|居|有|\d|[^,;。\u4e00-\u9fff]|[、和起件名人个]|、(?:死亡?|亡|受?伤))*")
_DATED = re.compile(r"[\d年月季]")
_BEGUN = re.compile("起(?![诉火获来因源])|[^,;。]{0,24}(?:部署开展|启动|开展了?)[^,;。]{0,24}(?:行动|整治|工作|会战|斗争)")
_DONE = re.compile("(?:共|已|累计|先后)(?:[破查抓打立受审办批处缴收侦捣端清排检投]|起诉|计)")
_TWO_ENDS = re.compile(r"[由从]\d{4}年的?[^,。;]{1,16}[至到]\d{4}年")
_STOCK = re.compile("[共现尚仍]有|拥有|在册|存量|实有|登记(?!率)|保有")


def time_of(reading: Reading, period: Period) -> Time:
    """Give a time as it is named, with its words in the report."""
    span = reading.sentence.span(period.start, period.end)
    return Time(period.edtf, period.first, period.last, "stated" if period.edtf else "year_unknown", span)


def up_to(reading: Reading, period: Period) -> Time | None:
    """Give the time from a year's beginning to a day or month that was named before it: ``截至7月底``,县法院``今年``新收…"""
    until = [before for before in reading.periods if before.end <= period.start and before.text.startswith(("截至", "截止", "到"))]
    last = until[-1].last if until and period.text in ("今年", "今年以来") else None
    if last is None or period.first is None or period.first.year != last.year or len(until[-1].edtf or "") < 7:
        return None
    return replace(time_of(reading, period), edtf=f"{last.year}-01/{last.year}-{last.month:02}", first=period.first, last=last)


def since_opening(reading: Reading, period: Period, position: int, time: Time | None) -> Time | None:
    """Give the time from the one opening a sentence, or ``time``, up to a day within it: ``今年以来``,…,``截至5月底``,破案⟦62起⟧.

    A stock is of that day alone.
    """
    opening = next((before for before in reading.periods if before.kind == "span" and before.edtf), None)
    opens = opening is not None and opening.end <= period.start and reading.opens(opening)
    begun = opening if opens else time if _DONE.search(reading.text, period.end, position) else None
    if begun is None or not period.text.startswith("截"):
        return None
    first, until, last = begun.first, period.last, (period.edtf or "").split("/")[-1]
    stock = _STOCK.search(reading.text, period.end, position)
    if not (first and until and begun.last) or stock or not first < until <= begun.last or len(last) < 7:
        return None
    return replace(time_of(reading, period), edtf=f"{first.isoformat()[: len(last)]}/{last}", first=first, last=until)


def is_begun(reading: Reading, period: Period) -> bool:
    """Tell whether something began at a time, which what was done ``截至`` a later day is counted from: ``3月1日``起聘请协管员."""
    return period.first is not None and bool(_DATED.search(period.text)) and bool(_BEGUN.match(reading.text, period.end))


def moved(time: Time, draft: Draft, before: int) -> Time | None:
    """Give the year at which one of two levels held that are told of several years: 五年来由``4.9张``增加到``6.7张``, at the ends of these.

    The earlier one lies ``before`` years before the first: 五年来 starts from the year before the five.
    """
    if draft.rule != "from_to" or time.first is None or time.last is None or time.last.year - time.first.year < 2:
        return None
    whole = whole_year(time.first.year - before if draft.period_is_base else time.last.year)
    return replace(time, edtf=whole.edtf, first=whole.first, last=whole.last)


def says_what_it_was(reading: Reading, period: Period) -> bool:
    """Tell whether a year is only what another is: 过去一年是``“十四五”开局之年``."""
    return period.text.endswith("之年") and not reading.opens(period)


def is_of_one(reading: Reading, period: Period) -> bool:
    """Tell whether a time stands right before a number that alone is of it: ``2018年``57起,``2019年``76起."""
    if not _DATED.search(period.text):
        return False  # 目前有626支队伍,共⟦1.3万人⟧
    found = _RIGHT_BEFORE.match(reading.text, period.end)
    return found is not None and any(figure.start == found.end() for figure in reading.figures)


def holds_at_base(reading: Reading, period: Period, draft: Draft) -> bool:
    """Tell whether a figure is the level compared with: 由去年同期的⟦128起⟧降至96起, 去年同期为⟦9起⟧; not 比去年同期下降⟦6%⟧."""
    if draft.period_is_base:
        return True
    between = reading.text[period.end : draft.figure.start]
    if draft.figure.kind in ("times", "share") and between.endswith("的"):
        return False  # 是去年同期的1.7倍
    return draft.measure != "change" and bool(_LED_BY_BASE.fullmatch(between)) and reading.text[period.start - 1 : period.start] not in ("比", "较")


def is_untimed_base(reading: Reading, draft: Draft, period: Period) -> bool:
    """Tell whether a level compared with is given no time of its own: 整改率由``92.3%``提高到95.7%."""
    return draft.period_is_base and bool(re.search(r"[由从]", reading.text[period.end : draft.figure.start]))


def two_ends(reading: Reading) -> tuple[Time, Time] | None:
    """Give the two years that a sentence compares levels at: 由``1997年``的5160元增加到``2002年``的7703元."""
    found = _TWO_ENDS.search(reading.text) if len(reading.periods) > 1 else None
    years = [period for period in reading.periods if found and found.start() <= period.start and period.end <= found.end() and period.first]
    return (time_of(reading, years[0]), time_of(reading, years[-1])) if len(years) == 2 else None
