"""What reports speak of only in some years, as of something of their own day: campaigns, offices, office-holders."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from extract.clues import YEARS, Clue, days_named, exists
from extract.lexicon import rows
from extract.starts import Starts

_LONGEST = 24  # characters of a word of the list of eras


def era(text: str) -> Iterator[Clue]:
    """``扫黑除恶专项斗争``: the years in which reports speak of it as of something of their own day; not ``原公安消防部队``.

    Of what is dated to the day those in which the latest day that the text names lies within it.
    """
    latest = max(days_named(text), default=None)
    starts, by_pair = _era()
    led = "\n" + text
    told = dict.fromkeys(led[at : at + 1 + _LONGEST] for at in starts.find(text))  # each once: a text says most more often
    named = (word for piece in told if piece[0] != "原" for word in by_pair.get(piece[1:3], ()) if piece.startswith(word, 1))
    for word in dict.fromkeys(named):
        first, last = _eras()[word]
        years = frozenset(range(first.year, last.year + 1))
        within = frozenset(year for year in years if latest and exists(year, *latest) and first <= date(year, *latest) <= last)
        yield Clue(word, (within or years) & frozenset(YEARS))


@cache
def _eras() -> dict[str, tuple[date, date]]:
    """The first and last day of each; where the list gives years, of these."""
    days = ((row["word"], f"{row['first']}-01-01"[:10], f"{row['last']}-12-31"[:10]) for row in rows("eras"))
    return {word: (date.fromisoformat(first), date.fromisoformat(last)) for word, first, last in days}


@cache
def _era() -> tuple[Starts, dict[str, list[str]]]:
    """Where a word of the list may begin, and the words by their first two characters."""
    by_pair: dict[str, list[str]] = {}
    for word in _eras():
        by_pair.setdefault(word[:2], []).append(word)
    return Starts(_eras()), by_pair
