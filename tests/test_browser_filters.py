"""The filter bar in a real Chromium: places found by typing, the link copied, everything by keyboard, in both languages."""

from urllib.parse import urlsplit

import pytest

from tests import browsing

pytestmark = pytest.mark.skipif(browsing.missing() is not None, reason=browsing.missing() or "")

LONGQUAN = "() => document.querySelectorAll('.barlayer .point').length === 5"


@pytest.fixture(scope="module")
def folder(folder):
    """Besides the newspaper page a report of places whose names or letters are near those of 龙泉."""
    words = "2017年,石家庄市鹿泉区刑事立案下降了6.1%。2017年,重庆市九龙坡区刑事立案下降了5.1%。2016年,浙江省丽水市刑事立案下降了4.1%。"
    (folder / "reports" / "近似.txt").write_text(words, encoding="utf-8")
    return folder


@pytest.mark.parametrize("typed", ["龙泉市", "龙泉", "lqs", "lq", "331181"])
def test_a_place_is_found_by_typing(visit, typed):
    visitor = visit()
    page = visitor.open("/figures")
    page.get_by_label("地区").first.focus()
    page.keyboard.type(typed)
    page.get_by_role("option").first.wait_for()
    assert page.get_by_role("option").first.inner_text().startswith("龙泉市 (5) · 浙江省 › 丽水市")
    page.keyboard.press("Enter")
    page.wait_for_url("**region=331181*")
    page.wait_for_function(LONGQUAN)


def test_two_characters_are_found_and_counted(visit):
    page = visit().open("/figures?region=331181")
    page.get_by_role("textbox", name="包含文字").fill("接警")
    page.keyboard.press("Enter")
    page.get_by_text("共 2 项数据").wait_for()
    page.wait_for_function("() => document.querySelectorAll('.barlayer .point').length === 2")
    page.get_by_role("link", name="总览").click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/")
    page.get_by_role("button", name="包含文字 = “接警” ×").wait_for()
    page.reload()
    page.get_by_role("button", name="包含文字 = “接警” ×").wait_for()
    assert page.get_by_role("textbox", name="包含文字").input_value() == "接警"


def test_a_copied_link_is_the_same_view(visit):
    visitor = visit()
    page = visitor.open("/figures?region=331181&q=刑事&from=2017-01-01&sure=1&lang=zh")
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制链接").click()
    page.get_by_text("已复制").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    there = visit(locale="en-US").open(copied)
    held = there.locator(".st-key-held").get_by_role("button").all_inner_texts()
    assert held == page.locator(".st-key-held").get_by_role("button").all_inner_texts()
    assert [words.split(" ")[0] for words in held] == ["地区", "包含文字", "时期", "只看有把握的"]
    assert there.url == copied == page.url


def test_a_link_that_may_not_be_copied_is_shown_to_be_copied_by_hand(visit):
    page = visit(locale="en-US").open("/?region=331181")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')) }")
    page.get_by_role("button", name="Copy link").click()
    shown = page.get_by_label("Please copy it by hand")
    assert shown.input_value() == page.url
    assert shown.evaluate("(box) => box.selectionEnd - box.selectionStart") == len(page.url)


@pytest.mark.parametrize(("locale", "more", "topic", "crime"), [("zh-CN", "更多", "主题", "犯罪"), ("en-US", "More", "Topic", "Crime")])
def test_the_bar_is_gone_through_by_keyboard(visit, locale, more, topic, crime):
    visitor = visit(locale=locale)
    page = visitor.open("/figures")
    page.get_by_label(topic, exact=True).focus()
    page.keyboard.type(crime)
    page.keyboard.press("Enter")
    page.wait_for_url("**topic=crime*")
    visitor.settled()
    page.get_by_role("button", name=more).focus()
    page.keyboard.press("Enter")
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**from=2017-01-01*")
    page.get_by_role("button", name=f"{more} (1)" if more == "More" else "更多（1）").wait_for()
    page.keyboard.press("Escape")
    chip = page.get_by_role("button", name=f"{topic} = {crime}")
    chip.focus()
    page.keyboard.press("Enter")
    chip.wait_for(state="detached")
    assert "topic" not in page.url and "from=2017-01-01" in page.url


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_the_bar_is_one_row_on_a_desk(visit, locale):
    page = visit(width=1440, locale=locale).open("/figures?region=331181&status=actual&sure=1")
    bottoms = lines(page, "bottom")
    assert len(bottoms) == 9 and max(bottoms) - min(bottoms) <= 4
    assert page.get_by_role("button", name="其他条件").or_(page.get_by_role("button", name="Other filters")).count() == 0


@pytest.mark.parametrize(
    ("locale", "unfold", "topic", "crime", "more"),
    [("zh-CN", "其他条件（{}）", "主题", "犯罪", "更多（1）"), ("en-US", "Other filters ({})", "Topic", "Crime", "More (1)")],
)
def test_the_bar_is_two_lines_on_a_phone_and_unfolds_by_keyboard(visit, locale, unfold, topic, crime, more):
    visitor = visit(width=390, locale=locale)
    page = visitor.open("/figures?region=331181&status=actual&measure=change")
    folded = lines(page, "top")
    assert len(folded) == 4 and page.locator(".st-key-filters").bounding_box()["height"] < 140, "the region, the button; copy, clear"
    assert page.get_by_label(topic, exact=True).count() == 1 and not page.get_by_label(topic, exact=True).is_visible()
    page.get_by_role("combobox").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText").endswith(unfold.format(2)), "the region is told by its own box"
    page.keyboard.press("Enter")
    page.get_by_label(topic, exact=True).wait_for()
    assert page.get_by_role("button", name=unfold.format(2), pressed=True).count() == 1
    assert len(lines(page, "top")) == 10 and page.get_by_role("button", name=more).is_visible()
    page.get_by_label(topic, exact=True).focus()
    page.keyboard.type(crime)
    page.keyboard.press("Enter")
    page.wait_for_url("**topic=crime*")
    visitor.settled()
    button = page.get_by_role("button", name=unfold.format(3), pressed=True)
    button.wait_for()
    assert page.get_by_label(topic, exact=True).is_visible(), "it stays unfolded while one chooses"
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_label(topic, exact=True).wait_for(state="hidden")
    assert lines(page, "top") == folded


def lines(page, edge: str) -> list[int]:
    """Give where the boxes of the bar that are shown begin or end, in pixels."""
    return page.locator(":is(.st-key-filters, .st-key-filter_folded) > div").evaluate_all(
        f"(boxes) => boxes.map((box) => box.getBoundingClientRect()).filter((box) => box.height).map((box) => Math.round(box.{edge}))"
    )
