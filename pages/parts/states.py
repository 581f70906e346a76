"""What became of each report, in plain words: read, the same as another, or not readable and why.

In: rows of ``reports``, or a generation. Out: words, and the list of those that could not be read.
"""

import streamlit as st

from extract.ledger.store import Generation
from pages.parts.data import Row
from pages.parts.words import known, language, say

# How the reasons begin or what they hold, as the readers of documents word them, and the key of the words for it.
_REASONS = (
    ("the file is empty", "reason_empty_file"),
    ("full of control characters", "reason_control"),
    ("fit no Chinese encoding", "reason_encoding"),
    ("files are not read yet", "reason_suffix"),
    ("the file cannot be opened", "reason_open"),
    ("this is a folder", "reason_folder"),
    ("the extractor failed", "reason_failed"),
    (", not text;", "reason_not_text"),
)


def state(report: Row) -> str:
    """Give the state of a report as ``data.reports`` lists it, in words: ``已读取``, ``读不出来:文件是空的……``."""
    if report["status"] == "needs_ocr":
        return say("state_needs_ocr")
    if report["status"] != "read":
        return say("state_unreadable", reason=reason(report["status"]))
    if report["same_as"]:
        return say("state_same", source=report["first_source"] or report["same_as"])
    return say("state_read")


def reason(status: str) -> str:
    """Give why a report could not be read; English reasons pass through, for Chinese pages they are said in Chinese."""
    told = status.removeprefix("unreadable: ")
    if language() == "en":
        return told
    key = next((key for words, key in _REASONS if words in told), "reason_unknown")
    if key == "reason_not_text":
        kind = f"kind {told.split(', not text')[0].removeprefix('this is ')}"
        return say(key, what=say(kind if known(kind) else "kind_other"))
    return say(key, what=told if key == "reason_unknown" else told.split(" ")[0])


def show_unread(generation: Generation) -> None:
    """List the reports that could not be read, each with its reason; nothing where all could."""
    if not generation.unread:
        return
    st.subheader(say("unread_reports"), anchor=False)
    for report in generation.unread:
        told = reason(report.status) if report.status != "needs_ocr" else say("state_needs_ocr")
        st.text(say("unread_line", source=report.source, reason=told))
