"""The constructions that make figures of numbers, one a file, in the order they are tried.

The first rule that answers for a number wins; a number that no rule answers for is refused as ``no_indicator``.
"""

from extract.rules.change import change, changed, extreme
from extract.rules.compared import compared
from extract.rules.counted import acting, again, apportioned, average, beside, bracketed, counted, measured, portion, total
from extract.rules.draft import Answer, Draft, Refused, Rule
from extract.rules.from_to import from_to, reached
from extract.rules.headed import headed
from extract.rules.multiple import multiple
from extract.rules.rank import next_in_rank, rank
from extract.rules.respectively import respectively
from extract.rules.share import share
from extract.rules.weighed import weighed

RULES: tuple[Rule, ...] = (
    weighed,  # A、B分别占x和y
    respectively,  # A、B同比分别下降x和y
    from_to,  # 由A降至B
    reached,  # 增至x
    change,  # 同比下降x
    extreme,  # 降幅最大的某地为x
    multiple,  # 是去年同期的x倍
    compared,  # 比全市高x个百分点
    rank,  # 居全省第三
    share,  # 占总数的x%
    beside,  # 12起23人
    apportioned,  # 其中四川3人
    counted,  # 626支平安志愿者队伍
    next_in_rank,  # 某地次之(x件)
    bracketed,  # 派出所(12个)
    headed,  # 查实率走高,首年x
    average,  # 日均x
    portion,  # x的区域被淹
    changed,  # 减少材料x份
    again,  # 2019年为268名
    measured,  # 刑事立案317起
    acting,  # 有x人主动投案
    total,  # …,共1.3万余人
)

__all__ = ["RULES", "Answer", "Draft", "Refused", "Rule"]
