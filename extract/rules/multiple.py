"""So many times something else: ``是去年同期的⟦1.7倍⟧``, ``恢复至2019年同期的⟦71.3%⟧``."""

import re
from collections.abc import Sequence

from extract.changes import comparison_of
from extract.indicators import phrase
from extract.models import Mention
from extract.reading import Reading
from extract.rules.draft import Answer, Draft, name_or_carried, named

_TIMES = re.compile(r"(?:是|为|达到?|相当于|恢复[至到])了?(?P<base>[^,;。]{1,16})的$")
_PART = re.compile(r"(?:(?:相当于|恢复[至到]|(?P<done>完成))(?P<base>[^,;。]{1,16})|[是为](?P<time>[^,;。]{2,10}同期))的$")


def multiple(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read how many times what is named as base something is; the thing stands before 是, or was told just before."""
    figure = reading.figures[index]
    start, end = reading.before(index)
    pattern = {"times": _TIMES, "share": _PART}.get(figure.kind or "")
    found = pattern.search(reading.text[start:end].rstrip("约近")) if pattern else None
    name = name_or_carried(reading, index, said, phrase(reading, start, start + found.start())) if found else None
    if found is None or name is None:
        return ()
    if figure.kind == "share" and found["time"]:  # 是2019年同期的48.8%
        return [Draft(figure, *name, "share", "multiple")]
    base = found.span("base")
    words = found.group("base").strip()
    if figure.kind == "share":
        says, where = named(reading, Mention(start + found.start(), start + found.end("base"), "")) if found["done"] else ("", ())
        return [Draft(figure, name[0] + says, (*name[1], *where), "share", "multiple")]  # 新增就业完成全年目标的62%
    return [Draft(figure, *name, "change", "multiple", comparing=(start + base[0], start + base[1]),
                  comparison=comparison_of(words), base=words)]  # fmt: skip
