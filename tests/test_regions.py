"""Places: names, nested names, homonyms, pointing words, and words that only look like places."""

from datetime import date

import pytest

from extract import gazetteer
from extract.regions import find_regions, settle
from tests.marked import spans, unmarked

# sentence with its places marked | the codes they get, with nothing named before
PLACES = [
    ("⟦龙泉市⟧刑事立案下降。", ["331181"]),
    # nested names are one place
    ("⟦浙江省丽水市龙泉市⟧和⟦杭州市余杭区⟧。", ["331181", "330110"]),
    # a town in its county
    ("⟦江山市虎山街道⟧的党员干部。", ["330881002"]),
    # the full name of a county settles the short one after it
    ("⟦龙泉市⟧出动警力,⟦龙泉⟧的发案下降。", ["331181", "331181"]),
    # a homonym is settled by the city named before it
    ("⟦南京⟧通报,⟦鼓楼区⟧发案下降。", ["320100", "320106"]),
    ("⟦福州⟧通报,⟦鼓楼区⟧发案下降。", ["350100", "350102"]),
    # and stays unsettled without one
    ("⟦鼓楼区⟧发案下降。", [None]),
    # a homonym right behind the name of what it lies in
    ("⟦北京朝阳⟧警方通报。", ["110105"]),
    # pointing words look for the nearest place of their level
    ("会议在⟦杭州⟧召开,⟦全省⟧发案下降。", ["330100", "330000"]),
    ("⟦龙泉市⟧发布,⟦全市⟧发案下降。", ["331181", "331181"]),
    ("⟦丽水市⟧通报,⟦全市⟧发案下降。", ["331100", "331100"]),
    ("⟦景宁畲族自治县⟧通报,⟦全县⟧发案下降。", ["331127", "331127"]),
    ("⟦宁夏⟧通报,⟦全区⟧发案下降。", ["640000", "640000"]),
    ("⟦全市⟧发案下降。", [None]),
    # national bodies speak of the whole country
    ("⟦公安部⟧通报,⟦全国⟧发案下降。", ["100000", "100000"]),
    # institutions carry their place
    ("⟦龙泉市⟧公安局和⟦浙江省⟧高院。", ["331181", "330000"]),
    # abroad is no code
    ("从⟦缅甸⟧押解回国。", [None]),
    # a district that is no more keeps its code
    ("⟦杭州市下城区⟧发案下降。", ["330103"]),
    # a development zone is counted with what it lies in
    ("⟦洛阳高新技术产业开发区⟧发案下降。", ["410300"]),
    # words that only look like places
    ("北京时间8点,中华人民共和国刑法,平安志愿者,公安机关,安全区域。", []),
    # roads, schools and papers
    ("民警在南京路巡逻,到杭州大学宣传,据浙江日报报道。", []),
    # an ordinary word that is a county's short name asks for its full name
    ("上下同心,邻里互助,⟦同心县⟧发案下降。", ["640324"]),
    # a short name of a county with nothing to support it
    ("沙湾的风景。", []),
]


@pytest.mark.parametrize(("marked", "codes"), PLACES, ids=[marked[:20] for marked, _ in PLACES])
def test_places(marked: str, codes: list[str | None]) -> None:
    found = settle(find_regions(unmarked(marked)), [])
    assert [(region.start, region.end) for region in found] == spans(marked)
    assert [region.code for region in found] == codes


def test_context_from_before_settles() -> None:
    (region,) = settle(find_regions("我省刑事案件下降"), ["331181"])
    assert (region.code, region.name) == ("330000", "浙江省")


def test_a_renamed_county_has_the_code_of_its_day() -> None:
    before, after = (find_regions("四川会理发案下降", date(year, 5, 1))[0] for year in (2015, 2022))
    assert (before.code, after.code) == ("513425", "513402")


def test_what_lies_in_what() -> None:
    assert gazetteer.region_name("331181") == "浙江省丽水市龙泉市"
    assert gazetteer.region_name("100000") == "全国"
    assert [gazetteer.name(code) for code in gazetteer.ancestors("330881002")][:3] == ["江山市", "衢州市", "浙江省"]
    assert gazetteer.is_within("331181", "330000")
    assert not gazetteer.is_within("331181", "320000")
    assert gazetteer.successor("330103") == "330105"
    assert gazetteer.is_within("330103", "330105")  # filters follow successors
    assert "331181" in gazetteer.children("331100")
    assert gazetteer.level("330881002") == "town"
    assert gazetteer.region_name("999999") is None


def test_the_gazetteer_is_whole() -> None:
    known = gazetteer.divisions()
    counts = {level: sum(division.level == level for division in known.values()) for level in gazetteer.LEVELS}
    assert counts["province"] == 34
    assert counts["city"] > 330
    assert counts["county"] > 2800
    assert counts["town"] > 38000
    assert [division.code for division in known.values() if division.parent and division.parent not in known] == []
    assert not {division.name for division in known.values()} & {"市辖区", "县", "省直辖县级行政区划"}


def test_successors_of_former_places_are_places_of_today() -> None:
    formers = gazetteer.formers()
    assert len(formers) > 1500
    assert [former for former in formers if former.successor and former.successor not in gazetteer.divisions()] == []
