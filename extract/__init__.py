"""Every figure in a Chinese public-safety report, as a row, one click from the words it came from.

>>> found = extract_text("2017年,龙泉市刑事立案同比下降了6.1%。")
>>> [(row.indicator, row.value, row.unit, row.region, row.period) for row in found.observations]
[('刑事立案', -6.1, '%', '331181', '2017')]
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from extract.models import Extraction, Report

__version__ = "0.1.0"
__all__ = ["Extraction", "__version__", "extract_files", "extract_text"]


def extract_text(text: str, *, source: str | None = None, published: date | None = None) -> Extraction:
    """Read the figures out of one report's text.

    ``source`` is the report's name (a file name that begins with YYYYMMDD dates it), ``published`` its date where the caller
    knows it. Gives the report, its articles, an observation for each figure and a refusal for each other number.
    """
    from extract.documents import report_of

    return _extract(report_of(text, source), published)


def extract_files(
    paths: Iterable[Path | str], *, published: date | None = None, progress: Callable[[Path, float], None] | None = None
) -> Iterator[Extraction]:
    """Read the figures out of files, one after the other.

    A file that cannot be read raises nothing: its report comes with a status ``unreadable: …`` and no rows. While a long report is
    read, ``progress`` is told its path and the share of it that has been read, from 0 to 1.
    """
    from extract.documents import read

    for path in map(Path, paths):
        yield _extract(read(path), published, partial(progress, path) if progress else None)


def _extract(report: Report, published: date | None, progress: Callable[[float], None] | None = None) -> Extraction:
    from extract.articles import split
    from extract.dating import date_articles, date_report
    from extract.observations import observe

    if report.status != "read":
        return Extraction(report)
    articles = split(report.text)
    dated = date_report(report.text, report.source, articles)
    if published:
        report = replace(report, published=published, published_basis="given by the reader")
    else:
        report = replace(report, published=dated.day or dated.last, published_basis=dated.basis)
    articles = date_articles(articles, report)
    observations, refusals = observe(report, articles, progress)
    return Extraction(report, articles, observations, refusals)
