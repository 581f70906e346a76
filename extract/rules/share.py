"""A part of a whole: ``占立案总数的⟦48.5%⟧``, ``占⟦14.6%⟧``."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.indicators import phrase
from extract.models import Mention, Span
from extract.reading import Reading
from extract.rules.draft import Answer, Draft, Refused, name_or_carried, named
from extract.rules.headed import clause_before

_SHARE = re.compile(r"占(?:比(?:例)?|到)?(?P<whole>[^,;。占]*?)(?:的(?:比例|比重)?)?(?:为|达到?|约|近|超过?|逾|不到|不足|仅|[\s])*$")

_ALL = r"(?:全[国省市县区州旗]|[^,;。占]{0,4}总[^,;。占的]{1,4})[^,;。占]{0,6}"
_OF_ALL = re.compile(rf"(?:不到|不足|超过?|逾|近|相当于)(?P<whole>{_ALL})的$")

_BOUNDS = re.compile(r"不到|不足|超过?|逾|近")


def share(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read what a part is of its whole; the part stands before 占, or is what was counted just before."""
    figure = reading.figures[index]
    start, end = reading.before(index)
    found = _SHARE.search(reading.text[start:end]) or _OF_ALL.search(reading.text[start:end])
    if figure.kind != "share" or found is None:
        return ()
    part = phrase(reading, start, start + found.start())
    head = None if part else clause_before(reading, index) or _those(reading, index)  # 诈骗案件次之,占⟦25.8%⟧
    name = name_or_carried(reading, index, said, phrase(reading, *head) if head else part)
    if name is None:  # of what is not said, and surely not of the whole
        return [Refused(figure, "no_indicator")] if found.re is _SHARE and found.group("whole") else ()
    whole = found.group("whole").strip()
    says, where = named(reading, Mention(start + found.start(), start + found.start("whole") + len(whole), ""))
    if lead := _BOUNDS.match(found.group()):
        figure = replace(figure, qualifier="under" if lead.group().startswith(("不", "近")) else "over")
    if re.search(r"[约近]$", reading.text[start : start + found.start()]):
        figure = replace(figure, qualifier="about" if reading.text[start + found.start() - 1] == "约" else "under")
    told = says if whole else "" if name[0].endswith("占比") else "占比"
    return [Draft(figure, name[0] + told, (*name[1], *where), "share", "share")]


def _those(reading: Reading, index: int) -> Span | None:
    """Give the clause before that names who or what they are: ``涉及酒驾的``,占⟦44%⟧."""
    start, end = reading.clause_ahead(reading.clause(reading.figures[index].start)[0])
    return (start, end) if reading.text[start:end].endswith("的") else None
