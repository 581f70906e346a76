"""What pages compute and give away: every mark is one row's value, and every file holds the rows."""

import csv
import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from extract.ledger.rows import names
from extract.lexicon import rows as entries
from pages.parts import charts, data, downloads, figure_list, marking, words


@pytest.mark.parametrize(
    ("changed", "chinese", "english"),
    [
        ({}, "▼ 下降 61%", "▼ down 61%"),
        ({"value": 4.5}, "▲ 上升 4.5%", "▲ up 4.5%"),
        ({"value": 0.0}, "– 持平 0%", "– unchanged 0%"),
        ({"value": -30.0, "qualifier": "over"}, "▼ 下降 ≥ 30%", "▼ down ≥ 30%"),
        ({"measure": "level", "value": 13000.0, "unit": "人", "qualifier": "over"}, "≥ 13,000 人", "≥ 13,000 people"),
        ({"measure": "level", "value": 126058200000000.0, "unit": "元"}, "1,260,582亿元", "126,058.2 billion yuan"),
        ({"measure": "level", "value": 1234567.0, "unit": "元", "qualifier": "about"}, "≈ 1,234,567 元", "≈ 1,234,567 yuan"),
        ({"measure": "level", "value": None, "low": 20.0, "high": 30.0, "unit": "名"}, "20–30 名", "20–30 people"),
        ({"measure": "change", "value": None, "low": -30.0, "high": -20.0}, "▼ 下降 20–30%", "▼ down 20–30%"),
        ({"measure": "share", "value": 98.6, "qualifier": "under"}, "≤ 98.6%", "≤ 98.6%"),
        ({"measure": "level", "value": 4.0, "unit": None}, "4", "4"),
        ({"measure": "level", "value": 1.0, "unit": "起"}, "1 起", "1 case"),
        ({"measure": "level", "value": 4.0, "unit": "件"}, "4 件", "4 件"),  # of cases or of things: English has no word for both
        ({"value": 2.0, "unit": "百分点"}, "▲ 上升 2 百分点", "▲ up 2 percentage points"),
    ],
)
def test_amounts_are_worded_and_never_rounded(changed, chinese, english):
    row = {"measure": "change", "value": -61.0, "low": None, "high": None, "unit": "%", "qualifier": "exact"} | changed
    assert (words.amount(row, "zh"), words.amount(row, "en")) == (chinese, english)


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("dark", [False, True])
def test_every_mark_is_one_rows_value(rows, lang, dark):
    drawn, said = {}, {}
    for group in charts.groups(rows):
        for made in (charts.bars(group, lang, dark=dark), charts.printed(group, lang, "图", "来源")):
            assert [trace.type for trace in made.data] == ["bar"]
            trace = made.data[0]
            assert len(trace.x) == len(set(trace.customdata)) == len(trace.base) == len(set(trace.y)), "no bar stands on another"
            said |= zip(trace.customdata, trace.text, strict=True)
            drawn |= {key: {base, base + length} for key, base, length in zip(trace.customdata, trace.base, trace.x, strict=True)}
    assert drawn == {row["observation_id"]: {row["low"], row["high"]} if row["value"] is None else {0.0, row["value"]} for row in rows}
    assert said == {row["observation_id"]: f"<b>{words.amount(row, lang)}</b>" for row in rows}


def test_figures_of_one_indicator_are_never_added(rows):
    change = next(group for group in charts.groups(rows) if group.measure == "change")
    same = [row for row in change.rows if row["indicator"] == "刑事立案"]
    assert len(same) == 3
    lengths = [*charts.bars(change, "zh").data[0].x]
    assert sorted(lengths) == sorted(row["value"] for row in change.rows)
    assert sum(row["value"] for row in same) not in lengths


def test_no_two_kinds_or_units_share_an_axis(rows):
    made = charts.groups(rows)
    assert [(group.measure, group.unit) for group in made] == [
        ("change", "%"), ("level", "人"), ("level", "名"), ("level", "平方公里"),
    ]  # fmt: skip
    assert sum(len(group.rows) for group in made) == len(rows) == 7
    assert len({group.key for group in made}) == len(made)


def test_bars_say_qualifier_period_and_target(rows):
    by_unit = {group.unit: charts.bars(group, "zh").data[0] for group in charts.groups(rows)}
    assert by_unit["人"].text == ("<b>≥ 13,000 人</b>",)
    assert by_unit["人"].marker.color != ("rgba(0,0,0,0)",) and by_unit["平方公里"].marker.color == ("rgba(0,0,0,0)",)
    change = by_unit["%"]
    hollow = {value: colour == "rgba(0,0,0,0)" for value, colour in zip(change.x, change.marker.color, strict=True)}
    assert hollow == {-61: False, -22: True, -5: False, -3: False}
    assert dict(zip(change.x, change.marker.pattern.shape, strict=True)) == {-61: "", -22: "", -5: "/", -3: ""}
    assert change.x == (-61, -22, -5, -3), "the largest first"


