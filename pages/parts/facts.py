"""Figures that tell of one thing are one mark: told alike by several reports it is told once, told otherwise its values stand joined.

In: rows of a chart. Out: what is told, each with the rows that tell it. Which of two values is right is not decided.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.ledger.store import SURE
from pages.parts.chart_look import plain
from pages.parts.data import Row
from pages.parts.words import amount, compared, name, period, say


@dataclass(frozen=True)
class Told:
    """One thing and the figures that tell it; the first of ``rows`` stands for all in what they have in common."""

    rows: tuple[Row, ...]

    @property
    def row(self) -> Row:
        """The figure that stands for all."""
        return self.rows[0]

    @property
    def values(self) -> dict[float, list[Row]]:
        """The values that are told, the lowest first, each with its figures; a range has two."""
        found: dict[float, list[Row]] = {}
        for row in self.rows:
            for value in (row["value"],) if row["value"] is not None else (row["low"], row["high"]):
                if value is not None:
                    found.setdefault(float(value), []).append(row)
        return dict(sorted(found.items()))

    @property
    def is_apart(self) -> bool:
        """Tell whether its reports give different values."""
        return len({row["value"] for row in self.rows}) > 1

    @property
    def is_doubtful(self) -> bool:
        """Tell whether the program is not sure of any of its figures."""
        return is_doubtful(self.rows)

    def times(self, lang: str, *, short: bool = False) -> str:
        """Say how often it is told, if more than once: ``×2 份报告``, or ``×2`` alone."""
        if len(self.rows) < 2:
            return ""
        reports = len({row["report_id"] for row in self.rows})
        if short:
            return f"×{len(self.rows)}"
        return say("told_by", lang=lang, n=reports) if reports > 1 else say("told_in_one", lang=lang, n=len(self.rows))

    def hover(self, lang: str) -> str:
        """Give what its mark says: of what and where, how much, when and against what; and each report with what it tells, where they differ."""
        row = self.row
        when = " · ".join(filter(None, (period(row, lang), compared(row, lang))))
        if self.is_apart:
            values = [f"{_amount(row, lang)} — {row['source']}" for row in self.rows]
            lines = [name(row, row["region_name"], lang), when, say("apart", lang=lang), *values]
        else:
            names = dict.fromkeys(name(row, row["region_name"], lang) for row in self.rows)
            lines = [*names, _amount(row, lang), when, *dict.fromkeys(row["source"] for row in self.rows)]
        doubt = [say("doubt", lang=lang, confidence=f"{max(row['confidence'] for row in self.rows):.2f}")] if self.is_doubtful else []
        return "<br>".join(map(plain, [*lines, *doubt]))


def is_doubtful(rows: Sequence[Row]) -> bool:
    """Tell whether the program is not sure of any of the figures: README tells how often such rows are right."""
    return all(row["confidence"] is not None and row["confidence"] < SURE for row in rows)


def ids(rows: Sequence[Row]) -> str:
    """Give the figures of one mark as the page's script finds them: their ids with blanks between."""
    return " ".join(row["observation_id"] for row in rows)


def fact(row: Row) -> tuple[object, ...] | None:
    """Give what a figure is of; figures of the same tell of one thing. None where place or period is not known."""
    if row["region"] is None or row["period"] is None:
        return None
    base = row["base"] if row["comparison"] == "other" else None
    names = ("indicator", "indicator_id", "region", "period", "measure", "unit", "comparison", "status", "subject")
    return (*(row[name] for name in names), base)


def told(rows: Sequence[Row]) -> list[Told]:
    """Put figures of one thing together, in the order of the first of each; what is not exact never disagrees."""
    facts: dict[object, list[Row]] = {}
    for row in rows:
        facts.setdefault(fact(row) or row["observation_id"], []).append(row)
    apart = {key for key, those in facts.items() if _disagree([row for row in those if _exact(row)])}
    found: dict[object, list[Row]] = {}
    for row in rows:
        key = fact(row) or row["observation_id"]
        alike = "apart" if key in apart and _exact(row) else (row["value"], row["low"], row["high"], row["qualifier"])
        found.setdefault((key, alike), []).append(row)
    return [Told(tuple(those)) for those in found.values()]


def stacked(marks: Sequence[Told]) -> list[Told]:
    """Put those together that would stand on each other over time: one number of one period, in whichever words it is told."""
    found: dict[object, list[Row]] = {}
    for mark in marks:
        row = mark.row
        names = ("region", "subject", "period", "value", "low", "high", "qualifier", "comparison", "status")
        spot = row["observation_id"] if mark.is_apart else tuple(row[name] for name in names)
        found.setdefault(spot, []).extend(mark.rows)
    return [Told(tuple(those)) for those in found.values()]


def _amount(row: Row, lang: str) -> str:
    return amount(row, lang) + (f" ({say('target', lang=lang)})" if row["status"] == "target" else "")


def _exact(row: Row) -> bool:
    return row["qualifier"] == "exact" and row["value"] is not None


def _disagree(rows: Sequence[Row]) -> bool:
    return len({row["value"] for row in rows}) > 1 and len({row["report_id"] for row in rows}) > 1
