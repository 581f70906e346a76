"""What axe-core says of the pages: nothing serious and nothing critical, in either theme and language."""

import pytest

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: .venv/bin/python -m pip install -r requirements-dev.txt")

PAGES = ("/", "/figures", "/figures?view=map", "/figures?view=table", "/reports")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_serious(visit, path, dark):
    assert serious(visit(locale="en-US" if dark else "zh-CN", dark=dark).open(path)) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_serious_of_the_filters_on_a_phone(visit, dark):
    visitor = visit(width=390, locale="en-US" if dark else "zh-CN", dark=dark)
    page = visitor.open("/?topic=crime")
    assert serious(page) == []
    page.locator(".st-key-filter_unfold").get_by_role("button").click()
    page.get_by_role("combobox", name="Kind" if dark else "类型").first.wait_for()
    assert serious(visitor.settled()) == []


def serious(page) -> list[tuple[str, str]]:
    """Give what axe finds serious or critical: the rule, and the node that breaks it."""
    found = axe.Axe().run(page).response
    assert found["passes"], "axe looked at the page"
    rules = [rule for rule in found["violations"] if rule["impact"] in ("serious", "critical")]
    return [(rule["id"], node["html"][:200]) for rule in rules for node in rule["nodes"]]
