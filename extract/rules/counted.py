"""Plain counts and amounts: ``⟦626支⟧平安志愿者队伍``, ``刑事立案⟦462起⟧``, ``12起⟦23人⟧``, ``共⟦1.3万余人⟧``."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.indicators import noun_after, phrase, verb_before
from extract.reading import Reading
from extract.rules.draft import Answer, Draft, carried, measure_of, named

_AVERAGE = re.compile(r"[日月年周]均|[人户]均|平均每?[天日月年周次起案户人]?")
_MOST = re.compile(r"最[多少高低](?:的)?(?:是|为)?|居首|次之")

_HAS = re.compile(r"[\s约近均达至到为是有仅共占超逾]*(?:突破|超过|完成|实现|不足|不到|独得|合计)?[约近均达到了]*")


def beside(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a second measure of the same thing, with nothing between: ``查处案件12起⟦23人⟧``."""
    before = carried(reading, index, said)
    if not index or before is None or reading.between(index).strip() or noun_after(reading, *reading.after(index)):
        return ()
    figure = reading.figures[index]
    if before.measure == "change":
        return [replace(before, figure=figure, rule="beside", confidence=0.8)]  # 同比减少32起61人
    return [Draft(figure, before.indicator, before.names, measure_of(figure), "beside", 0.85)]


def apportioned(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read the part of a count that falls to a place: ``死亡38人(其中四川⟦32人⟧,云南⟦6人⟧)``."""
    figure, before = reading.figures[index], carried(reading, index, said)
    start, end = reading.before(index)
    places = [region for region in reading.regions if start <= region.start and region.end <= end]
    if before is None or not places or before.figure.unit != figure.unit or before.measure != "level":
        return ()
    if not _HAS.fullmatch(reading.text, places[-1].end, end) or phrase(reading, start, places[0].start) or noun_after(reading, *reading.after(index)):
        return ()
    return [Draft(figure, before.indicator, before.names, "level", "apportioned", 0.85, region=places[-1])]


def again(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a count told for another time: ``2018年发现吸毒人员312名,2019年为⟦268名⟧,今年1至10月仅⟦131名⟧``."""
    figure, before = reading.figures[index], carried(reading, index, said)
    start, end = reading.before(index)
    timed = [period for period in reading.periods if start <= period.start and period.end <= end and period.kind in ("span", "base")]
    if before is None or not timed or before.figure.unit != figure.unit or phrase(reading, start, end):
        return ()
    return [Draft(figure, before.indicator, before.names, before.measure, "again", 0.8)] if before.measure != "change" else ()


def counted(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a number with the noun it counts after it, and the action before it: ``打掉⟦2个⟧恶势力团伙``."""
    figure = reading.figures[index]
    noun = noun_after(reading, *reading.after(index))
    if noun is None or figure.kind in ("share", "points"):
        return ()
    verb = verb_before(reading, *reading.before(index))
    text, names = named(reading, noun)
    if verb:
        done, where = named(reading, verb)
        text, names = done + text, (*where, *names)
    return [Draft(figure, text, names, "level", "counted", 0.9)]


def average(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read what a count comes to a day or a head: ``接警58214起,日均⟦646.8起⟧``; what comes after goes on with the count itself."""
    figure, before = reading.figures[index], carried(reading, index, said)
    name = phrase(reading, *reading.before(index))
    if name is None or before is None or not _AVERAGE.fullmatch(name.text) or figure.kind in ("share", "points"):
        return ()
    text, names = named(reading, name)
    return [Draft(figure, text + before.indicator, (*names, *before.names), measure_of(figure), "average", 0.85)]


def bracketed(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a number in brackets behind what it measures: ``线索最多的是城东镇(⟦143条⟧)``, ``派出所(⟦12个⟧)``."""
    figure = reading.figures[index]
    text = reading.text
    if text[figure.start - 1 : figure.start] != "(" or text[figure.end : figure.end + 1] != ")":
        return ()
    start, end = reading.clause(figure.start - 2)
    most = _MOST.search(text[start:end])
    name = phrase(reading, start, start + most.start() if most else end)
    if name is None:
        return ()
    place = next((region for region in reading.regions if start <= region.start and region.end <= end and most), None)
    return [Draft(figure, *named(reading, name), measure_of(figure), "bracketed", 0.75, region=place)]


def measured(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a number with the name of what it measures before it: ``刑事立案⟦462起⟧``, ``调成率⟦98.1%⟧``."""
    figure = reading.figures[index]
    name = phrase(reading, *reading.before(index))
    if name is None:
        return ()
    return [Draft(figure, *named(reading, name), measure_of(figure), "measured", 0.9)]


def total(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a number that goes on with what was counted before: ``有626支志愿者队伍,共⟦1.3万余人⟧``."""
    figure = reading.figures[index]
    before = carried(reading, index, said)
    if before is None or before.figure.unit == figure.unit or figure.kind in ("share", "points"):
        return ()
    return [Draft(figure, before.indicator, before.names, measure_of(figure), "total", 0.75)]

