"""Of whom a number is told that names only a part of them: ``6起重大火灾中,城市⟦4起⟧``, ``吸毒人员中,35岁以上⟦9名⟧``."""

import re
from functools import cache

from extract.indicators import phrase
from extract.lexicon import any_of, words
from extract.models import Mention
from extract.reading import Reading

_AMONG = re.compile(r"(?<![其之])(?P<whom>[^,;:。、]{2,16})中\s*,")
_NO_PEOPLE = re.compile(r"过程|行动|工作|活动|期间|会战|斗争|整治|巡逻|检查|调查|报告|会议|会上$")


def among(reading: Reading, part: Mention) -> Mention | None:
    """Give whom the statement that holds ``part`` opens with as those it is on, where ``part`` does not say them itself."""
    if "中" not in reading.text[: part.start]:
        return None
    start = max(reading.text.rfind(mark, 0, part.start) for mark in ";。") + 1
    found = _AMONG.search(reading.text, start, part.start)
    if found is None or _NO_PEOPLE.search(found.group("whom")):
        return None
    counted = [figure.end for figure in reading.figures if found.start() <= figure.start < found.end("whom")]
    whom = phrase(reading, max([found.start("whom"), *counted]), found.end("whom"))
    if whom is None or not _ends().search(whom.text) or _ends().search(part.text) or part.text in whom.text:
        return None
    return whom


@cache
def _ends() -> re.Pattern[str]:
    """How those who or what are counted are called at the end: 人员, 案件, 火灾."""
    return re.compile(f"(?:{any_of(words('heads'))}|火灾|人员?|者|纠纷|嫌疑人|学生|老人|干部|群众)$")
