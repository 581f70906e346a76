"""Figures → what one map shows: figures of one kind, and of each place the one with the latest period; nothing is added or averaged.

In: rows of observations and the places of the map. Out: the kinds to choose from, and for each place its figure and how many more it has.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date

from pages.parts.areas import place_of
from pages.parts.charts import MEASURES, is_hollow
from pages.parts.data import Row
from pages.parts.words import amount, name, period, say, title


@dataclass(frozen=True, order=True)
class Kind:
    """What may share a scale of colours: one indicator, measure, unit, base of comparison, status and subject."""

    indicator: str
    measure: str
    unit: str = ""
    comparison: str = ""
    status: str = ""
    subject: str = ""

    @property
    def code(self) -> str:
        """The kind as a link names it: ``criminal_cases_filed~change~%~yoy``."""
        return "~".join((self.indicator, self.measure, self.unit, self.comparison, self.status, self.subject)).rstrip("~")


@dataclass(frozen=True)
class Choice:
    """A kind with the words most reports use for its indicator, and how many places of the map have such a figure."""

    kind: Kind
    words: str
    places: int

    def label(self, lang: str) -> str:
        """Give the choice in words: ``刑事立案 · 变化（%） · 同比``."""
        kind = self.kind
        parts = [self.words, kind.subject, title(kind.measure, kind.unit or None, lang)]
        parts += [say(kind.comparison, lang=lang)] if kind.comparison else []
        return " · ".join(part for part in (*parts, say("target", lang=lang) if kind.status else "") if part)


@dataclass(frozen=True)
class Shown:
    """The figure that stands for a place, and how many more figures of the kind the place has."""

    row: Row
    more: int


def kind_of(row: Row) -> Kind:
    """Give the kind of a figure: 同比 and 环比, facts and targets, whole and part never share a scale."""
    return Kind(*_kind(row))


def _kind(row: Row) -> tuple[str, str, str, str, str, str]:
    """A tuple, because there may be a million rows."""
    return (
        row["indicator_id"] or row["indicator"], row["measure"], row["unit"] or "", row["comparison"] or "",
        "target" if row["status"] == "target" else "", row["subject"] or "",
    )  # fmt: skip


def choices(rows: Iterable[Row], places: Sequence[str]) -> list[Choice]:
    """Give the kinds that places of the map have figures of: those that most places have first, then changes before amounts."""
    at = place_of(places)
    told = Counter((_kind(row), at[row["region"]], row["indicator"]) for row in rows if row["region"] in at)
    where: dict[tuple[str, ...], set[str]] = {}
    words: dict[tuple[str, ...], Counter[str]] = {}
    for (kind, code, indicator), count in told.items():
        where.setdefault(kind, set()).add(code)
        words.setdefault(kind, Counter())[indicator] += count
    found = [Choice(Kind(*kind), min(words[kind], key=lambda name: (-words[kind][name], name)), len(codes)) for kind, codes in where.items()]
    return sorted(found, key=lambda choice: (-choice.places, bool(choice.kind.subject), MEASURES.index(choice.kind.measure), choice.kind))


def shown(rows: Iterable[Row], kind: Kind, places: Sequence[str]) -> dict[str, Shown]:
    """Give for each place that has one the figure of its latest period, in the order of the places; the later report's among equals."""
    found: dict[str, list[Row]] = {}
    at, wanted = place_of(places), astuple(kind)
    for row in rows:
        if row["region"] in at and row["measure"] == kind.measure and _kind(row) == wanted:
            found.setdefault(at[row["region"]], []).append(row)
    return {code: Shown(max(found[code], key=_recent), len(found[code]) - 1) for code in places if code in found}


def _recent(row: Row) -> tuple[date, date, date, float, str]:
    none = date.min
    return row["period_end"] or none, row["period_start"] or none, row["published"] or none, row["confidence"] or 0.0, row["observation_id"]


def told(item: Shown, place_name: str, lang: str) -> list[str]:
    """Give what there is to say of a place's figure, line by line: place, what, how much, when, source, and that there are more."""
    row = item.row
    target = f" ({say('target', lang=lang)})" if row["status"] == "target" else ""
    when = period(row, lang) + (f" ({say('map_inferred', lang=lang)})" if is_hollow(row) else "")
    more = [say("map_more_here", lang=lang, n=item.more)] if item.more else []
    return [place_name, name(row, None, lang), amount(row, lang) + target, when, row["source"], *more]


def summary(heading: str, figures: dict[str, Shown], total: int, names: dict[str, str], lang: str) -> str:
    """Say in one sentence what a map shows; it is also read out to those who do not see the map."""
    if not figures:
        return say("map_summary_none", lang=lang, title=heading, total=total)
    ordered = sorted(figures, key=lambda code: (value(figures[code].row), code))
    first, last = (f"{names[code]} {amount(figures[code].row, lang)}" for code in (ordered[0], ordered[-1]))
    if len(figures) == 1:
        return say("map_summary_one", lang=lang, title=heading, total=total, label=first)
    return say("map_summary", lang=lang, title=heading, total=total, n=len(figures), first=first, last=last)


def value(row: Row) -> float:
    """Give the number that colours a place: the value, or a range's lower end (its upper where only that is known)."""
    return float(next(number for number in (row["value"], row["low"], row["high"]) if number is not None))
