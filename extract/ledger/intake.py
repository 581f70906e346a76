"""Files and folders in, what was read out of each report out; in the order of the files, in one process or several."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from extract import extract_files
from extract.models import Extraction, Report

REPORTS = Path("data/reports")
ReportProgress = Callable[[Path, float], None]  # is told which report is read, and the share of it that has been read


class NotFound(FileNotFoundError):
    """A path that was to be read and is not there."""


def find_reports(paths: Sequence[Path]) -> list[Path]:
    """Give the report files among files and folders, a folder's files sorted; hidden ones are skipped.

    A file named twice comes once. Raises NotFound for a path that is not there.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.rglob("*") if file.is_file())
            found += [file for file in inside if not any(part.startswith(".") for part in file.relative_to(path).parts)]
        elif path.exists():
            found.append(path)
        else:
            raise NotFound(f"there is no file or folder {path}")
    return list(dict.fromkeys(found))


def read_reports(
    paths: Iterable[Path], *, published: date | None = None, workers: int = 1, progress: ReportProgress | None = None
) -> Iterator[Extraction]:
    """Read files one after the other, or with several ``workers`` at the same time; results come in the order of ``paths``.

    ``progress`` is told each report as its turn comes, and with one worker, while a long one is read, how far that is.
    """
    if workers <= 1:
        for path in paths:
            if progress:
                progress(path, 0.0)
            yield _read(path, published, progress)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[tuple[Path, Future[Extraction]]] = deque()

        def first() -> Extraction:
            path, coming = waiting.popleft()
            if progress:
                progress(path, 0.0)
            return coming.result()

        for path in paths:
            waiting.append((path, pool.submit(_read, path, published)))
            if len(waiting) > 4 * workers:  # so that a national archive does not wait in memory
                yield first()
        while waiting:
            yield first()


def once(extractions: Iterable[Extraction]) -> Iterator[tuple[Extraction, str | None]]:
    """Give each extraction with the id of the first report that has the same text, or None where it is the first."""
    first: dict[str, str] = {}
    for extraction in extractions:
        report = extraction.report
        if report.status != "read":
            yield extraction, None
            continue
        yield extraction, first.get(report.text_id)
        first.setdefault(report.text_id, report.report_id)


def _read(path: Path, published: date | None, progress: ReportProgress | None = None) -> Extraction:
    try:
        return next(extract_files([path], published=published, progress=progress))
    except Exception as error:  # noqa: BLE001 - a report that trips the extractor must not stop the others: it is listed, with this reason
        content = path.read_bytes()
        status = f"unreadable: the extractor failed on it ({type(error).__name__}: {error}); please report this"
        empty = hashlib.sha256(b"").hexdigest()[:20]
        return Extraction(Report(hashlib.sha256(content).hexdigest()[:20], path.name, "", empty, status, path=path.as_posix(), size=len(content)))
