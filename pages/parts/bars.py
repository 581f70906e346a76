"""Figures as horizontal bars, the largest first: one bar is one observation, with its name above it and its value at its end.

In: a group. Out: a Plotly figure; ``customdata`` of a bar is its observation_id. A range is a bar from its low to its high end.
"""

from collections.abc import Sequence

import plotly.graph_objects as go

from pages.parts.bar_names import is_long, names
from pages.parts.chart_look import PALE, Look, bounds, plain, values_axis
from pages.parts.data import Row
from pages.parts.facts import Told, ids, is_doubtful, told
from pages.parts.groups import Group, ends, is_hollow
from pages.parts.words import amount

_ROW, _SECOND, _EDGE = 46, 15, 34  # pixels for a bar with its name above it, for a second line of its name, and for the axis
_OFF, _BAR, _UNDER, _ABOVE = 1, 18, 28, 26  # pixels: from a name down to its bar, the bar, from there to the end, and for the first name
_LONG = 10**7


def bars(group: Group, lang: str, *, dark: bool = False) -> go.Figure:
    """Give the chart of a group as bars; where reports tell one thing otherwise, its values are dots, joined by a line."""
    look = Look.of(group.measure, dark=dark)
    marks = told(group.rows)
    named = names(marks, lang)
    row = _ROW + _SECOND * any(is_long(*words) for words in named)
    lines = [(line, mark) for line, mark in enumerate(marks) if not mark.is_apart]
    spans = [ends(mark.row) for _, mark in lines]
    bar = go.Bar(
        orientation="h",
        base=[low for low, _ in spans],
        x=[high - low if low else high for low, high in spans],
        y=[line for line, _ in lines],
        width=_BAR / row,
        offset=_OFF / row,
        customdata=[mark.row["observation_id"] for _, mark in lines],
        ids=[ids(mark.rows) for _, mark in lines],
        text=[" ".join(filter(None, (_value(mark.row, lang), "?" * mark.is_doubtful, mark.times(lang)))) for _, mark in lines],
        textposition="outside",
        cliponaxis=False,
        constraintext="none",
        textfont={"color": look.ink, "size": 13},
        hovertext=[mark.hover(lang) for _, mark in lines],
        hoverinfo="text",  # and not y: the label at the axis would say its number
        marker=_marker([mark.row for _, mark in lines], look.colour) | {"opacity": [PALE if mark.is_doubtful else 1 for _, mark in lines]},
    )
    apart = [(line + (_OFF + _BAR / 2) / row, mark) for line, mark in enumerate(marks) if mark.is_apart]
    layout = _layout(group, named, row, look) | {"hovermode": "closest" if apart else "y"}  # of two dots on one line the nearer
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
                "opacity": [PALE if is_doubtful(rows) else 1 for *_, rows in dots],
                "symbol": ["circle-open" if is_hollow(rows[0]) else "circle" for *_, rows in dots]},
    )  # fmt: skip
    return [joins, points]


def _value(row: Row, lang: str) -> str:
    return f"<b>{plain(amount(row, lang))}</b>"


def _values(mark: Told, lang: str) -> str:
    """Give the values of a thing that is told otherwise: ``692 起 / 754 起``."""
    return " / ".join(amount(rows[0], lang) + " ?" * is_doubtful(rows) for rows in mark.values.values())


def _marker(rows: Sequence[Row], colour: str) -> dict[str, object]:
    return {
        "color": ["rgba(0,0,0,0)" if is_hollow(row) else colour for row in rows],
        "line": {"color": colour, "width": [2 if is_hollow(row) else 0 for row in rows]},
        "pattern": {
            "shape": ["/" if row["status"] == "target" else "" for row in rows],
            "fgcolor": colour, "bgcolor": "rgba(0,0,0,0)", "size": 6, "solidity": 0.35,
        },
    }  # fmt: skip


def _layout(group: Group, named: Sequence[tuple[str, str]], row: int, look: Look) -> dict[str, object]:
    low, high = bounds([ends(figure) for figure in group.rows])
    room = (high - low or 1.0) * 0.34  # for the value at the end of the longest bar
    # A name stands above the foot of its bar: at the right end where all bars run to the left.
    foot = {"x": 1, "xanchor": "right", "xshift": -4} if high == 0 > low else {"x": 0, "xanchor": "left", "xshift": 4}
    between = "<br>" if row > _ROW else " · "
    first = _ABOVE + row - _ROW
    return look.layout(
        row * (len(named) - 1) + first + _UNDER + _EDGE,
        margin={"l": 12, "r": 12, "t": 4, "b": _EDGE},
        xaxis=values_axis(look, group.unit) | {
            "range": [low - (room if low < 0 else 0), high + (room if high > 0 else 0)],
            "showticklabels": max(-low, high) < _LONG},  # longer ones run into each other; the bars say their values
        yaxis={"range": [len(named) - 1 + _UNDER / row, -first / row], "visible": False, "fixedrange": True},
        # Not tick labels: those within a plot make the other axis drop its own.
        annotations=[{"text": plain(words) + (f"<span style='color:{look.pale};font-size:12px'>{between}{plain(details)}</span>" if details else ""),
                      **foot, "xref": "paper", "y": line, "yref": "y", "yanchor": "bottom", "showarrow": False, "borderpad": 0,
                      "align": foot["xanchor"], "font": {"size": 13, "color": look.ink}}
                     for line, (words, details) in enumerate(named)],
    )  # fmt: skip
