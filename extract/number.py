"""A number in its sentence, as the tests see it that part figures from other numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.models import Period, Quantity, Region
from extract.sentences import Sentence

AROUND = 16  # characters that a test may look at


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its sentence, as the tests see it: with the words before and after it and its digits alone."""

    sentence: Sentence
    text: str
    quantity: Quantity
    periods: Sequence[Period]
    places: Sequence[Region]
    before: str
    after: str
    numeral: str


def number_of(sentence: Sentence, quantity: Quantity, periods: Sequence[Period], places: Sequence[Region]) -> Number:
    """Give a number of a sentence as the tests see it."""
    text, start, end = sentence.folded, quantity.start, quantity.end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Number(sentence, text, quantity, periods, places, before, after, text[slice(*quantity.numeral)])
