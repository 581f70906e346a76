"""The indicators that go by one name across reports: ``化解各类矛盾纠纷`` is disputes_resolved, topic disputes."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from extract.lexicon import FOLDER, any_of


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
    found = [(len(match.group(1)), -match.start(), match.group(1)) for match in _pattern().finditer(indicator)]
    return _by_word()[max(found)[2]] if found else None


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
def _pattern() -> re.Pattern[str]:
    """Each word where it stands, overlapping ones too: 110接警 and 接警."""
    return re.compile(f"(?=({any_of(_by_word())}))")
