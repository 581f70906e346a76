"""Numbers that are no figures: each in a sentence of our own, with the reason it is refused for."""

from datetime import date

import pytest

from extract import extract_text
from tests.marked import texts, unmarked

PUBLISHED = date(2019, 11, 20)

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
    ("实施⟦亿元⟧以上项目。", "name"),
    ("群众对⟦两级⟧法院工作满意。", "name"),
    ("运用⟦第一种⟧形态处理干部。", "ordinal"),
    ("警辅配比⟦1⟧:1.6。", "ratio"),
    ("满意度在全县⟦19个⟧乡镇中列第三。", "rank_base"),
    ("国道⟦348⟧线发生拥堵。", "code"),
    ("第九条 随地丢弃废物的,处⟦五百元⟧以下罚款。", "article_of_law"),
    ("被告人李某盗窃自行车⟦2辆⟧。", "name"),
    ("法院判处罚金⟦900元⟧。", "name"),
    ("⟦212⟧省道发生拥堵。", "code"),
    ("龙泉市工作简报第 ⟦47 期⟧印发。", "ordinal"),
    ("情况分析:⟦1⟧.事故减少;2.火灾增加。", "ordinal"),
    ("⟦千年⟧古城开门迎客。", "name"),
    ("报警请拨打110或⟦3222165⟧。", "phone"),
    ("⟦2019⟧全国消防队伍严阵以待。", "date"),
    ("⟦百日⟧安保行动有序推进。", "name"),
    ("“雪亮工程”⟦二期⟧工程开工。", "name"),
    ("⟦三台⟧县法院的经验值得推广。", "name"),
    ("⟦百里⟧洲派出所加强巡逻。", "name"),
    ("出版《环境司法发展报告(⟦2019⟧)》。", "date"),
    ("记者6月⟦13⟧从省公安厅获悉。", "date"),
    ("大雾中货车在高速公路⟦1205公里⟧处追尾。", "address"),
    ("以上⟦三项⟧指数全面下降。", "name"),
    ("各村请于每月⟦5日⟧前报送数据。", "date"),
    ("犯罪与伤害、盗窃、抢劫同比分别下降⟦3%⟧和4%。", "unequal_list"),
]


def test_an_address_in_brackets_refuses_no_figure_behind_it():
    rows = extract_text("某新闻(www.example.cn)从省厅获悉,全省破案60起。", published=date(2019, 11, 20)).observations
    assert [row.text for row in rows] == ["60起"]


@pytest.mark.parametrize(("marked", "reason"), REFUSALS, ids=[case[0][:20] for case in REFUSALS])
def test_refusal(marked: str, reason: str) -> None:
    text, (number,) = unmarked(marked), texts(marked)
    found = extract_text(text, published=PUBLISHED)
    assert number not in [row.text for row in found.observations]
    start = marked.index("⟦")
    assert [row.reason for row in found.refusals if row.start <= start < row.end] == [reason]
