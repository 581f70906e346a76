"""What can be asked of a ledger: a filter's figures, how many there are, the largest, the newest, one page of a table.

The door of this wing: ``generations`` keeps complete sets of tables as Parquet files, ``index`` makes one DuckDB file of such a set,
and here are the questions to it, in SQL. No other module knows Parquet, DuckDB or SQL. A question takes one generation and never
looks at ``CURRENT`` again; it answers with what is to be shown and no more, for a ledger may hold a million figures.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Unpack

import duckdb
import pandas as pd
import pyarrow as pa

from extract.ledger import index, listing, one_report, tables
from extract.ledger.generations import Entry, Generation, LedgerError, current, generation, keep, keep_duplicate, publish, whole, write, write_whole
from extract.ledger.index import ready
from extract.ledger.plainest import plainest
from extract.ledger.rows import names as rows_names
from extract.ledger.where import SURE, Where, condition

__all__ = (
    "Entry", "FACETS", "Generation", "LedgerError", "SURE", "Where", "alike", "at", "batches", "counts", "courses", "current", "disagreeing",
    "example", "figure", "generation", "groups", "keep", "keep_duplicate", "load", "most_changed", "newest", "of_report", "paragraphs", "publish",
    "ready", "report_count", "reports", "rows", "select", "sources", "steps", "totals", "whole", "write", "write_whole",
)  # fmt: skip

FACETS = ("region", "topic", "indicator", "measure", "status", "source", "year")
Row = dict[str, Any]

_BATCH = 5_000
_NOT_DRAWN = (  # of a figure: its charts do without, and to read these takes as long as all the others
    "mention_id", "article", "article_title", "published", "published_basis", "topic", "region_basis", "start", "end", "text", "spans", "excerpt",
    "excerpt_start", "rule",
)  # fmt: skip


def load(generation: Generation, table: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """Give a table, or some of its columns, in the order of the reports. Raises LedgerError where a part is missing."""
    return tables.frame(_ask(generation, f"SELECT {_names(table, columns)} FROM {table} ORDER BY line"))


def select(generation: Generation, **where: Unpack[Where]) -> pd.DataFrame:
    """Give the observations that pass a filter, in the order of the reports; see ``Where``."""
    clause, values = condition(generation, **where)
    return tables.frame(_ask(generation, f"SELECT {_names('observations')} FROM observations WHERE {clause} ORDER BY line", values))


def counts(generation: Generation, by: str, **where: Unpack[Where]) -> dict[str, int]:
    """Give how many observations of a filter each region, topic, … has, in order of these.

    A region counts what holds in it and in the places within it: a figure of 331181 counts for 100000, 330000, 331100
    and 331181. A year counts what holds in any part of it. What is not known is counted as no value at all. ``by`` is one of FACETS.
    """
    if by not in FACETS:
        raise ValueError(f"no counts by {by!r}: choose one of {', '.join(FACETS)}")
    clause, values = condition(generation, **where)
    value, known, each = {
        "indicator": ("coalesce(indicator_id, indicator)", "indicator", ""),
        "region": ("region", "region", "list_distinct(['100000', value[:2] || '0000', value[:4] || '00', value[:6], value])"),
        "year": ("[year(coalesce(period_start, period_end)), year(period_end)]", "period_end", "range(value[1], value[2] + 1)"),
    }.get(by, (by, by, ""))
    statement = f"SELECT {value} AS value, count(*) AS count FROM figures WHERE ({clause}) AND {known} IS NOT NULL GROUP BY 1"
    if each:  # a region counts for those it lies in, a period for each of its years: few are taken apart, once they are counted
        apart = f"SELECT CAST(unnest({each}) AS VARCHAR) AS value, count FROM ({statement})"
        statement = f"SELECT value, sum(count)::BIGINT AS count FROM ({apart}) GROUP BY 1"
    return {row["value"]: row["count"] for row in _rows(generation, f"{statement} ORDER BY 1", values)}


def totals(generation: Generation, **where: Unpack[Where]) -> dict[str, int]:
    """Give how much passes a filter: ``figures``, the ``places`` and ``reports`` they are of, the numbers ``refused`` in these
    reports; and how many figures have a period that is ``not_stated`` in their sentence, or are ``targets``, ``undated`` or ``sure``.
    """
    clause, values = condition(generation, **where)
    of_filter = "WHERE line IN (SELECT report FROM passing)" if values else ""
    statement = f"""WITH passing AS (SELECT report, region, period_basis, period_end, status, confidence FROM figures WHERE {clause})
        SELECT * FROM (SELECT count(*) AS figures, count(DISTINCT region) AS places,
            count(*) FILTER (coalesce(period_basis, '') <> 'stated') AS not_stated, count(*) FILTER (status = 'target') AS targets,
            count(*) FILTER (period_end IS NULL) AS undated, count(*) FILTER (confidence >= {SURE}) AS sure FROM passing),
        (SELECT count(*) AS reports, coalesce(sum(refusals), 0)::BIGINT AS refused FROM reports {of_filter})"""
    return _rows(generation, statement, values)[0]


def groups(generation: Generation, most: int, **where: Unpack[Where]) -> list[Row]:
    """Give a filter's figures by ``measure`` and ``unit``: how many (``count``), the places of the ``most`` largest, and of the ``last``;
    and their ``indicator`` where they are all of one.

    A figure's place is that among all of the generation, by its size without sign: see ``at``.
    """
    clause, values = condition(generation, **where)
    known = "coalesce(indicator_id, indicator)"
    statement = f"""SELECT measure, unit, count(*) AS count, min(place, {int(most)}) AS places, max(place) AS last,
        CASE WHEN min({known}) = max({known}) THEN min({known}) END AS indicator FROM figures WHERE {clause} GROUP BY measure, unit"""
    return _rows(generation, statement, values)


def courses(generation: Generation, kinds: Sequence[tuple[str, str]], most: int, latest: int, **where: Unpack[Where]) -> list[Row]:
    """Give how a filter's figures of some ``kinds`` (a measure and a unit, "" for none) went on at each place, for ``most`` places of a kind.

    A row is a kind at a ``region``, of a ``subject`` if it has one: how many ``periods``, and the ``places`` of its ``latest`` figures (see
    ``at``), the last first. Those with most periods come first; ``series`` tells how many there are, and ``moving`` how many of these have more
    than one period. What has no known region or end is left out.
    """
    clause, values = condition(generation, **where)
    asked = ", ".join(["(?, ?)"] * len(kinds))
    statement = f"""WITH each AS (SELECT measure, unit, region, subject, count(DISTINCT period) AS periods, count(*) AS count,
            list(place ORDER BY period_end DESC, coalesce(period_start, DATE '0001-01-01') DESC, place)[:{int(latest)}] AS places FROM figures
            WHERE {clause} AND (measure, coalesce(unit, '')) IN ({asked}) AND region IS NOT NULL AND period_end IS NOT NULL GROUP BY ALL)
        SELECT * EXCLUDE (count), count(*) OVER kind AS series, count(*) FILTER (periods > 1) OVER kind AS moving FROM each
        WINDOW kind AS (PARTITION BY measure, unit)
        QUALIFY row_number() OVER (kind ORDER BY periods DESC, count DESC, region, coalesce(subject, '')) <= {int(most)}
        ORDER BY measure, unit, periods DESC, count DESC, region, coalesce(subject, '')"""
    return _rows(generation, statement, [*values, *(word for kind in kinds for word in kind)])


def at(generation: Generation, places: Sequence[int]) -> dict[int, Row]:
    """Give the figures at these places, with what is drawn of them."""
    columns = _names("observations", [name for name in rows_names("observations") if name not in _NOT_DRAWN])
    found = _rows(generation, f"SELECT place, {columns} FROM figures WHERE place IN (SELECT unnest(?::INTEGER[]))", [[*places]])
    return {row.pop("place"): row for row in found}


def alike(generation: Generation, places: Sequence[int], most: int, **where: Unpack[Where]) -> list[int]:
    """Give the places of a filter's figures that tell of the same (indicator, region, period, …) as those at some places; the ``most`` largest."""
    clause, values = condition(generation, **where)
    statement = f"""SELECT place FROM figures WHERE {clause} AND fact IN
        (SELECT fact FROM figures WHERE place IN (SELECT unnest(?::INTEGER[])) AND fact IS NOT NULL) ORDER BY place LIMIT {int(most)}"""
    return [row["place"] for row in _rows(generation, statement, [*values, [*places]])]


