"""A ledger of 1,000,000 generated figures, to find out what the pages do with so many: ``python tests/bench/ledger_of_a_million.py DIR``.

20,000 reports on 3,000 places of the gazetteer and 150 indicators of the lexicon over ten years, written by the real store. Each
figure stands in a sentence, so that a search for words has words to go through; the same every time. ``DIR`` is kept, and made once.
"""

import random
import sys
import time
from calendar import monthrange
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from extract import gazetteer
from extract.canonical import Canonical, indicators
from extract.ledger import store
from extract.ledger.store import Entry, Generation
from extract.models import Article, Extraction, Observation, Refusal, Report
from tests.handmade import key

REPORTS, FIGURES = 20_000, 50  # figures of a report
_BATCH = 250
_YEARS = range(2015, 2025)
_RATES, _MONEY = ("率", "满意度"), ("金额", "损失", "资金", "经费")
_OPENINGS = (
    "据通报", "会议指出", "记者获悉", "据统计", "公安机关介绍", "从市局了解到", "上级部门要求", "专项行动期间", "按照部署", "在新闻发布会上",
)  # fmt: skip
_DEEDS = (
    "强化巡逻防控", "推进网格管理", "深化普法宣传", "排查风险隐患", "落实包案责任", "开展夜查行动",
    "完善联动机制", "整治突出问题", "守护校园平安", "提升接警效率",
)  # fmt: skip
_CLOSINGS = ("群众安全感持续增强", "社会大局保持稳定", "工作成效明显", "有关情况仍需关注", "各项措施正在落实", "治安形势总体向好")


@dataclass(frozen=True)
class _Time:
    words: str
    edtf: str
    first: date
    last: date


def main() -> int:
    """Make the ledger in the folder given, and say how long that took."""
    if len(sys.argv) != 2:
        print("ledger of a million: not made, say in which folder")  # and big.py makes it for itself
        return 0
    began = time.perf_counter()
    made = ledger(Path(sys.argv[1]))
    print(f"{len(made.entries):,} reports in {made.root}, generation {made.name}: {time.perf_counter() - began:.0f} s")
    return 0


