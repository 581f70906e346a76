"""A report's text → pieces to show: each stretch with the figure, the role or the reason that belongs to it.

In: the text, the offsets to show in reading order, and what stands where. Out: plain dicts that the browser turns into nodes,
so that no word of a report is ever taken for HTML.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from extract.models import Article, Span
from extract.sentences import sentences
from pages.parts.data import Row

Piece = dict[str, Any]
Marks = Mapping[int, str]


def figure_marks(rows: Iterable[Row]) -> dict[int, str]:
    """Give the observation_id at each offset of a figure's quantity; where two figures share words, the first has them."""
    marks: dict[int, str] = {}
    for row in rows:
        for offset in range(row["start"], row["end"]):
            marks.setdefault(offset, row["observation_id"])
    return marks


def role_marks(row: Row) -> dict[int, str]:
    """Give the role at each offset of the words a figure was made from; the number itself wins over what it stands in."""
    marks: dict[int, str] = {}
    for span in sorted(row["spans"], key=lambda span: (span["role"] != "quantity", span["end"] - span["start"])):
        for offset in range(span["start"], span["end"]):
            marks.setdefault(offset, span["role"])
    return marks


def refusal_marks(rows: Iterable[Row]) -> dict[int, int]:
    """Give at each offset of a refused number which of ``rows`` it is."""
    return {offset: number for number, row in enumerate(rows) for offset in range(row["start"], row["end"])}


def sentence_offsets(row: Row, articles: Sequence[Row]) -> list[int]:
    """Give the offsets of the sentence a figure stands in, columns joined."""
    first, size = row["excerpt_start"], len(row["excerpt"])
    for pieces_of_it in _near(row, articles)[1:2]:
        offsets = [offset for start, end in pieces_of_it for offset in range(start, end)]
        at = offsets.index(first)
        return offsets[at : at + size]
    return [*range(first, first + size)]  # a headline, or words outside the paragraphs


def around(text: str, row: Row, articles: Sequence[Row]) -> list[list[int]]:
    """Give the offsets of a figure's sentence with the one before and the one after, columns joined: a list for each paragraph they stand in."""
    nearby = tuple(paragraph for paragraph in _near(row, articles) if paragraph)
    told = [*sentences(text, Article(0, 0, 0, None, None, None, nearby))]
    at = next((at for at, one in enumerate(told) if any(start <= row["excerpt_start"] < end for start, end in one.pieces)), None)
    if at is None:
        return [sentence_offsets(row, articles)]
    by_paragraph = groupby(told[max(0, at - 1) : at + 2], key=lambda one: one.paragraph)
    return [[offset for one in those for start, end in one.pieces for offset in range(start, end)] for _, those in by_paragraph]


def pieces(text: str, offsets: Iterable[int], figures: Marks, roles: Marks | None = None, *, within: set[int] | None = None) -> list[Piece]:
    """Cut ``text`` at ``offsets`` into pieces: ``text``, and where they have one ``figure``, ``role``, and ``dim`` outside ``within``."""
    roles = roles or {}
    made: list[Piece] = []

    def belongs(offset: int) -> tuple[str | None, str | None, bool]:
        return figures.get(offset), roles.get(offset), within is not None and offset not in within

    for (figure, role, dim), run in groupby(offsets, key=belongs):
        piece: Piece = {"text": "".join(text[offset] for offset in run)}
        made.append(piece | {name: value for name, value in (("figure", figure), ("role", role), ("dim", dim)) if value})
    return made


def headline_marks(articles: Iterable[Row]) -> dict[int, int]:
    """Give at each offset of a headline the number of its article."""
    titled = [row for row in articles if row["title_start"] is not None]
    return {offset: row["article"] for row in titled for offset in range(row["title_start"], row["title_end"])}


def read_pieces(
    text: str, start: int, end: int, figures: Marks, refused: Mapping[int, int], reasons: Sequence[str], headlines: Mapping[int, int] | None = None
) -> list[Piece]:
    """Cut ``text[start:end]`` for the reader: pieces with a ``figure``, or with the ``note`` of why a number was not used; those of a headline
    have the number of its ``article``.
    """
    made: list[Piece] = []
    heads = headlines or {}

    def belongs(offset: int) -> tuple[str | None, int | None, int | None]:
        return figures.get(offset), refused.get(offset), heads.get(offset)

    for (figure, number, article), run in groupby(range(start, end), key=belongs):
        piece: Piece = {"text": "".join(text[offset] for offset in run)}
        if figure:
            piece["figure"] = figure
        elif number is not None:
            piece["note"] = reasons[number]
        if article is not None:
            piece["article"] = article
        made.append(piece)
    return made


def words_of(row: Row, role: str, text: str) -> str:
    """Give the report's words for a role of a figure, joined with a space where they stand apart; "" where there are none."""
    return " ".join("".join(text[span["start"] : span["end"]].split()) for span in row["spans"] if span["role"] == role)


def _near(row: Row, articles: Sequence[Row]) -> list[tuple[Span, ...]]:
    """Give the paragraph before that of a figure's sentence, that paragraph, and the one after; () where there is none, [] for a headline."""
    for article in articles:
        spans = [tuple((piece["start"], piece["end"]) for piece in pieces_of_it) for pieces_of_it in article["paragraphs"]]
        for number, pieces_of_it in enumerate(spans):
            if any(start <= row["excerpt_start"] < end for start, end in pieces_of_it):
                return [spans[number - 1] if number else (), pieces_of_it, *(spans[number + 1 : number + 2] or [()])]
    return []
