"""What axe-core says of the pages: nothing serious and nothing critical, in either theme and language."""

import pytest

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: .venv/bin/python -m pip install -r requirements-dev.txt")

PAGES = ("/", "/figures", "/figures?view=map", "/figures?view=table", "/reports")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_serious(visit, path, dark):
    page = visit(locale="en-US" if dark else "zh-CN", dark=dark).open(path)
    found = axe.Axe().run(page).response
    assert found["passes"], "axe looked at the page"
    serious = [rule for rule in found["violations"] if rule["impact"] in ("serious", "critical")]
    assert [(rule["id"], node["html"][:200]) for rule in serious for node in rule["nodes"]] == []
