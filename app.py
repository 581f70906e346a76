"""总览 Overview: what is in the ledger, its sentences (newest, most changed, in disagreement), and which reports could not be read."""

import streamlit as st

from pages.parts import data, filters, states
from pages.parts.example import show_example
from pages.parts.frame import open_page
from pages.parts.silence import show_silence
from pages.parts.soon import charts_soon
from pages.parts.source_pane import show_sentences
from pages.parts.words import amount, language, literal, name, period, say

NEWEST, APART = 12, 8  # sentences, and figures that reports tell otherwise
LISTS = ("newest", "changed", "apart")

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


def lists() -> None:
    """Show sentences, by the list that the link asks for: the newest, those that changed most, those that reports tell otherwise."""
    asked = st.query_params.get("list")
    st.session_state["list"] = asked if asked in LISTS else LISTS[0]
    st.segmented_control(
        say("list"), LISTS, key="list", format_func=lambda name: say(f"list_{name}"), label_visibility="collapsed", required=True,
        on_change=lambda: filters.put(list=st.session_state["list"] if st.session_state["list"] != LISTS[0] else None),
    )  # fmt: skip
    chosen = st.session_state["list"]
    if chosen == "apart":
        apart()
        return
    rows = data.newest(generation, link.where, NEWEST) if chosen == "newest" else data.most_changed(generation, link.where, NEWEST)
    if not rows:
        st.info(say("list_none"))
        return
    st.caption(say("newest_hint"))
    go(show_sentences(generation, rows, chosen))
    if chosen == "newest" and totals["figures"] > len(rows):
        st.caption(say("newest_more", n=len(rows), total=totals["figures"]))


def apart() -> None:
    """Show figures that several reports tell otherwise, each with its sentences; which of them is right is not ours to say."""
    found = data.disagreeing(generation, link.where, APART)
    st.caption(say("apart_hint") if found else say("list_none"))
    for number in dict.fromkeys(row["group"] for row in found):
        rows = [row for row in found if row["group"] == number]
        values = " / ".join(dict.fromkeys(amount(row, language()) for row in rows))
        st.markdown(f"**{literal(name(rows[0], rows[0]['region_name'], language()))}** · {literal(period(rows[0], language()))} · {literal(values)}")
        go(show_sentences(generation, rows, f"apart_{number}"))


def go(figure: str | None) -> None:
    """Go to a figure that was chosen in a sentence."""
    if figure:
        st.switch_page("pages/figures.py", query_params=st.query_params.to_dict() | {"figure": figure})


numbers()
if not link.where:
    show_example(generation)
if totals["figures"]:
    lists()
    show_silence(generation, link.where)
elif link.where:
    st.info(say("empty_filter"))
else:
    st.info(say("empty_ledger", folder=literal(data.reports_folder())))
states.show_unread(generation)
charts_soon()
