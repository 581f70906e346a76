"""What a number counts, cut from the words around it: ``counting`` and ``indicators`` by sentences of our own."""

from datetime import date

import pytest

from extract import extract_text
from tests.marked import texts, unmarked

# sentence with its figures marked | for each: indicator, value, unit, measure
CASES = [
    # brackets before the verb, and those for whom it was done, are no part of the name
    ("经审查后(含上年积存)批准逮捕⟦9件⟧。", [("批准逮捕", 9.0, "件", "level")]),
    ("为群众挽回经济损失⟦20万元⟧。", [("挽回经济损失", 200000.0, "元", "level")]),
    # what was got is told after how often
    ("县局⟦3次⟧获省厅通报表扬。", [("获省厅通报表扬", 3.0, "次", "level")]),
    # a place won in an assessment
    ("县院在全市综合考评中荣获⟦第三名⟧。", [("综合考评", 3.0, "名", "rank")]),
    # how many groups and how many in them
    ("全县有⟦12户⟧⟦49人⟧受灾。", [("受灾", 12.0, "户", "level"), ("受灾", 49.0, "人", "level")]),
    # what something is mostly is named, not where it gathers; a list in brackets is no part of a name
    ("投诉主要集中在占道经营⟦52件⟧。", [("占道经营", 52.0, "件", "level")]),
    (
        "县里受理各个渠道(含省长信箱、市长信箱、政务微信、手机客户端、报刊来信、便民信箱、调查问卷、流动站点、夜间专线等渠道)各类诉求⟦52件⟧。",
        [("各类诉求", 52.0, "件", "level")],
    ),
    # a rate of growth that is a name; a level reached for the first time
    ("人口自然增长率⟦2.3‰⟧。", [("人口自然增长率", 2.3, "‰", "share")]),
    ("案件总量自2010年以来,首次下降到⟦300起⟧以下。", [("案件总量", 300.0, "起", "level")]),
    ("三级劝阻力量共避免损失⟦90万元⟧。", [("避免损失", 900000.0, "元", "level")]),
    # a verb that is an adjective's; an age that nobody has; what falls from year to year
    ("主动投案人数⟦5人⟧。", [("主动投案人数", 5.0, "人", "level")]),
    ("人均期望寿命达⟦71.8岁⟧。", [("人均期望寿命", 71.8, "岁", "level")]),
    ("吸毒人员逐年在降,2018年是⟦207人⟧。", [("吸毒人员", 207.0, "人", "level")]),
    ("事故造成⟦121人⟧死亡失踪。", [("死亡失踪", 121.0, "人", "level")]),
    ("安置率刚过⟦六成⟧。", [("安置率", 60.0, "%", "share")]),
    # those who are some of the ones before; a remark in brackets; a mark of a note; 从 in a name
    ("⟦45名⟧干警中员额检察官仅⟦13名⟧。", [("干警", 45.0, "名", "level"), ("干警中员额检察官", 13.0, "名", "level")]),
    ("破获命案积案⟦5起⟧(最长的隐匿28年)。", [("破获命案积案", 5.0, "起", "level")]),
    ("破案率[2]⟦58.3%⟧。", [("破案率", 58.3, "%", "share")]),
    (
        "认罪认罚从宽制度适用率由1月份的⟦11%⟧提升至⟦82%⟧。",
        [("认罪认罚从宽制度适用率", 11.0, "%", "share"), ("认罪认罚从宽制度适用率", 82.0, "%", "share")],
    ),
    ("煤矿百万吨死亡人数为⟦1.03人⟧。", [("煤矿百万吨死亡人数", 1.03, "人", "level")]),
    # how long it has been so is no name; what brackets hold of it
    ("满意率达⟦95%⟧,连续五年位居全省⟦第一⟧。", [("满意率", 95.0, "%", "share"), ("满意率", 1.0, None, "rank")]),
    ("破获案件⟦106起⟧(含积案⟦17起⟧)。", [("破获案件", 106.0, "起", "level"), ("积案", 17.0, "起", "level")]),
    # times alone part what was counted first
    (
        "全县接报火灾⟦19起⟧,财产损失⟦3万元⟧。1月份⟦12起⟧、2月份⟦7起⟧。",
        [
            ("接报火灾", 19.0, "起", "level"),
            ("财产损失", 30000.0, "元", "level"),
            ("接报火灾", 12.0, "起", "level"),
            ("接报火灾", 7.0, "起", "level"),
        ],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[case[0][:24] for case in CASES])
def test_what_is_counted(marked, expected):
    text = unmarked(marked)
    rows = extract_text(text, published=date(2019, 11, 20)).observations
    assert [row.text for row in rows] == texts(marked)
    assert [(row.indicator, row.value, row.unit, row.measure) for row in rows] == expected
