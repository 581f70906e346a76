"""The newspaper page that comes with the project: its figures, and an answer for each of its other numbers."""

from pathlib import Path

import pytest

from extract import Extraction, extract_text
from extract.quantities import numerals

PAGE = Path(__file__).parents[1] / "data" / "reports" / "pingan_page_1.txt"


@pytest.fixture(scope="module")
def found() -> Extraction:
    return extract_text(PAGE.read_text(encoding="utf-8"), source=PAGE.name)


# text, indicator, value, unit, measure, qualifier, region, period
FIGURES = [
    ("13.7%", "刑事案件", -13.7, "%", "change", "exact", "浙江省", "2018-01/2018-06"),
    ("8.22%", "命案", -8.22, "%", "change", "exact", "浙江省", "2018-01/2018-06"),
    ("2.5%", "七类恶性案件", -2.5, "%", "change", "exact", "浙江省", "2018-01/2018-06"),
    ("17.1%", "侵财型案件", -17.1, "%", "change", "exact", "浙江省", "2018-01/2018-06"),
    ("626支", "平安志愿者队伍", 626.0, "支", "level", "exact", "浙江省丽水市龙泉市", "2018-07-18"),
    ("1.3万余人", "平安志愿者队伍", 13000.0, "人", "level", "over", "浙江省丽水市龙泉市", "2018-07-18"),
    ("22%", "总接警量", -22.0, "%", "change", "exact", "浙江省丽水市龙泉市", "../2018-07-18"),
    ("61%", "刑事立案", -61.0, "%", "change", "exact", "浙江省丽水市龙泉市", "../2018-07-18"),
    ("3059平方公里", "龙泉大地", 3059.0, "平方公里", "level", "exact", "浙江省丽水市龙泉市", "2018-07-18"),
    ("22个", "联村(社)服务团", 22.0, "个", "level", "exact", "浙江省衢州市江山市虎山街道", "2018-07-10"),
    ("25件", "解决各类矛盾纠纷及办实事", 25.0, "件", "level", "exact", "浙江省衢州市江山市虎山街道", "2018-07-10"),
]


def test_its_figures(found):
    assert [
        (row.text, row.indicator, row.value, row.unit, row.measure, row.qualifier, row.region_name, row.period) for row in found.observations
    ] == FIGURES


def test_the_changes_are_against_the_year_before(found):
    assert {row.comparison for row in found.observations if row.measure == "change"} == {"yoy"}
    assert {row.comparison for row in found.observations if row.measure != "change"} == {None}


def test_longquan_has_five(found):
    assert len([row for row in found.observations if row.region == "331181"]) == 5


REFUSED = [
    ("两个", "slogan"), ("四", "name"), ("五", "slogan"), ("2版", "page"), ("11点", "time"), ("一名", "article"), ("25件", "headline"),
    ("2个", "abstract"), ("七类", "name"), ("一张", "article"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_its_other_numbers(found, text, reason):
    assert reason in [refusal.reason for refusal in found.refusals if refusal.text == text]


def test_every_numeral_has_an_answer(found):
    spans = [(row.start, row.end) for row in (*found.observations, *found.refusals)]
    all_numerals = numerals(found.report.text)
    assert len(all_numerals) > 50
    assert [span for span in all_numerals if not any(start <= span[0] and span[1] <= end for start, end in spans)] == []
    assert all(refusal.reason and refusal.excerpt for refusal in found.refusals)


def test_what_the_words_were(found):
    text = found.report.text
    change = next(row for row in found.observations if row.text == "61%")
    words = {role: text[start:end] for role, start, end in change.spans}
    assert words["quantity"] == "61%"
    assert words["indicator"] == "刑事立案"
    assert words["region"] == "龙泉市"
    assert words["comparison"] == "同比"
    assert words["verb"] == "下降"
