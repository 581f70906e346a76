"""Where in a text one of many words may begin, by its first two characters, all of a text looked up at once.

A text has few places, times and numbers: what has none is to cost next to nothing, however many thousands are known.
"""

import re
from collections.abc import Iterable, Iterator

import numpy as np

from extract.folding import Codes, codes

_CHARACTERS = 1 << 16
_FACTOR = np.uint32(1021)
_ROOM = 200  # times as many keys as beginnings, so that few others share one


class Starts:
    """The beginnings of words: ``Starts(["龙泉", "自"])`` looks for the pair 龙泉 and the single character 自.

    >>> Starts(["龙泉市", "一"]).find("在龙泉有一处")
    [1, 4]
    """

    def __init__(self, words: Iterable[str]) -> None:
        beginnings = {word[:2] for word in words}
        alone = sorted(word for word in beginnings if len(word) == 1)
        self._alone = re.compile(f"[{re.escape(''.join(alone))}]") if len(alone) == len(beginnings) else None
        self._singles = np.zeros(_CHARACTERS, bool)
        self._pairs = np.zeros(1 << (len(beginnings) * _ROOM).bit_length(), bool)
        self._mask = np.uint32(len(self._pairs) - 1)
        for word in beginnings:
            if len(word) == 1:
                self._singles[codes(word)] = True
            else:
                self._pairs[self._keys(codes(word))] = True

    def find(self, text: str) -> list[int]:
        """Give where a word may begin, in order: each true beginning, and now and then a place where none is."""
        if self._alone:
            return [found.start() for found in self._alone.finditer(text)]
        points = codes(text)
        found = self._singles.take(points, mode="clip")
        if len(points) > 1:
            found[:-1] |= self._pairs.take(self._keys(points))
        return list(found.nonzero()[0].tolist())

    def _keys(self, points: Codes) -> Codes:
        return (points[:-1] * _FACTOR + points[1:]) & self._mask


class Finder:
    """A pattern that begins with one of some words: it is tried where one begins, and nowhere else.

    >>> [found.group() for found in Finder(["昨", "今"], "[昨今]天").finditer("昨天和今晚")]
    ['昨天']
    """

    def __init__(self, words: Iterable[str], pattern: str) -> None:
        self._starts = Starts(words)
        self._pattern = re.compile(pattern)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give the matches in order, none inside another, as the pattern alone would."""
        position = 0
        for start in self._starts.find(text):
            if start >= position and (found := self._pattern.match(text, start)):
                yield found
                position = max(found.end(), start + 1)
