"""The constructions, each a table of our own sentences: the figures as they must be read, marked ⟦…⟧ in order."""

from datetime import date

import pytest

from extract import extract_text
from tests import marked as marked_text

PUBLISHED = date(2019, 11, 20)

# sentence with its figures marked | for each: indicator, value, unit, measure, comparison
CASES = [
    # a change with the comparison before the verb
    ("今年1至10月,龙泉市刑事立案同比下降了⟦6.1%⟧。", [("刑事立案", -6.1, "%", "change", "yoy")]),
    # a change against a named base
    ("全县调成率较2012年提高⟦11个百分点⟧。", [("调成率", 11.0, "百分点", "change", "other")]),
    # month on month
    ("10月份,全市盗窃警情环比上升⟦4.5%⟧。", [("盗窃警情", 4.5, "%", "change", "mom")]),
    # 分别 pairs names and numbers in order
    (
        "命案、抢劫案件和盗窃案件同比分别下降⟦8.5%⟧、⟦12%⟧和⟦20.1%⟧。",
        [("命案", -8.5, "%", "change", "yoy"), ("抢劫案件", -12.0, "%", "change", "yoy"), ("盗窃案件", -20.1, "%", "change", "yoy")],
    ),
    # a head noun shared by the members of a list
    (
        "全市治安和刑事案件同比分别下降⟦1.5%⟧和⟦2.5%⟧。",
        [("治安案件", -1.5, "%", "change", "yoy"), ("刑事案件", -2.5, "%", "change", "yoy")],
    ),
    # each member with its own word of change
    (
        "刑事警情、纠纷警情同比分别下降⟦9%⟧和上升⟦6%⟧。",
        [("刑事警情", -9.0, "%", "change", "yoy"), ("纠纷警情", 6.0, "%", "change", "yoy")],
    ),
    # a number before the noun it counts, and a total that goes on with it
    (
        "龙泉目前有⟦52支⟧义务巡防队,共⟦1.2万余人⟧。",
        [("义务巡防队", 52.0, "支", "level", None), ("义务巡防队", 12000.0, "人", "level", None)],
    ),
    # the action belongs to the indicator
    ("全县打掉⟦3个⟧恶势力团伙。", [("打掉恶势力团伙", 3.0, "个", "level", None)]),
    # the name before the number
    ("全县破获盗窃案件⟦124起⟧。", [("破获盗窃案件", 124.0, "起", "level", None)]),
    # a second measure of the same thing
    ("县法院审结涉恶案件⟦6件⟧⟦41人⟧。", [("审结涉恶案件", 6.0, "件", "level", None), ("审结涉恶案件", 41.0, "人", "level", None)]),
    # a rate is a share
    ("矛盾纠纷调成率⟦98.1%⟧。", [("矛盾纠纷调成率", 98.1, "%", "share", None)]),
    # a part of a whole that was counted just before
    ("电气火灾⟦41起⟧,占全部火灾的⟦42.3%⟧。", [("电气火灾", 41.0, "起", "level", None), ("电气火灾占全部火灾", 42.3, "%", "share", None)]),
    # two levels, then and now
    (
        "电诈损失由去年同期的⟦1386万元⟧降至⟦904.5万元⟧。",
        [("电诈损失", 13860000.0, "元", "level", None), ("电诈损失", 9045000.0, "元", "level", None)],
    ),
    # an absolute change
    ("盗窃立案⟦203起⟧,同比减少⟦36起⟧。", [("盗窃立案", 203.0, "起", "level", None), ("盗窃立案", -36.0, "起", "change", "yoy")]),
    # a rank
    ("公众安全感居全省第⟦三⟧。".replace("第⟦三⟧", "⟦第三⟧"), [("公众安全感", 3.0, None, "rank", None)]),
    # the area of a place
    ("民警守护着⟦2536平方公里⟧的龙泉大地。", [("龙泉大地", 2536.0, "平方公里", "level", None)]),
    # what happened to those who are counted
    ("事故造成⟦3名⟧群众死亡、⟦12人⟧受伤。", [("群众死亡", 3.0, "名", "level", None), ("受伤", 12.0, "人", "level", None)]),
    # the parts of a count that fall to places
    (
        "台风造成⟦9人⟧失踪(其中浙江⟦6人⟧,福建⟦3人⟧)。",
        [("失踪", 9.0, "人", "level", None), ("失踪", 6.0, "人", "level", None), ("失踪", 3.0, "人", "level", None)],
    ),
    # a difference from another place or time
    (
        "全县调解成功率为⟦97%⟧,比全市平均水平高⟦2.5个百分点⟧。",
        [("调解成功率", 97.0, "%", "share", None), ("调解成功率", 2.5, "百分点", "change", "other")],
    ),
    ("公众安全感⟦98%⟧,高出全省平均水平⟦1.5个百分点⟧。", [("公众安全感", 98.0, "%", "share", None), ("公众安全感", 1.5, "百分点", "change", "other")]),
    ("流动人口⟦8万人⟧,比去年同期多⟦3000人⟧。", [("流动人口", 80000.0, "人", "level", None), ("流动人口", 3000.0, "人", "change", "yoy")]),
    # one indicator told of several subjects, whose count is no figure
    ("河口、上坊、南岭三个派出所接警量分别为⟦310起⟧、⟦205起⟧和⟦96起⟧。", [("接警量", value, "起", "level", None) for value in (310.0, 205.0, 96.0)]),
    # the same count at another time
    ("2018年全县失踪儿童⟦12名⟧,2019年仅⟦5名⟧。", [("失踪儿童", 12.0, "名", "level", None), ("失踪儿童", 5.0, "名", "level", None)]),
    # the verb after 分别 says what the places are told of
    ("龙泉市和景宁县分别死亡⟦2人⟧和⟦1人⟧。", [("死亡", 2.0, "人", "level", None), ("死亡", 1.0, "人", "level", None)]),
    # the extreme among changes just told
    ("全市警情下降⟦11%⟧,降幅最大的龙泉市为⟦16%⟧。", [("警情", -11.0, "%", "change", None), ("警情", -16.0, "%", "change", None)]),
    # a change told before its noun
    ("群众办事更快了,减少材料⟦300份⟧。", [("材料", -300.0, "份", "change", None)]),
    # what a count comes to a day; what follows goes on with the count
    (
        "全县接警⟦5800起⟧,日均⟦64起⟧,同比上升⟦7%⟧。",
        [("接警", 5800.0, "起", "level", None), ("日均接警", 64.0, "起", "level", None), ("接警", 7.0, "%", "change", "yoy")],
    ),
    # a number in brackets behind what it measures
    ("发案最多的是龙泉市(⟦143起⟧)。", [("发案", 143.0, "起", "level", None)]),
    # doubt said before 占
    ("盗窃警情约占⟦三成⟧。", [("盗窃警情占比", 30.0, "%", "share", None)]),
    # a base that a paired list takes over
    (
        "起数同比减少⟦14起⟧、死亡人数减少⟦5人⟧,分别下降⟦17%⟧和⟦32%⟧。",
        [("起数", -14.0, "起", "change", "yoy"), ("死亡人数", -5.0, "人", "change", "yoy"),
         ("起数", -17.0, "%", "change", "yoy"), ("死亡人数", -32.0, "%", "change", "yoy")],
    ),
    # quotation marks stay whole
    ("“两抢”案件同比下降⟦30%⟧。", [("“两抢”案件", -30.0, "%", "change", "yoy")]),
    # the subject of an action is no part of what is counted
    ("⟦18个⟧调解组织现场化解邻里纠纷⟦25件⟧。", [("调解组织", 18.0, "个", "level", None), ("化解邻里纠纷", 25.0, "件", "level", None)]),
]


