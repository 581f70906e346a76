"""Where and when a figure holds and whether it is wanted: by its own sentence, and by what the report lends it."""

from datetime import date

import pytest

from extract import extract_text
from tests.marked import texts, unmarked

PUBLISHED = date(2019, 11, 20)

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
    ("1-6月,龙泉市火灾7起,去年同期为⟦9起⟧。", "331181", "2018-01/2018-06"),
    # since a start, up to a day
    ("自2018年1月联合巡防启动以来,截至2019年9月底,龙泉市立案⟦60起⟧。", "331181", "2018-01/2019-09"),
    # one number for each month, quarter or year of a list
    ("4、5、6月龙泉市警情分别为⟦41起⟧、38起和35起。", "331181", "2019-04"),
    ("4、5、6月龙泉市警情分别为41起、38起和⟦35起⟧。", "331181", "2019-06"),
    ("一、二季度龙泉市分别立案86起和⟦71起⟧。", "331181", "2019-04/2019-06"),
    ("2017年、2018年龙泉市警情分别为41起、⟦38起⟧。", "331181", "2018"),
    ("3月、7月龙泉市警情分别为41起、⟦38起⟧。", "331181", "2019-07"),
    # one number for each place of a list, the places by their short names or ranked behind another
    ("龙泉市龙渊、西街两个街道警情居前,分别为41起、⟦38起⟧。", "331181002", "2019-11-20"),
    ("龙泉市剑池街道警情最多(41起),小梅镇、上垟镇次之(38起、⟦35起⟧)。", "331181101", "2019-11-20"),
    ("龙泉市小梅镇、上垟镇试行联防,发案分别下降31%和⟦27%⟧。", "331181101", "2019-11-20"),
    # the lowest for years is of no other time, the number of an issue none, nor is what comes before a festival
    ("今年1-9月,龙泉市命案降至近五年最低,安全感为⟦97%⟧。", "331181", "2019-01/2019-09"),
    ("今年1-9月,国庆节前龙泉市检查场所⟦46家⟧。", "331181", "2019-01/2019-09"),
    # within the year that is told of
    ("今年1-9月,龙泉市发案90起。年内立案⟦60起⟧。", "331181", "2019-01/2019-09"),
    # what the report itself is on
    ("1-6月,龙泉市盗窃案件由去年的90起降至本期的⟦60起⟧。", "331181", "2019-01/2019-06"),
    ("力争全年龙泉市发案下降⟦6%⟧。", "331181", "2019"),
    # a standing fact is of the report's day
    ("1-6月,龙泉市发案平稳。现有民警⟦300名⟧。", "331181", "2019-11-20"),
    # the size of a place does not change with the months
    ("1-6月,龙泉市面积⟦3000平方公里⟧。", "331181", "2019-11-20"),
    # a time right before a number is of that number only
    ("今年1-9月,龙泉市立案90起,其中2017年7起,2018年8起;扣押车辆⟦26台⟧。", "331181", "2019-01/2019-09"),
    # a time in brackets right after an action is when it was
    ("龙泉市“霜剑”行动(6月10日至9月10日)中,拘留⟦83人⟧。", "331181", "2019-06-10/2019-09-10"),
    # from a day to another, by words
    ("自1月7日启动至2月15日结束,龙泉市接警⟦41起⟧。", "331181", "2019-01-07/2019-02-15"),
    # since a dated step
    ("自2018年推行“补植”机制以来,龙泉市发出补植令⟦61份⟧。", "331181", "2018-01/2019-11"),
    # a multiple of a base does not hold at the base
    ("1-6月,龙泉市通关6.8万辆次,是去年同期的⟦1.7倍⟧。", "331181", "2019-01/2019-06"),
    # a level compared with that is given no time is of the year before
    ("1-6月,龙泉市整改率由⟦92%⟧提高到95%。", "331181", "2018-01/2018-06"),
    # the totals of one case hold at no time that is told
    ("1-6月,龙泉市破获传销案2起。该案涉及⟦160余人⟧。", "331181", None),
    # what is only measured by a time, happened to have its time, or has it in its name does not carry
    ("1-6月,龙泉市通关6.8万辆次,是去年春节假期日均的3倍。查获案件⟦16起⟧。", "331181", "2019-01/2019-06"),
    ("1-6月,龙泉市整治房屋12栋,其中一栋原为三层,2016年加盖。搬离⟦31户⟧。", "331181", "2019-01/2019-06"),
    ("今年第14号台风10月9日登陆,龙泉市停电。转移群众⟦230人⟧。", "331181", "2019-10-09"),
    # compared with several years before; from its start up to a day
    ("1-6月,龙泉市火灾4起,而2017年、2018年同期分别为13起、9起。事故⟦6起⟧。", "331181", "2019-01/2019-06"),
    ("龙泉市“秋收”行动自9月17日启动,截至10月25日,破案⟦53起⟧。", "331181", "2019-09-17/2019-10-25"),
    # a short name is the town's that was named before
    ("1-6月,海伦市海北镇发案平稳。海北派出所登记商贩⟦215名⟧。", "231283101", "2019-01/2019-06"),
    # the day after, and days without a month
    ("10月9日,龙泉市接警41起。次日接警⟦60起⟧。", "331181", "2019-10-10"),
    ("11月14日8时至15日14时,龙泉市接警41起;17日8时至19日8时接警⟦60起⟧。", "331181", "2019-11-17/2019-11-19"),
    # the first year of a plan
    ("“十三五”开局之年,龙泉市发案⟦41起⟧。", "331181", "2016"),
    # a record is no time
    ("1-6月,龙泉市发案1996年以来最低,立案⟦60起⟧。", "331181", "2019-01/2019-06"),
    # where somebody only goes, or one of several, is not where it holds
    ("1-6月,龙泉市民警辗转云南、广东等11个省份,抓获嫌疑人⟦27名⟧。", "331181", "2019-01/2019-06"),
    # a day told in passing in an earlier statement
    ("1-6月,龙泉市通关平稳,最高峰出现在5月1日,达9万人;查验车辆⟦3万辆⟧。", "331181", "2019-01/2019-06"),
    # up to a day of this year
    ("截至10月18日,今年龙泉市接警⟦41起⟧。", "331181", "2019-01-01/2019-10-18"),
    # where somebody is from is not where it holds
    ("1-6月,龙泉市安徽籍务工人员⟦3200名⟧。", "331181", "2019-01/2019-06"),
    # taken out of the count, it is not when
    ("1-6月,龙泉市接警平稳,扣除春节影响,接警下降⟦6%⟧。", "331181", "2019-01/2019-06"),
    # since a day, and from hour to hour
    ("从10月14日起,龙泉市出动警力⟦60人次⟧。", "331181", "2019-10-14/2019-11-20"),
    ("10月15日零时至17日12时,龙泉市接警⟦60起⟧。", "331181", "2019-10-15/2019-10-17"),
    # an instruction's day is not when it was done; 节日期间 is the holiday the article is on
    ("国庆期间,龙泉市通行平稳。按照9月26日会议的部署,节日期间出动警力⟦60人次⟧。", "331181", "2019-10-01/2019-10-07"),
    # 现有 of a day that is named
    ("截至去年底,龙泉市现有网格员⟦60名⟧。", "331181", "2018-12"),
    # a day ahead of the report was last year's
    ("11月26日,龙泉市发生火灾,受伤⟦2人⟧。", "331181", "2018-11-26"),
    # a police force is of its place, though that is an ordinary word; 公安部门 is no ministry, 四平台 no town
    ("1-6月,日照公安机关破案⟦60起⟧。", "371100", "2019-01/2019-06"),
    ("1-6月,龙泉市公安部门完善“四平台”,破案⟦60起⟧。", "331181", "2019-01/2019-06"),
    ("1-6月,毗邻景宁县的龙泉市破案⟦60起⟧。", "331181", "2019-01/2019-06"),
    # among those who are ranked is not where it holds
    ("1-6月,龙泉市在全省民调排名中上升⟦23个名次⟧。", "331181", "2019-01/2019-06"),
    # up to a month of this year, said apart
    ("截至7月底,龙泉市法院今年新收案件⟦60件⟧。", "331181", "2019-01/2019-07"),
    # where somebody spoke, and what is only of the whole country's kind
    ("副部长8日在北京表示,1-6月,全国立案⟦60起⟧。", "100000", "2019-01/2019-06"),
    ("1-6月,龙泉市开展全国统一行动,立案⟦60起⟧。", "331181", "2019-01/2019-06"),
    # so far in the time that the sentence before opened
    ("今年以来,龙泉市严打盗窃。截至目前,立案⟦60起⟧。", "331181", "2019-01/2019-11"),
    # “七五”普法 is no plan
    ("1-6月,龙泉市召开“七五”普法大会,立案⟦60起⟧。", "331181", "2019-01/2019-06"),
    # two national bodies speak of the country
    ("1-6月,海关总署、公安部联合部署,侦办案件⟦60起⟧。", "100000", "2019-01/2019-06"),
    # a statement that names no place goes on with the one that the statement before opens with
    ("1-6月,据丽水市公安局通报,龙泉市接警平稳;破案⟦60起⟧。", "331181", "2019-01/2019-06"),
    # a title of honour and a building are no counties
    ("1-6月,龙泉市争创平安县,新建县公安局用房,破案⟦60起⟧。", "331181", "2019-01/2019-06"),
    # 全年 of the year that its sentence names
    ("2018年,龙泉市严打走私,全年破案⟦60起⟧。明年再战。", "331181", "2018"),
    # before a festival that is yet to come: the day of the report
    ("元旦前夕,龙泉市检查企业⟦60家⟧。", "331181", "2019-11-20"),
    # one year back, late in the year, is the year
    ("一年来,龙泉市化解纠纷⟦60件⟧。", "331181", "2019"),
    # the only place named, short and called its own; one that a road passes
    ("今年以来,我区法院收案⟦60件⟧,为洪山的发展护航。", "420111", "2019-01/2019-11"),
    ("11月2日,京珠高速公路乳源段发生事故,⟦6人⟧受伤。", "440232", "2019-11-02"),
    # first in the whole province is not where it was done; the lowest of the country neither
    ("1-6月,龙泉市在全省率先开通专线,止付账号⟦60个⟧。", "331181", "2019-01/2019-06"),
    ("1-6月,龙泉市发案率全国大中城市最低。破案⟦60起⟧。", "331181", "2019-01/2019-06"),
    # done since the time that the sentence opens with, up to a day; a stock is of that day
    ("今年以来,龙泉市严打盗窃,截至6月底,破案⟦60起⟧。", "331181", "2019-01/2019-06"),
    ("今年以来,龙泉市严打盗窃,截至6月底,现有巡防队员⟦60名⟧。", "331181", "2019-06"),
    # done since a day that the sentence before names as the beginning; what comes after goes on with it; a rate is no stock
    ("9月17日起,龙泉市聘请协管员60名。截至10月25日,共清查房屋⟦60户⟧。", "331181", "2019-09-17/2019-10-25"),
    ("9月17日起,龙泉市聘请协管员35名。截至10月25日,共清查房屋800户,登记率达93%。抓获逃犯⟦60名⟧。", "331181", "2019-09-17/2019-10-25"),
    # 当天 is the day told of last, whatever longer time was told of since; not of what is told where only people met on it
    ("11月9日,龙泉市设点宣传,发放手册5000份。2018年,全市接警41起。当天,返还车辆⟦60辆⟧。", "331181", "2019-11-09"),
    # what comes first in the whole country is not told of it; a day that is the country's is no place
    ("1-6月,龙泉市立案数居全国之首,达⟦60起⟧。", "331181", "2019-01/2019-06"),
    ("11月9日是全国第28个“消防宣传日”。\n龙泉市设主会场。\n展出器材⟦60件⟧。", "331181", "2019-11-09"),
    # the second number of the level compared with
    ("1-6月,龙泉市事故2起、死亡1人,上年同期为3起、死亡⟦60人⟧。", "331181", "2018-01/2018-06"),
    ("1-6月,龙泉市缴毒量占到丽水市的⟦三分之一⟧强。", "331181", "2019-01/2019-06"),
    # those who attend do so on the day
    ("2018年,龙泉市发案平稳。大会应到代表⟦60名⟧。", "331181", "2019-11-20"),
    # who was heard is not passed through; a ministry's branch is no county of its name
    ("今年以来,记者从龙泉市公安局了解到,破案⟦60起⟧。", "331181", "2019-01/2019-11"),
    ("今年以来,湖北省公安厅破案⟦60起⟧。", "420000", "2019-01/2019-11"),
    # 今年 beside 去年同期 is the part of the year that is told of; last year's figure in passing leaves the time as it was
    ("今年前8个月,龙泉市发案比去年同期少,今年只立案⟦60起⟧。", "331181", "2019-01/2019-08"),
    # 其中 holds no 中山; a list of provinces is of none alone
    ("其中山西省转移群众⟦60人⟧。", "140000", "2019-11-20"),
    ("上海、江苏、新疆等20个省区受灾。截至11月2日,紧急转移⟦60人⟧。", None, "2019-11-02"),
    # 目前 in somebody's words is no time; months that the report is on; an average is not of the day told of last
    ("10月中旬,龙泉市抽查90户。问到“目前是否安全”,答“是”的⟦60人⟧。", "331181", "2019-10-11/2019-10-20"),
    ("1—10月,龙泉市发案90起。十个月来,破案⟦60起⟧。", "331181", "2019-01/2019-10"),
    ("1—10月,龙泉市发案90起。11月5日清查一次。日均接警⟦60起⟧。", "331181", "2019-01/2019-10"),
    ("年初以来,龙泉市破案⟦60起⟧。", "331181", "2019-01/2019-11"),
    # what was issued before a day is not of it; years told of at the beginning of a sentence
    ("2018年,龙泉市对2010年以前发布的文件⟦60件⟧作了清理。", "331181", "2018"),
    ("三年间,龙泉市破案⟦60起⟧。", "331181", "2016/2019"),
    # a forecast is not what the next sentence is of; what has been at work since then
    ("11月20日,龙泉市降雨。预计未来三天仍有大雨80毫米。水库溢洪⟦60座⟧。", "331181", "2019-11-20"),
    ("自2018年10月揭牌以来,龙泉市综治中心接访⟦60人⟧。", "331181", "2018-10/2019-11"),
    # police of Macau
    ("1-6月,司警检获可卡因⟦60公斤⟧。", "820000", "2019-01/2019-06"),
    # a branch of the police names its district
    ("11月2日,顺义分局查获嫌疑人⟦60人⟧。", "110113", "2019-11-02"),
    # a day named as the peak; a year as what is expected of it
    ("11月1日至7日,龙泉市接警90起。11月3日达到峰值。查处酒驾⟦60起⟧。", "331181", "2019-11-01/2019-11-07"),
    ("上半年,龙泉市收案平稳,结案占全年收案预期的⟦52%⟧。", "331181", "2019-01/2019-06"),
    # a quarter is no rank
    ("青海省第三季度调查结果出炉,访问居民⟦60人⟧。", "630000", "2019-07/2019-09"),
    # what happens abroad has no code
    ("缅甸执法部门移交犯罪嫌疑人⟦31名⟧。", None, "2019-11-20"),
]


