"""The reader of a long report in a real Chromium: from figure to figure, to the chart, and back."""

import re

import pytest

from tests import browsing
from tests.browsing import folder_of

pytestmark = pytest.mark.skipif(browsing.missing() is not None, reason=browsing.missing() or "")

FILLER = "会议强调,要压实责任、抓好落实。\n"
PAGE = f"""龙泉召开平安大会

    本报讯 今年,龙泉市刑事立案下降61%。{FILLER * 1_500}

江山巡防显成效

    本报讯 今年,江山市接警量下降22%。{FILLER * 60}
"""
REPORT = f"今年,龙泉市刑事立案下降61%。2016年,全市召开会议。\n{FILLER * 400}龙泉市接警量下降22%。\n{FILLER * 1_500}龙泉市火灾下降9%。\n"
IN_VIEW = """(words) => {
    const hosts = [...document.querySelectorAll('*')].map((node) => node.shadowRoot || node)
    const lit = hosts.map((host) => host.querySelector('.reader .lit')).find(Boolean)
    const box = lit && lit.getBoundingClientRect()
    return box && lit.textContent === words && box.top > 0 && box.bottom < innerHeight
}"""

TOP = """(words) => {
    const hosts = [...document.querySelectorAll('*')].map((node) => node.shadowRoot || node)
    const titles = hosts.flatMap((host) => [...host.querySelectorAll('.reader .title')])
    const box = titles.find((made) => made.textContent === words)?.getBoundingClientRect()
    return box && box.top > 0 && box.top < innerHeight / 2
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return folder_of(tmp_path_factory.mktemp("reader"), {"20180718_long.txt": REPORT, "20180719_page.txt": PAGE})


def open_report(visit, name):
    visitor = visit()
    page = visitor.open("/reports")
    page.locator("tr", has_text=name).get_by_role("link").click()
    page.locator(".reader .figure").first.wait_for()
    return visitor.settled()


def test_the_next_figure_comes_into_view_however_far_it_is(visit):
    """In the same part of the report, in the next part, back again, and on to the chart."""
    page = open_report(visit, "long")
    for step, words in (("下一项", "61%"), ("下一项", "22%"), ("下一项", "9%"), ("上一项", "22%"), ("上一项", "61%")):
        page.get_by_role("button", name=step).click()
        page.wait_for_function(IN_VIEW, arg=words)
    page.get_by_role("link", name="看图").click()
    page.wait_for_url("**/figures?*figure=*")
    page.locator(".lit", has_text="61%").wait_for()


FOCUSED = "document.activeElement.shadowRoot?.activeElement.textContent"


def test_n_and_p_go_from_figure_to_figure_and_the_focus_goes_along(visit):
    """After a click between the figures, across the end of a part, and by keyboard alone; in the text and in its list."""
    page = open_report(visit, "long")
    page.locator(".reader").click(position={"x": 300, "y": 60})
    for key, words in (("n", "61%"), ("n", "22%"), ("n", "9%"), ("P", "22%")):
        page.keyboard.press(key)
        page.wait_for_function(IN_VIEW, arg=words)
        page.wait_for_function(f"(words) => {FOCUSED} === words", arg=words)
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("p")
    page.wait_for_function(IN_VIEW, arg="61%")
    page.wait_for_function(f"() => {FOCUSED}.startsWith('刑事立案')")


def test_n_and_p_do_nothing_outside_the_reader(visit):
    """WCAG 2.1.4: words spoken or typed elsewhere press no button."""
    page = open_report(visit, "long")
    page.get_by_role("button", name="下一项").click()
    page.wait_for_function(IN_VIEW, arg="61%")
    box = page.get_by_role("textbox", name="包含文字")
    for elsewhere in (page.get_by_role("link", name="总览"), page.get_by_role("button", name="返回报告列表"), box):
        elsewhere.focus()
        page.keyboard.press("n")
        page.wait_for_timeout(500)
        assert page.locator(".reader .lit").inner_text() == "61%"
    assert box.input_value() == "n"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")
    page.wait_for_timeout(500)
    assert page.locator(".reader .lit").inner_text() == "61%"
    page.get_by_role("button", name="下一项").focus()
    page.keyboard.press("n")
    page.wait_for_function(IN_VIEW, arg="22%")


def test_a_refused_number_tells_its_reason_by_keyboard_and_pointer(visit):
    page = open_report(visit, "long")
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


def test_the_outline_leads_to_an_article_in_its_part(visit):
    page = open_report(visit, "page")
    stories = page.get_by_role("navigation", name="本报告的文章").get_by_role("link")
    assert stories.all_inner_texts() == ["龙泉召开平安大会", "江山巡防显成效"]
    assert page.locator(".reader .figure", has_text="22%").count() == 0, "it stands in a later part"
    stories.last.click()
    page.wait_for_function(TOP, arg="江山巡防显成效")
    page.locator(".outline [aria-current=true]", has_text="江山").wait_for()
    assert "article=2" in page.url
    page.keyboard.press("n")
    page.wait_for_function(IN_VIEW, arg="61%")
    assert "article" not in page.url
    page.locator(".outline [aria-current=true]", has_text="龙泉").wait_for()


def test_the_part_of_a_long_report_is_in_the_link(visit):
    page = open_report(visit, "long")
    page.get_by_role("combobox", name="第几段").click()
    page.get_by_role("option", name="2").click()
    page.locator(".reader .figure", has_text="9%").wait_for()
    assert "part=2" in page.url
    there = visit().open(page.url)
    there.locator(".reader .figure", has_text="9%").wait_for()
    assert there.locator(".reader").inner_text() == page.locator(".reader").inner_text()
    page.go_back()
    page.locator(".reader .figure", has_text="61%").wait_for()
    page.go_forward()
    page.locator(".reader .figure", has_text="9%").click()
    page.locator(".reader .lit", has_text="9%").wait_for()
    page.get_by_text("第 3 项，共 3 项").wait_for()
    assert "figure=" in page.url and "part" not in page.url, "the figure says where it is"


def test_the_list_in_the_margin_and_the_text_light_the_same_figure(visit):
    page = open_report(visit, "long")
    listed = page.get_by_role("navigation", name="这里的数据（2 项）").get_by_role("link")
    assert [words.split(" · ")[0] for words in listed.all_inner_texts()] == ["刑事立案", "接警量"]
    listed.last.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(IN_VIEW, arg="22%")
    page.get_by_text("第 2 项，共 3 项").wait_for()
    assert "figure=" in page.url
    assert listed.last.get_attribute("aria-current") == "true" and listed.first.get_attribute("aria-current") is None
    page.keyboard.press("p")
    page.wait_for_function(IN_VIEW, arg="61%")
    page.locator(".margin .lit", has_text="刑事立案").wait_for()
    page.locator(".reader .figure", has_text="61%").click()
    assert page.locator(".margin .lit").count() == 1
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.shadowRoot.activeElement.className") == "margin"


def test_reading_a_long_report_tells_how_far_it_is(visit, folder):
    (folder / "reports" / "20180720_all.txt").write_text(PAGE * 30, encoding="utf-8")
    page = visit().open("/reports")
    page.get_by_role("button", name="重新读取").click()
    page.get_by_text(re.compile(r"第 3 份报告（共 3 份）：20180720_all\.txt，已读 \d\d%")).wait_for()
    page.get_by_text("已读取 3 份报告").wait_for(timeout=60_000)
