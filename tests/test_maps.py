"""The map: each coloured place is one row's figure, places without one are plain, and nothing is fetched."""

import json
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from extract import gazetteer
from extract.ledger import store
from pages.parts import boundaries, mapped, maps, words
from pages.parts.areas import area
from pages.parts.map_labels import Label, fitting
from pages.parts.map_scale import scale
from tests.handmade import extraction
from tests.pages_ledger import run, shown

LISHUI = area("331100").places
LONGQUAN, QINGTIAN, YUNHE = "331181", "331121", "331125"
SQUARE = [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)]
OLDER = {"period": "2017", "period_start": date(2017, 1, 1), "period_end": date(2017, 12, 31)}


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A boundary file of one's own: three of 丽水's counties and 浙江 as squares, turning the wrong way, and a line."""
    places = {LONGQUAN: 0, QINGTIAN: 1, YUNHE: 2, "330000": 3}
    rings = {code: [[(119 + x + at, 28 + y) for x, y in reversed(SQUARE)]] for code, at in places.items()}
    features = [
        {"type": "Feature", "properties": {name: code if name == "code" else int(code)}, "geometry": {"type": "Polygon", "coordinates": rings[code]}}
        for code, name in zip(places, ("code", "adcode", "adcode", "code"), strict=True)
    ]
    features.append({"type": "Feature", "properties": None, "geometry": {"type": "LineString", "coordinates": [(119, 27), (120, 27)]}})
    path = tmp_path / "own.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    monkeypatch.setenv(boundaries.SETTING, str(path))
    return path


@pytest.fixture
def generation(tmp_path, monkeypatch):
    """龙泉 has three changes on the year before (two periods), one on the month before and a number; 青田 one change, told by the article."""
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    monkeypatch.setenv("PINGAN_REPORTS", str(tmp_path / "reports"))
    names = {code: {"region": code, "region_name": gazetteer.region_name(code)} for code in (QINGTIAN, "330000")}
    figures = [
        {"value": -6.1} | OLDER, {"value": -61.0}, {"value": 4.0} | OLDER, {"value": 9.0, "comparison": "mom"},
        names[QINGTIAN] | {"value": 22.0, "period_basis": "carried"},
        {"measure": "level", "value": 2.0, "unit": "起", "comparison": None, "base": None},
        names["330000"] | {"value": -3.0},
    ]  # fmt: skip
    return store.write([extraction("刑事立案" + "⟦1%⟧,又" * len(figures), *figures)], tmp_path / "ledger", extractor="test")


@pytest.fixture
def kind():
    return mapped.Kind("criminal_cases_filed", "change", "%", "yoy")


def drawn(rows, kind, lang="zh", outlined=None, **how):
    figures = mapped.shown(rows, kind, LISHUI)
    return maps.drawn(maps.Map(kind, figures, LISHUI, outlined), boundaries.outlines(LISHUI), lang, **how)


def places(figure):
    """Give the coloured places of a map with their ids and values, and the plain ones."""
    traces = [trace for trace in figure.data if trace.type == "choropleth"]
    coloured = [(code, *rest) for trace in traces if trace.ids is not None for code, *rest in zip(trace.locations, trace.ids, trace.z, strict=True)]
    return coloured, {code for trace in traces if trace.ids is None for code in trace.locations}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_each_coloured_place_is_one_figure_and_the_others_are_plain(own, rows, kind, lang, dark):
    figure = drawn(rows, kind, lang, dark=dark)
    coloured, plain = places(figure)
    by_value = {row["value"]: row["observation_id"] for row in rows}
    assert sorted(coloured) == sorted([(LONGQUAN, by_value[-61.0], -61.0), (QINGTIAN, by_value[22.0], 22.0)])
    assert plain == {YUNHE}
    empty = next(trace for trace in figure.data if trace.type == "choropleth" and trace.ids is None)
    assert {colour for _, colour in empty.colorscale} == {"rgba(0,0,0,0)"} and words.say("no_data", lang=lang) in empty.hovertext[0]
    assert [trace.name for trace in figure.data if trace.showlegend and trace.name] == [words.say("no_data", lang=lang)]


def test_of_several_figures_the_latest_is_shown_and_the_rest_are_told(rows, kind):
    found = mapped.shown(rows, kind, LISHUI)
    assert {code: (item.row["value"], item.more) for code, item in found.items()} == {LONGQUAN: (-61.0, 2), QINGTIAN: (22.0, 0)}
    assert mapped.told(found[LONGQUAN], "龙泉市", "zh") == ["龙泉市", "刑事立案", "▼ 下降 61%", "2018-06", "a.txt", "此处另有 2 项"]
    assert mapped.told(found[QINGTIAN], "青田县", "zh")[2:4] == ["▲ 上升 22%", "2018-06 (原句没有写明时期)"]
    assert not {-61.0 - 6.1 + 4.0, (-61.0 - 6.1 + 4.0) / 3} & {mapped.value(item.row) for item in found.values()}


def test_what_does_not_compare_is_a_map_of_its_own(rows, kind):
    found = mapped.choices(rows, LISHUI)
    assert [(choice.kind.code, choice.places) for choice in found] == [
        ("criminal_cases_filed~change~%~yoy", 2), ("criminal_cases_filed~change~%~mom", 1), ("criminal_cases_filed~level~起", 1),
    ]  # fmt: skip
    assert found[0].kind == kind and found[0].label("zh") == "刑事立案 · 变化（%） · 同比"
    others = [rows[0] | {"status": "target"}, rows[0] | {"subject": "城区派出所"}, rows[0] | {"unit": "百分点"}, rows[0]]
    assert len(mapped.choices(others, LISHUI)) == 4


def test_the_sentence_tells_what_the_map_shows(rows, kind):
    names = {code: gazetteer.name(code) for code in LISHUI}
    told = mapped.summary("丽水市", mapped.shown(rows, kind, LISHUI), 9, names, "zh")
    assert told == "丽水市：9 个地区中 2 个有数据，从 龙泉市 ▼ 下降 61% 到 青田县 ▲ 上升 22%。"
    assert mapped.summary("丽水市", {}, 9, names, "en") == "丽水市: none of the 9 places has a figure."


def test_rings_run_clockwise_and_neighbours_are_simplified_as_one(own):
    found = boundaries.outlines(LISHUI)
    assert {*found.places} == {LONGQUAN, QINGTIAN, YUNHE} and found.credit == "own.geojson" and len(found.lines) == 1
    for outline in found.places.values():
        assert all(boundaries.turning(part[0]) < 0 for part in outline.geometry["coordinates"])
    edge = [{point for part in found.places[code].geometry["coordinates"] for point in part[0]} for code in (LONGQUAN, QINGTIAN)]
    assert len(edge[0] & edge[1]) == 2


@pytest.mark.parametrize("make", ["drawn", "printed"])
def test_nothing_of_a_map_is_fetched(rows, kind, make, monkeypatch):
    monkeypatch.delenv(boundaries.SETTING, raising=False)
    country, found = area(None).places, boundaries.outlines(area(None).places)
    shown_ = maps.Map(kind, mapped.shown(rows, kind, country), country)
    figure = maps.drawn(shown_, found, "zh") if make == "drawn" else maps.printed(shown_, found, "zh", "图", ["边界：审图号"])
    first = {}
    for trace in figure.data:
        first.setdefault(trace.geo or "geo", trace.type)
    assert first == {"geo": "scattergeo", "geo2": "scattergeo"}, "else Plotly fetches a map of the world"
    assert not any(figure.layout[geo][f"show{layer}"] for geo in first for layer in ("coastlines", "land", "countries", "lakes"))
    assert "http" not in figure.to_json() and len(figure.to_json()) < 600_000
    assert make == "drawn" or "审图号" in figure.layout.annotations[0].text
    coloured, plain = places(figure)
    assert {code for code, *_ in coloured} == {"330000"} and {*plain} == {*country} - {"330000"}


def test_the_package_has_the_whole_country(monkeypatch):
    monkeypatch.delenv(boundaries.SETTING, raising=False)
    found = boundaries.outlines(area(None).places)
    assert {*found.places} == {*area(None).places} >= {"710000", "810000", "820000"}
    assert found.at_sea and len(found.lines) == 10, "the islands of the South China Sea and the line around them"
    assert found.box[1] > 17
    for region in ("331100", "110000", "513400", "620200"):
        assert {*boundaries.outlines(area(region).places).places} == {*area(region).places}, region


@pytest.mark.parametrize(
    ("region", "how", "code", "count", "outlined"),
    [
        (None, {}, "100000", 34, None), ("100000", {}, "100000", 34, None), ("330000", {}, "330000", 11, None), ("331100", {}, "331100", 9, None),
        ("330000", {"counties": True}, "330000", 90, None), ("331181", {}, "331100", 9, "331181"), ("331181001", {}, "331100", 9, "331181"),
        ("330000", {"within": False}, "100000", 34, "330000"), ("441900", {}, "440000", 21, "441900"), ("810000", {}, "100000", 34, "810000"),
        ("110000", {}, "110000", 16, None), ("513425", {}, "513400", 17, "513402"),
    ],
)  # fmt: skip
def test_the_filters_region_decides_which_places_are_shown(region, how, code, count, outlined):
    found = area(region, **how)
    assert (found.code, len(found.places), found.outlined) == (code, count, outlined)


def test_an_outlined_place_has_a_line_around_it(own, rows, kind):
    widths = {outlined: [trace for trace in drawn(rows, kind, outlined=outlined).data if trace.type == "scattergeo" and trace.line.width == 3][0]
              for outlined in (None, LONGQUAN)}  # fmt: skip
    assert not widths[None].lon and min(lon for lon in widths[LONGQUAN].lon if lon is not None) == 119


def test_colours_keep_zero_in_the_middle_and_letters_readable(kind):
    changes = scale(kind, [-61.0, 22.0], "zh")
    assert (changes.low, changes.high) == (-61.0, 61.0)
    assert [told for _, told in changes.ticks] == ["▼ 下降 61%", "0", "▲ 上升 61%"]
    levels = scale(mapped.Kind("x", "level", "起"), [2.0, 1300.0], "zh")
    assert [told for _, told in levels.ticks] == ["0 起", "1,300 起"]
    assert [told for _, told in scale(mapped.Kind("x", "share", "%"), [98.1, 98.6], "en").ticks] == ["98.1%", "98.6%"]
    assert scale(mapped.Kind("x", "share", "%"), [98.1], "en").colour(98.1), "one value alone has a colour"
    for dark in (False, True):
        for made in (scale(kind, [-61.0], "zh", dark=dark), scale(mapped.Kind("x", "level", "起"), [9.0], "zh", dark=dark)):
            for step in range(21):
                value = made.low + (made.high - made.low) * step / 20
                assert contrast(made.colour(value), made.ink(value)) >= 4.5


def contrast(colour, ink) -> float:
    def light(rgb):
        linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in rgb]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05

    pair = light(colour), light([int(ink[at : at + 2], 16) for at in (1, 3, 5)])
    return max(pair) / min(pair)


def test_labels_never_stand_on_each_other():
    labels = [Label(str(at), ("龙泉", "▼ 61%"), (119 + at * 0.1, 28.0), 1.0) for at in range(20)]
    box = (119.0, 27.0, 121.0, 29.0)
    phone, wide = (fitting(labels, box, width, width * 0.7) for width in (350, 700))
    assert 2 < len(phone) < len(wide) < 20
    across = [label.at[0] for label in wide]
    assert min(second - first for first, second in zip(across, across[1:], strict=False)) > 0.11
    assert fitting([Label("x", ("五指山市",), (120.5, 28.5), 0.01)], box, 700, 470) == [], "no room in so small a place"


def asked(app: AppTest, name: str) -> str:
    """Give what the link of a page says now."""
    found = app.query_params[name]
    return found if isinstance(found, str) else found[0]


def page(**link: str) -> AppTest:
    return run("pages/figures.py", view="map", **link)


def test_the_map_stands_on_the_page_and_the_list_does_what_a_click_does(own, generation, rows):
    app = page(region="331100", lang="zh")
    assert "丽水市 · 刑事立案 · 变化（%） · 同比：9 个地区中 2 个有数据" in shown(app) and "审图号" in shown(app)
    assert "1 个地区另有数据（共 2 项）" in shown(app) and "own.geojson" in shown(app)
    app.selectbox(key="map_place").select(LONGQUAN).run()
    chosen = next(row for row in rows if row["value"] == -61.0)
    assert (asked(app, "region"), asked(app, "figure")) == (LONGQUAN, chosen["observation_id"])
    assert "粗线框出的是龙泉市" in shown(app) and not app.exception
    app.button(key="map_path_330000").click().run()
    assert asked(app, "region") == "330000" and not app.exception


def test_the_link_names_what_is_shown_and_what_it_asks_in_vain_is_told(own, generation):
    app = page(region="331100", lang="zh")
    app.selectbox(key="shown").select("criminal_cases_filed~level~起").run()
    assert asked(app, "shown") == "criminal_cases_filed~level~起"
    assert "1 个有数据，龙泉市 2 起" in shown(app)
    assert words.literal("命案~level") in shown(page(region="331100", shown="命案~level"))
    assert "town" in shown(page(by="town"))


def test_a_place_without_figures_is_still_a_map(own, generation):
    app = page(region=YUNHE, lang="zh")
    assert "没有数据" in shown(app) and "粗线框出的是云和县" in shown(app)


def test_without_the_package_a_list_stands_in(generation, monkeypatch):
    monkeypatch.delenv(boundaries.SETTING, raising=False)
    monkeypatch.setattr(boundaries, "find_spec", lambda name: None)
    boundaries._outlines.cache_clear()
    app = page(region="331100", lang="zh")
    assert "没有边界数据" in app.info[0].value and "pip install cnmaps" in app.info[0].value
    assert [*app.dataframe[0].value.iloc[:2, 0]] == ["青田县", "龙泉市"] and len(app.dataframe[0].value) == 9
    app.selectbox(key="map_place").select(QINGTIAN).run()
    assert asked(app, "region") == QINGTIAN
    boundaries._outlines.cache_clear()


@pytest.mark.parametrize(("content", "told"), [("{}", "features"), ("nonsense", "JSON"), (None, "No such file")])
def test_a_broken_file_of_ones_own_is_named_with_what_is_wrong(own, generation, content, told):
    if content is None:
        own.unlink()
    else:
        own.write_text(content, encoding="utf-8")
    app = page(region="331100", lang="en")
    assert words.literal(own) in app.info[0].value and told in app.info[0].value
    assert len(app.dataframe) == 1


def test_the_setting_is_documented():
    from tests.test_house import README

    assert boundaries.SETTING in README and "审图号" in README and all(f"`{name}`" in README for name in boundaries._CODES)
