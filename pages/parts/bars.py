"""Figures as horizontal bars, the largest first: one bar is one observation, with its name above it and its value at its end.

In: a group. Out: a Plotly figure; ``customdata`` of a bar is its observation_id. A range is a bar from its low to its high end.
"""

from collections import Counter
from collections.abc import Sequence

import plotly.graph_objects as go

from pages.parts.chart_look import Look, bounds, hover, plain, values_axis
from pages.parts.data import Row
from pages.parts.groups import Group, ends, is_hollow
from pages.parts.places import place
from pages.parts.words import amount, name, period

_ROW, _EDGE = 46, 34  # pixels for a bar with its name above it, and for the axis
_NAME_LENGTH = 24
_LONG = 10**7


def bars(group: Group, lang: str, *, dark: bool = False) -> go.Figure:
    """Give the chart of a group as bars."""
    rows = group.drawn
    look = Look.of(group.measure, dark=dark)
    spans = [ends(row) for row in rows]
    return go.Figure(
        go.Bar(
            orientation="h",
            base=[low for low, _ in spans],
            x=[high - low if low else high for low, high in spans],
            y=[*range(len(rows))],
            width=0.4,
            offset=0.02,
            customdata=[row["observation_id"] for row in rows],
            text=[f"<b>{plain(amount(row, lang))}</b>" for row in rows],
            textposition="outside",
            cliponaxis=False,
            constraintext="none",
            textfont={"color": look.ink, "size": 13},
            hovertext=[hover(row, lang) for row in rows],
            hoverinfo="text",  # and not y: the label at the axis would say its number
            marker=_marker(rows, look.colour),
        ),
        layout=_layout(group, lang, spans, look),
    )


def _marker(rows: Sequence[Row], colour: str) -> dict[str, object]:
    return {
        "color": ["rgba(0,0,0,0)" if is_hollow(row) else colour for row in rows],
        "line": {"color": colour, "width": [2 if is_hollow(row) else 0 for row in rows]},
        "pattern": {
            "shape": ["/" if row["status"] == "target" else "" for row in rows],
            "fgcolor": colour, "bgcolor": "rgba(0,0,0,0)", "size": 6, "solidity": 0.35,
        },
    }  # fmt: skip


def _layout(group: Group, lang: str, spans: Sequence[tuple[float, float]], look: Look) -> dict[str, object]:
    low, high = bounds(spans)
    room = (high - low or 1.0) * 0.34  # for the value at the end of the longest bar
    # A name stands above the foot of its bar: at the right end where all bars run to the left.
    foot = {"x": 1, "xanchor": "right", "xshift": -4} if high == 0 > low else {"x": 0, "xanchor": "left", "xshift": 4}
    return look.layout(
        _ROW * len(spans) + _EDGE + 8,
        margin={"l": 12, "r": 12, "t": 4, "b": _EDGE},
        hovermode="y",
        xaxis=values_axis(look, group.unit) | {
            "range": [low - (room if low < 0 else 0), high + (room if high > 0 else 0)],
            "showticklabels": max(-low, high) < _LONG},  # longer ones run into each other; the bars say their values
        yaxis={"range": [len(spans) - 0.4, -0.58], "visible": False, "fixedrange": True},
        # Not tick labels: those within a plot make the other axis drop its own.
        annotations=[{"text": text, **foot, "xref": "paper", "y": line, "yref": "y", "yanchor": "bottom", "showarrow": False,
                      "borderpad": 0, "font": {"size": 13, "color": look.ink}} for line, text in enumerate(_names(group, lang))],
    )  # fmt: skip


def _names(group: Group, lang: str) -> list[str]:
    """Give the name of each bar; those that would be the same are told apart by their periods."""
    names = [_short(name(row, place(row["region"]) or row["region_name"])) for row in group.drawn]
    often = Counter(names)
    told = [f"{words} · {period(row, lang)}" if often[words] > 1 else words for words, row in zip(names, group.drawn, strict=True)]
    return [plain(words) for words in told]


def _short(words: str) -> str:
    return words if len(words) <= _NAME_LENGTH else words[: _NAME_LENGTH - 1] + "…"
