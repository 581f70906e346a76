"""The constructions that make figures of numbers, one a file, in the order they are tried.

The first rule that answers for a number wins; a number that no rule answers for is refused as ``no_indicator``.
"""

from extract.rules.base_level import base_level
from extract.rules.change import change, changed, extreme
from extract.rules.compared import compared
from extract.rules.counted import acting, again, apportioned, average, beside, bracketed, counted, measured, portion, total
from extract.rules.draft import Answer, Draft, Refused, Rule
from extract.rules.foremost import foremost
from extract.rules.from_to import from_to, reached
from extract.rules.headed import headed
from extract.rules.multiple import multiple
from extract.rules.rank import next_in_rank, rank
from extract.rules.respectively import respectively
from extract.rules.share import share
from extract.rules.weighed import weighed

# Each with the characters of which its sentence has one, where it cannot do without; ``rules_for`` leaves it out of all others.
RULES: tuple[tuple[Rule, str], ...] = (
    (weighed, "占"),  # A、B分别占x和y
    (respectively, ""),  # A、B同比分别下降x和y
    (from_to, "由从"),  # 由A降至B
    (reached, ""),  # 增至x
    (base_level, "比较与同"),  # 比2015年的x下降y
    (change, ""),  # 同比下降x
    (extreme, "最居"),  # 降幅最大的某地为x
    (multiple, "的"),  # 是去年同期的x倍
    (compared, "比较高低超少多"),  # 比全市高x个百分点
    (rank, ""),  # 居全省第三
    (share, "占的"),  # 占总数的x%
    (beside, ""),  # 12起23人
    (foremost, "前较最"),  # 立案前三位的是甲县x件、乙县y件
    (apportioned, ""),  # 其中四川3人
    (counted, ""),  # 626支平安志愿者队伍
    (next_in_rank, "次"),  # 某地次之(x件)
    (bracketed, "("),  # 派出所(12个)
    (headed, ","),  # 查实率走高,首年x
    (average, "均"),  # 日均x
    (portion, "的"),  # x的区域被淹
    (changed, ""),  # 减少材料x份
    (again, ""),  # 2019年为268名
    (measured, ""),  # 刑事立案317起
    (acting, ""),  # 有x人主动投案
    (total, ""),  # …,共1.3万余人
)
_SIGNS = [(rule, frozenset(signs)) for rule, signs in RULES]


def rules_for(text: str) -> list[Rule]:
    """Give the rules that may speak in a sentence, by its characters."""
    characters = frozenset(text)
    return [rule for rule, signs in _SIGNS if not signs or not signs.isdisjoint(characters)]


__all__ = ["RULES", "Answer", "Draft", "Refused", "Rule", "rules_for"]
