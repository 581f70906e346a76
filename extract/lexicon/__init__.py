"""The word lists the rules are built from: read once, each entry with examples that prove it.

A list is a CSV file beside this one. ``examples`` and ``counterexamples`` hold short sentences of our own, parted by
``|``; the words an entry must find are marked ``⟦…⟧`` in them, and a test tries every one.
"""

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Give the entries of ``lexicon/<name>.csv`` in their order, each a column → text mapping."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def words(name: str, **where: str) -> tuple[str, ...]:
    """Give the ``word`` column of a list, of the entries whose columns equal ``where``."""
    return tuple(row["word"] for row in rows(name) if all(row[column] == value for column, value in where.items()))


def any_of(entries: Iterable[str]) -> str:
    """Give a regex that matches any of the entries literally, the longest first (余额 before 余)."""
    return either((entry, re.escape(entry[1:])) for entry in sorted(set(entries), key=lambda word: (-len(word), word)))


def either(entries: Iterable[tuple[str, str]]) -> str:
    """Give a regex of words, each with what its first character is followed by: most fall out by that character at once."""
    rests: dict[str, list[str]] = {}
    for word, rest in entries:
        rests.setdefault(word[:1], []).append(rest)
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()) + ")"
