"""The values that pass through the house, from the bytes of a report to its tidy rows.

Every offset counts Unicode code points of the report's text with ``\\n`` line ends, end exclusive:
``text[start:end]`` is what was mentioned. What is not known is ``None``, never ``0`` or ``""``.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Span = tuple[int, int]

Qualifier = Literal["exact", "about", "over", "under"]
Measure = Literal["level", "share", "change", "rank"]
Comparison = Literal["yoy", "mom", "other"]
Status = Literal["actual", "target"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text: ``text`` is what stands from ``start`` to ``end``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quantity(Mention):
    """A number with its multiplier, qualifier and unit: ``1.3万余人`` is 13000.0, over, 人.

    ``value`` has the multipliers worked out; a range (``20至30名``) has ``low`` and ``high`` and no value.
    ``unit`` is without multiplier and None for a bare number; ``kind`` is the unit's group in
    ``lexicon/units.csv`` (count, share, money, area, length, mass, time, rate, rank, …) or None.
    ``numeral`` is the span of the digits alone, which every numeral of the text ends up in.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    qualifier: Qualifier = "exact"
    kind: str | None = None
    numeral: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Period(Mention):
    """A time mentioned: ``1-6月`` read in a report of 2018-07-18 is 2018-01-01 to 2018-06-30.

    ``first`` and ``last`` are inclusive days; ``first`` is None for an open start (``自活动开展以来``), both are None
    where the year is not known. ``edtf`` is the same at the precision written (``2018-01/2018-06``), or None.
    ``kind``: span (holds for what follows), base (what is compared with: 去年同期), same (points back: 当日, 同期),
    clock (a time of day: 11点), duration (18年, 两个多月: how long, not when).
    """

    first: date | None
    last: date | None
    edtf: str | None
    kind: Literal["span", "base", "same", "clock", "duration"] = "span"


@dataclass(frozen=True, slots=True)
class Region(Mention):
    """A place named or pointed at: ``龙泉市`` is 331181, 浙江省丽水市龙泉市.

    ``code`` is GB/T 2260, nine digits below the county, 100000 for the whole country, and None until a homonym
    (``candidates`` lists its codes) or a pointing word (``全市``, ``我省``, ``当地``) is settled by its context.
    ``level``: country, province, city, county, town, or abroad. ``name`` is the full path, None while unsettled.
    """

    code: str | None
    name: str | None
    level: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One input file. ``text`` is what its bytes say, never altered; ``status`` is ``read``, ``needs_ocr`` or ``unreadable: …``."""

    report_id: str
    source: str
    text: str
    text_id: str
    status: str
    published: date | None = None
    published_basis: str | None = None
    path: str | None = None
    encoding: str | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """One story in a report; ``paragraphs`` are spans of the report's text in the order they are to be read.

    A paragraph cut by the end of a column is one paragraph with several pieces: ``((403, 428), (430, 512))``.
    ``title`` is the headline as one line, ``title_span`` where it stands; ``marks`` are lines that belong to
    the page and not to the story (``(下转2版)``, web links); ``kind``: story or caption.
    """

    number: int
    start: int
    end: int
    title: str | None
    title_span: Span | None
    byline: str | None
    paragraphs: tuple[tuple[Span, ...], ...]
    kind: Literal["story", "caption"] = "story"
    published: date | None = None
    published_basis: str | None = None
    byline_span: Span | None = None
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure: indicator × region × period × value, with the words each part came from."""

    observation_id: str
    mention_id: str
    report_id: str
    source: str
    article: int
    article_title: str | None
    published: date | None
    published_basis: str | None
    indicator: str
    subject: str | None
    indicator_id: str | None
    topic: str | None
    measure: Measure
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    qualifier: Qualifier
    comparison: Comparison | None
    base: str | None
    status: Status
    region: str | None
    region_name: str | None
    region_basis: str | None
    period: str | None
    period_start: date | None
    period_end: date | None
    period_basis: str | None
    start: int
    end: int
    text: str
    spans: tuple[tuple[str, int, int], ...]
    excerpt: str
    excerpt_start: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number seen and not turned into an observation, with its reason: ``(下转2版)`` is a page."""

    report_id: str
    start: int
    end: int
    text: str
    reason: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one report."""

    report: Report
    articles: tuple[Article, ...] = field(default=())
    observations: tuple[Observation, ...] = field(default=())
    refusals: tuple[Refusal, ...] = field(default=())
