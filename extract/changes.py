"""How a number is compared: the word of change before it, and what it is compared with.

``同比下降了⟦13.7%⟧`` is a change, down, yoy; ``由128起降至⟦96起⟧`` reaches a level; ``较2012年提高⟦11个百分点⟧`` has a base of its own.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.lexicon import any_of, rows, words
from extract.models import Comparison, Span


@dataclass(frozen=True, slots=True)
class Change:
    """A word of change: its span, its sign and its sort: change (by so much), to (a level follows), noun (降幅)."""

    span: Span
    sign: int
    sort: Literal["change", "to", "noun"]


@dataclass(frozen=True, slots=True)
class Compared:
    """What a change is measured against: the words, their span and the kind of comparison."""

    span: Span
    comparison: Comparison
    base: str


@cache
def _signs() -> dict[str, tuple[int, Literal["change", "to", "noun"]]]:
    return {row["word"]: (int(row["sign"]), row["sort"]) for row in rows("changes")}  # type: ignore[misc]


@cache
def _change() -> re.Pattern[str]:
    """A word of change right before its number; a degree word or 了 may stand between."""
    return re.compile(rf"({any_of(words('changes'))})(?:{any_of((*words('qualifiers'), *words('change_links')))}|[了\s])*$")


@cache
def _ends() -> frozenset[str]:
    """The characters that it may end with, blanks aside."""
    return frozenset(("了", *(word[-1] for word in (*words("changes"), *words("qualifiers"), *words("change_links")))))


@cache
def _comparing() -> re.Pattern[str]:
    adverb = any_of(words("comparisons", sort="adverb"))
    degree = any_of(word for word in words("light_words", side="after") if len(word) > 1)  # 前年``轻微``下跌
    ends = rf"相[比较]|比较?(?=,|$)|(?:{degree}|[略稍微])*(?:{any_of(words('changes'))}|$)|[,:;又]"
    base = r"(?P<base>(?:\d{4}年、)*[^,;:。比较与、]{1,12}?)(?:\([^()]{,24}\))?"  # 较去年同期(2022年1月31日至2月6日)增长
    link = "(?:[比相]对于?|对比|相较于?|比起|比|较|与|同|和)"
    return re.compile(rf"同比(?P<year>\d{{4}}年|前[两三四五]年|上届)|(?P<adverb>{adverb})|{link}{base}(?:(?<=[年月度期])同比|(?={ends}))")


# What may be compared with though no list names it: 2012年, 上月底, 平均水平, 专项斗争前, “十三五”期间, 上次.
_BASE = re.compile(
    r"[年月季周底初末]|(?:控制|考核)(?:指标|目标)$|同期|平均|以前|[动争建立施行改案展战治始用设线造]前$|期间$|时期$|[上首]次$|前的\d+天$|\d日$|^[昨前]"
)


def change_before(text: str, start: int, end: int) -> Change | None:
    """Find the word of change that ends at a number's start: ``总接警量同比下降了`` → 下降, −1."""
    last = text[end - 1 : end]
    found = _change().search(text[start:end]) if last in _ends() or last.isspace() else None
    if not found or text.endswith("自然", start, start + found.start(1)):
        return None  # 人口自然增长率
    sign, sort = _signs()[found.group(1)]
    return Change((start + found.start(1), start + found.end(1)), sign, sort)


def change_at(text: str, start: int, end: int) -> Change | None:
    """Find the word of change that a stretch begins with: ``减少``办事材料 → 减少, −1."""
    found = _leading().match(text, start, end)
    return Change(found.span(), _signs()[found.group()][0], "change") if found else None


def sign_of(amount: str) -> int:
    """Give the sign of a word for how much something changed: 降幅 −1, 增幅 1."""
    return _signs()[amount][0]


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(any_of(word for word in words("changes", sort="change") if len(word) > 1))


def compared_in(text: str, start: int, end: int) -> Compared | None:
    """Find what a change is compared with in a stretch of text, the last one named: ``同比``, ``较去年同期``, ``比2012年``."""
    last = None
    for found in _comparing().finditer(text, start, end):
        word = found.group("year") or found.group("adverb") or found.group("base").strip()
        if found.group("base") and not is_base(word):
            continue  # 与群众座谈, 和解: no base of a comparison
        last = Compared((found.start(), found.end()), comparison_of(word), BASES.get(word, word))
    return last


def is_base(told: str) -> bool:
    """Tell whether words name what may be compared with: 去年同期, 2005年, 平均水平; not 群众 of 与群众座谈."""
    return told in _comparisons() or bool(_BASE.search(told))


@cache
def _comparisons() -> dict[str, Comparison]:
    return {row["word"]: row["comparison"] for row in rows("comparisons")}  # type: ignore[misc]


def comparison_of(base: str) -> Comparison:
    """Tell the kind of comparison that a base's words make: 去年同期 is yoy, 上月底 mom, 2012年 and 全市平均水平 other."""
    return _comparisons().get(base) or _by_words(base)


def _by_words(word: str) -> Comparison:
    if re.fullmatch(r"(?:去年|上年|上一年)[^\d]{0,6}|(?:去年|上年|上一年).{0,6}(?:同期|月底|年底|末|季度|月)", word):
        return "yoy"
    return "mom" if re.fullmatch(r"上(?:个)?(?:月|季度|季|周)(?:底|末)?", word) else "other"


BASES = {"同比": "去年同期", "环比": "上期"}