def sources(generation: Generation, **where: Unpack[Where]) -> list[Row]:
    """Give the reports that a filter's figures come from, as ``source``, ``published`` and ``report_id``, each once and in order."""
    clause, values = condition(generation, **where)
    return _rows(generation, f"SELECT DISTINCT source, published, report_id FROM figures WHERE {clause} ORDER BY ALL", values)


def newest(generation: Generation, most: int, **where: Unpack[Where]) -> list[Row]:
    """Give the ``most`` newest figures by day of publication, and with each all others of its sentence that pass the filter."""
    clause, values = condition(generation, **where)
    sentences = f"SELECT sentence FROM figures WHERE {clause} ORDER BY age LIMIT {int(most)}"
    statement = f"SELECT {_names('observations')} FROM observations WHERE sentence IN ({sentences}) AND {clause} ORDER BY age"
    return _rows(generation, statement, [*values, *values])


def most_changed(generation: Generation, most: int, **where: Unpack[Where]) -> list[Row]:
    """Give the largest changes against the year before, in %, of a filter: those whose place and period are known, facts only."""
    clause, values = condition(generation, **where)
    statement = f"""SELECT {_names("observations")} FROM observations WHERE line IN (SELECT line FROM figures WHERE {clause}
        AND measure = 'change' AND unit = '%' AND comparison = 'yoy' AND status = 'actual' AND region IS NOT NULL AND period_end IS NOT NULL
        ORDER BY abs(value) DESC NULLS LAST, age LIMIT {int(most)}) ORDER BY abs(value) DESC, age"""
    return _rows(generation, statement, values)


