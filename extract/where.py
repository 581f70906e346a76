"""Where a figure holds: in its own statement, else the place that its paragraph or the article is about."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import zip_longest

from extract.gazetteer import COUNTRY, ancestors, is_within, level, name, region_name
from extract.lexicon import any_of, words
from extract.models import Region, Span
from extract.place_words import place_words
from extract.reading import Reading
from extract.regions import kind_of, settle
from extract.rules import Draft

# A place that a figure is compared with or ranked in is not where it holds: 高于全省平均水平, 居全市第二.
_MEASURED_AGAINST = re.compile(r"(?:比|较|与|高于|低于|高出|居|列|占|位居|排名|为|在)$")
_PLACING = frozenset("第综排位居列")
_NO_RANK = re.compile("第[一二三四1-4]季度|第[^,。;]{1,3}[次届]")
_PLACED = re.compile(r"(?:综合)?(?:排名|排|列|位列|位居|居)第")
_MORE_THAN = re.compile(r"(?:占[到了]?|高于|低于|比)$")
_RANKED_IN = re.compile(r"(?:平均|第|排名|前列|首[位创个家批]|之[首冠最]|总|率先|领先|推广)")
_AMONG = re.compile(r"\d+个[^,。;]{1,12}[中里内]|[^,。;]{2,12}(?:排名|排行|评比|考核|调查)中")
_LISTED = re.compile(r"\s*(?:、|和|与|及|以及|,)\s*")
_ONE_OF = re.compile(r"等(?:地的?)?(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?个?[省市县区州镇乡地]")
_NATIVE = re.compile(r"籍|人(?![民口大员均次工才社流])")
_DATELINE = re.compile(r"(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日(?:电|讯|报道|消息)")
_EVERYWHERE = re.compile(r"(?<!全国)各地|各级(?=[^,;。、]{0,4}(?:机关|政府|法院|检察院|党委|纪委|部门|组织|公安))")
_SPOKE_IN = re.compile(r"[^,。;]{0,4}(?:表示|介绍|透露|通报|宣布|强调|指出|会见|说|召开|举行|举办|开幕|闭幕|发布)")
_PAPER = re.compile(r"\s*(?P<name>[\u4e00-\u9fff]{2,4}?)(?:日|晚)?报[\s\d]")
_HEARD_FROM = re.compile(r"[^,。;]{0,18}(?:获悉|了解到|得知|获知)")  # 记者从``伊宁市``公安局了解到
_OF_COUNTRY = re.compile(r"统一|先进|文明[城村单]|优秀|模范|首[个批次家]|第[一二三\d]|最|[^,。;、]{0,8}最[低高好少]|试点|示范|人大代表|政协委员|劳模")
_OWN = ("全", "我", "该", "本")  # 全市, 我县, 该省: told of, however large
_HELD = ("city", "county", "town")  # several places that lie in one are told of it; those of a province of none
_NEAR = 40  # places; what was named further back settles nothing


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure holds, how that is known, and the words that say so (a span of the report)."""

    code: str | None
    name: str | None
    basis: str | None
    span: Span | None = None


