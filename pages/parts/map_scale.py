"""Values of one kind → the colours of a map, fit for eyes that see no red or green, on light pages and dark.

Changes run from blue (▼) by grey at 0 to orange (▲), as far to one side as to the other; amounts from 0 to the largest, shares and ranks from
the smallest to the largest, in blues. The ends of the scale are values of figures, none is rounded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pages.parts.mapped import Kind
from pages.parts.words import number, say, unit_words

_BLUES = {False: ("#D3E5F2", "#79B4DA", "#0072B2", "#00406B"), True: ("#1D3A4F", "#2C6C99", "#56B4E9", "#C9E7F9")}
_BOTH = {False: ("#0072B2", "#8DBFDE", "#DEDAD3", "#EDA878", "#D55E00"), True: ("#56B4E9", "#3A7296", "#4A4744", "#8F6A24", "#E69F00")}


@dataclass(frozen=True)
class Scale:
    """From ``low`` to ``high`` by ``colours``, with what stands at the ``ticks`` of its bar."""

    low: float
    high: float
    colours: tuple[str, ...]
    ticks: tuple[tuple[float, str], ...]

    def colour(self, value: float) -> tuple[float, float, float]:
        """Give the colour of a value as red, green and blue, each from 0 to 255."""
        span = self.high - self.low
        at = min(max((value - self.low) / span if span else 1.0, 0.0), 1.0) * (len(self.colours) - 1)
        before = min(int(at), len(self.colours) - 2)
        pairs = zip(_rgb(self.colours[before]), _rgb(self.colours[before + 1]), strict=True)
        red, green, blue = (first + (second - first) * (at - before) for first, second in pairs)
        return red, green, blue

    def ink(self, value: float) -> str:
        """Give the letters' colour upon a value's: pure black or white, whichever is read better; one of them always is at 4.5 to 1."""
        return "#FFFFFF" if _luminance(self.colour(value)) < 0.179 else "#000000"

    def axis(self, ink: str) -> dict[str, Any]:
        """Give Plotly's settings of the scale and of the bar that explains it."""
        steps = [[place / (len(self.colours) - 1), colour] for place, colour in enumerate(self.colours)]
        return {
            "cmin": self.low, "cmax": self.high, "colorscale": steps,
            "colorbar": {"orientation": "h", "x": 0, "xanchor": "left", "y": -0.02, "yanchor": "top", "len": 0.6, "thickness": 10, "xpad": 44,
                         "ticklabeloverflow": "allow",
                         "outlinewidth": 0, "tickvals": [value for value, _ in self.ticks], "ticktext": [words for _, words in self.ticks],
                         "tickfont": {"size": 12, "color": ink}},
        }  # fmt: skip


def scale(kind: Kind | None, values: Sequence[float], lang: str, *, dark: bool = False) -> Scale:
    """Give the scale of a map's values, all of one kind."""
    if kind is None or not values:
        return Scale(0.0, 1.0, _BLUES[dark], ())
    if kind.measure == "change":
        far = max(abs(value) for value in values) or 1.0
        words = _unit(far, kind, lang)
        ticks = ((-far, f"▼ {say('down', lang=lang)} {words}"), (0.0, "0"), (far, f"▲ {say('up', lang=lang)} {words}"))
        return Scale(-far, far, _BOTH[dark], ticks)
    low, high = min(values), max(values)
    if kind.measure == "level":
        low, high = min(low, 0.0), max(high, 0.0)
    ends = (low, high) if low < high else (high,)
    return Scale(low, high if low < high else low + 1.0, _BLUES[dark], tuple((end, _unit(end, kind, lang)) for end in ends))


def _unit(value: float, kind: Kind, lang: str) -> str:
    told = number(value, lang)
    if kind.measure == "rank":
        return say("rank_value", lang=lang, n=told)
    unit = unit_words(kind.unit, lang, value)
    return told + (unit if unit in ("%", "‰") else f" {unit}").rstrip()


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(rgb: tuple[float, float, float]) -> float:
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
