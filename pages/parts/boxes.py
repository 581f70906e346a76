"""Boxes in pixels, left, bottom, right and top: what words take up on a chart or a map."""

Box = tuple[float, float, float, float]


def meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
