"""Plain text files → their text, or the plain reason why they cannot be read."""

from extract.documents.decode import decode

# The first bytes of what people rename to .txt by mistake.
_OTHERS = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"), (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"), (b"\xd0\xcf\x11\xe0", "an old Office file"), (b"\x1f\x8b", "a compressed file"),
    (b"II*\x00", "a TIFF picture"), (b"MM\x00*", "a TIFF picture"), (b"SQLite format 3", "a database"),
)  # fmt: skip


class Unreadable(ValueError):
    """A file that holds no text we can read; the message says what it is and what to do."""


def read_text(data: bytes) -> tuple[str, str]:
    """Give (text, encoding) of a text file's bytes, with ``\\n`` line ends and nothing else changed. Raises Unreadable."""
    if not data.strip():
        raise Unreadable("the file is empty; put the report's text into it, or remove it")
    for magic, what in _OTHERS:
        if data.startswith(magic):
            raise Unreadable(f"this is {what}, not text; save the report's words as a text file and add that")
    decoded = decode(data)
    controls = sum(character < " " and character not in "\t\n\r\f\v" for character in decoded.text[:100_000])
    if controls > 8 + len(decoded.text[:100_000]) // 200:
        raise Unreadable("this is no text (it is full of control characters); save the report's words as a text file and add that")
    if decoded.damaged > 8 + len(decoded.text) // 20:
        raise Unreadable(f"the bytes fit no Chinese encoding (the best was {decoded.encoding}); save the file again as UTF-8")
    return decoded.text.replace("\r\n", "\n").replace("\r", "\n"), decoded.encoding
