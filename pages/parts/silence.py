"""What is never reported: places against topics, so that silence is seen and told from a reported zero.

In: a generation and a filter. Out: a table of counts; a place and topic with no figure at all has a dash.
"""

import pandas as pd
import streamlit as st

from extract import gazetteer
from extract.ledger.store import Generation
from extract.ledger.tables import TOPICS
from pages.parts import data
from pages.parts.data import Where
from pages.parts.places import place_words
from pages.parts.words import say

MOST = 40  # places
SILENCE = "—"


def show_silence(generation: Generation, where: Where) -> None:
    """Show how many figures each place directly below the filter's region has on each topic; asked only when it is opened."""
    folded = st.expander(say("silence"), key="silence", on_change="rerun")
    if not folded.open:
        return
    with folded:
        st.caption(say("silence_hint"))
        st.dataframe(grid(generation, where), hide_index=True)


def grid(generation: Generation, where: Where) -> pd.DataFrame:
    """Give a line for each place and a column for each topic: how many figures there are, of the place and all in it, 0 ones too."""
    asked = dict(where)
    region = asked.get("region") or gazetteer.COUNTRY
    below = [code for code in gazetteer.children(region) if gazetteer.level(code) != "town"] or [region]
    kept = [(name, value) for name, value in where if name not in ("region", "within", "topic")]
    lines = []
    for code in below[:MOST]:
        counted = data.counts(generation, "topic", tuple(sorted([*kept, ("region", code)])))
        lines.append([place_words(code), *(f"{counted[topic]:,}" if topic in counted else SILENCE for topic in TOPICS)])
    return pd.DataFrame(lines, columns=[say("region"), *(say(f"topic_{topic}") for topic in TOPICS)])
