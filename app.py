"""总览 Overview: what is in the ledger, its newest figures in their sentences, and which reports could not be read."""

import streamlit as st

from pages.parts import data, filters, states
from pages.parts.frame import open_page
from pages.parts.source_pane import show_sentences
from pages.parts.words import literal, say

NEWEST = 12

generation = open_page("overview")
link = filters.bar(generation)
rows = data.rows(generation, link.where)
reports = data.reports(generation)


def numbers() -> None:
    """Show how much there is in the present filter, in four numbers."""
    shown = {row["report_id"] for row in rows} if link.where else {report["report_id"] for report in reports}
    refused = sum(report["refusals"] for report in reports if report["report_id"] in shown)
    places = len({row["region"] for row in rows if row["region"]})
    with st.container(horizontal=True, key="numbers"):
        st.metric(say("n_reports"), f"{len(shown):,}", width=150)
        st.metric(say("n_figures"), f"{len(rows):,}", width=150, help=say("help_figures"))
        st.metric(say("n_places"), f"{places:,}", width=150)
        st.metric(say("n_refused"), f"{refused:,}", width=150, help=say("help_refused"))


def newest() -> None:
    """Show the figures of the latest reports as their sentences; a click opens the figure."""
    st.subheader(say("newest"), anchor=False)
    latest = sorted(rows, key=lambda row: row["published"].isoformat() if row["published"] else "", reverse=True)
    sentences = {_sentence(row) for row in latest[:NEWEST]}
    latest = [row for row in latest if _sentence(row) in sentences]  # each sentence with all its figures
    st.caption(say("newest_hint"))
    if figure := show_sentences(generation, latest, "newest"):
        st.switch_page("pages/figures.py", query_params=st.query_params.to_dict() | {"figure": figure})
    if len(rows) > len(latest):
        st.caption(say("newest_more", n=len(latest), total=len(rows)))


def _sentence(row: data.Row) -> tuple[str, int]:
    return row["report_id"], row["excerpt_start"]


numbers()
if rows:
    newest()
elif link.where:
    st.info(say("empty_filter"))
else:
    st.info(say("empty_ledger", folder=literal(data.reports_folder())))
states.show_unread(reports)
