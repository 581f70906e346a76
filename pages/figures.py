"""指标 Figures: charts, a map or a table beside the sentence that the chosen figure came from."""

import plotly.graph_objects as go
import streamlit as st

from pages.parts import charts, data, downloads, filters
from pages.parts.figure_list import choose_from_list, show_table
from pages.parts.frame import open_page
from pages.parts.link import to_other_page
from pages.parts.map_view import show_map
from pages.parts.soon import charts_soon
from pages.parts.source_pane import show_source
from pages.parts.words import language, literal, say

CHARTS = 10  # of a page; the table has the figures of all units
BARS = 60  # drawn at once: more keep a browser busy, and nobody reads so far down
VIEWS = ("chart", "map", "table")

generation = open_page("figures")
charts_soon()
link = filters.bar(generation)
totals = data.totals(generation, link.where)


def chosen() -> data.Row | None:
    """Give the figure that the link names; one that is not in the filter or the ledger is told."""
    figure = st.query_params.get("figure")
    if not figure:
        return None
    if found := data.figure(generation, figure, link.where):
        return found
    found = data.figure(generation, figure)
    st.warning(say("figure_outside") if found else say("unknown_figure", value=literal(figure)))
    return found


def drawn(group: charts.Group, dark: bool) -> go.Figure:
    """Give the chart of a group, drawn once for each view: a chart that changes would forget where it stands."""
    lang = language()
    return data.kept(generation, ("chart", link.where, group.key, group.form, lang, dark), lambda: charts.drawn(group, lang, dark=dark))


def show_chart(group: charts.Group, heading: str) -> None:
    """Show the chart of a kind and unit, with its sentence and its downloads."""
    told = charts.summary(group, language())
    with st.container(gap=None, key=f"box_{group.key}"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.subheader(heading, anchor=False, width="content")
            downloads.buttons(group, link.where, generation)
        st.caption(literal(told))
        figure = drawn(group, st.context.theme.type == "dark")
        st.plotly_chart(figure, key=group.key, theme=None, alt=told, config={"displayModeBar": False, "scrollZoom": False})
        if below := charts.below(group, language()):
            st.caption(literal(below))


def choose_form(as_bars: bool) -> None:
    """Let figures that can be drawn over time be drawn as bars by size."""
    st.session_state["form"] = "bars" if as_bars else "time"
    st.segmented_control(
        say("form"), ["time", "bars"], key="form", format_func=lambda form: say(f"form_{form}"), label_visibility="collapsed", required=True,
        on_change=lambda: filters.put(form="bars" if st.session_state["form"] == "bars" else None),
    )  # fmt: skip


def show_charts() -> None:
    """Show a chart for each kind and unit; where they hold very many bars the later ones wait until they are opened."""
    as_bars = st.query_params.get("form") == "bars"
    made = data.kept(generation, ("drawn", link.where, as_bars), lambda: charts.ledger_groups(generation, link.where, CHARTS, as_bars=as_bars))
    if any(group.moves for group in made):
        choose_form(as_bars)
    bars = 0
    for group in made[:CHARTS]:
        bars += group.lines
        heading = literal(charts.heading(group, language()))
        if bars > BARS and not (row and (row["measure"], row["unit"]) == (group.measure, group.unit)):
            folded = st.expander(say("chart_folded", title=heading, n=group.count), key=f"fold_{group.key}", on_change="rerun")
            if folded.open:
                with folded:
                    show_chart(group, heading)
        else:
            show_chart(group, heading)
    if len(made) > CHARTS:
        st.caption(say("charts_cut", n=len(made) - CHARTS))
    st.caption(" ".join(map(say, charts.notes(made[:CHARTS]))))


def show_view() -> None:
    """Show the charts, the map or the table, whichever the link asks for."""
    st.session_state["view"] = view
    st.segmented_control(
        say("view"), VIEWS, key="view", format_func=say, label_visibility="collapsed", required=True,
        on_change=lambda: filters.put(view=st.session_state["view"] if st.session_state["view"] != VIEWS[0] else None),
    )  # fmt: skip
    if view == "map":
        show_map(generation, link.where)
    elif view == "table":
        show_table(generation, link.where, row, totals["figures"])
    else:
        show_charts()


row = chosen()
view = asked if (asked := st.query_params.get("view")) in VIEWS else VIEWS[0]
if not totals["figures"]:
    st.info(say("empty_filter") if link.where else say("empty_ledger", folder=literal(data.reports_folder())))
    if not link.where or view != "map":  # a place of the map that has no figures is still among its neighbours
        st.stop()
left, right = st.columns([3, 2], gap="large")
with right, st.container(key="source"):  # before the charts, so that a click is answered at once
    st.subheader(say("source_sentence"), anchor=False)
    choose_from_list(generation, link.where, row, totals["figures"])
    show_source(generation, row)
    if row is not None:
        st.page_link("pages/reports.py", label=say("open_report"), icon=":material/article:", query_params=to_other_page())
with left:
    show_view()
