"""Lists of names that pair with lists of numbers: the names, the numbers and their units in order, without 分别 too."""

from datetime import date

import pytest

from extract import extract_text
from tests.marked import texts, unmarked

# sentence with its figures marked | for each: indicator, where or whose, value, unit
CASES = [
    # 分别 is left out: names and changes, places and counts
    ("火灾数、伤亡数比上年下降⟦11.5%⟧、⟦9.8%⟧。", [("火灾数", None, -11.5, "%"), ("伤亡数", None, -9.8, "%")]),
    ("龙泉市、庆元县立案⟦15件⟧、⟦11件⟧。", [("立案", "331181", 15, "件"), ("立案", "331126", 11, "件")]),
    # changes of the figures just told
    (
        "止付⟦1.4亿元⟧、返还⟦1289万元⟧,同比增长⟦6%⟧、⟦83%⟧。",
        [("止付", None, 140_000_000, "元"), ("返还", None, 12_890_000, "元"), ("止付", None, 6, "%"), ("返还", None, 83, "%")],
    ),
    # 依次是 before a name begins a list of names with their numbers
    ("各类案件居前的依次是盗窃案⟦48件⟧,诈骗案⟦20件⟧。", [("盗窃案", None, 48, "件"), ("诈骗案", None, 20, "件")]),
    # whose numbers these are stands in the clause before
    (
        "面包车、三轮车增幅较大,分别查处⟦90起⟧、⟦48起⟧,同比增加⟦6%⟧、⟦3%⟧。",
        [("面包车", None, 90, "起"), ("三轮车", None, 48, "起"), ("面包车", None, 6, "%"), ("三轮车", None, 3, "%")],
    ),
    ("刑事、治安警情,同比分别下降⟦9%⟧和⟦6%⟧。", [("刑事警情", None, -9, "%"), ("治安警情", None, -6, "%")]),
    ("今年同比事故起数和死亡人数分别下降⟦9%⟧和⟦6%⟧。", [("事故起数", None, -9, "%"), ("死亡人数", None, -6, "%")]),
    # what was told of one is told of another
    (
        "煤矿事故起数和死亡人数分别下降⟦9%⟧和⟦6%⟧,道路交通分别下降⟦4%⟧和⟦7%⟧。",
        [("煤矿事故起数", None, -9, "%"), ("死亡人数", None, -6, "%"), ("道路交通事故起数", None, -4, "%"), ("道路交通死亡人数", None, -7, "%")],
    ),
    # only the last says what they all are
    (
        "东港、西港、深圳湾、南站口岸客流分别为⟦9万人次⟧、⟦8万人次⟧、⟦7万人次⟧、⟦6万人次⟧。",
        [("客流", None, 90_000, "人次"), ("客流", None, 80_000, "人次"), ("客流", None, 70_000, "人次"), ("客流", None, 60_000, "人次")],
    ),
    (
        "运用第一、二、三种形态分别处理⟦9人次⟧、⟦8人次⟧、⟦7人次⟧。",
        [("第一种形态", None, 9, "人次"), ("第二种形态", None, 8, "人次"), ("第三种形态", None, 7, "人次")],
    ),
    # of each of several, what was told last
    ("全市发案下降⟦12%⟧。城东、城西派出所分别上升⟦3%⟧和⟦7%⟧。", [("发案", None, -12, "%"), ("发案", None, 3, "%"), ("发案", None, 7, "%")]),
    # two verbs of one word
    ("全市收结案数同比分别上升⟦9%⟧、⟦6%⟧。", [("收案数", None, 9, "%"), ("结案数", None, 6, "%")]),
    # two measures of one thing that is named behind the last
    ("对⟦23笔⟧、⟦180万元⟧涉案资金进行返还。", [("涉案资金", None, 23, "笔"), ("涉案资金", None, 1_800_000, "元")]),
    # how many the list has is no figure, and what follows is of none of them alone
    ("广东、江苏、山东3个省法院收案均超⟦50万件⟧。", [("收案", None, 500_000, "件")]),
    # a comma parts two statements
    ("立案⟦12起⟧,上升⟦8%⟧,⟦95%⟧以上在村里化解。", [("立案", None, 12, "起"), ("立案", None, 8, "%"), ("在村里化解", None, 95, "%")]),
    # the unit stands behind the last number
    (
        "撤诉率⟦58%⟧,息诉率⟦91%⟧,较上年分别提升⟦4.1⟧、⟦1.7个百分点⟧。",
        [("撤诉率", None, 58, "%"), ("息诉率", None, 91, "%"), ("撤诉率", None, 4.1, "百分点"), ("息诉率", None, 1.7, "百分点")],
    ),
    # a run of ordinals
    (
        "第一至第三种形态依次为⟦86人⟧、⟦24人⟧、⟦5人⟧。",
        [("第一种形态", None, 86, "人"), ("第二种形态", None, 24, "人"), ("第三种形态", None, 5, "人")],
    ),
    # those that come first, named in the clause before
    ("立案数居前两位的是龙泉市、庆元县,分别为⟦15件⟧和⟦11件⟧。", [("立案数", "331181", 15, "件"), ("立案数", "331126", 11, "件")]),
    # several who did the same, named there with how they rank
    ("城南所、城北所接报警情居前两位,分别为⟦62起⟧和⟦40起⟧。", [("接报警情", None, 62, "起"), ("接报警情", None, 40, "起")]),
    # parts of a whole by places, and of what a clause lists
    ("龙泉市、庆元县抓获数分别占全市的⟦41%⟧和⟦19%⟧。", [("抓获数占全市", "331181", 41, "%"), ("抓获数占全市", "331126", 19, "%")]),
    ("收送礼品和礼金、违规吃喝问题最为突出,各占⟦三成⟧和⟦两成⟧。", [("收送礼品和礼金占比", None, 30, "%"), ("违规吃喝问题占比", None, 20, "%")]),
    # what stayed as it was is told without a number, and takes its place in the list
    (
        "起火⟦20起⟧,伤⟦5人⟧,损失⟦30万元⟧,同比分别下降⟦9%⟧、持平和上升⟦6%⟧。",
        [("起火", None, 20, "起"), ("伤", None, 5, "人"), ("损失", None, 300_000, "元"), ("起火", None, -9, "%"), ("损失", None, 6, "%")],
    ),
    ("刑事警情、治安警情和火警同比分别下降⟦9%⟧、⟦6%⟧和持平。", [("刑事警情", None, -9, "%"), ("治安警情", None, -6, "%")]),
    # those that come first, each with its number: a place, a body, a kind
    ("诉求量排前两位的是:龙泉市⟦60件⟧、庆元县⟦40件⟧。", [("诉求量", "331181", 60, "件"), ("诉求量", "331126", 40, "件")]),
    ("发案较多的有城东派出所⟦32起⟧、城西派出所⟦28起⟧。", [("发案", None, 32, "起"), ("发案", None, 28, "起")]),
    ("案由居前两位的是盗窃罪⟦52件⟧、诈骗罪⟦31件⟧。", [("盗窃罪", None, 52, "件"), ("诈骗罪", None, 31, "件")]),
    # the others in order, each with its number; what they come to together is of none alone
    (
        "龙泉市信访⟦60件⟧,其它依次为庆元县⟦40件⟧,景宁县⟦20件⟧。",
        [("信访", "331181", 60, "件"), ("信访", "331126", 40, "件"), ("信访", "331127", 20, "件")],
    ),
    (
        "醉驾同比上升⟦9%⟧。龙泉市⟦60起⟧、杭州市⟦40起⟧,共⟦100起⟧。",
        [("醉驾", None, 9, "%"), ("醉驾", "331181", 60, "起"), ("醉驾", "330100", 40, "起"), ("醉驾", None, 100, "起")],
    ),
    (
        "龙泉市火灾⟦60起⟧、庆元县⟦40起⟧,两地合计⟦100起⟧。",
        [("火灾", "331181", 60, "起"), ("火灾", "331126", 40, "起"), ("火灾", "331100", 100, "起")],
    ),
    # a level that is the last of years, and its change
    (
        "龙泉市发案2017年⟦60起⟧,2018年⟦40起⟧,今年上半年⟦20起⟧,下降⟦9%⟧。",
        [("发案", None, 60, "起"), ("发案", None, 40, "起"), ("发案", None, 20, "起"), ("发案", None, -9, "%")],
    ),
    ("年均增幅达⟦24%⟧。", [("年均增幅", None, 24, "%")]),
    # what happened to people of each of several towns; of what was counted in that unit
    ("柏树镇、响泉镇分别死亡⟦5人⟧和⟦4人⟧。", [("死亡", None, 5, "人"), ("死亡", None, 4, "人")]),
    (
        "全市火灾⟦90起⟧,损失⟦8万元⟧。龙泉市、庆元县分别发生⟦60起⟧和⟦30起⟧。",
        [("火灾", "331181", 90, "起"), ("损失", "331181", 80_000, "元"), ("火灾", "331181", 60, "起"), ("火灾", "331126", 30, "起")],
    ),
    # shares of places go on with the share of all
    ("安全感为⟦95%⟧。从县市看,龙泉市⟦98%⟧,庆元县⟦97%⟧。", [("安全感", None, 95, "%"), ("安全感", "331181", 98, "%"), ("安全感", "331126", 97, "%")]),
    # a unit lent by the last
    (
        "生产指数和服务指数分别为⟦51%⟧和⟦52%⟧,较上月上升⟦0.9个⟧和⟦2个百分点⟧。",
        [("生产指数", None, 51, "%"), ("服务指数", None, 52, "%"), ("生产指数", None, 0.9, "百分点"), ("服务指数", None, 2, "百分点")],
    ),
    # what fell by so many people is what was counted in them
    (
        "溺水事故⟦2起⟧,溺亡⟦1人⟧,同比减少⟦3起⟧、⟦2人⟧。",
        [("溺水事故", None, 2, "起"), ("溺亡", None, 1, "人"), ("溺水事故", None, -3, "起"), ("溺亡", None, -2, "人")],
    ),
    (
        "溺水事故⟦7起⟧、溺亡⟦2人⟧,同比减少⟦5起⟧⟦3人⟧。",
        [("溺水事故", None, 7, "起"), ("溺亡", None, 2, "人"), ("溺水事故", None, -5, "起"), ("溺亡", None, -3, "人")],
    ),
    # the year before, each of what was counted in its unit
    (
        "溺水事故⟦7起⟧、溺亡⟦2人⟧,去年同期⟦9起⟧、⟦4人⟧。",
        [("溺水事故", None, 7, "起"), ("溺亡", None, 2, "人"), ("溺水事故", None, 9, "起"), ("溺亡", None, 4, "人")],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[case[0][:24] for case in CASES])
def test_lists(marked, expected):
    rows = extract_text(unmarked(marked), published=date(2019, 11, 20)).observations
    assert [row.text for row in rows] == texts(marked)
    assert [(row.indicator, row.region if len({place for _, place, _, _ in expected}) > 1 else None, row.value, row.unit) for row in rows] == expected