def ledger(root: Path, reports: int = REPORTS) -> Generation:
    """Give the ledger in a folder; it is written if there is none."""
    if found := store.current(root):
        return found
    batches = [range(first, min(first + _BATCH, reports)) for first in range(0, reports, _BATCH)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        entries = [entry for batch in pool.map(_keep, [root] * len(batches), batches) for entry in batch]
    made = store.publish(entries, root, extractor="generated")
    store.ready(made)
    return made


def extraction(number: int) -> Extraction:
    """Give what would be read out of the report of that number, the same every time."""
    dice = random.Random(number)
    place = _places()[number % len(_places())]
    when = _time(dice)
    published = date(when.last.year + (when.last.month == 12), when.last.month % 12 + 1, dice.randint(1, 28))
    source = f"{published:%Y%m%d}-{place}-{number:05}.txt"
    title = f"{gazetteer.name(place)}通报{when.words}平安建设情况"
    lines, drafts, at = [title], [], len(title) + 1
    while len(drafts) < FIGURES:
        line, found = _sentence(dice, place, when, min(dice.choice((1, 2, 2, 3, 4)), FIGURES - len(drafts)))
        drafts += [(at, line, draft) for draft in found]
        lines.append(line)
        at += len(line) + 1
    text = "\n".join(lines)
    report = Report(
        key(source), source, text, key(text), "read", published, "headline", path=f"reports/{source}", encoding="utf-8", size=len(text.encode())
    )
    paragraphs = tuple((start, start + len(line)) for start, line in _starts(lines[1:], len(title) + 1))
    article = Article(1, 0, len(text), title, (0, len(title)), None, tuple((span,) for span in paragraphs), published=published)
    rows = tuple(_row(report, title, start, line, draft) for start, line, draft in drafts)
    refused = tuple(Refusal(report.report_id, start, start + 4, text[start : start + 4], "date", line) for start, line in _dates(text, lines, title))
    return Extraction(report, (article,), rows, refused)


def _keep(root: Path, numbers: range) -> list[Entry]:
    return [store.keep(extraction(number), root) for number in numbers]


@cache
def _places() -> list[str]:
    """The provinces, the cities, and as many counties as make 3,000 places."""
    codes = [code for level in ("province", "city", "county") for code, it in gazetteer.divisions().items() if it.level == level]
    return codes[:3000]


@cache
def _indicators() -> list[Canonical]:
    return [*indicators().values()][:150]


def _time(dice: random.Random) -> _Time:
    year = dice.choice(_YEARS)
    kind = dice.choice(("year", "half", "quarter", "month", "month"))
    months = {"year": 12, "half": 6, "quarter": 3, "month": 1}[kind]
    first = 1 + months * dice.randrange(12 // months)
    last = first + months - 1
    words = {"year": "全年", "half": "上半年" if first == 1 else "下半年", "quarter": f"{first}至{last}月", "month": f"{first}月"}[kind]
    edtf = {"year": f"{year}", "month": f"{year}-{first:02}"}.get(kind, f"{year}-{first:02}/{year}-{last:02}")
    return _Time(f"{year}年{words}", edtf, date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _sentence(dice: random.Random, place: str, when: _Time, figures: int) -> tuple[str, list[dict[str, Any]]]:
    """Give a sentence with so many figures, and what is read out of it; every third sentence names the report's time, the others carry it."""
    named, timed = dice.random() < 0.7, dice.random() < 0.35
    line = f"{when.words if timed else ''}{gazetteer.name(place) if named else '全域'}{dice.choice(_DEEDS)}，{dice.choice(_OPENINGS)}"
    found = []
    for turn, kind in enumerate(dice.sample(_indicators(), figures)):
        line += "，"
        start = len(line)
        line += kind.zh
        draft = _figure(dice, kind)
        line += draft.pop("before")
        found.append(draft | {"at": len(line), "spans": (("indicator", start, start + len(kind.zh)),), "indicator": kind.zh, "turn": turn})
        line += draft["text"]
    for draft in found:
        draft |= {
            "indicator_id": None, "topic": None, "period": when.edtf, "period_start": when.first, "period_end": when.last,
            "period_basis": "stated" if timed else dice.choice(("carried", "headline")), "region": place,
            "region_name": gazetteer.region_name(place), "region_basis": "stated" if named else "headline",
            "confidence": dice.choice((0.55, 0.7, 0.82, 0.9, 0.93, 0.97)),
        } | ({"indicator_id": _id(draft["indicator"])[0], "topic": _id(draft["indicator"])[1]} if dice.random() < 0.9 else {})  # fmt: skip
    return f"{line}，{dice.choice(_CLOSINGS)}。", found


@cache
def _id(zh: str) -> tuple[str, str]:
    return next((kind.id, kind.topic) for kind in _indicators() if kind.zh == zh)


def _figure(dice: random.Random, kind: Canonical) -> dict[str, Any]:
    """Give a change, a share or an amount as it is worded and as it is read; one in fifty is a plan."""
    status = "target" if dice.random() < 0.02 else "actual"
    base: dict[str, Any] = {"low": None, "high": None, "qualifier": "exact", "comparison": None, "base": None, "status": status, "rule": "counted"}
    percent = round(dice.uniform(0.1, 99), dice.choice((0, 1, 1, 2)))
    if kind.zh.endswith(_RATES):
        return base | {"before": "达", "text": f"{percent}%", "measure": "share", "value": percent, "unit": "%", "rule": "share"}
    if dice.random() < 0.45:
        falls = dice.random() < 0.6
        compared, words = dice.choice((("yoy", "同比"), ("yoy", "同比"), ("mom", "环比"), ("other", "较五年前")))
        return base | {
            "before": f"{words}{'下降' if falls else '上升'}", "text": f"{percent}%", "measure": "change", "value": -percent if falls else percent,
            "unit": "%", "comparison": compared, "base": words, "rule": "change",
        }  # fmt: skip
    count = int(dice.lognormvariate(6, 2)) + 1
    if any(word in kind.zh for word in _MONEY):
        return base | {"before": "", "text": f"{count}万元", "measure": "level", "value": count * 10_000.0, "unit": "元"}
    unit = dice.choice(("起", "件", "人")) if kind.topic != "forces" else dice.choice(("支", "名", "人"))
    about, before = dice.choice((("exact", ""), ("exact", ""), ("exact", ""), ("about", "约"), ("over", "超过")))
    if dice.random() < 0.01:
        text, more = f"{count}至{count + 9}{unit}", {"value": None, "low": float(count), "high": count + 9.0}
    else:
        text, more = f"{before}{count}{unit}", {"value": float(count), "qualifier": about}
    return base | {"before": "", "text": text, "measure": "level", "unit": unit} | more


def _row(report: Report, title: str, start: int, line: str, draft: dict[str, Any]) -> Observation:
    told = {name: value for name, value in draft.items() if name not in ("at", "turn", "spans")}
    at = start + draft["at"]
    mention = key(f"{report.text_id}|{at}")
    spans = (("quantity", at, at + len(draft["text"])), *((role, start + first, start + last) for role, first, last in draft["spans"]))
    return Observation(
        observation_id=key(mention), mention_id=mention, report_id=report.report_id, source=report.source, article=1, article_title=title,
        published=report.published, published_basis="headline", subject=None, start=at, end=at + len(draft["text"]), spans=spans, excerpt=line,
        excerpt_start=start, **told,
    )  # fmt: skip


def _starts(lines: list[str], at: int) -> Iterator[tuple[int, str]]:
    for line in lines:
        yield at, line
        at += len(line) + 1


def _dates(text: str, lines: list[str], title: str) -> Iterator[tuple[int, str]]:
    """Give where the years stand that the sentences begin with, and their sentences."""
    for start, line in _starts(lines[1:], len(title) + 1):
        if text[start : start + 4].isdigit():
            yield start, line


if __name__ == "__main__":
    sys.exit(main())
