"""Lists of names and of numbers: where a list of numbers ends, and the members of a list of names, each with its full name."""

import re
from dataclasses import dataclass, replace
from functools import cache

from extract.changes import change_before
from extract.indicators import phrase
from extract.lexicon import any_of, words
from extract.models import Mention, Region, Span
from extract.reading import Reading
from extract.rules.draft import Draft, named
from extract.rules.listed_places import BETWEEN
from extract.tokens import clause_words

PARTS = re.compile(r"[、,和及与]|以及")
_COMMA = re.compile("、")


@dataclass(frozen=True, slots=True)
class Name:
    """What one number of the list is about: an indicator, the place or subject it is told of, and the figure that told it before."""

    indicator: str
    spans: tuple[Span, ...]
    region: Region | None = None
    subject: Mention | None = None
    told: Draft | None = None


_SAME = re.compile(r"(?:同比|基本|均)*(?:持平|不变)")  # a member of a list of changes that is told without a number
_SAME_LAST = re.compile(rf"(?:[、和及]|以及)(?:{_SAME.pattern}[、和及]?)+")


def list_end(reading: Reading, index: int) -> int:
    """Give the index after the last number of the list: only 、 和 or a word of change of its own stands between two."""
    after = index + 1
    while after < len(reading.figures) and _is_joint(reading.between(after)):
        after += 1
    return after


def places_in_list(reading: Reading, start: int, numbers: range) -> tuple[list[int], int]:
    """Give the place of each number in the list that begins at ``start``, and how many members that has: 下降11%、``持平``和上升3% has three."""
    places: list[int] = []
    told = 0
    for number in numbers:
        told += len(_SAME.findall(reading.text, reading.figures[number - 1].end if places else start, reading.figures[number].start))
        places.append(told)
        told += 1
    last = reading.figures[numbers[-1]].end
    end = _SAME_LAST.match(reading.text, last)
    return places, told + len(_SAME.findall(end.group() if end else ""))


def _is_joint(between: str) -> bool:
    between = _SAME.sub("", between)
    change = change_before(between, 0, len(between))
    between = between[: change.span[0]] if change else between
    return bool(BETWEEN.fullmatch(between.rstrip("近约超逾"))) and between != ""


def split(reading: Reading, whole: Mention, joint: re.Pattern[str] = PARTS) -> list[Mention]:
    """Cut a list at 、 和 及 outside brackets and quotes into its members."""
    members, start = [], whole.start
    for found in [*joint.finditer(reading.text, whole.start, whole.end), None]:
        end = found.start() if found else whole.end
        piece = reading.text[start:end]
        if found and (piece.count("(") > piece.count(")") or piece.count("“") > piece.count("”")):
            continue
        member = phrase(reading, start, end)
        if member:
            members.append(member)
        start = found.end() if found else end
    return members


def members(reading: Reading, listed: Mention, wanted: int) -> list[Name]:
    """Give the names of a list, cut at 、 alone where 和 joins the words of one: ``收送礼品和礼金、违规吃喝``."""
    parted = (split(reading, listed, joint) for joint in (PARTS, _COMMA))
    members = next((members for members in parted if len(members) == wanted), [])
    return shared_head(reading, members) if members else []


def shared_head(reading: Reading, members: list[Mention]) -> list[Name]:
    """Give each member its full name: ``治安和刑事案件`` are 治安案件 and 刑事案件, the last one's head being all of theirs."""
    names = [Name(*named(reading, member)) for member in members]
    last = re.search(any_of(words("heads", lent="yes")) + "$", names[-1].indicator) if names else None
    if not last:
        return _lent_rest(reading, members, names)
    whole = ends_in_head()
    head = last.group()
    span = reading.sentence.span(members[-1].end - len(head), members[-1].end)
    return [name if whole.search(name.indicator) else Name(name.indicator + head, (*name.spans, span)) for name in names]


def _lent_rest(reading: Reading, members: list[Mention], names: list[Name]) -> list[Name]:
    """Give single words what follows the last one's own: ``城镇和农村居民人均收入`` are 城镇居民人均收入 and 农村居民人均收入."""
    *others, last = members
    size = len(others[0].text) if others else 0
    words_alone = all(len(member.text) == size and len(clause_words(member.text)) == 1 for member in others)
    if not others or not words_alone or len(clause_words(last.text[:size])) != 1 or len(last.text) < size + 4:
        return names
    lent = last.text[size:]
    span = reading.sentence.span(members[-1].end - len(lent), members[-1].end)
    return [*(replace(name, indicator=name.indicator + lent, spans=(*name.spans, span)) for name in names[:-1]), names[-1]]


@cache
def ends_in_head() -> re.Pattern[str]:
    """Give the pattern of a word at the end of a name that says what is counted: 案件, 人数, 率."""
    return re.compile(any_of(words("heads")) + "$")
