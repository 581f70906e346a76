"""The words that may name a place, and what each may stand for: ``龙泉`` is a short name that needs support, ``全省`` points."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extract.gazetteer import divisions, formers, level, stem
from extract.lexicon import rows, words
from extract.starts import Starts


@dataclass(frozen=True, slots=True)
class Surface:
    """What a name may stand for: its codes, and sort: sure, weak (needs support), bound (needs what it lies in right before
    it: 晋城市城区), pointing, abroad or trap (no place at all).

    ``smaller`` are places of the same name that it means only behind the name of what they lie in: 朝阳 in 北京朝阳.
    """

    sort: str
    codes: tuple[str, ...] = ()
    level: str = ""
    smaller: tuple[str, ...] = ()


def place_words(text: str) -> Iterator[tuple[int, str, Surface]]:
    """Give the words of a text that may be places, the longest at each place first, none inside another.

    Every word has two characters at least.
    """
    known, lengths, position = _surfaces(), _lengths(), 0
    for start in _starts().find(text):
        if start < position:
            continue
        for length in lengths.get(text[start : start + 2], ()):
            word = text[start : start + length]
            if surface := known.get(word):
                if word[0] == "中" and text[start - 1 : start] == "其":
                    break  # 其``中山``西省: 其中 is a word
                yield start, word, surface
                position = start + length
                break


@cache
def _starts() -> Starts:
    return Starts(_surfaces())


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """The lengths of the words that begin with two characters, the longest first."""
    lengths: dict[str, set[int]] = {}
    for word in _surfaces():
        lengths.setdefault(word[:2], set()).add(len(word))
    return {pair: tuple(sorted(found, reverse=True)) for pair, found in lengths.items()}


@cache
def _surfaces() -> dict[str, Surface]:
    """Give every word that may be a place, what is surer or said of more people in the place of what is not."""
    ordinary = set(words("ordinary_places"))
    sure: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    bound: dict[str, list[str]] = {}
    for division in divisions().values():
        names = bound if division.name in ordinary else weak if division.level == "town" else sure
        names.setdefault(division.name, []).append(division.code)
    for former in formers():
        if former.name not in sure and former.name not in ordinary:
            sure.setdefault(former.name, []).append(former.code)
    for division in divisions().values():
        short = stem(division.name)
        if division.level in ("town", "zone", "country") or len(short) < 2 or short == division.name:
            continue
        if division.level == "city" and division.name.endswith("州"):
            sure.setdefault(short + "州", []).append(division.code)
        if division.name.endswith("自治县"):
            sure.setdefault(short + "县", []).append(division.code)
        names = bound if short in ordinary else sure if division.level in ("province", "city") else weak
        names.setdefault(short, []).append(division.code)
    for former in formers():
        short = stem(former.name)
        if len(short) > 1 and short not in ordinary and short not in sure and short not in weak:
            weak[short] = [former.code]
    surfaces = {word: Surface("weak", tuple(codes)) for word, codes in weak.items()}
    surfaces |= {word: Surface("bound", tuple(codes)) for word, codes in bound.items()}
    for word, codes in sure.items():
        largest = _largest(codes)
        others = (code for code in (*codes, *weak.get(word, ())) if code not in largest)
        surfaces[word] = Surface("sure", tuple(largest), smaller=tuple(others))
    surfaces |= {row["word"]: Surface("sure", (row["code"],)) for row in rows("inner_places")}
    surfaces |= {word: Surface("abroad") for word in words("abroad")}
    surfaces |= {row["word"]: Surface("pointing", level=row["level"]) for row in rows("pointing_places")}
    surfaces |= {word: Surface("pointing", level="country") for word in words("national_bodies")}
    return surfaces | {word: Surface("trap") for word in words("place_traps")}


def _largest(codes: Iterable[str]) -> list[str]:
    """Of places of one name, keep those of the highest level: 吉林 is the province, unless 吉林市 is written."""
    known = list(dict.fromkeys(codes))
    order = {"country": 0, "province": 1, "city": 2, "county": 3, "town": 4}
    best = min(order.get(level(code) or "", 5) for code in known)
    return [code for code in known if order.get(level(code) or "", 5) == best]
