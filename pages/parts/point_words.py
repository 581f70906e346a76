"""Points of a chart → on which side of them their words have room, above or below.

In: points in pixels, each with its words and the side that it prefers. Out: the side of each; None where its words would touch something.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.parts.bar_names import wide
from pages.parts.boxes import Box, meet

LETTER = 11  # pixels of a Chinese character, and the size of the letters
_POINT, _NEAR, _FAR = 6, 7, 20  # pixels from the middle of a point: its edge, where its words begin and where they end
_ACROSS = 1e6


@dataclass(frozen=True)
class Point:
    """Where a point stands, upwards from the lower left, the words that go with it, and whether they rather stand below it."""

    x: float
    y: float
    words: str
    below: bool


def sides(points: Sequence[Point], nought: float) -> list[bool | None]:
    """Tell of each point whether its words stand below it; None where they would touch another point, words before them or the line of nought."""
    edges = [(point.x - _POINT, point.y - _POINT, point.x + _POINT, point.y + _POINT) for point in points]
    taken: list[Box] = [(-_ACROSS, nought - 1, _ACROSS, nought + 1)]
    found: list[bool | None] = []
    for at, point in enumerate(points):
        others = [*edges[:at], *edges[at + 1 :], *taken]
        free = [under for under in (point.below, not point.below) if not any(meet(_box(point, under), other) for other in others)]
        found.append(free[0] if free else None)
        taken += [_box(point, free[0])] if free else []
    return found


def _box(point: Point, under: bool) -> Box:
    half = wide(point.words) * LETTER / 2
    low, high = (-_FAR, -_NEAR) if under else (_NEAR, _FAR)
    return point.x - half, point.y + low, point.x + half, point.y + high
