"""Texts whose numbers are nobody's statistic give hardly a figure; reports about them do."""

import pytest

from extract import extract_text
from extract.genres import genre

JUDGMENT = """南溪县人民法院
刑事判决书
(2020)云0999刑初48号
公诉机关南溪县人民检察院。
被告人赵某某,男,1990年5月2日出生,务农,住南溪县石桥镇新村8号。因涉嫌犯盗窃罪于2020年3月6日被刑事拘留。
经审理查明:2020年2月,被告人赵某某先后4次进入石桥镇居民家中,窃得现金5200元、手机2部、摩托车1辆。经鉴定,被盗手机价值人民币2380元。
案发后,被告人赵某某退赔被害人7580元,取得谅解。
本院认为,被告人赵某某秘密窃取他人财物,数额较大,其行为已构成盗窃罪。判决如下:
一、被告人赵某某犯盗窃罪,判处有期徒刑七个月,并处罚金3000元。
二、作案工具液压钳1把予以没收。
如不服本判决,可在接到判决书的第二日起十日内提出上诉。书面上诉的,应当提交副本二份。
审判员 钱某某
"""
DISPUTE = """民事判决书
原告:孙某,女,住南溪县。委托诉讼代理人:李某,律师。
被告:某保险公司。
原告孙某向本院提出诉讼请求:判令被告赔偿医疗费18 420.5元、误工费9600元,共计28 020.5元。
被告辩称,误工费应按每天120元计算60天。
本院认为,被告应在交强险限额内赔偿10000元,在商业险100万元限额内赔偿18 020.5元。案件受理费500元,减半收取250元。
判决如下:被告于本判决生效之日起十日内赔偿原告28 020.5元。
"""
LAW = """南溪县烟花爆竹管理办法
第一条 为了加强管理,制定本办法。
第二条 重点区域每年限放3天,一般区域每户限购五箱。
第三条 零售点之间的距离不得少于50米,存放量不得超过300箱。
第四条 违反规定的,处五百元以上二千元以下罚款,并处货值2倍的罚款。
第五条 申请人应当自收到通知之日起15个工作日内提交材料。
"""
PHONES = """便民电话
指挥中心 110
户政大厅 2091234 8:30-17:00
出入境大队 0578-2098765 人民街588号
城东派出所 13900001234
"""
REPORT = "法院通报一起盗窃案:本院认为其行为已构成盗窃罪。今年以来,全县法院共审结盗窃案件62件,同比下降8%。咨询电话0578-2098765。"


@pytest.mark.parametrize(
    ("text", "kind"),
    [(JUDGMENT, "judgment"), (DISPUTE, "judgment"), (LAW, "article_of_law"), (PHONES, "phone"), (REPORT, None)],
    ids=["judgment", "dispute", "law", "phones", "report"],
)
def test_what_an_article_is(text, kind):
    found = extract_text(text)
    assert genre(text) == kind
    assert [row.text for row in found.observations] == ([] if kind else ["62件", "8%"])
    assert kind is None or kind in {row.reason for row in found.refusals}
