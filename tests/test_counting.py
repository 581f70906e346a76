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
