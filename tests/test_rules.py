"""The constructions, each a table of our own sentences: the figures as they must be read, marked ⟦…⟧ in order."""

from datetime import date

import pytest

from extract import extract_text
from tests import marked as marked_text

PUBLISHED = date(2019, 11, 20)

# sentence with its figures marked | for each: indicator, value, unit, measure, comparison
CASES = [
    # a change with the comparison before the verb
    ("今年1至10月,龙泉市刑事立案同比下降了⟦6.1%⟧。", [("刑事立案", -6.1, "%", "change", "yoy")]),
    # a change against a named base
    ("全县调成率较2012年提高⟦11个百分点⟧。", [("调成率", 11.0, "百分点", "change", "other")]),
    # month on month
    ("10月份,全市盗窃警情环比上升⟦4.5%⟧。", [("盗窃警情", 4.5, "%", "change", "mom")]),
    # 分别 pairs names and numbers in order
    (
        "命案、抢劫案件和盗窃案件同比分别下降⟦8.5%⟧、⟦12%⟧和⟦20.1%⟧。",
        [("命案", -8.5, "%", "change", "yoy"), ("抢劫案件", -12.0, "%", "change", "yoy"), ("盗窃案件", -20.1, "%", "change", "yoy")],
    ),
    # a head noun shared by the members of a list
    (
        "全市治安和民事案件同比分别下降⟦3.5%⟧和⟦4.5%⟧。",
        [("治安案件", -3.5, "%", "change", "yoy"), ("民事案件", -4.5, "%", "change", "yoy")],
    ),
    # each member with its own word of change
    (
        "刑事警情、纠纷警情同比分别下降⟦9%⟧和上升⟦6%⟧。",
        [("刑事警情", -9.0, "%", "change", "yoy"), ("纠纷警情", 6.0, "%", "change", "yoy")],
    ),
    # a number before the noun it counts, and a total that goes on with it
    (
        "龙泉目前有⟦52支⟧义务巡防队,共⟦1.2万余人⟧。",
        [("义务巡防队", 52.0, "支", "level", None), ("义务巡防队", 12000.0, "人", "level", None)],
    ),
    # the action belongs to the indicator
    ("全县打掉⟦3个⟧恶势力团伙。", [("打掉恶势力团伙", 3.0, "个", "level", None)]),
    # the name before the number
    ("全县破获盗窃案件⟦124起⟧。", [("破获盗窃案件", 124.0, "起", "level", None)]),
    # a second measure of the same thing
    ("县法院审结涉毒案件⟦8件⟧⟦23人⟧。", [("审结涉毒案件", 8.0, "件", "level", None), ("审结涉毒案件", 23.0, "人", "level", None)]),
    # a rate is a share
    ("矛盾纠纷调成率⟦98.1%⟧。", [("矛盾纠纷调成率", 98.1, "%", "share", None)]),
    # a part of a whole that was counted just before
    ("电气火灾⟦41起⟧,占全部火灾的⟦42.3%⟧。", [("电气火灾", 41.0, "起", "level", None), ("电气火灾占全部火灾", 42.3, "%", "share", None)]),
    # two levels, then and now
    (
        "电诈损失由去年同期的⟦1520万元⟧降至⟦904.5万元⟧。",
        [("电诈损失", 15200000.0, "元", "level", None), ("电诈损失", 9045000.0, "元", "level", None)],
    ),
    # an absolute change
    ("盗窃立案⟦187起⟧,同比减少⟦24起⟧。", [("盗窃立案", 187.0, "起", "level", None), ("盗窃立案", -24.0, "起", "change", "yoy")]),
    # a light word is taken off only where it is a word: the 为 of 行为 stays
    ("全县查处交通违法行为⟦1.2万起⟧。", [("查处交通违法行为", 12000.0, "起", "level", None)]),
    ("全县追回被侵占⟦3.2亿元⟧。", [("追回被侵占", 320000000.0, "元", "level", None)]),
    # what is said of all figures just told, each with its change
    (
        "全市发生火灾⟦24起⟧,死亡⟦2人⟧,两项指数与去年同期相比分别下降⟦7.7%⟧和⟦33.3%⟧。",  # fmt: skip
        [
            ("火灾", 24.0, "起", "level", None),
            ("死亡", 2.0, "人", "level", None),
            ("火灾", -7.7, "%", "change", "yoy"),
            ("死亡", -33.3, "%", "change", "yoy"),
        ],
    ),
    # after a share, what rose is the part
    (
        "全市诈骗案件⟦210起⟧,占刑事案件的⟦35%⟧,同比上升⟦4.2%⟧。",
        [("诈骗案件", 210.0, "起", "level", None), ("诈骗案件占刑事案件", 35.0, "%", "share", None), ("诈骗案件", 4.2, "%", "change", "yoy")],
    ),
    # parts of a whole, of the figures just told, in their order
    (
        "查处酒驾、超速分别为⟦12起⟧和⟦30起⟧,占全部违法的⟦4%⟧和⟦10%⟧。",
        [
            ("查处酒驾", 12.0, "起", "level", None),
            ("超速", 30.0, "起", "level", None),
            ("查处酒驾占全部违法", 4.0, "%", "share", None),
            ("超速占全部违法", 10.0, "%", "share", None),
        ],
    ),  # fmt: skip
    # what ranks next is named in the clause before its share
    ("盗窃占比最大,达⟦62%⟧;诈骗次之,占⟦25%⟧。", [("盗窃占比", 62.0, "%", "share", None), ("诈骗占比", 25.0, "%", "share", None)]),
    # by how much the one changed that changed most
    ("警情全面下降,城南所警情降幅最大,达⟦32%⟧。", [("城南所警情", -32.0, "%", "change", None)]),
    # then and now of a rank, and up to 现在
    ("满意度在全市9个县中排名由⟦第五位⟧升到⟦第二位⟧。", [("满意度", 5.0, "位", "rank", None), ("满意度", 2.0, "位", "rank", None)]),
    ("联防率由三年前的⟦62%⟧提高到现在的⟦98%⟧。", [("联防率", 62.0, "%", "share", None), ("联防率", 98.0, "%", "share", None)]),
    # what money is for is not what is counted
    ("全县投入资金⟦860万元⟧用于更新装备。", [("投入资金", 8600000.0, "元", "level", None)]),
    # a word of degree between base and verb; a change told twice
    (
        "全市破案率较2018年轻微下降⟦0.4个百分点⟧,即减少⟦0.4个百分点⟧。",
        [("破案率", -0.4, "百分点", "change", "yoy"), ("破案率", -0.4, "百分点", "change", "yoy")],
    ),
    # what became of those who are counted is no noun
    ("专案组在外地抓获⟦12人⟧归案。", [("抓获", 12.0, "人", "level", None)]),
    # a rank
    ("公众安全感居全省第⟦三⟧。".replace("第⟦三⟧", "⟦第三⟧"), [("公众安全感", 3.0, None, "rank", None)]),
    # the area of a place
    ("民警守护着⟦1780平方公里⟧的龙泉大地。", [("龙泉大地", 1780.0, "平方公里", "level", None)]),
    # what happened to those who are counted
    ("事故造成⟦3名⟧群众死亡、⟦12人⟧受伤。", [("群众死亡", 3.0, "名", "level", None), ("受伤", 12.0, "人", "level", None)]),
    # the parts of a count that fall to places
    (
        "台风造成⟦9人⟧失踪(其中浙江⟦6人⟧,福建⟦3人⟧)。",
        [("失踪", 9.0, "人", "level", None), ("失踪", 6.0, "人", "level", None), ("失踪", 3.0, "人", "level", None)],
    ),
    # a difference from another place or time
    (
        "全县调解成功率为⟦97%⟧,比全市平均水平高⟦2.5个百分点⟧。",
        [("调解成功率", 97.0, "%", "share", None), ("调解成功率", 2.5, "百分点", "change", "other")],
    ),
    ("公众安全感⟦95%⟧,高出全省平均水平⟦1.5个百分点⟧。", [("公众安全感", 95.0, "%", "share", None), ("公众安全感", 1.5, "百分点", "change", "other")]),
    ("流动人口⟦8万人⟧,比去年同期多⟦3000人⟧。", [("流动人口", 80000.0, "人", "level", None), ("流动人口", 3000.0, "人", "change", "yoy")]),
    # one indicator told of several subjects, whose count is no figure
    ("查田、安仁、屏南三个派出所接警量分别为⟦310起⟧、⟦205起⟧和⟦96起⟧。", [("接警量", value, "起", "level", None) for value in (310.0, 205.0, 96.0)]),
    # the same count at another time
    ("2018年全县失踪儿童⟦12名⟧,2019年仅⟦5名⟧。", [("失踪儿童", 12.0, "名", "level", None), ("失踪儿童", 5.0, "名", "level", None)]),
    # the verb after 分别 says what the places are told of
    ("龙泉市和景宁县分别死亡⟦2人⟧和⟦1人⟧。", [("死亡", 2.0, "人", "level", None), ("死亡", 1.0, "人", "level", None)]),
    # the extreme among changes just told
    ("全市警情下降⟦11%⟧,降幅最大的龙泉市为⟦16%⟧。", [("警情", -11.0, "%", "change", None), ("警情", -16.0, "%", "change", None)]),
    # a change told before its noun
    ("群众办事更快了,减少材料⟦300份⟧。", [("材料", -300.0, "份", "change", None)]),
    # what a count comes to a day; what follows goes on with the count
    (
        "全县接警⟦5800起⟧,日均⟦64起⟧,同比上升⟦7%⟧。",
        [("接警", 5800.0, "起", "level", None), ("日均接警", 64.0, "起", "level", None), ("接警", 7.0, "%", "change", "yoy")],
    ),
    # a number in brackets behind what it measures
    ("发案居前两位的是青山镇(⟦16起⟧)、白水镇(⟦14起⟧)。", [("发案", 16.0, "起", "level", None), ("发案", 14.0, "起", "level", None)]),
    ("发案最多的是龙泉市(⟦143起⟧)。", [("发案", 143.0, "起", "level", None)]),
    # doubt said before 占
    ("盗窃警情约占⟦三成⟧。", [("盗窃警情占比", 30.0, "%", "share", None)]),
    # a base that a paired list takes over
    (
        "起数同比减少⟦18起⟧、伤者减少⟦7人⟧,分别下降⟦11%⟧和⟦23%⟧。",
        [
            ("起数", -18.0, "起", "change", "yoy"),
            ("伤者", -7.0, "人", "change", "yoy"),
            ("起数", -11.0, "%", "change", "yoy"),
            ("伤者", -23.0, "%", "change", "yoy"),
        ],
    ),
    # from one level to another by any verb, each with its own time, and again after it
    (
        "外流贩毒人员从2016年的⟦57人⟧一路压到2018年的⟦14人⟧,今年仅⟦3人⟧。",
        [("外流贩毒人员", 57.0, "人", "level", None), ("外流贩毒人员", 14.0, "人", "level", None), ("外流贩毒人员", 3.0, "人", "level", None)],
    ),
    # 依次 pairs like 分别, and so do places with their numbers after a count
    ("命案、抢劫案依次下降⟦8%⟧和⟦12%⟧。", [("命案", -8.0, "%", "change", None), ("抢劫案", -12.0, "%", "change", None)]),
    ("全市举报线索⟦90条⟧,龙泉市、庆元县为⟦30条⟧、⟦20条⟧。", [("举报线索", value, "条", "level", None) for value in (90.0, 30.0, 20.0)]),
    # one number for each year of a range
    ("2016年至2018年,起诉未成年人分别为⟦31人⟧、⟦25人⟧、⟦19人⟧。", [("起诉未成年人", value, "人", "level", None) for value in (31.0, 25.0, 19.0)]),
    # the figures just told, by their count
    (
        "命案⟦2起⟧、盗窃案⟦90起⟧,两项数字分别下降⟦50%⟧和⟦12%⟧。",
        [
            ("命案", 2.0, "起", "level", None),
            ("盗窃案", 90.0, "起", "level", None),
            ("命案", -50.0, "%", "change", None),
            ("盗窃案", -12.0, "%", "change", None),
        ],
    ),
    # the first and the last of a list
    (
        "命案、盗窃案分别为⟦2起⟧和⟦90起⟧,后者同比减少⟦7起⟧。",
        [("命案", 2.0, "起", "level", None), ("盗窃案", 90.0, "起", "level", None), ("盗窃案", -7.0, "起", "change", "yoy")],
    ),
    # a number named in the clause before, which says how that moves
    ("查实率步步走高,去年⟦15%⟧。", [("查实率", 15.0, "%", "share", None)]),
    ("龙泉市举报线索最多,计⟦20条⟧。", [("举报线索", 20.0, "条", "level", None)]),
    # how many fewer were done
    ("电诈案件立⟦94起⟧,同比少立⟦43起⟧。", [("电诈案件立", 94.0, "起", "level", None), ("电诈案件立", -43.0, "起", "change", "yoy")]),
    (
        "伤人事故⟦17起⟧,同比少死⟦2人⟧、少伤⟦6人⟧。",
        [("伤人事故", 17.0, "起", "level", None), ("死", -2.0, "人", "change", "yoy"), ("伤", -6.0, "人", "change", "yoy")],
    ),
    # so many times a base
    ("受理案件⟦243件⟧,是上年的⟦1.8倍⟧。", [("受理案件", 243.0, "件", "level", None), ("受理案件", 1.8, "倍", "change", "yoy")]),
    # a weight of what was counted before
    (
        "电诈立案⟦57起⟧,占刑事立案的比重由去年同期的⟦29%⟧扩大到⟦38%⟧。",
        [
            ("电诈立案", 57.0, "起", "level", None),
            ("电诈立案占刑事立案的比重", 29.0, "%", "share", None),
            ("电诈立案占刑事立案的比重", 38.0, "%", "share", None),
        ],
    ),
    # a part of all without 占
    ("夜间火灾不到总量的⟦两成⟧。", [("夜间火灾不到总量", 20.0, "%", "share", None)]),
    # the verb of a compound noun is none, and 新 belongs to its verb
    ("房地产开发投资下降⟦9%⟧。", [("房地产开发投资", -9.0, "%", "change", None)]),
    ("全市新发现吸毒人员⟦39名⟧。", [("新发现吸毒人员", 39.0, "名", "level", None)]),
    # a rank among others whose number is none of its name
    ("服判率⟦91%⟧,在全市基层法院中位居⟦第三位⟧。", [("服判率", 91.0, "%", "share", None), ("服判率", 3.0, "位", "rank", None)]),
    # a base a year before the time told of is the year before
    ("2018年,龙泉市火灾⟦90起⟧,比2017年减少⟦4起⟧。", [("火灾", 90.0, "起", "level", None), ("火灾", -4.0, "起", "change", "yoy")]),
    ("头盔佩戴率较整治前提高⟦17个百分点⟧。", [("头盔佩戴率", 17.0, "百分点", "change", "other")]),  # before something was done
    # a second measure of a change
    ("煤矿事故同比减少⟦3起⟧⟦6人⟧。", [("煤矿事故", -3.0, "起", "change", "yoy"), ("煤矿事故", -6.0, "人", "change", "yoy")]),
    # a heading in brackets is no part of a name
    ("【查纠】查处酒驾⟦59例⟧。", [("查处酒驾", 59.0, "例", "level", None)]),
    # what became of those who are counted
    ("⟦8名⟧责任人已被移送司法机关。", [("责任人移送司法机关", 8.0, "名", "level", None)]),
    # a number told by what it did, and a part of what is named after it
    ("电动车火灾⟦15起⟧,其中⟦4起⟧发生在车库。", [("电动车火灾", 15.0, "起", "level", None), ("发生在车库", 4.0, "起", "level", None)]),
    ("⟦九成⟧以上的学校设有警务室。", [("学校设有警务室", 90.0, "%", "share", None)]),
    # the members of a list of one kind, without their count
    ("城东所、城南所有效警情分别为⟦41起⟧、⟦36起⟧。", [("有效警情", 41.0, "起", "level", None), ("有效警情", 36.0, "起", "level", None)]),
    # a word lent by the last of a list
    (
        "城镇和农村居民人均收入分别为⟦2万元⟧、⟦9000元⟧。",
        [("城镇居民人均收入", 20000.0, "元", "level", None), ("农村居民人均收入", 9000.0, "元", "level", None)],
    ),
    # a list that goes on with the changes of the same names
    (
        "命案、盗窃案分别为⟦2起⟧、⟦90起⟧,下降⟦50%⟧和⟦12%⟧。",
        [
            ("命案", 2.0, "起", "level", None),
            ("盗窃案", 90.0, "起", "level", None),
            ("命案", -50.0, "%", "change", None),
            ("盗窃案", -12.0, "%", "change", None),
        ],
    ),
    # a change of what was counted in its unit
    (
        "事故⟦75起⟧,死亡⟦13人⟧,同比减少⟦32起⟧。",
        [("事故", 75.0, "起", "level", None), ("死亡", 13.0, "人", "level", None), ("事故", -32.0, "起", "change", "yoy")],
    ),
    # a name in the clause before 由
    ("跨区域案件,由2016年的⟦57件⟧增至去年的⟦134件⟧。", [("跨区域案件", 57.0, "件", "level", None), ("跨区域案件", 134.0, "件", "level", None)]),
    # a length of time that is what is measured
    ("平均响应时长由⟦42分钟⟧压到⟦26分钟⟧。", [("平均响应时长", 42.0, "分钟", "level", None), ("平均响应时长", 26.0, "分钟", "level", None)]),
    # places with their numbers, of what was told before
    ("全市火灾⟦92起⟧。龙泉市⟦52起⟧、庆元县⟦40起⟧。", [("火灾", value, "起", "level", None) for value in (92.0, 52.0, 40.0)]),
    # more of the same count
    ("新装探头⟦88个⟧,累计⟦312个⟧。", [("新装探头", 88.0, "个", "level", None), ("新装探头", 312.0, "个", "level", None)]),
    # units in brackets beside a unit
    ("查验车辆⟦33万架(艘、列)次⟧。", [("查验车辆", 330000.0, "架次", "level", None)]),
    # the month before by its number
    ("6月查处案件⟦90起⟧,较5月增长⟦6%⟧。", [("查处案件", 90.0, "起", "level", None), ("查处案件", 6.0, "%", "change", "mom")]),
    # this is what was told before
    ("调解占收案的⟦28%⟧。明年要把这个比例提高到⟦35%⟧。", [("调解占收案", 28.0, "%", "share", None), ("调解占收案", 35.0, "%", "share", None)]),
    # a base in a clause of its own, and one that 其中 takes over from the sentence before
    ("与去年同期相比,命案、盗窃案分别下降⟦8%⟧和⟦12%⟧。", [("命案", -8.0, "%", "change", "yoy"), ("盗窃案", -12.0, "%", "change", "yoy")]),
    ("刑事立案同比下降⟦6%⟧。其中命案下降⟦8%⟧。", [("刑事立案", -6.0, "%", "change", "yoy"), ("命案", -8.0, "%", "change", "yoy")]),
    # what moves is named in the clause before: by its run of years, or in a list that a slogan sums up
    ("刑事立案数连续五年下降,年均降幅⟦8.2%⟧。", [("刑事立案数", -8.2, "%", "change", None)]),
    (
        "火灾起数、受伤人数同比实现“两下降”,降幅分别为⟦20.5%⟧、⟦33%⟧。",
        [("火灾起数", -20.5, "%", "change", "yoy"), ("受伤人数", -33.0, "%", "change", "yoy")],
    ),
    ("5月发案最少,仅⟦23起⟧;3月最多,达⟦71起⟧。", [("发案", 23.0, "起", "level", None), ("发案", 71.0, "起", "level", None)]),
    # so many fewer, right behind the name
    ("盗窃案件同比少发⟦37起⟧,下降⟦18.2%⟧。", [("盗窃案件", -37.0, "起", "change", "yoy"), ("盗窃案件", -18.2, "%", "change", "yoy")]),
    # what the number counts: without who did it, when, and how often on average
    ("此次行动共出动警力⟦3200名⟧。", [("出动警力", 3200.0, "名", "level", None)]),
    ("行动期间全市盗窃案同比下降⟦6%⟧。", [("盗窃案", -6.0, "%", "change", "yoy")]),
    ("全市盗窃案年均下降⟦6%⟧。", [("盗窃案", -6.0, "%", "change", None)]),
    ("志愿者在龙泉市化解纠纷⟦3起⟧。", [("化解纠纷", 3.0, "起", "level", None)]),
    ("消防队出动⟦60名⟧队员赶赴灾区。", [("出动队员", 60.0, "名", "level", None)]),
    ("洪水波及⟦7个⟧县(市、区)。", [("县(市、区)", 7.0, "个", "level", None)]),
    # a rate of so many, a name before its time, what each place of a list did
    ("全国万车死亡率由⟦1.8人⟧降至⟦1.4人⟧。", [("万车死亡率", 1.8, "人", "level", None), ("万车死亡率", 1.4, "人", "level", None)]),
    ("群众安全感去年下半年为⟦96%⟧,今年上半年升至⟦98%⟧。", [("群众安全感", 96.0, "%", "share", None), ("群众安全感", 98.0, "%", "share", None)]),
    ("城东、城西两个派出所今年分别化解纠纷⟦16件⟧、⟦12件⟧。", [("化解纠纷", 16.0, "件", "level", None), ("化解纠纷", 12.0, "件", "level", None)]),
    # what ranks next, on top of what there is, a list that runs on with 近
    ("线索最多的是城南所(⟦48条⟧),城东所次之(⟦40条⟧)。", [("线索", 48.0, "条", "level", None), ("线索", 40.0, "条", "level", None)]),
    ("破案率要在现有⟦43%⟧的基础上再提高⟦5个百分点⟧。", [("破案率", 43.0, "%", "share", None), ("破案率", 5.0, "百分点", "change", None)]),
    (
        "龙泉市、庆元县2日中午分别转移群众⟦400余人⟧和近⟦三千人⟧。",
        [("转移群众", 400.0, "人", "level", None), ("转移群众", 3000.0, "人", "level", None)],
    ),
    ("最大雨量出现在龙潭镇,达⟦263毫米⟧。", [("最大雨量", 263.0, "毫米", "level", None)]),
    ("签发护照⟦90万本⟧,这个数字在去年同期不到⟦50万本⟧。", [("签发护照", 900000.0, "本", "level", None), ("签发护照", 500000.0, "本", "level", None)]),
    # a part of one is a share
    ("盗窃警情占⟦四分之一⟧。", [("盗窃警情占比", 25.0, "%", "share", None)]),
    # quotation marks stay whole
    ("“两抢”案件同比下降⟦30%⟧。", [("“两抢”案件", -30.0, "%", "change", "yoy")]),
    # the subject of an action is no part of what is counted
    ("⟦16个⟧调解组织现场化解邻里纠纷⟦25件⟧。", [("调解组织", 16.0, "个", "level", None), ("化解邻里纠纷", 25.0, "件", "level", None)]),
]


def unmarked(sentence: str) -> tuple[str, list[str]]:
    """Give the sentence without its marks, and what they hold."""
    return marked_text.unmarked(sentence), marked_text.texts(sentence)


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[case[0][:24] for case in CASES])
def test_construction(marked: str, expected: list[tuple[object, ...]]) -> None:
    text, figures = unmarked(marked)
    rows = extract_text(text, published=PUBLISHED).observations
    assert [row.text for row in rows] == figures
    assert [(row.indicator, row.value, row.unit, row.measure, row.comparison) for row in rows] == expected
