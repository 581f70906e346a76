"""Figures over time: a point in the middle of each period, the period a span, nothing joined, nothing left out in silence."""

from datetime import date

import pytest

from extract.ledger import store
from pages.parts import charts, data
from pages.parts.groups import PANELS, form
from pages.parts.over_time import steps
from pages.parts.point_words import Point, worded
from tests.handmade import extraction
from tests.test_pages import run, shown

LEVEL = {"measure": "level", "comparison": None, "base": None, "unit": "起"}


def told(year: int, value: float | None, **more: object) -> dict[str, object]:
    """Give what there is to say of a figure of the first half of a year."""
    half = {"period": f"{year}-01/{year}-06", "period_start": date(year, 1, 1), "period_end": date(year, 6, 30)}
    return LEVEL | half | {"value": value} | more


def ledger(tmp_path, figures):
    read = [extraction("立案" + "⟦1起⟧、" * len(figures), *figures)]
    return store.write(read, tmp_path / "ledger", extractor="test")


def grouped(generation, **where):
    """Give the one group of a filter, which must be the same whether the ledger is asked for it or all rows are at hand."""
    asked = charts.ledger_groups(generation, tuple(sorted(where.items())), 9)
    whole = charts.groups(data.plain(store.select(generation, **where)))
    assert [(one.form, one.count, one.places, [row["observation_id"] for row in one.rows]) for one in asked] == [
        (one.form, one.count, one.places, [row["observation_id"] for row in one.rows]) for one in whole
    ]  # fmt: skip
    assert [charts.summary(one, "zh") for one in asked] == [charts.summary(one, "zh") for one in whole]
    assert len(asked) == 1
    return asked[0]


def points(figure):
    return [trace for trace in figure.data if trace.customdata is not None]


def spans(figure):
    """Give the stretches of all lines: each from where it begins to where it ends."""
    for trace in figure.data:
        if "lines" in trace.mode:
            for at in range(0, len(trace.x), 3):
                assert trace.x[at + 2] is None, "a line goes on to another figure"
                yield trace.x[at], trace.x[at + 1], trace.y[at], trace.y[at + 1], trace.line.dash


@pytest.mark.parametrize(
    ("places", "moving", "chosen"), [(0, 0, "bars"), (1, 0, "bars"), (1, 1, "time"), (5, 1, "bars"), (2, 2, "panels"), (3000, 900, "panels")]
)
def test_the_form_follows_the_data(places, moving, chosen):
    assert form(places, moving) == chosen


def test_each_figure_is_a_point_in_the_middle_of_its_span(tmp_path):
    group = grouped(ledger(tmp_path, [told(2018, 317.0), told(2019, 301.0), told(2020, 280.0, period_basis="carried")]))
    assert group.form == "time"
    for figure in (charts.drawn(group, "zh"), charts.drawn(group, "en", dark=True), charts.printed(group, "zh", "题", "来源")):
        (trace,) = points(figure)
        assert trace.mode == "markers+text"
        stand = {key: (y, x[:10]) for key, y, x in zip(trace.customdata, trace.y, trace.x, strict=True)}
        assert stand == {row["observation_id"]: (row["value"], f"{row['period_start'].year}-04-01") for row in group.rows}
        assert sorted(spans(figure)) == [
            (f"{year}-01-01", f"{year}-07-01", value, value, "solid") for year, value in ((2018, 317.0), (2019, 301.0), (2020, 280.0))
        ]
        assert sorted(trace.marker.symbol) == ["circle", "circle", "circle-open"]
    assert "2018-01/2018-06 到 2020-01/2020-06" in charts.summary(group, "zh") and "280 起" in charts.summary(group, "zh")
    assert charts.below(group, "zh") == ""


def test_an_open_beginning_is_dotted_and_told(tmp_path):
    half, never = {"period": "../2019-06", "period_start": None}, {"period": None, "period_start": None, "period_end": None}
    group = grouped(ledger(tmp_path, [told(2018, 5.0), told(2019, 7.0, **half), told(2020, 9.0, **never)]))
    figure = charts.drawn(group, "zh")
    (dotted,) = [span for span in spans(figure) if span[-1] == "dot"]
    assert dotted[1] == "2019-07-01" and dotted[0] < dotted[1]
    (trace,) = points(figure)
    assert "2019-07-01T00:00" in trace.x, "it stands where its end is known to be"
    assert any("起始日不详，至 2019-06" in words for words in trace.hovertext)
    assert "open_note" in charts.notes([group])
    assert "1 项没有画" in charts.below(group, "zh"), "a figure without a period is told"


