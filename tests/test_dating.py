"""When a report was published: by its name, its masthead, its clues; and not at all where they do not tell."""

from datetime import date
from pathlib import Path

import pytest

from extract import extract_text
from extract.calendar_days import day_named, lunar_day

PAGE = Path(__file__).parents[1] / "data" / "reports" / "pingan_page_1.txt"


def test_the_newspaper_page_with_its_working():
    report = extract_text(PAGE.read_text(encoding="utf-8"), source=PAGE.name).report
    assert report.published == date(2018, 7, 18)
    steps = (report.published_basis or "").split(" | ")
    assert steps[0] == "inferred"
    assert steps[1].endswith("1990, 2001, 2007, 2012, 2018, 2029, 2035")
    assert steps[2].endswith("1990-07-15, 2001-07-17, 2007-07-16, 2012-07-19, 2018-07-18, 2029-07-20, 2035-07-19")
    assert steps[3].endswith("2001-07-17, 2012-07-19, 2018-07-18, 2029-07-20, 2035-07-19")
    assert "世界杯" in steps[4]
    assert steps[4].endswith("→ 2018-07-18")


# Three dumped pages of ours with no year printed, each dated by other clues.
BY_WEEKDAY_AND_ANNIVERSARY = """平安周刊
县里表彰见义勇为者

本报讯 10月8日,星期二,县公安局表彰了12名见义勇为者。

昨天是重阳节,民警走访了老人。今年是新中国成立七十周年,全县出动巡逻警力3200人次。
"""
BY_LUNAR_DATE_AND_EVENT = """社区联防见成效

本报讯 8月14日,北京奥运会进行到第六天,街道组织了46支巡逻队。

昨天是立秋后的第七天。8月14日,农历七月十四,群众自发上街巡逻。
"""
BY_FESTIVAL_ON_A_DAY = """端午平安夜

本报讯 昨天是端午节,全镇出动86名民警。6月14日,星期一,世界杯上的赛事正酣,南非世界杯的转播吸引了许多夜宵摊。6月16日端午节,无一警情。
"""
DATED = [
    (BY_WEEKDAY_AND_ANNIVERSARY, date(2019, 10, 8)),
    (BY_LUNAR_DATE_AND_EVENT, date(2008, 8, 14)),
    (BY_FESTIVAL_ON_A_DAY, date(2010, 6, 17)),
]


@pytest.mark.parametrize(("page", "day"), DATED, ids=["weekday and anniversary", "lunar date and event", "festival"])
def test_pages_without_a_year(page, day):
    report = extract_text(page).report
    assert report.published == day
    assert (report.published_basis or "").startswith("inferred | ")


UNDATED = """乡里夜话

本报讯 5月6日晚,民警上街巡逻,劝和2对夫妻。次日一早,老张又去了田头。5月9日,乡里有巡防队员38人。
"""


def test_a_page_that_does_not_tell_stays_undated():
    found = extract_text(UNDATED)
    assert (found.report.published, found.report.published_basis) == (None, None)
    assert found.observations
    assert {row.period for row in found.observations} == {None}


BY_WORDS = [
    ("禁毒宣传\n\n今天是第30个国际禁毒日,全县出动民警86名。6月26日,街道开展宣传。", date(2017, 6, 26)),
    ("春运简报\n\n2月16日,星期四,兔年春运收官次日,全县接警41起。", date(2023, 2, 16)),
    ("治安形势\n\n今年3月5日,全县接警41起,较2018年同期下降6%。", date(2019, 3, 5)),
    ("巡逻简报\n\n周三(7月11日),全县接警41起。世界杯期间,7月11日俄罗斯世界杯半决赛当晚出动86人。", date(2018, 7, 11)),
    ("平安夜市\n\n七夕(8月28日)当晚出动民警86名。8月28日,星期一,街道表彰志愿者12名。", date(2017, 8, 28)),
    ("巡逻简报\n\n六月初六(7月18日),全县接警41起。7月18日,俄罗斯世界杯刚落幕。7月18日,星期三,表彰12人。", date(2018, 7, 18)),
    ("收官之战\n\n今年是脱贫攻坚收官之年。6月8日,全县接警41起。", date(2020, 6, 8)),
    ("工作报告\n\n过去一年是“十三五”收官之年。今年6月8日,全县接警41起。", date(2021, 6, 8)),
    ("峰会安保\n\nG20杭州峰会期间,9月8日全县接警41起。", date(2016, 9, 8)),
    ("净网简报\n\n“净网2019”专项行动中,6月8日查处案件41起。", date(2019, 6, 8)),
    ("禁毒简报\n\n吸毒人员从2017年的57人压到2018年的14人,今年仅3人。6月8日接警41起。", date(2019, 6, 8)),
    ("禁毒简报\n\n吸毒人员2017年57人,去年14人,今年3人。6月8日接警41起。", date(2019, 6, 8)),
    ("扫黑简报\n\n7月10日,星期三,扫黑除恶专项斗争推进会召开,全县接警41起。", date(2019, 7, 10)),
    ("治安简报\n\n7月10日,星期三,全县接警41起。2018年7月接警60起。", date(2019, 7, 10)),
    ("治安形势\n\n2019年上半年,全县接警41起。", date(2019, 6, 30)),
    ("治安形势\n\n2019年,全县接警41起。到2025年,再建警务室12个。", date(2019, 12, 31)),
    ("治安简报\n\n2019年上半年,全县接警41起。8月6日,县公安局通报了上述情况。", date(2019, 8, 6)),
    ("治安简报\n\n局长9日在会上表示,2019年上半年,全县接警41起。", date(2019, 7, 9)),
    ("治安简报\n\n“净网2019”专项行动中,今年1至8月查处案件41起。年底前力争达到60起。", date(2019, 8, 31)),
    ("治安简报\n\n2006年以来,打击不松。1至9月,全县接警41起。", date(2006, 9, 30)),
    ("治安简报\n\n今年上半年,日均警情与2016年、2017年同比分别下降6%和4%。", date(2018, 6, 30)),
    ("县里开会\n\n省十一届人大五次会议上,代表们听取了报告。2月8日全县接警41起。", date(2012, 2, 8)),
    ("喜迎盛会\n\n党的第十五次全国代表大会召开前夕,9月8日全县接警41起。", date(1997, 9, 8)),
    ("反腐简报\n\n全县学习二十届中央纪委三次全会精神。2月8日处分9人。", date(2024, 2, 8)),
    ("治安简报\n\n去年,全县接警41起,与2017年相比下降6%。", date(2019, 12, 31)),
    ("事故批复\n\n新华社北京2月10日电 去年12月9日起火。全国事故41起,去年比2008年减少3起。", date(2010, 2, 10)),
    ("罪案數字\n\n12月15日,星期三,《香港國安法》實施後,保安局局長鄧炳強表示,罪案41宗。", date(2021, 12, 15)),
    ("治安简报\n\n去年全县接警41起。2018年接警41起,其中诈骗9起。", date(2019, 12, 31)),
    ("治安简报\n\n春节期间全县接警41起,较去年春节同期(2018年2月15日至21日)下降6%。今年2月底有人员9名。", date(2019, 2, 28)),
    ("治安简报\n\n2020年初,警情上升。全年接警41起。", date(2020, 12, 31)),
    ("禁毒简报\n\n自10月8日开展百城禁毒会战以来,全县破案41起。", date(2014, 10, 8)),
    ("2019年1至9月治安形势\n\n全县接警41起。", date(2019, 9, 30)),
]


