"""A number whose name stands in the clause before it, which says how that stands: ``查实率步步走高,首年⟦8.7%⟧``."""

import re
from collections.abc import Sequence
from functools import cache

from extract.changes import sign_of
from extract.counting import noun_after
from extract.indicators import phrase
from extract.lexicon import any_of, words
from extract.models import Span
from extract.reading import Reading
from extract.rules.draft import Answer, Draft, inherited, measure_of, name_or_carried

_FOUND_AT = re.compile(r"(?:出现|发生|集中)在[^,;。]{1,10}$")  # 最大雨量出现在龙潭镇,达⟦263毫米⟧
_TOPIC = re.compile(r"(?:(?:至于|关于|对于)(?P<what>[^,;。]{2,20})|[^,;。]{0,10}以(?P<main>[^,;。]{1,10})为主)$")  # 至于凶杀案,去年有⟦28宗⟧
_SLOGAN = r"(?:实现|呈现?|均|保持)*[“\"](?:[一二三四五六七八九十两双全齐][降升增减下上][降升]?)+[”\"]"


def headed(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a bare number after a clause without one: ``举报最多,计⟦205条⟧``, ``发案持续走低,去年仅⟦12起⟧``."""
    start, end = reading.clause(reading.figures[index].start)
    head = clause_before(reading, index)
    if head is None or index and reading.figures[index - 1].end > start or _own_name(reading, index):
        return ()
    by = amount_of_change().search(reading.text, *head)
    name = name_or_carried(reading, index, said, phrase(reading, head[0], by.start() if by else head[1]))
    if name is None:
        return ()
    figure = reading.figures[index]
    if by and figure.kind in ("share", "points"):  # 警情降幅最大,达⟦32%⟧
        return [Draft(figure, *name, "change", "headed", sign_of(by.group()), by.span(), None, *inherited(reading, index, said))]
    return [Draft(figure, *name, measure_of(figure), "headed")]


@cache
def amount_of_change() -> re.Pattern[str]:
    """By how much something changed, at the end of a clause: 降幅, 增幅."""
    return re.compile(any_of(words("changes", sort="noun")) + "$")


def _own_name(reading: Reading, index: int) -> bool:
    figure = reading.figures[index]
    if phrase(reading, *reading.before(index)):
        return True
    return figure.kind not in ("share", "points") and noun_after(reading, *reading.after(index)) is not None


def clause_before(reading: Reading, index: int) -> Span | None:
    """Give what the clause before a figure's own is about, where it says how that moves or ranks and holds no figure: ``查实率``步步走高."""
    start, end = reading.clause_ahead(reading.clause(reading.figures[index].start)[0])
    if state := _FOUND_AT.search(reading.text, start, end) or _state().search(reading.text, start, end):
        return start, state.start()
    topic = _TOPIC.match(reading.text, start, end)
    return topic.span("what" if topic.group("what") else "main") if topic else None


@cache
def _state() -> re.Pattern[str]:
    """What a clause says of how a number moves or where it ranks: 步步走高, 最多, 位列前三."""
    moves = [word for word in words("changes", sort="change") if len(word) > 1]
    ranked = any_of(words("rank_words"))
    return re.compile(
        rf"(?:受[^,;。、]{{2,10}}(?:影响|带动|拉动))?(?:逐年|逐月|逐步|步步|持续|连年|连续(?:[两三四五六七八九十\d]{{1,2}}个?[年月季]度?)?|不断|稳步|明显|大幅|显著|总体|继续|则|却|由)*"
        rf"(?:{any_of(words('states'))}|分[居列]第?[二三四五六七八九十\d、和]+位?|{any_of(moves)}|逐[年月季]在?[升降减增]|{ranked}|{_SLOGAN})[^,;。]{{0,8}}$"
    )
