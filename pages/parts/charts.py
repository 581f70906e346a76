"""Figures of the ledger → charts: each mark is one observation, never a sum, an average or a line between two.

In: a group of figures. Out: its chart in the form that it takes, on the page and as it is downloaded, and the sentence that tells it.
"""

from collections import Counter
from collections.abc import Sequence

import plotly.graph_objects as go

from pages.parts.bar_names import has_bases, has_periods, parts
from pages.parts.bars import bars
from pages.parts.chart_look import FONT, plain, wrapped
from pages.parts.data import Row
from pages.parts.facts import is_doubtful, stacked, told
from pages.parts.groups import LIMIT, MEASURES, Group, ends, groups, is_hollow, ledger_groups
from pages.parts.over_time import over_time
from pages.parts.places import place
from pages.parts.words import amount, indicator_of, name, period, say, title

__all__ = [
    "FONT", "LIMIT", "MEASURES", "Group", "bars", "below", "drawn", "ends", "groups", "heading", "is_hollow", "ledger_groups", "notes",
    "over_time", "printed", "summary", "wrapped",
]  # fmt: skip

WORDINGS = 6  # of one indicator that are named; hovering over a point tells its own


def drawn(group: Group, lang: str, *, dark: bool = False) -> go.Figure:
    """Give the chart of a group in its form."""
    return (bars if group.form == "bars" else over_time)(group, lang, dark=dark)


def heading(group: Group, lang: str) -> str:
    """Give the title of a chart: its kind and unit; where it holds one indicator over time, that one first."""
    words = title(group.measure, group.unit, lang)
    return words if group.form == "bars" else f"{indicator_of(group.rows, lang)} · {words}"


def notes(made: Sequence[Group]) -> list[str]:
    """Say how the charts of a page are read, as keys of words: each thing once, and only where it is there."""
    shown = [(group, told(group.rows) if group.form == "bars" else stacked(told(group.rows))) for group in made]
    marks = [mark for _, those in shown for mark in those]
    rows = [row for group in made for row in group.rows]
    over = [row for group in made if group.form != "bars" for row in group.rows]
    as_bars = [those for group, those in shown if group.form == "bars"]
    said = {
        "how_to_read": bool(as_bars),
        "time_note": bool(over),
        "open_note": any(row["period_start"] is None for row in over),
        "periods_note": any(map(has_periods, as_bars)),
        "bases_note": any(map(has_bases, as_bars)),
        "parts_note": any(any(parts([mark.row for mark in those])) for _, those in shown),
        "apart_note": any(mark.is_apart for mark in marks),
        "twice_note": any(len(mark.rows) > 1 and not mark.is_apart for mark in marks),
        "doubt_note": any(is_doubtful(rows) for mark in marks for rows in mark.values.values()),
        "qualifier_note": any(row["qualifier"] != "exact" for row in rows),
        "hollow_note": any(map(is_hollow, rows)),
        "target_note": any(row["status"] == "target" for row in rows),
    }
    return [key for key, is_there in said.items() if is_there]


def summary(group: Group, lang: str) -> str:
    """Say in one sentence what a chart shows; it is also read out to those who do not see the chart."""
    words = heading(group, lang)
    if group.form != "bars":
        return _course(group, words, lang)
    first, last = (_item(row, lang) for row in (group.rows[0], group.last or group.rows[-1]))
    if group.count == 1:
        return say("summary_one", lang=lang, title=words, label=first)
    return say("summary_many", lang=lang, title=words, n=group.count, first=first, last=last)


def below(group: Group, lang: str) -> str:
    """Say what one must know below a chart: which words of reports count as its one indicator, and what is not drawn; "" for nothing."""
    told_as = Counter(row["indicator"] for row in group.rows) if group.form != "bars" else {}
    first = ("、" if lang == "zh" else ", ").join(sorted(told_as, key=lambda words: (-told_as[words], words))[:WORDINGS])
    wordings = say("wordings", lang=lang, n=len(told_as), words=first + (" …" if len(told_as) > WORDINGS else "")) if len(told_as) > 1 else ""
    return " ".join(filter(None, (wordings, _cut(group, lang))))


def printed(group: Group, lang: str, title_words: str, source: str) -> go.Figure:
    """Give the chart as it is downloaded: on white, with its title, how it is read and its source in the picture, and of a size of its own."""
    figure = drawn(group, lang)
    width = 62 if lang == "zh" else 110
    said = " ".join(filter(None, (below(group, lang), *(say(key, lang=lang) for key in notes([group])))))
    lines = [*wrapped(said, width), *wrapped(source, width)]
    room, foot = figure.layout.margin, 18 + 16 * len(lines)
    figure.update_layout(
        title={"text": f"<b>{plain(title_words)}</b>", "font": {"size": 19, "color": "#2F2D2B"}, "x": 0, "xref": "paper",
               "y": 1, "yref": "container", "yanchor": "top", "pad": {"t": 22}},
        margin={"l": room.l + 16, "r": room.r + 16, "t": room.t + 60, "b": room.b + foot},
        paper_bgcolor="#FFFFFF",
        plot_bgcolor="#FFFFFF",
        width=900,
        height=(figure.layout.height or 0) + 60 + foot,
    )  # fmt: skip
    figure.add_annotation(
        text="<br>".join(map(plain, lines)), x=0, xref="paper", xanchor="left", y=0, yref="paper", yanchor="top", yshift=-36, showarrow=False,
        align="left", font={"size": 12, "color": "#5F5B57"},
    )  # fmt: skip
    return figure


def _cut(group: Group, lang: str) -> str:
    if not group.more:
        return ""
    if group.form == "bars":
        return say("chart_cut", lang=lang, n=len(group.rows), total=group.count)
    if group.places == len(group.panels):
        return say("time_cut", lang=lang, n=group.more)
    return say("panels_cut", lang=lang, n=group.more, drawn=len(group.panels), places=group.places)


def _course(group: Group, words: str, lang: str) -> str:
    """Tell figures over time: from when to when, and between which values."""
    dated = sorted(group.rows, key=lambda row: (row["period_end"], row["period_start"] or row["period_end"]))
    sized = sorted(group.rows, key=lambda row: (ends(row)[1], row["period_end"]))
    values = {
        "title": words, "n": len(group.rows), "first": period(dated[0], lang), "last": period(dated[-1], lang),
        "low": f"{amount(sized[0], lang)} ({period(sized[0], lang)})", "high": f"{amount(sized[-1], lang)} ({period(sized[-1], lang)})",
    }  # fmt: skip
    if group.form == "time":
        return say("summary_time", lang=lang, place=place(dated[-1]["region"]) or dated[-1]["region_name"], **values)
    return say("summary_panels", lang=lang, places=len(group.panels), **values)


def _item(row: Row, lang: str) -> str:
    return f"{name(row, place(row['region']) or row['region_name'], lang)} {amount(row, lang)}"
