"""A filter's figures parted into charts: no two kinds or units share one, and the form of each follows from what it holds.

In: a generation and a filter, or rows. Out: groups, with the figures that are drawn of each and how many others there are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from extract.ledger.store import Generation
from pages.parts import data
from pages.parts.data import Row, Where
from pages.parts.facts import fact, told

Form = Literal["bars", "time", "panels"]
Series = tuple[str, str | None]  # a region, and a subject within it

LIMIT = 30  # bars in a chart: more cannot be read, and the table has all
PANELS = 12  # places beside each other
POINTS = {"time": 200, "panels": 40}  # figures of one place over time, the latest
MEASURES = ("change", "level", "share", "rank")


@dataclass(frozen=True)
class Group:
    """The figures of one chart: those of one measure and unit; bars stand with the largest first, figures over time place by place.

    ``rows`` are those that are drawn, of bars the largest and those that tell of the same; ``more`` tells how many others there are, and
    ``last`` is the smallest of all. ``places`` are those that the figures over time are of, drawn or not. What ``moves`` can be drawn over
    time, and is unless bars are asked for.
    """

    measure: str
    unit: str | None
    rows: tuple[Row, ...]
    more: int = 0
    last: Row | None = None
    form: Form = "bars"
    places: int = 0
    moves: bool = False

    @property
    def count(self) -> int:
        """How many figures there are, drawn or not."""
        return len(self.rows) + self.more

    @property
    def panels(self) -> dict[Series, list[Row]]:
        """The figures over time, by place and subject."""
        found: dict[Series, list[Row]] = {}
        for row in self.rows:
            found.setdefault(series(row), []).append(row)
        return found

    @property
    def lines(self) -> int:
        """How much room the chart takes, in bars."""
        return {"bars": len(self.rows), "time": 8, "panels": 3 * len(self.panels)}[self.form]

    @property
    def key(self) -> str:
        """A key of the chart that holds while its kind and unit do."""
        return f"chart_{self.measure}_{(self.unit or 'none').encode().hex()}"


def groups(rows: Sequence[Row], *, as_bars: bool = False) -> list[Group]:
    """Part rows by measure and unit: those with most figures first, changes before amounts before shares among equals."""
    found: dict[tuple[str, str | None], list[Row]] = {}
    for row in rows:
        found.setdefault((row["measure"], row["unit"]), []).append(row)
    return sorted((_group(measure, unit, those, as_bars) for (measure, unit), those in found.items()), key=_rank)


def ledger_groups(generation: Generation, where: Where, most: int, *, as_bars: bool = False) -> list[Group]:
    """Give the same of a filter, with the figures to be drawn, for the first ``most`` groups; the others have none in ``rows``."""
    made = sorted(data.groups(generation, where, LIMIT), key=lambda found: _rank(_empty(found)))
    courses = _courses(generation, where, made[:most])
    places = {place for found in made[:most] for place in (*found["places"], found["last"])}
    places |= {place for those in courses.values() for course in those for place in course["places"]}
    at = data.at(generation, [*places.union(data.alike(generation, where, [place for found in made[:most] for place in found["places"]]))])
    return [_filled(found, courses.get((found["measure"], found["unit"]), []), at, as_bars) for found in made[:most]] + [*map(_empty, made[most:])]


def form(places: int, moving: int) -> Form:
    """Choose the form of one indicator's figures by how many places they are of, and how many of these have more than one period."""
    if moving == 1 == places:
        return "time"
    return "panels" if moving > 1 else "bars"


def series(row: Row) -> Series:
    """Give what a figure over time belongs to: its region, and the subject if it is of one."""
    return row["region"], row["subject"]


def ends(row: Row) -> tuple[float, float]:
    """Give where a bar begins and ends: 0 and the value, or the two ends of a range."""
    if row["value"] is not None:
        return 0.0, float(row["value"])
    known = [float(end) for end in (row["low"], row["high"]) if end is not None]
    return (known[0], known[1]) if len(known) > 1 else (0.0, known[0])


