"""The reader of a long report in a real Chromium: from figure to figure, to the chart, and back."""

import pytest

from tests import browsing
from tests.browsing import serving

pytestmark = pytest.mark.skipif(browsing.missing() is not None, reason=browsing.missing() or "")

FILLER = "会议强调,要压实责任、抓好落实。\n"
REPORT = f"今年,龙泉市刑事立案下降61%。2016年,全市召开会议。\n{FILLER * 400}龙泉市接警量下降22%。\n{FILLER * 1_500}龙泉市火灾下降9%。\n"
IN_VIEW = """(words) => {
    const hosts = [...document.querySelectorAll('*')].map((node) => node.shadowRoot || node)
    const lit = hosts.map((host) => host.querySelector('.reader .lit')).find(Boolean)
    const box = lit && lit.getBoundingClientRect()
    return box && lit.textContent === words && box.top > 0 && box.bottom < innerHeight
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    (folder / "reports").mkdir()
    (folder / "reports" / "20180718_long.txt").write_text(REPORT, encoding="utf-8")
    with serving(folder / "reports", folder / "ledger") as address:
        yield address


def test_the_next_figure_comes_into_view_however_far_it_is(visit):
    """In the same part of the report, in the next part, back again, and on to the chart."""
    page = visit().open("/reports")
    for step, words in (("下一项", "61%"), ("下一项", "22%"), ("下一项", "9%"), ("上一项", "22%"), ("上一项", "61%")):
        page.get_by_role("button", name=step).click()
        page.wait_for_function(IN_VIEW, arg=words)
    page.get_by_role("link", name="看图").click()
    page.wait_for_url("**/figures?*figure=*")
    page.locator(".lit", has_text="61%").wait_for()


def test_n_and_p_go_from_figure_to_figure_but_not_while_typing(visit):
    page = visit().open("/reports")
    page.locator(".reader .figure").first.wait_for()
    for key, words in (("n", "61%"), ("n", "22%"), ("P", "61%")):
        page.keyboard.press(key)
        page.wait_for_function(IN_VIEW, arg=words)
    box = page.get_by_role("textbox", name="包含文字")
    box.click()
    page.keyboard.type("n")
    page.wait_for_timeout(500)
    assert box.input_value() == "n"
    assert page.locator(".reader .lit").inner_text() == "61%"


def test_a_refused_number_tells_its_reason_by_keyboard_and_pointer(visit):
    page = visit().open("/reports")
    told, number = page.get_by_role("tooltip"), page.locator(".refused", has_text="2016")
    assert told.count() == 0
    page.locator(".reader .figure").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.shadowRoot.activeElement.textContent") == "2016年"
    told.wait_for()
    assert told.inner_text() == "日期"
    assert number.evaluate("(made) => made.getRootNode().getElementById(made.getAttribute('aria-describedby')).textContent") == "日期"
    page.keyboard.press("Escape")
    told.wait_for(state="hidden")
    number.hover()
    told.wait_for()
