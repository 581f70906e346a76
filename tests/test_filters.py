"""The link and the filter bar: what is read out of a link, how places are found, and that each box writes what it shows."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from extract import gazetteer
from extract.ledger import store
from pages.parts import data, link, periods, places
from tests.handmade import extraction
from tests.pages_ledger import LEVEL, run

PAGES = (None, "pages/figures.py", "pages/reports.py")


@pytest.fixture
def years(tmp_path, monkeypatch):
    """A ledger of four figures: of 2012, of 2015 to 2017, of until 2018, and of no known period; the last is doubtful."""
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    read = extraction(
        "有⟦1件⟧、⟦2件⟧、⟦3件⟧、⟦4件⟧。",
        LEVEL | {"period_start": date(2012, 1, 1), "period_end": date(2012, 12, 31)},
        LEVEL | {"period_start": date(2015, 1, 1), "period_end": date(2017, 12, 31)},
        LEVEL | {"period_start": None, "period_end": date(2018, 6, 30)},
        LEVEL | {"period": None, "period_start": None, "period_end": None, "confidence": 0.89},
    )
    return store.write([read], tmp_path / "ledger", extractor="test")


def settled(app: AppTest) -> AppTest:
    assert not app.exception, [error.stack_trace for error in app.exception]
    return app


def asked(app: AppTest) -> dict[str, str]:
    """Give the link that a page stands at, its language left out."""
    values = {name: value if isinstance(value, str) else value[0] for name, value in app.query_params.items()}
    return {name: value for name, value in values.items() if name != "lang"}


def held(app: AppTest) -> list[str]:
    return [button.label for button in app.button if (button.key or "").startswith("held_")]


def told(app: AppTest) -> str:
    return "\n".join(caption.value for caption in app.caption)


def test_links_are_read_and_what_is_unknown_is_told():
    read = link.read({"region": "331181", "within": "0", "topic": "crime", "from": "2018-01-01", "sure": "1", "lang": "zh", "figure": "x"})
    assert read.unknown == ()
    assert dict(read.where) == {"region": "331181", "within": False, "topic": "crime", "period_from": date(2018, 1, 1), "sure": True}
    assert link.read({"within": "0", "sure": "0"}).where == ()
    wrong = {"region": "999999", "topic": "犯罪", "measure": "sum", "to": "yesterday", "lang": "fr", "regoin": "331181", "within": "2", "sure": "yes"}
    read = link.read(wrong | {"indicator": "没有"}, lambda indicator: False)
    assert read.where == ()
    assert {name for name, _ in read.unknown} == {*wrong, "indicator"}


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2017, 1, 1), date(2018, 12, 31), "2017–2018"),
        (date(2017, 1, 1), date(2017, 12, 31), "2017"),
        (date(2017, 1, 1), None, "2017 起"),
        (None, date(2018, 7, 1), "至 2018-07-01"),
        (date(2017, 3, 1), date(2018, 12, 31), "2017-03-01–2018-12-31"),
        (None, None, ""),
    ],
)
def test_a_period_is_worded_by_years_where_it_has_whole_ones(first, last, words):
    assert link.period_words(first, last) == words


LETTERS = """
龙泉市 lqs,重庆市 cqs,长沙市 css,六安市 las,蚌埠市 bbs,丽水市 lss,乐清市 yqs,厦门市 xms,长子县 zzx,长治市 czs,朝阳区 cyq,番禺区 pyq,单县 sx,
洪洞县 htx,浚县 xx,涡阳县 gyx,荥阳市 xys,荥经县 yjx,尉犁县 ylx,尉氏县 wsx,铅山县 ysx,大埔县 dbx,黄埔区 hpq,东阿县 dex,会稽 kj,台州市 tzs,
崆峒区 ktq,阿拉善盟 alsm,内蒙古自治区 nmgzzq,X镇 z
"""


@pytest.mark.parametrize(
    ("name", "letters"),
    [place.split() for place in LETTERS.replace("\n", "").split(",")],
)  # fmt: skip
def test_places_are_read_as_their_people_say_them(name, letters):
    assert places.initials(name) == letters


def test_almost_every_name_of_the_gazetteer_has_all_its_letters():
    names = {division.name for division in gazetteer.divisions().values()}
    silent = [name for name in names if len(places.initials(name)) != len(name)]
    assert len(names) > 30_000 and len(silent) < 10


def test_a_place_is_found_by_all_that_it_is_called():
    words = places.search_words("331181", 5)
    assert words == "龙泉市 (5) · 浙江省 › 丽水市 · lqs 331181"
    assert places.search_words("100000", 1234) == "全国 (1,234) · qg 100000"
    assert places.in_ledger({"331181": 1, "110100": 1, "100000": 2}, "330881") == ["100000", "330881", "331181"], "110100 is no place"


def test_the_region_boxes_go_down_from_the_province():
    counted = {"100000": 7, "330000": 7, "331100": 5, "331181": 5, "330800": 1, "330881": 1, "110000": 2, "110100": 2, "110101": 2}
    assert [*places.region_options(counted, None)] == [("province", "", ["100000", "110000", "330000"])]
    assert [box[:2] for box in places.region_options(counted, "331181")] == [("province", "330000"), ("city", "331100"), ("county", "331181")]
    assert [*places.region_options(counted, "330000")][1] == ("city", "", ["330800", "331100"])
    assert [*places.region_options(counted, "110000")][1] == ("county", "", ["110101"]), "no city lies between"
    assert [*places.region_options({}, "330881")][-1] == ("county", "330881", ["330881"]), "a chosen place without figures stays"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("key", "value", "names"),
    [
        ("filter_region", "331181", {"region": "331181"}),
        ("filter_province", "330000", {"region": "330000"}),
        ("filter_topic", "forces", {"topic": "forces"}),
        ("filter_indicator", "criminal_cases_filed", {"indicator": "criminal_cases_filed"}),
        ("filter_measure", "level", {"measure": "level"}),
        ("filter_status", "target", {"status": "target"}),
    ],
)
def test_each_box_writes_the_link_and_counts_what_is_left(generation, page, key, value, names):
    app = run(page)
    option = next(words for words in app.selectbox(key=key).options if f"({left(generation, names)})" in words)
    assert option
    app = settled(app.selectbox(key=key).select(value).run())
    assert asked(app) == names
    assert len(held(app)) == 1
    assert f"共 {left(generation, names)} 项数据" in told(app)
    name = next(iter(names))
    assert settled(app.button(key=f"held_{name}").click().run()) and asked(app) == {}


def left(generation, names) -> int:
    return data.total(generation, link.read(names).where)


@pytest.mark.parametrize("page", PAGES)
def test_words_and_certainty_write_the_link(generation, page):
    app = settled(run(page).text_input(key="filter_q").input(" 江山 ").run())
    assert asked(app) == {"q": "江山"} and "共 1 项数据" in told(app)
    app = settled(app.toggle(key="filter_sure").set_value(True).run())
    assert asked(app) == {"q": "江山", "sure": "1"}
    assert held(app) == ["包含文字 = “江山” ×", "只看有把握的 ×"]
    assert asked(settled(app.button(key="filter_clear").click().run())) == {}


def test_the_boxes_go_down_and_up_again_and_leave_out_the_places_within(generation):
    app = run(region="330000")
    assert asked(app.selectbox(key="filter_city").select("331100").run()) == {"region": "331100"}
    app = settled(app.radio(key="filter_within").set_value(False).run())
    assert asked(app) == {"region": "331100", "within": "0"} and held(app) == ["地区 = 丽水市(仅本级) ×"]
    assert asked(app.selectbox(key="filter_city").select("").run()) == {"region": "330000", "within": "0"}
    assert asked(app.selectbox(key="filter_region").select("").run()) == {}


def test_a_filter_that_lets_nothing_pass_keeps_its_boxes(generation):
    whole, none = run(), run(q="没有这样的文字")
    assert "共 0 项数据" in told(none)
    for key in ("filter_region", "filter_province", "filter_topic", "filter_indicator", "filter_measure", "filter_status"):
        options = [words.split(" (")[0] for words in none.selectbox(key=key).options]
        assert sorted(options) == sorted(words.split(" (")[0] for words in whole.selectbox(key=key).options)
        assert len(options) > 1


def test_indicators_go_by_their_names_and_reports_words_stand_in_quotation_marks(generation, tmp_path):
    read = extraction("⟦1起⟧、⟦2起⟧、⟦3起⟧。", {"indicator_id": "criminal_cases"}, {"indicator_id": "criminal_cases"}, {"indicator_id": None})
    store.write([read], tmp_path / "ledger", extractor="test")
    assert run().selectbox(key="filter_indicator").options == ["全部", "刑事案件 (2)", "“刑事立案” (1)"]
    assert run(lang="en").selectbox(key="filter_indicator").options == ["All", "Criminal cases · 刑事案件 (2)", "“刑事立案” (1)"]
    app = run(indicator="刑事立案")
    assert held(app) == ["指标 = 刑事立案 ×"] and "共 3 项数据" in told(app), "a report's words find it whatever its name"


def test_the_slider_offers_only_years_in_which_figures_hold(years):
    counted = data.counts(years, "year", ())
    assert counted == {"2012": 1, "2015": 1, "2016": 1, "2017": 1, "2018": 1}
    for year, count in counted.items():
        assert left(years, {"from": f"{year}-01-01", "to": f"{year}-12-31"}) == count, "what is told is what is left"
    app = run("pages/figures.py")
    slider = app.select_slider(key="filter_period")
    assert [words[:4] for words in slider.options] == [*counted]
    assert "时期不详：1 项" in told(app)
    app = settled(slider.set_value(("2015", "2018")).run())
    assert asked(app) == {"from": "2015-01-01"} and held(app) == ["时期 = 2015 起 ×"]
    assert "共 2 项数据" in told(app) and "时期不详的 1 项没有列入" in told(app)
    assert settled(app.button(key="held_period").click().run()) and asked(app) == {}


def test_the_slider_stands_as_near_to_a_link_as_it_can():
    there = ["2012", "2015", "2018"]
    assert periods.nearest(there, None, None) == ("2012", "2018")
    assert periods.nearest(there, date(2013, 5, 1), None) == ("2015", "2018")
    assert periods.nearest(there, date(2013, 1, 1), date(2014, 1, 1)) == ("2012", "2012")
    assert periods.nearest(there, None, date(1999, 1, 1)) == ("2012", "2012")


def test_only_what_is_sure(years):
    assert left(years, {"sure": "1"}) == 3
    assert "只看有把握的（3 项）" in [toggle.label for toggle in run().toggle]


@pytest.mark.parametrize("page", PAGES)
def test_what_nobody_knows_is_told_in_one_sentence(generation, page):
    app = run(page, region="999999", topic="**", regoin="1", indicator="没有")
    assert [warning.value for warning in app.warning] == [
        "本链接中有 4 个条件已失效，没有按它们筛选：地区“999999”、主题“\\*\\*”、参数“regoin”、指标“没有”。"
    ]
    app = run(page, measure="sum", figure="", lang="en")
    assert [warning.value for warning in app.warning] == ['1 filter of this link is no longer valid and was not used: Kind "sum".']


def test_clearing_takes_out_what_nobody_knows_and_leaves_the_figure(generation):
    app = run(region="999999", regoin="1", topic="crime", figure="x")
    assert asked(app.button(key="filter_clear").click().run()) == {"figure": "x"}