def disagreeing(generation: Generation, most: int, **where: Unpack[Where]) -> list[Row]:
    """Give figures that several reports tell otherwise: of one indicator, place, period and kind, exact, with values that differ; ``most`` such
    groups, the latest first, the figures of a group (``group``, from 1 on) beside each other.
    """
    clause, values = condition(generation, **where)
    statement = f"""WITH told AS (SELECT line, value, report, period_end, fact FROM figures
            WHERE {clause} AND qualifier = 'exact' AND value IS NOT NULL AND fact IS NOT NULL),
        apart AS (SELECT fact, row_number() OVER (ORDER BY latest DESC, first) AS "group" FROM
            (SELECT fact, max(period_end) AS latest, min(line) AS first FROM told GROUP BY fact
            HAVING min(value) < max(value) AND min(report) < max(report) ORDER BY latest DESC, first LIMIT {int(most)}))
        SELECT "group", {_names("observations")} FROM observations JOIN (SELECT line, "group" FROM told JOIN apart USING (fact)) USING (line)
        ORDER BY "group", line"""
    return _rows(generation, statement, values)


def example(generation: Generation) -> Row | None:
    """Give the figure that shows best how a sentence becomes a row (see ``plainest``), the first of these in the order of the reports; or None."""
    return next(iter(_rows(generation, plainest(_names("observations")))), None)


def figure(generation: Generation, observation_id: str, **where: Unpack[Where]) -> Row | None:
    """Give one figure if it passes a filter; None for one that does not, or is not in the ledger."""
    clause, values = condition(generation, **where)
    statement = f"SELECT {_names('observations')} FROM observations WHERE observation_id = ? AND {clause} LIMIT 1"
    return next(iter(_rows(generation, statement, [observation_id, *values])), None)


def rows(
    generation: Generation,
    *,
    columns: Sequence[str] | None = None,
    order: str | None = None,
    descending: bool = False,
    first: int = 0,
    most: int | None = None,
    **where: Unpack[Where],
) -> list[Row]:
    """Give ``most`` of a filter's figures from the ``first`` on (0 is the first), in the order of a column, of the reports,
    or of their ``place``.

    What is not known comes last either way; figures that are equal in ``order`` stay in the order of the reports.
    """
    return [row for some in batches(generation, columns=columns, order=order, descending=descending, first=first, most=most, **where) for row in some]


