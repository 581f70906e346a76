"""Numbers with their units: each sentence with its numbers marked, and what they are worth."""

import pytest

from extract.quantities import find_quantities, numerals
from tests.marked import spans, texts, unmarked

# sentence | value (or low, high), unit, qualifier of each marked number
QUANTITIES = [
    ("有⟦526支⟧队伍", [(526, "支", "exact")]),
    # multipliers are worked out
    ("共⟦1.4万余人⟧", [(14000, "人", "over")]),
    ("共⟦3.2亿元⟧", [(320000000, "元", "exact")]),
    ("发放⟦5000多份⟧", [(5000, "份", "over")]),
    # Chinese numerals
    ("出动⟦三百二十名⟧民警", [(320, "名", "exact")]),
    ("走访⟦一千零六户⟧", [(1006, "户", "exact")]),
    ("面积⟦两万五千亩⟧", [(25000, "亩", "exact")]),
    ("⟦十余万人⟧", [(100000, "人", "over")]),
    ("达⟦二十四万人次⟧", [(240000, "人次", "exact")]),
    # separators and full-width digits
    ("警情⟦31,906起⟧", [(31906, "起", "exact")]),
    ("警情⟦１２３４起⟧", [(1234, "起", "exact")]),
    # percentages, points, parts
    ("下降⟦12.5%⟧", [(12.5, "%", "exact")]),
    ("下降⟦１２．５％⟧", [(12.5, "%", "exact")]),
    ("提高⟦1.2个百分点⟧", [(1.2, "百分点", "exact")]),
    ("提高⟦1.2百分点⟧", [(1.2, "百分点", "exact")]),
    ("占⟦七成⟧", [(70, "%", "exact")]),
    ("占⟦百分之十三点五⟧", [(13.5, "%", "exact")]),
    ("占⟦四分之一⟧", [(25, "%", "exact")]),
    # words around that make a number vague
    ("下降⟦近三成⟧".replace("⟦近", "近⟦"), [(30, "%", "under")]),
    ("约⟦300人⟧", [(300, "人", "about")]),
    ("⟦300人⟧左右", [(300, "人", "about")]),
    ("超过⟦300人⟧", [(300, "人", "over")]),
    ("不足⟦300人⟧", [(300, "人", "under")]),
    # ranges
    ("⟦20至30名⟧队员", [(20, 30, "名", "exact")]),
    ("下降⟦15%—20%⟧", [(15, 20, "%", "exact")]),
    ("损失⟦七八十万元⟧", [(700000, 800000, "元", "exact")]),
    # a thousand of a metric unit belongs to the unit
    ("巡逻⟦12千米⟧", [(12, "公里", "exact")]),
    # two numbers side by side
    ("查处⟦12起⟧⟦23人⟧", [(12, "起", "exact"), (23, "人", "exact")]),
    # numerals inside words are no numbers
    ("统一思想,进一步健全,群众一起参加,千万不要", []),
]


@pytest.mark.parametrize(("marked", "expected"), QUANTITIES, ids=[marked for marked, _ in QUANTITIES])
def test_quantities(marked, expected):
    text = unmarked(marked)
    found = find_quantities(text)
    assert [quantity.text for quantity in found] == texts(marked)
    assert [(quantity.start, quantity.end) for quantity in found] == spans(marked)
    told = [(q.value, q.unit, q.qualifier) if q.value is not None else (q.low, q.high, q.unit, q.qualifier) for q in found]
    assert told == expected


# what counts as a numeral at all
NUMERALS = [
    ("进一步健全了⟦四⟧大机制,共⟦626⟧支", "a word such as 进一步 holds none"),
    ("⟦二〇一九⟧年", "digit by digit"),
    ("⟦１２⟧起", "any width"),
    ("统一领导,一旦发现", "only words"),
]


@pytest.mark.parametrize(("marked", "why"), NUMERALS, ids=[why for _, why in NUMERALS])
def test_numerals(marked, why):
    assert numerals(unmarked(marked)) == spans(marked)
