"""A report's text → pieces to show: each stretch with the figure, the role or the reason that belongs to it.

In: the text, the offsets to show in reading order, and what stands where. Out: plain dicts that the browser turns into nodes,
so that no word of a report is ever taken for HTML.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from pages.parts.data import Row

_AROUND = 700  # characters of the paragraph shown on either side of the sentence
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


def sentence_offsets(row: Row, articles: Sequence[Row]) -> tuple[list[int], set[int]]:
    """Give the offsets of the paragraph a figure stands in, columns joined, and those among them that are its sentence."""
    pieces = _paragraph(row, articles)
    offsets = [offset for piece in pieces for offset in range(piece["start"], piece["end"])]
    if row["excerpt_start"] not in offsets:  # a headline, or words outside the paragraphs
        offsets = [*range(row["excerpt_start"], row["excerpt_start"] + len(row["excerpt"]))]
    first = offsets.index(row["excerpt_start"])
    last = first + len(row["excerpt"])
    return offsets[max(0, first - _AROUND) : last + _AROUND], set(offsets[first:last])


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


def read_pieces(text: str, start: int, end: int, figures: Marks, refused: Mapping[int, int], reasons: Sequence[str]) -> list[Piece]:
    """Cut ``text[start:end]`` for the reader: pieces with a ``figure``, or with the ``note`` of why a number was not used."""
    made: list[Piece] = []
    for (figure, number), run in groupby(range(start, end), key=lambda offset: (figures.get(offset), refused.get(offset))):
        piece: Piece = {"text": "".join(text[offset] for offset in run)}
        if figure:
            piece["figure"] = figure
        elif number is not None:
            piece["note"] = reasons[number]
        made.append(piece)
    return made


def words_of(row: Row, role: str, text: str) -> str:
    """Give the report's words for a role of a figure, joined with a space where they stand apart; "" where there are none."""
    return " ".join("".join(text[span["start"] : span["end"]].split()) for span in row["spans"] if span["role"] == role)


def _paragraph(row: Row, articles: Sequence[Row]) -> list[dict[str, int]]:
    for article in articles:
        for pieces_of_it in article["paragraphs"]:
            if any(piece["start"] <= row["excerpt_start"] < piece["end"] for piece in pieces_of_it):
                return pieces_of_it
    return []
