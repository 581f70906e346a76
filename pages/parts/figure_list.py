"""The figures as a list and as a table: all that a click on a bar does can be done here by keyboard.

In: the figures of the filter and the chosen one. Out: the choice, written into the link.
"""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from extract.ledger.store import Generation
from pages.parts import downloads, filters
from pages.parts.data import Row
from pages.parts.words import amount, language, name, period, say

LISTED = 400  # a longer list is slow in the browser; the table has all


def choose_from_list(rows: Sequence[Row], chosen: Row | None) -> None:
    """Show the figures in a box to choose from; the choice goes into the link."""
    listed = {row["observation_id"]: row for row in rows[:LISTED]}
    if chosen is not None:
        listed[chosen["observation_id"]] = chosen
    st.session_state["figure_list"] = chosen["observation_id"] if chosen is not None else ""
    st.selectbox(
        say("choose"),
        ["", *listed],
        key="figure_list",
        format_func=lambda figure: label(listed[figure]) if figure else say("choose_none"),
        on_change=lambda: filters.put(figure=st.session_state["figure_list"]),
    )
    if len(rows) > LISTED:
        st.caption(say("choose_more", n=LISTED))


def label(row: Row) -> str:
    """Give a figure in one line: ``刑事立案 · 龙泉市 ▼ 下降 61% · 2018-06``."""
    return f"{name(row, filters.place(row['region']) or row['region_name'])} {amount(row, language())} · {period(row, language())}"


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


def show_table(rows: Sequence[Row], chosen: Row | None, place: str, generation: Generation) -> None:
    """Show all figures of the filter as a table with its downloads; the row that the link names is ticked, and a tick goes into the link."""
    stem = downloads.file_stem(f"{place} · {say('figures')}", generation, rows)
    with st.container(horizontal=True):
        downloads.row_buttons(rows, stem, "table")

    def choose() -> None:
        picked = st.session_state["table"]["selection"]["rows"]
        filters.put(figure=rows[picked[0]]["observation_id"] if picked else None)

    ticked = [line for line, row in enumerate(rows) if chosen is not None and row["observation_id"] == chosen["observation_id"]]
    st.session_state["table"] = {"selection": {"rows": ticked}}
    st.dataframe(table(rows), hide_index=True, key="table", on_select=choose, selection_mode="single-row", row_height=32)
