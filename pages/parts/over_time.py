"""Figures of one indicator over time: each a point in the middle of its period, and the period a span; nothing is joined to anything.

In: a group in the form ``time`` (one place) or ``panels`` (a small chart for each place, all with the same axes). Out: a Plotly figure;
``customdata`` of a point is its observation_id. A range is a point at each of its ends; a figure whose beginning is not known stands at
its end, with a dotted span that an arrow opens.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import floor, log10
from typing import Any

import plotly.graph_objects as go

from extract import gazetteer
from pages.parts.bar_names import parts, wide
from pages.parts.chart_look import PALE, Look, plain, values_axis
from pages.parts.data import Row
from pages.parts.facts import Told, ids, is_doubtful, stacked, told
from pages.parts.groups import Group, is_hollow
from pages.parts.places import place
from pages.parts.point_words import LETTER, Point, worded
from pages.parts.words import QUALIFIERS, amount, number, say

BASES = ("yoy", "mom", "other", None)
_SYMBOLS = {"yoy": "circle", "mom": "square", "other": "diamond", None: "triangle-up"}
_HEIGHT, _PANEL, _GAP, _EDGE = 300, 150, 54, 34  # pixels: of one chart, of a small one, between two, and for the axis
_COLUMNS = 2  # beside each other: they must be read on a phone
_LABELLED = 10  # points that carry their values in words; of more the axis tells them
_PLACED = 60  # points, of which each is looked at beside each other
_NARROW = 285  # pixels that a phone leaves a chart
_DAY = timedelta(days=1)
_YEAR = 365


@dataclass(frozen=True)
class Mark:
    """What is told of a period: where its span begins and ends, where its points stand, and whether its beginning is not known."""

    told: Told
    first: date
    last: date
    is_open: bool

    @property
    def row(self) -> Row:
        """The figure that stands for all that tell it."""
        return self.told.row

    @property
    def middle(self) -> str:
        """Where its points stand, as a time of day."""
        half = self.last if self.is_open else self.first + (self.last - self.first) / 2
        odd = not self.is_open and (self.last - self.first).days % 2
        return f"{half.isoformat()}T{'12' if odd else '00'}:00"


@dataclass(frozen=True)
class _Room:
    """What a phone leaves a chart: from when to when and from what to what its axes reach, and its pixels across and upright."""

    times: Sequence[str]
    values: Sequence[float]
    width: float
    height: float

    def at(self, time: str, value: float) -> tuple[float, float]:
        """Give where a point stands, in pixels from the lower left."""
        first, last = map(datetime.fromisoformat, self.times)
        low, high = self.values
        return (datetime.fromisoformat(time) - first) / (last - first) * self.width, (value - low) / (high - low) * self.height


def over_time(group: Group, lang: str, *, dark: bool = False) -> go.Figure:
    """Give the chart of a group over time."""
    look = Look.of(group.measure, dark=dark)
    first, last = _reach(group.rows)
    panels = [[_mark(one, (last - first) / 12) for one in stacked(told(rows))] for rows in group.panels.values()]
    bases = [base for base in BASES if any(row["comparison"] == base for row in group.rows)]
    columns, tall = (1, _HEIGHT) if group.form == "time" else (_COLUMNS, _PANEL)
    traces: list[Any] = []
    across, upright = _time_axis(panels, look, columns), _value_axis(group, panels, lang, look)
    room = _Room(across["range"], upright["range"], _NARROW * (0.48 if columns > 1 else 1), tall)
    for turn, marks in enumerate(panels):
        axes = {"xaxis": f"x{turn + 1 if turn else ''}", "yaxis": f"y{turn + 1 if turn else ''}"}
        in_full = len(panels) == 1 and len(marks) <= _LABELLED
        traces += [*_spans(marks, look, axes), _points(marks, lang, look, in_full=in_full, room=room) | axes]
    traces += [_entry(base, lang, look) for base in bases] if len(bases) > 1 else []
    return go.Figure(traces, layout=_layout(group, (across, upright), (columns, tall), lang, look, legend=len(bases) > 1))


def _reach(rows: Sequence[Row]) -> tuple[date, date]:
    """Give the first and the last day that figures are of; where a beginning is not known, there is some room before the end."""
    last = max(row["period_end"] for row in rows) + _DAY
    first = min(row["period_start"] or row["period_end"] for row in rows)
    opened = [row["period_end"] for row in rows if not row["period_start"]]
    return min([first, *(end - max((last - first) / 12, 30 * _DAY) for end in opened)]), last


def _mark(one: Told, room: timedelta) -> Mark:
    last = one.row["period_end"] + _DAY
    first = one.row["period_start"]
    return Mark(one, first or last - max(room, 30 * _DAY), last, first is None)


def _spans(marks: Sequence[Mark], look: Look, axes: dict[str, str]) -> Iterator[go.Scatter]:
    """Give the periods as lines, what is open dotted and with an arrow; an upright line joins the ends of a range, or what reports tell otherwise."""
    for is_open in (False, True):
        x: list[str | None] = []
        y: list[float | None] = []
        for mark in (mark for mark in marks if mark.is_open == is_open):
            values = [*mark.told.values]
            for value in values:
                x += [mark.first.isoformat(), mark.last.isoformat(), None]
                y += [value, value, None]
            if len(values) > 1:
                x += [mark.middle, mark.middle, None]
                y += [values[0], values[-1], None]
        if x:
            arrows = {"mode": "lines+markers", "marker": {
                "symbol": "triangle-left", "color": look.colour, "size": [9 if at % 3 == 0 else 0 for at in range(len(x))]}}  # fmt: skip
            line = {"color": look.colour, "width": 3, "dash": "dot" if is_open else "solid"}
            how = arrows if is_open else {"mode": "lines"}
            yield go.Scatter(x=x, y=y, line=line, opacity=0.55, hoverinfo="skip", showlegend=False, **how, **axes)


def _entry(base: str | None, lang: str, look: Look) -> go.Scatter:
    """Give the mark of a base for the legend: a trace of its own would be drawn for each base in each panel."""
    marker = {"symbol": _SYMBOLS[base], "size": 11, "color": look.colour}
    return go.Scatter(x=[None], y=[None], mode="markers", marker=marker, name=say(base or "base_unknown", lang=lang), showlegend=True)


def _points(marks: Sequence[Mark], lang: str, look: Look, *, in_full: bool, room: _Room) -> dict[str, Any]:
    each = [(mark, value, rows) for mark in marks for value, rows in mark.told.values.items()]
    symbols = [_SYMBOLS[mark.row["comparison"]] if mark.row["measure"] == "change" else "circle" for mark, *_ in each]
    lowest = [len(mark.told.values) > 1 and value == min(mark.told.values) for mark, value, _ in each]
    said = [
        [_words(mark.told, rows, lang, in_full=full) if in_full or not low else "" for full in ((True, False) if in_full else (False,))]
        for (mark, _, rows), low in zip(each, lowest, strict=True)  # one ≠ will do for the two
    ]
    standing = [Point(*room.at(mark.middle, value), words, low) for (mark, value, _), words, low in zip(each, said, lowest, strict=True)]
    nought = room.at(room.times[0], 0)[1]
    placed = worded(standing, nought) if len(each) <= _PLACED else [(point.words[-1], point.below) for point in standing]
    return {
        "type": "scatter",
        "showlegend": False,
        "mode": "markers+text",
        "x": [mark.middle for mark, *_ in each],
        "y": [value for _, value, _ in each],
        "customdata": [rows[0]["observation_id"] for *_, rows in each],
        "ids": [ids(rows) for *_, rows in each],
        "text": [words for words, _ in placed],
        "textposition": ["bottom center" if under else "top center" for _, under in placed],
        "textfont": {"color": look.ink, "size": LETTER},
        "cliponaxis": False,
        "hovertext": [mark.told.hover(lang) for mark, *_ in each],
        "hoverinfo": "text",
        "marker": {
            "size": 11, "color": look.colour, "line": {"color": look.colour, "width": 2},
            "opacity": [PALE if is_doubtful(rows) else 1 for *_, rows in each],
            "symbol": [f"{symbol}-open" if is_hollow(rows[0]) else symbol for (*_, rows), symbol in zip(each, symbols, strict=True)],
        },
    }  # fmt: skip


def _words(one: Told, rows: Sequence[Row], lang: str, *, in_full: bool) -> str:
    """Give what stands at a point: its value, or where there are many only what a bare point would hide."""
    words = amount(rows[0], lang, short=True) if in_full else QUALIFIERS[rows[0]["qualifier"]].strip()
    unlike = "≠" if one.is_apart else one.times(lang, short=True)
    target = say("target", lang=lang) if one.row["status"] == "target" else ""
    return plain(" ".join(filter(None, (words, "?" * is_doubtful(rows), target, unlike))))


def _layout(
    group: Group, axes: tuple[dict[str, Any], dict[str, Any]], size: tuple[int, int], lang: str, look: Look, *, legend: bool
) -> dict[str, Any]:
    (across, upright), (columns, tall) = axes, size
    lines = -(-len(group.panels) // columns)
    inner = lines * tall + (lines - 1) * _GAP
    titles = 0 if group.form == "time" else 26
    top = 18 + titles + 26 * legend
    left_of = 14 + round(max(wide(words) for words in upright["ticktext"]) * 11)  # Plotly's own measuring draws all twice
    made = look.layout(
        inner + top + _EDGE,
        margin={"l": left_of, "r": 12, "t": top, "b": _EDGE},
        hovermode="closest",
        showlegend=legend,
        legend={"orientation": "h", "x": 0, "xanchor": "left", "y": 1 + (titles + 12) / inner, "yanchor": "bottom", "itemclick": False,
                "itemdoubleclick": False, "font": {"size": 12, "color": look.ink}, "bgcolor": "rgba(0,0,0,0)"},
        annotations=[],
    )  # fmt: skip
    for turn, words in enumerate(_titles(group, lang, look) if titles else [""]):
        own, line, column = turn + 1 if turn else "", turn // columns, turn % columns
        top_end, left = 1 - line * (tall + _GAP) / inner, column * 0.52
        same_x, same_y = ({"matches": "x"}, {"matches": "y"}) if turn else ({}, {})
        made[f"xaxis{own}"] = across | same_x | {"domain": [left, left + (0.48 if columns > 1 else 1)], "anchor": f"y{own}"}
        ends = [max(0, top_end - tall / inner), top_end]
        made[f"yaxis{own}"] = upright | same_y | {"domain": ends, "anchor": f"x{own}", "showticklabels": not column}
        if words:
            made["annotations"].append({
                "text": words, "x": left, "xref": "paper", "xanchor": "left", "y": top_end, "yref": "paper",
                "yanchor": "bottom", "yshift": 10, "showarrow": False, "font": {"size": 13, "color": look.ink},
            })  # fmt: skip
    return made


def _time_axis(panels: Sequence[Sequence[Mark]], look: Look, columns: int) -> dict[str, Any]:
    marks = [mark for those in panels for mark in those]
    first, last = min(mark.first for mark in marks), max(mark.last for mark in marks)
    edge = max((last - first) * 0.07, _DAY)
    days = (last - first).days
    years = days > 2 * _YEAR
    return {
        "type": "date", "range": [(first - edge).isoformat(), (last + edge).isoformat()], "fixedrange": True, "gridcolor": look.grid,
        "tickformat": "%Y" if years else "%Y-%m" if days > 75 else "%Y-%m-%d", "nticks": (8 if years else 5) if columns == 1 else (5 if years else 3),
        "ticklabelmode": "period" if years else "instant", "tickangle": 0, "tickfont": {"size": 11}, "zeroline": False,
    } | ({"dtick": "M12"} if years and days / _YEAR < (10 if columns == 1 else 5) else {})  # fmt: skip


def _value_axis(group: Group, panels: Sequence[Sequence[Mark]], lang: str, look: Look) -> dict[str, Any]:
    values = [value for those in panels for mark in those for value in mark.told.values]
    if group.measure in ("change", "level"):
        values.append(0.0)  # so that half as high is half as much
    ticks = steps(min(values), max(values))
    room = (ticks[-1] - ticks[0]) * 0.08
    low, high = ticks[0] - room * (min(values) < 0 or group.measure in ("share", "rank")), ticks[-1] + room
    return values_axis(look, group.unit) | {
        "range": [high, low] if group.measure == "rank" else [low, high], "tickvals": ticks,
        "ticktext": [number(tick, lang) + ("%" if group.unit == "%" else "") for tick in ticks],
    }  # fmt: skip


def steps(low: float, high: float) -> list[float]:
    """Give four to seven round values that reach from at most ``low`` to at least ``high``."""
    reach = (high - low) or abs(high) or 1.0
    power = 10.0 ** floor(log10(reach / 4))
    step = next(power * each for each in (1, 2, 5, 10) if reach / (power * each) <= 5)
    first = floor(low / step)
    last = -floor(-high / step)
    return [round(turn * step, 10) for turn in range(first, max(last, first + 1) + 1)]


def _titles(group: Group, lang: str, look: Look) -> list[str]:
    """Give the name of each panel; places of one name are told apart by those they lie in, and one that holds others says so."""
    panels = [*group.panels]
    own = [place(region) or region for region, _ in panels]
    held = parts([rows[0] for rows in group.panels.values()])
    names = []
    for (region, subject), words, inside in zip(panels, own, held, strict=True):
        alike = {other for (other, _), name in zip(panels, own, strict=True) if name == words}
        above = place(gazetteer.parent(region)) if len(alike) > 1 else None
        details = f"<span style='color:{look.pale};font-size:12px'> · {say('holds', lang=lang, n=inside)}</span>" if inside else ""
        own_words = " · ".join(filter(None, ((above or "") + words, subject)))
        names.append(f"<b>{plain(own_words)}</b>{details}")
    return names
