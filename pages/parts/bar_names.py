"""What stands above a bar: of what and where, and what sets it apart from the others in its chart, so that unlike things share no axis unmarked.

In: the marks of a chart. Out: a name and its details for each: the report's words where an English name leaves some out, the period
where there are several, the base of a change where there are several, that a place holds others of the chart, that reports differ.
"""

from collections import Counter
from collections.abc import Sequence

from extract import gazetteer
from pages.parts.data import Row
from pages.parts.facts import Told
from pages.parts.places import path_to, place
from pages.parts.words import indicator, period, say, wording

_NAME_LENGTH = 24  # Chinese characters of a name
_BASES = {"yoy": "base_yoy", "mom": "base_mom", "other": "base_other", None: "base_unknown"}
_NARROW = 26  # Chinese characters in a line on a phone


def names(marks: Sequence[Told], lang: str) -> list[tuple[str, str]]:
    """Give the name of each mark, and its details or ""."""
    own = [_short(_name(mark.row, lang)) for mark in marks]
    often = Counter(own)
    called = {(words, mark.row["indicator"]) for words, mark in zip(own, marks, strict=True)}
    alike = Counter(words for words, _ in called)  # under how many names of reports
    dated, based = has_periods(marks), has_bases(marks)
    held = parts([mark.row for mark in marks])
    found = []
    for words, mark, inside in zip(own, marks, held, strict=True):
        details = [
            wording(mark.row, lang) or (mark.row["indicator"] if alike[words] > 1 else ""),
            _period(mark.row, lang) if dated or often[words] > 1 else "",
            base(mark.row, lang) if based else "",
            say("holds", lang=lang, n=inside) if inside else "",
            say("apart", lang=lang) if mark.is_apart else "",
        ]
        found.append((words, " · ".join(filter(None, details))))
    return found


def is_long(words: str, details: str) -> bool:
    """Tell whether a name and its details need two lines on a phone."""
    return bool(details) and wide(f"{words} · {details}") > _NARROW


def wide(words: str) -> float:
    """Tell how wide words are, in Chinese characters."""
    return sum(0.55 if letter.isascii() else 1 for letter in words)


def has_periods(marks: Sequence[Told]) -> bool:
    """Tell whether figures of several periods stand in a chart."""
    return len({mark.row["period"] for mark in marks}) > 1


def has_bases(marks: Sequence[Told]) -> bool:
    """Tell whether changes against several bases stand in a chart."""
    return len({mark.row["comparison"] for mark in marks if mark.row["measure"] == "change"}) > 1


def base(row: Row, lang: str) -> str:
    """Give in short what a change is against: 同比, 环比, or the report's own words for another base."""
    if row["comparison"] == "other" and row["base"]:
        return str(row["base"])
    return say(_BASES[row["comparison"]], lang=lang)


def parts(rows: Sequence[Row]) -> list[int]:
    """Give for each figure how many places of the chart lie in its own and have the same indicator: they must not be added to it."""
    places: dict[str, set[str]] = {}
    for row in rows:
        if row["region"]:
            places.setdefault(row["indicator_id"] or row["indicator"], set()).add(row["region"])
    above = {region: {*path_to(region), gazetteer.COUNTRY} - {region} for those in places.values() for region in those}
    return [sum(row["region"] in above[other] for other in places.get(row["indicator_id"] or row["indicator"], ())) for row in rows]


def _name(row: Row, lang: str) -> str:
    return " · ".join(filter(None, (indicator(row, lang), row["subject"], place(row["region"]) or row["region_name"])))


def _period(row: Row, lang: str) -> str:
    return period(row, lang) if row["period"] else say("period_unknown", lang=lang)


def _short(words: str) -> str:
    if wide(words) <= _NAME_LENGTH:
        return words
    while wide(words) > _NAME_LENGTH - 1:
        words = words[:-1]
    return f"{words}…"
