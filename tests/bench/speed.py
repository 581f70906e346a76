"""How long the page's rows take: in a new process, in a warm one, by the command, and out of the ledger.

python tests/bench/speed.py [REPORT]
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

HOME = Path(__file__).parents[2]
PAGE = HOME / "data" / "reports" / "pingan_page_1.txt"


def main(report: Path) -> None:
    sys.path.insert(0, str(HOME))
    from extract import extract_text
    from extract.ledger import store, update

    text = report.read_text(encoding="utf-8")
    program = f"from extract import extract_text; from pathlib import Path; extract_text(Path({str(report)!r}).read_text('utf-8'))"
    show("import extract, new process", 5, lambda: run("-c", "import extract"))
    show("import extract and the page's rows, new process", 5, lambda: run("-c", program), goal=2.5)
    show("python -m extract --format jsonl", 5, lambda: run("-m", "extract", str(report), "--format", "jsonl"), goal=2.5)
    show("the page's rows, warm", 20, lambda: extract_text(text), goal=0.05)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        made = update.update([report], root)
        show("update of the ledger, nothing new", 5, lambda: update.update([report], root))
        show("a table out of the ledger", 20, lambda: store.load(made, "observations"))
        show("a filter over the ledger", 20, lambda: store.select(made, region="330000", topic="crime"))


def show(what: str, times: int, step: Callable[[], object], goal: float | None = None) -> None:
    """Print the median time of a step, after one that does not count where it runs in this process."""
    step()
    taken = []
    for _ in range(times):
        start = perf_counter()
        step()
        taken.append(perf_counter() - start)
    verdict = "" if goal is None else f"  goal {goal * 1000:.0f} ms: {'kept' if median(taken) < goal else 'MISSED'}"
    print(f"{median(taken) * 1000:8.1f} ms  {what}{verdict}")


def run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], cwd=HOME, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if sys.argv[1:] else PAGE)
