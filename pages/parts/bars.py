"""Figures as horizontal bars, the largest first: one bar is one observation, with its name above it and its value at its end.

In: a group. Out: a Plotly figure; ``customdata`` of a bar is its observation_id. A range is a bar from its low to its high end.
"""

from collections import Counter
from collections.abc import Sequence

import plotly.graph_objects as go

from pages.parts.chart_look import Look, bounds, plain, values_axis
from pages.parts.data import Row
from pages.parts.facts import Told, ids, told
from pages.parts.groups import Group, ends, is_hollow
from pages.parts.places import place
from pages.parts.words import amount, name, period, say

_ROW, _EDGE = 46, 34  # pixels for a bar with its name above it, and for the axis
_NAME_LENGTH = 24
_LONG = 10**7
_OFF, _WIDE = 0.02, 0.4  # of a line: where its bar begins, and how much of it is bar


def bars(group: Group, lang: str, *, dark: bool = False) -> go.Figure:
    """Give the chart of a group as bars; where reports tell one thing otherwise, its values are dots, joined by a line."""
    look = Look.of(group.measure, dark=dark)
    marks = told(group.rows)
    lines = [(line, mark) for line, mark in enumerate(marks) if not mark.is_apart]
    spans = [ends(mark.row) for _, mark in lines]
    bar = go.Bar(
        orientation="h",
        base=[low for low, _ in spans],
        x=[high - low if low else high for low, high in spans],
        y=[line for line, _ in lines],
        width=_WIDE,
        offset=_OFF,
        customdata=[mark.row["observation_id"] for _, mark in lines],
        ids=[ids(mark.rows) for _, mark in lines],
        text=[" ".join(filter(None, (f"<b>{plain(amount(mark.row, lang))}</b>", mark.times(lang)))) for _, mark in lines],
        textposition="outside",
        cliponaxis=False,
        constraintext="none",
        textfont={"color": look.ink, "size": 13},
        hovertext=[mark.hover(lang) for _, mark in lines],
        hoverinfo="text",  # and not y: the label at the axis would say its number
        marker=_marker([mark.row for _, mark in lines], look.colour),
    )
    apart = [(line + _OFF + _WIDE / 2, mark) for line, mark in enumerate(marks) if mark.is_apart]
    layout = _layout(group, marks, lang, look)
    return go.Figure([bar] * bool(lines) + (joined_dots(apart, lang, look) if apart else []), layout=layout)


def joined_dots(apart: Sequence[tuple[float, Told]], lang: str, look: Look) -> list[go.Scatter]:
    """Give what reports tell otherwise: at a line for each, a dot for each value, joined, and the values in words beside them."""
    x = [end for _, mark in apart for end in (min(mark.values), max(mark.values), None)]
    joins = go.Scatter(x=x, y=[at for line, _ in apart for at in (line, line, None)], mode="lines", hoverinfo="skip",
                       line={"color": look.colour, "width": 3})  # fmt: skip
    dots = [(line, mark, value, rows) for line, mark in apart for value, rows in mark.values.items()]
    furthest = {line: max(mark.values, key=abs) for line, mark in apart}
    points = go.Scatter(
        mode="markers+text",
        x=[value for _, _, value, _ in dots],
        y=[line for line, *_ in dots],
        customdata=[rows[0]["observation_id"] for *_, rows in dots],
        ids=[ids(rows) for *_, rows in dots],
        text=[f"  <b>{plain(_values(mark, lang))}</b>  " if value == furthest[line] else "" for line, mark, value, _ in dots],
        textposition=["middle right" if value >= 0 else "middle left" for _, _, value, _ in dots],
        textfont={"color": look.ink, "size": 13},
        cliponaxis=False,
        hovertext=[mark.hover(lang) for _, mark, *_ in dots],
        hoverinfo="text",
        marker={"size": 11, "color": look.colour, "line": {"color": look.colour, "width": 2},
                "symbol": ["circle-open" if is_hollow(rows[0]) else "circle" for *_, rows in dots]},
    )  # fmt: skip
    return [joins, points]


def _values(mark: Told, lang: str) -> str:
    """Give the values of a thing that is told otherwise: ``692 起 / 754 起``."""
    return " / ".join(amount(rows[0], lang) for rows in mark.values.values())


def _marker(rows: Sequence[Row], colour: str) -> dict[str, object]:
    return {
        "color": ["rgba(0,0,0,0)" if is_hollow(row) else colour for row in rows],
        "line": {"color": colour, "width": [2 if is_hollow(row) else 0 for row in rows]},
        "pattern": {
            "shape": ["/" if row["status"] == "target" else "" for row in rows],
            "fgcolor": colour, "bgcolor": "rgba(0,0,0,0)", "size": 6, "solidity": 0.35,
        },
    }  # fmt: skip


def _layout(group: Group, marks: Sequence[Told], lang: str, look: Look) -> dict[str, object]:
    low, high = bounds([ends(row) for row in group.rows])
    apart = any(mark.is_apart for mark in marks)
    room = (high - low or 1.0) * 0.34  # for the value at the end of the longest bar
    # A name stands above the foot of its bar: at the right end where all bars run to the left.
    foot = {"x": 1, "xanchor": "right", "xshift": -4} if high == 0 > low else {"x": 0, "xanchor": "left", "xshift": 4}
    return look.layout(
        _ROW * len(marks) + _EDGE + 8,
        margin={"l": 12, "r": 12, "t": 4, "b": _EDGE},
        hovermode="closest" if apart else "y",  # of two dots on one line the nearer
        xaxis=values_axis(look, group.unit) | {
            "range": [low - (room if low < 0 else 0), high + (room if high > 0 else 0)],
            "showticklabels": max(-low, high) < _LONG},  # longer ones run into each other; the bars say their values
        yaxis={"range": [len(marks) - 0.4, -0.58], "visible": False, "fixedrange": True},
        # Not tick labels: those within a plot make the other axis drop its own.
        annotations=[{"text": text, **foot, "xref": "paper", "y": line, "yref": "y", "yanchor": "bottom", "showarrow": False,
                      "borderpad": 0, "font": {"size": 13, "color": look.ink}} for line, text in enumerate(_names(marks, lang))],
    )  # fmt: skip


def _names(marks: Sequence[Told], lang: str) -> list[str]:
    """Give the name of each bar; those that would be the same are told apart by their periods."""
    names = [_short(name(mark.row, place(mark.row["region"]) or mark.row["region_name"])) for mark in marks]
    often = Counter(names)
    found = []
    for words, mark in zip(names, marks, strict=True):
        parts = [words, *([period(mark.row, lang)] if often[words] > 1 else []), *([say("apart", lang=lang)] if mark.is_apart else [])]
        found.append(plain(" · ".join(parts)))
    return found


def _short(words: str) -> str:
    return words if len(words) <= _NAME_LENGTH else words[: _NAME_LENGTH - 1] + "…"
