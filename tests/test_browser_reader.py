"""The reader of a long report in a real Chromium: from figure to figure, to the chart, and back."""

import pytest

from tests import browsing
from tests.browsing import serving

pytestmark = pytest.mark.skipif(browsing.missing() is not None, reason=browsing.missing() or "")

FILLER = "会议强调,要压实责任、抓好落实。\n"
REPORT = f"今年,龙泉市刑事立案下降61%。\n{FILLER * 400}龙泉市接警量下降22%。\n{FILLER * 1_500}龙泉市火灾下降9%。\n"
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
