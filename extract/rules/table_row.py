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

_CELL = re.compile(r"(?:(?<![^\s　|])[\u4e00-\u9fff][ 　]{1,3}[\u4e00-\u9fff](?![^\s　|])|[^\s　|])+")  # 合　计 is one
_UNIT = re.compile(r"[(（][±+\-]?([^()（）]{1,6})[)）]$")
_OF_CHANGE = re.compile(
    r"(?:同比|环比|比?去年同期|比?上年|较?上[年月期])?(?:增[减长幅]|[升增]降|变化)?(?:幅度)?(?:[(（][^()（）]*[%％][^()（）]*[)）]|[±%％]+)?"
)
_NO_HEADER = re.compile(r"[,。;!?]")
_SLASHED_HEADER = re.compile(r"\(([^()/,。\d]{1,10}(?:/[^()/,。\d]{1,10}){1,6})\)$")
_SLASHED_ROW = re.compile(r"([^:,。\d]{2,12}):([^:,。/]+(?:/[^:,。/]+)+)")
_SLASH = re.compile("[^/]+")
_OF_TIME = re.compile(r"^(?:今年|去年|上年|本[年月期]|上[年月期]|同期|同比|环比|增[减幅]|比上年|\d{1,4}年|\d{1,2}月|累计)")
_BASE = re.compile("^(?:去年|上年|同期|上[月期])")
_FEWEST = 3


def header(reading: Reading) -> tuple[Mention, ...]:
    """Give the cells of a line that names the columns of a table, none where it is no such line.

    A header has three cells or more, no sentence mark and no figure, though it may name times (``今年1-6月``). One in brackets,
    ``(检查/隐患/整改率)``, names what stands behind the colon of the lines below it; its first cell is empty.
    """
    if reading.text.endswith(")") and (slashed := _SLASHED_HEADER.search(reading.text)):
        names = [Mention(slashed.start(1) + cell.start(), slashed.start(1) + cell.end(), cell.group()) for cell in _SLASH.finditer(slashed.group(1))]
        return (Mention(slashed.start(), slashed.start(), ""), *names)
    if _NO_HEADER.search(reading.text) or reading.figures:
        return ()
    cells = _cells(reading.text)
    return cells if len(cells) >= _FEWEST and all(len(cell.text) <= 14 for cell in cells) else ()


def table_row(reading: Reading, columns: Sequence[Mention], names: Sequence[Span]) -> list[Draft]:
    """Read a line of a table by the header above it; nothing where the cells of the two do not match one to one.

    ``columns`` are the header's cells and ``names`` where their words stand in the report. The first cell of the line is whom
    the numbers are of, or what they count where the columns are times and comparisons: ``事故起数(起) ⟦86⟧ ⟦104⟧ ⟦-17.3%⟧``.
    """
    cells = (_slashed(reading.text) if not columns[0].text else _cells(reading.text)) if columns else ()
    if not columns or len(cells) != len(columns) or len(cells) < _FEWEST:
        return []
    whom = next((region for region in reading.regions if region.start == cells[0].start and region.end == cells[0].end), None)
    of_times = all(_OF_TIME.search(column.text) for column in columns[1:])
    drafts = []
    for place, (cell, column) in list(enumerate(zip(cells, columns, strict=True)))[1:]:
        figure = next((figure for figure in reading.figures if cell.start <= figure.start and figure.end <= cell.end), None)
        if figure is None:
            continue
        counted = _counted_before(columns, place)
        label, where = (cells[0], reading.sentence.span(cells[0].start, cells[0].end)) if of_times else (columns[counted], names[counted])
        unit, own = _UNIT.search(label.text), _UNIT.search(column.text)
        words = label.text[: unit.start()] if unit else label.text
        unit = own if counted != place and not of_times else unit
        figure = _with_unit(figure, unit.group(1) if unit else None) if figure.kind not in ("share", "points") else figure
        told = Draft(figure, words, (where,), measure_of(figure), "table_row", region=whom, subject=None if whom or of_times else cells[0])
        compared = compared_in(column.text, 0, len(column.text))
        if compared and figure.kind in ("share", "points"):
            told = replace(told, measure="change", comparison=compared.comparison, base=compared.base)
        elif of_times and _BASE.search(column.text):
            told = replace(told, period_is_base=True)
        drafts.append(told)
    return drafts


def _slashed(text: str) -> tuple[Mention, ...]:
    """Give the cells of a line whose numbers are parted by strokes: ``八都镇:57家次/204处/91.6%``."""
    row = _SLASHED_ROW.fullmatch(text.strip())
    if row is None:
        return ()
    start = text.index(row.group(2))
    cells = (Mention(start + cell.start(), start + cell.end(), cell.group()) for cell in _SLASH.finditer(row.group(2)))
    return (Mention(text.index(row.group(1)), text.index(row.group(1)) + len(row.group(1)), row.group(1)), *cells)


def _cells(text: str) -> tuple[Mention, ...]:
    return tuple(Mention(found.start(), found.end(), found.group()) for found in _CELL.finditer(text))


def _counted_before(columns: Sequence[Mention], place: int) -> int:
    """Give the column that one of changes alone is of, the nearest before it that names something: 事故起数(起) ``同比(±%)``."""
    return next((before for before in range(place, 0, -1) if not _OF_CHANGE.fullmatch(columns[before].text)), place)


def _with_unit(figure: Quantity, word: str | None) -> Quantity:
    """Give a bare number of a cell the unit that the column names: (人), (%)."""
    size = re.match(r"[十百千]?[万亿]?", word or "")
    known = next((row for row in rows("units") if word and size and row["word"] in (word, word[size.end() :])), None)
    if figure.unit is not None or known is None or figure.value is None:
        return figure
    times = 1 if known["word"] == word or not size else float(multiplier(size.group()))
    return replace(figure, value=figure.value * times, unit=known["unit"], kind=known["kind"])
