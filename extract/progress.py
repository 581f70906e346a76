"""How far the reading of one report is, told now and then to whoever wants to know; nothing of it is in what is read."""

from collections.abc import Callable, Iterable, Iterator

from extract.sentences import Sentence

Progress = Callable[[float], None]  # is told the share of a report that has been read, from 0 to 1

STEP = 100_000  # characters from one telling to the next: a report that is shorter is read before anybody looks


class Way:
    """The way through one report's text, which its sentences pass more than once; it is told only of long reports, and never backwards."""

    def __init__(self, size: int, progress: Progress | None) -> None:
        self._size = size
        self._progress = progress if size > STEP else None
        self._told = 0.0

    def along(self, sentences: Iterable[Sentence], begin: float, end: float) -> Iterable[Sentence]:
        """Pass sentences on; the first of the text is at ``begin`` of all there is to do, the last at ``end``."""
        return self._telling(sentences, begin, end) if self._progress else sentences

    def over(self) -> None:
        """Tell that all is read."""
        if self._progress:
            self._progress(1.0)

    def _telling(self, sentences: Iterable[Sentence], begin: float, end: float) -> Iterator[Sentence]:
        for sentence in sentences:
            share = begin + (end - begin) * sentence.pieces[0][0] / self._size
            if self._progress and (share - self._told) * self._size >= STEP:
                self._told = share
                self._progress(share)
            yield sentence
