"""Invented reports are told by a mark in their text, which a copy under another name keeps; pages and downloads that show them say so.

In: a generation, or rows of it. Out: which reports are invented, and the banner of every page.
"""

from collections.abc import Sequence

import streamlit as st

from extract.ledger.store import Generation
from pages.parts import data
from pages.parts.data import Row
from pages.parts.words import say

MARK = say("demo_mark", lang="zh")


def banner(generation: Generation) -> None:
    """Say at the head of a page that its reports, or some of them, are invented; nothing where none is."""
    found = data.bearing(generation, MARK)
    if not found:
        return
    read = {entry.report_id for entry in generation.entries if entry.status == "read"}
    if len(found) < len(read):
        st.warning(say("demo_some", n=len(found), total=len(read)), icon=":material/science:")
    else:
        st.warning(say("demo_all"), icon=":material/science:")


def holds(rows: Sequence[Row], generation: Generation) -> bool:
    """Tell whether any of the rows comes from an invented report."""
    found = data.bearing(generation, MARK)
    return any(row["report_id"] in found for row in rows)
