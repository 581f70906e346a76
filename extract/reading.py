"""A sentence with everything found in it: the stage on which the rules play."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from extract.models import Mention, Period, Quantity, Region, Span
from extract.number_units import as_share
from extract.periods import find_periods
from extract.quantities import find_quantities, numerals
from extract.refusing import refuse
from extract.sentences import Sentence

# What parts one statement from the next. 、 joins the members of one statement and is no boundary.
_BOUNDARY = re.compile(r"[,;:。!?，；：…\n【】▲●◆■★☆◇▶►▷□○※]|\([一二三四五六七八九十\d]{1,3}\)|\*\*|--+|[—–]{2,}")
_BRACKETS = re.compile(r"[()（）\[\]【】]")
_NOTHING = re.compile(r"(?:[\s,、:;“”\"▲●◆■*#【】()和与及在]|据(?:统计|介绍|了解|悉|初步统计)|数据显示|本[报台网]讯|此外|另外|同时|其中)*")
_PART = re.compile(r"其中[^,;。]{0,6}$")
_STATEMENT_END = re.compile(r"[;。]")
_WINDOW = 60  # as far as a phrase can stand from its number; keeps every rule linear in the text


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence and its mentions; offsets count in ``text``, the folded sentence.

    ``figures`` are the numbers that may be figures, in order; ``refused`` those that are not, each with its reason.
    ``phrases`` keeps the phrases already cut, since one rule after the other asks for the same.
    """

    sentence: Sentence
    text: str
    figures: tuple[Quantity, ...]
    refused: tuple[tuple[Span, str], ...]
    periods: tuple[Period, ...]
    regions: tuple[Region, ...]
    cuts: tuple[Span, ...]
    phrases: dict[Span, Mention | None] = field(default_factory=dict, compare=False, repr=False)

    def before(self, index: int) -> Span:
        """Give the words that lead to a figure: from the last boundary or figure (``刑事立案同比下降了`` ⟦61%⟧)."""
        figure = self.figures[index]
        start = max(self.clause(figure.start)[0], figure.start - _WINDOW)
        if index:
            start = max(start, self.figures[index - 1].end)
        return start, figure.start

    def after(self, index: int) -> Span:
        """Give the words that follow a figure, up to the next boundary or figure (⟦626支⟧ ``平安志愿者队伍``)."""
        figure = self.figures[index]
        end = min(self.clause(figure.end)[1], figure.end + _WINDOW)
        if index + 1 < len(self.figures):
            end = min(end, self.figures[index + 1].start)
        return figure.end, max(end, figure.end)

    def clause(self, position: int) -> Span:
        """Give the clause around a position, from boundary to boundary."""
        following = bisect_left(self.cuts, (position, position))
        start = self.cuts[following - 1][1] if following else 0
        end = self.cuts[following][0] if following < len(self.cuts) else len(self.text)
        return start, end

    def clause_ahead(self, start: int) -> Span:
        """Give the clause that a comma joins to the one starting here, or an empty span: none, or one with a figure of its own."""
        before, end = self.clause(start - 1) if self.text[max(0, start - 1) : start] == "," else (0, 0)
        counts = any(before <= figure.start < end for figure in self.figures)
        return (0, 0) if counts else (before, end)

    def opens(self, mention: Mention) -> bool:
        """Tell whether the sentence begins with a place or time, others and marks aside: it is about it."""
        start = 0
        for other in sorted((*self.periods, *self.regions), key=lambda other: other.start):
            if other.start > mention.start or not _NOTHING.fullmatch(self.text, start, other.start):
                break
            start = other.end
        return start >= mention.end

    def is_aside(self, mention: Mention, position: int) -> bool:
        """Tell whether a place or time is said in passing before a position: in brackets closed by then, or after 其中 in a statement now over."""
        between = self.text[mention.end : position]
        lead = self.text[: mention.start]
        if isinstance(mention, Period) and lead.endswith("(") and between.startswith(")") and not mention.text.startswith("截"):
            return False  # “霜剑”行动(6月10日至9月10日)中: the brackets say when it was
        if isinstance(mention, Period) and lead.endswith(("扣除", "剔除", "不含")):
            return True  # 扣除春节错月影响
        if isinstance(mention, Period) and lead.endswith(("按照", "根据", "依据", "依照")) and "," in between:
            return True  # 按照9月26日会议的部署,…
        if between.count(")") > between.count("(") and lead.count("(") > lead.count(")"):
            return True
        return bool(_PART.search(lead[-8:])) and bool(_STATEMENT_END.search(between))

    def between(self, index: int) -> str:
        """Give the text between a figure and the one before it."""
        return self.text[self.figures[index - 1].end : self.figures[index].start]


def placed(sentence: Sentence, regions: tuple[Region, ...]) -> Reading:
    """Give a sentence with its places alone: what an article is about needs no more."""
    return Reading(sentence, sentence.folded, (), (), (), regions, ())


def read(sentence: Sentence, regions: tuple[Region, ...], reference: date | None) -> Reading:
    """Find all mentions of a sentence besides its places and part the numbers that may be figures from those that are not.

    ``reference`` is the publication date, by which 今年 and 1-6月 are understood.
    """
    text = sentence.folded
    if not sentence.tells:
        return placed(sentence, regions)
    periods = tuple(find_periods(text, reference))
    quantities = [as_share(quantity) for quantity in find_quantities(text)]
    figures, refused = refuse(sentence, quantities, numerals(text), periods, regions)
    return Reading(sentence, text, figures, refused, periods, regions, _cuts(text, quantities, figures, periods))


def _cuts(text: str, quantities: Sequence[Quantity], figures: Sequence[Quantity], periods: Sequence[Period]) -> tuple[Span, ...]:
    inside = [(mention.start, mention.end) for mention in (*quantities, *periods)]
    cuts = [found.span() for found in _BOUNDARY.finditer(text) if not any(a <= found.start() < b for a, b in inside)]
    # 联村(社)服务团 is one name; (其中四川7人,云南2人) is a statement of its own.
    opened: list[int] = []
    for found in _BRACKETS.finditer(text):
        if found.group() in "(（[【":
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            if any(start < figure.start < found.start() for figure in figures):
                cuts += [(start, start + 1), found.span()]
    return tuple(sorted(cuts))
