"""The list of reports in a real Chromium: found, sorted, paged, and a report opened by keyboard."""

from urllib.parse import urlsplit

import pytest

from tests import browsing

pytestmark = pytest.mark.skipif(browsing.missing() is not None, reason=browsing.missing() or "")


@pytest.fixture(scope="module")
def folder(folder):
    """Besides the newspaper page 25 reports of one kind."""
    for number in range(25):
        words = f"龙泉市第{number}期简报\n\n今年,龙泉市刑事立案下降{number + 1}%。\n"
        (folder / "reports" / f"201801{number + 1:02}_简报.txt").write_text(words, encoding="utf-8")
    return folder


def test_reports_are_found_sorted_and_opened_from_the_list(visit):
    visitor = visit()
    page = visitor.open("/reports")
    page.get_by_text("共 26 份报告").wait_for()
    assert page.locator("tbody tr").count() == 20
    page.get_by_role("button", name="发布日期").click()
    page.locator("tbody tr:first-child", has_text="pingan_page_1.txt").wait_for()
    page.get_by_role("button", name="发布日期").click()
    page.locator("tbody tr:first-child", has_text="20180101_简报.txt").wait_for()
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    page.get_by_label("标题或文件名").fill("24期")
    page.keyboard.press("Enter")
    page.get_by_text("共 1 份报告").wait_for()
    page.get_by_label("标题或文件名").fill("简报 201801")
    page.keyboard.press("Enter")
    page.get_by_text("共 25 份报告").wait_for()
    page.get_by_role("link", name="龙泉市第2期简报").focus()
    page.keyboard.press("Enter")
    page.locator(".reader .figure", has_text="3%").wait_for()
    assert "report=" in page.url
    page.get_by_role("button", name="返回报告列表").click()
    page.get_by_text("共 25 份报告").wait_for()
    page.get_by_role("link", name="总览").click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/")  # until the click is answered, the page left behind is idle, too
    visitor.settled()
    assert "named" not in page.url


def test_order_and_page_are_in_the_link_and_going_back_keeps_them(visit):
    """Copied, reloaded, gone back to, and returned to from a report: the same lines in the same order."""
    begins = "tbody tr:first-child:has-text('龙泉市第20期简报')"
    visitor = visit()
    page = visitor.open("/reports")
    for direction in ("descending", "ascending"):
        page.get_by_role("button", name="发布日期").click()
        page.locator(f"th[aria-sort={direction}]").wait_for()
    page.get_by_role("button", name="Page 2").click()
    page.locator(begins).wait_for()
    lines = page.locator("tbody th").all_inner_texts()
    assert len(lines) == 6 and page.get_by_text("第 21 至 26 行，共 26 行").count() == 1
    assert "sort=published" in page.url and "page=2" in page.url and "desc" not in page.url
    there = visit().open(page.url)
    there.locator(begins).wait_for()
    assert there.locator("tbody th").all_inner_texts() == lines and there.url == page.url
    page.reload()
    page.locator(begins).wait_for()
    page.get_by_role("link", name="龙泉市第22期简报").click()
    page.locator(".reader .figure", has_text="23%").wait_for()
    page.go_back()
    page.locator(begins).wait_for()
    page.get_by_role("link", name="龙泉市第22期简报").click()
    page.get_by_role("button", name="返回报告列表").click()
    page.locator(begins).wait_for()
    visitor.settled()
    assert page.locator("tbody th").all_inner_texts() == lines and page.url == there.url
    page.get_by_label("标题或文件名").fill("简报")
    page.keyboard.press("Enter")
    page.get_by_text("第 1 至 20 行，共 25 行").wait_for()
    assert "sort=published" in page.url and "page" not in page.url


def test_the_original_file_is_downloaded_as_it_was_read_and_not_once_it_changed(visit, folder, tmp_path):
    page = visit().open("/reports?named=第3期")
    page.get_by_role("button", name="下载原始文件").wait_for()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载原始文件").click()
    waiting.value.save_as(tmp_path / "original")
    file = folder / "reports" / "20180104_简报.txt"
    assert waiting.value.suggested_filename == file.name and (tmp_path / "original").read_bytes() == file.read_bytes()
    file.write_text("改过了", encoding="utf-8")
    page.reload()
    page.get_by_text("原始文件在读取之后改动过").wait_for()
    assert page.get_by_role("button", name="下载原始文件").count() == 0
