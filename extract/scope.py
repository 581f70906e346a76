"""Where and when a figure holds: from its clause, else the sentences before it, the headline, the publication date."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from extract.gazetteer import COUNTRY, ancestors, is_within, region_name
from extract.models import Period, Region, Span
from extract.reading import Reading
from extract.regions import settle
from extract.rules import Draft
from extract.time_spans import year_before

# A place that a figure is compared with or ranked in is not where it holds: 高于全省平均水平, 居全市第二.
_MEASURED_AGAINST = re.compile(r"(?:比|较|与|高于|低于|高出|居|列|占|位居|排名|为|在)$")
_LISTED = re.compile(r"\s*(?:、|和|与|及|以及|,)\s*")
_RANKED_IN = re.compile(r"(?:平均|第|排名|前列|首位|总)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure holds, how that is known, and the words that say so (a span of the report)."""

    code: str | None
    name: str | None
    basis: str | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """When a figure holds (EDTF and days), how that is known, and the words that say so."""

    edtf: str | None
    first: date | None
    last: date | None
    basis: str | None
    span: Span | None = None


@dataclass(slots=True)
class Scope:
    """What an article has said of place and time so far; one is made for each article and fed its sentences in order.

    ``known`` are the codes of the places that the article names, ``nearby`` those of the other articles of the report: they
    settle what 全省 and 当地 point at.
    """

    published: date | None
    known: Sequence[str]
    nearby: Sequence[str]
    headline: Place | None = None
    main: Place | None = None
    main_time: Time | None = None
    paragraph: int = -1
    named: list[str] = field(default_factory=list)
    place: Place | None = None
    time: Time | None = None

    def enter(self, reading: Reading) -> Reading:
        """Settle the places of the next sentence, and give it with those that stood the test."""
        context = [*reversed(self.named), *self.known, *self.nearby]
        settled = replace(reading, regions=tuple(settle(reading.regions, list(dict.fromkeys(context)))))
        self.named += [region.code for region in settled.regions if region.code]
        if reading.sentence.paragraph != self.paragraph:
            self._begin_paragraph()
            self.paragraph = reading.sentence.paragraph
        return settled

    def _begin_paragraph(self) -> None:
        """A new paragraph speaks of the article's main place again, where the one before went into a part of it."""
        if self.place and self.main and self.place.code and self.main.code and is_within(self.place.code, self.main.code):
            self.place = self.main
        self.time = self.main_time or self.time

    def leave(self, reading: Reading) -> None:
        """Remember what the sentence said last of place and time, for the sentences after it."""
        for region in reading.regions:
            if region.code and not _against(reading, region) and not _aside(reading, region, len(reading.text)):
                self.place = replace(_together(reading, region), basis="carried")
                if region.level != "country" or region.text.endswith("国"):  # 公安部 speaks, 全国 is spoken of
                    self.main = self.main or self.place
        for period in reading.periods:
            if period.kind == "span" and period.edtf and not _aside(reading, period, len(reading.text)):
                self.time = Time(period.edtf, period.first, period.last, "carried", _in_report(reading, period))
                if reading.sentence.kind == "heading" and period.first != period.last:
                    self.main_time = self.time  # 2017年的主要工作: what follows is of that year, paragraph by paragraph

    def place_of(self, reading: Reading, draft: Draft) -> Place:
        """Give where a figure holds."""
        if draft.region is not None:
            same = [region for region in reading.regions if region.start == draft.region.start]
            return _stated(reading, same[0] if same else draft.region)
        figure = draft.figure
        before = [
            region
            for region in reading.regions
            if region.end <= figure.start and not _against(reading, region) and not _aside(reading, region, figure.start)
        ]
        clause_end = reading.clause(figure.end)[1]
        within = [region for region in reading.regions if figure.end <= region.start < clause_end and draft.rule == "counted"]
        for region in (*reversed(before), *within):
            if region.code or region.level == "abroad":
                return _together(reading, region)
        return self.place or self.headline or Place(None, None, None)

    def time_of(self, reading: Reading, draft: Draft) -> Time:
        """Give when a figure holds."""
        figure = draft.figure
        if figure.kind == "area" and draft.measure == "level":
            return self._standing()
        for period in reversed(reading.periods):
            if period.end > figure.start or period.kind in ("clock", "duration") or _aside(reading, period, figure.start):
                continue
            if period.kind == "base":
                if _holds_at_base(reading, period, draft):
                    return self._base(reading, period)
                continue
            if draft.comparing and draft.comparing[0] <= period.start < draft.comparing[1]:
                continue
            return self._pointed(reading, period) if period.kind == "same" else _time(reading, period)
        return self.time or self._standing()

    def _base(self, reading: Reading, period: Period) -> Time:
        """Give the time compared with: what it says, else the year before the time that is told of."""
        if period.edtf:
            return _time(reading, period)
        span = _in_report(reading, period)
        told = [_time(reading, other) for other in reading.periods if other.kind == "span" and other.edtf and other.end <= period.start]
        now = told[-1] if told else self.time or self._standing()
        if now.edtf is None:
            return Time(None, None, None, None, span)
        first, last, edtf = year_before(now.first, now.last, now.edtf)
        return Time(edtf, first, last, "stated", span)

    def _pointed(self, reading: Reading, period: Period) -> Time:
        """Give the time that 这一天 or 同期 points back to: the last one named before it."""
        named = [before for before in reading.periods if before.end <= period.start and before.kind == "span" and before.edtf]
        if named:
            return _time(reading, named[-1])
        span = _in_report(reading, period)
        return replace(self.time, basis="carried") if self.time else Time(None, None, None, None, span)

    def _standing(self) -> Time:
        """A fact that is given no time holds on the day of the report."""
        day = self.published
        return Time(day.isoformat(), day, day, "publication_date") if day else Time(None, None, None, None)


