"""原文 Reports: the list of reports with what became of each, and a reader with every figure and every refused number marked."""

import streamlit as st

from pages.parts import data, filters, states
from pages.parts.frame import open_page, read_again
from pages.parts.original import show_original
from pages.parts.reader import show_report
from pages.parts.report_list import show_list
from pages.parts.soon import charts_soon
from pages.parts.words import literal, say

generation = open_page("reports")
link = filters.bar(generation)
CLOSED = dict.fromkeys(("report", "article", "part", "figure"))  # what the link says of an open report


def again() -> None:
    """Offer to read the reports folder again, and say what came of it."""
    if st.button(say("read_again"), icon=":material/refresh:", key="read_again") and (made := read_again()):
        key = "read_done_unread" if made.unread else "read_done"
        st.session_state["read_done"] = say(key, n=len(made.entries), unread=len(made.unread))
        st.rerun()
    if done := st.session_state.pop("read_done", None):
        st.success(done)


def chosen() -> data.Row | None:
    """Give the report that the link names, or that a figure in it is from; for a copy the report it is a copy of. What is not known is told."""
    asked, figure = st.query_params.get("report"), st.query_params.get("figure")
    if figure and not asked:
        if named := data.figure(generation, figure):
            asked = named["report_id"]
        else:
            st.warning(say("unknown_figure", value=literal(figure)))
    if not asked:
        return None
    found = data.report(generation, asked)
    if found and found["same_as"]:
        found = data.report(generation, found["same_as"])
    if found is None or found["status"] != "read":
        st.warning(say("unknown_report", value=literal(asked)))
        return None
    return found


report = chosen()
if report is None:
    again()
    report = show_list(generation, link.where)
    states.show_unread(generation)
else:
    st.button(say("back_to_list"), icon=":material/arrow_back:", key="back", on_click=filters.put, kwargs=CLOSED)
if report is not None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="report_head"):
        st.subheader(literal(report["source"]), anchor=False, width="content")
        show_original(report)
    show_report(generation, report)
charts_soon()
