"""All pages in a real Chromium: filters and links, languages, phones, the reader of reports, reading again."""

import pytest

from tests import browsing

pytestmark = pytest.mark.skipif(browsing.missing() is not None, reason=browsing.missing() or "")


def test_filters_write_the_link_and_pages_keep_it(visit):
    visitor = visit()
    page = visitor.open("/")
    page.get_by_role("button", name="逐级").click()
    page.get_by_label("省级").click()
    page.get_by_role("option", name="浙江省").click()
    page.get_by_label("地级").click()
    page.get_by_role("option", name="丽水市").click()
    page.get_by_label("县级").click()
    page.get_by_role("option", name="龙泉市").click()
    page.wait_for_url("**region=331181*")
    visitor.settled()
    page.get_by_role("link", name="指标").click()
    page.wait_for_url("**/figures?*region=331181*")
    visitor.settled()
    page.wait_for_function("() => document.querySelectorAll('.barlayer .point').length === 5")
    page.get_by_role("button", name="清除筛选").click()
    page.wait_for_function("() => document.querySelectorAll('.barlayer .point').length > 5")
    assert "region" not in page.url


@pytest.mark.parametrize(("locale", "lang", "words"), [("zh-CN", "zh-CN", "总览"), ("en-US", "en", "Overview")])
def test_the_first_visit_speaks_the_browsers_language(visit, locale, lang, words):
    visitor = visit(locale=locale)
    for path in ("/", "/figures", "/reports"):
        page = visitor.open(path)
        page.wait_for_function(f"() => document.documentElement.lang === '{lang}'")
        assert page.get_by_role("link", name=words).count() == 1
    other = "English" if lang == "zh-CN" else "中文"
    page.get_by_role("link", name=other).click()
    page.wait_for_function(f"() => document.documentElement.lang !== '{lang}'")


@pytest.mark.parametrize("path", ["/", "/reports"])
def test_what_draws_charts_is_there_before_a_chart_is(visit, path):
    visitor = visit()
    page = visitor.open(path)
    page.wait_for_function("() => performance.getEntriesByType('resource').some((file) => file.name.includes('/PlotlyChart.'))")
    assert page.locator(".stPlotlyChart").count() == 0
    assert not visitor.complaints


@pytest.mark.parametrize("path", ["/", "/figures?region=331181", "/figures?view=table", "/reports"])
@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_a_phone_shows_it_without_sideways_scrolling(visit, path, locale):
    page = visit(width=390, locale=locale).open(path)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    lines = page.locator(".st-key-navigation a").evaluate_all("(links) => links.map((link) => link.getBoundingClientRect().y)")
    assert len(lines) == 4 and len(set(lines)) == 1, "the pages and the language stand on one line"


def test_a_number_in_the_report_opens_its_figure(visit):
    page = visit().open("/reports")
    page.locator(".reader .figure", has_text="3059平方公里").click()
    page.locator(".reader .lit", has_text="3059平方公里").wait_for()
    page.get_by_role("link", name="看图").click()
    page.wait_for_url("**/figures?*figure=*")
    page.locator(".lit", has_text="3059平方公里").wait_for()


def test_a_report_opened_from_a_figure_stands_at_it(visit):
    visitor = visit()
    page = visitor.open("/figures?region=331181")
    page.get_by_label("选一项数据").click()
    page.get_by_role("option", name="刑事立案").click()
    page.locator(".lit").wait_for()
    page.get_by_role("link", name="看全文").click()
    page.wait_for_url("**/reports?*figure=*")
    page.wait_for_function(
        """() => {
            const hosts = [...document.querySelectorAll('*')].map((node) => node.shadowRoot || node)
            const lit = hosts.map((host) => host.querySelector('.reader .lit')).find(Boolean)
            const box = lit && lit.getBoundingClientRect()
            return box && box.top > 0 && box.bottom < innerHeight
        }"""
    )


def test_words_of_a_link_are_shown_and_not_obeyed(visit):
    """Streamlit reads Markdown: a picture in a link would be fetched from another machine, and stars would vanish."""
    picture = "![x](http://198.51.100.7/x.png)"
    page = visit().open(f"/figures?region={picture}&topic=**犯罪**&q={picture}&figure={picture}")
    assert page.get_by_text("“**犯罪**”").count() == 1
    shown = page.get_by_text("![x](").locator("visible=true")
    assert shown.count() == 3, "in the warning, at the filter and for the figure"
    assert page.locator("[data-testid=stMain] img").count() == 0


def test_dark_pages_have_light_letters(visit):
    page = visit(dark=True).open("/figures?region=331181")
    colours = page.evaluate("() => [...document.querySelectorAll('.js-plotly-plot')].map((chart) => chart.layout.font.color)")
    assert set(colours) == {"#EDEBE8"}


def test_a_new_file_appears_after_reading_again(visit, folder):
    page = visit().open("/reports")
    words = "2017年,龙泉市刑事立案同比下降了6.1%。"
    (folder / "reports" / "新报告.txt").write_text(words, encoding="gb18030")
    (folder / "reports" / "空.txt").write_bytes(b"")
    (folder / "reports" / "照片.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00")
    page.get_by_role("button", name="重新读取").click()
    page.get_by_text("已读取 4 份报告，其中 2 份读不出来").wait_for(timeout=60_000)
    page.get_by_text("空.txt：文件是空的").wait_for()
    page.get_by_text("照片.txt：这是PNG 图片").wait_for()
    page.locator("tr", has_text="照片.txt").get_by_text("读不出来").wait_for()
    page.get_by_role("link", name="新报告.txt").click()
    page.locator(".reader .figure", has_text="6.1%").wait_for()
    assert page.locator(".reader").inner_text().strip() == words
