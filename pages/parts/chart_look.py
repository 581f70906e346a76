"""How all charts look: colours, letters, axes.

In: a measure, light or dark. Out: pieces of Plotly figures. Colours are explicit: a theme's would export black.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Any

FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif'
PALE = 0.5  # how much is left of the colour of a mark that the program is not sure of; a ? says so, too
_LIGHT = {"change": "#0072B2", "level": "#009E73", "share": "#D55E00", "rank": "#CC79A7"}
_DARK = {"change": "#56B4E9", "level": "#2DC5A0", "share": "#E69F00", "rank": "#E59BC5"}


@dataclass(frozen=True)
class Look:
    """The colours of one chart: of its marks, of its words and their details, of the lines behind them, and of what is behind all."""

    colour: str
    ink: str
    pale: str
    grid: str
    paper: str

    @classmethod
    def of(cls, measure: str, *, dark: bool) -> "Look":
        """Give the colours of a measure on a light or a dark page."""
        if dark:
            return cls(_DARK[measure], "#EDEBE8", "#B5AFA9", "#ffffff26", "#262422")
        return cls(_LIGHT[measure], "#2F2D2B", "#5F5B57", "#0000001a", "#FFFFFF")

    def layout(self, height: float, **more: Any) -> dict[str, Any]:
        """Give what the layouts of all charts have in common, with what one has besides."""
        return {
            "template": "none",
            "height": height,
            "font": {"family": FONT, "size": 13, "color": self.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "dragmode": False,
            "hoverlabel": {"align": "left", "bgcolor": self.paper, "bordercolor": self.ink,
                           "font": {"family": FONT, "size": 13, "color": self.ink}},
        } | more  # fmt: skip


def values_axis(look: Look, unit: str | None) -> dict[str, Any]:
    """Give an axis of values: numbers with all their digits, % where they are percentages."""
    return {
        "zeroline": True, "zerolinecolor": look.ink, "zerolinewidth": 1, "gridcolor": look.grid, "fixedrange": True, "nticks": 5,
        "ticksuffix": "%" if unit == "%" else "", "separatethousands": True, "exponentformat": "none", "tickangle": 0,
        "tickfont": {"size": 11}, "ticklabeloverflow": "allow",
    }  # fmt: skip


def plain(words: str) -> str:
    """Give words of a report as Plotly shows them: no markup in them."""
    return escape(words, quote=False)


def wrapped(words: str, width: int) -> list[str]:
    """Give words in lines of at most ``width`` characters, broken at blanks where there are any."""
    return wrap(words, width, break_on_hyphens=False)


def bounds(spans: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Give the ends of an axis that holds all marks and zero."""
    if not spans:
        return 0.0, 1.0
    return min(0.0, *(min(pair) for pair in spans)), max(0.0, *(max(pair) for pair in spans))