def test_a_range_stands_at_both_its_ends(tmp_path):
    group = grouped(ledger(tmp_path, [told(2018, None, low=20.0, high=30.0), told(2019, 25.0)]))
    (trace,) = points(charts.drawn(group, "zh"))
    assert sorted(trace.y) == [20.0, 25.0, 30.0] and len(set(trace.customdata)) == 2
    assert any(y == [20.0, 30.0] for *_, low, high, _ in spans(charts.drawn(group, "zh")) for y in [[low, high]])


def test_words_of_neighbours_do_not_stand_on_each_other(tmp_path):
    year = {"period": "2018", "period_end": date(2018, 12, 31)}
    group = grouped(ledger(tmp_path, [told(2018, 100.0), told(2018, 108.0, **year), told(2012, 20.0), told(2013, 200.0)]))
    (trace,) = points(charts.drawn(group, "zh"))
    assert dict(zip(trace.y, trace.textposition, strict=True)) == {100: "bottom center", 108: "top center", 20: "top center", 200: "top center"}


def test_words_stand_off_the_line_of_nought(tmp_path):
    group = grouped(ledger(tmp_path, [told(2012, -4.0, measure="change", unit="%"), told(2015, 39.0, measure="change", unit="%"),
                                      told(2018, -28.0, measure="change", unit="%")]))  # fmt: skip
    (trace,) = points(charts.drawn(group, "zh"))
    assert dict(zip(trace.y, trace.textposition, strict=True)) == {-4: "bottom center", 39: "top center", -28: "top center"}


def test_room_is_that_of_the_axis_and_not_of_all_above_nought(tmp_path):
    month = [{"period": f"2018-{month:02}", "period_start": date(2018, month, 1), "period_end": date(2018, month, 28)} for month in (1, 2, 3)]
    close = [told(2018, value, measure="share", unit="%", **when) for value, when in zip((92.3, 95.3, 98.3), month, strict=True)]
    (trace,) = points(charts.drawn(grouped(ledger(tmp_path, [*close, told(2012, 92.3, measure="share", unit="%")])), "zh"))
    assert all(trace.text), "three points of three months each have room, for the axis begins near 90%"


def test_short_words_find_room_of_their_own():
    both = ["▼ 6% 目标", "目标"]
    alone, beside = Point(100, 100, both, below=False), Point(128, 88, [""], below=False)
    assert worded([alone], nought=0) == [(both[0], False)]
    assert worded([alone], nought=112) == [(both[0], True)], "above it the line of nought would run through them"
    assert worded([alone, beside], nought=112)[0] == (both[1], True), "below it the long ones would touch the other point"
    assert worded([alone, Point(100, 88, [""], below=False)], nought=112)[0] == (both[1], False), "what must be said is said"


def test_words_without_room_on_a_phone_are_left_to_the_hover(tmp_path):
    close = [told(2018, 100.0 + turn, period=f"2018-{turn:02}", period_end=date(2018, turn, 28)) for turn in range(1, 9)]
    group = grouped(ledger(tmp_path, [*close, told(2012, 20.0)]))
    (trace,) = points(charts.drawn(group, "zh"))
    words = dict(zip(trace.y, trace.text, strict=True))
    assert words[20] and 1 <= sum(bool(words[y]) for y in words if y > 100) < 4, "points that lie on each other cannot all have words"
    assert all(trace.hovertext)


def test_changes_against_other_bases_have_other_marks_and_a_legend(tmp_path):
    kinds = [("yoy", "同比"), ("mom", "环比"), (None, "没有说明与什么比")]
    figures = [told(2018 + turn, 3.0, measure="change", unit="%", comparison=base) for turn, (base, _) in enumerate(kinds)]
    group = grouped(ledger(tmp_path, figures))
    figure = charts.drawn(group, "zh")
    assert figure.layout.showlegend
    legend = {trace.name: trace.marker.symbol for trace in figure.data if trace.showlegend}
    assert [*legend] == [words for _, words in kinds] and len({*legend.values()}) == 3
    (trace,) = points(figure)
    assert dict(zip(trace.x, trace.marker.symbol, strict=True)) == {
        x: legend[words] for x, (_, words) in zip(sorted(trace.x), kinds, strict=True)
    }  # fmt: skip
    alone = grouped(ledger(tmp_path / "alone", [told(2018, 3.0), told(2019, 4.0)]))
    assert not charts.drawn(alone, "zh").layout.showlegend


