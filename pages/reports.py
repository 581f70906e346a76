"""原文 Reports: the list of reports and what became of each, and a reader with every figure and every refused number marked."""

import pandas as pd
import streamlit as st

from pages.parts import data, figure_list, filters, marking, states
from pages.parts.frame import open_page, read_again
from pages.parts.source_pane import show_text, working
from pages.parts.stepping import show_steps
from pages.parts.words import known, literal, say

CHUNK = 20_000  # characters of a report shown at a time
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


def refused_because(reason: str) -> str:
    """Give a refusal's reason in words."""
    key = f"refused_{reason}"
    return say(key) if known(key) else say("refused_other", reason=reason)


def read(report: data.Row) -> None:
    """Show a report's text, part by part where it is long, with its figures and refusals marked and listed."""
    found = {table: data.of_report(generation, report["report_id"], table) for table in ("reports", "observations", "refusals")}
    text, figures, refused = found["reports"][0]["text"], found["observations"], found["refusals"]
    with st.expander(say("published_working"), expanded=False):
        day = report["published"].isoformat() if report["published"] else say("not_known")
        st.text("\n".join([f"{say('published')}: {day}", *working(report["published_basis"])]))
    figure = st.query_params.get("figure", "")
    at = next((row["start"] for row in figures if row["observation_id"] == figure), 0)
    parts = range(1, -(-len(text) // CHUNK) + 1)
    part = at // CHUNK + 1
    if len(parts) > 1:
        part = st.selectbox(say("part", n=len(parts)), parts, index=part - 1, key=f"part_{report['report_id']}_{figure}", width=200)
    show_steps(figures, figure, report["report_id"])
    st.caption(say("reader_hint"))
    start, end = (part - 1) * CHUNK, min(part * CHUNK, len(text))
    start += len(text[start:end]) - len(text[start:end].lstrip())
    figures, refused = ([row for row in rows if row["start"] < end and row["end"] > start] for rows in (figures, refused))
    reasons = [refused_because(row["reason"]) for row in refused]
    pieces = marking.read_pieces(text, start, end, marking.figure_marks(figures), marking.refusal_marks(refused), reasons)
    if clicked := show_text(pieces, figure, "reader"):
        kept = {name: value for name, value in st.query_params.to_dict().items() if name != "report"}
        st.switch_page("pages/figures.py", query_params=kept | {"figure": clicked})
    with st.expander(say("figures_list", n=len(figures))):
        st.dataframe(figure_list.table(figures), hide_index=True)
    with st.expander(say("refused_list", n=len(refused))):
        lines = [(row["text"], why, row["excerpt"]) for row, why in zip(refused, reasons, strict=True)]
        st.dataframe(pd.DataFrame(lines, columns=[say(name) for name in ("number", "why", "excerpt")]), hide_index=True)


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
    read(report)
states.show_unread(generation)
list_all()
