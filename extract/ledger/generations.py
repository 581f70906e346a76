"""Generations: complete sets of tables on disk, written once and never changed.

::

    <root>/parts/<table>/<hash>.parquet    one part per report and table, named by its content
    <root>/generations/<hash>.json         which parts make one generation, named by its content
    <root>/CURRENT                         the name of the generation in force

Files are written under a temporary name, synced and renamed: a reader sees a whole file or none, and a retry is harmless.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from threading import get_ident

import pyarrow as pa
import pyarrow.parquet as pq

from extract.ledger import tables
from extract.ledger.intake import once
from extract.models import Extraction


class LedgerError(RuntimeError):
    """The ledger on disk is not whole; says which file, and what to do."""


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


@lru_cache(maxsize=4)  # a page asks for it at every run, and a manifest of 20,000 reports takes a while to read
def generation(root: Path, name: str) -> Generation:
    """Give the generation of that name. Raises LedgerError where there is none, or it is not as it was written."""
    path = _manifest(root, name)
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise missing(path) from error
    if _hash(content) != name:
        raise missing(path)
    manifest = json.loads(content)
    entries = tuple(Entry(**entry) for entry in manifest["reports"])
    return Generation(root, name, manifest["extractor"], manifest["settings"], entries)


def whole(entry: Entry, root: Path) -> bool:
    """Tell whether every part of a report is on disk as it was written."""
    return all(as_written(_part(root, table, name)) for table, name in entry.parts.items())


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


def _write_part(root: Path, table: str, rows: pa.Table) -> str:
    buffer = pa.BufferOutputStream()
    pq.write_table(rows, buffer, compression="zstd")
    content = buffer.getvalue().to_pybytes()
    name = _hash(content)
    path = _part(root, table, name)
    if not as_written(path):
        write_whole(path, content)
    return name


def as_written(path: Path) -> bool:
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


def missing(path: Path) -> LedgerError:
    """Give the error of a file that is not as it was written."""
    return LedgerError(f"{path} is missing or damaged: run `python -m extract` to read the reports again")
