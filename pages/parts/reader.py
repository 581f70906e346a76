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
from pages.parts.filters import put
from pages.parts.link import OF_ONE_PAGE
from pages.parts.source_pane import working
from pages.parts.stepping import show_steps
from pages.parts.words import known, language, say

CHUNK = 20_000  # characters of a report shown at a time

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
    found = {table: data.of_report(generation, report["report_id"], table) for table in ("reports", "observations", "refusals")}
    text, figures, refused = found["reports"][0]["text"], found["observations"], found["refusals"]
    with st.expander(say("published_working"), expanded=False):
        day = report["published"].isoformat() if report["published"] else say("not_known")
        st.text("\n".join([f"{say('published')}: {day}", *working(report["published_basis"])]))
    figure = st.query_params.get("figure", "")
    start, end = _part(text, next((row["start"] for row in figures if row["observation_id"] == figure), 0), f"{report['report_id']}_{figure}")
    show_steps(figures, figure, report["report_id"])
    st.caption(say("reader_hint"))
    figures, refused = ([row for row in rows if row["start"] < end and row["end"] > start] for rows in (figures, refused))
    reasons = [refused_because(row["reason"]) for row in refused]
    pieces = marking.read_pieces(text, start, end, marking.figure_marks(figures), marking.refusal_marks(refused), reasons)
    _show(report["report_id"], f"{generation.name} {start}", pieces, figure)
    with st.expander(say("figures_list", n=len(figures))):
        st.dataframe(figure_list.table(figures), hide_index=True)
    with st.expander(say("refused_list", n=len(refused))):
        lines = [(row["text"], why, row["excerpt"]) for row, why in zip(refused, reasons, strict=True)]
        st.dataframe(pd.DataFrame(lines, columns=[say(name) for name in ("number", "why", "excerpt")]), hide_index=True)


def refused_because(reason: str) -> str:
    """Give a refusal's reason in words."""
    key = f"refused_{reason}"
    return say(key) if known(key) else say("refused_other", reason=reason)


def _part(text: str, at: int, key: str) -> tuple[int, int]:
    """Let a part of a long text be chosen, first that which a place is in; give where it begins, blanks left out, and where it ends."""
    parts = range(1, -(-len(text) // CHUNK) + 1)
    part = at // CHUNK + 1
    if len(parts) > 1:
        part = st.selectbox(say("part", n=len(parts)), parts, index=part - 1, key=f"part_{key}", width=200)
    start, end = (part - 1) * CHUNK, min(part * CHUNK, len(text))
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end


def _show(report: str, part: str, pieces: Sequence[Row], selected: str) -> None:
    """Show pieces of a report; a figure that is clicked goes into the link."""
    link = {name: value for name, value in st.query_params.to_dict().items() if name not in ("figure", *OF_ONE_PAGE)}
    shown: dict[str, Any] = {"pieces": [*pieces], "selected": selected, "href": "figures?" + urlencode([*link.items(), ("figure", "")])}
    shown["made"] = f"{report} {part} {language()} {shown['href']}"  # what the nodes are made from
    _SHOW(data=shown, key=_KEY, on_figure_change=lambda: put(figure=st.session_state[_KEY]["figure"], report=report))