def test_places_stand_beside_each_other_on_the_same_axes(tmp_path):
    codes = [f"33{city:02}00" for city in range(1, 12)] + ["310000", "320000", "340000"]
    figures = [told(year, 100.0 * turn + year, region=code, region_name=code) for turn, code in enumerate(codes) for year in (2018, 2019)]
    group = grouped(ledger(tmp_path, [*figures, told(2017, 1.0, region="340000", region_name="安徽省")]))
    assert (group.form, group.places, len(group.panels)) == ("panels", len(codes), PANELS)
    figure = charts.drawn(group, "zh")
    titles = [note.text for note in figure.layout.annotations]
    assert titles[0] == "<b>安徽省</b>" and len(titles) == PANELS, "the place with most periods first"
    assert not any("含图中" in title for title in titles)
    assert {figure.layout[f"xaxis{turn}"].matches for turn in range(2, PANELS + 1)} == {"x"}
    assert {figure.layout[f"yaxis{turn}"].matches for turn in range(2, PANELS + 1)} == {"y"}
    assert sum(len(trace.customdata) for trace in points(figure)) == len(group.rows) == 2 * PANELS + 1
    left = charts.below(group, "zh")
    assert f"{PANELS} 个地区，共 {len(codes)} 个" in left and "另有 4 项" in left
    assert "12 个地区 25 项" in charts.summary(group, "zh")


def test_panels_of_a_place_and_its_parts_say_so_and_doubt_is_on_the_point(tmp_path):
    figures = [told(year, 9.0, region=region, region_name=region) for region in ("330000", "331181") for year in (2018, 2019)]
    group = grouped(ledger(tmp_path, [*figures, told(2020, 5.0, region="331181", region_name="龙泉市", confidence=0.7)]))
    figure = charts.drawn(group, "zh")
    first, second = (note.text for note in figure.layout.annotations)
    assert first == "<b>龙泉市</b>" and second.startswith("<b>浙江省</b>") and second.endswith(" · 含图中 1 地</span>")
    shown = {(y, text, opacity) for trace in points(figure) for y, text, opacity in zip(trace.y, trace.text, trace.marker.opacity, strict=True)}
    assert shown == {(9.0, "", 1), (5.0, "?", 0.5)}
    assert {"parts_note", "doubt_note"} <= {*charts.notes([group])}


def test_what_counts_as_one_indicator_is_named_below_and_in_the_title(tmp_path):
    figures = [told(2018, 5.0), told(2019, 7.0, indicator="盗窃刑事立案")]
    mixed, plain = grouped(ledger(tmp_path, figures)), grouped(ledger(tmp_path / "plain", [told(2018, 5.0), told(2019, 7.0)]))
    assert "2 种说法算作同一指标：刑事立案、盗窃刑事立案" in charts.below(mixed, "zh") and charts.below(plain, "zh") == ""
    assert charts.heading(mixed, "en") == charts.heading(plain, "en") == "Criminal cases filed · Amounts (cases, 起)"
    narrow = grouped(ledger(tmp_path / "narrow", [told(year, 7.0, indicator="盗窃刑事立案") for year in (2018, 2019)]))
    assert charts.heading(narrow, "zh") == "盗窃刑事立案 · 数量（起）", "a wider name would say what no report says"
    assert charts.heading(narrow, "en") == "Criminal cases filed (盗窃刑事立案) · Amounts (cases, 起)"


def test_what_can_be_drawn_over_time_can_be_drawn_by_size(tmp_path, monkeypatch):
    generation = ledger(tmp_path, [told(2018, 5.0), told(2019, 7.0), told(2020, None, low=1.0, high=9.0)])
    (asked,), (whole,) = charts.ledger_groups(generation, (), 9, as_bars=True), charts.groups(data.plain(store.select(generation)), as_bars=True)
    for group in (asked, whole):
        assert (group.form, group.moves, [row["value"] for row in group.rows]) == ("bars", True, [None, 7.0, 5.0])
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    (tmp_path / "reports").mkdir()
    monkeypatch.setenv("PINGAN_REPORTS", str(tmp_path / "reports"))
    page = run("pages/figures.py", lang="zh")
    assert page.session_state["form"] == "time" and "时期从 2018-01/2018-06" in shown(page)
    page = run("pages/figures.py", lang="zh", form="bars")
    assert page.session_state["form"] == "bars" and "数量（起）：3 项，从 刑事立案" in shown(page)
    assert "form" not in run("pages/figures.py", lang="zh", view="table").session_state


def test_two_indicators_never_share_an_axis_of_time(tmp_path):
    figures = [told(2018, 5.0), told(2019, 7.0), told(2020, 7.0, indicator="盗窃案件", indicator_id="theft")]
    generation = ledger(tmp_path, figures)
    assert grouped(generation).form == "bars"
    assert grouped(generation, indicator="criminal_cases_filed").form == "time"


@pytest.mark.parametrize(("low", "high"), [(0, 1303), (-28.4, 39.2), (0, 0), (95.1, 99.3), (-3, -1), (0, 12e9), (7, 7)])
def test_steps_are_round_and_reach_both_ends(low, high):
    made = steps(low, high)
    assert made[0] <= low and made[-1] >= high and 2 <= len(made) <= 8
    assert len({round(after - before, 6) for before, after in zip(made, made[1:], strict=False)}) == 1
