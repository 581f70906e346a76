"""Generations: complete sets of tables on disk, written once and never changed; read with DuckDB.

::

    <root>/parts/<table>/<hash>.parquet    one part per report and table, named by its content
    <root>/generations/<hash>.json         which parts make one generation, named by its content
    <root>/CURRENT                         the name of the generation in force

Files are written under a temporary name, synced and renamed: a reader sees a whole file or none, and a retry is harmless.
A query takes one generation and never looks at ``CURRENT`` again. This is the only module that knows Parquet and DuckDB.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from threading import get_ident
from typing import TypedDict, Unpack

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from extract.ledger import tables
from extract.ledger.intake import once
from extract.models import Extraction

FACETS = ("region", "topic", "indicator", "measure", "status", "source", "year")
SURE = 0.9  # confidence: README tells how often such rows are right


class LedgerError(RuntimeError):
    """The ledger on disk is not whole; says which file, and what to do."""


class Where(TypedDict, total=False):
    """A filter of observations; what is left out or None lets everything pass.

    ``region`` is a code, with all places ``within`` it unless told otherwise (331100 takes 331181, 100000 every known
    region); ``indicator`` a canonical id or the report's words; a period passes where it meets ``period_from`` to ``period_to``;
    ``q`` are words that must all stand in the sentence or the indicator; ``sure`` leaves rows with a confidence of at least SURE.
    """

    region: str | None
    within: bool
    topic: str | None
    indicator: str | None
    measure: str | None
    status: str | None
    period_from: date | None
    period_to: date | None
    q: str | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of a generation: where it came from, whether it could be read, and its part in each table that has rows."""

    report_id: str
    source: str
    path: str | None
    text_id: str
    status: str
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Generation:
    """One complete set of tables; ``name`` is the hash of its manifest, ``extractor`` the version that read the reports."""

    root: Path
    name: str
    extractor: str
    settings: Mapping[str, str | None]
    entries: tuple[Entry, ...]

    @property
    def unread(self) -> tuple[Entry, ...]:
        """The reports that could not be read; ``status`` says why."""
        return tuple(entry for entry in self.entries if entry.status != "read")

    def parts(self, table: str) -> list[str]:
        """Give the files that make up a table."""
        names = (entry.parts[table] for entry in self.entries if table in entry.parts)
        return [str(_part(self.root, table, name)) for name in names]


def write(extractions: Iterable[Extraction], root: Path, *, extractor: str, settings: Mapping[str, str | None] | None = None) -> Generation:
    """Write what was read out of reports as a generation and make it the current one.

    A report's parts are written as it comes. A report with a text that came before is listed, and its figures not repeated.
    """
    entries = [keep(extraction, root, same_as=same_as) for extraction, same_as in once(extractions)]
    return publish(entries, root, extractor=extractor, settings=settings)


def keep(extraction: Extraction, root: Path, *, same_as: str | None = None) -> Entry:
    """Write the parts of one report. Raises SchemaError for rows that the tables do not take."""
    report = extraction.report
    found = tables.tables(extraction, same_as=same_as)
    parts = {table: _write_part(root, table, rows) for table, rows in found.items() if rows.num_rows}
    return Entry(report.report_id, report.source, report.path, report.text_id, report.status, parts)


def keep_duplicate(entry: Entry, root: Path, first: str) -> Entry:
    """Write a report's part anew as one whose text was read before, in the report named ``first``."""
    listed = pq.read_table(_part(root, "reports", entry.parts["reports"]))
    parts = {"reports": _write_part(root, "reports", tables.as_duplicate(listed, first))}
    return Entry(entry.report_id, entry.source, entry.path, entry.text_id, entry.status, parts)


def publish(entries: Iterable[Entry], root: Path, *, extractor: str, settings: Mapping[str, str | None] | None = None) -> Generation:
    """Write the manifest of a generation and make it the current one."""
    ordered = tuple(sorted(entries, key=lambda entry: (entry.path or entry.source, entry.report_id)))
    chosen = dict(settings or {})
    manifest = {"extractor": extractor, "settings": chosen, "reports": [asdict(entry) for entry in ordered]}
    content = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True).encode()
    name = _hash(content)
    write_whole(_manifest(root, name), content)
    write_whole(root / "CURRENT", f"{name}\n".encode())
    return Generation(root, name, extractor, chosen, ordered)


def current(root: Path) -> Generation | None:
    """Give the generation in force, or None where nothing was read yet. Raises LedgerError where it is not whole."""
    try:
        name = (root / "CURRENT").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    return generation(root, name)


def generation(root: Path, name: str) -> Generation:
    """Give the generation of that name. Raises LedgerError where there is none, or it is not as it was written."""
    path = _manifest(root, name)
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise _damaged(path) from error
    if _hash(content) != name:
        raise _damaged(path)
    manifest = json.loads(content)
    entries = tuple(Entry(**entry) for entry in manifest["reports"])
    return Generation(root, name, manifest["extractor"], manifest["settings"], entries)


def whole(entry: Entry, root: Path) -> bool:
    """Tell whether every part of a report is on disk as it was written."""
    return all(_as_written(_part(root, table, name)) for table, name in entry.parts.items())


