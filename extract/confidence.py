"""How far a row can be relied on: how likely a row like it was right in reports whose figures were known.

The weights below were fitted to 3,475 rows of 93 reports (logistic regression). A row is like another where the same rule read it, its
place and time are known the same way, its indicator is one the lexicon knows and as long, and it measures the same.
"""

from math import exp

_BASE = 1.97
_RULE = {
    "table_row": 2.64, "acting": 1.44, "apportioned": 1.13, "reached": 0.82, "compared": 0.64, "measured": 0.3, "average": 0.23,
    "change": 0.03, "respectively": 0.02, "weighed": -0.09, "again": -0.19, "share": -0.2, "beside": -0.32, "multiple": -0.65,
    "counted": -0.7, "headed": -0.8, "total": -0.89, "from_to": -0.94, "rank": -1.53,
}  # fmt: skip
_OTHER_RULE = -1.2
# How the place is known, how the time is known.
_BASIS = {
    ("headline", "stated"): 0.65, ("carried", "headline"): 0.44, ("headline", "headline"): 0.43, ("stated", "stated"): 0.26,
    ("headline", "carried"): 0.03, ("carried", "carried"): -0.07, ("carried", "stated"): -0.17, ("stated", "headline"): -0.56,
    ("stated", "carried"): -0.68,
}  # fmt: skip
_OTHER_BASIS = -0.57
_MEASURE = {"rank": 0.29, "level": -0.09, "change": -0.13, "share": -0.33}
_KNOWN, _UNKNOWN = 0.21, -0.45  # whether the indicator is canonical
_ONE, _USUAL, _LONG = -0.77, 0.44, 0.08  # how long the indicator is
_LONGEST = 10  # characters
_TARGET = -0.3


def confidence(rule: str, bases: tuple[str | None, str | None], indicator: str, measure: str, *, known: bool, target: bool) -> float:
    """Give the confidence of a row, 0 to 1, by its rule and so on; ``bases`` are how its place and its time are known.

    >>> confidence("measured", ("stated", "stated"), "刑事立案", "level", known=True, target=False)
    0.956
    """
    length = _ONE if len(indicator) == 1 else _USUAL if len(indicator) <= _LONGEST else _LONG
    basis = _BASIS.get((bases[0] or "", bases[1] or ""), _OTHER_BASIS)
    odds = _BASE + _RULE.get(rule, _OTHER_RULE) + basis + _MEASURE[measure] + length + (_KNOWN if known else _UNKNOWN) + (_TARGET if target else 0)
    return round(1 / (1 + exp(-odds)), 3)
