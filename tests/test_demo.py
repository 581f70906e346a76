"""The demo: the same 300 reports every time, read by the real extractor, and nowhere shown without saying that they are invented."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract import extract_text
from extract.documents.decode import decode
from extract.ledger import store
from pages.parts import data, demo, downloads, frame
from tests.demo import plan
from tests.demo.places import provinces
from tests.demo.write import read, write
from tests.pages_ledger import handmade_ledger, run

HOME = Path(__file__).parents[1]
PAGES = [None if path == "app.py" else path for path in frame.PAGES.values()]


@pytest.fixture(scope="module")
def made() -> list[plan.Written]:
    return plan.reports()


@pytest.fixture
def ledger(made, tmp_path, monkeypatch):
    """A small demo: some reports, among them a copy, and one that cannot be read."""
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    monkeypatch.setenv("PINGAN_REPORTS", str(tmp_path / "reports"))
    (tmp_path / "reports").mkdir()
    copy = next(report for report in made if "_reprint" in report.name)
    for report in made:
        if report.name in (copy.name, copy.twin, "20200304_demo_noise.txt"):
            (tmp_path / "reports" / report.name).write_bytes(report.content)
    return read(tmp_path / "reports", tmp_path / "ledger")


def digest(reports: list[plan.Written]) -> str:
    return hashlib.sha256(repr([(report.name, report.content) for report in reports]).encode()).hexdigest()


def test_it_is_the_same_every_time(made):
    told = "from tests.demo import plan; from tests.test_demo import digest; print(digest(plan.reports()))"
    environment = os.environ | {"PYTHONPATH": str(HOME), "PYTHONHASHSEED": "7"}
    again = subprocess.run([sys.executable, "-c", told], cwd=HOME, env=environment, capture_output=True, text=True, check=True)
    assert again.stdout.strip() == digest(made)
    assert digest(plan.reports(seed=1)) != digest(made)


def test_there_is_some_of_everything(made):
    assert 290 <= len(made) <= 310
    assert len({report.name for report in made}) == len(made)
    counties = {county.code for province in provinces(plan.SEED) for those in province.counties.values() for county in those}
    assert len(counties) == 80
    told = {figure.region for report in made for _, figure in report.planted}
    assert counties <= told
    assert {report.name[:4] for report in made if report.name[0].isdigit()} == {str(year) for year in plan.YEARS}
    figures = [figure for report in made for _, figure in report.planted]
    assert {figure.measure for figure in figures} == {"level", "share", "change"}
    assert {figure.qualifier for figure in figures} == {"exact", "about", "over"}
    assert {figure.status for figure in figures} == {"actual", "target"}
    assert any(figure.period is None for figure in figures)


def test_each_says_in_its_last_line_that_it_is_invented(made):
    words = [report for report in made if report.planted or report.twin]
    assert len(words) == len(made) - 2
    for report in words:
        assert decode(report.content).text == report.text
        assert report.text.rstrip().rsplit("\n", 1)[-1] == "【示例数据，纯属虚构】"
    assert any(report.text and report.content != report.text.encode() for report in made), "some are in another encoding"


def test_what_was_planted_stands_where_it_should(made):
    for report in made:
        for start, figure in report.planted:
            assert report.text[start : start + len(figure.text)] == figure.text
            assert "{" not in report.text and "|" not in report.text


def test_copies_say_the_same_and_contradictions_do_not(made):
    named = {report.name: report for report in made}
    copies = [report for report in made if "_reprint" in report.name]
    wrong = [report for report in made if report.contradicts]
    again = [report for report in made if report.twin and not report.contradicts and report not in copies]
    assert len(copies) == 9 and len(wrong) == 10 and len(again) == 8
    for copy in copies:
        assert copy.text != named[copy.twin].text
        assert extract_text(copy.text).report.text_id == extract_text(named[copy.twin].text).report.text_id
    for report in (*wrong, *again):
        told, first = (levels(one)["刑事立案"] for one in (report, named[report.twin]))
        assert told[:2] == first[:2] and (told[2] != first[2]) == report.contradicts


def levels(report: plan.Written) -> dict[str, tuple]:
    return {figure.indicator: (figure.region, figure.period, figure.value) for _, figure in report.planted if figure.measure == "level"}


def test_the_extractor_reads_them(made):
    """Its misses are told here and not hidden: towns of fires, 居前的是…分别为, 国家反诈中心APP and some more."""
    planted = numbers = facts = 0
    for report in made:
        found = {row.start: row for row in extract_text(report.text, source=report.name).observations} if report.text else {}
        for start, figure in report.planted:
            planted += 1
            row = found.get(start)
            if row and row.value == pytest.approx(figure.value) and (row.unit, row.qualifier) == (figure.unit, figure.qualifier):
                numbers += 1
                names = ("indicator", "measure", "status", "region", "period")
                facts += all(getattr(row, name) == getattr(figure, name) for name in names)
    assert planted > 2500
    assert numbers >= 0.98 * planted, f"{numbers} of {planted}"
    assert facts >= 0.93 * planted, f"{facts} of {planted}"


def test_on_disk_an_older_demo_makes_way_and_nothing_else_does(made, tmp_path):
    for name in ("20180101_demo_1_old.txt", "20180101_mine.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert write(tmp_path) == len(made)
    on_disk = {path.name for path in tmp_path.iterdir()}
    assert on_disk == {report.name for report in made} | {"20180101_mine.txt"}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "示例数据：这里的报告和数字都是虚构的"), ("en", "Demo data: these reports and figures are invented")]
)
def test_every_page_of_a_demo_says_so(ledger, page, lang, words):
    assert words in run(page, lang=lang).warning[0].value


@pytest.mark.parametrize("page", PAGES)
def test_an_ordinary_ledger_says_nothing(tmp_path, monkeypatch, page):
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    handmade_ledger(tmp_path / "ledger")
    assert [*run(page, lang="zh").warning] == []


def test_a_demo_report_among_others_is_told_under_any_name(ledger, made, tmp_path):
    for report in (tmp_path / "reports").iterdir():
        report.unlink()
    narrow = "\n".join(made[0].text[at : at + 5] for at in range(0, len(made[0].text), 5))
    (tmp_path / "reports" / "a.txt").write_text(narrow, encoding="utf-8")
    (tmp_path / "reports" / "b.txt").write_text("2017年,龙泉市刑事立案同比下降了6.1%。", encoding="utf-8")
    generation = read(tmp_path / "reports", tmp_path / "ledger")
    assert "2 份报告中有 1 份是虚构的" in run(None, lang="zh").warning[0].value
    rows = data.plain(store.select(generation))
    assert [demo.holds([row], generation) for row in rows] == [row["source"] == "a.txt" for row in rows]
    assert {row["source"] for row in rows} == {"a.txt", "b.txt"}


def test_downloads_of_a_demo_say_so(ledger):
    rows = data.plain(store.select(ledger))
    assert downloads.file_stem("远安县", ledger, rows).startswith("示例-平安账本-远安县")
    assert not downloads.file_stem("远安县", ledger, []).startswith("示例")
    assert downloads.source_line(rows, ledger, "zh").startswith("示例数据，纯属虚构。来源：")
    assert downloads.source_line(rows, ledger, "en").startswith("demo data, invented; Sources")
    assert all("demo" in row["source"] for row in rows), "and the rows themselves, wherever they go"
