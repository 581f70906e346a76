"""The list of reports: a page of them at a time, in order of a column, found by words of file name and headline; choosing one opens it.

In: a generation, a filter, and what the link asks for. Out: a table whose rows are links, and the choice written into the link.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from extract.ledger.store import Generation
from pages.parts import data, states
from pages.parts.data import Row, Where
from pages.parts.figure_list import page
from pages.parts.link import one_of, put
from pages.parts.words import say

PAGE = 20  # reports shown at a time
# The columns, and what of the list each is sorted by; what has numbers or days begins with the largest.
_COLUMNS = {
    "headline": "headline", "published": "published", "region_name": None, "n_figures": "figures", "n_refused": "refusals", "report_state": None,
}  # fmt: skip
_LARGEST_FIRST = ("published", "figures", "refusals")
_KEY = "report_list"

_HERE = Path(__file__)
_SHOW = st.components.v2.component(
    "ledger_report_list",
    html='<div class="list"></div>',
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=_HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


def show_list(generation: Generation, where: Where) -> Row | None:
    """Show the reports of a filter, a page of them, with a box to find them by; give the only one, where it can be read: there is nothing to
    choose.
    """
    words = st.query_params.get("named", "")
    st.session_state["named"] = words
    with st.container(horizontal=True, vertical_alignment="bottom", key="report_search"):
        st.text_input(say("named"), key="named", on_change=_find, width=320)
        total = data.report_count(generation, where, words)
        st.caption(say("reports_found", n=total), width="content")
    order, descending = _order()
    first = page(total, "reports_page", PAGE)
    rows = data.reports(generation, where, words, most=PAGE, first=first, order=order, descending=descending)
    if not rows:
        st.info(say("no_reports_filter") if where or words else say("no_reports"))
        return None
    link = {name: value for name, value in st.query_params.to_dict().items() if name not in ("report", "article", "part", "figure")}
    shown: dict[str, Any] = {
        "columns": [{"name": name, "label": say(_heading(name)), "order": by} for name, by in _COLUMNS.items()],
        "rows": [line(row) for row in rows],
        "order": order,
        "descending": descending,
        "labels": {"caption": say("report_list"), "sort_by": say("sort_by")},
        "href": "reports?" + urlencode([*link.items(), ("report", "")]),
    }
    _SHOW(data=shown, key=_KEY, on_report_change=_open, on_order_change=_sort)
    return rows[0] if total == 1 and rows[0]["status"] == "read" and not rows[0]["same_as"] else None


def line(row: Row) -> dict[str, Any]:
    """Give a report as a line of the list: the words of each column, and which report it opens; a copy opens what it is a copy of."""
    opens = (row["same_as"] or row["report_id"]) if row["status"] == "read" else None
    numbers = {"n_figures": row["figures"], "n_refused": row["refusals"]} if row["status"] == "read" else {}
    cells = {
        "headline": row["headline"] or row["source"],
        "published": row["published"].isoformat() if row["published"] else "",
        "region_name": row["region_name"] or "",
        "report_state": states.state(row),
        **{name: f"{number:,}" for name, number in numbers.items()},
    }
    return {"opens": opens, "cells": cells, "source": row["source"] if row["headline"] else ""}


def sorted_by(order: str, before: str | None, descending: bool) -> tuple[str, bool]:
    """Give how the list is sorted once a column is chosen: the same column again turns it round."""
    return order, (not descending if order == before else order in _LARGEST_FIRST)


def _order() -> tuple[str | None, bool]:
    """Give what the link says of the order: by which column, None for the order of the reports, and whether the largest come first."""
    order = one_of("sort", [by for by in _COLUMNS.values() if by])
    return order or None, bool(order) and st.query_params.get("desc") == "1"


def _open() -> None:
    put(report=st.session_state[_KEY]["report"], article=None, figure=None)


def _sort() -> None:
    order, descending = sorted_by(st.session_state[_KEY]["order"], st.query_params.get("sort"), st.query_params.get("desc") == "1")
    put(sort=order, desc="1" if descending else None)


def _find() -> None:
    put(named=st.session_state["named"].strip())


def _heading(column: str) -> str:
    return {"headline": "headline_or_file", "region_name": "region_most"}.get(column, column)
