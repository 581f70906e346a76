"""The original file of a report, where it still stands in the reports folder with the bytes that were read.

In: the row of a report. Out: a button that hands the file out, or in its place the words why there is none.
"""

import hashlib
from pathlib import Path

import streamlit as st

from pages.parts import data
from pages.parts.data import Row
from pages.parts.words import say


def find(report: Row, folder: Path) -> tuple[Path | None, str]:
    """Give the file of a report, if it is in a folder and its bytes are those that gave the report its id; else None and which words say why."""
    path = Path(report["path"] or report["source"])
    try:
        if not path.resolve().is_relative_to(folder.resolve()):  # a ledger may name any file of this machine; only reports are handed out
            return None, "original_elsewhere"
        content = path.read_bytes()
    except OSError:
        return None, "original_gone"
    same = hashlib.sha256(content).hexdigest().startswith(report["report_id"])
    return (path, "original") if same else (None, "original_changed")


def show_original(report: Row) -> None:
    """Show the button to download the original file of a report, or why it cannot be had."""
    path, told = find(report, data.reports_folder())
    if path is None:
        st.caption(say(told), width="content")
        return
    st.download_button(say(told), path.read_bytes, report["source"], "application/octet-stream", key="original", on_click="ignore")