@dataclass(slots=True)
class Where:
    """What an article has said of places so far; fed its sentences in order.

    ``known`` are the codes of the places that the article names, then those of the report's other articles: they settle what
    全省 and 当地 point at. ``home`` is what the article is about, where its headline tells; ``main`` else its first place.
    """

    known: Sequence[str]
    home: Place | None = None
    main: Place | None = None
    place: Place | None = None
    named: list[str] = field(default_factory=list)
    section: Place | None = None

    def begin_paragraph(self) -> None:
        """A new paragraph speaks of the article's main place again."""
        if self.section or self.home:
            self.named, self.place = [], self.section or self.home
        elif self.place and self.main and self.place.code and self.main.code and is_within(self.place.code, self.main.code):
            self.place = self.main

    def settled(self, reading: Reading) -> Reading:
        """Give a sentence with its places settled: homonyms by those named around them, pointing words by what they point at."""
        if not reading.regions:
            return reading
        reading = replace(reading, regions=tuple(settle(reading.regions, self._context())), phrases={})
        self.named += [region.code for region in reading.regions if region.code and not self._is_around_home(region)]
        del self.named[:-_NEAR]
        return reading

    def _context(self) -> list[str]:
        """Give the codes that settle a name, the nearest first."""
        at_home = [self.home.code] if self.home and self.home.code else []
        return list(dict.fromkeys([*reversed(self.named), *at_home, *self.known]))

    def leave(self, reading: Reading) -> None:
        """Remember the place that a sentence spoke of last, for the sentences after it; that of a heading, for its paragraphs."""
        if reading.sentence.kind == "heading" and (not self.home or self.home.code == COUNTRY):
            local = [region for region in reading.regions if region.code and region.code != COUNTRY and not _passed(reading, region)]
            shared = _shared([region.code for region in local if region.code])
            self.section = Place(shared, region_name(shared), "headline", reading_span(reading, local[0])) if shared else None
        for region, after in zip_longest(reading.regions, reading.regions[1:]):
            if after and after.code and _LISTED.fullmatch(reading.text[region.end : after.start]):
                continue  # a list is told of as a whole, by its last
            if region.code and self._is_told_of(reading, region, len(reading.text)) and self._stays(reading, region):
                self.place = replace(_together(reading, region), basis="carried")
                if region.level != "country" or region.text.endswith("国"):  # 公安部 speaks, 全国 is spoken of
                    self.main = self.main or self.place

    def of(self, reading: Reading, draft: Draft) -> Place:
        """Give where a figure holds: the last place before it that it can be told of, or right after it in its clause."""
        if draft.region is not None:
            same = [region for region in reading.regions if region.start == draft.region.start]
            return _stated(reading, same[0] if same else next(iter(settle([draft.region], self._context())), draft.region))
        if draft.several:
            listed = [region for region in reading.regions if region.code and region.end <= draft.figure.start]
            held = _shared([region.code for region in listed if region.code])
            return Place(held, region_name(held) if held else None, "stated") if held and level(held) in _HELD else Place(None, None, None)
        shared = draft.goes_with if draft.goes_with in reading.figures else None
        position = (shared or draft.figure).start
        everywhere = max((found.end() for found in _EVERYWHERE.finditer(reading.text, 0, position)), default=0)
        statement = reading.text.rfind(";", 0, position)
        unplaced = not any(statement < region.start < position for region in reading.regions)
        clause_end = reading.clause(draft.figure.end)[1]
        before = [
            region
            for region in reading.regions
            if everywhere <= region.start and region.end <= position and self._is_told_of(reading, region, position)
            and (region.start > statement or reading.opens(region) or unplaced and reading.text[region.start - 1] in ",;:")
            and not (draft.measure == "rank" and region.text.startswith(_OWN) and (self.place or self.home))
        ]  # fmt: skip
        after = [
            region
            for region in reading.regions
            if draft.figure.end <= region.start < clause_end and draft.rule == "counted" and not _passed(reading, region)
        ]
        for region in (*reversed(before), *after):
            if region.code or region.level == "abroad":
                return _together(reading, region)
        if everywhere and self.home:
            return self.home
        if not self.place and not self.home:  # 本港罪案29宗;期内破案率⟦44%⟧: the sentence names no other
            spoken = (region for region in reversed(reading.regions) if region.code and region.end <= position)
            if earlier := next((region for region in spoken if self._is_told_of(reading, region, position)), None):
                return _together(reading, earlier)
        return self.place or self.home or Place(None, None, None)

    def _is_told_of(self, reading: Reading, region: Region, position: int) -> bool:
        """Tell whether what is said up to a position may be of a place, and does not only measure against it or pass through it."""
        if _against(reading, region) or reading.is_aside(region, position) or _passed(reading, region):
            return False
        return not self._is_around_home(region)

    def _is_around_home(self, region: Region) -> bool:
        """Tell whether a place only holds the one that the article is about: 绥化市 in a report of 肇东, 财政部 in one of 民乐."""
        home = self.home.code if self.home else None
        if not home or home == COUNTRY or not region.code or region.code == home or not is_within(home, region.code):
            return False
        return not region.text.startswith(_OWN)

    def _stays(self, reading: Reading, region: Region) -> bool:
        """Tell whether the sentences after it go on with a place: the article's own, or one that its sentence is about."""
        about = self.home or self.main
        return not about or region.code == about.code or region.text.startswith(_OWN) or reading.opens(region)


def paper_of(text: str) -> Place | None:
    """Give the place that a newspaper is of by its masthead, the first words of a page: ``固始报`` 2003年12月19日."""
    found = _PAPER.match(text)
    for _, word, surface in place_words(found.group("name")) if found else ():
        if found and word == found.group("name") and len(surface.codes) == 1 and level(surface.codes[0]) in ("city", "county"):
            return Place(surface.codes[0], region_name(surface.codes[0]), "headline", found.span("name"))
    return None


def home_of(readings: Iterable[Reading], known: Sequence[str]) -> Place | None:
    """Give the place that an article is about: what its headline names, else the country where its first sentence with a place speaks of that.

    Of several places it is what holds them all, if that is less than the country. ``known`` are the codes of the places named
    in the article, by which a short name in the headline is settled. None where nothing tells.
    """
    for reading in readings:
        if reading.sentence.kind == "title" and (place := _headlined(reading, known)):
            return place
        if reading.sentence.kind == "body" and reading.regions:
            spoken = [region for region in reading.regions if not _passed(reading, region)]
            if not spoken:
                continue  # 1月10日是``全国``第三十三个“110宣传日”
            country = all(region.code == COUNTRY for region in spoken)
            return Place(COUNTRY, region_name(COUNTRY), "carried", reading_span(reading, spoken[0])) if country else None
    return None


