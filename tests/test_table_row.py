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