def unmarked(sentence: str) -> tuple[str, list[str]]:
    """Give the sentence without its marks, and what they hold."""
    return marked_text.unmarked(sentence), marked_text.texts(sentence)


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[case[0][:24] for case in CASES])
def test_construction(marked: str, expected: list[tuple[object, ...]]) -> None:
    text, figures = unmarked(marked)
    rows = extract_text(text, published=PUBLISHED).observations
    assert [row.text for row in rows] == figures
    assert [(row.indicator, row.value, row.unit, row.measure, row.comparison) for row in rows] == expected


# sentence with the number marked | the reason it is no figure
REFUSALS = [
    ("(下转⟦2版⟧)", "page"),
    ("民警扶起⟦一名⟧醉汉。", "article"),
    ("建设“⟦两个⟧高水平”的目标不变。", "slogan"),
    ("健全了⟦四⟧大机制。", "name"),
    ("每天晚上⟦11点⟧后,他便上街巡逻。", "time"),
    ("会议于⟦7月17日⟧召开。", "date"),
    ("老王又多了⟦2个⟧身份。", "abstract"),
    ("报警请拨打⟦110⟧。", "phone"),
    ("⟦第一批⟧队员出发。", "ordinal"),
    ("学习党的⟦十九⟧大精神。", "name"),
    ("学习⟦二十届⟧三中全会精神。", "name"),
    ("龙泉、景宁⟦两⟧县发案下降。", "list_count"),
    ("犯罪与伤害、盗窃、抢劫同比分别下降⟦3%⟧和4%。", "unequal_list"),
]


