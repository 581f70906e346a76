"""A filter of observations, and the same as an SQL condition for the questions that the store is asked."""

from datetime import date
from typing import TypedDict

from extract.ledger import index
from extract.ledger.generations import Generation

SURE = 0.9  # confidence: README tells how often such rows are right


class Where(TypedDict, total=False):
    """A filter of observations; what is left out or None lets everything pass.

    ``region`` is a code, with all places ``within`` it unless told otherwise (331100 takes 331181, 100000 every known
    region); ``indicator`` a canonical id or the report's words; a period passes where it meets ``period_from`` to ``period_to``;
    ``q`` are words that must all stand in the sentence or the indicator; a ``unit`` of "" takes the figures without one; ``among`` are codes of
    which the region is one, itself; ``sure`` leaves rows with a confidence of at least SURE.
    """

    region: str | None
    within: bool
    topic: str | None
    indicator: str | None
    measure: str | None
    status: str | None
    period_from: date | None
    period_to: date | None
    q: str | None
    unit: str | None
    among: tuple[str, ...] | None
    sure: bool


def condition(
    generation: Generation,
    *,
    region: str | None = None,
    within: bool = True,
    topic: str | None = None,
    indicator: str | None = None,
    measure: str | None = None,
    status: str | None = None,
    period_from: date | None = None,
    period_to: date | None = None,
    q: str | None = None,
    unit: str | None = None,
    among: tuple[str, ...] | None = None,
    sure: bool = False,
) -> tuple[str, list[object]]:
    """Give a filter as an SQL condition and its values."""
    clauses: list[tuple[str, object]] = []
    if unit is not None:
        clauses.append(("coalesce(unit, '') = ?", unit))
    if sure:
        clauses.append(("confidence >= ?", SURE))
    if among is not None:
        clauses.append(("list_contains(?, region)", [*among]))
    if region and within:
        clauses.append(("starts_with(region, ?)", _prefix(region)))
    elif region:
        clauses.append(("region = ?", region))
    if indicator:
        clauses.append(("? IN (indicator_id, indicator)", indicator))
    clauses += [(f"{name} = ?", value) for name, value in (("topic", topic), ("measure", measure), ("status", status)) if value]
    if period_from:
        clauses.append(("period_end >= ?", period_from))
    if period_to:
        clauses.append(("coalesce(period_start, period_end) <= ?", period_to))
    if words := (q or "").strip():
        clauses.append(("line IN (SELECT line FROM memory.said WHERE search = ?)", index.look_for(generation, words)))
    return " AND ".join(clause for clause, _ in clauses) or "true", [value for _, value in clauses]


def _prefix(region: str) -> str:
    """330000 holds all codes that begin with 33, 331100 with 3311; 100000 holds all."""
    if region == "100000":
        return ""
    for zeros in ("0000", "00"):
        if len(region) == 6 and region.endswith(zeros):
            return region.removesuffix(zeros)
    return region