@pytest.mark.parametrize(("page", "day"), BY_WORDS, ids=[page.split("\n\n")[1][:24] for page, _ in BY_WORDS])
def test_years_told_by_words(page, day):
    assert extract_text(page).report.published == day


def test_what_is_numbered_of_another_beginning_dates_nothing():
    """The day is numbered from 1987, and the text tells of 2016: it was not of 2007."""
    told = "1月10日,是全县第21个“110宣传日”。2016年,全县接警41起。"
    assert extract_text("宣传简报\n\n" + told).report.published != date(2007, 1, 10)


def test_a_time_since_which_nothing_was_so_high_is_not_the_day_of_the_report():
    """It was written later than that, nobody says when."""
    assert extract_text("治安简报\n\n今年1至9月,全县接警41起,创2022年10月以来新高。").report.published is None


CONTRADICTORY = """夜巡

本报讯 7月11日,星期三,民警上街巡逻。7月11日,星期四,民警又上街巡逻,共劝和6对夫妻。
"""


def test_clues_that_contradict_each_other_date_nothing_and_are_told():
    report = extract_text(CONTRADICTORY).report
    assert report.published is None
    assert (report.published_basis or "").startswith("not known | ")


SAID = [
    ("20190521_bulletin.txt", "昨天全县出动警力。", date(2019, 5, 21)),
    ("2019-05-21.txt", "昨天全县出动警力。", date(2019, 5, 21)),
    (None, "2019年5月22日 星期三 第3版\n昨天全县出动警力。", date(2019, 5, 22)),
    (None, "县里开会\n\n新华社杭州2019年5月21日电 全县出动警力。", date(2019, 5, 21)),
    (None, "关于夏季行动的通告\n全县出动警力。\n县公安局\n二〇一九年五月二十一日", date(2019, 5, 21)),
]


@pytest.mark.parametrize(("source", "text", "day"), SAID, ids=["name", "name with dashes", "masthead", "dateline", "signed"])
def test_a_day_that_is_said(source, text, day):
    assert extract_text(text, source=source).report.published == day


def test_the_reader_knows_better():
    report = extract_text("昨天全县出动警力。", source="20190521.txt", published=date(2019, 5, 22)).report
    assert (report.published, report.published_basis) == (date(2019, 5, 22), "given by the reader")


DAYS = [("入伏", 2018, date(2018, 7, 17)), ("立春", 2018, date(2018, 2, 4)), ("端午", 2010, date(2010, 6, 16)), ("春节", 2018, date(2018, 2, 16))]


@pytest.mark.parametrize(("word", "year", "day"), DAYS)
def test_calendar(word, year, day):
    assert day_named(word, year) == day


def test_lunar_day():
    assert lunar_day(2008, 7, 14) == date(2008, 8, 14)


def test_last_year_and_its_assessment_tell_the_year():
    report = extract_text("去年,县里破获案件32起。在2014年度综治考评中列第二。今年,县里新建探头60个。").report
    assert report.published == date(2015, 12, 31)
    assert (report.published_basis or "").endswith("day not known")


@pytest.mark.parametrize("signed", ["(龙泉市司法局,2018年12月24日)", "小梅镇综治委　二〇一八年十二月二十四日"])
def test_a_report_is_signed_by_whom_and_when(signed):
    assert extract_text(f"龙泉市司法局工作总结\n\n全市调解纠纷32件。\n\n{signed}").report.published == date(2018, 12, 24)
