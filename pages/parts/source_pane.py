"""The words a figure came from, tied to the charts: click a bar and its sentence is lit, click a lit number and its bar is outlined.

In: a figure and its report. Out: the observation_id that was clicked, in a bar or in the text.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from extract.ledger.store import Generation
from pages.parts import data, marking
from pages.parts.data import Row
from pages.parts.filters import put
from pages.parts.words import amount, compared, known, language, period, say

_PANE = "source_pane"
_CLUES = {"is the latest date named": "working_clue_latest", "day not known": "working_clue_day"}
ROLES = ("indicator", "subject", "quantity", "verb", "comparison", "region", "period")

_HERE = Path(__file__)
_SHOW = st.components.v2.component(
    "ledger_source",
    html='<div class="source"></div>',
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=_HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


def show_source(generation: Generation, row: Row | None) -> None:
    """Show a figure's sentence with its words lit, and what is known of it; a figure that is clicked, here or in a chart, goes into the link."""
    if row is None:
        _clicked({"passages": [], "charts": True, "selected": "", "hint": say("source_hint")}, _PANE, _choose)
        return
    report = data.of_report(generation, row["report_id"], "reports")[0]
    others = data.of_report(generation, row["report_id"], "observations")
    offsets, sentence = marking.sentence_offsets(row, data.of_report(generation, row["report_id"], "articles"))
    chosen_first = [row, *(other for other in others if other["observation_id"] != row["observation_id"])]
    pieces = marking.pieces(report["text"], offsets, marking.figure_marks(chosen_first), marking.role_marks(row), within=sentence)
    shown = {
        "passages": [{"heading": row["article_title"], "pieces": pieces, "meta": _from(row)}],
        "facts": [*_facts(row, report["text"])],
        "labels": {role: say(f"role_{role}") for role in ROLES},
        "selected": row["observation_id"],
        "charts": True,
    }
    _clicked(shown, _PANE, _choose)


def show_sentences(generation: Generation, rows: Sequence[Row], key: str) -> str | None:
    """Show the sentences of figures, once each, with their numbers lit; give the figure that was clicked."""
    sentences: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        sentences.setdefault((row["report_id"], row["excerpt_start"]), []).append(row)
    passages = []
    for told in sentences.values():
        marks: dict[int, str] = {}
        for row in told:
            at = _in_sentence(generation, row)
            marks |= dict.fromkeys(range(at, at + len(row["text"])), row["observation_id"])
        text = told[0]["excerpt"]
        passages.append({"pieces": marking.pieces(text, range(len(text)), marks), "meta": _told(told)})
    return _clicked({"passages": passages}, key)


def show_text(pieces: Sequence[Mapping[str, Any]], selected: str, key: str) -> str | None:
    """Show a stretch of a report as it stands, figures and refused numbers marked; give the figure that was clicked."""
    return _clicked({"passages": [{"pieces": [*pieces]}], "reader": True, "selected": selected}, key)


def working(basis: str | None) -> list[str]:
    """Give how a publication date is known, in plain words, and then its clues one by one."""
    kind, *clues = (basis or "not known").split(" | ")
    kind, _, told = kind.partition(": ")
    key = f"working_{kind.replace(' ', '_')}"
    for words, clue_key in _CLUES.items():
        clues = [clue.replace(words, say(clue_key)) for clue in clues]
    return [f"{say(key) if known(key) else kind} {told}".strip(), *clues]


def go_to(place: str, figure: str | None) -> None:
    """Make a place of the map the filter's region, with all places in it, and show the figure that stands for it."""
    put(region=place, within=None, figure=figure)


def _choose() -> None:
    put(figure=st.session_state[_PANE]["figure"])


def _go() -> None:
    clicked = st.session_state[_PANE]["place"]
    go_to(clicked["code"], clicked["figure"])


def _clicked(shown: dict[str, Any], key: str, change: Callable[[], None] = lambda: None) -> str | None:
    link = {name: value for name, value in st.query_params.to_dict().items() if name not in ("figure", "report", "view", "shown", "by")}
    shown["href"] = "figures?" + urlencode([*link.items(), ("figure", "")])
    return _SHOW(data=shown, key=key, on_figure_change=change, on_place_change=_go if key == _PANE else lambda: None).figure


def _facts(row: Row, text: str) -> list[dict[str, str]]:
    """Give what is known of a figure, part by part: its words in the report, what they were read as, and how that is known."""
    found = []
    for role, told, note in (
        ("indicator", row["indicator"], ""),
        ("subject", row["subject"], ""),
        ("quantity", amount(row, language()), say(row["status"]) if row["status"] == "target" else ""),
        ("comparison", compared(row, language()), ""),
        ("region", row["region_name"] or say("not_known"), _basis(row["region_basis"])),
        ("period", period(row, language()), _basis(row["period_basis"])),
    ):
        if not told:
            continue
        words = marking.words_of(row, role, text)
        notes = [f"“{words}”" if words and words not in told else "", note]
        found.append({"role": role, "label": say(f"role_{role}"), "words": told, "note": " · ".join(filter(None, notes))})
    return found


def _basis(basis: str | None) -> str:
    key = f"basis_{basis}"
    return say(key) if known(key) else basis or ""


def _from(row: Row) -> str:
    day = say("published_on", day=row["published"]) if row["published"] else say("published_unknown")
    return f"{row['source']} · {day}"


def _told(rows: Sequence[Row]) -> str:
    """Say what one sentence tells: its figures, and where, when and in which report, each once."""
    figures = " / ".join(f"{row['indicator']} {amount(row, language())}" for row in rows)
    places = " / ".join(dict.fromkeys(row["region_name"] or say("not_known") for row in rows))
    periods = " / ".join(dict.fromkeys(period(row, language()) for row in rows))
    return " · ".join((figures, places, periods, rows[0]["source"]))


def _in_sentence(generation: Generation, row: Row) -> int:
    """Give where in its sentence, joined where a column end cut it, the number of a figure begins."""
    at = row["start"] - row["excerpt_start"]
    if row["excerpt"][at : at + len(row["text"])] == row["text"]:
        return at
    offsets, sentence = marking.sentence_offsets(row, data.of_report(generation, row["report_id"], "articles"))
    ordered = [offset for offset in offsets if offset in sentence]
    return ordered.index(row["start"]) if row["start"] in ordered else 0
