"""Times: each sentence with its time marked, and what it means in a report of 18 July 2018."""

from datetime import date

import pytest

from extract.periods import find_periods
from tests.marked import spans, unmarked

REPORT = date(2018, 7, 18)
PERIODS = [
    ("⟦1-6月⟧,全省发案下降", ["2018-01/2018-06"]),
    ("⟦4、5、6月⟧发案下降", ["2018-04/2018-06"]),
    ("⟦2017年一、二季度⟧发案上升", ["2017-01/2017-06"]),
    ("⟦2016、2017年⟧发案下降", ["2016/2017"]),
    ("2017年第9期简报说⟦6月2日夜间至4日⟧有雨", ["2018-06-02/2018-06-04"]),
    # days that follow each other are one time; days apart are two, in the month named
    ("⟦6月6日、7日⟧共查获3起,8日又查获1起", ["2018-06-06/2018-06-07", "2018-06-08"]),
    ("⟦2018年5月1日和2日⟧", ["2018-05-01/2018-05-02"]),
    ("⟦6月3日⟧、9日先后发生两起", ["2018-06-03", "2018-06-09"]),
    # the day after the last of a month
    ("⟦5月31日⟧查获2起,1日查获3起", ["2018-05-31", "2018-06-01"]),
    ("⟦7月10日⟧,11名民警", ["2018-07-10"]),
    # a campaign that has no end of its own lasts until the report
    ("⟦今年4月开展严打整治斗争以来⟧,全县破案12起", ["2018-04/2018-07"]),
    ("⟦今年1至5月⟧", ["2018-01/2018-05"]),
    ("⟦2017年⟧全年", ["2017"]),
    ("⟦去年⟧全市", ["2017"]),
    ("⟦上半年⟧", ["2018-01/2018-06"]),
    # a quarter that has not ended is last year's
    ("⟦四季度⟧", ["2018-10/2018-12"]),
    ("⟦一季度⟧", ["2018-01/2018-03"]),
    ("⟦今年前三个月⟧", ["2018-01/2018-03"]),
    ("⟦7月10日⟧上午", ["2018-07-10"]),
    # a day far ahead of the report is last year's
    ("⟦12月30日⟧上午", ["2018-12-30"]),
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
    # weeks run from Monday; the report's day is a Wednesday
    ("⟦上周⟧,全市", ["2018-07-09/2018-07-15"]),
    ("⟦上周五⟧,民警", ["2018-07-13"]),
    ("⟦周五⟧,民警", ["2018-07-13"]),
    ("⟦每周五⟧下乡", [None]),
    ("⟦周一至周五⟧开门", [None]),
    ("⟦7月13日,星期五⟧,民警", ["2018-07-13"]),
    ("⟦6月第二周⟧", ["2018-06-11/2018-06-17"]),
    # months and their parts
    ("⟦6月下旬⟧", ["2018-06-21/2018-06-30"]),
    ("⟦本月5日⟧", ["2018-07-05"]),
    ("⟦下个月⟧", ["2018-08"]),
    ("⟦去年11月至今年3月⟧", ["2017-11/2018-03"]),
    ("⟦今年后两个月⟧", ["2018-11/2018-12"]),
    ("⟦去年初⟧", ["2017-01/2017-02"]),
    ("⟦去年⟧初步建成", ["2017"]),
    ("⟦上季度⟧", ["2018-04/2018-06"]),
    ("⟦2016年三季度末⟧", ["2016-09"]),
    ("⟦今年头两个月⟧", ["2018-01/2018-02"]),
    ("仅⟦5月和6月⟧两个月", ["2018-05/2018-06"]),
    ("⟦5月份以来⟧", ["2018-05/2018-07"]),
    ("⟦1 9 9 6 年⟧收入增加", ["1996"]),
    ("⟦从去年年初到今年5月⟧", ["2017-01/2018-05"]),
    ("⟦1月24日至年底⟧", ["2018-01-24/2018-12-31"]),
    ("⟦5月20日启动,到6月20日⟧恰满一个月", ["2018-05-20/2018-06-20"]),
    # 号 is a day in a date only
    ("⟦5月6号⟧上午", ["2018-05-06"]),
    ("⟦2016年5月6号至9号⟧", ["2016-05-06/2016-05-09"]),
    ("⟦5月⟧12号楼", ["2018-05"]),
    ("⟦六月初五⟧", ["2018-07-17"]),
    # written as in tables and forms
    ("⟦2017-03-02至2017-03-09⟧", ["2017-03-02/2017-03-09"]),
    ("⟦2017.03-2017.11⟧", ["2017-03/2017-11"]),
    ("⟦2016年 5月⟧", ["2016-05"]),
    # 29 February without a year is the last there was
    ("⟦2月29日⟧", ["2016-02-29"]),
    # years of two digits, decades, reigns
    ("⟦09年⟧", ["2009"]),
    ("⟦16年4月⟧", ["2016-04"]),
    ("⟦三四年⟧", [None]),
    ("⟦上世纪70年代⟧", ["1970/1979"]),
    ("⟦80年代初⟧", ["1980/1989"]),
    ("⟦光绪三年⟧", ["1877"]),
    # lunar dates
    ("⟦农历五月十三⟧", ["2018-06-26"]),
    ("⟦腊月廿三⟧", ["2018-02-08"]),
    # holidays as the State Council set them
    ("⟦国庆假期⟧", ["2017-10-01/2017-10-08"]),
    ("⟦今年春节期间⟧", ["2018-02-15/2018-02-21"]),
    ("⟦五一小长假⟧", ["2018-04-29/2018-05-01"]),
    ("⟦去年国庆节⟧", ["2017-10-01"]),
    # counted from the report
    ("⟦未来三天⟧", ["2018-07-19/2018-07-21"]),
    ("⟦近两个月⟧", ["2018-05-18/2018-07-17"]),
    ("⟦两年多以来⟧", ["2016/2018"]),
    # traditional characters
    ("⟦3月5號⟧", ["2018-03-05"]),
    ("⟦上個月⟧", ["2018-06"]),
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
    ("历时⟦半年⟧", "duration"),
    # from what it is counted only the sentence says
    ("力争⟦三年内⟧", "duration"),
    ("⟦两年后⟧", "duration"),
]


