"""Extractions made by hand, so that the ledger is tested without the extractor."""

import hashlib
from dataclasses import replace
from datetime import date

from extract.models import Article, Extraction, Observation, Refusal, Report

FIGURE = Observation(
    observation_id="", mention_id="", report_id="", source="", article=1, article_title=None,
    published=date(2018, 7, 18), published_basis="stated", indicator="刑事立案", subject=None, indicator_id="criminal_cases_filed",
    topic="crime", measure="change", value=-61.0, low=None, high=None, unit="%", qualifier="exact", comparison="yoy", base="同比",
    status="actual", region="331181", region_name="浙江省丽水市龙泉市", region_basis="stated", period="2018-06",
    period_start=date(2018, 6, 1), period_end=date(2018, 6, 30), period_basis="stated", start=0, end=0, text="", spans=(),
    excerpt="", excerpt_start=0, rule="change", confidence=0.95,
)  # fmt: skip


def extraction(marked: str, *figures: dict[str, object], source: str = "a.txt") -> Extraction:
    """Give the extraction of a report in which each ``⟦…⟧`` is a figure, like FIGURE but for what ``figures`` say in turn."""
    text, spans = "", []
    for piece in marked.split("⟦"):
        words, closed, rest = piece.partition("⟧")
        if closed:
            spans.append((len(text), len(text) + len(words)))
        text += words + rest
    report_id = key(text + source)
    rows = tuple(
        replace(
            FIGURE, observation_id=key(f"{text}{start}"), mention_id=key(f"{text}|{start}"), report_id=report_id, source=source,
            start=start, end=end, text=text[start:end], spans=(("quantity", start, end),), excerpt=text, **figure,
        )
        for (start, end), figure in zip(spans, figures or ({},) * len(spans), strict=True)
    )  # fmt: skip
    report = Report(report_id, source, text, key("".join(text.split())), "read", path=f"data/reports/{source}", encoding="utf-8", size=9)
    article = Article(1, 0, len(text), None, None, None, (((0, 2), (2, len(text))),))
    return Extraction(report, (article,), rows, (Refusal(report_id, 0, 1, text[0], "name", text),))


def key(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:20]
