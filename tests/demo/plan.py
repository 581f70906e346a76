"""Which reports the demo has: about 300 over 80 counties and six years, with copies, contradictions, gaps and files that cannot be read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from pages.parts.words import say
from tests.demo.places import Place, Province, provinces, town
from tests.demo.series import Span, value
from tests.demo.stories import Planted, Setting, Story, tell
from tests.marked import spans, unmarked

SEED = 2018
MARK = say("demo_mark", lang="zh")  # by which the pages know that a report is invented
YEARS = range(2018, 2024)
_REPORTERS = ("林知远", "苏明澈", "沈一舟", "顾思行", "许望舒", "江予安")
_EVERY_YEAR = 8  # counties that have a bulletin each year: one a city, so that a chart shows how things went
_LINE = 21  # characters in a column of the newspaper that prints a report again
_GB = 25  # one report in so many is in GB18030


@dataclass(frozen=True)
class Written:
    """A report of the demo: its file name, its bytes, its text, and its figures with where they start in it."""

    name: str
    content: bytes
    text: str = ""
    planted: tuple[tuple[int, Planted], ...] = ()
    twin: str | None = None  # the report that it copies, tells again or contradicts
    contradicts: bool = False


def reports(seed: int = SEED) -> list[Written]:
    """Give all reports of the demo, in order of their names."""
    chance = Random(seed)
    found = provinces(seed)
    counties = [county for province in found for those in province.counties.values() for county in those]
    yearly = [those[0] for province in found for those in province.counties.values()][:_EVERY_YEAR]
    bulletins = [_bulletin(county, year, chance) for county in yearly for year in YEARS]
    bulletins += [_bulletin(county, chance.choice(YEARS), chance) for county in counties if county not in yearly]
    made = [*bulletins, *_others(counties, chance), *_round_ups(found, chance), *_pages(counties, chance)]
    made += [*_copies(bulletins, chance), *_told_again(bulletins, chance), *_unreadable(chance)]
    written = [_encoded(report) if number % _GB == _GB - 1 else report for number, (report, _) in enumerate(made)]
    return sorted(written, key=lambda report: report.name)


Made = tuple[Written, Setting | None]


def _bulletin(county: Place, year: int, chance: Random) -> Made:
    day = date(year, 7, chance.randint(6, 25))
    return _report("police", Setting(county, day, Span(year, 1, 6), words=_words(day, chance)), chance)


def _others(counties: list[Place], chance: Random) -> Iterator[Made]:
    """Give the reports of the other kinds, each of a county of its own as far as they reach."""
    for kind, many in {"fraud": 24, "traffic": 10, "court": 20, "fire": 16, "volunteers": 22, "discipline": 12, "yearly": 20, "undated": 5}.items():
        for county in chance.sample(counties, many):
            yield _report(kind, _setting(kind, county, chance), chance)


def _setting(kind: str, county: Place, chance: Random) -> Setting:
    year = chance.choice(YEARS)
    if kind in ("fraud", "traffic"):
        month = chance.randint(1, 11)
        day = date(year, month + 1, chance.randint(3, 9))
        return Setting(county, day, Span(year, month, month), words=_words(day, chance) | {"month": month})
    if kind in ("court", "discipline", "yearly"):  # of the year before, told at the beginning of the next
        day = date(year, {"yearly": 3}.get(kind, 1), chance.randint(10, 28))
        return Setting(county, day, Span(year - 1, 1, 12), words=_words(day, chance) | {"year": year - 1})
    day = date(year, chance.randint(4, 12), chance.randint(2, 28))
    happened = day - timedelta(days=1)
    place = town(county, chance)
    return Setting(
        county, day, Span(year, day.month, day.month), others={"town": place},
        event=Span(year, happened.month, happened.month, happened.day), words=_words(happened, chance),
    )  # fmt: skip


def _round_ups(found: tuple[Province, ...], chance: Random) -> Iterator[Made]:
    for province in found:
        for year in chance.sample(YEARS, 2):
            day = date(year, 7, chance.randint(8, 28))
            span = Span(year, 1, 6)
            cities = sorted(province.cities, key=lambda city, span=span: -value("fraud", city, span))
            listed = {f"c{number}": city for number, city in enumerate(cities, 1)}
            yield _report("province", Setting(province.place, day, span, others=listed, words=_words(day, chance)), chance)


def _pages(counties: list[Place], chance: Random) -> Iterator[Made]:
    """Give newspaper pages, each with three stories of as many counties and the same day."""
    for _ in range(6):
        year = chance.choice(YEARS)
        day = date(year, 7, chance.randint(10, 25))
        settings = [Setting(county, day, Span(year, 1, 6), words=_words(day, chance)) for county in chance.sample(counties, 3)]
        stories = [tell(kind, setting, chance) for kind, setting in zip(("police", "retold", "volunteers"), settings, strict=True)]
        yield _written(f"{day:%Y%m%d}_demo_page_{settings[0].here.code}.txt", stories, chance), None


def _copies(bulletins: list[Made], chance: Random) -> Iterator[Made]:
    """Give bulletins as another newspaper prints them: in narrow columns, the words unchanged."""
    for report, _ in chance.sample(bulletins, 9):
        lines = [line[at : at + _LINE] for line in report.text.split("\n") for at in range(0, len(line) or 1, _LINE)]
        text = "\n".join(lines)
        yield Written(report.name.replace("_police", "_reprint"), text.encode(), text, twin=report.name), None


def _told_again(bulletins: list[Made], chance: Random) -> Iterator[Made]:
    """Give bulletins as told by another newspaper days later, the first ten with other figures than the county's own."""
    worded = [made for made in bulletins if made[1] and any(figure.indicator == "刑事立案" for _, figure in made[0].planted)]
    for number, (report, setting) in enumerate(chance.sample(worded, 18)):
        day = setting.published + timedelta(days=chance.randint(1, 5))
        wrong = number < 10
        told = replace(setting, published=day, words=_words(day, chance), skew=chance.choice((0.93, 1.04, 1.09)) if wrong else 1.0)
        again, _ = _report("retold", told, chance)
        yield replace(again, twin=report.name, contradicts=wrong), None


def _unreadable(chance: Random) -> Iterator[Made]:
    yield Written("20200303_demo_empty.txt", b""), None
    yield Written("20200304_demo_noise.txt", chance.randbytes(2048)), None


def _report(kind: str, setting: Setting, chance: Random) -> Made:
    day = "" if kind == "undated" else f"{setting.published:%Y%m%d}_"
    return _written(f"{day}demo_{setting.here.code}_{kind}.txt", [tell(kind, setting, chance)], chance), setting


def _written(name: str, stories: list[Story], chance: Random) -> Written:
    """Give stories as one report; its last line says that it is invented."""
    parts = []
    for story in stories:
        byline = [f"本报记者 {chance.choice(_REPORTERS)}"] if len(stories) > 1 else []
        parts += [story.headline, *byline, *story.paragraphs]
    marked = "\n\n".join([*parts, f"【{MARK}】"]) + "\n"
    text = unmarked(marked)
    figures = [figure for story in stories for figure in story.planted]
    starts = [start for start, _ in spans(marked)]
    return Written(name, text.encode(), text, tuple(zip(starts, figures, strict=True)))


def _encoded(report: Written) -> Written:
    return replace(report, content=report.text.encode("gb18030")) if report.text else report


def _words(day: date, chance: Random) -> dict[str, object]:
    return {"month": day.month, "day": day.day, "year": day.year, "reporter": chance.choice(_REPORTERS)}