@pytest.mark.parametrize(("marked", "region", "period"), SCOPES, ids=[case[0][:24] for case in SCOPES])
def test_where_and_when(marked: str, region: str | None, period: str | None) -> None:
    text, (figure,) = unmarked(marked), texts(marked)
    (row,) = [row for row in extract_text(text, published=PUBLISHED).observations if row.text == figure]
    assert (row.region, row.period) == (region, period)


def test_what_goes_on_into_the_future_is_not_when_it_was_counted() -> None:
    told = "治爆行动延续至年底\n\n县公安局决定将治爆行动延续至今年底。\n\n据统计,全县收缴枪支60支。"
    (row,) = extract_text(told, published=PUBLISHED).observations
    assert row.period == "2019-11-20"


# sentence | whether its figure was reached or is wanted
TARGETS = [
    ("全县新增调解员⟦12名⟧。", "actual"),
    ("力争年底前新增调解员⟦12名⟧。", "target"),
    ("到年底,县里打算再新增调解员⟦12名⟧。", "target"),
    ("明年目标:新增调解员⟦12名⟧。", "target"),
    ("今年的目标,是新增调解员⟦12名⟧。", "target"),
    ("为确保安全,出动警力⟦12人⟧。", "actual"),
    ("全市就业超过预期目标,新增就业⟦12人⟧。", "actual"),
    ("到明年6月底前建成消防站⟦2个⟧。", "target"),
    ("明年覆盖面由⟦六成⟧扩到八成。", "actual"),
    ("今年将落实方针,年内建成驿站⟦12个⟧。", "target"),
    ("到年底将新增调解员⟦12名⟧。", "target"),
    ("明年将达到⟦12名⟧调解员。", "target"),
    ("县局将嫌疑人⟦12名⟧抓获。", "actual"),
    ("今年将建成驿站,目前已选址⟦12个⟧。", "actual"),
    ("明年盗窃发案要较今年下降⟦15%⟧以上。", "target"),
    ("民警将正准备出门的嫌疑人⟦12名⟧抓获。", "actual"),
    # a part of a plan that was done is done
    ("调解室新开工数占全年计划数的⟦99%⟧。", "actual"),
]


