"""A place among others: ``公众安全感居全省⟦第三⟧``."""

import re
from collections.abc import Sequence

from extract.indicators import phrase
from extract.lexicon import words
from extract.models import Mention
from extract.reading import Reading
from extract.refusing import rank_words
from extract.rules.draft import Answer, Draft, carried, name_or_carried

_AMONG = re.compile(r"在(?P<what>[^,;。]{2,20}?)(?:中|里|内|当中)?$")
_ASSESSED = ("考评", "考核", "评比", "评查", "评估", "测评", "竞赛", "比武", "督察", "排名", "调查")


def rank(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read 第N after a word of ranking, with what stands before that word or was told just before."""
    figure = reading.figures[index]
    if figure.kind != "rank":
        return ()
    start = max(reading.clause(figure.start)[0], reading.before(index)[0])  # 满意度以96%居⟦第一⟧
    name = name_or_carried(reading, index, said, ranked(reading, start, figure.start))
    return [Draft(figure, *name, "rank", "rank")] if name else ()


def ranked(reading: Reading, start: int, end: int) -> Mention | None:
    """Give what is ranked, before the word of ranking that a stretch ends with and those among whom: ``满意度``在全县乡镇中排名.

    Where nothing stands before them it is the assessment itself: 在全市``综合考评``中荣获.
    """
    word = rank_words().search(reading.text[start:end])
    among = word and _AMONG.search(reading.text, start, start + word.start())
    name = phrase(reading, start, among.start() if among else start + word.start()) if word else None
    nobody = name is None or name.text.endswith(words("subject_endings"))  # ``县院``在全市综合考评中
    assessed = nobody and among and among.group("what").endswith(_ASSESSED)
    return phrase(reading, *among.span("what")) if among and assessed else name


def next_in_rank(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read the number of what ranks behind what was just told: 城南社区警情最多(48件),``城东社区次之``(⟦40件⟧), ``城东所以``⟦40件⟧``次之``."""
    figure, before = reading.figures[index], carried(reading, index, said)
    start, end = reading.clause(figure.start - 1)
    if reading.text[start - 1 : start] == "(":
        start, end = reading.clause(start - 2)
    behind = reading.text.startswith("次之", figure.end) or reading.text[start:end].endswith("次之")
    if not behind or before is None or before.figure.unit != figure.unit:
        return ()
    place = next((region for region in reading.regions if start <= region.start and region.end <= figure.start), None)
    return [Draft(figure, before.indicator, before.names, before.measure, "next_in_rank", region=place)]
