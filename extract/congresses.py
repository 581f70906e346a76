"""The years of congresses and their sessions, which are numbered: ``省十一届人大五次会议`` met in 2012, ``党的十五大`` in 1997."""

import re
from collections.abc import Iterator

from extract.numerals import chinese

_N = "[一二三四五六七八九十]{1,3}"
# People's congresses and consultative conferences of the country and the provinces begin their terms in one year and meet once in each.
_SESSION = re.compile(rf"(?:全国|[省区]|^)(?:政协)?第?({_N})届(?:全国)?(?:人大|人民代表大会|政协)(?:常委会)?第?({_N})次(?:会议|全会)(?!以来)")
_HELD = "(?=[^,。;]{0,4}(?:召开|前夕|之际|开幕|闭幕|期间|即将))(?![^,。;]{0,6}(?:以来|后))"
_PARTY = re.compile(rf"(?:党的|党第|共产党)第?({_N})(?:次全国代表大会|大){_HELD}")
_PARTY_WORDS = ("次全国代表大会", "大召开", "大前夕", "大之际", "大开幕", "大闭幕", "大期间", "大即将", "大胜利")
_DISCIPLINE = re.compile(rf"({_N})届中央纪委第?({_N})次全(?:体会议|会)(?!以来)|中央纪委({_N})届({_N})次全会(?!以来)")


def meetings(text: str) -> Iterator[tuple[str, int]]:
    """Give the meetings that a text speaks of as of its own day, with the year of each.

    ``省十一届人大五次会议`` gives 2012, ``二十届中央纪委三次全会`` 2024.
    """
    numbered = "届" in text
    for found in _SESSION.finditer(text) if numbered else ():
        term, session = (int(chinese(part) or 0) for part in found.groups())
        if term >= 7 and 1 <= session <= 5 and "常委会" not in found.group():
            yield found.group(), 1988 + 5 * (term - 7) + session - 1
    of_party = any(word in text for word in ("党的", "党第", "共产党"))
    for found in _PARTY.finditer(text) if of_party and any(word in text for word in _PARTY_WORDS) else ():
        number = int(chinese(found.group(1)) or 0)
        if number >= 14:
            yield found.group(), 1982 + 5 * (number - 12)
    for found in _DISCIPLINE.finditer(text) if numbered else ():
        term, session = (int(chinese(part) or 0) for part in found.groups() if part)
        if term >= 14 and 2 <= session <= 9:
            yield found.group(), 1982 + 5 * (term - 12) + session - 1