def test_report_text_is_no_markup_in_charts(rows):
    row = rows[0] | {"indicator": "<b>案件</b>", "source": "<i>"}
    made = charts.bars(charts.groups([row])[0], "zh")
    assert made.layout.annotations[0].text.startswith("&lt;b&gt;案件")
    assert "<i>" not in made.data[0].hovertext[0]


def test_names_stand_above_the_feet_of_their_bars(rows):
    falls = charts.Group("change", "%", (rows[0],))
    both = charts.Group("change", "%", (rows[0], rows[0] | {"observation_id": "up", "value": 4.0}))
    amounts = next(group for group in charts.groups(rows) if group.unit == "人")
    anchors = [{(note.x, note.xanchor) for note in charts.bars(group, "zh").layout.annotations} for group in (falls, both, amounts)]
    assert anchors == [{(1, "right")}, {(0, "left")}, {(0, "left")}]


def named(rows, lang="zh"):
    """Give what stands above the bars of rows, without its markup."""
    (group,) = charts.groups(rows)
    texts = [note.text for note in charts.bars(group, lang).layout.annotations]
    return [re.sub("<[^>]*>", "", text.replace("<br>", " | ")) for text in texts]


def test_bars_of_one_name_or_several_periods_name_their_periods(rows):
    change = [row for row in rows if row["measure"] == "change"]
    assert named(change) == ["刑事立案 · 龙泉市 · 2018-06", "刑事立案 · 龙泉市 · 2018-06", "命案 · 浙江省 · 含图中 2 地", "刑事立案 · 江山市"]
    assert named([rows[0], rows[1] | {"period": "../2018-07"}])[1].endswith(" · 起始日不详，至 2018-07")
    long = rows[0] | {"indicator": "查处涉黑涉恶腐败和保护伞问题", "period": "2018-01/2018-06"}
    assert named([long, rows[1]])[0].endswith(" | 2018-01/2018-06"), "on a phone it needs a second line"
    other = [rows[0], rows[0] | {"observation_id": "b", "indicator": "命案", "indicator_id": "homicide", "period": "2018"}]
    assert named([rows[0], other[1] | {"period": None}])[1] == "命案 · 龙泉市 · 时期不详"
    assert named(other) == ["刑事立案 · 龙泉市 · 2018-06", "命案 · 龙泉市 · 2018"]
    assert "periods_note" in charts.notes(charts.groups(other)) and "periods_note" not in charts.notes(charts.groups(change))


def test_english_pages_name_indicators_in_english_and_leave_nothing_out(rows):
    assert named(rows[:1], "en") == ["Criminal cases filed · 龙泉市"]
    longer, other = ({"observation_id": words, "indicator": words, "value": -5.0} for words in ("盗窃刑事立案", "立刑事案件"))
    assert named([rows[0] | longer], "en") == ["Criminal cases filed · 龙泉市 · 盗窃刑事立案"]
    assert [words.split(" | ")[1] for words in named([rows[0], rows[0] | other], "en")] == ["刑事立案 · 2018-06", "立刑事案件 · 2018-06"]
    unknown = rows[0] | {"indicator": "平安指数", "indicator_id": None}
    assert named([unknown], "en") == ["平安指数 · 龙泉市"] and named([rows[0]]) == ["刑事立案 · 龙泉市"]
    (group,) = charts.groups([rows[0] | longer])
    assert "Criminal cases filed (盗窃刑事立案) · 龙泉市 ▼ down 5%" in charts.summary(group, "en")
    assert figure_list.label(rows[0], "zh").startswith("刑事立案 · 龙泉市")


def test_changes_against_several_bases_say_which(rows):
    bases = [{"comparison": "yoy"}, {"comparison": "mom"}, {"comparison": "other", "base": "较2012年"}, {"comparison": None, "base": None}]
    mixed = [rows[0] | base | {"observation_id": str(turn), "value": -9.0 + turn} for turn, base in enumerate(bases)]
    assert [words.split(" · ")[-1] for words in named(mixed)] == ["同比", "环比", "较2012年", "没有说明与什么比"]
    assert "bases_note" in charts.notes(charts.groups(mixed))
    assert not any("同比" in words for words in named(mixed[:1] + [mixed[0] | {"observation_id": "x", "indicator": "命案"}]))


def test_a_place_that_holds_others_of_the_chart_says_so(rows):
    def at(region, **more):
        return rows[0] | {"region": region, "region_name": region, "observation_id": region + str(more)} | more

    told = named([at("330000"), at("331100", value=-9.0), at("331181", value=-8.0), at("330881", value=-7.0)])
    assert [words.split(" · ")[1:] for words in told] == [["浙江省", "含图中 3 地"], ["丽水市", "含图中 1 地"], ["龙泉市"], ["江山市"]]
    apart = named([at("330000"), at("331181", indicator="命案", indicator_id="homicide")])
    assert not any("含图中" in words for words in apart), "of another indicator nobody adds it"
    assert "含图中 1 地" in named([at("100000"), at("331181", value=-2.0)])[0]


