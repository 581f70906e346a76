"""The noun phrase that a number measures, cut out of the words around it.

``据悉,龙泉目前有⟦626支⟧平安志愿者队伍`` measures what follows it, ``龙泉市总接警量同比下降了⟦22%⟧`` what stands before.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from extract.lexicon import any_of, words
from extract.models import Mention
from extract.reading import Reading
from extract.tokens import clause_words

_MARKS = " \t\n　*#、:;,。.“”\"'()（）《》「」『』—-–~·…★☆◇◆▶►▷□■○●▲※"
JOINED = "、和及与以及并"
_BY_LAW = re.compile(r"[^,;。]*》[^,;。]{0,12}规定(?=[^,;。])")
_SINCE = re.compile(r"[自从][^,;。]{1,24}(?:以来|之后|后|起)$")
_INSIDE = re.compile(r"在(?P<what>[^,;。在]{3,})[中里内]")
_LISTED_IN_BRACKETS = re.compile(r"\([^()]*、[^()]*、[^()]*\)(?=[^,;。、)\s])")
_WHOM = 6  # characters of those for whom something was done
_CAUSED = 5  # characters at least of what was caused by something
_CAUSE = re.compile(r"[^,;。]{2,16}(?:由于|因为|源于|集中在|集中于|共造成|已造成|共发生|累计发生)(?=[^,;。]{2})")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SPAN = re.compile(r"[间内来里中]?")
_DURING = re.compile(r"[^,;。、\d]{1,10}期间(?=[^,;。的])")
_MORE = re.compile(r"[,;。\d]")
_AT = re.compile(r"[要将应须]?[在于从由自到至]$")
_ON_TOP = re.compile(r"的?基础上(?:再|又|还|继续)?")
_FOR_YEARS = re.compile(r"(?:已经?)?连续[^,;。]{1,4}[年月季]度?")  # 连续五年位居全省第一
_SO_MANY_PLACES = re.compile(r"等?\d+个?(?=[省市县区州])")  # 广东、山东``3个``省人民法院
_OF_DAY = re.compile(r"凌晨|早上|上午|中午|下午|傍晚|晚上|夜间|(?:\d{1,2})时")
_UNDERGOING = ("受", "被", "遭")  # 受教育群众: nobody is told to have taught
_AT_PLACE = re.compile(r"在[^,;。在的]{0,7}[地处内上中场国外里线间下区]$")
_ORDINAL = re.compile(r"(?<![\w,、])(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d))")


@cache
def action_verbs() -> frozenset[str]:
    """Give the verbs whose object reports count: 破获, 打掉, 解决 …"""
    return frozenset(words("verbs", kind="action"))


@cache
def states() -> frozenset[str]:
    """What happened to those who are counted, said after them: 3人``死亡``, 5名群众``受伤``."""
    return frozenset(words("verbs", kind="state"))


@cache
def stop_words() -> frozenset[str]:
    """Words at which a noun phrase after a number ends."""
    return frozenset(words("verbs", kind="light")) | frozenset(words("changes")) | frozenset(words("stop_words"))


@cache
def _agents() -> tuple[str, ...]:
    """Nouns that a verb before them describes: 组织, 队, 站 …"""
    return words("agent_nouns")


@cache
def _left() -> re.Pattern[str]:
    """What is taken off the left end of a phrase, again and again: marks, connectives, and 共 before what was done."""
    light = words("light_words", side="before")
    long, short = [word for word in light if len(word) > 1], [word for word in light if len(word) == 1]
    done = any_of((*(word for word in (*action_verbs(), *words("changes")) if len(word) > 1), "亡", "伤"))
    return re.compile(rf"(?:{any_of(long)}|但(?!书)|惟|[对将把](?=\s*$)|{any_of(short)}(?={done})|[{re.escape(_MARKS + JOINED)}的])+")


@cache
def _left_words() -> frozenset[str]:
    """Words that go from the left end only as words: 共 of 共抓获, not of 共享; 发生, 现有."""
    return frozenset(words("light_words", side="before")) | frozenset(words("verbs", kind="light"))


@cache
def _left_word() -> re.Pattern[str]:
    return re.compile(any_of(_left_words()))


@cache
def _light_after() -> frozenset[str]:
    """Words that go from the right end of a phrase: 同比, 分别, 有, 约 …"""
    light = (*words("light_words", side="after"), *words("verbs", kind="light"), *words("comparisons", sort="adverb"), *words("qualifiers"))
    return frozenset(light)


@cache
def _right() -> re.Pattern[str]:
    """What is taken off the right end of a phrase at sight; a light word of one character only where it is a word of its own."""
    long = any_of(word for word in _light_after() if len(word) > 1 and word not in ("以上", "以下"))
    return re.compile(rf"(?:\[\d{{1,2}}\]|(?<![及或岁龄])以[上下]|{long}|[{re.escape(_MARKS)}的了])+$")  # 初中及以下 is one name


@cache
def _right_ends() -> frozenset[str]:
    """The characters that may stand last in that."""
    return frozenset((*_MARKS, "的", "了", "]", *(word[-1] for word in _light_after() if len(word) > 1)))


@cache
def _actors() -> re.Pattern[str]:
    """Who does the counting, at the left end of a phrase: 公安机关, 县法院, 各级 …"""
    return re.compile(rf"(?:各地|各级|全体|[省市县区州镇乡]级?)*{any_of(words('actors'))}(?:们|共)?")


def phrase(reading: Reading, start: int, end: int) -> Mention | None:
    """Cut the phrase that names an indicator out of ``text[start:end]``; None where no word is left.

    Off come marks and connectives, periods and places at its left end, light verbs at its right end, and the subject of an
    action: ``服务团现场解决各类矛盾纠纷`` leaves ``解决各类矛盾纠纷``.
    """
    asked = (start, end)
    if asked not in reading.phrases:
        reading.phrases[asked] = _phrase(reading, start, end)
    return reading.phrases[asked]


def _phrase(reading: Reading, start: int, end: int) -> Mention | None:
    asked = (start, end)
    if (behind := _out_of_brackets(reading.text, start, end)) < end:
        start = behind  # 受理(含信箱、微信等渠道)``各类诉求``
    for listed in _LISTED_IN_BRACKETS.finditer(reading.text, start, end):
        start = listed.end()
    start, end = _trim(reading, start, end)
    if law := _BY_LAW.match(reading.text, start, end):
        start, end = _trim(reading, law.end(), end)
    if _ON_TOP.fullmatch(reading.text, start, end) or _FOR_YEARS.fullmatch(reading.text, start, end):
        return None
    if (wide := reading.sentence.text.rfind("　", start, end)) > start and _HAN.match(reading.text, wide - 1) and wide + 1 < end:
        start = wide + 1  # 城东中队　死亡事故⟦9起⟧: cells of a line
    if end <= start:
        return _before_time(reading, *asked)
    piece = reading.text[start:end]
    if "期间" in piece and (during := _DURING.match(reading.text, start, end)):
        start, end = _trim(reading, during.end(), end)  # 行动期间全国刑事警情
    if piece[-1] in "来后起" and (since := _SINCE.search(reading.text, start, end)):
        end = since.start()
    if piece[0] == "在" and (inside := _INSIDE.fullmatch(reading.text, start, end)):
        start, end = _trim(reading, *inside.span("what"))  # 在全省``民调排名``中
    if len(piece) > _CAUSED and (cause := _CAUSE.match(reading.text, start, end)):
        start = cause.end()  # 罪案上升主要由于``诈骗案``增加, 诉求主要集中在``社会保障``
    if end <= start or any(period.start <= start and _SPAN.fullmatch(reading.text, period.end, end) for period in reading.periods):
        return None  # 五年间⟦56.8%⟧ goes on with what was told before
    start, end = _whole_quotes(reading.text, _skip_subject(reading, start, end), end)
    if (opens := reading.text.rfind("(", start, end)) > start and reading.text[end : end + 1] == ")" and ")" not in reading.text[opens:end]:
        end = opens  # 起诉率(按人数)为: what brackets add at its end is no part of a name
    if end <= start:
        return None
    return Mention(start, end, reading.text[start:end])


def _before_time(reading: Reading, start: int, end: int) -> Mention | None:
    """Give the name that stands before a time: ``群众安全感``去年下半年为⟦96%⟧."""
    inside = [period for period in reading.periods if start < period.start and period.end <= end and period.kind != "duration"]
    if not inside or _MORE.search(reading.text, start, inside[-1].start):
        return None
    at = _AT.search(reading.text, start, inside[-1].start)  # 破案率``要在``现有⟦43%⟧的基础上
    return phrase(reading, start, at.start() if at else inside[-1].start)


def _trim(reading: Reading, start: int, end: int) -> tuple[int, int]:
    text = reading.text
    if ordinal := _ORDINAL.match(text, start, end):
        start = ordinal.end()  # 二、非重点单位火灾
    for period in reading.periods:
        if start <= period.start and period.end < end and period.kind != "duration":
            hour = _OF_DAY.match(text, period.end, end)
            start = max(start, hour.end() if hour else _out_of_brackets(text, period.end, end))
        elif start < period.end <= end and (period.kind != "duration" or period.text.endswith(("间", "来"))) and period.end == end:
            end = max(start, period.start)
    moved = True
    while moved and start < end:
        before = (start, end)
        found = _left().match(text, start, end)
        start = found.end() if found else start
        actor = _actors().match(text, start, end)
        if actor and actor.end() < end:  # 现有民警300名 counts them, 民警出动300人次 does not
            start = actor.end()
        for region in reading.regions:
            if region.start <= start < region.end <= end and not text.startswith(("籍", "港"), region.end):
                listed = _SO_MANY_PLACES.match(text, region.end, end)
                start = listed.end() if listed else region.end
        end = without_tail(text, start, end)
        if (start, end) == before:
            start += _light(text, start, end)
        moved = (start, end) != before
    return start, end


def _out_of_brackets(text: str, position: int, end: int) -> int:
    """Step out of the brackets around a position: 审查后(含上年积存)``批准逮捕``."""
    closes = text.find(")", position, end)
    return closes + 1 if closes >= 0 and "(" not in text[position:closes] else position


def without_tail(text: str, start: int, end: int) -> int:
    """Give where a phrase ends without the light words and marks at its end: 违法行为``约``, 枪支``共有``; the 为 of 行为 and the 约 of 签约 stay."""
    while start < end:
        tail = _right().search(text[start:end]) if text[end - 1] in _right_ends() else None
        if tail:
            end = start + tail.start()
        elif text[end - 1] in _light_after() and (light := _light_letters(clause_words(text[start:end])[-1])):
            end -= light
        else:
            break
    return end


def _light_letters(word: str) -> int:
    """Give how many characters at the end of a phrase's last word are light words of their own: of 已达 both, of 率为 one, of 行为 none."""
    if _light_after().issuperset(word):
        return len(word)
    return 1 if word[:-1] in words("heads") else 0


