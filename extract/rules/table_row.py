"""A table flattened to lines: ``辖区 流动人口(人) 登记率(%)`` above ``城东街道 ⟦4125⟧ ⟦97.2⟧``."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.changes import compared_in
from extract.lexicon import rows
from extract.models import Mention, Quantity, Span
from extract.numerals import multiplier
from extract.reading import Reading
from extract.rules.draft import Draft, measure_of

_CELL = re.compile(r"[^\s　|]+")
_UNIT = re.compile(r"[(（]([^()（）]{1,6})[)）]$")
_NO_HEADER = re.compile(r"[,。;!?\d]")
_FEWEST = 3


def header(reading: Reading) -> tuple[Mention, ...]:
    """Give the cells of a line that names the columns of a table, none where it is no such line.

    A header has three cells or more, no sentence mark and no number of its own.
    """
    if _NO_HEADER.search(reading.text):
        return ()
    cells = _cells(reading.text)
    return cells if len(cells) >= _FEWEST and all(len(cell.text) <= 14 for cell in cells) else ()


def table_row(reading: Reading, columns: Sequence[Mention], names: Sequence[Span]) -> list[Draft]:
    """Read a line of a table by the header above it; nothing where the cells of the two do not match one to one.

    ``columns`` are the header's cells and ``names`` where their words stand in the report. The first cell of the line is whom
    the numbers are of.
    """
    cells = _cells(reading.text) if columns else ()
    if not columns or len(cells) != len(columns) or len(cells) < _FEWEST:
        return []
    whom = next((region for region in reading.regions if region.start == cells[0].start and region.end == cells[0].end), None)
    drafts = []
    for cell, column, name in list(zip(cells, columns, names, strict=True))[1:]:
        figure = next((figure for figure in reading.figures if cell.start <= figure.start and figure.end <= cell.end), None)
        if figure is None:
            continue
        unit = _UNIT.search(column.text)
        words = column.text[: unit.start()] if unit else column.text
        figure = _with_unit(figure, unit.group(1) if unit else None)
        subject = None if whom else cells[0]
        told = Draft(figure, words, (name,), measure_of(figure), "table_row", region=whom, subject=subject)
        compared = compared_in(words, 0, len(words))
        if compared and figure.kind in ("share", "points"):
            told = replace(told, measure="change", comparison=compared.comparison, base=compared.base)
        drafts.append(told)
    return drafts


def _cells(text: str) -> tuple[Mention, ...]:
    return tuple(Mention(found.start(), found.end(), found.group()) for found in _CELL.finditer(text))


def _with_unit(figure: Quantity, word: str | None) -> Quantity:
    """Give a bare number of a cell the unit that the column names: (人), (%)."""
    size = re.match(r"[十百千]?[万亿]?", word or "")
    known = next((row for row in rows("units") if word and size and row["word"] in (word, word[size.end() :])), None)
    if figure.unit is not None or known is None or figure.value is None:
        return figure
    times = 1 if known["word"] == word or not size else float(multiplier(size.group()))
    return replace(figure, value=figure.value * times, unit=known["unit"], kind=known["kind"])
