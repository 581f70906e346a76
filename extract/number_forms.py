"""The ways in which reports write a number, the most telling first: ``三分之一``, ``第三``, ``七成``, ``七八十万元``, ``20至30名``.

Each form takes a folded text and the place where a number may begin, and gives the quantity that begins there, or None.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache

from extract.lexicon import any_of, words
from extract.models import Qualifier, Quantity
from extract.number_units import measured, part, quantity, share, signed, unit_at, unit_words
from extract.numerals import ANY, ARABIC, CHINESE, DECIMAL, DIGITS, FIRST, MIXED, RUN, SIMPLE, SIZE, arabic, chinese, mixed, multiplier, worth

Form = Callable[[str, int], Quantity | None]

_HALF = r"(?<![上下大前后一多小过夜])半"
_BEGINS = re.compile(rf"[0-9{CHINESE}]|{_HALF}|(?<=打)对折|(?<![\w.])\.[0-9]|{FIRST}")
# What a number may begin with, by its first character alone: text without any of these costs one scan.
_MAYBE = re.compile(rf"[0-9{ANY}半.对]")
_CN = f"[{CHINESE}]"
_THOUSAND = r"(?:[ ]?(?P<thousand>k)(?![A-Za-z])(?=UNIT|QUALIFIER|[^\w]|$)|(?:(?<=[0-9]{3})|(?<=\.[0-9]{2}))(?P<prefix>[KMG])(?![\w]))?"
_NUMBER = rf"(?:(?P<mixed>{MIXED})|(?P<arabic>{ARABIC})(?:[ ]?(?P<size>{SIZE}))?{_THOUSAND}|(?P<chinese>{RUN}{DECIMAL}?))"
_TAIL = r"(?:(?P<inner>[余多来]|(?<=[十百千零])几)(?P<more>[十百千]?[万亿]{0,2})(?:(?<=[万亿])|(?=UNIT|[^\w]|$|的|名)))?"
_RANGE = re.compile(r"\s?(?:至|到|-|—|~|～|–|--|——)\s?")
_PAIR = re.compile(
    r"(?<![十百千万亿〇零一二两三四五六七八九])"
    r"([二三四五六七八九]?十)?([一二两三四五六七八九])([二两三四五六七八九])([十百千]?)([万亿]?)"
)
_FRACTION = re.compile(
    rf"(?:(?P<whole>{RUN}|[0-9]+)又)?(?P<parts>{RUN}|[0-9]+)分之(?P<minus>负)?"
    rf"(?P<count>{RUN}{DECIMAL}?|[壹贰叁参肆伍陆柒捌玖]|{ARABIC})(?:[ ]?(?P<thousand>k)(?![A-Za-z]))?"
)
_SLASH = re.compile(r"(?<![0-9./A-Za-z第(])(?:([0-9]+)[ ])?([0-9]{1,2})/([0-9]{1,2})(?![0-9/.A-Za-z月页版)-]|决赛)")
_RANK = re.compile(rf"(?:({_CN}+)|([0-9]+))([位名])?")
_TENTHS = re.compile(
    rf"(?:(十|[半一二两三四五六七八九]{DECIMAL}?)|([0-9]{{1,2}}(?:\.[0-9])?))[ ]?(多|余)?成(?:([一二三四五六七八九半])(?!{_CN}))?(多)?"
    r"(?![立为员功果熟绩都本交人年品])"
)
_DISCOUNT = re.compile(
    rf"(?:(半|对)|([一二两三四五六七八九陆柒捌玖][{SIMPLE}]?{DECIMAL}?)|([0-9]{{1,2}}(?:\.[0-9])?))[ ]?折(?!叠|[扣合射损断线子磨腾戟服页])"
)


def begin(text: str, position: int = 0) -> int | None:
    """Give where the next number may begin, from a position on: before ``半`` in 半吨 and not in 上半年; None where there is none."""
    while maybe := _MAYBE.search(text, position):
        if maybe.group() in CHINESE or maybe.group().isdigit() or _BEGINS.match(text, maybe.start()):
            return maybe.start()
        position = maybe.end()
    return None


def fraction(text: str, start: int) -> Quantity | None:
    """``百分之十三点七`` and ``千分之五`` in %; ``三分之一`` as a part of one; ``六又四分之一`` and ``2分之9`` as plain numbers."""
    found = _FRACTION.match(text, start)
    if not found:
        return None
    parts, count = worth(found["parts"]), worth(found["count"])
    whole = worth(found["whole"]) if found["whole"] else Decimal(0)
    if not parts or count is None or whole is None:
        return None
    value = count / parts * (1000 if found["thousand"] else 1) * (-1 if found["minus"] else 1)
    decimal_parts = parts >= 100 and parts.normalize().as_tuple().digits == (1,)
    if decimal_parts and found["parts"][0] in "百佰千仟万亿1":
        return share(text, start, found.end(), value * 100)
    if not found["whole"] and (decimal_parts or abs(value) < 1):
        return part(text, start, found.end(), value)
    unit, kind, end = unit_at(text, found.end())
    return signed(text, quantity(text, start, end, whole + value, unit, kind, found.span()))


def slash(text: str, start: int) -> Quantity | None:
    """``1/3``, a share, and ``1 1/2``; not ``3/15`` nor ``(1/2)``, which are days and pages."""
    found = _SLASH.match(text, start)
    whole, count, parts = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    if found is None or not 2 <= parts <= 10:
        return None
    value = whole + Decimal(count) / parts
    if not found[1] and count < parts and text[start - 1 : start] != "-":
        return part(text, start, found.end(), value)
    number = signed(text, quantity(text, start, found.end(), value, None, None, found.span()))
    return number if found[1] or number.start < start else None  # 16/5 alone is no way to write a number


def rank(text: str, start: int) -> Quantity | None:
    """``第三``, ``第5位``: the 第 before the numeral belongs to the mention."""
    if start == 0 or text[start - 1] != "第":
        return None
    found = _RANK.match(text, start)
    value = worth(found.group(1) or found.group(2)) if found else None
    if found is None or value is None:
        return None
    end = found.end() if found.group(3) else found.end(1) if found.group(1) else found.end(2)
    numeral = found.span(1) if found.group(1) else found.span(2)
    return Quantity(start - 1, end, text[start - 1 : end], float(value), None, None, found.group(3), "exact", "rank", numeral)


def tenths(text: str, start: int) -> Quantity | None:
    """``七成``, ``六成一``, ``两成半``, ``三成多``, ``6.5成``."""
    found = _TENTHS.match(text, start)
    if not found:
        return None
    value = _tenth(found.group(1) or found.group(2)) * 10
    rest = found.group(4)
    value += Decimal(5) if rest == "半" else Decimal(DIGITS[rest]) if rest else 0
    return share(text, start, found.end(), value, "over" if found.group(3) or found.group(5) else "exact")


def discount(text: str, start: int) -> Quantity | None:
    """``八折`` is 80%, ``68折`` and ``六八折`` 68%, ``对折`` 50%; not ``三折叠``."""
    found = _DISCOUNT.match(text, start)
    if not found:
        return None
    value = Decimal(5) if found.group(1) else _tenth(found.group(2) or found.group(3))
    return share(text, start, found.end(), value * 10 if value < 10 else value)


def _tenth(text: str) -> Decimal:
    return Decimal("0.5") if text == "半" else worth(text) or Decimal(0)


def half(text: str, start: int) -> Quantity | None:
    """``一半`` is 50%, ``半个百分点`` 0.5, ``半吨`` 0.5; ``半年`` and ``半小时`` are times, and ``另一半`` is a person."""
    if text.startswith("一半", start) and text[max(0, start - 1) : start] not in ("另", "每"):
        return part(text, start, start + 2, Decimal("0.5"))
    if text[start] != "半":
        return None
    unit, kind, end = unit_at(text, start + 1)
    item = text[start + 1 : end] == "个" and text[end : end + 1] not in [*"月年小多世学工钟"]
    if item or kind in ("points", "mass", "area", "length", "volume"):
        return quantity(text, start, end, Decimal("0.5"), unit, kind, (start, start + 1))
    return None


def pair(text: str, start: int) -> Quantity | None:
    """``七八十万元``, ``二十五六人``, ``两三名``, ``三五名``: two digits in a row are a range."""
    found = _PAIR.match(text, start)
    if not found or (found.end() < len(text) and text[found.end()] in CHINESE) or (found.group(1) and found.group(4)):
        return None
    tens, one, other, place, myriad = found.groups(default="")
    first, second = sorted((DIGITS[one], DIGITS[other]))
    if (one, other) not in (("三", "五"), ("三", "两")) and DIGITS[other] != first + 1:
        return None
    unit, kind, end = unit_at(text, found.end())
    if not place and not myriad and unit is None:
        return None
    low, high = ((chinese(tens) or Decimal(0)) + digit for digit in (first, second))
    return _ranging(quantity(text, start, end, low, unit, kind, found.span()), *(bound * multiplier(place + myriad) for bound in (low, high)))


def _ranging(found: Quantity, low: Decimal | float, high: Decimal | float) -> Quantity:
    return replace(found, value=None, low=float(low), high=float(high))


def shares_between(text: str, start: int) -> Quantity | None:
    """``百分之二十至三十``, ``百分之五到百分之八``: the second may leave 百分之 out."""
    first = fraction(text, start) if text.startswith("百分之", start) else None
    joint = _RANGE.match(text, first.end) if first else None
    if first is None or first.value is None or joint is None or begin(text, joint.end()) != joint.end():
        return None
    second = fraction(text, joint.end()) or plain(text, joint.end())
    if second is None or second.value is None or second.unit not in ("%", None) or not first.value < second.value:
        return None
    whole = quantity(text, start, second.end, Decimal(0), "%", "share", (start, second.end))
    return _ranging(whole, first.value, second.value)


def between(text: str, start: int) -> Quantity | None:
    """``20至30名``, ``15%—20%``, ``3万到5万元``: two numbers of one unit, the smaller first."""
    first = plain(text, start)
    if first is None or first.value is None or text[first.start] in "-−负":
        return None
    joint = _RANGE.match(text, first.end)
    second = plain(text, joint.end()) if joint and begin(text, joint.end()) == joint.end() else None
    if joint is None or second is None or second.value is None or (first.unit is not None and first.unit != second.unit):
        return None
    value = abs(second.value)  # the - of 5-20% is no sign
    low, high = first.value, value
    written = text[first.numeral[0] : first.numeral[1]], text[second.numeral[0] : second.numeral[1]]
    bare = written[0].isdigit() and not written[1].isdigit() and first.unit is None
    if bare:  # 20至30万: the multiplier holds for both
        low *= multiplier(written[1].lstrip("0123456789., "))
    if first.kind in ("count", "money") and text[joint.start()] in "至到" and _changed().search(text, max(0, start - 6), start):
        return None  # 减少212宗至1290宗: by so many, to so many
    dated = written[0].isdigit() and len(written[0]) == 4 and second.unit in (None, "年", "月")
    phone = written[0].startswith("0") or (second.unit is None and "-" in text[first.end : joint.end()])
    if low >= high or dated or phone or re.match(r"-[0-9]", text[second.end : second.end + 2]):
        return None
    return Quantity(first.start, second.end, text[first.start : second.end], None, low, high, second.unit,
                    second.qualifier, second.kind, (first.numeral[0], second.numeral[1]))  # fmt: skip


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(any_of(words("changes", sort="change")) + "了?$")


@lru_cache(maxsize=4)  # a number is read as the first of two before it is read alone
def plain(text: str, start: int) -> Quantity | None:
    """A number, its multiplier, an inner 余 or 多, its unit and its sign: ``三千六百余万元``, ``负3.2%``, ``两斤半``."""
    found = _plain_form().match(text, start)
    if not found:
        return None
    value = _value(found)
    if value is None:
        found = _plain_form(True).match(text, start)
        value = _value(found) if found else None
    if found is None or value is None:
        return None
    value *= multiplier(found["size"] or "") * multiplier(found["more"] or "") * (1000 if found["thousand"] else 1)
    value *= {"K": 10**3, "M": 10**6, "G": 10**9}.get(found["prefix"] or "", 1)
    inner: Qualifier = {None: "exact", "来": "about"}.get(found["inner"], "over")  # type: ignore[assignment]
    end = found.end()
    if found["chinese"] and len(found["chinese"]) > 1 and found["chinese"][-1] == "两" and unit_at(text, end)[0] is None:
        head = worth(found["chinese"][:-1])  # 二两, 三千两: the measure of silver and spirits
        return None if head is None else quantity(text, start, end, head, "两", "mass", (start, end))
    return measured(text, start, value, (start, end), inner)


def below_zero(text: str, start: int) -> Quantity | None:
    """``零下5℃``: the 零 begins no number."""
    number = plain(text, start + 2) if text.startswith("零下", start) and begin(text, start + 2) == start + 2 else None
    return number if number and number.kind == "temperature" else None


def _value(found: re.Match[str]) -> Decimal | None:
    if found["chinese"]:
        return chinese(found["chinese"])
    return arabic(found["arabic"]) if found["arabic"] else mixed(found["mixed"])


@cache
def _plain_form(parted: bool = False) -> re.Pattern[str]:
    """Give the pattern of a number; ``parted``: one whose parts go on growing (12万 3万) ends with its first part."""
    pattern = _NUMBER.replace(f"(?P<mixed>{MIXED})|", "(?P<mixed>(?!))|") if parted else _NUMBER
    qualifying = any_of(words("qualifiers", side="after"))
    return re.compile((pattern + _TAIL).replace("UNIT", any_of(unit_words())).replace("QUALIFIER", qualifying))


# Each form with the characters of which a text that holds it has one; a plain number may stand anywhere.
FORMS: tuple[tuple[frozenset[str], Form], ...] = (
    (frozenset("分"), shares_between),
    (frozenset("分"), fraction),
    (frozenset("/"), slash),
    (frozenset("第"), rank),
    (frozenset("零"), below_zero),
    (frozenset("成"), tenths),
    (frozenset("折"), discount),
    (frozenset("半"), half),
    (frozenset("二两三四五六七八九"), pair),
    (frozenset("至到-—~～–"), between),
    (frozenset(), plain),
)


def forms_in(text: str) -> list[Form]:
    """Give the forms that a text may hold, by its characters."""
    characters = frozenset(text)
    return [form for signs, form in FORMS if not signs or not signs.isdisjoint(characters)]
