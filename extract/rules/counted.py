"""Plain counts and amounts: ``⟦626支⟧平安志愿者队伍``, ``刑事立案⟦317起⟧``, ``9起⟦14人⟧``, ``共⟦1.3万余人⟧``."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.changes import sign_of
from extract.counting import noun_after, verb_before
from extract.indicators import phrase
from extract.models import Mention
from extract.reading import Reading
from extract.rules.among import among
from extract.rules.draft import THIS, Answer, Draft, carried, inherited, last_of_unit, measure_of, name_or_carried, named
from extract.rules.headed import amount_of_change

_AVERAGE = re.compile(r"[日月年周]均|[人户]均|平均每?[天日月年周次起案户人]?")
_NAMELY = re.compile(r"(?:包括|依次[是为]|分别[是为])(?=[^,;。]{2,})")  # 主要包括``毒品罪行``(145人)
_MOST = re.compile(r"最[多少高低](?:的)?(?:是|为)?|居首|次之")

_HAS = re.compile(
    r"(?:[两二三四五六七]?[地市县区省州镇乡])?[\s约近均达至到为是有仅共占超逾]*"
    r"(?:突破|超过|完成|实现|不足|不到|独得|合计)?[约近均达到了]*\(?"
)

_UNDERGONE = re.compile(
    r"(?:已经?|均|都|分别|先后|全部|也|被|因[^,;。、]{2,10}被)*(?:被|受到|受|遭到?|接受|获得?)(?P<what>[^,;。、]{2,12}(?:、[^,;。、]{2,6}处分)?)"
    r"|在[^,;。、]{2,8}中(?P<fate>牺牲|遇难|死亡|受伤|丧生|失踪)"
)

_BARE = re.compile(r"[\s]*(?:[^,;。]{0,8}中)?(?:又|另外?|还|就|其余|余下|共|已|其中|当中|分别|仅|只)*(?:有|占|约|近|逾|超过|不足|不到|达)*")
_STANDING = ("居", "位居", "位列", "名列", "排在", "跃居")
_THOSE_PLACES = re.compile(r"(?:这|以上|上述)?[两二三四五六七八九十]个?[省市县区州镇乡地所]")
_IN_ALL = re.compile(r"累计|总数|合计")
_PREDICATE = re.compile(r"[\s]*(?:以上|左右)?(?P<what>(?!的|以[上下内]|左右|个百)[^,;。、\d]{2,16})")
_OF_WHOM = re.compile(r"(?:以上|左右)?的(?!基础)(?P<what>[^,;。、\d]{2,16})")


def beside(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a second measure of the same thing, with nothing between: ``查处案件12起⟦23人⟧``."""
    before = carried(reading, index, said)
    joint = reading.between(index).strip() if index else ""
    figure = reading.figures[index]
    same = before is not None and before.measure == "change" and joint in ("即", "(") and figure.kind in ("share", "points", "times")
    if before and same:  # 增加563宗即1.8%, 减少274人(18%)
        signed = figure.text[0] in "-−－"  # 减少2112件(-4.67%)
        return [replace(before, figure=figure, rule="beside", sign=1 if signed else before.sign)]
    if not index or before is None or joint not in ("", "、") or noun_after(reading, *reading.after(index)):
        return ()
    if joint:  # 同比减少3起、``2人``, 去年同期3起、``2人``: what fell by so many people is what was counted in them
        named_by = last_of_unit(reading, index, said) or before
        other = (before.measure == "change" or before.rule == "again") and figure.kind == "count" and figure.unit != before.figure.unit
        return [replace(before, figure=figure, indicator=named_by.indicator, names=named_by.names, rule="beside")] if other else ()
    if before.measure == "change":  # 同比减少32起``61人``: of those first counted so, the dead before the hurt
        first = next((draft for draft in said if draft.figure in reading.figures and draft.figure.unit == figure.unit), before)
        return [replace(before, figure=figure, indicator=first.indicator, names=first.names, rule="beside")]
    return [Draft(figure, before.indicator, before.names, measure_of(figure), "beside")]


