"""Brings the ledger up to date with the reports: reads what is new or changed, and writes a generation."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path

from extract import __version__
from extract.ledger import store
from extract.ledger.bar import TotalProgress, among
from extract.ledger.intake import find_reports, read_reports
from extract.ledger.store import Entry, Generation
from extract.models import Extraction

LEDGER = Path("data/ledger")

_PACKAGE = Path(__file__).parents[1]
_KNOWLEDGE = (_PACKAGE, _PACKAGE.parent / "data" / "divisions")  # what a reading depends on, besides the report


def update(
    paths: Sequence[Path], root: Path = LEDGER, *, published: date | None = None, workers: int = 1, progress: TotalProgress | None = None
) -> Generation:
    """Read the reports in ``paths`` (files and folders) and make a generation of exactly these the current one.

    A report that was read before, from the same bytes by the same extractor, is not read again, so a retry or a resume is
    cheap. ``progress`` is told before each report that is read how many are done, of how many, the file's name, and 0; while a long
    one is read, the share of it that has been, and 1 before it is written down; at last that all reports are done. Reports that could
    not be read are in ``unread`` of what comes back. Raises NotFound for a path that is not there.
    """
    files = find_reports(paths)
    settings = {"published": published.isoformat() if published else None}
    keys = {path: _key(path, settings) for path in files}
    known = {path: entry for path in files if (entry := _recall(root, keys[path]))}
    new = [path for path in files if path not in known]
    told = among(files, progress) if progress else None
    fresh = _read_new(new, root, keys, read_reports(new, published=published, workers=workers, progress=told))
    entries: list[Entry] = []
    first: dict[str, str] = {}
    for path in files:
        entry = known.get(path) or next(fresh)
        if entry.status == "read" and entry.text_id in first:
            entry = store.keep_duplicate(entry, root, first[entry.text_id])
        elif entry.status == "read":
            first[entry.text_id] = entry.report_id
        entries.append(entry)
    if progress and files:
        progress(len(files), len(files), files[-1].name, 0.0)
    made = store.publish(entries, root, extractor=extractor(), settings=settings)
    store.ready(made)  # so that no reader waits for it
    return made


@cache
def extractor() -> str:
    """Give the extractor's version: its number, and a hash of the code, word lists and gazetteer it reads with.

    So a new row in a word list is a new version, and reports are read again with it.
    """
    known = hashlib.sha256()
    for folder in _KNOWLEDGE:
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and inside.parts[0] != "ledger" and path.suffix != ".pyc":
                known.update(f"{inside.as_posix()}\n{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return f"{__version__}+{known.hexdigest()[:8]}"


def _read_new(paths: Sequence[Path], root: Path, keys: dict[Path, str], extractions: Iterator[Extraction]) -> Iterator[Entry]:
    for path, extraction in zip(paths, extractions, strict=True):
        entry = store.keep(extraction, root)
        if entry.status == "read":  # what could not be read may be readable tomorrow
            store.write_whole(_slip(root, keys[path]), json.dumps(asdict(entry), ensure_ascii=False).encode())
        yield entry


def _recall(root: Path, key: str) -> Entry | None:
    """Give the entry of a report read before, if its parts are still there as they were written."""
    try:
        entry = Entry(**json.loads(_slip(root, key).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
    return entry if store.whole(entry, root) else None


def _key(path: Path, settings: dict[str, str | None]) -> str:
    """Give a name for one reading: of these bytes under this file name, by this extractor, with these settings."""
    try:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        content = str(error)
    parts = (content, path.as_posix(), extractor(), settings)
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:20]


def _slip(root: Path, key: str) -> Path:
    return root / "read" / f"{key}.json"
