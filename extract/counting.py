"""What stands around a number that counts: the noun after it, ``⟦626支⟧平安志愿者队伍``, and the action before it, ``打掉⟦2个⟧团伙``."""

import re
from functools import cache

from extract.indicators import JOINED, action_verbs, states, stop_words, tokens, without_tail
from extract.lexicon import any_of, words
from extract.models import Mention
from extract.reading import Reading
from extract.tokens import clause_words

# What may stand between a figure and the noun it counts.
_LINK = re.compile(r"[\s　]*(?:组成的|的|以上的?|以下的?|左右的?|以内的?|余|多|是|系)?[\s　]*")
_OF_THESE = re.compile(r"中[^,;。]{1,12}\d")
_KINDS_TOO = re.compile(r"(?:[省县市区乡镇村州盟旗]|街道)\([县市区旗乡镇街道社区居、]+\)")
_PREDICATE = re.compile(r"(?:紧急|成功|及时|需要?|急需)[^,;。、\d]{2,8}|荣?获(?:得|评)?[^,;。、\d]{4,16}")  # ⟦3次⟧获省厅通报表扬
_IN = ("中", "里", "内", "当中")
_DOING = re.compile(r"[^,;。、\d]{4,20}(?:团伙|集团|组织|行动队|队伍|小组|窝点|网络|链条|案件|嫌疑人|人员)(?=[,;。、]|$)")
_OPENING = re.compile(r"[“\"‘(（《「]*")


def noun_after(reading: Reading, start: int, end: int) -> Mention | None:
    """Cut the noun phrase that a number counts out of the words after it, or None: ⟦22个⟧``联村(社)服务团``现场解决…"""
    text = reading.text
    if start >= end:
        return None
    link = _LINK.match(text, start, end)
    start = link.end() if link else start
    if text[start : start + 1] == "(":
        return None  # 73亿元(新台币,下同), 积案5起(最长的隐匿28年)
    if kinds := _KINDS_TOO.match(text, start, end):
        return Mention(start, kinds.end(), kinds.group())  # ⟦44个⟧县(市、区)
    opening = _OPENING.match(text, start, end)
    position = first = opening.end() if opening else start
    for at, token, following, done in tokens(text, position, end):
        if token in states():
            position = at + len(token)
            if following in states():
                continue  # 死亡失踪
            break
        if token == "中" and at > first + 1 and _OF_THESE.match(text, at):
            break  # 45名干警``中``员额检察官13名
        if done or token in stop_words() or token in JOINED or following == "了":  # what has 了 after it was done, and is no noun
            break
        position = at + len(token)
    stop = without_tail(text, start, position)
    if stop - start > 2 and text[stop - 1] in "中新" and (text[stop : stop + 1] == "," or text[stop - 1] == "新"):
        stop -= 1  # 6起重大火灾``中``,城市4起; 15个人民法院``新``收案
    # A closing bracket or quote belongs to the phrase that opened it: “非访”, 联村(社).
    while stop < position and text[stop] in '”")）》」' and text[start:stop].count('“"(（《「'['”")）》」'.index(text[stop])]):
        stop += 1
    if text[start:stop] in _IN:
        return None  # 清理的1172件``中``
    if (whole := _PREDICATE.match(text, start, end)) and whole.end() > stop and text[whole.end() : whole.end() + 1] in tuple(",;。"):
        return Mention(start, whole.end(), whole.group())  # ⟦61万人⟧紧急转移安置
    if those := _who_are().match(text, start, end):
        stop = those.end()  # ⟦36家⟧存在火灾隐患的出租房
    if stop == start and (gang := _DOING.match(text, start, end)):
        stop = gang.end()  # 打掉⟦1个⟧盗窃电动车犯罪团伙: the verb says of what kind
    return Mention(start, stop, text[start:stop]) if stop > start else None


@cache
def _who_are() -> re.Pattern[str]:
    """What those counted have or bring about, told before what they are: 存在火灾隐患的出租房, 疑似发生渗漏的水库."""
    having = any_of(words("verbs", kind="light"))
    return re.compile(rf"(?:疑似|涉嫌|可能|曾|仍)?{having}[^,;。、\d]{{1,12}}的[^,;。、\d的]{{2,8}}(?=[,;。、]|$)")


@cache
def _unweighty() -> re.Pattern[str]:
    """What may stand between an action and its number: 共, 近, 了."""
    return re.compile(rf"(?:{any_of((*words('qualifiers'), *words('light_words', side='after')))}|[了\s])+$")


def verb_before(reading: Reading, start: int, end: int) -> Mention | None:
    """Give the action verb that a number's phrase hangs on, right before the number: ``打掉`` ⟦2个⟧恶势力团伙."""
    tail = _unweighty().search(reading.text[start:end])
    stop = start + tail.start() if tail else end
    last = "".join(clause_words(reading.text[start:stop])[-1:])
    return Mention(stop - len(last), stop, last) if last in action_verbs() else None
