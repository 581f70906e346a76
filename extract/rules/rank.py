"""A place among others: ``公众安全感居全省⟦第三⟧``."""

import re
from collections.abc import Sequence

from extract.indicators import phrase
from extract.reading import Reading
from extract.refusing import rank_words
from extract.rules.draft import Answer, Draft, name_or_carried

_AMONG = re.compile(r"在[^,;。]{2,16}(?:中|里|内|当中)?$")


def rank(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read 第N after a word of ranking, with what stands before that word or was told just before."""
    figure = reading.figures[index]
    if figure.kind != "rank":
        return ()
    start, end = reading.clause(figure.start)[0], figure.start
    word = rank_words().search(reading.text[start:end])
    among = word and _AMONG.search(reading.text[start : start + word.start()])
    name = name_or_carried(reading, index, said, phrase(reading, start, start + (among or word).start()) if word else None)
    return [Draft(figure, *name, "rank", "rank")] if name else ()
