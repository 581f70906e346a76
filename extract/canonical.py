"""The indicators that go by one name across reports: ``化解各类矛盾纠纷`` is disputes_resolved, topic disputes."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.lexicon import FOLDER


@dataclass(frozen=True, slots=True)
class Canonical:
    """An indicator of ``lexicon/indicators.toml``; ``iccs`` is its code in the classification of crime, where one corresponds."""

    id: str
    topic: str
    zh: str
    en: str
    words: tuple[str, ...]
    iccs: str | None = None
    examples: tuple[str, ...] = ()


def canonical(indicator: str, kind: str | None) -> Canonical | None:
    """Give the canonical indicator that a report's own words name, or None.

    ``kind`` is the kind of the number's unit: an area is the area of whatever it is said of. Of the words that stand in the
    indicator the longest decides, and of those of one length the first, which tells what was done: 转移 of 转移群众.

    >>> canonical("破获盗窃案件", "count").id
    'theft'
    """
    if kind == "area":
        return indicators()["land_area"]
    found = max(_words_in(indicator), key=len, default=None)
    return _by_word()[found] if found else None


def _words_in(indicator: str) -> Iterator[str]:
    """Give the longest word that begins at each place of an indicator, overlapping ones too: 110接警 and 接警."""
    for start, first in enumerate(indicator):
        for word in _by_first().get(first, ()):
            if indicator.startswith(word, start):
                yield word
                break


@cache
def indicators() -> dict[str, Canonical]:
    """Give all canonical indicators by id, in the order of the lexicon."""
    entries = tomllib.loads((FOLDER / "indicators.toml").read_text(encoding="utf-8"))["indicator"]
    return {
        entry["id"]: Canonical(
            entry["id"], entry["topic"], entry["zh"], entry["en"], tuple(entry["words"]), entry.get("iccs"), tuple(entry["examples"])
        )
        for entry in entries
    }


@cache
def _by_word() -> dict[str, Canonical]:
    return {word: known for known in reversed(indicators().values()) for word in known.words}


@cache
def _by_first() -> dict[str, list[str]]:
    """The words by their first character, the longest first."""
    index: dict[str, list[str]] = {}
    for word in sorted(_by_word(), key=len, reverse=True):
        index.setdefault(word[0], []).append(word)
    return index
