"""Differences from another time or place: ``compared`` by sentences of our own, the sign by what is told of."""

from datetime import date

import pytest

from extract import extract_text
from tests.marked import texts, unmarked

# sentence with its figures marked | for each: indicator, value, unit, measure, base
CASES = [
    # what is faster takes less time
    ("平均⟦8.5分钟⟧到场,较上年快了⟦3分钟⟧。", [("到场", 8.5, "分钟", "level", None), ("到场", -3, "分钟", "change", "yoy")]),
    # and growth that is faster is more, slower less
    ("增加值增长⟦8.1%⟧,增速比全省快⟦2.1个百分点⟧。", [("增加值", 8.1, "%", "change", None), ("增速", 2.1, "百分点", "change", "other")]),
    ("增速比全省平均慢⟦0.4个百分点⟧。", [("增速", -0.4, "百分点", "change", "other")]),
    # 与…比较 and 与…同比 compare as 与…相比 does
    (
        "全市收案⟦90件⟧、结案⟦80件⟧,与2011—2015年比较,分别上升⟦19%⟧、⟦12%⟧。",
        [
            ("收案", 90, "件", "level", None),
            ("结案", 80, "件", "level", None),
            ("收案", 19, "%", "change", "other"),
            ("结案", 12, "%", "change", "other"),
        ],
    ),  # fmt: skip
    # the level compared with, and how many fewer or more
    (
        "收案⟦30件⟧,比上年同期⟦42件⟧少⟦12件⟧。",
        [("收案", 30, "件", "level", None), ("收案", 42, "件", "level", None), ("收案", -12, "件", "change", "yoy")],
    ),
    # the largest change, named in the clause before; the others of the list are changes, too
    (
        "火警同比上升⟦12%⟧。增幅最大的是龙泉市,达到⟦31%⟧,青田县、景宁县分别为⟦24%⟧和⟦15%⟧。",
        [
            ("火警", 12, "%", "change", "yoy"),
            ("火警", 31, "%", "change", "yoy"),
            ("火警", 24, "%", "change", "yoy"),
            ("火警", 15, "%", "change", "yoy"),
        ],
    ),
    # fewer than at the time that the clause before names, and what follows
    ("与去年同期相比,事故起数少⟦9起⟧,死亡人数下降⟦12%⟧。", [("事故起数", -9, "起", "change", "yoy"), ("死亡人数", -12, "%", "change", "yoy")]),
    # signs and arrows behind what is compared with
    ("查处违纪民警⟦6人⟧,同比⟦-45.5%⟧。", [("查处违纪民警", 6, "人", "level", None), ("查处违纪民警", -45.5, "%", "change", "yoy")]),
    ("★刑事案件立案数同比↓⟦11.8%⟧。", [("刑事案件立案数", -11.8, "%", "change", "yoy")]),
    # what the clause before says something of; a share reached after so many points; a part of what there was then
    ("工业投资保持扩张,同比增长⟦8.9%⟧。", [("工业投资", 8.9, "%", "change", "yoy")]),
    ("收案占比提升⟦3.9个百分点⟧,达到⟦39.4%⟧。", [("收案占比", 3.9, "百分点", "change", None), ("收案占比", 39.4, "%", "share", None)]),
    ("查验人员⟦9万人次⟧,是2019年同期的⟦48.8%⟧。", [("查验人员", 90000, "人次", "level", None), ("查验人员", 48.8, "%", "share", None)]),
    ("产值突破⟦3万元⟧大关。", [("产值", 30000, "元", "level", None)]),
    # with a clause between that holds no figure
    ("与去年同期相比,四项指数“三降一升”,其中起数下降⟦21%⟧。", [("起数", -21, "%", "change", "yoy")]),
    # 相较, and a sign of its own in brackets
    ("與2018年相較,發生數減少⟦2,112件⟧(⟦-4.67%⟧)。", [("發生數", -2112, "件", "change", "yoy"), ("發生數", -4.67, "%", "change", "yoy")]),
    ("与2018年上半年同比,收案上升⟦4%⟧。", [("收案", 4, "%", "change", "yoy")]),
    # a change after two levels is against the first one's time
    (
        "发案由去年的⟦40起⟧降到⟦30起⟧,降幅⟦25%⟧。",
        [("发案", 40.0, "起", "level", None), ("发案", 30.0, "起", "level", None), ("发案", -25.0, "%", "change", "yoy")],
    ),
    # 下同: the changes that follow are against the same
    ("发案同比(下同)减少⟦12起⟧。命案下降⟦50%⟧。", [("发案", -12.0, "起", "change", "yoy"), ("命案", -50.0, "%", "change", "yoy")]),
    ("与去年同期比,发案、破案分别下降⟦5%⟧、⟦3%⟧。", [("发案", -5.0, "%", "change", "yoy"), ("破案", -3.0, "%", "change", "yoy")]),
    ("收案同比前五年上升⟦76%⟧。", [("收案", 76.0, "%", "change", "other")]),
    # what fell is named in the clause before, and nothing else is
    ("火灾造成的受伤人数,比去年春节期间下降⟦12%⟧。", [("火灾造成的受伤人数", -12, "%", "change", "yoy")]),
    # the level that a change starts from is told with it, as of its own time
    (
        "2018年全市事故⟦152起⟧,比2010年的⟦480起⟧下降⟦68%⟧。",
        [("事故", 152, "起", "level", None), ("事故", 480, "起", "level", None), ("事故", -68, "%", "change", "other")],
    ),
    # a change told twice, by 即 or in brackets; a year after 同比
    ("案件同比增加⟦9起⟧即⟦11%⟧。", [("案件", 9, "起", "change", "yoy"), ("案件", 11, "%", "change", "yoy")]),
    ("被捕青年减少⟦9人⟧(⟦10%⟧)。", [("被捕青年", -9, "人", "change", None), ("被捕青年", -10, "%", "change", None)]),
    ("全县发案率同比2016年下降⟦12%⟧。", [("发案率", -12, "%", "change", "other")]),
    ("火灾死亡⟦2人⟧,比控制指标减少⟦3人⟧。", [("火灾死亡", 2, "人", "level", None), ("火灾死亡", -3, "人", "change", "other")]),
    # what stands in brackets is not what fell after them
    (
        "全市收案⟦321件⟧(含上年旧存⟦28件⟧),比上年下降⟦1.3%⟧。",
        [("收案", 321, "件", "level", None), ("旧存", 28, "件", "level", None), ("收案", -1.3, "%", "change", "yoy")],
    ),
]


def test_each_number_of_a_list_has_its_own_base():
    rows = extract_text("今年上半年,日均警情与2016年、2017年同比分别下降6%和4%。", published=date(2019, 7, 1)).observations
    assert [(row.value, row.base, row.period) for row in rows] == [(-6, "2016年", "2019-01/2019-06"), (-4, "2017年", "2019-01/2019-06")]


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[case[0][:24] for case in CASES])
def test_differences(marked, expected):
    rows = extract_text(unmarked(marked), published=date(2019, 11, 20)).observations
    assert [row.text for row in rows] == texts(marked)
    assert [(row.indicator, row.value, row.unit, row.measure, row.comparison) for row in rows] == expected
