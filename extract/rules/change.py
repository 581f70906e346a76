"""A change by so much: ``总接警量同比下降了⟦22%⟧``, ``较2012年提高⟦11个百分点⟧``, ``降幅⟦15.1%⟧``."""

import re
from collections.abc import Sequence
from functools import cache

from extract.changes import Change, Compared, change_at, change_before, compared_in, sign_of
from extract.counting import noun_after
from extract.indicators import phrase
from extract.lexicon import any_of, words
from extract.models import Mention, Quantity
from extract.reading import Reading
from extract.rules.draft import Answer, Draft, carried, inherited, name_or_carried, named
from extract.rules.headed import clause_before

_RUNNING = re.compile("连续.{1,5}[月年季周]度?$")
_BACK = 3  # clauses
_GOES = re.compile("(?:保持|持续|继续|呈|稳步|边际|明显|逐步|大幅|有所|较快|平稳|稳定)[^,;。]{1,8}$")
_REACHING = re.compile("(?:达到?|为|是)?[约近]?")
_AVERAGE = re.compile("(?:[年月日]均|平均每[年月日天])$")


def change(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a number that a word of change leads to."""
    start, end = reading.before(index)
    figure = reading.figures[index]
    word = change_before(reading.text, start, end) or _signed(reading, figure, start)
    if word is None or word.sort == "to":
        return ()
    compared = compared_in(reading.text, start, word.span[0])
    mention = phrase(reading, start, compared.span[0] if compared else word.span[0])
    if mention is None and compared:
        mention = phrase(reading, compared.span[1], word.span[0])
    if mention is None and figure.kind not in ("share", "points"):
        mention = noun_after(reading, *reading.after(index))
    if mention and (running := _RUNNING.search(mention.text)):
        mention = phrase(reading, mention.start, mention.start + running.start())  # 立案数``连续四个月``实现同比下降,全年下降⟦11%⟧
    if mention and (average := _AVERAGE.search(mention.text)):
        mention = phrase(reading, mention.start, mention.start + average.start())  # 刑事案件``年均``下降⟦6%⟧; 年均降幅⟦8%⟧ is of what fell
    if mention is None and (head := clause_before(reading, index)):
        of_clause = phrase(reading, *head)  # 发案数由升转降,全年下降⟦3%⟧, whatever was counted before
        own = of_clause and (of_clause.text.endswith(words("heads")) or not carried(reading, index, said))
        mention = of_clause if own else None
    name = name_or_carried(reading, index, said, mention or _of_clause_before(reading, index, said))
    if name is None and (moved := _what_moved(reading, index)):
        name = named(reading, moved)
    if name is None and said and clause_before(reading, index) and reading.regions:
        name = said[-1].indicator, said[-1].names  # 其中甲镇降得最快,同比下降⟦31%⟧: of what the sentence before counted
    if name is None:
        return ()
    compared = compared or compared_in(reading.text, *reading.clause(start)) or opening(reading, index)
    comparison, base = (compared.comparison, compared.base) if compared else inherited(reading, index, said)
    return [Draft(figure, *name, "change", "change", word.sign, word.span,
                  compared.span if compared else None, comparison, base)]  # fmt: skip


def _what_moved(reading: Reading, index: int) -> Mention | None:
    """Give what the clause before says something of: ``工业投资``保持扩张,同比增长⟦8.9%⟧."""
    start, end = reading.clause_ahead(reading.clause(reading.figures[index].start)[0])
    state = _GOES.search(reading.text, start, end)
    return phrase(reading, start, state.start()) if state else None


def _signed(reading: Reading, figure: Quantity, start: int) -> Change | None:
    """Read the sign of a number right behind what it is compared with: 同比``-45.5%``, 较2020年``+412名``."""
    plus = reading.text[figure.start - 1 : figure.start] == "+"
    lead = figure.start - plus
    compared = compared_in(reading.text, start, lead) if plus or reading.text[figure.start] in "-−" else None
    return Change((lead, lead + 1), 1, "change") if compared and compared.span[1] == lead else None


def _of_clause_before(reading: Reading, index: int, said: Sequence[Draft]) -> Mention | None:
    """Give what the clause before names, where no number went before: 事故造成的``死亡人数``,比去年春节期间下降⟦48%⟧."""
    if carried(reading, index, said):
        return None
    named = phrase(reading, *reading.clause_ahead(reading.clause(reading.figures[index].start)[0]))
    return named if named and named.text.endswith(words("heads")) else None


def changed(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a change told before its noun: ``减少办事材料⟦80余万份⟧``, ``增加警力⟦300名⟧``."""
    figure = reading.figures[index]
    found = phrase(reading, *reading.before(index))
    word = change_at(reading.text, found.start, found.end) if found else None
    rest = phrase(reading, word.span[1], found.end) if found and word else None
    if word is None or rest is None or rest.text[0] in "到至" or figure.kind in ("share", "points", "rank"):
        return ()
    return [Draft(figure, *named(reading, rest), "change", "changed", word.sign, word.span)]


def extreme(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read the largest or smallest of the changes just told: ``降幅最大的龙泉市为⟦16.9%⟧``."""
    figure = reading.figures[index]
    before = carried(reading, index, said) or next((draft for draft in reversed(said[-12:]) if draft.measure == "change"), None)
    start, end = reading.before(index)
    ahead = reading.clause_ahead(reading.clause(start)[0])
    if _REACHING.fullmatch(reading.text, start, end) and ahead[1]:
        start = ahead[0]  # 增幅最大的是甲县,达⟦31%⟧
    found = _extreme().search(reading.text[start:end])
    if found is None or before is None or before.measure != "change" or figure.unit != before.figure.unit:
        return ()
    region = next((region for region in reading.regions if start + found.end("noun") <= region.start and region.end <= end), None)
    sign = sign_of(found.group("noun"))
    return [Draft(figure, before.indicator, before.names, "change", "extreme", sign, (start + found.start("noun"), start + found.end("noun")),
                  comparison=before.comparison, base=before.base, region=region)]  # fmt: skip


@cache
def _extreme() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<noun>{any_of(words('changes', sort='noun'))})(?:最大|最小|最高|最低|最多|居首|居前)[^,;。]*(?:,(?:达到?|为|是)?[约近]?)?$"
    )


def opening(reading: Reading, index: int) -> Compared | None:
    """Give the comparison of a clause of its own before the figure's: ``与去年同期相比``,(四项指数“三降一升”,)起数下降⟦18.4%⟧."""
    start = reading.clause(reading.figures[index].start)[0]
    for _ in range(_BACK):
        before = reading.clause(max(0, start - 1))
        if reading.text[before[0] : before[1]].strip().endswith(("相比", "相较", "比", "比较", "同期", "上年", "去年")):
            return compared_in(reading.text, *before)
        if not before[0] or reading.text[start - 1] != "," or any(before[0] <= figure.start < before[1] for figure in reading.figures):
            return None
        start = before[0]
    return None