@pytest.mark.parametrize(("marked", "status"), TARGETS, ids=[case[0][:20] for case in TARGETS])
def test_targets(marked: str, status: str) -> None:
    text = unmarked(marked)
    assert [row.status for row in extract_text(text, published=PUBLISHED).observations][:1] == [status]


# a report in lines, its figure marked | where, when and whether it is wanted: what its headline, heading or paragraph lends it
REPORTS = [
    # the place of the headline, to which a paragraph returns
    ("龙泉市公安局工作总结\n\n全市发案平稳。其中景宁县协查2起。\n\n破获案件⟦31起⟧。", "331181", "2019-11-20", "actual"),
    # what only holds it is not where it was
    ("龙泉市公安局工作总结\n\n满意度在丽水市九县中列第三。破获案件⟦31起⟧。", "331181", "2019-11-20", "actual"),
    ("浙江龙泉发生洪灾\n\n财政部紧急下拨救灾资金⟦300万元⟧。", "331181", "2019-11-20", "actual"),
    # several places of a headline are in what holds them
    ("青田、景宁两县联合清查\n\n民警清查出租房⟦300户⟧。", "331100", "2019-11-20", "actual"),
    # the country, where the first sentence speaks of it; 各地 is all of it again
    ("移民管理工作见成效\n\n国家移民管理局通报情况。在云南,口岸繁忙,各地查处人员⟦37人⟧。", "100000", "2019-11-20", "actual"),
    # the time of the headline
    ("龙泉市前三季度治安形势\n\n9月份发案3起。\n\n立案⟦90起⟧。", "331181", "2019-01/2019-09", "actual"),
    # a paragraph returns to the article's time from a part of it
    ("龙泉市通报治安形势\n\n今年1至9月,全市发案90起。8月发案9起。\n\n抓获嫌疑人⟦31名⟧。", "331181", "2019-01/2019-09", "actual"),
    # a plan without a time is of the report's year
    ("龙泉市公安局通报\n\n2018年,全市发案90起。\n\n力争新增探头⟦56个⟧。", "331181", "2019", "target"),
    # a plan by its heading, in the time that this names
    ("龙泉市2019年上半年工作总结\n\n全市发案平稳。\n\n下半年打算\n\n新建巡防队⟦5支⟧。", "331181", "2019-07/2019-12", "target"),
    # the newspaper's own place, where it is the only one that a county of its kind could be
    ("桐乡报 2019年11月20日 第二版\n\n法院收案上升\n\n本报讯 11月20日,市法院收案⟦60件⟧。", "330483", "2019-11-20", "actual"),
    # 我县 in a county's own paper, though its neighbours are named
    ("固始报 2003年12月19日 第二版\n\n严管出成效\n\n本报讯 12月16日,我县破案⟦60件⟧,息县、商城县也有案件。", "411525", "2018-12-16", "actual"),
    # a plan by its headline, but for what it says of how things stand
    ("龙泉市2019年工作要点\n\n全市发案平稳。\n\n新建巡防队⟦5支⟧。", "331181", "2019", "target"),
    ("龙泉市2019年工作要点\n\n全市发案平稳。\n\n现有巡防队⟦5支⟧。", "331181", "2019-11-20", "actual"),
    # plans by their heading, and by the opening of their paragraph
    ("龙泉市公安局通报\n\n全市发案平稳。\n\n第四季度任务\n\n破案率提到⟦56%⟧。", "331181", "2019-10/2019-12", "target"),
    ("龙泉市公安局通报\n\n全市发案平稳。\n\n下一步,全市加强巡防。新建巡防队⟦5支⟧。", "331181", "2019-11-20", "target"),
]


