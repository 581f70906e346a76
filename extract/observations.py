"""From the sentences of a report to its observations and refusals."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, repeat

from extract.canonical import canonical
from extract.changes import Compared, compared_in
from extract.confidence import confidence
from extract.folding import fold
from extract.genres import SAMPLE, genre
from extract.models import Article, Comparison, Mention, Observation, Refusal, Region, Report, Span
from extract.periods import find_periods, times
from extract.progress import Progress, Way
from extract.quantities import numerals
from extract.reading import Reading, placed, read
from extract.regions import find_regions, places
from extract.rules import Answer, Draft, Refused, rules_for
from extract.rules.table_row import header, table_row
from extract.scope import Scope, scope_of
from extract.sentences import Sentence, Told, sentences, told
from extract.times import Time, of_year
from extract.where import Place, called_own, codes_of, paper_of

_MOST_PLACES = 200  # of a report, that settle what 全市 points at; a longer list is of the whole country and settles nothing
_PLACES = 0.15  # of the time that a report takes goes into finding its places
_REMEMBERED = 100  # figures that a later one may go on with
_WHITE = re.compile(f"[{''.join(character for character in map(chr, range(0x3001)) if character.isspace())}]")  # \s, several times as fast
_WHOLE_BASE = re.compile(r"(?:年|月份?)(?:同期|底|末|全年)?$")
_DAY_UNKNOWN = re.compile(
    r"^file name: \d{4}$|day not known(?:: latest date named \d{4}-12-31)?$"
)  # how a report is dated of which no more than the year or month is known
_FROM_HERE = re.compile(r"\((?:下同|以下[同均][^()]{0,6})\)")
_LOOKS_BACK = re.compile(r"各位代表|请予审议|过去的?一年|今年[^,。;\d]{0,12}(?:预期|计划|再减|再增)")
_MASTHEAD = 40  # characters in which a page names the paper that it is of
_LEAD = 12  # characters that name what a comparison is made with
_SENTENCE_END = re.compile(r"[。\n]")


def observe(report: Report, articles: Sequence[Article], progress: Progress | None = None) -> tuple[tuple[Observation, ...], tuple[Refusal, ...]]:
    """Turn every number of a report into an observation or a refusal, in the order they stand in the text; ``progress`` is told how far it is."""
    way = Way(len(report.text), progress)
    observations: list[Observation] = []
    refusals: list[Refusal] = []
    for found in _rows(report, articles, way):
        if isinstance(found, Observation):
            observations.append(found)
        else:
            refusals.append(found)
    refusals += _unanswered(report, [*observations, *refusals])
    way.over()
    return tuple(sorted(observations, key=lambda row: row.start)), tuple(sorted(refusals, key=lambda row: row.start))


def _rows(report: Report, articles: Sequence[Article], way: Way) -> Iterator[Observation | Refusal]:
    """Read the articles one after the other, sentence by sentence; no sentence is kept, so that a long report takes little more memory than its rows.

    The places of all articles are found first: a meeting in 杭州 tells what 全省 is, before the sentence that says so.
    """
    tellings = [_Telling() for _ in articles]
    passed = (way.along(sentences(report.text, article, telling), 0, _PLACES) for article, telling in zip(articles, tellings, strict=True))
    places_of = [*map(_regions, passed)]
    named = [codes_of(chain.from_iterable(regions)) or called_own(chain.from_iterable(regions)) for regions in places_of]
    if not any(named):  # a masthead, 宜丰报, is a story of its own
        own = called_own(chain.from_iterable(chain.from_iterable(places_of)))
        named = [own for _ in named]
    ids, paper = _Identity(report), paper_of(fold(report.text[:_MASTHEAD]))
    everywhere = [code for codes in named for code in codes[:_MOST_PLACES]]
    dates = [(article.published or report.published, article.published_basis or report.published_basis or "") for article in articles]
    known_days = [not _DAY_UNKNOWN.search(basis) for _, basis in dates]
    looks_back = not all(known_days) and bool(_LOOKS_BACK.search(fold(report.text)))  # once: a report may have thousands of articles
    for article, known, telling, regions, (published, _), day_known in zip(articles, named, tellings, places_of, dates, known_days, strict=True):
        context = list(dict.fromkeys([*([paper.code] if paper and paper.code else []), *known[:_MOST_PLACES], *everywhere[:_MOST_PLACES]]))
        past = _year_looked_back_on(published) if looks_back and not day_known else None
        sketch = map(placed, sentences(report.text, article, telling), regions)
        scope = scope_of(sketch, published, context, day_known=day_known, past=past, paper=paper)
        readings = map(read, way.along(sentences(report.text, article, telling), _PLACES, 1), regions, repeat(published))
        yield from _article(report, article, readings, scope, ids)


def _year_looked_back_on(published: date | None) -> Time | None:
    """Give the year before that of a report which only names its year and looks back: 请予审议, ``今年``国内生产总值``预期``增长7%."""
    return of_year(published.year - 1) if published and (published.month, published.day) == (12, 31) else None


def _regions(told: Iterable[Sentence]) -> list[tuple[Region, ...]]:
    """Find the places of each sentence of an article."""
    return [tuple(find_regions(sentence.folded)) if sentence.tells else () for sentence in told]


class _Telling:
    """Where the paragraphs of an article name a number, place or time, looked for once: the other sentences change nothing."""

    def __init__(self) -> None:
        self._of: dict[int, list[Told]] = {}

    def __call__(self, paragraph: int, folded: str) -> list[Told]:
        if paragraph not in self._of:
            self._of[paragraph] = told(folded, sorted({*places(folded), *times(folded), *(start for start, _ in numerals(folded))}))
        return self._of[paragraph]


def _article(report: Report, article: Article, readings: Iterable[Reading], scope: Scope, ids: "_Identity") -> Iterator[Observation | Refusal]:
    said: list[Draft] = []
    columns: tuple[Mention, ...] = ()
    names: list[Span] = []
    kind = genre(fold(report.text[article.start : min(article.end, article.start + SAMPLE)]))
    below: Compared | None = None
    for unsettled in readings:
        reading = scope.enter(unsettled)
        below = _below(reading) or below
        rows = [] if kind else table_row(reading, columns, names)
        if not rows:
            columns = header(reading)
            names = [reading.sentence.span(column.start, column.end) for column in columns]
        for span, reason in reading.refused:
            yield _refusal(report, reading, span, reason)
        for answer in _answers(reading, kind, rows, said):
            if isinstance(answer, Refused):
                yield _refusal(report, reading, (answer.figure.start, answer.figure.end), answer.reason)
            else:
                yield _observation(report, article, reading, _compared(answer, below), scope, ids)
        scope.leave(reading)
        del said[:-_REMEMBERED]


def _below(reading: Reading) -> Compared | None:
    """Give the comparison that a sentence says all that follows is made with: ``同比(下同)``减少12起."""
    found = _FROM_HERE.search(reading.text) if "同" in reading.text else None
    return compared_in(reading.text, max(0, found.start() - _LEAD), found.start()) if found else None


def _compared(draft: Draft, below: Compared | None) -> Draft:
    """Give a change that names no base the one that holds from here on."""
    plain = draft.measure == "change" and draft.comparison is None and below is not None
    return replace(draft, comparison=below.comparison, base=below.base) if plain and below else draft


def _answers(reading: Reading, kind: str | None, rows: Sequence[Draft], said: list[Draft]) -> Sequence[Answer]:
    """Give the answers for a sentence: refusals of all in an article that is no report, those of a table's line, else what the rules say."""
    if kind:
        return [Refused(figure, kind) for figure in reading.figures]
    return [*rows, *_rest(reading, rows)] if rows else answers(reading, said)


