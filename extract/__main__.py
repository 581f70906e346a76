"""``python -m extract``: reports in, figures out; to the ledger, to files, or to standard output."""

import argparse
import io
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import groupby
from pathlib import Path

from extract.ledger import files
from extract.ledger.bar import among, bar
from extract.ledger.intake import REPORTS, NotFound, find_reports, once, read_reports
from extract.ledger.rows import TABLES
from extract.models import Extraction, Observation, Refusal

FORMATS = ("parquet", "csv", "jsonl")
Unread = list[tuple[str, str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give 0, or 1 where a report could not be read, which is then told on standard error."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    _refuse_contradictions(parser, chosen)
    try:
        unread = _run(chosen)
    except BrokenPipeError:  # the reader of our output has seen enough, as `| head` does; leave nothing to be flushed into it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except BrokenProcessPool:
        parser.exit(1, "a reading process was killed, for want of memory perhaps: run again with fewer --workers\n")
    except NotFound as error:
        parser.error(f"{error}: name report files or folders; without any, {REPORTS}/ in the working folder is read")
    except OSError as error:
        parser.error(f"{error.filename}: {error.strerror}")
    for source, reason in unread:
        print(f"not read: {source}: {reason.removeprefix('unreadable: ')}", file=sys.stderr)
    return 1 if unread else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m extract",
        description="Read the figures out of Chinese public-safety reports. Without -o and --format they go to the ledger "
        "in data/ledger, where the pages find them.",
    )
    add = parser.add_argument
    add("paths", metavar="PATH", nargs="*", type=Path, help=f"report files or folders (default: {REPORTS})")
    add("-o", dest="folder", metavar="DIR", type=Path, help="write DIR/<table>.<format>, all four tables unless --table names one")
    add("--format", choices=FORMATS, help="with -o: of the files (default: parquet); without: print the table (csv or jsonl)")
    add("--table", choices=TABLES, help="which table to print or write (printed by default: observations)")
    add("--published", metavar="YYYY-MM-DD", type=_day, help="the day the reports were published, where you know it")
    add("--explain", action="store_true", help="print each sentence with its figures (and the rule) and its other numbers (and the reason)")
    add("--workers", metavar="N", type=_count, default=1, help="read N reports at the same time (default: 1)")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day: write it as 2018-07-18") from None


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes: write 1 or more")
    return int(text)


def _refuse_contradictions(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> None:
    if chosen.explain and (chosen.folder or chosen.format or chosen.table):
        parser.error("--explain prints its own text: leave out -o, --format and --table")
    if chosen.format == "parquet" and not chosen.folder:
        parser.error("parquet cannot be printed: say where to with -o DIR, or choose csv or jsonl")
    if chosen.table and not chosen.folder and not chosen.format:
        parser.error("--table prints with --format csv or jsonl, and writes a file with -o DIR: add one of them")


def _run(chosen: argparse.Namespace) -> Unread:
    paths = chosen.paths or [REPORTS]
    if not (chosen.explain or chosen.format or chosen.folder):
        return _to_ledger(paths, chosen)
    found = find_reports(paths)
    unread: Unread = []
    extractions = _noting(found, chosen, unread)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    if chosen.explain:
        for extraction in extractions:
            sys.stdout.writelines(line + "\n" for line in _explained(extraction))
    elif chosen.folder:
        files.write_tables(once(extractions), [chosen.table] if chosen.table else TABLES, chosen.format or "parquet", chosen.folder)
    else:
        files.print_table(once(extractions), chosen.table or "observations", chosen.format, sys.stdout)
    sys.stdout.flush()
    return unread


def _to_ledger(paths: Sequence[Path], chosen: argparse.Namespace) -> Unread:
    from extract.ledger.update import LEDGER, update  # brings pandas and DuckDB, which printing does without

    with bar() as progress:
        made = update(paths, LEDGER, published=chosen.published, workers=chosen.workers, progress=progress)
    print(f"{LEDGER}: {len(made.entries)} reports, generation {made.name}")
    return [(entry.path or entry.source, entry.status) for entry in made.unread]


def _noting(found: Sequence[Path], chosen: argparse.Namespace, unread: Unread) -> Iterator[Extraction]:
    """Read reports, showing how far we are and noting in ``unread`` those that could not be read."""
    with bar(shown=not sys.stdout.isatty()) as progress:  # rows and a bar would run into each other
        for extraction in read_reports(found, published=chosen.published, workers=chosen.workers, progress=among(found, progress)):
            report = extraction.report
            if report.status != "read":
                unread.append((report.path or report.source, report.status))
            yield extraction
        if found:
            progress(len(found), len(found), found[-1].name, 0.0)


def _explained(extraction: Extraction) -> Iterator[str]:
    """Give a report's sentences that hold numbers, each with what became of them."""
    report = extraction.report
    yield f"{report.source}: published {report.published or 'unknown'} ({report.published_basis or 'nothing tells'}), {report.status}"
    numbers: list[Observation | Refusal] = sorted((*extraction.observations, *extraction.refusals), key=lambda number: number.start)
    for excerpt, inside in groupby(numbers, key=lambda number: number.excerpt):
        yield f"\n  {' '.join(excerpt.split())}"
        for number in inside:
            yield f"    {_figure(number) if isinstance(number, Observation) else f'- {number.text}: {number.reason}'}"
    yield ""


def _figure(row: Observation) -> str:
    size = f"{row.low:g} to {row.high:g}" if row.value is None and row.low is not None and row.high is not None else f"{row.value}"
    what = [row.subject, row.indicator, row.measure, row.qualifier, size, row.unit, row.comparison, row.status]
    where = f"{row.region_name or 'region unknown'} ({row.region_basis or '-'})"
    when = f"{row.period or 'period unknown'} ({row.period_basis or '-'})"
    return f"+ {row.text}: {' '.join(part for part in what if part)} | {where} | {when} | rule {row.rule}, {row.confidence:.2f}"


if __name__ == "__main__":
    sys.exit(main())
