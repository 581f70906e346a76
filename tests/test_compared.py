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
]


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[case[0][:24] for case in CASES])
def test_differences(marked, expected):
    rows = extract_text(unmarked(marked), published=date(2019, 11, 20)).observations
    assert [row.text for row in rows] == texts(marked)
    assert [(row.indicator, row.value, row.unit, row.measure, row.comparison) for row in rows] == expected
