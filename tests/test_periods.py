"""Times: each sentence with its time marked, and what it means in a report of 18 July 2018."""

from datetime import date

import pytest

from extract.periods import find_periods
from tests.marked import spans, unmarked

REPORT = date(2018, 7, 18)
PERIODS = [
    ("⟦1-6月⟧,全省发案下降", ["2018-01/2018-06"]),
    ("⟦今年1至5月⟧", ["2018-01/2018-05"]),
    ("⟦2017年⟧全年", ["2017"]),
    ("⟦去年⟧全市", ["2017"]),
    ("⟦上半年⟧", ["2018-01/2018-06"]),
    # a quarter that has not ended is last year's
    ("⟦四季度⟧", ["2017-10/2017-12"]),
    ("⟦一季度⟧", ["2018-01/2018-03"]),
    ("⟦今年前三个月⟧", ["2018-01/2018-03"]),
    ("⟦7月10日⟧上午", ["2018-07-10"]),
    # a day far ahead of the report is last year's
    ("⟦12月30日⟧上午", ["2017-12-30"]),
    ("⟦2015年3月2日⟧", ["2015-03-02"]),
    ("⟦2014年至2016年⟧", ["2014/2016"]),
    ("⟦6月3日至15日⟧", ["2018-06-03/2018-06-15"]),
    ("⟦截至6月底⟧", ["2018-06"]),
    ("⟦截至2017年底⟧", ["2017-12"]),
    ("⟦今年以来⟧", ["2018-01/2018-07"]),
    # a start that the report does not date
    ("⟦自平安巡防活动开展以来⟧,发案下降", ["../2018-07-18"]),
    ("⟦自去年5月专项行动开展以来⟧", ["2017-05/2018-07"]),
    ("⟦近三年⟧", ["2015/2018"]),
    ("⟦“十二五”期间⟧", ["2011/2015"]),
    ("⟦昨天⟧", ["2018-07-17"]),
    ("⟦上月⟧", ["2018-06"]),
    ("⟦今年大年初三⟧", ["2018-02-18"]),
    # what is compared with is marked as such
    ("比⟦2016年⟧下降", ["2016"]),
    ("较⟦2016年⟧同期下降", ["2016"]),
]


@pytest.mark.parametrize(("marked", "edtf"), PERIODS, ids=[marked for marked, _ in PERIODS])
def test_periods(marked, edtf):
    found = find_periods(unmarked(marked), REPORT)
    assert [period.edtf for period in found][: len(edtf)] == edtf
    assert [(period.start, period.end) for period in found][:1] == spans(marked)


KINDS = [
    ("比⟦2016年⟧下降", "base"),
    ("比⟦去年同期⟧下降", "base"),
    ("⟦当日⟧", "same"),
    ("晚上⟦11点⟧", "clock"),
    ("历时⟦两个多月⟧", "duration"),
]


@pytest.mark.parametrize(("marked", "kind"), KINDS, ids=[marked for marked, _ in KINDS])
def test_kinds(marked, kind):
    assert kind in [period.kind for period in find_periods(unmarked(marked), REPORT)]


def test_days_are_inclusive():
    (period,) = find_periods("1-6月", REPORT)
    assert (period.first, period.last) == (date(2018, 1, 1), date(2018, 6, 30))


def test_without_a_report_day_nothing_is_guessed():
    assert [(period.edtf, period.first) for period in find_periods("1-6月,全省下降", None)] == [(None, None)]
    assert [period.edtf for period in find_periods("2016年1-6月,全省下降", None)] == ["2016-01/2016-06"]
