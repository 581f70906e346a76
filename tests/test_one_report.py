"""Questions on one report: a part of it, the paragraphs around a figure, the way from figure to figure; of a long report no more is asked for."""

from dataclasses import replace

import pytest

from extract import extract_files, extract_text
from extract.ledger import store
from pages.parts import data, marking, reader
from tests.handmade import extraction
from tests.pages_ledger import HOME, run

TOLD = "刑事立案下降⟦61%⟧,又下降⟦22%⟧。有⟦626支⟧队伍,⟦13名⟧队员。"
COLUMNS = (((0, 9),), ((9, 14), (24, 30)), ((14, 24),))  # the second paragraph goes on in the next column


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    found = extraction(TOLD)
    article = replace(found.articles[0], start=2, paragraphs=COLUMNS)
    other = extraction("接警⟦7起⟧。", source="b.txt")
    return store.write([replace(found, articles=(article,)), other], tmp_path_factory.mktemp("told"), extractor="test"), found


@pytest.mark.parametrize(
    ("within", "texts"), [((0, 99), "61% 22% 626支 13名"), ((0, 7), "61%"), ((8, 15), "61% 22%"), ((9, 13), ""), ((15, 21), "22% 626支")]
)
def test_a_part_has_what_stands_in_it_if_only_partly(told, within, texts):
    generation, found = told
    rows = store.of_report(generation, found.report.report_id, "observations", within=within)
    assert " ".join(row["text"] for row in rows) == texts


@pytest.mark.parametrize(
    ("offset", "around"), [(5, COLUMNS[:2]), (10, COLUMNS), (29, COLUMNS), (14, COLUMNS[1:]), (23, COLUMNS[1:]), (1, ()), (30, ())]
)
def test_a_place_is_given_with_the_paragraphs_around_it(told, offset, around):
    generation, found = told
    rows = store.paragraphs(generation, found.report.report_id, offset)
    given = [tuple(tuple((piece["start"], piece["end"]) for piece in pieces) for pieces in row["paragraphs"]) for row in rows]
    assert given == ([around] if around else [])


def test_the_steps_go_through_the_figures_of_the_report_alone(told):
    generation, found = told
    ids = [row.observation_id for row in found.observations]
    steps = [store.steps(generation, found.report.report_id, figure) for figure in (*ids, "feedbeef")]
    assert [(step["number"], step["total"]) for step in steps] == [(1, 4), (2, 4), (3, 4), (4, 4), (0, 4)]
    assert [step["before"] for step in steps] == [None, *ids[:3], None]
    assert [step["after"] for step in steps] == [*ids[1:], None, ids[0]]


def test_the_paragraphs_around_show_what_all_of_the_report_would(tmp_path):
    """The newspaper page, where stories go on in other columns."""
    generation = store.write(extract_files([HOME / "data" / "reports" / "pingan_page_1.txt"]), tmp_path, extractor="test")
    rows = store.rows(generation)
    text = store.of_report(generation, rows[0]["report_id"], "reports")[0]["text"]
    articles = store.of_report(generation, rows[0]["report_id"], "articles")
    assert len(rows) == 11
    for row in rows:
        near = store.paragraphs(generation, row["report_id"], row["excerpt_start"])
        assert marking.around(text, row, near) == marking.around(text, row, articles)
        assert marking.sentence_offsets(row, near) == marking.sentence_offsets(row, articles)


def test_of_a_long_report_only_the_part_shown_is_asked_for(tmp_path, monkeypatch):
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    found = extract_text("今年,龙泉市刑事立案下降61%。会议强调,要压实责任、抓好落实。\n" * 2_000, source="20180718.txt")
    store.write([found], tmp_path / "ledger", extractor="test")
    asked: list[tuple[str, int]] = []
    of_report = store.of_report

    def listening(*about, **how):
        rows = of_report(*about, **how)
        asked.append((about[2], len(rows)))
        return rows

    monkeypatch.setattr(data.store, "of_report", listening)
    last = found.observations[-1]
    assert len(found.report.text) > 3 * reader.CHUNK
    app = run("pages/reports.py", figure=last.observation_id, lang="zh")
    assert "第 2,000 项，共 2,000 项" in [caption.value for caption in app.caption]
    run("pages/figures.py", figure=last.observation_id)
    counted = {table: [count for asked_of, count in asked if asked_of == table] for table in ("observations", "refusals")}
    assert 0 < max(counted["observations"]) < 700 and counted["refusals"] == [0]
    assert min(counted["observations"]) == 1, "the figures page needs only those beside the sentence"
