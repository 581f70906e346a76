"""The program that draws charts, fetched before there is a chart: a browser takes most of a second to take it in.

In: nothing. Out: nothing that is seen. It is the file that Streamlit itself would fetch once there is a chart, and no other.
"""

from pathlib import Path

import streamlit as st

_PROGRAM = next((path.name for path in Path(st.__file__).parent.glob("static/static/js/PlotlyChart.*.js")), "")
_FETCH = """export default ({ data }) => {
  const address = data.program && new URL(data.program, document.querySelector("script[type=module][src]").src)
  const fetch = () => import(address).catch(() => null)  // the first chart will ask again, and tell
  if (address) (window.requestIdleCallback || setTimeout)(fetch)
}"""
_SOON = st.components.v2.component("ledger_soon", js=_FETCH)


def charts_soon() -> None:
    """Fetch it: the last call of a page without charts, so that nothing of it waits; the first of one with charts, while the store is asked."""
    with st.container(key="soon"):
        _SOON(data={"program": _PROGRAM}, key="soon_component")
