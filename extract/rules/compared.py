"""A difference from something else: ``比全市平均水平高⟦12.4个百分点⟧``, ``较上月底多出⟦1.1万余人⟧``, ``高出全省平均水平⟦1.2个百分点⟧``."""

import re
from collections.abc import Sequence

from extract.changes import comparison_of
from extract.indicators import phrase
from extract.reading import Reading
from extract.rules.draft import Answer, Draft, name_or_carried

_UP, _DOWN = ("高出", "多出", "高", "多", "快"), ("少", "低", "慢")
_THAN = re.compile(rf"(?:比|较)(?P<base>[^,;。]{{2,16}}?)(?P<verb>{'|'.join((*_UP, *_DOWN))})了?[约近]?$")
_ABOVE = re.compile(r"(?P<verb>高出|高于|低于|超出)(?P<base>[^,;。]{2,12})$")


def compared(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read by how much something is more or less than another time or place; only a difference in points goes with 高出."""
    figure = reading.figures[index]
    start, end = reading.before(index)
    found = _THAN.search(reading.text[start:end]) or (_ABOVE.search(reading.text[start:end]) if figure.kind == "points" else None)
    name = name_or_carried(reading, index, said, phrase(reading, start, start + found.start())) if found else None
    if found is None or name is None:
        return ()
    verb, base = found.span("verb"), found.span("base")
    words = found.group("base").strip()
    sign = -1 if found.group("verb").startswith(("少", "低", "慢")) else 1
    return [Draft(figure, *name, "change", "compared", 0.85, sign, (start + verb[0], start + verb[1]),
                  (start + base[0], start + base[1]), comparison_of(words), words)]  # fmt: skip
