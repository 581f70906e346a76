"""Tables flattened to lines, with a row or a cell in each."""

from datetime import date

from extract import extract_text

PUBLISHED = date(2019, 11, 20)

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


TIMES = """指标
今年1-6月
去年同期
同比
事故起数(起)
86
104
-17.3%
经济损失(万元)
42.6
58.3
-26.9%
"""


def test_a_table_whose_columns_are_times() -> None:
    """The first cell of a line says what is counted, the columns when, and against what."""
    rows = extract_text("龙泉市月报\n\n全市交通平稳。\n\n" + TIMES, published=PUBLISHED).observations
    assert [(row.indicator, row.value, row.unit, row.measure, row.comparison, row.period) for row in rows] == [
        ("事故起数", 86.0, "起", "level", None, "2019-01/2019-06"),
        ("事故起数", 104.0, "起", "level", None, "2018-01/2018-06"),
        ("事故起数", -17.3, "%", "change", "yoy", "2019-01/2019-06"),
        ("经济损失", 426_000.0, "元", "level", None, "2019-01/2019-06"),
        ("经济损失", 583_000.0, "元", "level", None, "2018-01/2018-06"),
        ("经济损失", -26.9, "%", "change", "yoy", "2019-01/2019-06"),
    ]


def test_a_table_whose_cells_are_parted_by_strokes() -> None:
    text = "【各镇完成情况】（检查／隐患／整改率）\n小梅镇：57家次／204处／91.6%\n上垟镇：43家次／118处／89.5%\n"
    rows = extract_text("龙泉市周报\n\n全市平安。\n\n" + text, published=PUBLISHED).observations
    assert [(row.region_name[-3:], row.indicator, row.value) for row in rows] == [
        ("小梅镇", "检查", 57.0), ("小梅镇", "隐患", 204.0), ("小梅镇", "整改率", 91.6),
        ("上垟镇", "检查", 43.0), ("上垟镇", "隐患", 118.0), ("上垟镇", "整改率", 89.5),
    ]  # fmt: skip


def test_cells_parted_by_blanks_keep_to_themselves() -> None:
    rows = extract_text("交通月报\n\n各中队情况如下。\n\n城东中队　死亡事故9起　死亡10人\n\n以上。", published=PUBLISHED).observations
    assert [row.indicator for row in rows][0] == "死亡事故"


CELLS = """单位
立案(起)
破案率(%)
立案同比(%)
城东所
312
59.9
-8.2
城西所
148
65.5
+3.5
"""


def test_a_table_with_one_cell_a_line() -> None:
    rows = extract_text("龙泉市月报\n\n全市发案平稳。\n\n" + CELLS, published=PUBLISHED).observations
    assert [(row.subject, row.indicator, row.value, row.unit, row.measure, row.comparison) for row in rows] == [
        ("城东所", "立案", 312.0, "起", "level", None),
        ("城东所", "破案率", 59.9, "%", "share", None),
        ("城东所", "立案同比", -8.2, "%", "change", "yoy"),
        ("城西所", "立案", 148.0, "起", "level", None),
        ("城西所", "破案率", 65.5, "%", "share", None),
        ("城西所", "立案同比", 3.5, "%", "change", "yoy"),
    ]


CHANGES = """地　区　事故起数（起）　同比（±%）　死亡人数（人）　同比（±%）

合　计　30　-14.2　26　12

龙泉市　11　—　8　-20
"""


def test_columns_of_changes_are_of_the_column_before_them() -> None:
    rows = extract_text("丽水市月报\n\n全市交通平稳。\n\n" + CHANGES, published=PUBLISHED).observations
    assert [(row.region, row.indicator, row.value, row.unit, row.measure, row.comparison) for row in rows] == [
        ("331100", "事故起数", 30.0, "起", "level", None), ("331100", "事故起数", -14.2, "%", "change", "yoy"),
        ("331100", "死亡人数", 26.0, "人", "level", None), ("331100", "死亡人数", 12.0, "%", "change", "yoy"),
        ("331181", "事故起数", 11.0, "起", "level", None), ("331181", "死亡人数", 8.0, "人", "level", None),
        ("331181", "死亡人数", -20.0, "%", "change", "yoy"),
    ]  # fmt: skip
