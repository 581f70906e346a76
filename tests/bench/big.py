"""What the pages do with 1,000,000 figures, in a real Chromium: ``python tests/bench/big.py [DIR]``; ends with 1 where a goal is missed.

``DIR`` keeps the generated ledger (see ledger_of_a_million.py), so that only the first run makes it; without one it is made anew.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests import browsing
from tests.bench import ledger_of_a_million
from tests.browsing import IDLE, MARKS, Visit

FIRST, SWITCH, FILTER, SEARCH, MEMORY = 4.0, 1.5, 0.6, 0.5, 1.5  # seconds, and GB
VISITORS = 5
_BOXES = (
    ("地区", "浙江省"), ("主题", "犯罪"), ("地区", "杭州市"), ("类型", "变化"), ("地区", "四川省"), ("主题", "消防"),
    ("类型", "数量"), ("地区", "全部地区"), ("主题", "交通"), ("类型", "全部"), ("主题", "全部"),
)  # fmt: skip
_LINKS = (
    "region=330000", "indicator=theft", "topic=traffic&measure=change", "from=2018-01-01&to=2018-12-31", "status=target&region=440000",
    "region=510000&measure=level",
)  # fmt: skip
_WORDS = ("夜查行动", "龙泉", "破案率", "从市局了解到", "满意度 上升", "电信")
_DRAWN = """() => [...document.querySelectorAll('.js-plotly-plot')]
    .map((chart) => chart.data.flatMap((trace) => trace.customdata || []).join()).join(';')"""
_NEW = f"""(before) => document.querySelector('{IDLE}') && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')
    && (({_DRAWN})()) !== before
    && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every((chart) => chart.querySelector('{MARKS}'))"""
_GO = "(link) => { history.pushState({}, '', location.pathname + '?' + link); dispatchEvent(new PopStateEvent('popstate')) }"


def main() -> int:
    """Print each measure beside its goal; give the exit status."""
    if why := browsing.missing():
        print(f"big: not measured, {why}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(sys.argv[1] if len(sys.argv) > 1 else folder)
        began = time.perf_counter()
        ledger_of_a_million.ledger(home / "ledger")
        print(f"{'ledger of a million, made or found':44}{time.perf_counter() - began:6.1f} s")
        print(f"{f'other work on the {os.cpu_count()} cores':44}{os.getloadavg()[0]:6.1f}   (with more than 0.5 waits say little)")
        with browsing.browser() as chromium:
            return measured(chromium, home)


def measured(chromium, home: Path) -> int:
    missed = []

    def tell(what: str, value: float, goal: float, unit: str = "s") -> None:
        missed.extend([what] * (value > goal))
        print(f"{what:44}{value:6.2f} {unit}   goal {goal} {unit}: {'kept' if value <= goal else 'MISSED'}", flush=True)

    for path in ("/", "/figures", "/reports"):
        with browsing.serving(home, home / "ledger") as address:
            tell(f"server just started, first page {path}", opened(chromium, address, path), FIRST)
    with browsing.serving(home, home / "ledger") as address:
        visit = Visit(chromium, address)
        visit.open("/")
        tell("page switch, the first to charts", switched(visit.page, "指标"), SWITCH)
        switches = [switched(visit.page, name) for _ in range(3) for name in ("原文", "总览", "指标")]
        tell(f"page switch, slowest of {len(switches)} more", max(switches), SWITCH)
        visit.open("/figures")
        boxes = [drawn(visit.page, lambda box=box: choose(visit.page, *box)) for box in _BOXES]
        links = [drawn(visit.page, lambda link=link: visit.page.evaluate(_GO, link)) for link in _LINKS]
        tell(f"filter to new chart, median of {len(boxes)} in boxes", statistics.median(boxes), FILTER)
        tell(f"filter to new chart, median of {len(links)} links", statistics.median(links), FILTER)
        tell(f"filter to new chart, median of all {len(boxes + links)}", statistics.median(boxes + links), FILTER)
        print(f"{'  the slowest of them':44}{max(boxes + links):6.2f} s")
        found = [drawn(visit.page, lambda words=words: visit.page.evaluate(_GO, f"q={words}")) for words in _WORDS]
        tell(f"text search to new chart, median of {len(found)}", statistics.median(found), SEARCH)
        visit.context.close()
        tell(f"memory of the server, {VISITORS} open browsers", crowded(chromium, address), MEMORY, "GB")
    return int(bool(missed))


def opened(chromium, address: str, path: str) -> float:
    """Give how long a new visitor waits for a page."""
    visit = Visit(chromium, address)
    began = time.perf_counter()
    visit.open(path)
    took = time.perf_counter() - began
    visit.context.close()
    return took


def switched(page, name: str) -> float:
    """Give how long it takes from a click in the navigation to the other page as it will stay."""
    ready = {"指标": ".js-plotly-plot .barlayer .point", "原文": ".st-key-read_again", "总览": ".st-key-numbers"}[name]
    began = time.perf_counter()
    page.get_by_role("link", name=name, exact=True).click()
    page.wait_for_selector(ready)
    page.wait_for_selector(IDLE)
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')")
    return time.perf_counter() - began


def choose(page, label: str, name: str) -> Callable[[], None]:
    """Look for a name in a box of the filter bar; give what chooses it, for only that is to be timed."""
    page.get_by_label(label, exact=True).click()
    if not name.startswith("全部"):  # which stands first
        page.keyboard.type(name)
    option = page.get_by_role("option", name=name).first
    option.wait_for()
    return option.click


def drawn(page, act: Callable[[], Callable[[], None] | None]) -> float:
    """Give how long it takes from choosing to all new charts; what ``act`` gives, if anything, is the last step of choosing."""
    before = page.evaluate(_DRAWN)
    began = time.perf_counter()
    if last := act():
        began = time.perf_counter()
        last()
    page.wait_for_function(_NEW, arg=before)
    return time.perf_counter() - began


def crowded(chromium, address: str) -> float:
    """Give the memory of the server in GB after several browsers, all still open, have looked at all pages with filters of their own."""
    visits = [Visit(chromium, address) for _ in range(VISITORS)]
    for number, visit in enumerate(visits):
        visit.open("/")
        visit.open(f"/figures?view=table&region={(33, 44, 51, 11, 37)[number]}0000")
        visit.open("/figures")
        for link in _LINKS[number:]:
            drawn(visit.page, lambda link=link, page=visit.page: page.evaluate(_GO, link))
        visit.open(f"/figures?view=table&topic={('crime', 'traffic', 'fire', 'drugs', 'fraud')[number]}")
        visit.open("/reports")
        visit.open("/figures")
    used = resident()
    for visit in visits:
        visit.context.close()
    return used


def resident() -> float:
    """Give the memory that the server, a child of this program, holds, in GB."""
    for status in Path("/proc").glob("[0-9]*/status"):
        told = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines() if ":" in line)
        if int(told["PPid"]) == os.getpid() and b"streamlit" in (status.parent / "cmdline").read_bytes():
            return int(told["VmRSS"].split()[0]) / 1e6
    raise RuntimeError("the server is gone")


if __name__ == "__main__":
    sys.exit(main())
