"""Lists of those the numbers are of, who are called by their kind: ``查田、安仁、屏南三个法庭``, ``东港、西港、南站口岸``."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.indicators import action_verbs, phrase, states
from extract.lexicon import any_of, words
from extract.models import Mention
from extract.numerals import chinese
from extract.reading import Reading
from extract.rules.draft import Draft, named
from extract.rules.listed_names import PARTS, Name, ends_in_head
from extract.rules.listed_places import COUNTED_LIST, PLACE_KINDS, short_places

_OF_KIND = re.compile(r"[所队院庭厂矿校镇乡村站局]$")
_SHORT = 4  # characters of a name that leaves out what it is a name of


def action(done: Mention | None) -> Mention | None:
    """Give what stands after 分别 where it is something done, which alone is counted: 三镇综治中心分别``受理诉求``…"""
    return done if done and done.text.startswith(tuple(action_verbs())) else None


def subjects(reading: Reading, members: list[Mention], wanted: int, done: Mention | None) -> list[Name]:
    """Read ``查田、安仁、屏南三个法庭调解率``: the numbers are of one indicator, told of each subject of the list; ``done`` may name it too."""
    if len(members) != wanted or not members:
        return []
    last = members[-1]
    of_kind = done and done.text in states() and all(member.text.endswith(PLACE_KINDS) for member in members)
    if done and of_kind:  # 柏果镇、响水镇分别``死亡``5人和4人
        return [Name(*named(reading, done), None, member) for member in members]
    if alike := _alike(reading, members):
        return alike
    counts = [found for found in COUNTED_LIST.finditer(last.text) if chinese(found.group(1)) == wanted and found.start()]
    if not counts:
        return []
    kind = _subject_or_place().match(last.text, counts[-1].end())
    shared = action(done) or phrase(reading, last.start + (kind.end() if kind else counts[-1].end()), last.end) or done
    if shared is None:
        return []
    cut = replace(last, end=last.start + counts[-1].start(), text=last.text[: counts[-1].start()])
    kind_word = kind.group() if kind else ""
    full = [replace(member, text=member.text + kind_word) for member in [*members[:-1], cut]]
    if places := short_places(full):
        return [Name(*named(reading, shared), place) for place in places]
    return [Name(*named(reading, shared), None, member) for member in full]


def _alike(reading: Reading, members: list[Mention]) -> list[Name]:
    """Read ``安仁所、城北所、查田所有效警情``: the members but the last are all of one kind, which ends the last one's own name too."""
    ends = [_OF_KIND.search(member.text) for member in members[:-1]]
    kinds = {end.group() for end in ends if end}
    if len(kinds) != 1 or not all(ends):
        return []
    last, kind = members[-1], kinds.pop()
    end = last.text.find(kind, 1) + len(kind) if kind in last.text[1:] else 0
    shared = phrase(reading, last.start + end, last.end) if end else None
    if shared is None:
        return []
    cut = replace(last, end=last.start + end, text=last.text[:end])
    return [Name(*named(reading, shared), None, member) for member in [*members[:-1], cut]]


def lent_kind(reading: Reading, start: int, end: int, wanted: int) -> list[Name]:
    """Give what was counted at each of several, where only the last one is called what they all are: ``东港、西港、南站口岸``日均客流."""
    joints = [(found.start(), found.end()) for found in PARTS.finditer(reading.text, start, end)]
    starts, ends = [start, *(after for _, after in joints)], [*(before for before, _ in joints), end]
    *others, last = [Mention(first, stop, reading.text[first:stop].strip()) for first, stop in zip(starts, ends, strict=True)]
    kinds = [found.end() for found in _subject_kind().finditer(last.text) if found.start() > 1]
    shared = phrase(reading, last.start + kinds[-1], last.end) if kinds else None
    short = all(0 < len(other.text) <= _SHORT and not ends_in_head().search(other.text) for other in others)
    if shared is None or len(others) + 1 != wanted or not short:
        return []
    cut = replace(last, end=last.start + kinds[-1], text=last.text[: kinds[-1]])
    return [Name(*named(reading, shared), None, member) for member in (*others, cut)]


def same_counted(reading: Reading, members: Sequence[Mention], wanted: int, said: Sequence[Draft]) -> list[Name]:
    """Give what was told last, of each of several who are named and nothing else: 发案下降12%,``城东、城西派出所``分别上升⟦3%⟧和⟦7%⟧."""
    last = members[-1] if members else None
    kinds = [found.end() for found in _subject_kind().finditer(last.text)] if last else []
    if len(members) != wanted or not said or last is None or not kinds or kinds[-1] != len(last.text):
        return []
    told = next((draft for draft in reversed(said) if draft.measure != "rank"), said[-1])
    return [Name(told.indicator, told.names, None, member) for member in members]


@cache
def _subject_or_place() -> re.Pattern[str]:
    return re.compile(any_of((*words("subject_kinds"), *PLACE_KINDS)))


@cache
def _subject_kind() -> re.Pattern[str]:
    return re.compile(any_of(words("subject_kinds")))
