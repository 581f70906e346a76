"""Shares and counts whose name stands further away: in the clause before, in the count that opened the report, under a number of a list."""

from datetime import date

import pytest

from extract import extract_text
from tests.marked import texts, unmarked

# sentence with its figures marked | for each: indicator, value, period
CASES = [
    # those who or what they are, in a clause of its own
    ("全县较大事故⟦9起⟧。涉及酒驾的,占较大事故总量的⟦44%⟧。", [("较大事故", 9, "2019"), ("涉及酒驾占较大事故总量", 44, "2019")]),
    ("农村道路事故比例较高,达⟦60%⟧。", [("农村道路事故比例", 60, "2019")]),
    ("诈骗居多,起火原因仍以电气为主,占⟦34%⟧。", [("电气占比", 34, "2019")]),
    ("全县查获⟦9人⟧。诈骗案占⟦三成⟧,共⟦15起⟧。", [("查获", 9, "2019"), ("诈骗案占比", 30, "2019"), ("诈骗案", 15, "2019")]),
    ("⟦3名⟧消防队员在救援中牺牲,⟦93名⟧责任人受到党纪、政纪处分。", [("消防队员牺牲", 3, "2019"), ("责任人党纪、政纪处分", 93, "2019")]),
    ("刑拘嫌疑人⟦8人⟧;发案数由升转降,全年下降⟦3%⟧。", [("刑拘嫌疑人", 8, "2019"), ("发案数", -3, "2019")]),
    ("⟦61人⟧紧急转移安置,⟦7间⟧房屋倒塌。", [("紧急转移安置", 61, "2019"), ("房屋倒塌", 7, "2019")]),
    ("组建由⟦50人⟧组成的巡防队。", [("巡防队", 50, "2019")]),
    ("⟦20多万⟧住户受益。", [("住户", 200_000, "2019")]),
    # what those counted have says who they are; said of a noun, it is no part of it
    ("查处⟦36家⟧存在火灾隐患的出租房。", [("查处存在火灾隐患的出租房", 36, "2019")]),
    ("排查⟦24处⟧疑似发生渗漏的水库。", [("排查疑似发生渗漏的水库", 24, "2019")]),
    ("⟦300名⟧群众存在出行不便的困难。", [("群众", 300, "2019")]),
    # of hours, what the report counted first
    (
        "全县火灾⟦90起⟧,其中住宅火灾⟦31起⟧。10时至22时共⟦46起⟧,占总数的⟦50%⟧。",
        [("火灾", 90, "2019"), ("住宅火灾", 31, "2019"), ("火灾", 46, "2019"), ("火灾占总数", 50, "2019")],
    ),
    # 中 and the number of a paragraph are no part of a name
    ("⟦6起⟧重大火灾中,城市⟦4起⟧。", [("重大火灾", 6, "2019"), ("城市重大火灾", 4, "2019")]),
    ("吸毒人员中,35岁以上⟦9名⟧,占⟦51%⟧。", [("35岁以上吸毒人员", 9, "2019"), ("35岁以上吸毒人员占比", 51, "2019")]),
    ("行动中,查处酒驾⟦9起⟧。", [("查处酒驾", 9, "2019")]),  # 行动 is nobody's whole
    ("二、住宅火灾占⟦九成⟧。", [("住宅火灾占比", 90, "2019")]),
    ("共亡⟦12人⟧,但亡人数占总数的⟦15%⟧。", [("亡", 12, "2019"), ("亡人数占总数", 15, "2019")]),
]


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[case[0][:24] for case in CASES])
def test_shares(marked, expected):
    rows = extract_text("2019年,全县接警平稳。" + unmarked(marked), published=date(2020, 1, 20)).observations
    assert [row.text for row in rows] == texts(marked)
    assert [(row.indicator, row.value, row.period) for row in rows] == expected


def test_a_share_of_what_is_not_said_is_not_of_the_whole():
    found = extract_text("占总数的15%。", published=date(2020, 1, 20))
    assert [row.reason for row in found.refusals] == ["no_indicator"] and not found.observations


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全县未发生一次死亡3人以上较大道路交通事故。", []),  # a class of accidents, of which there were none
        ("一次死亡3人、5人以上事故分别增加3起和2起。", ["3起", "2起"]),
        ("全县死亡3人以上。", ["3人"]),  # a count, with 以上
    ],
)
def test_the_limit_of_a_class_is_no_figure(text, told):
    assert [row.text[:2] for row in extract_text(text, published=date(2020, 1, 20)).observations] == told


def test_years_past_are_those_the_report_is_on():
    rows = extract_text("2016—2020年,全县立案90件。五年来,破案80件。", published=date(2021, 3, 1)).observations
    assert [row.period for row in rows] == ["2016/2020", "2016/2020"]
