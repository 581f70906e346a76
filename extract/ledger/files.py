"""The tables as files for other programs: JSON lines, CSV or Parquet, one file a table, written as the reports come."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from extract.ledger.rows import as_cells, as_json, names, rows
from extract.models import Extraction

Read = Iterable[tuple[Extraction, str | None]]  # an extraction, and the report that had its text before, if any
_Add = Callable[[Extraction, str | None], None]


def print_table(read: Read, table: str, kind: str, out: TextIO) -> None:
    """Write one table as ``jsonl`` or ``csv`` to an open text stream, each report as it comes."""
    add = _text_writer(table, kind, out)
    for extraction, same_as in read:
        add(extraction, same_as)


def write_tables(read: Read, wanted: Sequence[str], kind: str, folder: Path) -> None:
    """Write ``folder/<table>.<kind>`` for each wanted table; what stood there before is replaced when all is written."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:
        adds = [files.enter_context(_file(table, kind, folder / f"{table}.{kind}")) for table in wanted]
        for extraction, same_as in read:
            for add in adds:
                add(extraction, same_as)


@contextmanager
def _file(table: str, kind: str, path: Path) -> Iterator[_Add]:
    unfinished = path.with_name(f".{path.name}.part")
    try:
        if kind == "parquet":
            yield from _parquet_file(table, unfinished)
        else:
            with unfinished.open("w", encoding="utf-8", newline="") as out:
                yield _text_writer(table, kind, out)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _parquet_file(table: str, path: Path) -> Iterator[_Add]:
    import pyarrow.parquet as pq

    from extract.ledger import tables

    with pq.ParquetWriter(path, tables.schema(table), compression="zstd") as writer:
        yield lambda extraction, same_as: writer.write_table(tables.tables(extraction, same_as=same_as)[table])


def _text_writer(table: str, kind: str, out: TextIO) -> _Add:
    """Spreadsheets know UTF-8 by the mark before the header line, so CSV gets one; JSON lines must have none."""
    if kind == "jsonl":
        return lambda extraction, same_as: out.writelines(as_json(row) + "\n" for row in rows(extraction, table, same_as=same_as))
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(names(table))
    return lambda extraction, same_as: writer.writerows(as_cells(row) for row in rows(extraction, table, same_as=same_as))
