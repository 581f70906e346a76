"""From figure to figure through a report, in reading order, and from the one chosen to its chart.

In: the figures of a report and the one that the link names. Out: buttons that write the next one into the link.
"""

from collections.abc import Sequence

import streamlit as st

from pages.parts.data import Row
from pages.parts.link import put, to_other_page
from pages.parts.words import say


def neighbours(figures: Sequence[Row], chosen: str) -> tuple[int, str | None, str | None]:
    """Give which figure of the report is chosen, counted from 1 (0 for none), and the ids of the one before it and the one after."""
    ids = [row["observation_id"] for row in sorted(figures, key=lambda row: row["start"])]
    at = ids.index(chosen) if chosen in ids else -1
    before = ids[at - 1] if at > 0 else None
    return at + 1, before, ids[at + 1] if at + 1 < len(ids) else None


def show_steps(figures: Sequence[Row], chosen: str, report: str) -> None:
    """Show the way to the figure before and after, which one of how many is chosen, and the link to its chart."""
    at, before, after = neighbours(figures, chosen)
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        for name, figure in (("previous_figure", before), ("next_figure", after)):
            st.button(say(name), key=name, disabled=figure is None, on_click=put, kwargs={"figure": figure, "report": report, "article": None})
        if at:
            st.caption(say("figure_of", n=at, total=len(figures)), width="content")
            st.page_link("pages/figures.py", label=say("see_chart"), icon=":material/bar_chart:", query_params=to_other_page())
