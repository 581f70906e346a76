"""Two levels in one sentence: ``由去年同期的⟦140起⟧降至⟦95起⟧``; and a level reached: ``增至⟦317起⟧``."""

import re
from collections.abc import Sequence

from extract.changes import change_before, compared_in
from extract.indicators import phrase
from extract.models import Mention, Span
from extract.reading import Reading
from extract.rules.draft import Answer, Draft, carried, measure_of, name_or_carried
from extract.rules.headed import clause_before
from extract.rules.rank import ranked

_FROM = re.compile(r"(?:由|从(?![宽严业事众轻重速快简优而]))[^,;。由从]{0,14}$")
_TURN = re.compile(r"\s*(?:左右|以上|出头)?,?(?P<verb>[^,;。、\d]{0,7}?(?:[至到为成]|清零))")
_UP_TO = re.compile(r",?(?P<verb>[至到])(?:约|近|逾|超过?)?")
_FIRST = re.compile(r"(?:首次|再次|一度|已|又|均)*")  # 案件总量自2000年以来,``首次``下降到
_IN_POINTS = re.compile("(?P<verb>达到?|为)(?:约|近|逾)?")
_REST = re.compile(r"(?:现在|目前|如今|当前|今年|现今)?的?(?:约|近|超过?|逾|不足|不到)?\s*")


def from_to(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read 由A降至B as the level at the base and the level now; A and B may each be counted twice (``42批61人次降至19批24人次``)."""
    start, end = reading.before(index)
    opened = _FROM.search(reading.text[start:end])
    after = index + 1
    while opened and after < len(reading.figures) and not reading.between(after).strip():
        after += 1
    word = _turn(reading, after) if opened and after < len(reading.figures) else None
    if opened is None or word is None:
        return ()
    named = ranked if reading.figures[index].kind == "rank" else phrase
    mention = named(reading, start, start + opened.start()) or _topic(reading, index)
    name = name_or_carried(reading, index, said, mention)
    if name is None:
        return ()
    last = after + 1
    while last < len(reading.figures) and last - after < after - index and not reading.between(last).strip():
        last += 1
    return [
        Draft(figure, *name, measure_of(figure), "from_to", verb=word,
              period_is_base=figure.start < word[0])
        for figure in reading.figures[index:last]
    ]  # fmt: skip


def _topic(reading: Reading, index: int) -> Mention | None:
    """Give what the clause before names, where it holds no figure: ``跨区域案件``,由2016年的⟦57件⟧增至134件."""
    ahead = reading.clause_ahead(reading.clause(reading.figures[index].start)[0])
    return None if compared_in(reading.text, *ahead) else phrase(reading, *ahead)  # 与上年比,由516名增至529名


def _turn(reading: Reading, after: int) -> Span | None:
    """Give the words that lead from the first level to the second: ``降至``, ``一路降到``去年的, ``调整为``."""
    between = reading.text[reading.figures[after - 1].end : reading.figures[after].start]
    found = _TURN.match(between)
    if not found:
        return None
    start = reading.figures[after - 1].end
    timed = [period for period in reading.periods if period.start <= start + found.end() < period.end]  # 到9月底的 holds 到
    rest = between[(timed[0].end - start if timed else found.end()) :]
    return (start + found.start("verb"), start + found.end()) if _REST.fullmatch(rest) else None


def reached(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a level that something rose or fell to: ``交通警情增至⟦268起⟧``, ``减少12起至⟦268起⟧``, ``连续四年下降,去年降至⟦268起⟧``."""
    start, end = reading.before(index)
    figure, word = reading.figures[index], change_before(reading.text, start, end)
    before = carried(reading, index, said)
    in_points = figure.kind == "share" and before is not None and before.figure.kind == "points"  # 占比提升3.9个百分点,``达到``39.4%
    if up_to := _UP_TO.fullmatch(reading.text, start, end) or (_IN_POINTS.fullmatch(reading.text, start, end) if in_points else None):
        name = name_or_carried(reading, index, said, None)
        return [Draft(figure, *name, measure_of(figure), "reached", verb=up_to.span("verb"))] if name else ()
    if word is None or word.sort != "to":
        return ()
    mention, head = phrase(reading, start, word.span[0]), clause_before(reading, index)
    ahead = head or (reading.clause_ahead(reading.clause(figure.start)[0]) if _FIRST.fullmatch(reading.text, start, word.span[0]) else None)
    name = name_or_carried(reading, index, said, (None if ahead and not head else mention) or (phrase(reading, *ahead) if ahead else None))
    return [Draft(figure, *name, measure_of(figure), "reached", verb=word.span)] if name else ()
