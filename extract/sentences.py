"""To be written: see the Sentence below, which the rules are built on."""

from dataclasses import dataclass
from typing import Literal

from extract.models import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article, joined where a column end cut it; ``pieces`` are its spans in the report's text.

    ``text`` is the pieces joined, as the report has them, and ``folded`` its twin for matching. ``headed`` is the sub-headline
    the sentence stands under, if any.
    """

    text: str
    folded: str
    pieces: tuple[Span, ...]
    article: int
    paragraph: int
    kind: Literal["title", "heading", "byline", "body"]

    def span(self, start: int, end: int) -> Span:
        """Give the span in the report of ``text[start:end]``; where a column end lies between, it is inside the span."""
        raise NotImplementedError
