"""The source pane: a sentence among its neighbours, how its day is known, and what is copied of it."""

from datetime import date

import pytest

from extract import extract_text
from extract.ledger import store
from extract.ledger.rows import rows
from pages.parts import data, marking, reader, source_pane
from tests.handmade import extraction

TOLD = """平安龙泉
去年,龙泉市召开会议。今年,龙泉市刑事立案下降61%。
龙泉市接警量下降22%!龙泉市火灾下降9%。这是最后一句。"""


@pytest.mark.parametrize(
    ("number", "around"),
    [
        ("61%", ["去年,龙泉市召开会议。今年,龙泉市刑事立案下降61%。", "龙泉市接警量下降22%!"]),
        ("22%", ["今年,龙泉市刑事立案下降61%。", "龙泉市接警量下降22%!龙泉市火灾下降9%。"]),
        ("9%", ["龙泉市接警量下降22%!龙泉市火灾下降9%。这是最后一句。"]),
    ],
)
def test_a_sentence_has_one_sentence_on_either_side(number, around):
    found = extract_text(TOLD, source="20180718.txt")
    row = next(row for row in rows(found, "observations") if row["text"] == number)
    articles = rows(found, "articles")
    shown = ["".join(TOLD[offset] for offset in offsets) for offsets in marking.around(TOLD, row, articles)]
    assert shown == around
    assert "".join(TOLD[offset] for offset in marking.sentence_offsets(row, articles)) == row["excerpt"]


def test_the_sentence_goes_on_in_the_next_column():
    text = "龙泉市刑事立案\n别的文章\n下降61%。再见。"
    row = {"excerpt_start": 0, "excerpt": "龙泉市刑事立案下降61%。"}
    articles = [{"paragraphs": [[{"start": 0, "end": 7}, {"start": 13, "end": len(text)}]]}]
    assert ["".join(text[offset] for offset in offsets) for offsets in marking.around(text, row, articles)] == ["龙泉市刑事立案下降61%。再见。"]


def test_how_a_day_is_known_is_told_in_one_line():
    basis = "inferred | 7月17日 is the latest date named | day not known"
    assert source_pane.how_dated(basis) == "由下列线索推断：7月17日 是文中最晚的日期、哪一天不详"
    assert source_pane.how_dated("file name: 20180718") == "见文件名 20180718"
    assert source_pane.how_dated(None) == ""


def test_the_citation_names_headline_report_day_and_generation(tmp_path):
    known = {"published": date(2018, 7, 18), "published_basis": "file name: 20180718", "article_title": "平安龙泉"}
    generation = store.write([extraction("刑事立案下降⟦61%⟧,接警⟦22%⟧。", known, {"published": None})], tmp_path, extractor="test")
    full, bare = data.plain(store.select(generation))
    name = generation.name[:8]
    assert source_pane.citation(generation, full) == (
        f"「刑事立案下降61%,接警22%。」——《平安龙泉》，a.txt，发布于 2018-07-18（见文件名 20180718）；平安账本 {name}；"
    )
    assert source_pane.citation(generation, bare) == f"「刑事立案下降61%,接警22%。」——a.txt，发布日期不详；平安账本 {name}；"


def test_the_outline_has_the_stories_and_the_text_their_headlines():
    text = "平安龙泉\n\n今年,龙泉市刑事立案下降61%。\n"
    articles = [
        {"article": 1, "kind": "story", "title": "平安龙泉", "title_start": 0, "title_end": 4},
        {"article": 2, "kind": "caption", "title": "图", "title_start": 6, "title_end": 7},
        {"article": 3, "kind": "story", "title": None, "title_start": None, "title_end": None},
    ]
    assert reader.outline(articles) == articles[:1]
    pieces = marking.read_pieces(text, 0, len(text), {20: "f", 21: "f"}, {0: 0}, ["x"], marking.headline_marks(articles[:1]))
    assert "".join(piece["text"] for piece in pieces) == text
    assert pieces[:2] == [{"text": "平", "note": "x", "article": 1}, {"text": "安龙泉", "article": 1}]
    assert [piece for piece in pieces if "figure" in piece] == [{"text": text[20:22], "figure": "f"}]
