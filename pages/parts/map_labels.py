"""Places of a map → which of their names have room, so that no two words stand on each other.

In: labels in the order in which they may choose their place, and the box of the map. Out: those with room even on a phone, and those
with room on a wide screen only.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

_LETTER, _LINE = 12, 15  # pixels of a Chinese character and of a line
_PHONE = 0.5  # how large a map is on a phone, against a wide screen
_OVER = 1.7  # how far a word may reach beyond the widest circle inside its place

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """The lines of a place's label, the point it stands at, and the width of the widest circle around it within the place, in degrees."""

    code: str
    lines: tuple[str, ...]
    at: tuple[float, float]
    room: float


def fitting(labels: Sequence[Label], box: Box, width: int, height: int) -> tuple[list[Label], list[Label]]:
    """Give the labels that fit on a phone, and those that fit besides on a map of a width and height in pixels.

    A label that does not fit with all its lines is tried with its first.
    """
    west, south, east, north = box
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = min(width / max((east - west) * squeeze, 1e-9), height / max(north - south, 1e-9))
    phone = _placed(labels, [], scale * _PHONE, squeeze)
    kept = {label.code for label in phone}
    # On the wide screen those of the phone stand already.
    taken = [_box(label, scale, squeeze) for label in phone]
    return phone, _placed([label for label in labels if label.code not in kept], taken, scale, squeeze)


def _placed(labels: Sequence[Label], taken: list[Box], scale: float, squeeze: float) -> list[Label]:
    placed = []
    for label in labels:
        for lines in dict.fromkeys((label.lines, label.lines[:1])):
            tried = replace(label, lines=lines)
            box = _box(tried, scale, squeeze)
            if box[2] - box[0] <= label.room * scale * _OVER and not any(_meet(box, other) for other in taken):
                placed.append(tried)
                taken.append(box)
                break
    return placed


def _box(label: Label, scale: float, squeeze: float) -> Box:
    x, y = label.at[0] * squeeze * scale, label.at[1] * scale
    wide = max(sum(_LETTER if ord(letter) > 0x2E80 else _LETTER * 0.6 for letter in line) for line in label.lines)
    high = _LINE * len(label.lines)
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
