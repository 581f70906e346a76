"""What the overview asks of the ledger, and the way through a report from figure to figure."""

import pytest

from extract.ledger import store
from pages.parts import silence
from tests.handmade import extraction
from tests.pages_ledger import run


def test_what_changed_most_and_what_reports_tell_otherwise(tmp_path):
    """Two reports tell the same of 龙泉 in June, with other values; a target, an unknown place and a rounded value are left aside."""
    one = extraction("龙泉市刑事立案下降⟦61%⟧,接警量下降⟦22%⟧。", {}, {"indicator": "接警量", "indicator_id": None, "value": -22.0}, source="one.txt")
    other = extraction("刑事立案下降⟦59%⟧,接警量下降⟦约20%⟧。", {"value": -59.0},
        {"indicator": "接警量", "indicator_id": None, "value": -20.0, "qualifier": "about"}, source="other.txt")  # fmt: skip
    aside = extraction("力争下降⟦90%⟧,下降⟦80%⟧。", {"status": "target", "value": -90.0}, {"region": None, "value": -80.0}, source="aside.txt")
    made = store.write([one, other, aside], tmp_path / "ledger", extractor="1")
    assert [row["text"] for row in store.most_changed(made, 3)] == ["61%", "59%", "22%"]
    assert [(row["group"], row["text"]) for row in store.disagreeing(made, 5)] == [(1, "61%"), (1, "59%")]
    assert store.disagreeing(made, 5, topic="drugs") == []


@pytest.mark.parametrize(("lang", "heading"), [("zh", "▼ 下降 61% / ▼ 下降 59%"), ("en", "▼ down 61% / ▼ down 59%")])
def test_the_overview_lists_what_reports_tell_otherwise(tmp_path, monkeypatch, lang, heading):
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    reports = [extraction(f"{name}刑事立案下降⟦{value}%⟧。", {"value": -value}, source=name) for name, value in (("a.txt", 61), ("b.txt", 59))]
    store.write(reports, tmp_path / "ledger", extractor="1")
    page = run(None, list="apart", lang=lang)
    assert [told.value for told in page.markdown if heading in told.value]


def test_silence_is_told_from_a_reported_zero(tmp_path):
    made = store.write([extraction("全县发案⟦0起⟧。", {"value": 0.0, "unit": "起", "measure": "level", "comparison": None})], tmp_path, extractor="1")
    lines = silence.grid(made, (("region", "331100"),)).set_index("地区")
    assert lines.loc["龙泉市", "犯罪"] == "1"
    assert lines.loc["龙泉市", "消防"] == lines.loc["青田县", "犯罪"] == silence.SILENCE


def test_a_report_is_gone_through_figure_by_figure(tmp_path, monkeypatch):
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    report = extraction("发案下降⟦61%⟧,接警下降⟦22%⟧。", {}, {"value": -22.0})
    first, second = (row.observation_id for row in report.observations)
    store.write([report], tmp_path / "ledger", extractor="1")
    page = run("pages/reports.py", lang="zh")
    page.button(key="next_figure").click().run()
    assert first in page.query_params["figure"] and page.button(key="previous_figure").disabled
    page.button(key="next_figure").click().run()
    assert second in page.query_params["figure"] and page.button(key="next_figure").disabled
    assert "第 2 项，共 2 项" in [told.value for told in page.caption]
    page.button(key="previous_figure").click().run()
    assert first in page.query_params["figure"]
    assert not page.exception
