"""The worked example of the overview in a real Chromium: its marks, where it leads, and that it stays hidden."""

import pytest

from tests import browsing

pytestmark = pytest.mark.skipif(browsing.missing() is not None, reason=browsing.missing() or "")


@pytest.mark.parametrize("width", [1360, 390])
def test_the_example_marks_its_sentence_and_leads_on_until_it_is_hidden(visit, width):
    visitor = visit(width=width)
    page = visitor.open("/")
    example = page.locator(".st-key-example")
    roles = ("period", "region", "indicator", "comparison", "quantity")
    words = {role: "".join(example.locator(f".words .role-{role}").all_inner_texts()) for role in roles}
    assert words == {"period": "1-6月", "region": "全省", "indicator": "刑事案件", "comparison": "同比", "quantity": "13.7%"}
    labels = example.locator(".words [data-label]").evaluate_all("(made) => made.map((one) => one.dataset.label)")
    assert labels == ["时期", "地区", "指标", "比较", "变化", "数值"]
    assert "浙江省" in example.locator(".facts").inner_text() and "2018-01/2018-06" in example.locator(".facts").inner_text()
    example.get_by_role("link", name="在图上看它").click()
    page.wait_for_url("**/figures?*figure=*")
    page.wait_for_function("() => document.querySelector('.ledger-outline')")
    page.go_back()
    example.get_by_role("link", name="在报告里读它").click()
    page.wait_for_url("**/reports?*figure=*")
    page.locator(".reader .lit", has_text="13.7%").wait_for()
    visitor.open("/")
    example.get_by_role("button", name="知道了").click()
    example.wait_for(state="detached")
    page.reload()
    visitor.settled()
    assert example.count() == 0
    page.get_by_role("link", name="原文").click()
    page.wait_for_url("**/reports?*")
    visitor.settled()
    page.get_by_role("link", name="总览").click()
    page.wait_for_url("**/?example=0")
    visitor.settled()
    assert example.count() == 0


def test_in_a_large_ledger_the_example_has_a_bar_of_its_own(visit, folder):
    """A chart has the largest figures only."""
    for number in range(31):
        (folder / "reports" / f"201801{number + 1:02}.txt").write_text(f"今年,龙泉市火灾下降{number + 40}%。", encoding="utf-8")
    visitor = visit()
    page = visitor.open("/reports")
    page.get_by_role("button", name="重新读取").click()
    page.get_by_text("已读取 32 份报告").wait_for(timeout=60_000)
    visitor.open("/")
    page.locator(".st-key-example .figure", has_text="13.7%").click()
    page.wait_for_url("**/figures?*region=330000*")
    page.wait_for_function("() => document.querySelector('.ledger-outline')")
