"""How fast the pages are in a real Chromium: ``python tests/bench/pages.py``; ends with 1 where a promise is not kept."""

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests import browsing
from tests.browsing import HOME, Visit

COLD, FILTER = 4.0, 0.6  # seconds
TIMES = 10
BARS = "(count) => document.querySelectorAll('.barlayer .point').length === count"


def main() -> int:
    """Print how long the first page, and each filter, takes; give the exit status."""
    if why := browsing.missing():
        print(f"pages: not measured, {why}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        shutil.copytree(HOME / "data" / "reports", home / "reports")
        with browsing.browser() as chromium:
            with browsing.serving(home / "reports", home / "ledger") as address:
                first = ready(chromium, address)
            with browsing.serving(home / "reports", home / "ledger") as address:
                cold = ready(chromium, address)
                warm = ready(chromium, address)
                filters = filtered(chromium, address)
    filtering = statistics.median(filters)
    print(f"page ready, first start, reports read   {first:6.2f} s")
    print(f"page ready, server just started         {cold:6.2f} s  (promised: under {COLD} s)")
    print(f"page ready, server in use               {warm:6.2f} s")
    print(f"filter to new chart, median of {len(filters)}       {filtering:6.2f} s  (promised: under {FILTER} s)")
    return int(cold >= COLD or filtering >= FILTER)


def ready(chromium, address: str) -> float:
    """Give how long a new visitor waits for the charts."""
    visit = Visit(chromium, address)
    began = time.perf_counter()
    visit.open("/figures")
    visit.page.wait_for_function("() => document.querySelectorAll('.barlayer .point').length > 5")
    took = time.perf_counter() - began
    visit.context.close()
    return took


def filtered(chromium, address: str) -> list[float]:
    """Give how long it takes from choosing a kind to the chart that has it, there and back, again and again."""
    visit = Visit(chromium, address)
    page = visit.open("/figures")
    whole = page.evaluate("() => document.querySelectorAll('.barlayer .point').length")
    took = []
    for turn in range(TIMES):
        page.get_by_label("类型").click()
        option = page.get_by_role("option", name="变化" if turn % 2 == 0 else "全部")
        option.wait_for()
        began = time.perf_counter()
        option.click()
        page.wait_for_function(BARS, arg=6 if turn % 2 == 0 else whole)
        took.append(time.perf_counter() - began)
    visit.context.close()
    return took


if __name__ == "__main__":
    sys.exit(main())
