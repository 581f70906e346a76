"""The worked example of the first visit: which figure of a ledger it is, and when it is shown."""

from dataclasses import replace
from datetime import date

import pytest

from extract import Extraction, extract_text
from extract.ledger import store
from pages.parts.link import read
from tests.pages_ledger import HOME, run

PLAIN = "2017年,龙泉市刑事立案同比下降6.1%。会议强调,要压实责任。"
LONGER = "据公安部门统计,2017年,龙泉市命案同比下降8%。"
UNFIT = [
    {"confidence": 0.89}, {"region_basis": "headline"}, {"period_basis": "carried"}, {"period_start": None}, {"comparison": "other"},
    {"status": "target"}, {"qualifier": "about"}, {"value": None, "low": -8.0, "high": -6.0}, {"excerpt_start": 1},
]  # fmt: skip


def found_in(text: str, **changes: object) -> Extraction:
    """Give the extraction of a text, with changes to its one figure."""
    found = extract_text(text, source=f"{len(text)}.txt")
    (row,) = found.observations
    return replace(found, observations=(replace(row, **changes),))


def shown_of(root, *extractions: Extraction) -> str | None:
    row = store.example(store.write(extractions, root, extractor="test"))
    return row and row["text"]


def test_the_shortest_plain_sentence_is_the_example(tmp_path):
    assert shown_of(tmp_path, found_in(LONGER), found_in(PLAIN)) == "6.1%"
    assert shown_of(tmp_path, found_in(LONGER)) == "8%"
    assert shown_of(tmp_path) is None


@pytest.mark.parametrize("changes", UNFIT, ids=lambda changes: next(iter(changes)))
def test_a_figure_that_is_not_plain_is_no_example(tmp_path, changes):
    assert shown_of(tmp_path, found_in(LONGER), found_in(PLAIN, **changes)) == "8%"


@pytest.mark.parametrize("role", ["indicator", "region", "period", "comparison"])
def test_each_part_has_its_words_in_the_sentence(tmp_path, role):
    found = found_in(PLAIN)
    spans = tuple(span for span in found.observations[0].spans if span[0] != role)
    elsewhere = (*spans, (role, 24, 26))
    assert shown_of(tmp_path, found_in(PLAIN, spans=spans)) is None
    assert shown_of(tmp_path, found_in(PLAIN, spans=elsewhere)) is None


def test_a_long_sentence_is_no_example(tmp_path):
    words = "全市上下坚持和发展新时代枫桥经验," * 5
    assert shown_of(tmp_path, found_in(PLAIN.replace("龙泉市", words + "龙泉市"), period_start=date(2017, 1, 1))) is None


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    monkeypatch.setenv("PINGAN_REPORTS", str(HOME / "data" / "reports"))
    return tmp_path / "ledger"


def is_shown(app) -> bool:
    return "example_hide" in [button.key for button in app.button]


@pytest.mark.parametrize("link", [{}, {"list": "changed", "lang": "en"}])
def test_the_first_visit_has_the_example(ledger, link):
    assert is_shown(run(**link))


@pytest.mark.parametrize("link", [{"region": "331181"}, {"q": "刑事"}, {"example": "0"}])
def test_with_a_filter_or_once_hidden_there_is_none(ledger, link):
    assert not is_shown(run(**link))


def test_hiding_it_is_written_into_the_link(ledger):
    app = run(lang="zh")
    app.button(key="example_hide").click().run()
    assert not app.exception and not is_shown(app)
    assert app.query_params["example"] in ("0", ["0"])
    assert read({"example": "0"}).unknown == () and read({"example": "2"}).unknown == (("example", "2"),)


def test_a_ledger_without_a_plain_sentence_has_no_example(generation):
    assert not is_shown(run())