@pytest.mark.parametrize(("marked", "kind"), KINDS, ids=[marked for marked, _ in KINDS])
def test_kinds(marked, kind):
    assert kind in [period.kind for period in find_periods(unmarked(marked), REPORT)]


def test_days_are_inclusive():
    (period,) = find_periods("1-6月", REPORT)
    assert (period.first, period.last) == (date(2018, 1, 1), date(2018, 6, 30))


def test_months_that_run_backwards_are_no_time():
    assert not any(period.edtf for period in find_periods("全市1-0月立案", REPORT))


def test_without_a_report_day_nothing_is_guessed():
    assert [(period.edtf, period.first) for period in find_periods("1-6月,全省下降", None)] == [(None, None)]
    assert [period.edtf for period in find_periods("2016年1-6月,全省下降", None)] == ["2016-01/2016-06"]


def test_lengths_that_lead_away_are_counted_from_the_report():
    (within,) = find_periods("力争三年内", REPORT)
    assert (within.first, within.last) == (REPORT, date(2021, 7, 18))
    (later,) = find_periods("两年半后", REPORT)
    assert (later.first, later.last) == (date(2021, 1, 1), date(2021, 1, 31))


@pytest.mark.parametrize("marked", [marked for marked, _ in PERIODS], ids=lambda marked: marked)
def test_a_time_is_found_wherever_it_stands(marked):
    text = unmarked(marked)
    alone = [(period.text, period.edtf) for period in find_periods(text, REPORT)]
    assert [(period.text, period.edtf) for period in find_periods("市局通报。" + text, REPORT)] == alone


@pytest.mark.parametrize(("reference", "year"), [(date(2018, 1, 15), 2017), (date(2018, 7, 15), 2018)], ids=["January", "July"])
def test_a_day_far_ahead_is_last_years_only_early_in_a_year(reference, year):
    found = find_periods("12月3日,会议召开", reference)
    assert [period.first for period in found] == [date(year, 12, 3)]
