"""The button that copies: the link of a view, or a sentence with where it comes from.

In: nothing but words. Out: a button that copies the page's address, and what a component of its own needs to have such a button:
``SCRIPT`` and ``STYLE`` to put before its own, ``labels`` to give to ``copier``.
"""

from pathlib import Path

import streamlit as st

from pages.parts.words import say

SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")

_SHOW = """export default ({ data, parentElement }) => {
  parentElement.querySelector(".place").replaceChildren(copier(data.labels, () => window.location.href))
}"""
_LINK = st.components.v2.component(
    "ledger_copy_link",
    html='<div class="place"></div>',
    css=STYLE,
    js=SCRIPT + _SHOW,
)


def labels(copies: str) -> dict[str, str]:
    """Give the words of a button: what it copies, that it did, and what to do where it may not."""
    return {"copy": copies, "copy_done": say("copy_done"), "copy_by_hand": say("copy_by_hand")}


def link_button() -> None:
    """Show the button that copies the link as it stands in the browser; where that is not allowed, it shows the link to be copied by hand."""
    _LINK(data={"labels": labels(say("copy_link"))}, key="copy_link", width="content")
