"""What a rule says of a number, before its place and time are settled."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.changes import comparison_of
from extract.models import Comparison, Measure, Mention, Period, Quantity, Region, Span
from extract.reading import Reading


@dataclass(frozen=True, slots=True)
class Draft:
    """One figure as a rule reads it.

    ``names`` are the spans of the indicator's words in the report (a carried one stands in an earlier sentence), ``verb``
    and ``comparing`` spans in the sentence. ``sign`` is what a change multiplies its number with. ``region`` and
    ``subject`` are set only where the construction itself says them (a list of places or courts with their numbers);
    ``period`` where it says the time, ``period_is_base`` where the figure holds at the time compared with (由去年同期的A降至B).
    ``several`` tells that it is of the places of a list together. ``goes_with`` is the figure told before whose place this one
    shares (达2亿,…达1亿,分别增长⟦14%⟧和⟦12%⟧).
    """

    figure: Quantity
    indicator: str
    names: tuple[Span, ...]
    measure: Measure
    rule: str
    sign: int = 1
    verb: Span | None = None
    comparing: Span | None = None
    comparison: Comparison | None = None
    base: str | None = None
    region: Region | None = None
    subject: Mention | None = None
    period_is_base: bool = False
    period: Period | None = None
    goes_with: Quantity | None = None
    several: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A number that a rule recognises and will not read, with the reason: a list whose names and numbers do not pair."""

    figure: Quantity
    reason: str


YEARLY = re.compile("平均每年|每年平均|年均")
THIS = re.compile(r"(?:把|将|要把)?(?:这个|这一|该|上述)(?:比例|数字|数据|指标|比重|增幅|降幅)")
Answer = Draft | Refused
Rule = Callable[[Reading, int, Sequence[Draft]], Sequence[Answer]]
"""A rule takes a reading, the index of a figure in it and what was said before in the article, and gives its answers for
that figure and any that follow it; nothing, where its construction does not stand there."""


def measure_of(figure: Quantity) -> Measure:
    """Tell what a number that is no change measures: a percentage is a share, 第三 a rank, all else a level."""
    return {"share": "share", "rank": "rank"}.get(figure.kind or "", "level")  # type: ignore[return-value]


def named(reading: Reading, mention: Mention) -> tuple[str, tuple[Span, ...]]:
    """Give an indicator's words as the report has them, and their span in the report."""
    text = reading.sentence.text[mention.start : mention.end]
    return " ".join(text.split()), (reading.sentence.span(mention.start, mention.end),)


def carried(reading: Reading, index: int, said: Sequence[Draft]) -> Draft | None:
    """Give the figure told just before in the same sentence, whose indicator a bare number goes on with.

    ``立案187起,同比减少⟦24起⟧``: what fell by 36 is what 203 counted.
    """
    if not index:
        return None
    last = next((draft for draft in reversed(said) if draft.rule != "average" and not _in_brackets(reading, draft, index)), None)
    return last if last and last.figure in reading.figures[:index] else None


def _in_brackets(reading: Reading, draft: Draft, index: int) -> bool:
    """Tell whether a figure stands with other words in brackets that are closed before another: 收案321件(含旧存``28件``),比上年下降⟦1.3%⟧."""
    if draft.figure not in reading.figures[:index] or reading.text[draft.figure.start - 1] == "(":
        return False
    between = reading.text[draft.figure.end : reading.figures[index].start]
    return between.find(")") >= 0 and "(" not in between[: between.find(")")] and "," in between[between.find(")") :]


def name_or_carried(reading: Reading, index: int, said: Sequence[Draft], mention: Mention | None) -> tuple[str, tuple[Span, ...]] | None:
    """Give the name that stands beside a number, else the one it goes on with, else None.

    ``前者`` and ``后者`` are the first and the last of the list before, and a ``比重`` is of what was counted before.
    """
    before = carried(reading, index, said)
    if mention is None:
        if before and before.rule == "share" and reading.figures[index].kind != "points":  # 占三成,上升12%: what rose is the part
            before = next((draft for draft in reversed(said) if draft.rule != "share" and draft.figure in reading.figures[:index]), before)
        before = last_of_unit(reading, index, said) or before
        return (before.indicator, before.names) if before else None
    if THIS.fullmatch(mention.text):
        return (said[-1].indicator, said[-1].names) if said else None
    if mention.text in ("前者", "后者"):
        listed = [draft for draft in said if draft.rule == "respectively" and draft.figure in reading.figures] or [*said[-2:]]
        meant = listed[0 if mention.text == "前者" else -1] if listed else None
        return (meant.indicator, meant.names) if meant else None
    name, where = named(reading, mention)
    if before and mention.text.endswith(("比重", "占比", "比例")) and (whole := _whole(reading, mention)) is not None:
        return before.indicator + whole + name, (*before.names, *where)
    return name, where


def last_of_unit(reading: Reading, index: int, said: Sequence[Draft]) -> Draft | None:
    """Give the last figure of the sentence with the unit of this one: 事故75起,死亡137人,同比减少⟦32起⟧ is of 事故."""
    figure = reading.figures[index]
    if figure.unit is None or figure.kind in ("share", "points", "times", "rank"):
        return None
    told = (draft for draft in reversed(said) if draft.figure in reading.figures[:index] and draft.rule != "average")
    return next((draft for draft in told if draft.figure.unit == figure.unit), None)


def _whole(reading: Reading, mention: Mention) -> str | None:
    """Give what leads to a 比重 that is of what was counted before: ``占``刑事立案总数的比重, ``占``全国的比重, or nothing."""
    lead = reading.text[reading.clause(mention.start)[0] : mention.start]
    found = re.search(r"占(?:[^,;。占]{0,6}的)?$", lead)
    return found.group() if found else "" if mention.text in ("比重", "占比", "比例") else None


def inherited(reading: Reading, index: int, said: Sequence[Draft]) -> tuple[Comparison | None, str | None]:
    """Give the base of the change just before in the sentence, which goes on: ``同比减少24起,降幅⟦15.1%⟧``, ``由去年的43起降至25起,降幅⟦41.9%⟧``."""
    last = carried(reading, index, said)
    yearly = YEARLY.search(reading.text, *reading.before(index))
    if last and last.rule == "from_to" and not yearly and (named := _level_before(reading, said)):
        return comparison_of(named.text), named.text
    if last and last.measure != "change" and "其中" in reading.text[: reading.figures[index].start]:
        last = next((draft for draft in reversed(said) if draft.measure == "change" and draft.figure in reading.figures), last)
    if (last is None or last.measure != "change") and reading.text.lstrip().startswith("其中"):
        last = next((draft for draft in reversed(said) if draft.measure == "change"), None)
    return (last.comparison, last.base) if last and last.measure == "change" else (None, None)


def _level_before(reading: Reading, said: Sequence[Draft]) -> Period | None:
    """Give the time of the level that the last two levels start from, where the sentence names it: 由``2015年``的1316起降到794起."""
    base = next((draft.figure for draft in reversed(said) if draft.period_is_base and draft.figure in reading.figures), None)
    if base is None:
        return None
    return next((period for period in reading.periods if base.start - 1 <= period.end <= base.start and period.kind != "duration"), None)
