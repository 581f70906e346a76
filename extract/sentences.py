"""An article → its sentences, each joined where the end of a column cut it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.folding import fold
from extract.models import Article, Span

_END = re.compile(r"[。！？!?]+[”’」』）)]*")
_HEADING_LENGTH = 40
_LONGEST = 1000  # characters; a longer stretch without an end mark is a list or a damaged file, and is read in parts
_PART_END = re.compile(r".*(?:[;；]|[,，、\s](?![0-9]))", re.DOTALL)


# A sentence of a paragraph: where it begins and ends, and whether it tells of something.
Told = tuple[int, int, bool]
Telling = Callable[[int, str], Sequence[Told]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article, joined where a column end cut it; ``pieces`` are its spans in the report's text.

    ``text`` is the pieces joined, as the report has them, and ``folded`` its twin for matching. ``tells`` is false where it is known
    to name no number, place or time.
    """

    text: str
    folded: str
    pieces: tuple[Span, ...]
    article: int
    paragraph: int
    kind: Literal["title", "heading", "byline", "mark", "body"]
    tells: bool = True

    def span(self, start: int, end: int) -> Span:
        """Give the span in the report of ``text[start:end]``; where a column end lies between, it is inside the span."""
        return self._place(start), self._place(end - 1) + 1 if end > start else self._place(start)

    def _place(self, position: int) -> int:
        for start, end in self.pieces:
            if position < end - start:
                return start + position
            position -= end - start
        return self.pieces[-1][1]


def sentences(text: str, article: Article, telling: Telling | None = None) -> Iterator[Sentence]:
    """Give the headline of an article and then its sentences, in reading order.

    A paragraph without an end mark is one sentence; a short one that is not the last is a sub-heading. ``telling`` gives the
    sentences of a paragraph, by its number and folded text, that are to be read; without it all are.
    """
    if article.title_span:
        yield _sentence(text, (article.title_span,), article.number, -1, "title")
    if article.byline_span:
        yield _sentence(text, (article.byline_span,), article.number, -1, "byline")
    for number, pieces in enumerate(article.paragraphs):
        joined = "".join(text[start:end] for start, end in pieces)
        kind: Literal["heading", "body"] = "heading" if len(joined) <= _HEADING_LENGTH and not _END.search(joined) else "body"
        folded = fold(joined)
        for start, end, tells in telling(number, folded) if telling else ((*span, True) for span in _parts(folded)):
            yield Sentence(joined[start:end], folded[start:end], _cut(pieces, start, end), article.number, number, kind, tells)
    for span in article.marks:
        yield _sentence(text, (span,), article.number, -1, "mark")


def told(folded: str, places: Sequence[int]) -> list[Told]:
    """Give the sentences of a paragraph that hold one of some places, which are in order, or open the paragraph."""
    found = ((start, end, bisect_left(places, start) < bisect_left(places, end)) for start, end in _parts(folded))
    return [sentence for sentence in found if sentence[2] or not sentence[0]]


def _ends(joined: str) -> Iterator[Span]:
    """Give the spans of the sentences of a paragraph: up to 。！？ with the closing quotes after it."""
    start = 0
    for found in _END.finditer(joined):
        yield start, found.end()
        start = found.end()
    if joined[start:].strip():
        yield start, len(joined)


def _parts(joined: str) -> Iterator[Span]:
    """Give the spans of the sentences, the overlong ones in parts that end at a mark: every rule stays linear in the text."""
    for start, end in _ends(joined):
        while end - start > _LONGEST:
            part = _PART_END.match(joined, start, start + _LONGEST)
            stop = part.end() if part else start + _LONGEST
            yield start, stop
            start = stop
        yield start, end


def _cut(pieces: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """Give what ``joined[start:end]`` covers of each piece."""
    covered, offset = [], 0
    for first, last in pieces:
        size = last - first
        low, high = max(start - offset, 0), min(end - offset, size)
        if low < high:
            covered.append((first + low, first + high))
        offset += size
    return tuple(covered)


def _sentence(text: str, pieces: tuple[Span, ...], article: int, paragraph: int, kind: str) -> Sentence:
    joined = "".join(text[start:end] for start, end in pieces)
    return Sentence(joined, fold(joined), pieces, article, paragraph, kind)  # type: ignore[arg-type]