def apportioned(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read the part of a count that falls to a place: ``死亡38人(其中四川⟦7人⟧,云南⟦6人⟧)``."""
    if not reading.regions:
        return ()
    figure, before = reading.figures[index], carried(reading, index, said) or _listed(reading, index, said)
    start, end = reading.before(index)
    places = [region for region in reading.regions if start <= region.start and region.end <= end]
    if before is None or not places or before.figure.unit != figure.unit or before.measure not in ("level", "share"):
        return ()
    if not _HAS.fullmatch(reading.text, places[-1].end, end) or phrase(reading, start, places[0].start) or noun_after(reading, *reading.after(index)):
        return ()
    return [Draft(figure, before.indicator, before.names, before.measure, "apportioned", region=places[-1])]


def _listed(reading: Reading, index: int, said: Sequence[Draft]) -> Draft | None:
    """Give what a list of places with their numbers goes on with from a sentence before: 火灾92起。【区域】乐都区⟦52起⟧、民和县⟦40起⟧."""
    figure = reading.figures[index]
    following = reading.figures[index + 1] if index + 1 < len(reading.figures) else None
    if following is None or following.unit != figure.unit:
        return None
    if not any(figure.end <= region.start and region.end <= following.start for region in reading.regions):
        return None
    for draft in reversed(said[-12:]):
        if draft.figure.unit == figure.unit and draft.measure in ("level", "share"):
            return draft
        counted = next((other.figure.unit for other in said if other.indicator == draft.indicator and other.measure == "level"), figure.unit)
        if draft.measure == "change" and draft.figure.kind == "share" and counted == figure.unit:
            return replace(draft, figure=figure, measure="level")  # 醉驾同比上升9%。甲县⟦52起⟧、乙县⟦40起⟧
    return None


def again(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a count told for another time: ``2018年发现吸毒人员312名,2019年为⟦268名⟧,今年1至10月仅⟦131名⟧``.

    A sentence that only lists times parts what was counted first: 接报火灾67起。…``1月份⟦25起⟧、2月份⟦24起⟧``.
    """
    figure = reading.figures[index]
    start, end = reading.before(index)
    timed = [period for period in reading.periods if start <= period.start and period.end <= end and period.kind in ("span", "base", "clock")]
    hour = bool(timed) and timed[0].kind == "clock"  # 10时至22时共46起,占五成: of what was counted before
    before = carried(reading, index, said)
    if before is None and (hour or timed and _lists_times(reading, index)):
        before = next((draft for draft in said if draft.figure.unit == figure.unit and draft.measure == "level"), None)
    if before is None or not timed or phrase(reading, start, end):
        return ()
    if before.figure.unit != figure.unit:  # 事故1起、死亡1人,上年同期为``3起``
        before = last_of_unit(reading, index, said)
    if before is None:
        return ()
    return [Draft(figure, before.indicator, before.names, before.measure, "again")] if before.measure != "change" else ()


def _lists_times(reading: Reading, index: int) -> bool:
    """Tell whether a sentence's first number and the next each stand behind a time, in one unit: 1月份25起、2月份24起."""
    if index or len(reading.figures) < 2 or reading.figures[0].unit != reading.figures[1].unit:
        return False
    between = reading.text[reading.figures[0].end : reading.figures[1].start]
    return any(between.strip("、,;") == period.text for period in reading.periods)


def counted(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a number with the noun it counts after it, and the action before it: ``打掉⟦2个⟧恶势力团伙``."""
    figure = reading.figures[index]
    noun = noun_after(reading, *reading.after(index)) or _shared_noun(reading, index)
    if noun is None or figure.kind in ("share", "points"):
        return ()
    if reading.text[figure.end : noun.start].strip() == "" != reading.text[figure.end : noun.start] and phrase(reading, *reading.before(index)):
        return ()  # 死亡事故⟦9起⟧ 死亡10人: the next cell of a line
    verb = verb_before(reading, *reading.before(index))
    text, names = named(reading, noun)
    undergone = _UNDERGONE.match(reading.text, noun.end, reading.after(index)[1])
    if undergone and not verb:  # 8名责任人已被移送司法机关
        part = "what" if undergone.group("what") else "fate"  # 1名消防队员在救援中牺牲
        what = Mention(undergone.start(part), undergone.end(part), undergone.group(part))
        says, where = named(reading, what)
        text, names = text + says, (*names, *where)
    if verb:
        done, where = named(reading, verb)
        text, names = done + text, (*where, *names)
    return [Draft(figure, text, names, "level", "counted")]


def _shared_noun(reading: Reading, index: int) -> Mention | None:
    """Give the noun behind the next number, where the two are measures of one thing: 对⟦23笔⟧、⟦180万元⟧``涉案资金``, ⟦12户⟧⟦49人⟧``受灾``."""
    figure, following = reading.figures[index], reading.figures[index + 1] if index + 1 < len(reading.figures) else None
    if following is None or following.unit == figure.unit or reading.text[figure.end : following.start] not in ("、", ""):
        return None
    return None if phrase(reading, *reading.before(index)) else noun_after(reading, *reading.after(index + 1))


def acting(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a number told by what they did or what they are: ``其中⟦4起⟧发生在车库``, ``有⟦654人⟧主动投案``, ``⟦六成⟧发生在农村``."""
    figure = reading.figures[index]
    start, end = reading.after(index)
    found = _PREDICATE.match(reading.text, start, end)
    begins, ends = reading.before(index)
    begins = max([begins, *(region.end for region in reading.regions if begins <= region.start and region.end <= ends)])  # 全市超⟦164万人⟧完成注册
    if found is None or figure.kind not in ("count", "share") or not _BARE.fullmatch(reading.text, begins, ends):
        return ()
    return [Draft(figure, *named(reading, Mention(*found.span("what"), "")), measure_of(figure), "acting")]


def portion(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a part of what is named after it, and what became of that: ``县城近⟦三分之二⟧的区域被淹``, ``⟦九成⟧以上的学校设有警务室``."""
    figure = reading.figures[index]
    found = _OF_WHOM.match(reading.text, *reading.after(index)) if figure.kind == "share" else None
    if found is None:
        return ()
    text, names = named(reading, Mention(*found.span("what"), ""))
    part = phrase(reading, *reading.before(index))
    says, where = named(reading, part) if part else ("", ())
    return [Draft(figure, says + text, (*where, *names), "share", "portion")]


def average(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read what a count comes to a day or a head: ``接警4500起,日均⟦50起⟧``; what comes after goes on with the count itself."""
    figure, before = reading.figures[index], carried(reading, index, said)
    name = phrase(reading, *reading.before(index))
    if name is None or before is None or not _AVERAGE.fullmatch(name.text) or figure.kind in ("share", "points"):
        return ()
    text, names = named(reading, name)
    return [Draft(figure, text + before.indicator, (*names, *before.names), measure_of(figure), "average")]


def bracketed(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a number in brackets behind what it measures: ``线索最多的是城东镇(⟦143条⟧)``, ``派出所(⟦12个⟧)``."""
    figure = reading.figures[index]
    text = reading.text
    if text[figure.start - 1 : figure.start] != "(" or text[figure.end : figure.end + 1] != ")":
        return ()
    start, end = reading.clause(figure.start - 2)
    most = _MOST.search(text[start:end])
    listed = _NAMELY.search(reading.text, start, end)
    name = phrase(reading, listed.end() if listed and not most else start, start + most.start() if most else end)
    if name is None:
        return ()
    place = next((region for region in reading.regions if start <= region.start and region.end <= end and most), None)
    if place and name.start < place.start and place.end == name.end:
        name = phrase(reading, name.start, place.start) or name  # 查处数量``长治``最多(3218起)
    return [Draft(figure, *named(reading, name), measure_of(figure), "bracketed", region=place)]


def measured(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a number with the name of what it measures before it: ``刑事立案⟦317起⟧``, ``调成率⟦98.1%⟧``."""
    figure = reading.figures[index]
    name = phrase(reading, *reading.before(index))
    if name is None or figure.kind == "rank" and (name.text.startswith("在") or name.text.startswith(_STANDING)):
        return ()
    before = carried(reading, index, said)
    if before and _THOSE_PLACES.fullmatch(name.text) and before.figure.unit == figure.unit and before.rule in ("apportioned", "respectively"):
        return [Draft(figure, before.indicator, before.names, measure_of(figure), "total", several=True)]  # ``三市``合计⟦92起⟧
    by = amount_of_change().search(name.text) if figure.kind in ("share", "points") else None
    if by and not name.text.endswith("自然增长率"):  # 年均``增幅``达⟦24%⟧
        return [Draft(figure, *named(reading, name), "change", "measured", sign_of(by.group()), None, None, *inherited(reading, index, said))]
    told = name_or_carried(reading, index, said, name) if THIS.fullmatch(name.text) else named(reading, name)
    if told and (whom := among(reading, name)):
        says, where = named(reading, whom)
        told = told[0] + says, (*told[1], *where)
    return [Draft(figure, *told, measure_of(figure), "measured")] if told else []


def total(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a number that goes on with what was counted before: ``有626支志愿者队伍,共⟦1.3万余人⟧``."""
    figure = reading.figures[index]
    before = carried(reading, index, said)
    if before and before.rule == "share":  # 占31%,共⟦8.5万起⟧: of the count, not of its share
        before = replace(before, indicator=re.split("[占佔]", before.indicator)[0])
    if before is None or figure.kind in ("share", "points"):
        return ()
    several = before.figure.unit == figure.unit and before.rule == "apportioned"  # 甲县52起、乙县40起,共⟦92起⟧: of neither alone
    if before.figure.unit == figure.unit and not several and not _IN_ALL.search(reading.text, *reading.before(index)):
        return ()
    return [Draft(figure, before.indicator, before.names, measure_of(figure), "total", several=several)]
