"""Parts of a whole, several at once: 12起和8起,``占全部的``⟦6%⟧和⟦4%⟧, 盗窃、诈骗``分别占``⟦6%⟧和⟦4%⟧."""

import re
from collections.abc import Sequence

from extract.indicators import phrase
from extract.reading import Reading
from extract.rules.draft import Answer, Draft, named
from extract.rules.headed import clause_before
from extract.rules.listed_names import Name, list_end, members
from extract.rules.listed_places import after_count, places_of

_WEIGHED = re.compile(
    r"[,\s]*(?:分别|依次|各)?(?P<part>占比?)(?P<whole>[^,;。占分别依次]{2,14}?)?(?:的(?:比例|比重)?)?(?:分别|依次|各)?[为达到约近超过占]*$"
)


def weighed(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Pair a list of shares with what they are shares of: what stands before 占, places, what the clause before lists, or the figures just told."""
    start, end = reading.before(index)
    found = _WEIGHED.search(reading.text[start:end])
    numbers = range(index, list_end(reading, index))
    if found is None or len(numbers) < 2 or any(reading.figures[number].kind != "share" for number in numbers):
        return ()
    names = _names(reading, index, (start, start + found.start()), len(numbers), said)
    if len(names) != len(numbers):
        return ()
    whole = found.group("whole") or ""
    span = reading.sentence.span(start + found.start("part"), start + (found.end("whole") if whole else found.end("part")))
    says = f"占{whole}" if whole else "占比"
    return [
        Draft(reading.figures[number], name.indicator + says, (*name.spans, span), "share", "weighed", region=name.region, subject=name.subject)
        for number, name in zip(numbers, names, strict=True)
    ]


def _names(reading: Reading, index: int, lead: tuple[int, int], wanted: int, said: Sequence[Draft]) -> list[Name]:
    levels = [draft for draft in said if draft.measure == "level"]
    places = places_of(reading, *lead)
    if len(places) == wanted:
        if own := phrase(reading, after_count(reading.text, places[-1].end, wanted), lead[1]):
            return [Name(*named(reading, own), place) for place in places]
        return [Name(draft.indicator, draft.names, place) for draft in levels[-1:] for place in places]
    head = lead if phrase(reading, *lead) else clause_before(reading, index)
    if listed := phrase(reading, *head) if head else None:
        return members(reading, listed, wanted)
    told = [Name(draft.indicator, draft.names, draft.region, draft.subject) for draft in levels if draft.figure in reading.figures]
    return told[-wanted:]
