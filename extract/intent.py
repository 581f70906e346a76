"""What is planned or required, apart from what happened: ``力争⟦98%⟧``, a heading ``下一步``, ``要…达到⟦56%⟧``."""

import re
from dataclasses import dataclass
from functools import cache

from extract.indicators import action_verbs
from extract.lexicon import any_of, either, words
from extract.reading import Reading

_BY_NOW = re.compile(r"[,;]?[^,;]{0,6}已(?:[有经占达]|完成)|[,;](?:目前|截至|现已|已|去年|上年|此前|之前|今年以来)")
_TO_DO = ("把", "紧盯", "聚焦", "围绕", "着力", "落实", "推进", "推动", "启动", "举行", "举办", "建设", "于", "在", "达", "超")
_AIMS = re.compile(r"(?:预期|工作|奋斗|总体|主要)目标(?:是|为|:)")
_OF_PLAN = re.compile(r"占[^,。;]{0,6}$")
_PLAN_TITLE = re.compile(r"(?:要点|工作计划|工作安排|工作打算|(?:实施|工作|行动|整治)方案)\s*(?:\([^()]*\))?\s*$")
_AS_IT_IS = re.compile(r"在册|现有|现在|共有|原有|目前|已|去年|上年|以来|截[至止]|近[两三五]年|20\d\d年")
_HEADING_END = re.compile(r"(?:目标|任务|打算|安排|计划)\s*$")


@dataclass(slots=True)
class Intent:
    """Whether an article is telling its plans just now; fed its sentences in order.

    A heading or the opening of a paragraph may say so for all that follows in it.
    """

    of_heading: bool = False
    of_paragraph: bool = False
    of_report: bool = False

    def entitle(self, reading: Reading) -> None:
        """Take note of a headline that calls the whole a plan: ``2016年工作要点``."""
        self.of_report = bool(_PLAN_TITLE.search(reading.text))

    def begin_paragraph(self, reading: Reading) -> None:
        """Take note of how a paragraph opens: ``下一步``,全局将…"""
        self.of_paragraph = reading.sentence.kind != "heading" and (self.of_heading or bool(_opening().match(reading.text)))

    def leave(self, reading: Reading) -> None:
        """Take note of a heading, ``第四季度任务``, and of a sentence that names the aims that the rest of its paragraph goes on with."""
        if _AIMS.search(reading.text):
            self.of_paragraph = True
        if reading.sentence.kind == "heading":
            self.of_heading = bool(_opening().match(reading.text) or _HEADING_END.search(reading.text))

    def holds(self, reading: Reading, position: int) -> bool:
        """Tell whether what stands at a position is planned or required: by its heading, its paragraph or its sentence."""
        if self.of_paragraph:
            return True
        if self.of_report and not _AS_IT_IS.search(reading.text, 0, position):
            return True
        told = (found for found in _word().finditer(reading.text, 0, position) if not _names_plan(reading.text, found))
        wanted = max((found.end() for found in told), default=None)
        return wanted is not None and not _BY_NOW.search(reading.text, wanted, position)


def _names_plan(text: str, found: re.Match[str]) -> bool:
    """Tell whether a word only names a plan: 占全年``计划``数的99% is the part done, 科技攻关等``计划``实施顺利 how it went."""
    lead = text[max(0, found.start() - 1) : found.start()]
    named = found.group() == "计划" and lead in ("等", "的", "个", "项") or found.group() == "准备" and lead == "正"  # 将正准备出门的嫌疑人抓获
    return named or bool(_OF_PLAN.search(text, 0, found.start()))


@cache
def _word() -> re.Pattern[str]:
    """A word of intention: 力争, 确保, 要…达到. 为确保 only tells why something was done."""
    aim = r"[^,。;]{0,14}(?:达到|[增提扩压降]|建成|完成|新增|控制|实现|下降|不[低少超高])"
    modal = rf"(?<![重需主只不还就]要)(?=再|继续|进一步|持续|集中|保持|稳定|在[\d一二三四五六七八九]|{aim})"
    done = any_of((*action_verbs(), *(word for word in words("changes") if len(word) > 1), *_TO_DO))
    future = rf"(?<![即接必终]将)(?:继续|持续|进一步|全面|再|陆续|分批|逐步|力争|努力|重点|全力)*{done}"  # 将嫌疑人抓获 is no future
    wanted = [(word, rf"(?<![为以]{word[0]}){re.escape(word[1:])}") for word in sorted(words("target_words"), key=len, reverse=True)]
    asked = [(one, "(?:要求|提出)[,:]") for one in "省市县区局厅委部院府指议"]
    return re.compile(either((*wanted, *asked, ("目标", "标(?:是|为|:)"), ("要", modal), ("将", future))))


@cache
def _opening() -> re.Pattern[str]:
    """How a heading or paragraph opens that tells what is to come: 下一步, 明年, 围绕上述目标; not 超过预期目标."""
    return re.compile(rf"[^,。;:超完实达成]{{0,8}}?{any_of(words('target_headings'))}")
