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
    # digits set one by one
    ("收入达到⟦4 1 6 0 元⟧", [(4160, "元", "exact")]),
    ("授予专利⟦2 3 ．5 万件⟧", [(235000, "件", "exact")]),
    ("⟦2 0 0 多个⟧城市", [(200, "个", "over")]),
    ("超过了⟦250毫米⟧", [(250, "毫米", "over")]),
    ("增长⟦19·5％⟧", [(19.5, "%", "exact")]),
    ("發生⟦4萬3,118件⟧", [(43118, "件", "exact")]),
    # percentages, points, parts
    ("下降⟦12.5%⟧", [(12.5, "%", "exact")]),
    ("下降⟦１２．５％⟧", [(12.5, "%", "exact")]),
    ("提高⟦1.2个百分点⟧", [(1.2, "百分点", "exact")]),
    ("提高⟦1.2百分点⟧", [(1.2, "百分点", "exact")]),
    ("占⟦七成⟧", [(70, "%", "exact")]),
    ("占⟦百分之十三点五⟧", [(13.5, "%", "exact")]),
    ("占⟦四分之一⟧", [(0.25, None, "exact")]),
    ("占⟦四分之一⟧强", [(0.25, None, "over")]),  # a little more
    ("占⟦四分之一⟧弱", [(0.25, None, "under")]),  # a little less
    ("占⟦四分之一⟧强制隔离人员", [(0.25, None, "exact")]),  # 强制 is a word of its own
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
    ("仅⟦两三名⟧", [(2, 3, "名", "exact")]),
    ("每次⟦三五名⟧", [(3, 5, "名", "exact")]),
    ("约⟦三十五六户⟧", [(35, 36, "户", "about")]),
    ("下降⟦百分之四至六⟧", [(4, 6, "%", "exact")]),
    # a thousand of a metric unit belongs to the unit
    ("巡逻⟦12千米⟧", [(12, "公里", "exact")]),
    # two numbers side by side
    ("查处⟦12起⟧⟦23人⟧", [(12, "起", "exact"), (23, "人", "exact")]),
    # traditional characters, and the old forms of numerals
    ("追回⟦三萬兩千元⟧", [(32000, "元", "exact")]),
    ("收繳⟦參佰貳拾件⟧,下降⟦八個百分點⟧", [(320, "件", "exact"), (8, "百分点", "exact")]),
    ("共⟦壹仟零伍人⟧", [(1005, "人", "exact")]),
    ("罚款⟦叁佰圆整⟧", [(300, "元", "exact")]),
    ("村民⟦六百卅七户⟧", [(637, "户", "exact")]),
    ("大陸百姓,部隊伍員", []),
    # digits and places by turns; 万 of 万, 兆 above 亿
    ("出动⟦2万4千3百人次⟧", [(24300, "人次", "exact")]),
    ("补助⟦3万500元⟧", [(30500, "元", "exact")]),
    ("⟦三兆五千亿日元⟧", [(3500000000000, "日元", "exact")]),
    ("⟦12万⟧ ⟦15万⟧", [(120000, None, "exact"), (150000, None, "exact")]),
    # 几 within a number
    ("走访⟦三十几户⟧", [(30, "户", "over")]),
    # blanks and line ends inside a number; two numbers stay two
    ("提高⟦3 个百 分点⟧", [(3, "百分点", "exact")]),
    ("共⟦四千 二百人⟧", [(4200, "人", "exact")]),
    ("⟦三百⟧ ⟦二百⟧", [(300, None, "exact"), (200, None, "exact")]),
    # signs
    ("增长⟦-4.7%⟧", [(-4.7, "%", "exact")]),
    ("增速为⟦负2.1%⟧", [(-2.1, "%", "exact")]),
    ("结余⟦负三万元⟧", [(-30000, "元", "exact")]),
    ("最低⟦零下12℃⟧", [(-12, "℃", "exact")]),
    ("歼-⟦16⟧战机", [(16, None, "exact")]),
    ("胜负⟦3次⟧", [(3, "次", "exact")]),
    # halves
    ("⟦一半⟧以上", [(0.5, None, "over")]),
    ("回落⟦半个百分点⟧", [(0.5, "百分点", "exact")]),
    ("毒品⟦两公斤半⟧", [(2.5, "公斤", "exact")]),
    ("用时⟦三个半小时⟧", [(3.5, "小时", "exact")]),
    ("上半年他的另一半身体", []),
    # fractions
    ("占⟦2/3⟧", [(pytest.approx(2 / 3), None, "exact")]),
    ("误差⟦万分之四⟧", [(pytest.approx(0.04), "%", "exact")]),
    ("含量⟦千分之六⟧", [(pytest.approx(0.6), "%", "exact")]),
    ("含量⟦6‰⟧", [(6, "‰", "exact")]),
    ("⟦四又二分之一倍⟧", [(4.5, "倍", "exact")]),
    # 折 is what is left to pay
    ("打⟦七五折⟧", [(75, "%", "exact")]),
    ("打⟦9折⟧", [(90, "%", "exact")]),
    # money
    ("赃款⟦六元五角⟧", [(6.5, "元", "exact")]),
    ("涉案⟦港币3万元⟧", [(30000, "港元", "exact")]),
    ("罚款⟦2万元⟧(含)以上", [(20000, "元", "over")]),
    # rates and casualties
    ("每⟦10万人⟧⟦0.7起⟧", [(100000, "人", "exact"), (0.7, "起/10万人", "exact")]),
    ("酒精含量⟦96毫克/100毫升⟧", [(96, "毫克/100毫升", "exact")]),
    ("致⟦2⟧死⟦7⟧伤", [(2, "人", "exact"), (7, "人", "exact")]),
    ("白酒⟦三两⟧", [(3, "两", "exact")]),
    ("凌晨⟦三点⟧⟦二十分⟧", [(3, "点", "exact"), (20, "分", "exact")]),
    # a cell of a spreadsheet
    ("合计⟦2.5E+06⟧", [(2500000, None, "exact")]),
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


def test_a_number_cut_by_the_end_of_a_line():
    (cut,) = find_quantities("同比下降百分\n之六")
    assert (cut.text, cut.value, cut.unit, cut.numeral) == ("百分\n之六", 6, "%", (4, 9))


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
