"""The level that a change starts from, told with it: ``比2015年的⟦480起⟧下降⟦68%⟧``."""

import re
from collections.abc import Sequence

from extract.changes import Change, change_before, comparison_of, is_base
from extract.indicators import phrase
from extract.reading import Reading
from extract.rules.draft import Answer, Draft, measure_of, name_or_carried

_THAN = re.compile(r"(?:比|较|与|同)(?P<base>[^,;:。比较与]{2,14}?)(?:的|(?<=[年月期]))(?:[约近]|将近)?$")
_FEWER = re.compile(r",?(少|多|少了|多了|多出)")
_STEP = re.compile(r"(?:左右|以上)?(?:,?相比|比较)?,?")


def _fewer(reading: Reading, start: int, end: int) -> Change | None:
    """Read the word alone between the two: 比上年同期的9件``少``2件, ``多出``3件."""
    found = _FEWER.fullmatch(reading.text, start, end)
    return Change(found.span(1), -1 if found.group(1).startswith("少") else 1, "change") if found else None


def base_level(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read the level compared with and, right behind it, by how much that rose or fell."""
    start, end = reading.before(index)
    found = _THAN.search(reading.text, start, end)
    if found is None or index + 1 >= len(reading.figures) or not is_base(found.group("base")):
        return ()
    figure, following = reading.figures[index], reading.figures[index + 1]
    word = change_before(reading.text, figure.end, following.start) or _fewer(reading, figure.end, following.start)
    if word is None or word.sort == "to" or not _STEP.fullmatch(reading.text[figure.end : word.span[0]].strip()) or figure.kind == "rank":
        return ()
    name = name_or_carried(reading, index, said, phrase(reading, start, found.start()))
    if name is None:
        return ()
    base = found.group("base").strip()
    comparing = (found.start(), found.end("base"))
    return [
        Draft(figure, *name, measure_of(figure), "base_level", period_is_base=True),
        Draft(following, *name, "change", "base_level", word.sign, word.span, comparing, comparison_of(base), base),
    ]
