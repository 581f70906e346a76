"""One worked example for whoever is here for the first time: a sentence of this ledger with its words marked, and the figure it became.

In: a generation. Out: the example, until the link says that it was seen (``example=0``); nothing where no sentence of the ledger is plain enough.
"""

import streamlit as st

from extract.ledger.store import Generation
from pages.parts import data
from pages.parts.data import Row
from pages.parts.groups import LIMIT
from pages.parts.link import put
from pages.parts.source_pane import show_alone
from pages.parts.words import say


def show_example(generation: Generation) -> None:
    """Show the example with its ways to the chart and to the report; its number leads to the chart, too."""
    row = data.example(generation)
    if row is None or st.query_params.get("example") == "0":
        return
    link = st.query_params.to_dict() | {"figure": row["observation_id"]}
    chart = link | _chart(generation, row)
    with st.container(border=True, key="example"):
        st.subheader(say("example"), anchor=False)
        st.caption(say("example_hint"))
        if show_alone(generation, row, "example_sentence"):
            st.switch_page("pages/figures.py", query_params=chart)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link("pages/figures.py", label=say("example_chart"), icon=":material/bar_chart:", query_params=chart)
            st.page_link("pages/reports.py", label=say("example_report"), icon=":material/article:", query_params=link)
            st.button(say("example_hide"), key="example_hide", on_click=put, kwargs={"example": "0"})


def _chart(generation: Generation, row: Row) -> dict[str, str]:
    """Give the filter under which the figure has a bar: all is drawn of a small ledger, of a large one only what is largest."""
    if data.total(generation, ()) <= LIMIT:
        return {}
    return {"region": row["region"], "within": "0", "indicator": row["indicator_id"] or row["indicator"]}
