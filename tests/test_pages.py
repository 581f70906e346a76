"""The pages without a browser: what they say and compute; every word in both languages; every mark one row's value."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from extract.ledger import store
from extract.ledger.rows import names
from extract.ledger.tables import TOPICS
from pages.parts import charts, data, downloads, figure_list, filters, frame, marking, source_pane, states, words
from tests.handmade import extraction

HOME = Path(__file__).parents[1]
FOREIGN = {"PNG", "SVG", "HTML", "CSV", "Excel", "Office", "JPEG", "GIF", "TIFF", "PDF"}
PAGES = (None, "pages/figures.py", "pages/reports.py")
LEVEL = {"measure": "level", "comparison": None, "base": None}
RANGE = LEVEL | {"indicator": "网格员", "topic": "forces", "unit": "名", "value": None, "low": 20.0, "high": 30.0}


@pytest.fixture
def generation(tmp_path, monkeypatch):
    """A ledger of two handmade reports: changes, amounts with units of their own, a range, a target, an unknown period."""
    told = "刑事立案下降⟦61%⟧,又下降⟦22%⟧,有⟦1.3万余人⟧,⟦20至30名⟧,力争⟦5%⟧,面积⟦3059平方公里⟧。"
    read = [
        extraction(
            told,
            {},
            {"value": -22.0, "period_basis": "carried"},
            LEVEL | {"indicator": "=平安志愿者", "topic": "forces", "value": 13000.0, "unit": "人", "qualifier": "over"},
            RANGE,
            {"indicator": "命案", "value": -5.0, "status": "target", "region": "330000", "region_name": "浙江省"},
            LEVEL | {"indicator": "面积", "topic": "area", "value": 3059.0, "unit": "平方公里", "period": None, "period_basis": None},
        ),
        extraction("江山市刑事立案下降⟦3%⟧。", {"value": -3.0, "region": "330881", "region_name": "浙江省衢州市江山市"}, source="b.txt"),
    ]
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    monkeypatch.setenv("PINGAN_REPORTS", str(tmp_path / "reports"))
    return store.write(read, tmp_path / "ledger", extractor="test")


@pytest.fixture
def rows(generation):
    return data.plain(store.select(generation))


def run(page: str | None = None, **link: str) -> AppTest:
    """Open a page with a link, as a browser would; what fails in it fails the test."""
    app = AppTest.from_file(str(HOME / "app.py"), default_timeout=60)
    if page:
        app.switch_page(page)
    for name, value in link.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, [error.stack_trace for error in app.exception]
    return app


def shown(app: AppTest) -> str:
    """Give all words that a page shows outside its charts."""
    kinds = (app.warning, app.info, app.caption, app.subheader, app.text, app.title, app.success)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def test_each_word_is_there_in_both_languages_and_takes_the_same_values():
    with (HOME / "pages" / "parts" / "words.csv").open(encoding="utf-8", newline="") as file:
        lines = [*csv.reader(file)]
    assert {len(line) for line in lines} == {3}
    keys = [line[0] for line in lines[1:]]
    assert len(keys) == len(set(keys)) > 100
    for key, chinese, english in lines[1:]:
        assert chinese.strip() and english.strip(), key
        assert fields(chinese) == fields(english), key
        if key != "other_language":
            assert english.isascii() or not any("一" <= letter <= "鿿" for letter in english), key
            said = [word for piece in chinese.replace("}", "{").split("{")[::2] for word in piece.split() if word.isascii() and word.isalpha()]
        assert {*said} <= FOREIGN or key == "other_language", key


def fields(wording: str) -> list[str]:
    return sorted(piece.split("}")[0] for piece in wording.split("{")[1:])


def test_every_code_of_the_tables_has_words():
    from typing import get_args

    from extract.models import Comparison, Measure, Status

    codes = [f"topic_{topic}" for topic in TOPICS] + [*get_args(Measure), *get_args(Comparison), *get_args(Status)]
    codes += [f"{measure}_of" for measure in get_args(Measure)] + [f"role_{role}" for role in source_pane.ROLES] + [*filters.NAMES]
    assert [code for code in codes if not words.known(code)] == ["within"] * ("within" not in words.table())


@pytest.mark.parametrize(
    ("changed", "chinese", "english"),
    [
        ({}, "▼ 下降 61%", "▼ down 61%"),
        ({"value": 4.5}, "▲ 上升 4.5%", "▲ up 4.5%"),
        ({"value": 0.0}, "– 持平 0%", "– unchanged 0%"),
        ({"value": -30.0, "qualifier": "over"}, "▼ 下降 ≥ 30%", "▼ down ≥ 30%"),
        ({"measure": "level", "value": 13000.0, "unit": "人", "qualifier": "over"}, "≥ 13,000 人", "≥ 13,000 人"),
        ({"measure": "level", "value": 126058200000000.0, "unit": "元"}, "1,260,582亿元", "126,058.2 billion 元"),
        ({"measure": "level", "value": 1234567.0, "unit": "元", "qualifier": "about"}, "≈ 1,234,567 元", "≈ 1,234,567 元"),
        ({"measure": "level", "value": None, "low": 20.0, "high": 30.0, "unit": "名"}, "20–30 名", "20–30 名"),
        ({"measure": "change", "value": None, "low": -30.0, "high": -20.0}, "▼ 下降 20–30%", "▼ down 20–30%"),
        ({"measure": "share", "value": 98.6, "qualifier": "under"}, "≤ 98.6%", "≤ 98.6%"),
        ({"measure": "level", "value": 4.0, "unit": None}, "4", "4"),
    ],
)
def test_amounts_are_worded_and_never_rounded(changed, chinese, english):
    row = {"measure": "change", "value": -61.0, "low": None, "high": None, "unit": "%", "qualifier": "exact"} | changed
    assert (words.amount(row, "zh"), words.amount(row, "en")) == (chinese, english)


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("dark", [False, True])
def test_every_mark_is_one_rows_value(rows, lang, dark):
    drawn = {}
    for group in charts.groups(rows):
        for made in (charts.bars(group, lang, dark=dark), charts.printed(group, lang, "图", "来源")):
            assert [trace.type for trace in made.data] == ["bar"]
            trace = made.data[0]
            assert len(trace.x) == len(set(trace.customdata)) == len(trace.base)
            drawn |= {key: {base, base + length} for key, base, length in zip(trace.customdata, trace.base, trace.x, strict=True)}
    assert drawn == {row["observation_id"]: {row["low"], row["high"]} if row["value"] is None else {0.0, row["value"]} for row in rows}


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


def test_a_chart_too_long_says_so_and_keeps_the_largest(rows):
    many = [rows[0] | {"observation_id": str(number), "value": -float(number)} for number in range(1, 50)]
    group = charts.groups(many)[0]
    assert [row["value"] for row in group.drawn] == [-float(number) for number in range(49, 49 - charts.LIMIT, -1)]
    assert "49" in charts.summary(group, "zh") and "49" in charts.summary(group, "en")


def test_links_are_read_and_what_is_unknown_is_told():
    link = filters.read({"region": "331181", "within": "0", "topic": "crime", "from": "2018-01-01", "lang": "zh", "figure": "x"})
    assert link.unknown == ()
    assert dict(link.where) == {"region": "331181", "within": False, "topic": "crime", "period_from": date(2018, 1, 1)}
    wrong = {"region": "999999", "topic": "犯罪", "measure": "sum", "to": "yesterday", "lang": "fr", "regoin": "331181", "within": "2"}
    link = filters.read(wrong)
    assert link.where == ()
    assert {name for name, _ in link.unknown} == {*wrong}


def test_the_region_boxes_go_down_from_the_province():
    counted = {"100000": 7, "330000": 7, "331100": 5, "331181": 5, "330800": 1, "330881": 1, "110000": 2, "110100": 2, "110101": 2}
    assert [*filters.region_options(counted, None)] == [("province", "", ["100000", "110000", "330000"])]
    assert [box[:2] for box in filters.region_options(counted, "331181")] == [("province", "330000"), ("city", "331100"), ("county", "331181")]
    assert [*filters.region_options(counted, "330000")][1] == ("city", "", ["330800", "331100"])
    assert [*filters.region_options(counted, "110000")][1] == ("county", "", ["110101"]), "no city lies between"
    assert [*filters.region_options({}, "330881")][-1] == ("county", "330881", ["330881"]), "a chosen place without figures stays"


@pytest.mark.parametrize(
    ("link", "locale", "lang"),
    [({"lang": "en"}, "zh-CN", "en"), ({}, "zh-TW", "zh"), ({}, "en-GB", "en"), ({}, "fr", "en"), ({}, None, "zh"), ({"lang": "x"}, "zh", "zh")],
)
def test_the_link_decides_the_language_and_then_the_browser(link, locale, lang):
    assert frame.choose_language(link, locale) == lang


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("lang", "title"), [("zh", "平安账本"), ("en", "Pingan Ledger")])
def test_pages_open_in_both_languages(generation, page, lang, title):
    app = run(page, lang=lang)
    assert app.title[0].value == title
    labels = [box.label for box in app.selectbox]
    assert labels[:3] == (["省级", "主题", "类型"] if lang == "zh" else ["Province", "Topic", "Kind"])


@pytest.mark.parametrize("page", PAGES)
def test_an_unknown_region_in_a_link_is_named(generation, page):
    assert "999999" in shown(run(page, region="999999", lang="zh"))
    assert "999999" not in shown(run(page, lang="zh"))


def test_unknown_figures_and_reports_are_named(generation):
    assert "feedbeef" in shown(run("pages/figures.py", figure="feedbeef"))
    assert "feedbeef" in shown(run("pages/reports.py", report="feedbeef"))


def test_the_overview_counts_what_the_filter_leaves(generation):
    whole = [metric.value for metric in run().metric]
    assert whole == ["2", "7", "3", "2"]
    assert [metric.value for metric in run(region="331181").metric] == ["1", "5", "1", "1"]


def test_the_list_puts_the_figure_into_the_link(generation, rows):
    app = run("pages/figures.py", region="331181", lang="zh")
    app.selectbox(key="figure_list").select(rows[0]["observation_id"]).run()
    assert app.query_params["figure"] in (rows[0]["observation_id"], [rows[0]["observation_id"]])
    assert not app.exception
    assert len(app.selectbox(key="figure_list").options) == 6


def test_choosing_a_region_writes_its_code(generation):
    app = run(lang="zh")
    app.selectbox(key="filter_province").select("330000").run()
    assert app.query_params["region"] in ("330000", ["330000"])
    app.selectbox(key="filter_city").select("331100").run()
    assert app.query_params["region"] in ("331100", ["331100"])
    app.selectbox(key="filter_city").select("").run()
    assert app.query_params["region"] in ("330000", ["330000"])
    app.button(key="filter_clear").click().run()
    assert "region" not in app.query_params


def test_an_empty_ledger_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    monkeypatch.setenv("PINGAN_REPORTS", str(tmp_path / "reports"))
    missing = AppTest.from_file(str(HOME / "app.py"), default_timeout=60).run()
    assert str(tmp_path / "reports") in missing.error[0].value
    (tmp_path / "reports").mkdir()
    assert "重新读取" in shown(run(lang="zh"))


def test_a_damaged_ledger_is_told_and_can_be_read_again(generation, tmp_path):
    (tmp_path / "reports").mkdir()
    (tmp_path / "ledger" / "CURRENT").write_text("nonsense\n", encoding="utf-8")
    app = run(lang="zh")
    assert "不完整" in shown(app)
    app.button[0].click().run()
    assert not app.exception and "不完整" not in shown(app)


def test_a_missing_part_is_told(generation):
    for part in generation.parts("observations"):
        Path(part).unlink()
    assert "不完整" in shown(run("pages/figures.py", lang="zh"))


def test_reading_again_takes_a_new_file(tmp_path, monkeypatch):
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    monkeypatch.setenv("PINGAN_REPORTS", str(tmp_path / "reports"))
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text("2017年,龙泉市刑事立案同比下降了6.1%。", encoding="utf-8")
    app = run("pages/reports.py", lang="zh")
    (tmp_path / "reports" / "空.txt").write_bytes(b"")
    (tmp_path / "reports" / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00")
    app.button(key="read_again").click().run()
    assert "已读取 3 份报告，其中 2 份读不出来" in shown(app)
    assert "空.txt：文件是空的" in shown(app) and "b.txt：这是PNG 图片" in shown(app)


def test_unreadable_reports_say_why_in_the_language_of_the_page(monkeypatch):
    reasons = {
        "unreadable: the file is empty; put the report's text into it, or remove it": "文件是空的",
        "unreadable: .pdf files are not read yet; save the report as a text file (.txt)": ".pdf",
        "unreadable: the bytes fit no Chinese encoding (the best was gbk); save the file again as UTF-8": "编码",
        "unreadable: something new": "something new",
    }
    assert all(words_ in states.reason(status) for status, words_ in reasons.items())


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
    stem = downloads.file_stem("龙泉市 · 变化（%）", generation)
    assert stem.startswith("平安账本-龙泉市-变化") and "%" not in stem and "/" not in stem and generation.name[:8] in stem
    assert downloads.source_line(rows, generation, "zh").startswith("来源：a.txt、b.txt；发布于 2018-07-18；")
    assert generation.name[:8] in downloads.source_line(rows, generation, "en")


def test_a_web_page_holds_its_title_source_and_plotly(generation, rows):
    group = charts.groups(rows)[0]
    figure = charts.printed(group, "zh", "龙泉市 · 变化", downloads.source_line(group.rows, generation, "zh"))
    page = downloads.web_page(figure, "龙泉市 · 变化", "zh").decode()
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
    offsets, sentence = marking.sentence_offsets(row, articles)
    assert offsets == [*range(len(report["text"]))] and sentence == {*offsets}
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
