"""Where and when a figure holds and whether it is a plan: by its sentence, else by what the article has said so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from extract.intent import Intent
from extract.models import Status
from extract.reading import Reading
from extract.rules import Draft
from extract.times import Time, as_known, of_year
from extract.when import When
from extract.where import Place, Where, home_of


@dataclass(slots=True)
class Scope:
    """What an article has said of place, time and plans; one is made for each article and fed its sentences in order."""

    published: date | None
    where: Where
    when: When
    intent: Intent
    day_known: bool = True
    paragraph: int = -1

    def enter(self, reading: Reading) -> Reading:
        """Give the next sentence with its places settled."""
        if reading.sentence.paragraph != self.paragraph:
            self.paragraph = reading.sentence.paragraph
            self.where.begin_paragraph()
            self.when.begin_paragraph()
            self.intent.begin_paragraph(reading)
        return self.where.settled(reading)

    def leave(self, reading: Reading) -> None:
        """Remember what a sentence said, for the sentences after it; of a headline only its time, of a byline nothing."""
        if reading.sentence.kind == "title":
            self.intent.entitle(reading)
            self.when.entitle(reading)
        elif reading.sentence.kind != "byline":
            self.where.leave(reading)
            self.when.leave(reading)
            self.intent.leave(reading)

    def of(self, reading: Reading, draft: Draft) -> tuple[Place, Time, Status]:
        """Give where and when a figure holds, and whether it is a target: its sentence says so, or its time is to come."""
        place, time = self.where.of(reading, draft), self.when.of(reading, draft)
        to_come = time.basis == "stated" and time.first and self.published and time.first > self.published
        intended = to_come or self.intent.holds(reading, draft.figure.start)
        if self.intent.of_report and not intended and time.basis == "headline":
            time = self.when.standing()  # what a plan says of how things stand
        if intended and time.basis in ("carried", "headline") and time.last and self.published and time.last < self.published:
            time = of_year(self.published.year)  # what is wanted is wanted from now on
        if not self.day_known:
            time = as_known(time, self.published)
        stands = draft.period_is_base or reading.text[: draft.figure.start].endswith(("现有", "原有"))  # 由六成二扩到八成: the first is how it stands
        return place, time, "target" if intended and not stands else "actual"


def scope_of(
    readings: Iterable[Reading],
    published: date | None,
    known: Sequence[str],
    *,
    day_known: bool = True,
    past: Time | None = None,
    paper: Place | None = None,
) -> Scope:
    """Make the scope of an article; ``known`` are the codes of the places it names, then those that the report names besides.

    ``day_known`` is false where ``published`` is only the last day of the month or year in which the report was published, and ``past``
    the year that a report looks back on which is told of at the beginning of the next. ``paper`` is the place of the newspaper.
    """
    intent = Intent()
    when = When(published, intent, main=past, time=past, day_known=day_known)
    return Scope(published, Where(known, home_of(readings, known) or paper), when, intent, day_known)
