"""Figures of the ledger → charts: one bar is one observation, never a sum, an average or a line.

In: rows of observations. Out: groups that share a kind and a unit, so that no two kinds share an axis, and a Plotly figure of each.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import plotly.graph_objects as go

from extract.ledger.store import Generation
from pages.parts import data
from pages.parts.data import Row, Where
from pages.parts.places import place
from pages.parts.words import amount, name, period, say, title

LIMIT = 30  # bars in a chart: more cannot be read, and the table has all
MEASURES = ("change", "level", "share", "rank")
_LIGHT = {"change": "#0072B2", "level": "#009E73", "share": "#D55E00", "rank": "#CC79A7"}
_DARK = {"change": "#56B4E9", "level": "#2DC5A0", "share": "#E69F00", "rank": "#E59BC5"}
FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif'
_ROW, _EDGE = 46, 34  # pixels for a bar with its name above it, and for the axis
_NAME_LENGTH = 24
_LONG = 10**7


@dataclass(frozen=True)
class Group:
    """The figures of one chart: those of one measure and unit, the largest first.

    Of a large ledger ``rows`` are only those that are drawn; ``more`` tells how many others there are, and ``last`` is the smallest.
    """

    measure: str
    unit: str | None
    rows: tuple[Row, ...]
    more: int = 0
    last: Row | None = None

    @property
    def count(self) -> int:
        """How many figures there are, drawn or not."""
        return len(self.rows) + self.more

    @property
    def drawn(self) -> tuple[Row, ...]:
        """The figures that the chart has room for."""
        return self.rows[:LIMIT]

    @property
    def key(self) -> str:
        """A key of the chart that holds while its kind and unit do."""
        return f"chart_{self.measure}_{(self.unit or 'none').encode().hex()}"


def groups(rows: Sequence[Row]) -> list[Group]:
    """Part rows by measure and unit: those with most figures first, changes before amounts before shares among equals."""
    found: dict[tuple[str, str | None], list[Row]] = {}
    for row in rows:
        found.setdefault((row["measure"], row["unit"]), []).append(row)
    return sorted((Group(measure, unit, tuple(sorted(those, key=_order))) for (measure, unit), those in found.items()), key=_rank)


def ledger_groups(generation: Generation, where: Where, most: int) -> list[Group]:
    """Give the same of a filter, with the figures to be drawn, for the first ``most`` groups; the others have none in ``rows``."""
    made = [
        (Group(found["measure"], found["unit"], (), found["count"]), [*found["places"], found["last"]])
        for found in data.groups(generation, where, LIMIT)
    ]
    made.sort(key=lambda pair: _rank(pair[0]))
    at = data.at(generation, [place for _, places in made[:most] for place in places])
    return [
        Group(group.measure, group.unit, tuple(at[place] for place in drawn), group.count - len(drawn), at[last])
        for group, (*drawn, last) in made[:most]
    ] + [group for group, _ in made[most:]]


def bars(group: Group, lang: str, *, dark: bool = False) -> go.Figure:
    """Give the chart of a group: horizontal bars, each with its name above and its value at its end.

    ``customdata`` of a bar is its observation_id. A range is a bar from its low to its high end.
    """
    rows = group.drawn
    colour = (_DARK if dark else _LIGHT)[group.measure]
    ink = "#EDEBE8" if dark else "#2F2D2B"
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
            text=[f"<b>{escape(amount(row, lang), quote=False)}</b>" for row in rows],
            textposition="outside",
            cliponaxis=False,
            constraintext="none",
            textfont={"color": ink, "size": 13},
            hovertext=[_hover(row, lang) for row in rows],
            hoverinfo="text",  # and not y: the label at the axis would say its number
            marker=_marker(rows, colour),
        ),
        layout=_layout(group, lang, spans, ink, dark),
    )


def ends(row: Row) -> tuple[float, float]:
    """Give where a bar begins and ends: 0 and the value, or the two ends of a range."""
    if row["value"] is not None:
        return 0.0, float(row["value"])
    known = [float(end) for end in (row["low"], row["high"]) if end is not None]
    return (known[0], known[1]) if len(known) > 1 else (0.0, known[0])


def is_hollow(row: Row) -> bool:
    """Tell whether a figure's period is not in its own sentence: carried, inferred or not known."""
    return row["period_basis"] != "stated"


def summary(group: Group, lang: str) -> str:
    """Say in one sentence what a chart shows; it is also read out to those who do not see the chart."""
    heading = title(group.measure, group.unit, lang)
    first, last = (_item(row, lang) for row in (group.rows[0], group.last or group.rows[-1]))
    if group.count == 1:
        return say("summary_one", lang=lang, title=heading, label=first)
    return say("summary_many", lang=lang, title=heading, n=group.count, first=first, last=last)