def batches(
    generation: Generation,
    *,
    columns: Sequence[str] | None = None,
    order: str | None = None,
    descending: bool = False,
    first: int = 0,
    most: int | None = None,
    **where: Unpack[Where],
) -> Iterator[list[Row]]:
    """Give what ``rows`` gives, some thousands at a time, so that a million need not be held at once."""
    clause, values = condition(generation, **where)
    key = {None: "line", "place": "place", "value": "coalesce(value, low, high)"}.get(order) or _names("observations", [str(order)])
    ordered = f"ORDER BY {key} {'DESC' if descending else 'ASC'} NULLS LAST, line"
    if most is not None or first:  # their lines first: whole rows need not be put in order then
        limit = f"LIMIT {int(most)}" if most is not None else ""
        clause = f"line IN (SELECT line FROM figures WHERE {clause} {ordered} {limit} OFFSET {int(first)})"
    table = "figures" if columns and "excerpt" not in columns else "observations"
    statement = f"SELECT {_names('observations', columns)} FROM {table} WHERE {clause} {ordered}"
    with _asking(generation) as cursor:
        for batch in cursor.sql(statement, params=values).to_arrow_reader(_BATCH):
            yield batch.to_pylist()


def reports(
    generation: Generation,
    *,
    words: str = "",
    order: str | None = None,
    descending: bool = False,
    first: int = 0,
    most: int | None = None,
    **where: Unpack[Where],
) -> list[Row]:
    """Give the list of reports without their texts, with a filter those that have figures in it, and with ``words`` those that have all of
    them in their file name or a headline; in the order of one of ``listing.ORDERS``. What else a row has is told at ``listing.page``.
    """
    clause, values = condition(generation, **where)
    limit = f"{f'LIMIT {int(most)}' if most is not None else ''} OFFSET {int(first)}"
    return _rows(generation, *listing.page(clause, values, words, order, descending, limit))


def report_count(generation: Generation, words: str = "", **where: Unpack[Where]) -> int:
    """Give how many reports ``reports`` has for a filter and words."""
    counted: int = _rows(generation, *listing.count(*condition(generation, **where), words))[0]["count"]
    return counted


def of_report(
    generation: Generation, report_id: str, table: str, *, columns: Sequence[str] | None = None, within: one_report.Within | None = None
) -> list[Row]:
    """Give one report's rows of a table: its text (``reports``), ``articles``, ``observations`` or ``refusals``; with ``within`` those in a part
    of the text.
    """
    return _rows(generation, *one_report.rows(_names(table, columns), table, report_id, within))


def paragraphs(generation: Generation, report_id: str, offset: int) -> list[Row]:
    """Give the paragraph of a report's place and its neighbours, as an article of only these: see ``one_report.paragraphs``; none for a headline."""
    return _rows(generation, *one_report.paragraphs(report_id, offset))


def steps(generation: Generation, report_id: str, observation_id: str) -> Row:
    """Give which figure of a report one is, and the ids of the one before it and the one after: see ``one_report.steps``."""
    return _rows(generation, *one_report.steps(report_id, observation_id))[0]


def bearing(generation: Generation, words: str) -> frozenset[str]:
    """Give the ids of the reports whose text holds ``words``, wherever its lines end."""
    statement = r"SELECT report_id FROM reports WHERE contains(text, ?) AND contains(regexp_replace(text, '\s', '', 'g'), ?)"
    return frozenset(row["report_id"] for row in _rows(generation, statement, [words[0], words]))


def _names(table: str, columns: Sequence[str] | None = None) -> str:
    known = rows_names(table)
    if unknown := [name for name in columns or () if name not in known]:
        raise ValueError(f"{table} has no column {', '.join(unknown)}")
    return ", ".join(f'"{name}"' for name in (known if columns is None else columns))


def _rows(generation: Generation, statement: str, values: Sequence[object] = ()) -> list[Row]:
    found: list[Row] = _ask(generation, statement, values).to_pylist()
    return found


def _ask(generation: Generation, statement: str, values: Sequence[object] = ()) -> pa.Table:
    with _asking(generation) as cursor:
        return cursor.sql(statement, params=[*values]).to_arrow_table()


@contextmanager
def _asking(generation: Generation) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        with index.cursor(generation) as cursor:
            yield cursor
    except (duckdb.IOException, duckdb.SerializationException, duckdb.FatalException) as error:
        raise index.damaged(generation) from error
