"""Two levels in one sentence: ``由去年同期的⟦128起⟧降至⟦96起⟧``; and a level reached: ``增至⟦317起⟧``."""

import re
from collections.abc import Sequence

from extract.changes import change_before
from extract.indicators import phrase
from extract.reading import Reading
from extract.rules.draft import Answer, Draft, measure_of, name_or_carried

_FROM = re.compile(r"[由从][^,;。]{0,14}$")


def from_to(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read 由A降至B as the level at the base and the level now; A and B may each be counted twice (``42批61人次降至23批30人次``)."""
    start, end = reading.before(index)
    opened = _FROM.search(reading.text[start:end])
    after = index + 1
    while opened and after < len(reading.figures) and not reading.between(after).strip():
        after += 1
    word = change_before(reading.text, *reading.before(after)) if opened and after < len(reading.figures) else None
    if opened is None or word is None or word.sort != "to":
        return ()
    name = name_or_carried(reading, index, said, phrase(reading, start, start + opened.start()))
    if name is None:
        return ()
    last = after + 1
    while last < len(reading.figures) and last - after < after - index and not reading.between(last).strip():
        last += 1
    return [
        Draft(figure, *name, measure_of(figure), "from_to", 0.7 if figure.start < word.span[0] else 0.85, verb=word.span,
              period_is_base=figure.start < word.span[0])
        for figure in reading.figures[index:last]
    ]  # fmt: skip


def reached(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a level that something rose or fell to: ``交通警情增至⟦317起⟧``."""
    start, end = reading.before(index)
    word = change_before(reading.text, start, end)
    if word is None or word.sort != "to":
        return ()
    figure = reading.figures[index]
    mention = phrase(reading, start, word.span[0])
    name = name_or_carried(reading, index, said, mention)
    return [Draft(figure, *name, measure_of(figure), "reached", 0.85 if mention else 0.75, verb=word.span)] if name else ()