def load(generation: Generation, table: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """Give a table, or some of its columns, in the order of the reports. Raises LedgerError where a part is missing."""
    wanted = tables.schema(table).names if columns is None else columns
    return _query(generation, table, f"SELECT {_names(table, wanted)} FROM part", [])


def select(generation: Generation, **where: Unpack[Where]) -> pd.DataFrame:
    """Give the observations that pass a filter, in the order of the reports; see ``Where``."""
    clause, values = _condition(**where)
    columns = _names("observations", tables.schema("observations").names)
    return _query(generation, "observations", f"SELECT {columns} FROM part WHERE {clause}", values)


def counts(generation: Generation, by: str, **where: Unpack[Where]) -> pd.DataFrame:
    """Give how many observations of a filter each region, topic, … has, as columns ``value`` and ``count``, in order of value.

    A region counts what holds in it and in the places within it: a figure of 331181 counts for 100000, 330000, 331100
    and 331181. A year counts what holds in any part of it. What is not known is counted as no value at all. ``by`` is one of FACETS.
    """
    if by not in FACETS:
        raise ValueError(f"no counts by {by!r}: choose one of {', '.join(FACETS)}")
    clause, values = _condition(**where)
    value = {
        "region": "unnest(list_distinct(['100000', region[:2] || '0000', region[:4] || '00', region[:6], region]))",
        "indicator": "coalesce(indicator_id, indicator)",
        "year": "CAST(unnest(range(year(coalesce(period_start, period_end)), year(period_end) + 1)) AS VARCHAR)",
    }.get(by, by)
    statement = f"""SELECT value, count(*) AS count FROM (SELECT {value} AS value FROM part
        WHERE ({clause}) AND {"period_end" if by == "year" else by} IS NOT NULL) GROUP BY value ORDER BY value"""
    return _query(generation, "observations", statement, values)


def _condition(
    *,
    region: str | None = None,
    within: bool = True,
    topic: str | None = None,
    indicator: str | None = None,
    measure: str | None = None,
    status: str | None = None,
    period_from: date | None = None,
    period_to: date | None = None,
    q: str | None = None,
    sure: bool = False,
) -> tuple[str, list[object]]:
    """Give a filter as an SQL condition and its values."""
    clauses: list[tuple[str, object]] = []
    if region and within:
        clauses.append(("starts_with(region, ?)", _prefix(region)))
    elif region:
        clauses.append(("region = ?", region))
    if indicator:
        clauses.append(("? IN (indicator_id, indicator)", indicator))
    clauses += [(f"{name} = ?", value) for name, value in (("topic", topic), ("measure", measure), ("status", status)) if value]
    if period_from:
        clauses.append(("period_end >= ?", period_from))
    if period_to:
        clauses.append(("coalesce(period_start, period_end) <= ?", period_to))
    clauses += [("confidence >= ?", SURE)] if sure else []
    clauses += [("contains(lower(concat(indicator, ' ', excerpt)), lower(?))", word) for word in (q or "").split()]
    return " AND ".join(clause for clause, _ in clauses) or "true", [value for _, value in clauses]


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader, or a machine that stops, finds all of it or what was there before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _prefix(region: str) -> str:
    """330000 holds all codes that begin with 33, 331100 with 3311; 100000 holds all."""
    if region == "100000":
        return ""
    for zeros in ("0000", "00"):
        if len(region) == 6 and region.endswith(zeros):
            return region.removesuffix(zeros)
    return region


def _query(generation: Generation, table: str, statement: str, values: list[object]) -> pd.DataFrame:
    parts = generation.parts(table)
    source = "read_parquet(?)" if parts else "nothing"
    with duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"}) as connection:
        connection.register("nothing", tables.schema(table).empty_table())
        try:
            found = connection.sql(f"WITH part AS (FROM {source}) {statement}", params=[*([parts] if parts else []), *values])
            return tables.frame(found.to_arrow_table())
        except duckdb.Error as error:
            broken = next((path for path in map(Path, parts) if not _as_written(path)), None)
            raise _damaged(broken) if broken else error from error


def _names(table: str, columns: Sequence[str]) -> str:
    if unknown := [name for name in columns if name not in tables.schema(table).names]:
        raise ValueError(f"{table} has no column {', '.join(unknown)}")
    return ", ".join(f'"{name}"' for name in columns)


def _write_part(root: Path, table: str, rows: pa.Table) -> str:
    buffer = pa.BufferOutputStream()
    pq.write_table(rows, buffer, compression="zstd")
    content = buffer.getvalue().to_pybytes()
    name = _hash(content)
    path = _part(root, table, name)
    if not _as_written(path):
        write_whole(path, content)
    return name


def _as_written(path: Path) -> bool:
    """Tell whether a part is there with the content that gave it its name."""
    try:
        return _hash(path.read_bytes()) == path.stem
    except OSError:
        return False


def _part(root: Path, table: str, name: str) -> Path:
    return root / "parts" / table / f"{name}.parquet"


def _manifest(root: Path, name: str) -> Path:
    return root / "generations" / f"{name}.json"


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:20]


def _damaged(path: Path) -> LedgerError:
    return LedgerError(f"{path} is missing or damaged: run `python -m extract` to read the reports again")
