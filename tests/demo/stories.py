"""Stories of the demo: the sentences of ``sentences.toml`` with their figures in them, and what each figure says.

In: a kind of story, its setting and a seeded chance. Out: a story whose ``⟦…⟧`` mark its figures, and the figures in their order.
"""

import re
import tomllib
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from math import floor, log10
from pathlib import Path
from random import Random

from tests.demo.places import Place
from tests.demo.series import TIMES, Span, value

MOST = 4  # sentences of ``may`` in one story
_SLOT = re.compile("⟦(.+?)⟧")
_FORM = re.compile("(约?)([万亿]?)(余?)([万亿]?)(.+)")
_MULTIPLES = {"": 1, "万": 10**4, "亿": 10**8}


class Awkward(ValueError):
    """A sentence that the figures do not bear out: it says 下降 and the figure rose, or nothing changed at all."""


@dataclass(frozen=True)
class Planted:
    """What one figure says: it stands as ``text`` in the report and means the rest, in the words of the tables."""

    text: str
    indicator: str
    value: float
    unit: str
    measure: str
    qualifier: str
    status: str
    region: str
    period: str | None


@dataclass(frozen=True)
class Setting:
    """Where and when a story is set: its place, day of publication and period, the other places and times, and words to fill in."""

    here: Place
    published: date
    span: Span
    others: dict[str, Place] = field(default_factory=dict)
    event: Span | None = None
    words: dict[str, object] = field(default_factory=dict)
    skew: float = 1.0  # how far a bad copy is from the truth

    def filled(self, words: str) -> str:
        """Give words with places and times filled in."""
        places = {key: place.name for key, place in self.others.items()}
        return words.format(**({"here": self.here.name, "whole": self.here.whole} | places | self.words))

    def when(self, name: str) -> Span | None:
        """Give the time that a slot names, or None where it names none."""
        day, year = self.published, self.published.year
        return {
            "now": Span(year, day.month, day.month, day.day),
            "never": Span(year, day.month, day.month),
            "day": self.event,
            "next": Span(year, 7, 12),
            "quarter": Span(year, 1, 3),
            "year": Span(year, 1, 12),
            "end": Span(self.span.year, 12, 12),
        }.get(name)


@dataclass(frozen=True)
class Story:
    """One story with its figures marked."""

    headline: str
    paragraphs: tuple[str, ...]
    planted: tuple[Planted, ...]


@cache
def kinds() -> dict[str, dict[str, list]]:
    """Give the sentences of each kind of story."""
    return tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))


def tell(kind: str, setting: Setting, chance: Random) -> Story:
    """Tell a story of a kind: an opening, one sentence of each that must be told, and some that may be."""
    words = kinds()[kind]
    headline, opening = (setting.filled(chance.choice(words[part])) for part in ("headlines", "openings"))
    may = sorted(chance.sample(range(len(words["may"])), min(len(words["may"]), chance.randint(1, MOST))))
    choices = [chance.sample(choice, len(choice)) for choice in words["must"]] + [[words["may"][number]] for number in may]
    told: list[tuple[str, list[Planted]]] = []
    for choice in choices:
        for template in choice:
            try:
                told.append(_sentence(template, setting))
                break
            except Awkward:
                continue
    middle = len(words["must"])
    parted = ("", "\n")[chance.randrange(2)]  # many a newspaper goes on in the line of its 本报讯
    first = opening + parted + "".join(text for text, _ in told[:middle])
    paragraphs = [*first.split("\n"), "".join(text for text, _ in told[middle:])]
    return Story(headline, tuple(text for text in paragraphs if text), tuple(figure for _, figures in told for figure in figures))


def _sentence(template: str, setting: Setting) -> tuple[str, list[Planted]]:
    planted: list[Planted] = []

    def figure(slot: re.Match) -> str:
        before, made = _figure(slot.group(1).split("|"), setting)
        planted.append(made)
        return f"{before}⟦{made.text}⟧"

    return setting.filled(_SLOT.sub(figure, template)), planted


def _figure(slot: list[str], setting: Setting) -> tuple[str, Planted]:
    """Give what stands before a figure (下降, 约) and the figure of a slot."""
    indicator, series, form, *more = slot
    place = next((setting.others[name] for name in more if name in setting.others), setting.here)
    span = next((found for name in more if (found := setting.when(name))), setting.span)
    made = Planted(
        "", setting.filled(indicator), 0.0, "%", "level", "exact", "target" if "target" in more else "actual",
        place.code, None if "never" in more else span.edtf,
    )  # fmt: skip
    much = value(series, place, span)
    if setting.skew != 1:
        much = round(much * setting.skew)
    if form in ("yoy", "mom", "pp", "down"):
        return _change(made, form, much, series, place, span)
    if form == "%":
        return "", replace(made, text=f"{much:.4g}%", value=float(f"{much:.4g}"), measure="share")
    return _amount(made, form, much * TIMES.get(series, 1))


def _change(made: Planted, form: str, much: float, series: str, place: Place, span: Span) -> tuple[str, Planted]:
    base = value(series, place, span.month_before if form == "mom" else span.year_before)
    rise = much - base if form == "pp" else 100 * (much / base - 1)
    change = -much if made.status == "target" else round(rise, 1)
    if change == 0 or (form == "pp" and change < 0) or (form == "down" and change > 0):
        raise Awkward(f"{series} of {place.name} in {span.edtf} changed by {change}")
    unit = "百分点" if form == "pp" else "%"
    text = f"{abs(change):g}{'个' if form == 'pp' else ''}{unit}"
    before = ("上升" if change > 0 else "下降") if form in ("yoy", "mom") else ""
    return before, replace(made, text=text, value=change, unit=unit, measure="change")


def _amount(made: Planted, form: str, much: float) -> tuple[str, Planted]:
    """Give 约 or nothing, and an amount in the form of a report: 13204 as 余人 is ``13000余人``, as 万余人 ``1.3万余人``, as 万人 ``1.32万人``."""
    about, first, over, second, unit = _FORM.fullmatch(form).groups()
    times = _MULTIPLES[first] * _MULTIPLES[second]
    if times > much:
        times, first, second = 1, "", ""
    shown = much / times
    if over:
        step = 10.0 ** (floor(log10(shown)) - 1)
        shown = floor(shown / step) * step
    elif about:
        shown = max(10, round(shown, -1))
    else:
        shown = round(shown, 2 if times > 1 else 1)
    number = f"{shown:.10g}"
    qualifier = "about" if about else "over" if over else "exact"
    text = f"{number}{first}{over}{second}{unit}"
    return about, replace(made, text=text, value=round(float(number) * times, 6), unit=unit, qualifier=qualifier)
