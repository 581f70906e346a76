"""How fast reports are read: beside the speed of cutting the same text into words, by length, in memory, and the page's rows.

python tests/bench/speed.py [REPORT]

The texts are made here: *dense* has a figure for every 50 characters or so and a numeral for every 20, *prose* a numeral for every 1,000.
One core; all ratios are taken in one run over the same text.
"""

import resource
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

    memory()
    beside_words()
    by_length()
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


def dense(size: int) -> str:
    """Make a text of about so many characters with many figures."""
    sentences = (
        f"本月以来,龙泉市各派出所共受理群众报警{100 + number % 800}起,民警走访时发现安全隐患{3 + number % 6}处并及时处理。"
        f"会议于7月1{number % 9}日召开,与会同志一致认为要进一步压实责任、抓好落实,确保一方平安稳定。" + ("\n" if number % 5 == 4 else "")
        for number in range(size // 90 + 1)
    )
    return "".join(sentences)[:size]


def prose(size: int) -> str:
    """Make a text of about so many characters with hardly a number."""
    plain = "各级党委政府和有关部门要认真学习、准确把握会议精神,充分认清平安建设的重大意义,坚定信心、扎实苦干,确保各项决策落到实处。"
    return ((plain * 15 + "全市立案12起。\n") * (size // 900 + 1))[:size]


def beside_words() -> None:
    """Print our speed beside that of jieba, which cuts the same text into words."""
    import jieba

    from extract import extract_text
    from extract.tokens import tokenizer

    jieba.setLogLevel(60)
    jieba.initialize()
    extract_text(dense(2_000))
    print(f"words are cut by {'rjieba' if tokenizer().__module__ and sys.modules.get('rjieba') else 'jieba'}")
    for name, text, goal in (("dense", dense(60_000), 0.5), ("prose", prose(200_000), 5.0)):
        found = extract_text(text)
        ours = best(lambda text=text: extract_text(text))
        words = best(lambda text=text: list(jieba.cut(text)))
        told = f"{len(text) / max(1, len(found.observations)):.0f} characters a figure, {len(text) / ours / 1e6:.2f} million characters a second"
        print(f"{words / ours:8.2f}     times the speed of jieba.cut, {name}: {told}; goal {goal}: {'kept' if words / ours >= goal else 'MISSED'}")


def by_length() -> None:
    """Print what a character costs in a long text beside a short one."""
    from extract import extract_text

    short, long = dense(10_000), dense(3_400_000)  # 10 MB in UTF-8
    each = best(lambda: extract_text(short)) / len(short)
    start = perf_counter()
    extract_text(long)
    ratio = (perf_counter() - start) / len(long) / each
    print(f"{ratio:8.2f}     times the cost of a character at 10 KB, at 10 MB; goal 1.3: {'kept' if ratio < 1.3 else 'MISSED'}")


def memory() -> None:
    """Print the memory that 10 MB take, in a process of its own; asked first, since a child begins with the memory of its parent."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "long.txt"
        text.write_text(dense(3_400_000), encoding="utf-8")
        run("-c", f"from extract import extract_files; next(extract_files([{str(text)!r}]))")
    taken = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{taken:8.0f} MB  memory for 10 MB with a figure for every 43 characters; goal 350 MB: {'kept' if taken < 350 else 'MISSED'}")


def best(step: Callable[[], object], times: int = 3) -> float:
    """Give the shortest of a few times, in seconds."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        step()
        taken.append(perf_counter() - start)
    return min(taken)


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