def _headlined(title: Reading, known: Sequence[str]) -> Place | None:
    """Give the place of a headline: what holds all the places it names, else all those that are sure, else the country."""
    settled = [region for region in settle(title.regions, known) if region.code]
    local = [region for region in settled if region.code != COUNTRY]
    sure = [region for region in title.regions if region.code and region.code != COUNTRY]
    for named in (local, sure, settled):
        if shared := _shared([region.code for region in named if region.code]):
            return Place(shared, region_name(shared), "headline", reading_span(title, named[0]))
    return None


def codes_of(regions: Iterable[Region]) -> list[str]:
    """Give the codes that stand fixed by their names alone, in order, each once."""
    return list(dict.fromkeys(region.code for region in regions if region.code))


def called_own(regions: Iterable[Region]) -> list[str]:
    """Give the only city or county that an article names short and calls its own: 桐乡, where it tells of ``全市`` or ``市检察院``."""
    unsettled = [region for region in regions if region.code is None and region.level in ("city", "county")]
    kinds = {kind_of(region) for region in unsettled if not region.candidates}
    short = {region.candidates[0] for region in unsettled if len(region.candidates) == 1}
    own = sorted(code for code in short if kinds and (name(code) or "").endswith(tuple(kinds)))
    return own if len(own) == 1 else []


def reading_span(reading: Reading, region: Region) -> Span:
    """Give where a place stands in the report."""
    return reading.sentence.span(region.start, region.end)


def _shared(codes: Sequence[str]) -> str | None:
    """Give the smallest place that holds all of some, None where only the country does and is not itself one of them."""
    shared = next((area for area in (codes[0], *ancestors(codes[0])) if all(is_within(code, area) for code in codes)), None) if codes else None
    return None if shared == COUNTRY and COUNTRY not in codes else shared


def _stated(reading: Reading, region: Region) -> Place:
    name = region.name or (region_name(region.code) if region.code else None)
    return Place(region.code, name, "stated", reading_span(reading, region))


def _together(reading: Reading, last: Region) -> Place:
    """Give the place of a figure told of several at once, 甲市、乙县和丙县: what holds them all, if it is less than the country."""
    listed, start = [last], last.start
    for region in reversed([region for region in reading.regions if region.end <= last.start and region.code]):
        if not _LISTED.fullmatch(reading.text[region.end : start]):
            break
        listed.append(region)
        start = region.start
    codes = list(dict.fromkeys(region.code for region in listed if region.code))
    if len(codes) < 2:
        return _stated(reading, last)
    shared = _shared(codes)
    span = reading.sentence.span(start, last.end)
    return Place(shared, region_name(shared), "stated", span) if shared and shared != COUNTRY else Place(None, None, "stated", span)


def _passed(reading: Reading, region: Region) -> bool:
    """Tell whether somebody only comes from a place or goes there, or it alone stands for several: 辗转``云南``等11个省份, ``甘谷``等4个县."""
    start = region.start
    for other in reversed(reading.regions):
        if other.end <= start and _LISTED.fullmatch(reading.text[other.end : start]):
            start = other.start
    if _moving().search(reading.text, max(0, start - 4), start) and not _HEARD_FROM.match(reading.text, region.end):
        return True
    if reading.text[start - 1 : start] == "在" and _SPOKE_IN.match(reading.text, region.end):
        return True  # 8日在``北京``表示
    if region.level == "abroad" and reading.text[start - 1 : start] in ("对", "向"):
        return True  # 对``非洲``进出口额
    behind = reading.text[region.end : region.end + 1]
    if behind.isdecimal() and _DATELINE.match(reading.text, region.end) or region.text == "全国" and _OF_COUNTRY.match(reading.text, region.end):
        return True  # 新华社``北京``1月24日电; ``全国``统一行动
    return start == region.start and bool(_ONE_OF.match(reading.text, region.end)) or bool(_NATIVE.match(reading.text, region.end))


@cache
def _moving() -> re.Pattern[str]:
    return re.compile(any_of(words("moving_words")) + "$")


def _against(reading: Reading, region: Region) -> bool:
    """Tell whether a place is only what a figure is measured against: 比全市平均水平, 居全省第二, 比南充全市 (both of them)."""
    start, end = region.start, region.end
    for other in reversed(reading.regions):
        if other.end == start:  # 南充 before 全市: one name with it
            start = other.start
    if reading.text[end : end + 1] in _PLACING and (
        reading.text.startswith("第", end) and not _NO_RANK.match(reading.text, end) or _PLACED.match(reading.text, end)
    ):
        return True  # 全州``第4位``
    before = reading.text[max(0, start - 3) : start]
    among = _RANKED_IN.search(reading.text, end, end + 4) or _AMONG.match(reading.text, end)
    return bool(_MORE_THAN.search(before) or _MEASURED_AGAINST.search(before) and among)
