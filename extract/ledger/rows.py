"""What was read out of a report, as plain rows: for JSON lines, CSV and the typed tables alike.

Knows no pandas and no Parquet, so that printing rows starts at once.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import date

from extract.models import Article, Extraction, Observation, Refusal

Row = dict[str, object]

# The columns of each table as name:type, with ? where the value may be missing.
COLUMNS = {
    "observations": """observation_id:text mention_id:text report_id:text source:text article:int article_title:text?
        published:date? published_basis:text? indicator:text subject:text? indicator_id:text? topic:text? measure:text
        value:float? low:float? high:float? unit:text? qualifier:text comparison:text? base:text? status:text
        region:text? region_name:text? region_basis:text? period:text? period_start:date? period_end:date? period_basis:text?
        start:int end:int text:text spans:spans excerpt:text excerpt_start:int rule:text confidence:float""",
    "refusals": "report_id:text start:int end:int text:text reason:text excerpt:text",
    "reports": """report_id:text source:text path:text? size:int encoding:text? characters:int text_id:text status:text
        published:date? published_basis:text? same_as:text? articles:int observations:int refusals:int text:text""",
    "articles": """report_id:text source:text article:int kind:text title:text? title_start:int? title_end:int? byline:text?
        start:int end:int paragraphs:paragraphs published:date? published_basis:text?""",
}
TABLES = tuple(COLUMNS)

_OBSERVATION = tuple(field.name for field in fields(Observation))
_REFUSAL = tuple(field.name for field in fields(Refusal))
_FORMULA = tuple("=+@＝＋＠")  # what a spreadsheet takes for the start of a formula, and the full-width twins


def rows(extraction: Extraction, table: str, *, same_as: str | None = None) -> list[Row]:
    """Give the rows of one report for ``table``: observations, refusals, reports or articles.

    ``same_as`` names the report that has the same text and was read before: this one is then listed in ``reports`` (with no
    figures of its own) and has no rows elsewhere. Dates are dates; spans are dicts with role, start and end.
    """
    if same_as:
        extraction = Extraction(extraction.report)
    return [*_ROWS[table](extraction, same_as)]


def _observations(extraction: Extraction, same_as: str | None) -> Iterator[Row]:
    for observation in extraction.observations:
        row: Row = {name: getattr(observation, name) for name in _OBSERVATION}
        row["spans"] = [{"role": role, "start": start, "end": end} for role, start, end in observation.spans]
        yield row


def _refusals(extraction: Extraction, same_as: str | None) -> Iterator[Row]:
    for refusal in extraction.refusals:
        yield {name: getattr(refusal, name) for name in _REFUSAL}


def _reports(extraction: Extraction, same_as: str | None) -> Iterator[Row]:
    report = extraction.report
    yield {
        "report_id": report.report_id,
        "source": report.source,
        "path": report.path,
        "size": report.size,
        "encoding": report.encoding,
        "characters": len(report.text),
        "text_id": report.text_id,
        "status": report.status,
        "published": report.published,
        "published_basis": report.published_basis,
        "same_as": same_as,
        "articles": len(extraction.articles),
        "observations": len(extraction.observations),
        "refusals": len(extraction.refusals),
        "text": report.text,
    }


def _articles(extraction: Extraction, same_as: str | None) -> Iterator[Row]:
    for article in extraction.articles:
        yield _article(article, extraction)


def _article(article: Article, extraction: Extraction) -> Row:
    title_start, title_end = article.title_span or (None, None)
    return {
        "report_id": extraction.report.report_id,
        "source": extraction.report.source,
        "article": article.number,
        "kind": article.kind,
        "title": article.title,
        "title_start": title_start,
        "title_end": title_end,
        "byline": article.byline,
        "start": article.start,
        "end": article.end,
        "paragraphs": [[{"start": start, "end": end} for start, end in pieces] for pieces in article.paragraphs],
        "published": article.published,
        "published_basis": article.published_basis,
    }


_ROWS: dict[str, Callable[[Extraction, str | None], Iterator[Row]]] = {
    "observations": _observations,
    "refusals": _refusals,
    "reports": _reports,
    "articles": _articles,
}


def names(table: str) -> list[str]:
    """Give the names of a table's columns in their order."""
    return [column.split(":")[0] for column in COLUMNS[table].split()]


def as_json(row: Row) -> str:
    """Give a row as one line of JSON: dates as ``2018-07-18``, spans as ``[role, start, end]``, what is not known as null."""
    return json.dumps({name: _plain(value) for name, value in row.items()}, ensure_ascii=False)


def as_cells(row: Row) -> list[str]:
    """Give a row as cells of a CSV file: lists as JSON, what is not known empty, text made safe by ``safe_cell``."""
    return [_cell(value) for value in row.values()]


def safe_cell(text: str) -> str:
    """Give text as a spreadsheet shows it: ``=1+1`` and ``＋86`` get a ``'`` before them, ``+5`` is a number and stays.

    A spreadsheet would run a cell that starts with = + or @ as a formula; reports are written by others.
    """
    if not text.lstrip().startswith(_FORMULA):
        return text
    try:
        float(text)
    except ValueError:
        return "'" + text
    return text


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return [*value.values()]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return safe_cell(value)
    if isinstance(value, list):
        return json.dumps(_plain(value), ensure_ascii=False)
    return str(_plain(value))
