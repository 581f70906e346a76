"""Names and numbers that pair in order: ``A、B和C同比分别下降⟦8.22%⟧、⟦2.5%⟧和⟦17.1%⟧``."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.changes import Change, Compared, change_before, compared_in, comparison_of
from extract.indicators import phrase
from extract.lexicon import words
from extract.models import Mention, Period, Quantity, Span
from extract.numerals import chinese
from extract.reading import Reading
from extract.rules.change import opening
from extract.rules.draft import Answer, Draft, Refused, carried, inherited, measure_of, named
from extract.rules.foremost import FOREMOST
from extract.rules.headed import amount_of_change, clause_before
from extract.rules.listed_names import Name, list_end, places_in_list, shared_head, split
from extract.rules.listed_places import BETWEEN, after_count, places_before, places_of
from extract.rules.listed_subjects import action, lent_kind, same_counted, subjects
from extract.time_spans import parts

_APART = re.compile(r"分别|分列|依次|各(?=[减增下上降多少\d])")
_TWO_DONE = re.compile(r".*([收受])([结审])案([数量]?)")
_IS = re.compile(r"[是为]")  # 居前的依次是``盗窃罪``48件,诈骗罪20件
_ARE = re.compile(r"\s*(?:[为有是达]?|(?:则|均)?(?:次之|居次|紧随其后|紧跟其后|其次|靠后|居后),?[为有是达]?\(?)\s*")
_OTHERS = re.compile(r"(?:其[他它余]|之后|往下)(?:各?[地县区乡镇街道]*)?")
_SUMMED = re.compile(r"[两三四五六七八九\d]项(?:主要)?(?:数字|指标|指数|数据|数值)?(?:同比|均|全部|全面|,)*$")
_ORDINALS = re.compile(r"第([一二三四五六七八九])[至到]第?([一二三四五六七八九])(?=[^第、,])")
_KIND_OF_COUNT = re.compile(r"(?:事故)?(?:起数|宗数|件数)$|(?:死亡|受伤|伤亡|亡人|伤人)?人数$|(?:直接)?(?:财产|经济)损失$")
_LISTED_ORDINALS = re.compile(r"第[一二三四](?:[、和][一二三四])+(?=种)")  # 第一、二、三、四种形态
_LESS = re.compile(r"[比较][^,;。]{2,14}([少多]出?)了?$")


def respectively(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Pair a list of names, of places, or of the figures just told, with the list of numbers after 分别."""
    start, end = reading.before(index)
    apart = list(_APART.finditer(reading.text, start, end))
    numbers = range(index, list_end(reading, index))
    if not apart:
        return _places_are(reading, index, numbers, said) or _unsaid(reading, index, numbers, said)
    if len(numbers) == 1 and apart[-1].group() == "各":
        return ()  # 两所警情各下降二成六
    if rest := _the_rest(reading, index, (start, apart[-1].start()), said):
        return rest
    if (link := _IS.match(reading.text, apart[-1].end(), end)) and (first := phrase(reading, link.end(), end)):
        return [Draft(reading.figures[index], *named(reading, first), measure_of(reading.figures[index]), "respectively")]
    head = (start, apart[-1].start())
    own = phrase(reading, *head)
    places, wanted = places_in_list(reading, apart[-1].end(), numbers)
    if names := _ordinals(reading, head, len(numbers)) or _foremost(reading, head[0], len(numbers)):
        return [_draft(reading, number, name, None, index, said) for number, name in zip(numbers, names, strict=True)]
    if not own or own.text in words("changes", sort="noun"):
        head = clause_before(reading, index) or _list_before(reading, start, wanted) or head
    stretches = (head, (start, apart[-1].start()), (apart[-1].end(), end))
    compared = next((found for stretch in stretches if (found := compared_in(reading.text, *stretch))), None) or opening(reading, index)
    names = _names(reading, head, (apart[-1].end(), end), compared, wanted, said)
    if len(names) == wanted > len(numbers):
        names = [names[place] for place in places]  # of what 持平 says, no number is told
    times = _times(reading, index, len(numbers)) if len(names) == 1 else []
    if times and compared and compared.span[0] <= times[0].start < compared.span[1]:  # 与2015年、2016年同比分别下降62%和54%
        drafts = [_draft(reading, number, names[0], compared, index, said) for number in numbers]
        return [replace(draft, base=time.text, comparison=comparison_of(time.text)) for draft, time in zip(drafts, times, strict=True)]
    if times:
        return [replace(_draft(reading, number, names[0], compared, index, said), period=time) for number, time in zip(numbers, times, strict=True)]
    if names and len(names) < len(numbers) and len(numbers) % len(names) == 0 and reading.between(index + len(names)).startswith(","):
        names = names * (len(numbers) // len(names))  # 分别达到2.6万元、7735元,增长7.8%和9.2%
    if len(names) != len(numbers):
        return [Refused(reading.figures[number], "unequal_list") for number in numbers]
    return [_draft(reading, number, name, compared, index, said) for number, name in zip(numbers, names, strict=True)]


def _the_rest(reading: Reading, index: int, head: Span, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read the first of the other places in a list, of what was counted before: 甲县信访52件居首,``其他依次为``乙县⟦40件⟧."""
    before, figure = carried(reading, index, said), reading.figures[index]
    place = next((region for region in reading.regions if head[1] <= region.start and region.end <= figure.start), None)
    if before is None or place is None or before.figure.unit != figure.unit or not _OTHERS.fullmatch(reading.text, *head):
        return ()
    return [Draft(figure, before.indicator, before.names, before.measure, "respectively", region=place)]


def _ordinals(reading: Reading, head: Span, wanted: int) -> list[Name]:
    """Give the names of a run of ordinals: ``第一至第四种形态`` are 第一种形态 to 第四种形态."""
    if listed := _LISTED_ORDINALS.search(reading.text, *head):
        kind, spans = phrase(reading, listed.end(), head[1]), (reading.sentence.span(*listed.span()),)
        return [Name(f"第{number}{kind.text}", spans) for number in re.findall("[一二三四]", listed.group())] if kind else []
    found = _ORDINALS.search(reading.text, *head)
    first, last = (int(chinese(found.group(part)) or 0) for part in (1, 2)) if found else (0, 0)
    kind = phrase(reading, found.end(), head[1]) if found else None
    if kind is None or last - first + 1 != wanted:
        return []
    span = reading.sentence.span(kind.start, kind.end)
    return [Name(f"第{'一二三四五六七八九'[number - 1]}{kind.text}", (span,)) for number in range(first, last + 1)]


def _foremost(reading: Reading, start: int, wanted: int) -> list[Name]:
    """Give those that the clause before names as the first in something: ``立案数居前的是甲县、乙县``,分别为⟦12起⟧和⟦10起⟧."""
    before, after = reading.clause_ahead(start)
    found = FOREMOST.search(reading.text, before, after)
    topic = phrase(reading, before, found.start()) if found else None
    if found is None or topic is None:
        return []
    places = places_of(reading, found.end(), after)
    if len(places) == wanted:
        return [Name(*named(reading, topic), place) for place in places]
    listed = split(reading, Mention(found.end(), after, ""))
    return [Name(*named(reading, topic), None, one) for one in listed] if len(listed) == wanted else []


def _unsaid(reading: Reading, index: int, numbers: range, said: Sequence[Draft]) -> Sequence[Answer]:
    """Pair a list of names with one of numbers where 分别 is left out: ``火灾数、伤亡数``比上年下降⟦11.5%⟧、⟦9.8%⟧, ``甲镇、乙镇立案``⟦15件⟧、⟦11件⟧.

    Changes without a name are of the figures just told: 止付1.4亿元、返还1289万元,``同比增长``⟦6%⟧、⟦83%⟧.
    """
    start, end = reading.before(index)
    word = change_before(reading.text, start, end)
    if len(numbers) < 2 or word and word.sort == "to" or any("," in reading.between(number) for number in numbers[1:]):
        return ()
    compared = compared_in(reading.text, start, word.span[0]) if word else None
    stop = min(compared.span[0], word.span[0]) if compared and word else word.span[0] if word else end
    whole = phrase(reading, start, stop)
    if whole is None:
        told = [draft for draft in said if draft.figure in reading.figures and draft.measure in ("level", "share")]
        listed = all(draft.rule == "respectively" for draft in told[-len(numbers) :])
        counted = told if len(told) == len(numbers) else told[-len(numbers) :] if word and (listed or word.sort == "noun") else []
        names = [Name(draft.indicator, draft.names, draft.region, draft.subject, draft) for draft in counted] if word else []
    elif word:
        names = shared_head(reading, split(reading, whole))
    else:
        names = [name for name in _names(reading, (start, end), (end, end), None, len(numbers), ()) if name.region or name.subject]
    if len(names) != len(numbers):
        return ()
    return [_draft(reading, number, name, compared, index, said) for number, name in zip(numbers, names, strict=True)]


def _times(reading: Reading, index: int, wanted: int) -> list[Period]:
    """Give the times that pair with the numbers: ``2020年至2022年``, ``4、5、6月``, ``3月、5月``分别为⟦3起⟧、⟦5起⟧."""
    named = [period for period in reading.periods if period.end <= reading.figures[index].start and period.kind == "span" and period.edtf]
    listed = named[-wanted:]
    apart = (reading.text[one.end : other.start] for one, other in pairwise(listed))
    if len(listed) == wanted > 1 and all(BETWEEN.fullmatch(between) for between in apart):
        return listed
    for period in named:
        spans = parts(period.first, period.last, wanted) if period.first and period.last else []
        if spans:
            return [replace(period, first=span.first, last=span.last, edtf=span.edtf) for span in spans]
    return []


def _places_are(reading: Reading, index: int, numbers: range, said: Sequence[Draft]) -> Sequence[Answer]:
    """Pair places with numbers where no 分别 stands, of what was counted just before: ``小梅镇、上垟镇为⟦37条⟧、⟦28条⟧``."""
    if len(reading.regions) < 2:
        return ()
    start, end = reading.before(index)
    if reading.text[start - 1 : start] == "(":
        start = reading.clause(start - 2)[0]  # 油竹街道、温溪镇次之(⟦52起⟧、⟦47起⟧)
    places = places_of(reading, start, end)
    told = carried(reading, index, said)
    if len(places) < 2 or told is None or not _ARE.fullmatch(reading.text, after_count(reading.text, places[-1].end, len(places)), end):
        return ()
    if len(places) != len(numbers):
        return ()
    return [
        Draft(reading.figures[number], told.indicator, told.names, measure_of(reading.figures[number]), "respectively", region=place)
        for number, place in zip(numbers, places, strict=True)
    ]


def _names(reading: Reading, head: Span, tail: Span, compared: Compared | None, wanted: int, said: Sequence[Draft]) -> list[Name]:
    """Give the names that pair with the numbers: places, subjects, indicators, or the figures told just before.

    ``head`` is what stands before 分别, ``tail`` what stands between it and the first number (分别死亡, 分别下降).
    """
    start, end = head
    if compared and not phrase(reading, start, compared.span[0]) and start <= compared.span[0] < end:
        start = compared.span[1]  # ``同比``事故起数和死亡人数分别下降
    elif compared and compared.span[0] >= start:
        end = min(end, compared.span[0])
    if _SUMMED.search(reading.text, reading.clause(start)[0], end):  # 三项数字分别为: of the figures just told
        return [Name(draft.indicator, draft.names, draft.region, draft.subject, draft) for draft in said[-wanted:]]
    places, done = places_of(reading, start, head[1]), phrase(reading, *tail)
    behind = after_count(reading.text, places[-1].end, wanted) if places else start
    places = places or places_before(reading, start, wanted)
    if len(places) == wanted:
        shared = action(done) or phrase(reading, behind, head[1]) or done
        if shared and shared.text not in words("changes"):
            return [Name(*named(reading, shared), region) for region in places]
        told = [draft for draft in said if draft.figure in reading.figures][-1:] or [draft for draft in said[-12:] if draft.measure != "share"]
        unit = next((figure.unit for figure in reading.figures if figure.start >= tail[1]), None)
        alike = [draft for draft in told if draft.figure.unit == unit and draft.measure == "level"]
        told = (alike or told)[-1:]
        return [Name(draft.indicator, draft.names, region, told=draft) for draft in told for region in places]
    whole = phrase(reading, start, end)
    if whole is None or whole.text in words("changes", sort="noun"):
        last = [draft for draft in said if draft.figure in reading.figures][-wanted:]
        if not last and done and done.text not in words("changes"):
            return [Name(*named(reading, done))]  # 一、二季度分别``立案``86起和71起
        return [Name(draft.indicator, draft.names, draft.region, draft.subject, draft) for draft in last]
    return _of_list(reading, start, whole, done, wanted, said)


def _of_list(reading: Reading, start: int, whole: Mention, done: Mention | None, wanted: int, said: Sequence[Draft]) -> list[Name]:
    """Give the names of a list ``whole`` in a head that begins at ``start``: who did it, what both verbs of one word did, what they share."""
    timed = max((period.end for period in reading.periods if start <= period.start and period.end <= whole.start), default=start)
    doers = split(reading, Mention(timed, whole.start, "")) if wanted > 1 else []
    if len(doers) == wanted:  # 城南所、城北所``接报警情``分别为
        return [Name(*named(reading, whole), None, doer) for doer in doers]
    if amount := amount_of_change().search(whole.text):
        whole = replace(whole, end=whole.start + amount.start(), text=whole.text[: amount.start()])  # 面包车、三轮车``增幅``较大,分别…
    members = split(reading, whole)
    if wanted == 2 and len(members) == 1 and (both := _TWO_DONE.fullmatch(members[0].text)):  # 收结案数
        span = (reading.sentence.span(members[0].start, members[0].end),)
        return [Name(f"{done}案{both.group(3) or ''}", span) for done in both.groups()[:2]]
    if len(members) == 1 < wanted and (same := _same_of(reading, members[0], wanted, said)):
        return same
    if named_alone := same_counted(reading, members, wanted, said):
        return named_alone
    return subjects(reading, members, wanted, done) or lent_kind(reading, timed, whole.end, wanted) or shared_head(reading, members)


def _list_before(reading: Reading, start: int, wanted: int) -> Span | None:
    """Give the clause before, where it names as many things as there are numbers and counts none: ``刑事、治安警情``,同比分别下降…"""
    before = reading.clause_ahead(start)
    whole = phrase(reading, *before)
    return before if whole and len(split(reading, whole)) == wanted else None


def _same_of(reading: Reading, subject: Mention, wanted: int, said: Sequence[Draft]) -> list[Name]:
    """Give what was just told of another, of this one: 工矿商贸``事故起数和死亡人数``分别下降…,道路交通分别下降⟦4%⟧和⟦17%⟧."""
    told = [draft for draft in said if draft.figure in reading.figures and draft.rule == "respectively"][-wanted:]
    kinds = [_KIND_OF_COUNT.search(draft.indicator) for draft in told]
    if len(told) < wanted or not all(kinds):
        return []
    text, spans = named(reading, subject)
    return [Name(text + kind.group(), (*spans, *draft.names)) for kind, draft in zip(kinds, told, strict=True) if kind]


def _draft(reading: Reading, number: int, name: Name, compared: Compared | None, first: int, said: Sequence[Draft]) -> Draft:
    figure = _with_unit(reading, number)
    word = _change_of(reading, number, first)
    told = Draft(
        figure,
        name.indicator,
        name.spans,
        measure_of(figure),
        "respectively",
        region=name.region,
        subject=name.subject,
        goes_with=name.told.figure if name.told else None,
    )
    before = name.told
    if word is None and before and before.measure == "change" and name.region and before.figure.unit == figure.unit:
        return replace(
            told, measure="change", sign=before.sign, comparison=before.comparison, base=before.base
        )  # 甲县增幅最大,达⟦9%⟧,乙县、丙县分别为…
    if word is None or word.sort == "to" or figure.kind == "rank":
        return told
    comparison, base = inherited(reading, first, said)
    if compared:
        comparison, base = compared.comparison, compared.base
    elif name.told and name.told.measure == "change":
        comparison, base = name.told.comparison, name.told.base
    return replace(
        told, measure="change", sign=word.sign, verb=word.span,
        comparing=compared.span if compared else None, comparison=comparison, base=base,
    )  # fmt: skip


def _with_unit(reading: Reading, number: int) -> Quantity:
    """Give a number of a list with the unit that stands behind its last one: 提升⟦4.1⟧、1.7``个百分点``."""
    figure = reading.figures[number]
    last = reading.figures[list_end(reading, number) - 1]
    lent = figure.unit is None and figure.kind is None or figure.unit == "个" and last.unit == "百分点"  # 上升⟦0.9个⟧和2个百分点
    return replace(figure, unit=last.unit, kind=last.kind) if lent else figure


def _change_of(reading: Reading, number: int, first: int) -> Change | None:
    """Give the word of change of a list's number: its own, else the one before it in the list."""
    for index in range(number, first - 1, -1):
        word = change_before(reading.text, *reading.before(index))
        if word:
            return word
        less = _LESS.search(reading.text, *reading.before(index))
        if less:
            return Change(less.span(1), -1 if less.group(1).startswith("少") else 1, "change")
    return None
