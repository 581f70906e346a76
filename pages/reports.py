"""原文 Reports: the list of reports and what became of each, and a reader with every figure and every refused number marked."""

import pandas as pd
import streamlit as st

from pages.parts import data, figure_list, filters, states
from pages.parts.frame import open_page, read_again
from pages.parts.reader import show_report
from pages.parts.words import literal, say

LISTED = 400  # reports to choose from: a longer list is slow in the browser, and the filter makes it shorter

generation = open_page("reports")
link = filters.bar(generation)
totals = data.totals(generation, link.where)


def again() -> None:
    """Offer to read the reports folder again, and say what came of it."""
    if st.button(say("read_again"), icon=":material/refresh:", key="read_again") and (made := read_again()):
        key = "read_done_unread" if made.unread else "read_done"
        st.session_state["read_done"] = say(key, n=len(made.entries), unread=len(made.unread))
        st.rerun()
    if done := st.session_state.pop("read_done", None):
        st.success(done)


def choose_report() -> data.Row | None:
    """Let one of the readable reports of the filter be chosen; the link names it, or a figure of it."""
    readable = {row["report_id"]: row for row in data.reports(generation, link.where, most=LISTED, readable=True)}
    if totals["reports"] > LISTED:
        st.caption(say("choose_report_more", n=LISTED))
    asked, figure = st.query_params.get("report"), st.query_params.get("figure")
    if figure and not asked:
        if named := data.figure(generation, figure):
            asked = named["report_id"]
        else:
            st.warning(say("unknown_figure", value=literal(figure)))
    if asked and asked not in readable:
        found = [row for row in data.of_report(generation, asked, "reports") if row["status"] == "read" and not row["same_as"]]
        readable |= {row["report_id"]: row for row in found}
        if not found:
            st.warning(say("unknown_report", value=literal(asked)))
    if not readable:
        st.info(say("no_reports_filter") if link.where else say("no_reports"))
        return None
    st.session_state["report"] = asked if asked in readable else next(iter(readable))
    st.selectbox(
        say("choose_report"), [*readable], key="report",
        format_func=lambda key: say("report_option", source=readable[key]["source"], figures=readable[key]["observations"]),
        on_change=lambda: filters.put(report=st.session_state["report"], figure=None),
    )  # fmt: skip
    return readable[st.session_state["report"]]


def list_all() -> None:
    """Show the list of all reports, whatever the filter, with what became of each, page by page."""
    total = data.totals(generation, ())["reports"]
    with st.expander(say("all_reports", n=total), key="all_reports", on_change="rerun") as shown:
        if not shown.open:
            return
        first = figure_list.page(total, "reports_page")
        names = ("source", "report_state", "size", "n_figures", "n_refused", "published")
        lines = [
            (row["source"], states.state(row), row["characters"], row["observations"], row["refusals"], str(row["published"] or ""))
            for row in data.reports(generation, most=figure_list.PAGE, first=first)
        ]
        st.dataframe(pd.DataFrame(lines, columns=[say(name) for name in names]), hide_index=True)


again()
if report := choose_report():
    show_report(generation, report)
states.show_unread(generation)
list_all()
