"""A place among others: ``公众安全感居全省⟦第三⟧``."""

from collections.abc import Sequence

from extract.indicators import phrase
from extract.reading import Reading
from extract.refusing import rank_words
from extract.rules.draft import Answer, Draft, name_or_carried


def rank(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read 第N after a word of ranking, with what stands before that word or was told just before."""
    figure = reading.figures[index]
    start, end = reading.before(index)
    if figure.kind != "rank":
        return ()
    word = rank_words().search(reading.text[start:end])
    name = name_or_carried(reading, index, said, phrase(reading, start, start + word.start()) if word else None)
    return [Draft(figure, *name, "rank", "rank", 0.8)] if name else ()