def _whole_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Take back into a phrase the quotation mark whose fellow is in it: “两抢”案件, 进京“非访”."""
    inside = text[start:end]
    if inside.count("”") > inside.count("“") and text[start - 1 : start] == "“":
        start -= 1
    if inside.count("“") > inside.count("”") and text[end : end + 1] == "”":
        end += 1
    return start, end


def _light(text: str, start: int, end: int) -> int:
    """Give how long the connective or light verb is that a phrase begins with as a word of its own; 0 where none does."""
    if text.startswith("占比", start) or not _left_word().match(text, start, end):
        return 0
    first = next(iter(clause_words(text[start:end])), "")
    whole = first == "发生" and text.startswith(("数", "率", "量"), start + len(first))
    return len(first) if first in _left_words() and not whole else 0


def _skip_subject(reading: Reading, start: int, end: int) -> int:
    """Move the start to the first action verb that has an object after it: what was done is counted, not who did it or where."""
    text = reading.text
    for position, token, following, done in tokens(text, start, end):
        ends = position + len(token) == end and not _AT_PLACE.search(text, start, position) and not _office().search(text, start, position)
        if done and (not following or following not in ("的", "率", "数", "量", "额", "人数", "人次", "次数")) and not ends:
            if text[position - 1] == "新" and position > start:  # 新发现吸毒人员
                position -= 1
            where = _AT_PLACE.search(text, start, position) or any(
                region.end == position and text[region.start - 1] == "在" for region in reading.regions
            )
            for_whom = text[start - 1] == "为" and position - start <= _WHOM  # 为国家``挽回``损失
            if position == start or where or for_whom or text[position - 1] == ")" or _subject().search(text, start, position):
                return position
    return start


@cache
def _office() -> re.Pattern[str]:
    """Who counts what was done, where nothing but that is said: 县局指挥``中心共``接警."""
    return re.compile(r"(?:中心|机关|部门|大队|支队)(?:共计?|累计)?$")


@cache
def _subject() -> re.Pattern[str]:
    """How whoever does something is called, or how it is done, at the end of what stands before the verb: 公安``机关``, ``连夜``; not 房地产."""
    return re.compile(rf"{any_of(words('subject_endings'))}(?:共计?|累计|已经?|先后|又|还|均|都|日前|近日|紧急)*$")


def _parted(token: str) -> tuple[str, ...]:
    """Part an adverb from the verb that it was cut with: 共出动 is 共 and 出动."""
    return (token[0], token[1:]) if token[0] in "共已又再" and token[1:] in action_verbs() else (token,)


def tokens(text: str, start: int, end: int) -> Iterator[tuple[int, str, str, bool]]:
    """Give the words of a stretch, each with its place, the word after it, and whether it is a verb of what was done.

    The verb of 调解组织 or 巡逻队 says what kind they are, and is none.
    """
    position, attribute, before = start, "", ""
    cut = [part for token in clause_words(text[start:end]) for part in _parted(token)]
    for index, (token, following) in enumerate(zip_longest(cut, cut[1:], fillvalue="")):
        done = token in action_verbs() and token != attribute and before not in _UNDERGOING
        if done and (following.startswith(_agents()) or _first_noun(cut[index + 1 :]).startswith(_agents())):
            attribute, done = following, False
        yield position, token, following, done
        position, before = position + len(token), token


def _first_noun(tokens: Sequence[str]) -> str:
    """Give the first of some words that is no verb: 就业 安置 ``基地``."""
    return next((token for token in tokens if token not in action_verbs()), "")
