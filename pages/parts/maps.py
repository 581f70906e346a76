"""Figures by place and outlines → a map: one place is one observation, and places without a figure are plain.

In: what ``mapped.shown`` gives and what ``boundaries.outlines`` gives. Out: a Plotly figure. ``ids`` of a place is its observation_id,
``locations`` its code. Nothing is fetched: the first trace is a ``scattergeo``, and no layer of the world is on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import plotly.graph_objects as go

from extract import gazetteer
from pages.parts.boundaries import Outlines
from pages.parts.charts import FONT, is_hollow, wrapped
from pages.parts.map_labels import Label, fitting
from pages.parts.map_scale import scale
from pages.parts.mapped import Kind, Shown, told, value
from pages.parts.words import amount, say

WIDTH, HEIGHT = 700, 470  # pixels of a map where there is room for it
PHONE = 0.5  # the size of a map on a phone
_CORNER = (106.0, 2.5, 124.0, 24.5)  # the South China Sea: west, south, east, north
_INKS = {False: ("#2F2D2B", "#6B655E", "#8C867E"), True: ("#EDEBE8", "#A8A29B", "#7D776F")}  # letters, letters of empty places, lines


@dataclass(frozen=True)
class Map:
    """What one map shows: figures of one kind by place, all places it could show, and the place that is outlined."""

    kind: Kind | None
    figures: Mapping[str, Shown]
    places: Sequence[str]
    outlined: str | None = None


def drawn(shown: Map, outlines: Outlines, lang: str, *, dark: bool = False, sizes: Sequence[float] = (PHONE, 1)) -> go.Figure:
    """Give the map. Coloured places carry their name and amount where there is room, the others their name.

    The first traces are the names, once for each size of the map: the page hides those for phones on wide screens, and the others on phones.
    """
    ink, pale, line = _INKS[dark]
    figures = {code: item for code, item in shown.figures.items() if code in outlines.places}
    empty = [code for code in shown.places if code in outlines.places and code not in figures]
    colours = scale(shown.kind, [value(item.row) for item in figures.values()], lang, dark=dark)
    wanted = _labels(figures, empty, outlines, lang)
    figure = go.Figure()
    for size in sizes:  # before the places: a map that begins with places would fetch the world
        labels = fitting(wanted, outlines.box, WIDTH * size, HEIGHT * size)
        figure.add_trace(_names(labels, [colours.ink(value(figures[one.code].row)) if one.code in figures else pale for one in labels]))
    figure.add_trace(_lines(_rings(outlines, shown.outlined), ink, 3, "geo"))
    figure.add_trace(_legend(line, ink, say("no_data", lang=lang), shown=bool(empty)))
    corner = ("geo", "geo2") if outlines.at_sea else ("geo",)
    for geo in corner:
        figure.add_trace(_lines(outlines.lines, line, 1.2, geo))  # before the places, as above
        near = [code for code in (*figures, *empty) if geo == "geo" or _in_corner(outlines, code)]
        figure.add_trace(_coloured([code for code in near if code in figures], figures, outlines, line, lang, geo))
        figure.add_trace(_plain([code for code in near if code not in figures], outlines, line, lang, geo))
    figure.update_layout(_layout(outlines, ink, line, dark))
    figure.update_layout(coloraxis=colours.axis(ink) if figures else {"showscale": False})
    return figure


def printed(shown: Map, outlines: Outlines, lang: str, heading: str, notes: Sequence[str]) -> go.Figure:
    """Give the map as it is downloaded: on white, with title, source, and what must be known before it is published."""
    figure = drawn(shown, outlines, lang, sizes=(1,))
    lines = [escape(part, quote=False) for note in notes for part in wrapped(note, 66 if lang == "zh" else 120)]
    figure.update_layout(
        title={"text": f"<b>{escape(heading, quote=False)}</b>", "font": {"size": 19, "color": "#2F2D2B"}, "x": 0, "xref": "paper",
               "y": 1, "yref": "container", "yanchor": "top", "pad": {"t": 22}},
        margin={"l": 28, "r": 28, "t": 64, "b": 84 + 18 * len(lines)},
        paper_bgcolor="#FFFFFF",
        width=900,
        height=HEIGHT + 140 + 18 * len(lines),
    )  # fmt: skip
    figure.add_annotation(
        text="<br>".join(lines), x=0, xref="paper", xanchor="left", y=0, yref="paper", yanchor="top", yshift=-62, showarrow=False,
        align="left", font={"size": 12, "color": "#5F5B57"},
    )  # fmt: skip
    return figure


def _labels(figures: Mapping[str, Shown], empty: Iterable[str], outlines: Outlines, lang: str) -> list[Label]:
    """Give the words of each place, those with figures first and the roomiest of them first, with their values and without."""
    made = []
    for code in (*figures, *empty):
        words = (gazetteer.stem(gazetteer.name(code) or code),)
        if code in figures:
            words += (_short(figures[code], lang),)
        made.append(Label(code, words, outlines.places[code].inside, outlines.places[code].room))
    return sorted(made, key=lambda label: (-len(label.lines), -label.room, label.code))


def _short(item: Shown, lang: str) -> str:
    words = amount(item.row, lang)
    if item.row["measure"] == "change":
        mark, _, words = words.split(" ", 2)
        words = f"{mark} {words}"
    return words + ("*" if is_hollow(item.row) else "")


def _names(labels: Sequence[Label], inks: Sequence[str]) -> go.Scattergeo:
    return go.Scattergeo(
        mode="text",
        lon=[label.at[0] for label in labels],
        lat=[label.at[1] for label in labels],
        text=["<br>".join(escape(words, quote=False) for words in label.lines) for label in labels],
        textfont={"size": 12, "color": [*inks], "family": FONT},
        hoverinfo="skip",
        showlegend=False,
    )


def _coloured(codes: Sequence[str], figures: Mapping[str, Shown], outlines: Outlines, line: str, lang: str, geo: str) -> go.Choropleth:
    hover = ["<br>".join(escape(words, quote=False) for words in told(figures[code], _place(code), lang)) for code in codes]
    rows = [figures[code].row for code in codes]
    return _choropleth(codes, outlines, line, geo, z=[value(row) for row in rows], ids=[row["observation_id"] for row in rows],
                       coloraxis="coloraxis", hovertext=hover)  # fmt: skip


def _plain(codes: Sequence[str], outlines: Outlines, line: str, lang: str, geo: str) -> go.Choropleth:
    hover = [f"{escape(_place(code), quote=False)}<br>{say('no_data', lang=lang)}" for code in codes]
    clear = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]]
    return _choropleth(codes, outlines, line, geo, z=[0] * len(codes), colorscale=clear, showscale=False, hovertext=hover)


def _choropleth(codes: Sequence[str], outlines: Outlines, line: str, geo: str, **how: Any) -> go.Choropleth:
    features = [{"type": "Feature", "id": code, "properties": {}, "geometry": outlines.places[code].geometry} for code in codes]
    return go.Choropleth(
        geojson={"type": "FeatureCollection", "features": features}, locations=[*codes], locationmode="geojson-id", featureidkey="id",
        marker={"line": {"color": line, "width": 0.8}}, hoverinfo="text", geo=geo, **how,
    )  # fmt: skip


def _lines(lines: Iterable[Iterable[tuple[float, float]]], colour: str, width: float, geo: str) -> go.Scattergeo:
    points = [point for line in lines for point in (*line, (None, None))]
    return go.Scattergeo(
        mode="lines", lon=[lon for lon, _ in points], lat=[lat for _, lat in points], line={"color": colour, "width": width},
        hoverinfo="skip", showlegend=False, geo=geo,
    )  # fmt: skip


def _legend(line: str, ink: str, words: str, *, shown: bool) -> go.Scattergeo:
    """A square that is nowhere on the map but in its legend."""
    return go.Scattergeo(
        mode="markers", lon=[None], lat=[None], name=words, showlegend=shown,
        marker={"symbol": "square-open", "size": 12, "color": line, "line": {"color": line, "width": 1.5}},
    )  # fmt: skip


def _rings(outlines: Outlines, code: str | None) -> list[list[tuple[float, float]]]:
    if code is None or code not in outlines.places:
        return []
    return [part[0] for part in outlines.places[code].geometry["coordinates"]]


def _in_corner(outlines: Outlines, code: str) -> bool:
    west, south, east, north = _CORNER
    points = (point for part in outlines.places[code].geometry["coordinates"] for point in part[0])
    return any(west <= lon <= east and south <= lat <= north for lon, lat in points)


def _place(code: str) -> str:
    return gazetteer.name(code) or code


def _layout(outlines: Outlines, ink: str, line: str, dark: bool) -> dict[str, Any]:
    return {
        "template": "none",
        "height": HEIGHT + 64,
        "margin": {"l": 4, "r": 4, "t": 4, "b": 60},
        "font": {"family": FONT, "size": 13, "color": ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "hoverlabel": {"align": "left", "bgcolor": "#262422" if dark else "#FFFFFF", "bordercolor": ink,
                       "font": {"family": FONT, "size": 13, "color": ink}},
        "legend": {"x": 1, "xanchor": "right", "y": -0.03, "yanchor": "top", "orientation": "h", "itemclick": False, "itemdoubleclick": False,
                   "bgcolor": "rgba(0,0,0,0)"},
        "geo": _projected(outlines.box),
    } | ({"geo2": _corner(line)} if outlines.at_sea else {})  # fmt: skip


def _projected(box: tuple[float, float, float, float]) -> dict[str, Any]:
    """A map of the country as atlases draw it, of a province as the web does; no layer of Plotly's own world, which it would fetch."""
    west, south, east, north = box
    wide = east - west > 20
    projection = {"type": "conic equal area", "parallels": [25, 47], "rotation": {"lon": (west + east) / 2}} if wide else {"type": "mercator"}
    edge = max(east - west, north - south) * 0.01
    return _bare() | {
        "domain": {"x": [0, 1], "y": [0, 1]},  # else half of the room goes to the corner
        "projection": projection,
        "lonaxis": {"range": [west - edge, east + edge]},
        "lataxis": {"range": [south - edge, min(north + edge, 85)]},
    }


def _corner(line: str) -> dict[str, Any]:
    west, south, east, north = _CORNER
    return _bare() | {
        "domain": {"x": [0.84, 1], "y": [0, 0.27]},
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [west, east]},
        "lataxis": {"range": [south, north]},
        "showframe": True,
        "framecolor": line,
        "framewidth": 1,
    }


def _bare() -> dict[str, Any]:
    layers = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits", "frame")
    return {"visible": False, "bgcolor": "rgba(0,0,0,0)"} | {f"show{layer}": False for layer in layers}
