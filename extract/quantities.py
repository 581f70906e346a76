"""Numbers with their multiplier, qualifier and unit: ``1.3万余人`` is 13000, over, 人.

Every number that can be read is given, 一 included; which of them are figures is decided later.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from extract.folding import fold
from extract.lexicon import any_of, rows, words
from extract.models import Qualifier, Quantity, Span
from extract.numerals import CHINESE, DIGITS, FORMAL, arabic, chinese, multiplier

_CN = f"[{CHINESE}]"
_CHEQUE = f"[{FORMAL[1:10]}][{FORMAL}]+"
_ARABIC = r"(?:[0-9]{1,3}(?:[, \n][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_INNER = "[余多来]"
_NUMBER = (
    rf"(?:(?P<arabic>{_ARABIC})(?:[ ]?(?P<size>[十百千]?[万亿]{{1,2}}|[百千](?!分[点之]|[米克瓦卡帕赫])))?"
    rf"|(?P<chinese>(?:{_CHEQUE}|{_CN}+)(?:点[〇零一二三四五六七八九]+)?))"
)
_TAIL = rf"(?:(?P<inner>{_INNER})(?P<more>[十百千]?[万亿]{{0,2}})(?={{unit}}|[^\w]|$|的|名))?"
# What a number may begin with: text without any of these holds no number and costs one scan.
_BEGINS = re.compile(rf"[0-9{CHINESE}]|{_CHEQUE}")
_NUMERAL = re.compile(rf"[0-9]+|{_CHEQUE}|{_CN}+")
_RANGE = re.compile(r"\s?(?:至|到|-|—|~|～|–|--|——)\s?")
_APPROXIMATE_PAIR = re.compile(r"(?<![十百千万亿〇零一二两三四五六七八九])([一二三四五六七八九])([二三四五六七八九])([十百千]?)([万亿]?)")


def numerals(text: str) -> list[Span]:
    """Give the runs of digits, of any width, and of Chinese numerals, except inside a word such as 统一 or 进一步.

    >>> numerals("进一步健全了四大机制,共626支")
    [(6, 7), (12, 15)]
    """
    if not _BEGINS.search(folded := fold(text)):
        return []
    masked = _masked(folded)
    return [found.span() for found in _NUMERAL.finditer(folded) if not _inside(found.start(), found.end(), masked)]


def find_quantities(text: str) -> list[Quantity]:
    """Give every number of a text with its unit, in order, none inside another.

    >>> [(q.text, q.value, q.unit, q.qualifier) for q in find_quantities("龙泉目前有626支队伍,共1.3万余人")]
    [('626支', 626.0, '支', 'exact'), ('1.3万余人', 13000.0, '人', 'over')]
    """
    folded = fold(text)
    if not _BEGINS.search(folded):
        return []
    masked = _masked(folded)
    found: list[Quantity] = []
    position = 0
    for quantity in _all(folded, masked):
        if quantity.start >= position:
            found.append(quantity if folded is text else _as_written(quantity, text))
            position = quantity.end
    return found


def _all(folded: str, masked: list[Span]) -> Iterator[Quantity]:
    position = 0
    while begin := _BEGINS.search(folded, position):
        start = begin.start()
        hidden = next((end for first, end in masked if first <= start < end), None)
        if hidden is not None:
            position = hidden
            continue
        quantity = _read(folded, start)
        if quantity is None:
            run = _NUMERAL.match(folded, start)
            position = run.end() if run else start + 1
            continue
        if not (masked and _inside(quantity.start, quantity.end, masked)):
            yield quantity
        position = max(quantity.end, start + 1)


def _read(text: str, start: int) -> Quantity | None:
    """Read the number that begins at ``start``, the most telling form first."""
    for form in (_fraction, _rank, _tenths, _pair, _range, _plain):
        quantity = form(text, start)
        if quantity is not None:
            return quantity
    return None


@cache
def _units() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["unit"], row["kind"]) for row in rows("units")}


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(r"[ \n]?(" + any_of(_units()) + ")")


@cache
def _plain_form() -> re.Pattern[str]:
    return re.compile(_NUMBER + _TAIL.replace("{unit}", any_of(_units())))


@cache
def _qualifiers(side: str) -> re.Pattern[str]:
    return re.compile(any_of(words("qualifiers", side=side)) + (r"[ ]?$" if side == "before" else ""))


@cache
def _no_numbers() -> re.Pattern[str]:
    """Words that hold a numeral and no number; one that begins or ends with a numeral is no word beside another numeral."""
    alternatives = []
    for word in sorted(words("no_numbers"), key=lambda word: (-len(word), word)):
        before = f"(?<![{CHINESE}0-9])" if word[0] in CHINESE else ""
        after = f"(?![{CHINESE}0-9])" if word[-1] in CHINESE else ""
        alternatives.append(before + re.escape(word) + after)
    return re.compile("|".join(alternatives))


@cache
def _reach() -> int:
    return max(map(len, words("no_numbers")))


def _masked(folded: str) -> list[Span]:
    """Give the words around the numerals of a text that hold no number; the rest of the text is not looked at."""
    found: list[Span] = []
    for run in _NUMERAL.finditer(folded):
        first = max(found[-1][1] if found else 0, run.start() - _reach())
        found += [word.span() for word in _no_numbers().finditer(folded, first, run.end() + _reach())]
    return found


def _inside(start: int, end: int, spans: list[Span]) -> bool:
    return any(first <= start and end <= last for first, last in spans)


def _fraction(text: str, start: int) -> Quantity | None:
    """``百分之十三点七``, ``三分之一``, ``千分之五``."""
    found = _FRACTION.match(text, start)
    if not found:
        return None
    whole, part = _worth(found.group(1)), _worth(found.group(2))
    if whole is None or part is None or not whole:
        return None
    value = part / whole * 100
    per_mille = found.group(1) == "千"
    return _quantity(text, start, found.end(), part if per_mille else value, "‰" if per_mille else "%", "share", (start, found.end()))


_FRACTION = re.compile(rf"({_CN}+|[0-9]+)分之({_CN}+(?:点[〇零一二三四五六七八九]+)?|[0-9]+(?:\.[0-9]+)?)")
_RANK = re.compile(rf"(?:({_CN}+)|([0-9]+))([位名])?")
_TENTHS = re.compile(
    rf"(?:([一二两三四五六七八九十])|([0-9](?:\.[0-9])?))(多|余)?成(?:([一二三四五六七八九半])(?!{_CN}))?(多)?"
    r"(?![立为员功果熟绩都本交人年品])"
)


def _rank(text: str, start: int) -> Quantity | None:
    """``第三``, ``第5位``: the 第 before the numeral belongs to the mention."""
    if start == 0 or text[start - 1] != "第":
        return None
    found = _RANK.match(text, start)
    value = _worth(found.group(1) or found.group(2)) if found else None
    if found is None or value is None:
        return None
    end = found.end() if found.group(3) else found.end(1) if found.group(1) else found.end(2)
    numeral = found.span(1) if found.group(1) else found.span(2)
    return Quantity(start - 1, end, text[start - 1 : end], float(value), None, None, found.group(3), "exact", "rank", numeral)


def _tenths(text: str, start: int) -> Quantity | None:
    """``七成``, ``六成一``, ``两成半``, ``三成多``."""
    found = _TENTHS.match(text, start)
    if not found:
        return None
    value = (_worth(found.group(1) or found.group(2)) or Decimal(0)) * 10
    rest = found.group(4)
    value += Decimal(5) if rest == "半" else Decimal(DIGITS[rest]) if rest else 0
    inner: Qualifier = "over" if found.group(3) or found.group(5) else "exact"
    return _quantity(text, start, found.end(), value, "%", "share", (start, found.end()), inner)


def _pair(text: str, start: int) -> Quantity | None:
    """``七八十万元``: two digits in a row are a range."""
    found = _APPROXIMATE_PAIR.match(text, start)
    if not found or DIGITS[found.group(2)] != DIGITS[found.group(1)] + 1 or (found.end() < len(text) and text[found.end()] in CHINESE):
        return None
    if not found.group(3) and not found.group(4) and not _unit().match(text, found.end()):
        return None
    size = multiplier(found.group(3) + found.group(4))
    low, high = Decimal(DIGITS[found.group(1)] * size), Decimal(DIGITS[found.group(2)] * size)
    unit, kind, end = _unit_at(text, found.end())
    return _quantity(text, start, end, None, unit, kind, found.span(), low=low, high=high)


def _range(text: str, start: int) -> Quantity | None:
    """``20至30名``, ``15%—20%``, ``3万到5万元``: two numbers of one unit, the smaller first."""
    first = _plain(text, start)
    if first is None or first.value is None or text[first.start] == "-":
        return None
    joint = _RANGE.match(text, first.end)
    second = _plain(text, joint.end()) if joint and joint.end() < len(text) and _BEGINS.match(text, joint.end()) else None
    if second is None or second.value is None or (first.unit is not None and first.unit != second.unit):
        return None
    low, high = first.value, second.value
    written = text[first.numeral[0] : first.numeral[1]], text[second.numeral[0] : second.numeral[1]]
    bare = written[0].isdigit() and not written[1].isdigit() and first.unit is None
    if bare:  # 20至30万: the multiplier holds for both
        low *= multiplier(written[1].lstrip("0123456789., "))
    dated = written[0].isdigit() and len(written[0]) == 4 and second.unit in (None, "年", "月")
    phone = written[0].startswith("0") or (second.unit is None and "-" in text[first.end : second.start])
    if low >= high or dated or phone or re.match(r"-[0-9]", text[second.end : second.end + 2]):
        return None
    return Quantity(first.start, second.end, text[first.start : second.end], None, low, high, second.unit,
                    second.qualifier, second.kind, (first.numeral[0], second.numeral[1]))  # fmt: skip


def _plain(text: str, start: int) -> Quantity | None:
    """A number, its multiplier, an inner 余 or 多, and its unit: ``三千六百余万元``."""
    found = _plain_form().match(text, start)
    if not found:
        return None
    value = _worth(found.group("chinese")) if found.group("chinese") else arabic(found.group("arabic"))
    if value is None:
        return None
    value *= multiplier(found.group("size") or "") * multiplier(found.group("more") or "")
    inner: Qualifier = {None: "exact", "来": "about"}.get(found.group("inner"), "over")  # type: ignore[assignment]
    numeral_end = found.end("more") if found.group("inner") else found.end()
    unit, kind, end = _unit_at(text, found.end())
    if unit == "点" and kind == "clock" and found.group("chinese") is None and "." in found.group():
        unit, kind, end = None, None, found.end()
    if start and text[start - 1] in "-−" and kind == "temperature":
        start, value = start - 1, -value
    return _quantity(text, start, end, value, unit, kind, (found.start(), numeral_end), inner)


def _unit_at(text: str, position: int) -> tuple[str | None, str | None, int]:
    found = _unit().match(text, position)
    if not found:
        return None, None, position
    unit, kind = _units()[found.group(1)]
    return unit, kind, found.end()


def _worth(text: str) -> Decimal | None:
    return arabic(text) if text[:1].isascii() and text[:1].isdigit() else chinese(text)


def _quantity(
    text: str, start: int, end: int, value: Decimal | None, unit: str | None, kind: str | None, numeral: Span,
    inner: Qualifier = "exact", low: Decimal | None = None, high: Decimal | None = None,
) -> Quantity:  # fmt: skip
    return Quantity(
        start, end, text[start:end], _float(value), _float(low), _float(high), unit, _qualifier(text, start, end, inner), kind, numeral
    )


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


@cache
def _qualifier_of() -> dict[str, Qualifier]:
    return {row["word"]: row["qualifier"] for row in rows("qualifiers")}  # type: ignore[misc]


def _qualifier(text: str, start: int, end: int, inner: Qualifier) -> Qualifier:
    """Give the qualifier of a number: what stands within it, else right before it (近百人), else right after (以上)."""
    if inner != "exact":
        return inner
    before = _qualifiers("before").search(text[max(0, start - 4) : start])
    if before:
        return _qualifier_of()[before.group().strip()]
    after = _qualifiers("after").match(text, end)
    return _qualifier_of()[after.group().strip()] if after else "exact"


def _as_written(quantity: Quantity, text: str) -> Quantity:
    from dataclasses import replace

    return replace(quantity, text=text[quantity.start : quantity.end])
