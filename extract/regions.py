"""Places that a text names or points at: ``龙泉市`` is 331181, ``全省`` is settled by the places named around it.

A full name of a province, city or county stands for itself. A short name of a county (``龙泉``), a township, a homonym (``鼓楼区``)
and a pointing word need support from their context, which ``settle`` looks for.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from extract.folding import fold
from extract.gazetteer import COUNTRY, Former, ancestors, divisions, formers, is_within, level, name, parent, region_name, stem
from extract.lexicon import words
from extract.models import Region
from extract.place_words import Surface, place_words
from extract.tokens import clause_words

# 平安全省心, 安全区域: what ends a word before is no 全省. And what turns 全省 into another word after it.
_COUNTED = ("省", "市", "县", "区")  # of which there may be some
_NOT_BEFORE = "安健完保齐周"
_FORCES = ("警方", "公安", "检察", "法院", "民警", "交警", "消防")
_STATIONED = (*_FORCES, "分局", "市", "县", "区")
_ON_ROAD = ("高速公路", "国道", "省道")
_MOST_BLANKS = 1


def find_regions(text: str, on: date | None = None) -> list[Region]:
    """Give the places of a text in order; ``on`` is the day by which renamed places are told apart.

    >>> [(region.text, region.code, region.name) for region in find_regions("浙江省龙泉市刑事立案下降")]
    [('浙江省龙泉市', '331181', '浙江省丽水市龙泉市')]
    """
    folded = fold(text)
    found: list[Region] = []
    for start, word, kinds in place_words(folded):
        end = start + len(word)
        loose = kinds.sort == "bound" and not _counted_in_list(folded, start, end) and not _is_stationed(folded, word, end, kinds)
        if loose and (not found or word in _FORCES):
            continue  # an ordinary word, and no place that it could go on with; 湖北省``公安``厅 is not of 公安县
        region = _region(folded, start, end, kinds, on)
        if region is None:
            continue
        joined = _join(found[-1], region, folded) if found else None
        if joined:
            found[-1] = joined
        elif kinds.sort == "weak" and region.code is None and len(word) == 2 and not _is_word(folded, start, end):
            continue  # 组建湖区 is not in 建湖
        elif not loose or _follows(found[-1], region, folded):
            found.append(region)
    return found if folded == text else [replace(region, text=text[region.start : region.end]) for region in found]


def places(folded: str) -> list[int]:
    """Give where in a folded text a word stands that may be a place."""
    return [start for start, _, surface in place_words(folded) if surface.sort != "trap"]


def _is_stationed(text: str, word: str, end: int, surface: Surface) -> bool:
    """Tell whether an ordinary word is a place because police or courts are of it: ``日照公安机关``."""
    return word not in _FORCES and len(surface.codes) == 1 and level(surface.codes[0]) != "town" and text.startswith(_FORCES, end)


def _counted_in_list(text: str, start: int, end: int) -> bool:
    """Tell whether a word stands in a list of places with their numbers: 死亡5人(``东区``1人,``西区``2人)."""
    return text[start - 1 : start] in ("(", ",", "、") and text[end : end + 1].isdigit()


def _follows(before: Region, region: Region, text: str) -> bool:
    """Tell whether an ordinary word goes on with a list of places of its city: 肃南、``民乐``、山丹三县."""
    if text[before.end : region.start] != "、":
        return False
    return any(parent(code) == parent(other) for code in region.candidates for other in before.candidates)


def settle(regions: Sequence[Region], context: Sequence[str]) -> list[Region]:
    """Give each place its code by the codes named around it, the nearest first; what nothing supports is left out.

    A pointing word that nothing settles stays, with no code. ``全省`` in a story of 杭州 is 浙江省.
    """
    settled: list[Region] = []
    around = list(context)
    for region in regions:
        code = _namesake(region, around) or region.code
        if code is None and region.candidates:
            code = _supported(region.candidates, around) or _beside(region, regions)
            if code is None and not _is_full(region.text):
                continue
        elif code is None and region.level != "abroad":
            code = _pointed(region, around)
        known = code is None or region.name and code == region.code
        settled.append(region if known else replace(region, code=code, name=region_name(code)))
        if code and code != COUNTRY:
            around.insert(0, code)
    return settled


def _namesake(region: Region, around: Sequence[str]) -> str | None:
    """Give the town that a short name means where it was named before: 海北派出所 in a story of 海北镇 is not of 海北州."""
    if region.level not in ("province", "city") or len(region.text) > 2:
        return None
    return next((code for code in around if level(code) == "town" and (name(code) or "").startswith(region.text)), None)


def _region(text: str, start: int, end: int, surface: Surface, on: date | None) -> Region | None:
    """Make a region of a name found, unless the words around it make another thing of it: 北京路, 安全市场."""
    word = text[start:end]
    if surface.sort == "trap" or word.endswith("都市") and text.startswith("报", end):
        return None  # 西``江都市``报
    if surface.sort == "abroad":
        return Region(start, end, word, None, None, "abroad")
    if surface.sort == "pointing":
        if word.endswith("部") and text.startswith("门", end):
            return None  # 市公安部门 is no ministry
        if start and (text[start - 1] in _NOT_BEFORE or text[start - 1] in "个多余" and word.startswith(_COUNTED)):
            return None  # 5个``省人民法院``
        return Region(start, end, word, COUNTRY if surface.level == "country" else None, None, surface.level)
    if not _is_full(word) and text.startswith(words("place_guards"), end):
        return None
    codes = tuple(dict.fromkeys(_valid(code, on, word) for code in surface.codes))
    sure = surface.sort == "sure" and len(codes) == 1
    if surface.sort in ("weak", "bound") and len(codes) == 1 and text.startswith(_STATIONED, end) and level(codes[0]) != "town":
        sure = True
    if len(codes) == 1 and surface.sort in ("weak", "bound") and text.endswith(_ON_ROAD, 0, start) and level(codes[0]) != "town":
        sure = True  # 京珠高速公路``乳源``段
    own = codes[0]
    if sure:
        return Region(start, end, word, own, region_name(own), level(own) or "county", (*codes, *surface.smaller))
    return Region(start, end, word, None, None, level(own) or "county", codes)


def _is_word(text: str, start: int, end: int) -> bool:
    """Tell whether the words of a clause part where a short name begins and ends."""
    first, position = max(0, start - 4), max(0, start - 4)
    borders = {first}
    for token in clause_words(text[first : end + 4]):
        position += len(token)
        borders.add(position)
    return start in borders and end in borders


def _join(before: Region, region: Region, text: str) -> Region | None:
    """Make one place of two that follow on each other, the second in the first: 浙江省 + 龙泉市, 杭州市 + 余杭区."""
    if len(text[before.end : region.start].strip()) or region.start - before.end > _MOST_BLANKS or not before.candidates or not region.candidates:
        return None
    inside = tuple(code for code in region.candidates if any(is_within(code, area) and code != area for area in before.candidates))
    if not inside:
        return None
    code = inside[0] if len(inside) == 1 else None
    return Region(
        before.start, region.end, text[before.start : region.end], code, region_name(code) if code else None,
        level(inside[0]) or region.level, inside,
    )  # fmt: skip


def _supported(candidates: Sequence[str], around: Sequence[str]) -> str | None:
    """Give the candidate that shares the nearest named place: itself, its city or its province; a town beside another of its county."""
    for code in around:
        for candidate in candidates:
            if is_within(candidate, code) and code != COUNTRY or is_within(code, candidate):
                return candidate
    for code in around:
        above = set(ancestors(code)) - {COUNTRY}
        near = [
            candidate
            for candidate in candidates
            if (parent(code) == parent(candidate) if level(candidate) == "town" else above & set(ancestors(candidate)))
        ]
        if near:
            return near[0]
    return None


def _beside(region: Region, others: Sequence[Region]) -> str | None:
    """Give the only candidate of a name where that of another lies in the same city: ``青田``、``景宁``两县 are in 丽水."""
    if len(region.candidates) != 1 or region.level == "town":
        return None
    (own,) = region.candidates
    near = [code for other in others if len(other.candidates) == 1 for code in other.candidates if code != own and parent(code) == parent(own)]
    return own if near and parent(own) != COUNTRY else None


def kind_of(pointing: Region) -> str:
    """Give the kind of place that a pointing word names: of 全市 and 市检察院 市, of 当地 none."""
    return next((character for character in pointing.text if character in "省市州盟县旗区镇乡"), "")


def _pointed(region: Region, around: Sequence[str]) -> str | None:
    """Give what 全省, 全市, 全县 or 当地 points at: the nearest named place of that level and kind, or what it lies in."""
    kind, fitting = kind_of(region), None
    for code in around:
        if region.level == "here":
            return code
        for area in (code, *ancestors(code)):
            if _serves(area, region.level):
                if (name(area) or "").endswith(kind):
                    return area
                fitting = fitting or area
    return fitting


def _serves(code: str, wanted: str) -> bool:
    """Tell whether a division is called so by those who live there: a county-level 市 is 全市, a 自治区 is 全区."""
    own, ending = level(code), (name(code) or " ")[-1]
    if wanted == "city":
        return own == "city" or own in ("county", "province") and ending == "市"
    if wanted == "county":
        return own == "county" and ending != "市" or own == "province" and ending == "区"
    return own == wanted


def _valid(code: str, on: date | None, word: str) -> str:
    """Give the code that a short name had on a day: 会理 was 513425 until 2021; a zone has that of what it lies in."""
    known = divisions().get(code)
    if known and known.level == "zone":
        return known.parent
    if on is None or _is_full(word):
        return code
    for former in _predecessors().get(code, ()):
        if (former.first or 0) <= on.year <= former.last and stem(former.name) == word:
            return former.code
    return code


@cache
def _predecessors() -> dict[str, list[Former]]:
    became: dict[str, list[Former]] = {}
    for former in formers():
        if former.successor and former.successor != former.code:
            became.setdefault(former.successor, []).append(former)
    return became


def _is_full(word: str) -> bool:
    return any(word[start:] in _full_names() for start in range(max(1, len(word) - 1)))


@cache
def _full_names() -> frozenset[str]:
    """Give the official names above the township; a joined mention ends with one."""
    today = (division.name for division in divisions().values() if division.level != "town")
    return frozenset((*today, *(former.name for former in formers())))
