"""The words a figure came from, tied to the charts: click a bar and its sentence is lit, click a lit number and its bar is outlined.

In: a figure and its report. Out: the observation_id that was clicked, in a bar or in the text.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from extract.ledger.store import Generation
from pages.parts import copying, data, demo, marking
from pages.parts.data import Row
from pages.parts.link import put, to_other_page
from pages.parts.words import amount, compared, known, language, period, say

_PANE = "source_pane"
_CLUES = {"is the latest date named": "working_clue_latest", "day not known": "working_clue_day"}
ROLES = ("indicator", "subject", "quantity", "verb", "comparison", "region", "period")

_HERE = Path(__file__)
_SHOW = st.components.v2.component(
    "ledger_source",
    html='<div class="source"></div>',
    css=copying.STYLE + "".join(path.read_text(encoding="utf-8") for path in (_HERE.with_name("pieces.css"), _HERE.with_suffix(".css"))),
    js=copying.SCRIPT + "".join(path.read_text(encoding="utf-8") for path in (_HERE.with_name("pieces.js"), _HERE.with_suffix(".js"))),
)


def show_source(generation: Generation, row: Row | None) -> None:
    """Show a figure's sentence with its words lit, and what is known of it; a figure that is clicked, here or in a chart, goes into the link."""
    if row is None:
        _clicked({"passages": [], "charts": True, "selected": "", "hint": say("source_hint")}, _PANE, _choose)
        return
    text, articles = _around(generation, row)
    sentence, nearby = {*marking.sentence_offsets(row, articles)}, marking.around(text, row, articles)
    ends = min(map(min, nearby)), max(map(max, nearby)) + 1
    others = data.of_report(generation, row["report_id"], "observations", within=ends)
    chosen_first = [row, *(other for other in others if other["observation_id"] != row["observation_id"])]
    figures, roles = marking.figure_marks(chosen_first), marking.role_marks(row)
    pieces: list[Row] = []
    for offsets in nearby:
        pieces += [{"break": True}] * bool(pieces) + marking.pieces(text, offsets, figures, roles, within=sentence)
    shown = {
        "passages": [{"heading": row["article_title"], "pieces": pieces}],
        "facts": [*_facts(row, text), *_origin(row)],
        "citation": {"words": citation(generation, row), "figure": row["observation_id"], "labels": copying.labels(say("copy_quote"))},
        "labels": _labels(),
        "selected": row["observation_id"],
        "charts": True,
    }
    _clicked(shown, _PANE, _choose)


def show_alone(generation: Generation, row: Row, key: str) -> str | None:
    """Show a figure's sentence without its neighbours, its words lit, and beside it what each was read as; give the figure if it was clicked."""
    text, articles = _around(generation, row)
    pieces = marking.pieces(text, marking.sentence_offsets(row, articles), marking.figure_marks([row]), marking.role_marks(row))
    shown = {"passages": [{"pieces": pieces}], "facts": [*_facts(row, text), _source(row)], "labels": _labels(), "beside": True}
    return _clicked(shown, key)


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


def working(basis: str | None) -> list[str]:
    """Give how a publication date is known, in plain words, and then its clues one by one."""
    kind, *clues = (basis or "not known").split(" | ")
    kind, _, told = kind.partition(": ")
    key = f"working_{kind.replace(' ', '_')}"
    for words, clue_key in _CLUES.items():
        clues = [clue.replace(words, say(clue_key)) for clue in clues]
    return [f"{say(key) if known(key) else kind} {told}".strip(), *clues]


def how_dated(basis: str | None) -> str:
    """Give the same in one line; "" where nothing is known of it."""
    told, *clues = working(basis) if basis else [""]
    return say("working_line", told=told, clues=say("list_comma").join(clues)) if clues else told


def citation(generation: Generation, row: Row) -> str:
    """Give a figure's sentence with its headline, report, day and generation, to be copied; the link to the figure is put after it in the browser."""
    day = say("published_on", day=row["published"]) if row["published"] else say("published_unknown")
    day += say("in_brackets", words=how) if row["published"] and (how := how_dated(row["published_basis"])) else ""
    title = say("headline", title=row["article_title"]) if row["article_title"] else ""
    told = say("citation", quote=row["excerpt"], title=title, source=row["source"], day=day, generation=generation.name[:8])
    return say("demo_source_line", mark=say("demo_mark"), line=told) if demo.holds([row], generation) else told


def go_to(place: str, figure: str | None) -> None:
    """Make a place of the map the filter's region, with all places in it, and show the figure that stands for it."""
    put(region=place, within=None, figure=figure)


def _choose() -> None:
    put(figure=st.session_state[_PANE]["figure"])


def _go() -> None:
    clicked = st.session_state[_PANE]["place"]
    go_to(clicked["code"], clicked["figure"])


def _clicked(shown: dict[str, Any], key: str, change: Callable[[], None] = lambda: None) -> str | None:
    link = {name: value for name, value in to_other_page().items() if name != "figure"}
    shown["href"] = "figures?" + urlencode([*link.items(), ("figure", "")])
    return _SHOW(data=shown, key=key, on_figure_change=change, on_place_change=_go if key == _PANE else lambda: None).figure


def _labels() -> dict[str, str]:
    return {role: say(f"role_{role}") for role in ROLES}


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


def _origin(row: Row) -> list[dict[str, str]]:
    """Give the report a figure is from, when it was published, and how that is known."""
    day = row["published"].isoformat() if row["published"] else say("not_known")
    return [
        _source(row),
        {"label": say("published"), "words": day, "note": how_dated(row["published_basis"])},
    ]


def _source(row: Row) -> dict[str, str]:
    return {"label": say("source"), "words": row["source"], "note": ""}


def _told(rows: Sequence[Row]) -> str:
    """Say what one sentence tells: its figures, and where, when and in which report, each once."""
    figures = " / ".join(f"{row['indicator']} {amount(row, language())}" for row in rows)
    places = " / ".join(dict.fromkeys(row["region_name"] or say("not_known") for row in rows))
    periods = " / ".join(dict.fromkeys(period(row, language()) for row in rows))
    return " · ".join((figures, places, periods, rows[0]["source"]))


def _around(generation: Generation, row: Row) -> tuple[str, list[Row]]:
    """Give the text of a figure's report, and the paragraphs around its sentence."""
    return data.text(generation, row["report_id"]), data.paragraphs(generation, row["report_id"], row["excerpt_start"])


def _in_sentence(generation: Generation, row: Row) -> int:
    """Give where in its sentence, joined where a column end cut it, the number of a figure begins."""
    at = row["start"] - row["excerpt_start"]
    if row["excerpt"][at : at + len(row["text"])] == row["text"]:
        return at
    ordered = marking.sentence_offsets(row, _around(generation, row)[1])
    return ordered.index(row["start"]) if row["start"] in ordered else 0
