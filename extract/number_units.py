"""What stands around a number and belongs to it: unit, sign, currency, ``半``, the base of a rate, and its qualifier."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from extract.lexicon import any_of, rows, words
from extract.models import Qualifier, Quantity, Span
from extract.numerals import DIGITS

_HALVES = frozenset(("mass", "length", "area", "volume", "time"))
_AND_HALF = re.compile(r"半(?![数径决圆岛场截价])")
_ITEM_AND_HALF = re.compile(r"个半(?:(月|小时|学期|世纪|百分点|星期)|(?!\w))")
_DIGIT = r"[一二两三四五六七八九壹贰叁肆伍陆柒捌玖0-9]"
_SMALL_CHANGE = re.compile(rf"[又零]?({_DIGIT})[角毛](?:({_DIGIT})分)?(?:钱|[整正](?!\w))?|[又零]?({_DIGIT})(?:美分|分(?![钟之]))|[整正](?!\w)")
_CURRENCY = re.compile(r"(?<![兑对])(?:人民币|港币|新台币|台币|美金|澳门币)[ ]?$")
_LOSS = re.compile(r"(?<![胜担肩抱自背欠辜减亏重身])负[ ]?$")
_ROUNDED = re.compile("强(?![制化烈度大调势力])|弱(?![势化小点])")
_MINUS = re.compile(r"^[-−][ ]?$|(?:^|[\n\t (:;,、<>=≤≥|为是至到达长降])[-−]$")
_MINUS_SHARE = re.compile(r"(?:^|[^0-9A-Za-z%℃−-])[-−]$")
# 每10万人0.5起: a rate by ten thousands; 每天3起 is a count of a day, said so by the words before it.
_PER = re.compile(
    r"每([0-9一两]{0,4}[十百千]?[十百千万亿](?:名|位)?(?:常住人口|户籍人口|人口|人|户|辆|车|平方公里|公里)?)(?:中|拥有|发生|发案|有|配备|约|仅|为)*$"
)
_CASUALTY = re.compile(r"(?:死|亡|轻伤|重伤|伤|失踪|失联)(?=[0-9一二两三四五六七八九十百,。;、及和共的]|事故|$)")


@cache
def unit_words() -> dict[str, tuple[str, str]]:
    """Give each word of ``lexicon/units.csv`` with its unit and kind."""
    return {row["word"]: (row["unit"], row["kind"]) for row in rows("units")}


@cache
def _unit() -> re.Pattern[str]:
    # 以438件次之: 次之 is a word of its own
    return re.compile(r"(?:[ \n]|[ ]{6,8})?(" + any_of(unit_words()) + ")(?!(?<=次)之|(?<=成)[立功员果绩])")


@cache
def _per_unit() -> re.Pattern[str]:
    return re.compile(r"/((?:10*)?[十百千]?[万亿]?(?:" + any_of(unit_words()) + "))(?![0-9])")


def unit_at(text: str, position: int) -> tuple[str | None, str | None, int]:
    """Give the unit that follows a number, its kind and where it ends: ``名``, count; None, None and the place where there is none."""
    found = _unit().match(text, position)
    if not found:
        return None, None, position
    unit, kind = unit_words()[found.group(1)]
    others = _other_units().match(text, found.end()) if text.startswith("(", found.end()) else None  # 9.8万张(套), 33.9万架(艘、列、辆)次
    if others is None:
        return unit, kind, found.end()
    return (f"{unit}次" if others.group(1) else unit), kind, others.end()


@cache
def _other_units() -> re.Pattern[str]:
    return re.compile(rf"\({any_of(unit_words())}(?:[、/]{any_of(unit_words())})*\)(次)?")


def measured(text: str, start: int, value: Decimal, numeral: Span, inner: Qualifier = "exact") -> Quantity:
    """Give the quantity of a number with all that belongs to it: ``人民币3千元``, ``-5.2%``, ``两个半小时``, ``七元二角``, ``每10万人0.5起``."""
    begins, position = numeral
    unit, kind, end = unit_at(text, position)
    if unit == "点" and kind == "clock" and "." in text[begins:position]:
        unit, kind, end = None, None, position
    if text.startswith("半", end) or text.startswith("个半", position):
        value, unit, kind, end = _with_half(text, position, value, unit, kind, end)
    if kind == "money" and unit and unit.endswith("元"):
        change = _SMALL_CHANGE.match(text, end)
        value, end = (value + _change(change), change.end()) if change else (value, end)
    start, unit, kind = _currency(text, start, unit, kind)
    if unit is None and _CASUALTY.match(text, end):
        unit, kind = "人", "count"  # 3死5伤
    unit, end = _rate(text, start, unit, end)
    return signed(text, quantity(text, start, end, value, unit, kind, numeral, inner))


def _with_half(text: str, position: int, value: Decimal, unit: str | None, kind: str | None, end: int) -> tuple[Decimal, str | None, str | None, int]:
    """``四米半`` is 4.5米, ``两个半小时`` 2.5小时."""
    item = _ITEM_AND_HALF.match(text, position)
    if item:
        unit, kind = unit_words()[item.group(1) or "个"]
        return value + Decimal("0.5"), unit, kind, item.end()
    after = _AND_HALF.match(text, end) if kind in _HALVES else None
    return (value + Decimal("0.5"), unit, kind, after.end()) if after else (value, unit, kind, end)


def _change(found: re.Match[str]) -> Decimal:
    """``三角五分`` is 0.35 of the unit."""
    tenths, *hundredths = (DIGITS[digit] if digit in DIGITS else int(digit or 0) for digit in found.groups())
    return Decimal(tenths) / 10 + Decimal(sum(hundredths)) / 100


def _currency(text: str, start: int, unit: str | None, kind: str | None) -> tuple[int, str | None, str | None]:
    """``港币2千元``: a currency before the number is part of its unit; in ``兑美元7.1元`` it is not."""
    found = _CURRENCY.search(text, max(0, start - 4), start) if start and unit in (None, "元") else None
    if found is None:
        return start, unit, kind
    return found.start(), *unit_words()[found.group().strip()]


def _rate(text: str, start: int, unit: str | None, end: int) -> tuple[str | None, int]:
    """``每10万人0.5起`` and ``0.5起/10万人`` are 起/10万人."""
    if unit is None:
        return unit, end
    if text.startswith("/", end):
        base = _per_unit().match(text, end)
        return (f"{unit}/{base.group(1)}", base.end()) if base else (unit, end)
    per = _PER.search(text, max(0, start - 14), start) if "每" in text[max(0, start - 14) : start] else None
    return (f"{unit}/{per.group(1)}", end) if per else (unit, end)


def signed(text: str, found: Quantity) -> Quantity:
    """Give a number with the minus that leads to it: ``负3.2%``, ``-5.2%``, ``零下5℃``; not ``运-20``, ``胜负3次`` or ``5-20%``."""
    start = found.start
    if not start or text[start - 1] not in "-−负 下" or found.value is None:
        return found
    lead = text[max(0, start - 3) : start]
    if found.kind == "temperature":
        sign = re.search(r"(?:[-−]|零下)$", lead)
    elif found.kind in ("share", "points", "part"):
        sign = _MINUS_SHARE.search(lead) or _LOSS.search(lead)
    else:
        sign = _MINUS.search(lead) or _LOSS.search(lead)
    if sign is None:
        return found
    first = start - len(sign.group()) + re.match(r"[^-−负零]*", sign.group()).end()  # type: ignore[union-attr]
    return replace(found, start=first, text=text[first : found.end], value=-found.value)


def quantity(
    text: str, start: int, end: int, value: Decimal, unit: str | None, kind: str | None, numeral: Span, inner: Qualifier = "exact"
) -> Quantity:
    """Give a quantity with the qualifier that its words and those around it say."""
    return Quantity(start, end, text[start:end], float(value), None, None, unit, _qualifier(text, start, end, inner), kind, numeral)


def share(text: str, start: int, end: int, value: Decimal, inner: Qualifier = "exact") -> Quantity:
    """Give a share in percent, whose words are all numeral: ``七成``, ``三分之一``, ``负百分之三``."""
    return signed(text, quantity(text, start, end, value, "%", "share", (start, end), inner))


def part(text: str, start: int, end: int, value: Decimal) -> Quantity:
    """Give a part of one, whose words are all numeral: ``三分之一``, ``一半``, ``三分之一``强; where it is a figure, it is a share (``as_share``)."""
    rounded = _ROUNDED.match(text, end)
    inner: Qualifier = "exact" if rounded is None else "over" if rounded.group() == "强" else "under"
    return signed(text, quantity(text, start, end, value, None, "part", (start, end), inner))


def as_share(found: Quantity) -> Quantity:
    """Give a part of one in percent, as reports mean it: ``三分之一`` of the cases is 33.3%."""
    if found.kind != "part" or found.value is None:
        return found
    return replace(found, value=float(Decimal(str(found.value)) * 100), unit="%", kind="share")


@cache
def qualifiers(side: str) -> re.Pattern[str]:
    """Give the pattern of the qualifying words before a number (近, 约) or after it (以上, 左右)."""
    entries = any_of(words("qualifiers", side=side))
    return re.compile(f"({entries})了?[ ]?$" if side == "before" else rf"(?:\(含[^)]{{0,4}}\))?({entries})")


@cache
def _qualifier_of() -> dict[str, Qualifier]:
    return {row["word"]: row["qualifier"] for row in rows("qualifiers")}  # type: ignore[misc]


def _qualifier(text: str, start: int, end: int, inner: Qualifier) -> Qualifier:
    """Give the qualifier of a number: what stands within it, else right before it (近百人), else right after (以上)."""
    if inner != "exact":
        return inner
    before = qualifiers("before").search(text[max(0, start - 4) : start])
    if before:
        return _qualifier_of()[before.group(1)]
    after = qualifiers("after").match(text, end)
    return _qualifier_of()[after.group(1)] if after else "exact"
