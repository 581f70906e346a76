"""Places of a map → which of their names have room, so that no two words stand on each other.

In: labels in the order in which they may choose their place, and the box of the map. Out: those that have room.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pages.parts.boxes import Box, meet

_LETTER, _LINE = 12, 15  # pixels of a Chinese character and of a line
_OVER = 2.0  # how far a name may reach beyond the widest circle inside its place
_WITHIN = 1.3  # and a value, which is read against the place's own colour


@dataclass(frozen=True)
class Label:
    """The lines of a place's label, the point it stands at, and the width of the widest circle around it within the place, in degrees."""

    code: str
    lines: tuple[str, ...]
    at: tuple[float, float]
    room: float


def fitting(labels: Sequence[Label], box: Box, width: float, height: float) -> list[Label]:
    """Give the labels that fit on a map of a width and height in pixels, with all their lines or with their first alone."""
    west, south, east, north = box
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = min(width / max((east - west) * squeeze, 1e-9), height / max(north - south, 1e-9))
    placed: dict[str, Label] = {}
    taken: dict[str, Box] = {}
    for lines in (1, None):  # the names first, and then the rest where no name stands
        for label in labels:
            tried = replace(label, lines=label.lines[:lines])
            here = _box(tried, scale, squeeze)
            free = not any(meet(here, other) for code, other in taken.items() if code != label.code)
            if free and here[2] - here[0] <= label.room * squeeze * scale * (_OVER if lines else _WITHIN):
                placed[label.code], taken[label.code] = tried, here
    return [*placed.values()]


def _box(label: Label, scale: float, squeeze: float) -> Box:
    x, y = label.at[0] * squeeze * scale, label.at[1] * scale
    wide = max(sum(_LETTER if ord(letter) > 0x2E80 else _LETTER * 0.6 for letter in line) for line in label.lines)
    high = _LINE * len(label.lines)
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2
