"""What was read out of reports, as four tidy tables with checked columns, and the views made of them.

In pandas frames dates are ``datetime.date``, spans lists of dicts, and what is not known is missing (``pandas.isna``).
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from itertools import chain
from math import isfinite
from typing import Any, cast, get_args

import pandas as pd
import pyarrow as pa

from extract import lexicon
from extract.ledger.rows import COLUMNS, TABLES, Row, names, rows
from extract.models import Comparison, Extraction, Measure, Qualifier, Status

TOPICS = (
    "crime", "policing", "forces", "courts", "drugs", "fraud", "traffic", "fire", "disasters", "border",
    "disputes", "population", "area", "money", "discipline", "surveillance", "other",
)  # fmt: skip

_SPAN = pa.struct([("start", pa.int64()), ("end", pa.int64())])
_ROLE_SPAN = pa.struct([("role", pa.string()), ("start", pa.int64()), ("end", pa.int64())])
_TYPES = {
    "text": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "date": pa.date32(),
    "spans": pa.list_(_ROLE_SPAN),
    "paragraphs": pa.list_(pa.list_(_SPAN)),
}
_PYTHON: dict[str, type | tuple[type, ...]] = {
    "text": str,
    "int": int,
    "float": (float, int),
    "date": date,
    "spans": list,
    "paragraphs": list,
}
_ALLOWED: dict[tuple[str, str], tuple[str, ...]] = {
    ("observations", "topic"): TOPICS,
    ("observations", "measure"): get_args(Measure),
    ("observations", "qualifier"): get_args(Qualifier),
    ("observations", "comparison"): get_args(Comparison),
    ("observations", "status"): get_args(Status),
    ("articles", "kind"): ("story", "caption"),
}


class SchemaError(ValueError):
    """A row that the tables do not take; says table, column, row and value."""


@cache
def schema(table: str) -> pa.Schema:
    """Give the columns of a table with their types; a column that is never missing is not nullable."""
    return pa.schema([pa.field(name, _TYPES[kind], nullable=optional) for name, kind, optional in _columns(table)])


def tables(extraction: Extraction, *, same_as: str | None = None) -> dict[str, pa.Table]:
    """Give the four tables of one report, checked; ``same_as`` as in ``rows``. Raises SchemaError."""
    found = {table: rows(extraction, table, same_as=same_as) for table in TABLES}
    text = extraction.report.text
    for table, lines in found.items():
        for number, row in enumerate(lines):
            _check(table, number, row, text)
    return {table: pa.Table.from_pylist(lines, schema=schema(table)) for table, lines in found.items()}


def frames(extractions: Iterable[Extraction]) -> dict[str, pd.DataFrame]:
    """Give the four tables of several reports as pandas frames, checked. Raises SchemaError."""
    parts = [tables(extraction) for extraction in extractions]
    return {table: frame(pa.concat_tables([schema(table).empty_table(), *(part[table] for part in parts)])) for table in TABLES}


def frame(table: pa.Table) -> pd.DataFrame:
    """Give an Arrow table as a pandas frame: dates stay dates, whole numbers that may be missing are Int64."""
    optional = {name: "Int64" for name in ("title_start", "title_end") if name in table.column_names}
    found: pd.DataFrame = table.to_pandas(date_as_object=True)
    return found.astype(optional)


def as_duplicate(reports: pa.Table, first: str) -> pa.Table:
    """Give a report's row of ``reports`` as that of a report whose text was read before, in the report named ``first``."""
    row = reports.to_pylist()[0] | {"same_as": first, "articles": 0, "observations": 0, "refusals": 0}
    return pa.Table.from_pylist([row], schema=schema("reports"))


def crime_changes(observations: pd.DataFrame) -> pd.DataFrame:
    """Give the percentage changes of crime indicators: 刑事立案 −61 %."""
    return observations[(observations.topic == "crime") & (observations.measure == "change") & (observations.unit == "%")]


def forces(observations: pd.DataFrame) -> pd.DataFrame:
    """Give how many volunteers, teams, patrols and grid workers there are: 平安志愿者队伍 626 支."""
    return observations[(observations.topic == "forces") & (observations.measure == "level")]


def areas(observations: pd.DataFrame) -> pd.DataFrame:
    """Give the sizes of places: 3059 平方公里."""
    units = {entry["unit"] for entry in lexicon.rows("units") if entry["kind"] == "area"}
    return observations[(observations.measure == "level") & observations.unit.isin(units)]


VIEWS: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {"crime_changes": crime_changes, "forces": forces, "areas": areas}


@cache
def _columns(table: str) -> tuple[tuple[str, str, bool], ...]:
    """Give the columns of a table as name, kind, and whether the value may be missing."""
    columns = (entry.removesuffix("?").split(":") + [entry] for entry in COLUMNS[table].split())
    return tuple((name, kind, entry.endswith("?")) for name, kind, entry in columns)


def _check(table: str, number: int, row: Row, text: str) -> None:
    if [*row] != names(table):
        raise SchemaError(f"{table}, row {number}: columns {[*row]} are not {names(table)}")
    for column, why in chain(_wrong_values(table, row), _wrong_places(table, row, text)):
        raise SchemaError(f"{table}.{column}, row {number}: {row[column]!r} {why}")


def _wrong_values(table: str, row: Row) -> Iterator[tuple[str, str]]:
    """Give each column whose value is not of its kind or not among those allowed, and why."""
    for column, kind, optional in _columns(table):
        value = row[column]
        allowed = _ALLOWED.get((table, column))
        if value is None:
            if not optional:
                yield column, "is missing and may not be"
        elif not isinstance(value, _PYTHON[kind]):
            yield column, f"is no {kind}"
        elif optional and value == "":
            yield column, "is empty: what is not known is None"
        elif isinstance(value, float) and not isfinite(value):
            yield column, "is no number"
        elif allowed and value not in allowed:
            yield column, f"is none of {', '.join(allowed)}"


def _wrong_places(table: str, row: Row, text: str) -> Iterator[tuple[str, str]]:
    """Give what a row of right kinds says that cannot be so, and why."""
    value = cast(Any, row)
    if table == "reports":
        return
    if not 0 <= value["start"] < value["end"] <= len(text):
        yield "end", f"and start {value['start']} are no stretch of a text of {len(text)} characters"
    if table == "articles":
        return
    if (words := text[value["start"] : value["end"]]) != value["text"]:
        yield "text", f"is not what the report has at {value['start']}:{value['end']}, {words!r}"
    if table == "observations":
        yield from _wrong_figures(value, text)


def _wrong_figures(row: Any, text: str) -> Iterator[tuple[str, str]]:
    is_range = row["low"] is not None or row["high"] is not None
    if row["value"] is None and not is_range:
        yield "value", "is missing, and so are low and high: a figure has one or the other"
    if row["value"] is not None and is_range:
        yield "value", "stands beside low or high: a range has no value"
    if None not in (row["low"], row["high"]) and row["low"] > row["high"]:
        yield "low", f"is more than high {row['high']}"
    if not 0 <= row["confidence"] <= 1:
        yield "confidence", "is not from 0 to 1"
    if None not in (row["period_start"], row["period_end"]) and row["period_start"] > row["period_end"]:
        yield "period_start", f"is after period_end {row['period_end']}"
    if any(not 0 <= span["start"] < span["end"] <= len(text) for span in row["spans"]):
        yield "spans", f"reach out of a text of {len(text)} characters"