@pytest.mark.parametrize(("marked", "reason"), REFUSALS, ids=[case[0][:20] for case in REFUSALS])
def test_refusal(marked: str, reason: str) -> None:
    text, (number,) = unmarked(marked)
    found = extract_text(text, published=PUBLISHED)
    assert number not in [row.text for row in found.observations]
    start = marked.index("⟦")
    assert [row.reason for row in found.refusals if row.start <= start < row.end] == [reason]


# sentence with the figure marked | the region and period it holds for
SCOPES = [
    # the place and time of the sentence
    ("2018年,龙泉市刑事立案同比下降⟦6%⟧。", "331181", "2018"),
    # carried from the sentence before
    ("1-6月,龙泉市发案平稳。刑事立案同比下降⟦6%⟧。", "331181", "2019-01/2019-06"),
    # what something is compared with is neither
    ("龙泉市刑事立案比2016年下降⟦6%⟧。", "331181", "2019-11-20"),
    ("1-6月,龙泉市调解成功率97%,比丽水全市平均水平高⟦2个百分点⟧。", "331181", "2019-01/2019-06"),
    # a time in brackets, or after 其中, is said aside
    ("1-6月(2017年基数偏低),龙泉市发案下降⟦6%⟧。", "331181", "2019-01/2019-06"),
    ("1-6月,龙泉市发案90起,其中4月份发案9起;立案⟦60起⟧。", "331181", "2019-01/2019-06"),
    # a level at the time compared with
    ("今年1-6月,龙泉市发案由去年同期的⟦90起⟧降至60起。", "331181", "2018-01/2018-06"),
    ("1-6月,龙泉市火灾7起,去年同期为⟦12起⟧。", "331181", "2018-01/2018-06"),
    # since a start, up to a day
    ("自2018年1月专项行动开展以来,截至2019年10月底,龙泉市立案⟦60起⟧。", "331181", "2018-01/2019-10"),
    # a standing fact is of the report's day
    ("1-6月,龙泉市发案平稳。现有民警⟦300名⟧。", "331181", "2019-11-20"),
    # the size of a place does not change with the months
    ("1-6月,龙泉市面积⟦3000平方公里⟧。", "331181", "2019-11-20"),
    # what happens abroad has no code
    ("缅甸执法部门移交犯罪嫌疑人⟦31名⟧。", None, "2019-11-20"),
]


@pytest.mark.parametrize(("marked", "region", "period"), SCOPES, ids=[case[0][:24] for case in SCOPES])
def test_where_and_when(marked: str, region: str | None, period: str) -> None:
    text, (figure,) = unmarked(marked)
    (row,) = [row for row in extract_text(text, published=PUBLISHED).observations if row.text == figure]
    assert (row.region, row.period) == (region, period)


# sentence | whether its figure was reached or is wanted
TARGETS = [
    ("全县新增调解员⟦12名⟧。", "actual"),
    ("力争年底前新增调解员⟦12名⟧。", "target"),
    ("到年底,县里打算再新增调解员⟦12名⟧。", "target"),
    ("明年目标:新增调解员⟦12名⟧。", "target"),
    ("明年盗窃发案要较今年下降⟦20%⟧以上。", "target"),
]


@pytest.mark.parametrize(("marked", "status"), TARGETS, ids=[case[0][:20] for case in TARGETS])
def test_targets(marked: str, status: str) -> None:
    text, _ = unmarked(marked)
    assert [row.status for row in extract_text(text, published=PUBLISHED).observations] == [status]


TABLE = """辖区　在册流动人口（人）　出租房（户）　登记率（%）

城东镇　4125　710　97.2

城西镇　6390　1124　95.8
"""


def test_a_table_flattened_to_lines() -> None:
    rows = extract_text("龙泉市月报\n\n全市流动人口平稳。\n\n" + TABLE, published=PUBLISHED).observations
    assert [(row.subject, row.indicator, row.value, row.unit, row.measure) for row in rows] == [
        ("城东镇", "在册流动人口", 4125.0, "人", "level"), ("城东镇", "出租房", 710.0, "户", "level"), ("城东镇", "登记率", 97.2, "%", "share"),
        ("城西镇", "在册流动人口", 6390.0, "人", "level"), ("城西镇", "出租房", 1124.0, "户", "level"), ("城西镇", "登记率", 95.8, "%", "share"),
    ]  # fmt: skip
