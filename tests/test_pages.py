"""The pages opened without a browser: both languages, links, filters, ledgers that are empty or damaged."""

import csv
import gc
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from extract import gazetteer
from extract.ledger import store
from extract.ledger.tables import TOPICS
from pages.parts import data, downloads, filters, frame, report_list, source_pane, states, words
from tests.handmade import extraction
from tests.pages_ledger import run, shown

HOME = Path(__file__).parents[1]
FOREIGN = {"PNG", "SVG", "HTML", "CSV", "Excel", "Office", "JPEG", "GIF", "TIFF", "PDF", "MB", "Tab"}
PAGES = (None, "pages/figures.py", "pages/reports.py")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("lang", "title"), [("zh", "平安账本"), ("en", "Pingan Ledger")])
def test_pages_open_in_both_languages(generation, page, lang, title):
    app = run(page, lang=lang)
    assert app.title[0].value == title
    labels = [box.label for box in app.selectbox]
    boxes = ["地区", "省级", "主题", "指标", "类型", "性质"] if lang == "zh" else ["Region", "Province", "Topic", "Indicator", "Kind", "Status"]
    assert labels[:6] == boxes


def test_what_stays_is_not_looked_through_for_garbage_after_every_run(generation):
    gc.unfreeze()
    frame._set_aside.cache_clear()
    run()
    assert gc.get_freeze_count() > len(gazetteer.divisions())


@pytest.mark.parametrize("page", PAGES)
def test_an_unknown_region_in_a_link_is_named(generation, page):
    assert "999999" in shown(run(page, region="999999", lang="zh"))
    assert "999999" not in shown(run(page, lang="zh"))


def test_unknown_figures_and_reports_are_named(generation):
    assert "feedbeef" in shown(run("pages/figures.py", figure="feedbeef"))
    assert "feedbeef" in shown(run("pages/reports.py", report="feedbeef"))
    report = data.reports(generation, most=1)[0]["report_id"]
    assert "feedbeef" in shown(run("pages/reports.py", report=report, figure="feedbeef"))
    assert "“7”" in shown(run("pages/reports.py", report=report, article="7", lang="zh"))


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


def test_the_table_ticks_the_row_that_the_link_names(generation, rows):
    level = [row for row in rows if row["measure"] == "level"]
    for chosen, ticked in ((level[1], [1]), (rows[0], [])):
        app = run("pages/figures.py", view="table", measure="level", figure=chosen["observation_id"])
        assert app.session_state["table"]["selection"]["rows"] == ticked


def test_the_newest_sentences_come_with_all_their_figures(generation, tmp_path):
    read = [extraction(f"{place}有" + "⟦3件⟧、" * 14, source=f"{place}.txt") for place in ("龙泉", "江山")]
    store.write(read, tmp_path / "ledger", extractor="test")
    assert "最新的 14 项，共 28 项" in shown(run(lang="zh"))


def test_an_empty_ledger_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    monkeypatch.setenv("PINGAN_REPORTS", str(tmp_path / "reports"))
    missing = AppTest.from_file(str(HOME / "app.py"), default_timeout=60).run()
    assert words.literal(tmp_path / "reports") in missing.error[0].value
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


def test_a_line_of_the_list_opens_its_report_or_what_it_is_a_copy_of(generation):
    first = data.reports(generation, most=1)[0]
    told = report_list.line(first)
    assert told["opens"] == first["report_id"] and told["cells"]["n_figures"] == "6" and told["cells"]["region_name"] == "浙江省丽水市龙泉市"
    assert (told["cells"]["headline"], told["source"]) == ("a.txt", "")
    assert report_list.line(first | {"same_as": "f" * 20, "headline": "平安"})["opens"] == "f" * 20
    lost = report_list.line(first | {"status": "unreadable: the file is empty"})
    assert lost["opens"] is None and "n_figures" not in lost["cells"] and "文件是空的" in lost["cells"]["report_state"]


def test_the_list_is_turned_round_by_the_same_column():
    assert report_list.sorted_by("published", None, False) == ("published", True)
    assert report_list.sorted_by("published", "published", True) == ("published", False)
    assert report_list.sorted_by("headline", "published", True) == ("headline", False)


def test_unreadable_reports_say_why_in_the_language_of_the_page(monkeypatch):
    reasons = {
        "unreadable: the file is empty; put the report's text into it, or remove it": "文件是空的",
        "unreadable: .pdf files are not read yet; save the report as a text file (.txt)": ".pdf",
        "unreadable: the bytes fit no Chinese encoding (the best was gbk); save the file again as UTF-8": "编码",
        "unreadable: something new": "something new",
    }
    assert all(words_ in states.reason(status) for status, words_ in reasons.items())


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


def test_no_word_is_left_over():
    source = "".join(path.read_text(encoding="utf-8").replace("'", '"') for path in [HOME / "app.py", *(HOME / "pages").rglob("*.py")])
    made = ("topic_", "role_", "original_", "basis_", "working_", "refused_", "kind ", "state_", "reason_", "list_", "form_")
    codes = {*filters.NAMES, *filters.LEVELS, "level", "share", "change", "rank", "yoy", "mom", "other", "actual", "target", *frame.PAGES}
    codes |= {f"{measure}_of" for measure in ("level", "share", "change", "rank")} | {*downloads.KINDS, "chart", "table"}
    left = [key for key in words.table() if f'"{key}"' not in source and key not in codes and not key.startswith(made)]
    assert left == []


def fields(wording: str) -> list[str]:
    return sorted(piece.split("}")[0] for piece in wording.split("{")[1:])


def test_every_code_of_the_tables_has_words():
    from typing import get_args

    from extract.models import Comparison, Measure, Status

    codes = [f"topic_{topic}" for topic in TOPICS] + [*get_args(Measure), *get_args(Comparison), *get_args(Status)]
    codes += [f"{measure}_of" for measure in get_args(Measure)] + [f"role_{role}" for role in source_pane.ROLES] + [*filters.NAMES]
    assert [code for code in codes if not words.known(code)] == ["within"] * ("within" not in words.table())


def test_words_from_outside_are_no_markdown_and_counts_are_readable():
    assert words.literal("**重点**") == "\\*\\*重点\\*\\*"
    assert words.literal("![x](http://a/b_c.png)") == "!\\[x\\](http\\://a/b\\_c.png)"
    assert words.say("newest_more", lang="zh", n=12, total=35807).startswith("这里是最新的 12 项，共 35,807 项")


@pytest.mark.parametrize(
    ("link", "locale", "lang"),
    [({"lang": "en"}, "zh-CN", "en"), ({}, "zh-TW", "zh"), ({}, "en-GB", "en"), ({}, "fr", "en"), ({}, None, "zh"), ({"lang": "x"}, "zh", "zh")],
)
def test_the_link_decides_the_language_and_then_the_browser(link, locale, lang):
    assert frame.choose_language(link, locale) == lang


def test_the_working_of_a_date_is_told_in_the_language_of_the_page():
    told = source_pane.working("inferred | 7月17日 is the latest date named | day not known")
    assert told == ["由下列线索推断", "7月17日 是文中最晚的日期", "哪一天不详"]
    assert source_pane.working("file name: 20180718") == ["见文件名 20180718"]
    assert source_pane.working(None) == ["不详"]