def _holds_at_base(reading: Reading, period: Period, draft: Draft) -> bool:
    """Tell whether a figure is the level compared with: 由去年同期的⟦128起⟧降至96起, 去年同期为⟦12起⟧; not 比去年同期下降⟦6%⟧."""
    if draft.period_is_base:
        return True
    between = reading.text[period.end : draft.figure.start]
    led = draft.measure != "change" and re.fullmatch(r"(?:的|为|是|仅|只有|分别|居|有|\d|[^,;。\u4e00-\u9fff]|[、和起件名人个])*", between)
    return bool(led) and not re.search(r"[比较]$", reading.text[: period.start])


def _aside(reading: Reading, mention: Region | Period, position: int) -> bool:
    """Tell whether a place or time is said in passing before a position: in brackets closed by then, or after 其中 in a statement that is over."""
    between = reading.text[mention.end : position]
    lead = reading.text[: mention.start]
    if between.count(")") > between.count("(") and lead.count("(") > lead.count(")"):
        return True
    part = re.search(r"其中[^,;。]{0,6}$", lead)
    return bool(part) and bool(re.search(r"[;。]", between))


def _against(reading: Reading, region: Region) -> bool:
    """Tell whether a place is only what a figure is measured against: 比全市平均水平, 居全省第二, 比南充全市 (both of them)."""
    start, end = region.start, region.end
    for other in reversed(reading.regions):
        if other.end == start:  # 南充 before 全市: one name with it
            start = other.start
    before = reading.text[max(0, start - 3) : start]
    if re.search(r"(?:占|高于|低于|比)$", before):
        return True
    return bool(_MEASURED_AGAINST.search(before) and _RANKED_IN.search(reading.text, end, end + 4))


def _together(reading: Reading, last: Region) -> Place:
    """Give the place of a figure told of several at once, 甲市、乙县和丙县: what holds them all, if it is less than the country."""
    listed, start = [last], last.start
    for region in reversed([region for region in reading.regions if region.end <= last.start and region.code]):
        if not _LISTED.fullmatch(reading.text[region.end : start]):
            break
        listed.append(region)
        start = region.start
    codes = [region.code for region in listed if region.code]
    if len(codes) < 2:
        return _stated(reading, last)
    shared = next((area for area in (codes[0], *ancestors(codes[0])) if all(is_within(code, area) for code in codes)), None)
    span = reading.sentence.span(start, last.end)
    return Place(shared, region_name(shared), "stated", span) if shared and shared != COUNTRY else Place(None, None, "stated", span)


def _stated(reading: Reading, region: Region) -> Place:
    name = region.name or (region_name(region.code) if region.code else None)
    return Place(region.code, name, "stated", _in_report(reading, region))


def _time(reading: Reading, period: Period) -> Time:
    return Time(period.edtf, period.first, period.last, "stated" if period.edtf else "year_unknown", _in_report(reading, period))


def _in_report(reading: Reading, mention: Region | Period) -> Span:
    return reading.sentence.span(mention.start, mention.end)


def codes_of(regions: Iterable[Region]) -> list[str]:
    """Give the codes that stand fixed by their names alone, in order, each once."""
    return list(dict.fromkeys(region.code for region in regions if region.code))