def _rest(reading: Reading, rows: Sequence[Draft]) -> list[Refused]:
    """Refuse the numbers of a table's line that are in none of its columns."""
    read = {row.figure.start for row in rows}
    return [Refused(figure, "no_indicator") for figure in reading.figures if figure.start not in read]


def answers(reading: Reading, said: list[Draft]) -> list[Answer]:
    """Let the rules speak for each figure of a sentence, in order; drafts are added to ``said`` as they come."""
    given: list[Answer] = []
    rules = rules_for(reading.text) if reading.figures else []
    index = 0
    while index < len(reading.figures):
        found = next((answer for rule in rules if (answer := rule(reading, index, said))), None)
        found = found or [Refused(reading.figures[index], "no_indicator")]
        given += found
        said += [draft for draft in found if isinstance(draft, Draft)]
        index += len(found)
    return given


def _refusal(report: Report, reading: Reading, span: Span, reason: str) -> Refusal:
    start, end = reading.sentence.span(*span)
    return Refusal(report.report_id, start, end, report.text[start:end], reason, reading.sentence.text)


def _unanswered(report: Report, rows: Sequence[Observation | Refusal]) -> list[Refusal]:
    """Refuse the numerals that lie outside every sentence (page marks, loose table cells): none stays without an answer."""
    spans = sorted((row.start, row.end) for row in rows)
    starts = [start for start, _ in spans]
    refusals = []
    for start, end in numerals(report.text):
        before = bisect_left(starts, start + 1) - 1
        if before >= 0 and end <= spans[before][1]:
            continue
        first = max((found.end() for found in _SENTENCE_END.finditer(report.text, max(0, start - 80), start)), default=max(0, start - 80))
        last = _SENTENCE_END.search(report.text, end, end + 80)
        excerpt = report.text[first : last.start() if last else end + 80]
        refusals.append(Refusal(report.report_id, start, end, report.text[start:end], "outside", excerpt.strip()))
    return refusals


