"""From figure to figure through a report, in reading order, and from the one chosen to its chart.

In: a report, and the figure of it that the link names. Out: buttons that write the next one into the link.
"""

import streamlit as st

from extract.ledger.store import Generation
from pages.parts import data
from pages.parts.link import put, to_other_page
from pages.parts.words import say


def show_steps(generation: Generation, chosen: str, report: str) -> None:
    """Show the way to the figure before and after, which one of how many is chosen, and the link to its chart."""
    steps = data.steps(generation, report, chosen)
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        for name, figure in (("previous_figure", steps["before"]), ("next_figure", steps["after"])):
            st.button(say(name), key=name, disabled=figure is None, on_click=put, kwargs={"figure": figure, "report": report, "article": None})
        if steps["number"]:
            st.caption(say("figure_of", n=steps["number"], total=steps["total"]), width="content")
            st.page_link("pages/figures.py", label=say("see_chart"), icon=":material/bar_chart:", query_params=to_other_page())
