"""总览 Overview: what is in the ledger, its newest figures in their sentences, and which reports could not be read."""

import streamlit as st

from pages.parts import data, filters, states
from pages.parts.frame import open_page
from pages.parts.source_pane import show_sentences
from pages.parts.words import literal, say

NEWEST = 12

generation = open_page("overview")
link = filters.bar(generation)
totals = data.totals(generation, link.where)


def numbers() -> None:
    """Show how much there is in the present filter, in four numbers."""
    with st.container(horizontal=True, key="numbers"):
        st.metric(say("n_reports"), f"{totals['reports']:,}", width=150)
        st.metric(say("n_figures"), f"{totals['figures']:,}", width=150, help=say("help_figures"))
        st.metric(say("n_places"), f"{totals['places']:,}", width=150)
        st.metric(say("n_refused"), f"{totals['refused']:,}", width=150, help=say("help_refused"))


def newest() -> None:
    """Show the figures of the latest reports as their sentences; a click opens the figure."""
    st.subheader(say("newest"), anchor=False)
    latest = data.newest(generation, link.where, NEWEST)
    st.caption(say("newest_hint"))
    if figure := show_sentences(generation, latest, "newest"):
        st.switch_page("pages/figures.py", query_params=st.query_params.to_dict() | {"figure": figure})
    if totals["figures"] > len(latest):
        st.caption(say("newest_more", n=len(latest), total=totals["figures"]))


numbers()
if totals["figures"]:
    newest()
elif link.where:
    st.info(say("empty_filter"))
else:
    st.info(say("empty_ledger", folder=literal(data.reports_folder())))
states.show_unread(generation)
