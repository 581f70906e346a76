"""Charts of other forms than bars in a real Chromium: their marks lead to the sentence, and are outlined."""

import json

import pytest

from tests import browsing
from tests.browsing import folder_of
from tests.test_browser import outlined

pytestmark = pytest.mark.skipif(browsing.missing() is not None, reason=browsing.missing() or "")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder of reports on two places over three years."""
    told = {
        f"{year}_{place}.txt": f"{year}年,{place}刑事立案{first + year - 2017}起。"
        for place, first in (("龙泉市", 300), ("江山市", 500))
        for year in (2017, 2018, 2019)
    }
    again = {"又一报.txt": "2019年,龙泉市刑事立案302起。据悉。", "另一报.txt": "2019年,江山市刑事立案599起。据悉。"}
    return folder_of(tmp_path_factory.mktemp("courses"), told | again)


def marks(page) -> list[dict]:
    """Give the points of the charts: the figure of each and where it is, in pixels."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.scatterlayer .point')].filter((point) => point.dataset.figure).map((point) => {
            const box = point.getBoundingClientRect()
            return { figure: point.dataset.figure, x: box.x + box.width / 2, y: box.y + box.height / 2 }
        })"""
    )


@pytest.mark.parametrize(("path", "points"), [("/figures?region=331181", 3), ("/figures?indicator=criminal_cases_filed", 7)], ids=["time", "panels"])
def test_a_point_leads_to_its_sentence_and_is_outlined(visit, path, points):
    visitor = visit()
    page = visitor.open(path)
    page.wait_for_function("() => document.querySelector('.scatterlayer [data-figure]')")
    found = marks(page)
    assert len({mark["figure"] for mark in found}) == points
    for mark in (found[0], found[-1]):
        page.mouse.click(mark["x"], mark["y"])
        page.locator(f".lit[data-figure='{mark['figure']}']").wait_for()
        assert outlined(page) == [mark["figure"]]
        visitor.settled()  # the sentence stands before the run ends; a click while the charts are drawn again is not always heard
    page.locator(".words .figure").first.wait_for()
    assert f"figure={found[-1]['figure']}" in page.url


def test_a_chart_over_time_is_downloaded_as_it_is_shown(visit, tmp_path):
    page = visit().open("/figures?region=331181")
    page.get_by_role("button", name="下载").click()
    for label, name in (("矢量图 SVG", "a.svg"), ("网页 HTML", "a.html")):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=label).click()
        waiting.value.save_as(tmp_path / name)
    drawing, web = ((tmp_path / name).read_text(encoding="utf-8") for name in ("a.svg", "a.html"))
    for words in ("龙泉市 · 刑事立案 · 数量", "300 起", "来源：2017_龙泉市.txt"):
        assert words in drawing
        assert words in web or json.dumps(words)[1:-1] in web


def test_a_mark_of_two_reports_is_outlined_for_either(visit):
    page = visit().open("/figures?region=331181&from=2019-01-01")
    page.wait_for_function("() => document.querySelector('.barlayer [data-figure]')")
    shown, other = page.evaluate("() => document.querySelector('.js-plotly-plot').data[0].ids[0].split(' ')")
    for figure in (shown, other):
        page.goto(f"{page.url.split('&figure')[0]}&figure={figure}")
        page.locator(f".lit[data-figure='{figure}']").wait_for()
        page.wait_for_function("() => document.querySelector('.ledger-outline')")
        assert outlined(page) == [figure]


def test_each_of_two_joined_dots_leads_to_its_own_report(visit):
    page = visit().open("/figures?region=330881&from=2019-01-01")
    page.wait_for_function("() => document.querySelector('.scatterlayer [data-figure]')")
    said = []
    for mark in marks(page):
        page.mouse.click(mark["x"], mark["y"])
        page.locator(f".lit[data-figure='{mark['figure']}']").wait_for()
        said.append(page.locator(".lit").inner_text())
        assert outlined(page) == [mark["figure"]]
    assert said == ["502起", "599起"]
