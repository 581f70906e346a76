"""Files → reports: one file a format. What cannot be read comes back as a report that says why."""

import hashlib
from pathlib import Path

from extract.documents.text import Unreadable, read_text
from extract.folding import fold
from extract.models import Report

FORMATS = {".txt": read_text, ".md": read_text, ".text": read_text, "": read_text}


def report_of(text: str, source: str | None = None) -> Report:
    """Give the report of a text in hand; ``source`` is its name. Line ends become ``\\n``, nothing else changes."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    data = text.encode("utf-8", errors="surrogatepass")
    return Report(_key(data), source or "text", text, text_id(text), "read", encoding="utf-8", size=len(data))


def read(path: Path) -> Report:
    """Read a file. Never raises for what a file holds: a status ``unreadable: …`` says in plain words what is wrong."""
    try:
        data = path.read_bytes()
    except IsADirectoryError:
        return _unreadable(path, b"", "this is a folder, not a file")
    except OSError as error:
        return _unreadable(path, b"", f"the file cannot be opened ({error.strerror or error})")
    reader = FORMATS.get(path.suffix.lower())
    if reader is None:
        return _unreadable(path, data, f"{path.suffix} files are not read yet; save the report as a text file (.txt)")
    try:
        text, encoding = reader(data)
    except Unreadable as error:
        return _unreadable(path, data, str(error))
    return Report(_key(data), path.name, text, text_id(text), "read", path=str(path), encoding=encoding, size=len(data))


def text_id(text: str) -> str:
    """Give the key of a text that re-flowing, re-encoding and copying do not move: white space and width count for nothing."""
    return _key("".join(fold(text).split()).encode("utf-8", errors="surrogatepass"))


def _key(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:20]


def _unreadable(path: Path, data: bytes, why: str) -> Report:
    return Report(_key(data or str(path).encode()), path.name, "", _key(b""), f"unreadable: {why}", path=str(path), size=len(data))
