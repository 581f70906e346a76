"""Numbers with their multiplier, qualifier and unit: ``1.3万余人`` is 13000, over, 人.

Every number that can be read is given, 一 included; which of them are figures is decided later.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from extract.folding import fold
from extract.lexicon import either, words
from extract.models import Quantity, Span
from extract.number_forms import begin, forms_in
from extract.number_gaps import closed
from extract.numerals import CHINESE, NUMERAL

_NUMERAL = re.compile(NUMERAL)


def numerals(text: str) -> list[Span]:
    """Give the runs of digits, of any width, and of Chinese numerals, except inside a word such as 统一 or 进一步.

    >>> numerals("进一步健全了四大机制,共626支")
    [(6, 7), (12, 15)]
    """
    folded = fold(text)
    masked = _masked(folded)
    return [(start, end) for start, end in _runs(folded) if not _inside(start, end, masked)]


def find_quantities(text: str) -> list[Quantity]:
    """Give every number of a text with its unit, in order, none inside another.

    >>> [(q.text, q.value, q.unit, q.qualifier) for q in find_quantities("龙泉目前有626支队伍,共1.3万余人")]
    [('626支', 626.0, '支', 'exact'), ('1.3万余人', 13000.0, '人', 'over')]
    """
    folded = fold(text)
    if begin(folded) is None:
        return []
    shut, places = closed(folded) or (folded, None)
    found: list[Quantity] = []
    position = 0
    for quantity in _all(shut, _masked(shut)):
        if quantity.start >= position:
            found.append(quantity if shut is text else _as_written(quantity, text, places))
            position = quantity.end
    return found


def _all(folded: str, masked: list[Span]) -> Iterator[Quantity]:
    position, forms = 0, forms_in(folded)
    while (start := begin(folded, position)) is not None:
        if _inside(start, start + 1, masked):
            position = start + 1
            continue
        quantity = next((read for form in forms if (read := form(folded, start))), None)
        if quantity is None:
            run = _NUMERAL.match(folded, start)
            position = run.end() if run else start + 1
            continue
        if not _inside(quantity.start, quantity.end, masked):
            yield quantity
        position = max(quantity.end, start + 1)


@cache
def _no_numbers() -> re.Pattern[str]:
    """Words that hold a numeral and no number; one that begins or ends with a numeral is no word beside another numeral."""
    rests = []
    for word in sorted(words("no_numbers"), key=lambda word: (-len(word), word)):
        before = f"(?<![{CHINESE}0-9]{word[0]})" if word[0] in CHINESE else ""
        after = f"(?![{CHINESE}0-9])" if word[-1] in CHINESE else "(?!之)" if word[-1] == "分" else ""  # 万分 not in 万分之三
        rests.append((word, before + word[1:] + after))
    return re.compile(either(rests))


@lru_cache(maxsize=4)  # numerals and quantities of a sentence are asked for one after the other
def _masked(folded: str) -> list[Span]:
    """Give the words of a text that hold a numeral and no number."""
    return [word.span() for word in _no_numbers().finditer(folded)] if _runs(folded) else []


@lru_cache(maxsize=4)
def _runs(folded: str) -> list[Span]:
    return [found.span() for found in _NUMERAL.finditer(folded)]


def _inside(start: int, end: int, spans: list[Span]) -> bool:
    """Tell whether a stretch lies in one of the spans, which are in order and apart."""
    if not spans:
        return False
    before = bisect_right(spans, (start, spans[-1][1])) - 1
    return before >= 0 and end <= spans[before][1]


def _as_written(quantity: Quantity, text: str, places: list[int] | None) -> Quantity:
    """Give a quantity in the words and at the place of the text itself, from which blanks and widths were taken."""
    if places is None:
        return replace(quantity, text=text[quantity.start : quantity.end])
    start, end = places[quantity.start], places[quantity.end - 1] + 1
    numeral = places[quantity.numeral[0]], places[quantity.numeral[1] - 1] + 1
    return replace(quantity, start=start, end=end, text=text[start:end], numeral=numeral)