def printed(group: Group, lang: str, heading: str, source: str) -> go.Figure:
    """Give the chart as it is downloaded: on white, with title and source line in the picture, and of a size of its own."""
    figure = bars(group, lang)
    height = (figure.layout.height or 0) + 110
    figure.update_layout(
        title={"text": f"<b>{escape(heading, quote=False)}</b>", "font": {"size": 19, "color": "#2F2D2B"}, "x": 0, "xref": "paper",
               "y": 1, "yref": "container", "yanchor": "top", "pad": {"t": 22}},
        margin={"l": 28, "r": 28, "t": 64, "b": 84},
        paper_bgcolor="#FFFFFF",
        plot_bgcolor="#FFFFFF",
        width=900,
        height=height,
    )  # fmt: skip
    lines = "<br>".join(escape(line, quote=False) for line in wrapped(source, 62 if lang == "zh" else 110))
    figure.add_annotation(
        text=lines, x=0, xref="paper", xanchor="left", y=0, yref="paper", yanchor="top", yshift=-36, showarrow=False, align="left",
        font={"size": 12, "color": "#5F5B57"},
    )  # fmt: skip
    return figure


def _rank(group: Group) -> tuple[int, int, str]:
    return -group.count, MEASURES.index(group.measure), group.unit or ""


def _order(row: Row) -> tuple[float, str, str]:
    """The largest first, whichever its sign; the place in the world of equal ones does not depend on the order of reports."""
    return -max(abs(end) for end in ends(row)), row["indicator"], row["observation_id"]


def _marker(rows: Sequence[Row], colour: str) -> dict[str, object]:
    return {
        "color": ["rgba(0,0,0,0)" if is_hollow(row) else colour for row in rows],
        "line": {"color": colour, "width": [2 if is_hollow(row) else 0 for row in rows]},
        "pattern": {
            "shape": ["/" if row["status"] == "target" else "" for row in rows],
            "fgcolor": colour, "bgcolor": "rgba(0,0,0,0)", "size": 6, "solidity": 0.35,
        },
    }  # fmt: skip


def _layout(group: Group, lang: str, spans: Sequence[tuple[float, float]], ink: str, dark: bool) -> dict[str, object]:
    low = min(0.0, *(min(pair) for pair in spans)) if spans else 0.0
    high = max(0.0, *(max(pair) for pair in spans)) if spans else 1.0
    room = (high - low or 1.0) * 0.34  # for the value at the end of the longest bar
    # A name stands above the foot of its bar: at the right end where all bars run to the left.
    foot = {"x": 1, "xanchor": "right", "xshift": -4} if high == 0 > low else {"x": 0, "xanchor": "left", "xshift": 4}
    grid = "#ffffff26" if dark else "#0000001a"
    return {
        "template": "none",
        "height": _ROW * len(spans) + _EDGE + 8,
        "margin": {"l": 12, "r": 12, "t": 4, "b": _EDGE},
        "font": {"family": FONT, "size": 13, "color": ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "y",
        "hoverlabel": {"align": "left", "bgcolor": "#262422" if dark else "#FFFFFF", "bordercolor": ink,
                       "font": {"family": FONT, "size": 13, "color": ink}},
        "xaxis": {"range": [low - (room if low < 0 else 0), high + (room if high > 0 else 0)], "zeroline": True, "zerolinecolor": ink,
                  "zerolinewidth": 1, "gridcolor": grid, "fixedrange": True, "nticks": 5, "ticksuffix": "%" if group.unit == "%" else "",
                  "separatethousands": True, "exponentformat": "none", "tickangle": 0, "tickfont": {"size": 11}, "ticklabeloverflow": "allow",
                  "showticklabels": max(-low, high) < _LONG},  # longer ones run into each other; the bars say their values
        "yaxis": {"range": [len(spans) - 0.4, -0.58], "visible": False, "fixedrange": True},
        # Not tick labels: those within a plot make the other axis drop its own.
        "annotations": [{"text": text, **foot, "xref": "paper", "y": line, "yref": "y", "yanchor": "bottom",
                         "showarrow": False, "borderpad": 0, "font": {"size": 13, "color": ink}} for line, text in enumerate(_names(group, lang))],
    }  # fmt: skip


def _names(group: Group, lang: str) -> list[str]:
    """Give the name of each bar; those that would be the same are told apart by their periods."""
    names = [_short(name(row, place(row["region"]) or row["region_name"])) for row in group.drawn]
    often = Counter(names)
    told = [f"{words} · {period(row, lang)}" if often[words] > 1 else words for words, row in zip(names, group.drawn, strict=True)]
    return [escape(words, quote=False) for words in told]


def _hover(row: Row, lang: str) -> str:
    lines = [name(row, row["region_name"]), amount(row, lang), period(row, lang), row["source"]]
    if row["status"] == "target":
        lines[1] += f" ({say('target', lang=lang)})"
    return "<br>".join(escape(line, quote=False) for line in lines)


def _item(row: Row, lang: str) -> str:
    return f"{name(row, place(row['region']) or row['region_name'])} {amount(row, lang)}"


def _short(words: str) -> str:
    return words if len(words) <= _NAME_LENGTH else words[: _NAME_LENGTH - 1] + "…"


def wrapped(words: str, width: int) -> list[str]:
    """Give words in lines of at most ``width`` characters."""
    return [words[start : start + width] for start in range(0, len(words), width)]