def _observation(report: Report, article: Article, reading: Reading, draft: Draft, scope: Scope, ids: "_Identity") -> Observation:
    figure = draft.figure
    start, end = reading.sentence.span(figure.start, figure.end)
    place, time, status = scope.of(reading, draft)
    mention_id, observation_id = ids.of(start, end, draft.measure)
    known = canonical(draft.indicator, figure.kind)
    comparison = (draft.comparison == "other" and _comparison(draft.base, time, article.published or report.published)) or draft.comparison
    low, high = (figure.low, figure.high) if draft.sign > 0 or figure.low is None else (_signed(figure.high, -1), _signed(figure.low, -1))
    return Observation(
        observation_id=observation_id, mention_id=mention_id, report_id=report.report_id, source=report.source,
        article=article.number, article_title=article.title,
        published=article.published or report.published, published_basis=article.published_basis or report.published_basis,
        indicator=draft.indicator, subject=_subject(draft),
        indicator_id=known.id if known else None, topic=known.topic if known else None,
        measure=draft.measure, value=_signed(figure.value, draft.sign), low=low, high=high, unit=figure.unit, qualifier=figure.qualifier,
        comparison=comparison, base=draft.base, status=status,
        region=place.code, region_name=place.name, region_basis=place.basis,
        period=time.edtf, period_start=time.first, period_end=time.last, period_basis=time.basis,
        start=start, end=end, text=report.text[start:end], spans=_spans(reading, draft, (start, end), place, time),
        excerpt=reading.sentence.text, excerpt_start=reading.sentence.pieces[0][0], rule=draft.rule,
        confidence=confidence(
            draft.rule, (place.basis, time.basis), article.published_basis or report.published_basis, draft.indicator, draft.measure,
            known=known is not None, target=status == "target",
        ),
    )  # fmt: skip


def _subject(draft: Draft) -> str | None:
    """Give whom or what within its region a figure is of; abroad, where no place has a code, the place: 法国, 德国投资分别增长…"""
    abroad = draft.region is not None and draft.region.level == "abroad"
    whom = draft.subject or (draft.region if abroad else None)
    return whom.text if whom else None


def _comparison(base: str | None, time: Time, published: date | None) -> Comparison | None:
    """Tell the comparison with a base that is named by its number: ``2022年`` in 2023 is the year before, ``3月`` in April the month before."""
    named = next(iter(find_periods(base or "", published)), None)
    if time.first is None or time.last is None or named is None or named.last is None or not _WHOLE_BASE.search(base or ""):
        return None
    if "月" not in named.text:
        return "yoy" if named.last.year == time.first.year - 1 == time.last.year - 1 else None
    same_month = (time.first.year, time.first.month) == (time.last.year, time.last.month)
    return "mom" if "年" not in named.text and same_month and named.last.month % 12 + 1 == time.first.month else None


def _signed(value: float | None, sign: int) -> float | None:
    return None if value is None else sign * value


def _spans(reading: Reading, draft: Draft, quantity: Span, place: Place, time: Time) -> tuple[tuple[str, int, int], ...]:
    """Give the span in the report of each part of a figure, in reading order of the roles."""
    spans: list[tuple[str, int, int]] = [("quantity", *quantity)]
    spans += [("indicator", *span) for span in draft.names]
    if draft.subject:
        spans.append(("subject", *reading.sentence.span(draft.subject.start, draft.subject.end)))
    spans += [(role, *span) for role, span in (("region", place.span), ("period", time.span)) if span]
    spans += [(role, *reading.sentence.span(*span)) for role, span in (("comparison", draft.comparing), ("verb", draft.verb)) if span]
    return tuple(spans)


@dataclass(slots=True)
class _Identity:
    """Gives the stable keys of a report's mentions: white space and width count for nothing in them."""

    report: Report
    white: list[int]
    folded: str
    seen: dict[tuple[str, str], int]

    def __init__(self, report: Report) -> None:
        self.report = report
        self.folded = fold(report.text)
        self.white = [found.start() for found in _WHITE.finditer(self.folded)]
        self.seen = {}

    def of(self, start: int, end: int, measure: str) -> tuple[str, str]:
        """Give (mention_id, observation_id) of a span."""
        squeezed = _WHITE.sub("", self.folded[start:end])
        first = start - bisect_left(self.white, start)
        mention = _key(f"{self.report.text_id}|{first}|{first + len(squeezed)}|{squeezed}")
        ordinal = self.seen[mention, measure] = self.seen.get((mention, measure), -1) + 1
        return mention, _key(f"{mention}|{measure}|{ordinal}")


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:20]