def is_hollow(row: Row) -> bool:
    """Tell whether a figure's period is not in its own sentence: carried, inferred or not known."""
    return row["period_basis"] != "stated"


def _group(measure: str, unit: str | None, rows: Sequence[Row], as_bars: bool) -> Group:
    courses: dict[Series, list[Row]] = {}
    if len({row["indicator_id"] or row["indicator"] for row in rows}) == 1:
        for row in sorted((row for row in rows if row["region"] and row["period_end"]), key=_latest):
            courses.setdefault(series(row), []).append(row)
    periods = {one: len({row["period"] for row in those}) for one, those in courses.items()}
    chosen = form(len(courses), sum(count > 1 for count in periods.values()))
    if chosen == "bars" or as_bars:
        ordered = sorted(rows, key=_order)
        return _bars(Group(measure, unit, (), len(rows), ordered[-1], moves=chosen != "bars"), ordered, ordered[:LIMIT])
    first = sorted(courses, key=lambda one: (-periods[one], -len(courses[one]), one[0], one[1] or ""))[:PANELS]
    drawn = [row for one in first for row in courses[one][: POINTS[chosen]]]
    return Group(measure, unit, tuple(drawn), len(rows) - len(drawn), max(rows, key=_order), chosen, len(courses), moves=True)


def _filled(found: Row, courses: Sequence[Row], at: Mapping[int, Row], as_bars: bool) -> Group:
    empty, last = _empty(found), at[found["last"]]
    chosen = form(courses[0]["series"], courses[0]["moving"]) if courses else "bars"
    if chosen == "bars" or as_bars:
        return _bars(replace(empty, last=last, moves=chosen != "bars"), [at[place] for place in sorted(at)], [at[place] for place in found["places"]])
    drawn = [at[place] for course in courses for place in course["places"][: POINTS[chosen]]]
    return Group(empty.measure, empty.unit, tuple(drawn), empty.count - len(drawn), last, chosen, courses[0]["series"], moves=True)


def _bars(empty: Group, rows: Sequence[Row], largest: Sequence[Row]) -> Group:
    """Give the bars of a group: the largest figures, and of all its rows those that are told with them."""
    drawn, facts = {row["observation_id"] for row in largest}, {fact(row) for row in largest}
    near = [row for row in rows if row["observation_id"] in drawn or fact(row) in facts - {None}]
    those = [row for mark in told(near) if any(one["observation_id"] in drawn for one in mark.rows) for row in mark.rows]
    return replace(empty, rows=tuple(those), more=empty.count - len(those))


def _courses(generation: Generation, where: Where, found: Sequence[Row]) -> dict[tuple[str, str | None], list[Row]]:
    """Ask for the figures over time of the groups that hold one indicator."""
    kinds = tuple((group["measure"], group["unit"] or "") for group in found if group["indicator"] and group["count"] > 1)
    courses: dict[tuple[str, str | None], list[Row]] = {}
    for course in data.courses(generation, where, kinds, PANELS, POINTS["time"]) if kinds else ():
        courses.setdefault((course["measure"], course["unit"]), []).append(course)
    return courses


def _empty(found: Row) -> Group:
    return Group(found["measure"], found["unit"], (), found["count"])


def _rank(group: Group) -> tuple[int, int, str]:
    return -group.count, MEASURES.index(group.measure), group.unit or ""


def _order(row: Row) -> tuple[float, str, str]:
    """The largest first, whichever its sign; the place in the world of equal ones does not depend on the order of reports."""
    return -max(abs(end) for end in ends(row)), row["indicator"], row["observation_id"]


def _latest(row: Row) -> tuple[int, int, tuple[float, str, str]]:
    return -row["period_end"].toordinal(), -(row["period_start"] or date.min).toordinal(), _order(row)
