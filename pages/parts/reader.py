"""The reader of a report: its text part by part, with every figure a link and every refused number with its reason.

In: a generation, and the row of a report. Out: what is chosen in the text, written into the link.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from extract.ledger.store import Generation
from pages.parts import data, figure_list, marking
from pages.parts.data import Row
from pages.parts.link import one_of, put, to_other_page
from pages.parts.source_pane import working
from pages.parts.stepping import show_steps
from pages.parts.words import known, language, literal, say

CHUNK = 20_000  # characters of a report shown at a time

_HEADS = ("article", "kind", "title", "title_start", "title_end")
_KEY = "reader"
_HERE = Path(__file__)
_SHOW = st.components.v2.component(
    "ledger_reader",
    html='<div class="source"></div>',
    css="".join(path.read_text(encoding="utf-8") for path in (_HERE.with_name("pieces.css"), _HERE.with_suffix(".css"))),
    js="".join(path.read_text(encoding="utf-8") for path in (_HERE.with_name("pieces.js"), _HERE.with_suffix(".js"))),
)


def show_report(generation: Generation, report: Row) -> None:
    """Show a report's text, part by part where it is long, with its figures and refusals marked and listed."""
    key = report["report_id"]
    text, articles = data.text(generation, key), data.of_report(generation, key, "articles", columns=_HEADS)
    headed = outline(articles)
    with st.expander(say("published_working"), expanded=False):
        day = report["published"].isoformat() if report["published"] else say("not_known")
        st.text("\n".join([f"{say('published')}: {day}", *working(report["published_basis"])]))
    figure = st.query_params.get("figure", "")
    chosen = data.figure(generation, figure) if figure else None
    if figure and (chosen is None or chosen["report_id"] != key):
        chosen = None
        st.warning(say("unknown_figure_here", value=literal(figure)))
    article = _article(headed)
    at = chosen["start"] if chosen else article["title_start"] if article else 0
    start, end = _part(text, at, key)
    show_steps(generation, figure, key)
    st.caption(say("reader_hint"))
    here = chosen["article"] if chosen else article["article"] if article else None
    figures, refused = (data.of_report(generation, key, table, within=(start, end)) for table in ("observations", "refusals"))
    reasons = [refused_because(row["reason"]) for row in refused]
    marks = marking.figure_marks(figures), marking.refusal_marks(refused), reasons, marking.headline_marks(articles)
    shown = {"pieces": marking.read_pieces(text, start, end, *marks), "selected": figure, "article": here}
    shown["outline"] = [{"article": row["article"], "title": row["title"]} for row in headed] if len(headed) > 1 else []
    listed = sorted(figures, key=lambda row: row["start"])
    shown["list"] = [{"figure": row["observation_id"], "words": figure_list.label(row, language())} for row in listed]
    _show(key, f"{generation.name} {start}", shown)
    with st.expander(say("refused_list", n=len(refused))):
        lines = [(row["text"], why, row["excerpt"]) for row, why in zip(refused, reasons, strict=True)]
        st.dataframe(pd.DataFrame(lines, columns=[say(name) for name in ("number", "why", "excerpt")]), hide_index=True)


def outline(articles: Sequence[Row]) -> list[Row]:
    """Give the stories of a report that have a headline, in reading order."""
    return [row for row in articles if row["kind"] == "story" and row["title_start"] is not None]


def refused_because(reason: str) -> str:
    """Give a refusal's reason in words."""
    key = f"refused_{reason}"
    return say(key) if known(key) else say("refused_other", reason=reason)


def _part(text: str, at: int, report: str) -> tuple[int, int]:
    """Let a part of a long text be chosen: the one that the link names, else that which a place is in. Give where it begins, blanks left out,
    and where it ends.
    """
    parts, usual = [str(number) for number in range(1, -(-len(text) // CHUNK) + 1)], str(at // CHUNK + 1)
    chosen = one_of("part", parts) or usual
    if len(parts) > 1:
        st.session_state["part"] = chosen
        st.selectbox(
            say("part_of", n=len(parts)), parts, key="part", width=200,
            on_change=lambda: put(report=report, part=st.session_state["part"] if st.session_state["part"] != usual else None),
        )  # fmt: skip
    part = int(chosen)
    start, end = (part - 1) * CHUNK, min(part * CHUNK, len(text))
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end


def _article(headed: Sequence[Row]) -> Row | None:
    """Give the story that the link names; one that is not in the report is told."""
    asked = st.query_params.get("article")
    found = next((row for row in headed if str(row["article"]) == asked), None)
    if asked and found is None:
        st.warning(say("unknown_article", value=literal(asked)))
    return found


def _show(report: str, part: str, shown: dict[str, Any]) -> None:
    """Show pieces of a report and its outline; a figure or a story that is chosen goes into the link."""
    link = [(name, value) for name, value in to_other_page().items() if name != "figure"]
    shown["href"] = "figures?" + urlencode([*link, ("figure", "")])
    shown["article_href"] = "reports?" + urlencode([*link, ("report", report), ("article", "")])
    shown["figure_href"] = "reports?" + urlencode([*link, ("report", report), ("figure", "")])
    shown["labels"] = {"outline": say("outline"), "list": say("figures_list", n=len(shown["list"])), "to_list": say("to_figures_list")}
    shown["made"] = f"{report} {part} {language()} {shown['href']}"  # what the nodes are made from
    _SHOW(
        data=shown,
        key=_KEY,
        on_figure_change=lambda: put(figure=st.session_state[_KEY]["figure"], report=report, article=None),
        on_article_change=lambda: put(figure=None, report=report, article=str(st.session_state[_KEY]["article"])),
    )
