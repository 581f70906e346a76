"""How far a row can be relied on: how likely a row like it was right in reports whose figures were known.

The weights below were fitted to 4,032 rows of 124 reports (logistic regression), some of them as they were read before anybody had seen them.
A row is like another where the same rule read it, its place, its time and the report's date are known the same way, its indicator is one
the lexicon knows and as long, and it measures the same.
"""

from math import exp

_BASE = 1.76
_RULE = {
    "table_row": 2.67, "apportioned": 1.3, "average": 1.27, "reached": 0.7, "base_level": 0.46, "measured": 0.25, "acting": 0.1,
    "compared": 0.08, "again": -0.02, "respectively": -0.1, "beside": -0.21, "change": -0.24, "share": -0.27, "counted": -0.48,
    "weighed": -0.54, "multiple": -0.69, "headed": -0.69, "total": -0.71, "from_to": -0.76, "rank": -1.4,
}  # fmt: skip
_OTHER_RULE = -1.27
# How the place is known, how the time is known.
_BASIS = {
    ("headline", "headline"): 0.81, ("headline", "stated"): 0.53, ("stated", "stated"): 0.4, ("carried", "stated"): -0.01,
    ("headline", "carried"): -0.06, ("carried", "headline"): -0.41, ("stated", "headline"): -0.42, ("carried", "carried"): -0.44,
    ("stated", "carried"): -0.56,
}  # fmt: skip
_OTHER_BASIS = -0.4
_UNDATED, _INFERRED, _SAID = -1.83, 0.46, 0.8  # how the report's own date is known
_MEASURE = {"rank": 0.33, "level": -0.36, "change": -0.04, "share": -0.5}
_KNOWN, _UNKNOWN = 0.0, -0.57  # whether the indicator is canonical
_ONE, _USUAL, _LONG = -1.2, 0.55, 0.09  # how long the indicator is
_LONGEST = 10  # characters
_TARGET = -0.53


def confidence(
    rule: str, bases: tuple[str | None, str | None], dated: str | None, indicator: str, measure: str, *, known: bool, target: bool
) -> float:
    """Give the confidence of a row, 0 to 1, by its rule and so on.

    ``bases`` are how its place and its time are known, ``dated`` how the report's own date is (``file name: 20180718``, ``inferred | …``).

    >>> confidence("measured", ("stated", "stated"), "file name: 20180718", "刑事立案", "level", known=True, target=False)
    0.968
    """
    report = _UNDATED if not dated or dated.startswith("not known") else _INFERRED if dated.startswith("inferred") else _SAID
    length = _ONE if len(indicator) == 1 else _USUAL if len(indicator) <= _LONGEST else _LONG
    basis = _BASIS.get((bases[0] or "", bases[1] or ""), _OTHER_BASIS)
    odds = (
        _BASE
        + _RULE.get(rule, _OTHER_RULE)
        + basis
        + report
        + _MEASURE[measure]
        + length
        + (_KNOWN if known else _UNKNOWN)
        + (_TARGET if target else 0)
    )
    return round(1 / (1 + exp(-odds)), 3)
