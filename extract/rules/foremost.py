"""The numbers of those who come first in something, each behind its name: ``诉求量排前三位的是:高新区⟦5230件⟧、新城区(⟦4102件⟧)``."""

import re
from collections.abc import Sequence

from extract.indicators import phrase
from extract.lexicon import words
from extract.reading import Reading
from extract.rules.draft import Answer, Draft, measure_of, named
from extract.rules.listed_places import PLACE_KINDS

FOREMOST = re.compile(
    r"(?:排?名?[排居列]?在?(?:全[省市县区州])?前(?:[两三四五六七八九十]|\d{1,2})?[位名]?|靠前|较多|较大|较高|最多|增幅较大)的"
    r"(?:[^,;。:、]{0,6}?(?:分别|依次)?[是有为]:?|:|(?![\d一]))"
)
_STATEMENT = re.compile(r"[^;。]*$")


def foremost(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a number behind the place or body that has it, in a list that names what all its numbers count."""
    figure = reading.figures[index]
    if figure.kind not in ("count", "share", "money", None):
        return ()
    begins = _STATEMENT.search(reading.text, 0, figure.start)
    found = FOREMOST.search(reading.text, begins.start() if begins else 0, figure.start)
    topic = phrase(reading, reading.clause(found.start())[0], found.start()) if found else None
    in_brackets = reading.text[figure.start - 1 : figure.start] == "("
    end = figure.start - 1 if in_brackets else figure.start
    before = reading.clause(end - 1)[0] if in_brackets else reading.before(index)[0]
    last = reading.figures[index - 1].end if index else 0
    start = max(before, found.end() if found else 0, last if in_brackets else 0)
    if found is None or topic is None or start >= end:
        return ()
    place = next((region for region in reading.regions if start <= region.start and region.end <= end), None)
    one = phrase(reading, start, end)
    if place is None and one is None:
        return ()
    if place or one and one.text.endswith((*PLACE_KINDS, *words("subject_kinds"))):
        return [Draft(figure, *named(reading, topic), measure_of(figure), "foremost", region=place, subject=None if place else one)]
    return [Draft(figure, *named(reading, one), measure_of(figure), "foremost")] if one and not in_brackets else ()  # 前两位的是``盗窃罪``52件