def test_doubt_shows_on_the_mark_and_not_by_colour_alone(rows):
    doubtful = rows[0] | {"confidence": 0.82, "observation_id": "x", "indicator": "命案"}
    (group,) = charts.groups([rows[0], doubtful])
    (bar,) = charts.bars(group, "zh").data
    assert dict(zip(bar.text, bar.marker.opacity, strict=True)) == {"<b>▼ 下降 61%</b>": 1, "<b>▼ 下降 61%</b> ?": 0.5}
    assert any("0.82" in words for words in bar.hovertext) and "doubt_note" in charts.notes([group])
    assert "doubt_note" not in charts.notes(charts.groups(rows[:1]))


def test_a_chart_too_long_says_so_and_keeps_the_largest(rows):
    many = [rows[0] | {"observation_id": str(number), "value": -float(number)} for number in range(1, 50)]
    group = charts.groups(many)[0]
    assert [row["value"] for row in group.rows] == [-float(number) for number in range(49, 49 - charts.LIMIT, -1)]
    assert "49" in charts.summary(group, "zh") and "49" in charts.summary(group, "en")


def test_downloads_hold_the_rows(rows):
    read = [*csv.DictReader(io.StringIO(downloads.csv_bytes(rows).decode("utf-8-sig")))]
    assert [*read[0]] == names("observations")
    assert [line["observation_id"] for line in read] == [row["observation_id"] for row in rows]
    assert [float(line["value"]) if line["value"] else None for line in read] == [row["value"] for row in rows]
    assert downloads.csv_bytes(rows).startswith(b"\xef\xbb\xbf")
    assert [line["indicator"] for line in read][2] == "'=平安志愿者", "no spreadsheet may run it"
    sheet = [*load_workbook(io.BytesIO(downloads.xlsx_bytes(rows))).active.iter_rows(values_only=True)]
    assert [*sheet[0]] == names("observations")
    for line, row in zip(sheet[1:], rows, strict=True):
        found = dict(zip(sheet[0], line, strict=True))
        assert (found["value"], found["low"], found["unit"], found["indicator"]) == (row["value"], row["low"], row["unit"], row["indicator"])
        assert found["published"].date() == row["published"]


def test_downloads_are_named_after_what_they_show(generation, rows):
    stem = downloads.file_stem("龙泉市 · 变化（%）", generation, rows)
    assert stem.startswith("平安账本-龙泉市-变化") and "%" not in stem and "/" not in stem and generation.name[:8] in stem
    assert downloads.source_line(rows, generation, "zh").startswith("来源：a.txt、b.txt；发布于 2018-07-18；")
    assert generation.name[:8] in downloads.source_line(rows, generation, "en")


def test_a_web_page_holds_its_title_source_and_plotly(generation, rows):
    group = charts.groups(rows)[0]
    figure = charts.printed(group, "zh", "龙泉市 · 变化", downloads.source_line(group.rows, generation, "zh"))
    page = downloads.web_page(figure.to_json(), "龙泉市 · 变化", "zh").decode()
    assert "<title>龙泉市 · 变化</title>" in page and 'lang="zh-CN"' in page and "plotly.js v" in page
    texts = [note.text for note in figure.layout.annotations]
    assert any("来源" in text and "2018-07-18" in text for text in texts)


def test_the_table_has_each_figure_as_it_is_shown(rows):
    table = figure_list.table(rows)
    assert len(table) == len(rows)
    assert [*table.iloc[:, 1]] == [words.amount(row, "zh") for row in rows]


def test_pieces_give_the_text_back_and_mark_it(generation, rows):
    row = next(row for row in rows if row["text"] == "22%")
    report = data.of_report(generation, row["report_id"], "reports")[0]
    articles = data.of_report(generation, row["report_id"], "articles")
    offsets, sentence = marking.sentence_offsets(row, articles), {*range(len(report["text"]))}
    assert [offsets] == marking.around(report["text"], row, articles) == [[*sentence]]
    same = [other for other in rows if other["report_id"] == row["report_id"]]
    made = marking.pieces(report["text"], offsets, marking.figure_marks(same), marking.role_marks(row), within=sentence)
    assert "".join(piece["text"] for piece in made) == report["text"]
    assert [piece["text"] for piece in made if "figure" in piece] == [other["text"] for other in same]
    assert [piece["text"] for piece in made if piece.get("role") == "quantity"] == ["22%"]
    read = marking.read_pieces(
        report["text"], 0, len(report["text"]), marking.figure_marks(same), marking.refusal_marks([{"start": 0, "end": 1}]), ["x"]
    )
    assert "".join(piece["text"] for piece in read) == report["text"]
    assert [piece["text"] for piece in read if piece.get("note") == "x"] == [report["text"][0]]


def test_english_units_are_of_units_that_are_read():
    read = {row["unit"] for row in entries("units")}
    with Path(words.__file__).with_name("units.csv").open(encoding="utf-8", newline="") as file:
        english = [*csv.DictReader(file)]
    assert {row["unit"] for row in english} <= read and all(row["one"] and row["many"] for row in english)
    assert words.title("level", "名", "en") != words.title("level", "人", "en"), "both are people, and charts of their own"