@pytest.mark.parametrize(("marked", "region", "period", "status"), REPORTS, ids=[case[0][:24] for case in REPORTS])
def test_what_a_report_lends(marked: str, region: str, period: str, status: str) -> None:
    text, (figure,) = unmarked(marked), texts(marked)
    (row,) = [row for row in extract_text(text, published=PUBLISHED).observations if row.text == figure]
    assert (row.region, row.period, row.status) == (region, period, status)


def test_a_report_of_january_tells_of_the_year_before() -> None:
    text = "龙泉市消防工作通报\n\n2018年,全市火灾90起。\n\n年底已整改隐患7处。全年出动消防车32辆次。\n\n力争年底前整改隐患5处。"
    rows = extract_text(text, published=date(2019, 1, 18)).observations
    assert [(row.text, row.period, row.status) for row in rows] == [
        ("90起", "2018", "actual"), ("7处", "2018-12", "actual"), ("32辆次", "2018", "actual"), ("5处", "2019-12", "target"),
    ]  # fmt: skip


@pytest.mark.parametrize(("source", "period"), [("2018_work.txt", "2018"), ("20180731_work.txt", "2018-07-31")])
def test_a_standing_fact_is_no_more_exact_than_the_day_of_its_report(source: str, period: str) -> None:
    (row,) = extract_text("龙泉市目前有巡防队员60名。", source=source).observations
    assert row.period == period


def test_levels_of_two_years_and_those_that_follow_them() -> None:
    text = "龙泉市人均收入由1997年的5160元增加到2002年的7703元,平均每年增长8.6%。存款由4亿元增加到8亿元。"
    rows = extract_text(text, published=date(2003, 3, 5)).observations
    assert [(row.text, row.period, row.comparison) for row in rows] == [
        ("5160元", "1997", None), ("7703元", "2002", None), ("8.6%", "1997/2002", None), ("4亿元", "1997", None), ("8亿元", "2002", None),
    ]  # fmt: skip


def test_a_report_that_names_its_year_alone_and_what_it_is_to_bring_looks_back() -> None:
    rows = extract_text("龙泉市发案平稳,破案60起。今年国内生产总值预期增长7%。", source="1999_report.txt").observations
    assert [(row.text, row.period) for row in rows][:1] == [("60起", "1998")]
