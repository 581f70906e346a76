"""The figures as a list and as a table: all that a click on a bar does can be done here by keyboard.

In: a filter and the chosen figure. Out: the choice, written into the link. A long table is shown page by page.
"""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from extract.ledger.store import Generation
from pages.parts import data, downloads, filters
from pages.parts.data import Row, Where
from pages.parts.link import one_of, put
from pages.parts.words import amount, language, name, period, say

LISTED = 400  # a longer list is slow in the browser; the table has all
PAGE = 1_000  # rows of a table shown at a time
_IN_A_LINE = (
    "observation_id", "indicator", "indicator_id", "subject", "region", "region_name", "measure", "value", "low", "high", "unit", "qualifier",
    "period",
)  # fmt: skip
# The columns of the table, and the column of the ledger that each is sorted by.
_COLUMNS = {
    "indicator": "indicator", "value": "value", "region_name": "region", "period": "period_start", "comparison": "comparison",
    "measure": "measure", "published": "published", "source": "source", "excerpt": None,
}  # fmt: skip


def choose_from_list(generation: Generation, where: Where, chosen: Row | None, total: int) -> None:
    """Show the first figures of a filter, which has ``total``, in a box to choose from; the choice goes into the link."""
    lang = language()
    listed = {row["observation_id"]: row for row in data.rows(generation, where, most=LISTED, columns=_IN_A_LINE)}
    if chosen is not None:
        listed[chosen["observation_id"]] = chosen
    st.session_state["figure_list"] = chosen["observation_id"] if chosen is not None else ""
    st.selectbox(
        say("choose"),
        ["", *listed],
        key="figure_list",
        format_func=lambda figure: label(listed[figure], lang) if figure else say("choose_none"),
        on_change=lambda: put(figure=st.session_state["figure_list"]),
    )
    if total > LISTED:
        st.caption(say("choose_more", n=LISTED))


def label(row: Row, lang: str) -> str:
    """Give a figure in one line: ``刑事立案 · 龙泉市 ▼ 下降 61% · 2018-06``."""
    return f"{name(row, filters.place(row['region']) or row['region_name'], lang)} {amount(row, lang)} · {period(row, lang)}"


def table(rows: Sequence[Row]) -> pd.DataFrame:
    """Give the figures as a table to read: the report's words, the value as it is shown, codes in words."""
    return pd.DataFrame(
        [
            {
                say("indicator"): name(row, None),
                say("value"): amount(row, language()),
                say("region_name"): row["region_name"],
                say("period"): period(row, language()),
                say("comparison"): say(row["comparison"]) if row["comparison"] else "",
                say("measure"): say(row["measure"]),
                say("published"): row["published"].isoformat() if row["published"] else "",
                say("source"): row["source"],
                say("excerpt"): row["excerpt"],
            }
            for row in rows
        ]
    )


def page(total: int, key: str, size: int) -> int:
    """Let a page of so many rows be chosen where one of a ``size`` does not hold them all; the choice goes into the link. Give which row
    comes first in it, 0 for the first.
    """
    pages = -(-total // size)
    asked = one_of("page", [str(number) for number in range(1, max(pages, 1) + 1)]) or "1"
    if pages < 2:
        return 0
    st.session_state[key] = int(asked)
    st.pagination(pages, key=key, on_change=lambda: put(page=str(st.session_state[key]) if st.session_state[key] > 1 else None))
    first = (int(asked) - 1) * size
    st.caption(say("rows_shown", first=first + 1, last=min(first + size, total), total=total))
    return first


def show_table(generation: Generation, where: Where, chosen: Row | None, total: int) -> None:
    """Show the figures of a filter as a table with its downloads; the row that the link names is ticked, and a tick goes into the link."""
    sortable = [*filter(_COLUMNS.get, _COLUMNS)]
    order = one_of("sort", sortable)
    descending = bool(order) and st.query_params.get("desc") == "1"
    with st.container(horizontal=True, vertical_alignment="bottom", key="table_settings"):
        st.session_state["table_order"] = order
        st.selectbox(say("sort_by"), ["", *sortable], key="table_order", format_func=_heading, width=190, on_change=_sort)
        if order:
            st.session_state["table_descending"] = descending
            st.toggle(say("desc"), key="table_descending", on_change=_sort)
        with st.popover(say("columns"), type="tertiary", key="table_choice"):
            shown = st.multiselect(say("columns"), [*_COLUMNS], default=[*_COLUMNS], key="table_columns", format_func=say) or [*_COLUMNS]
        wanted = downloads.Rows(generation, where, total, _COLUMNS[order] if order else None, descending)
        menu = st.container(width="content")
    first = page(total, "table_page", PAGE)
    rows = data.rows(generation, where, most=PAGE, first=first, order=wanted.order, descending=descending)
    made = table(rows)[[say(column) for column in _COLUMNS if column in shown]]
    with menu:
        downloads.table_buttons(made, wanted, filters.shown_place(where))

    def choose() -> None:
        picked = st.session_state["table"]["selection"]["rows"]
        put(figure=rows[picked[0]]["observation_id"] if picked else None)

    ticked = [line for line, row in enumerate(rows) if chosen is not None and row["observation_id"] == chosen["observation_id"]]
    st.session_state["table"] = {"selection": {"rows": ticked}}
    st.dataframe(made, hide_index=True, key="table", on_select=choose, selection_mode="single-row", row_height=32)


def _sort() -> None:
    order = st.session_state["table_order"]
    put(sort=order, desc="1" if order and st.session_state.get("table_descending") else None)


def _heading(column: str) -> str:
    return say(column) if column else say("order_of_reports")
