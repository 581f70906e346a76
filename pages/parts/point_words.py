"""Points of a chart → the words that stand at each, above or below it, so that they touch nothing.

In: points in pixels, each with what it may say, the fullest first, and the side that it prefers. Out: what each says, and on which side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from pages.parts.bar_names import wide
from pages.parts.boxes import Box, meet

LETTER = 11  # pixels of a Chinese character, and the size of the letters
_POINT, _NEAR, _FAR = 6, 7, 20  # pixels from the middle of a point: its edge, where its words begin and where they end
_ACROSS = 1e6


@dataclass(frozen=True)
class Point:
    """Where a point stands, upwards from the lower left, the words it may have, the fullest first, and whether they rather stand below it."""

    x: float
    y: float
    words: Sequence[str]
    below: bool


def worded(points: Sequence[Point], nought: float) -> list[tuple[str, bool]]:
    """Give the words of each point and whether they stand below it: the fullest that touch no other point, no words before them and not the line
    of nought; where all do, the shortest on the side that it prefers.
    """
    edges = [(point.x - _POINT, point.y - _POINT, point.x + _POINT, point.y + _POINT) for point in points]
    taken: list[Box] = [(-_ACROSS, nought - 1, _ACROSS, nought + 1)]
    found: list[tuple[str, bool]] = []
    for at, point in enumerate(points):
        others = [*edges[:at], *edges[at + 1 :], *taken]
        ways = product(point.words, (point.below, not point.below))
        free = (way for way in ways if not any(meet(_box(point, *way), other) for other in others))
        words, under = next(free, (point.words[-1], point.below))
        found.append((words, under))
        if words:
            taken.append(_box(point, words, under))
    return found


def _box(point: Point, words: str, under: bool) -> Box:
    half = wide(words) * LETTER / 2
    low, high = (-_FAR, -_NEAR) if under else (_NEAR, _FAR)
    return point.x - half, point.y + low, point.x + half, point.y + high
