"""A difference from something else: ``比全市平均水平高⟦6.5个百分点⟧``, ``较上月底多出⟦1.1万余人⟧``, ``高出全省平均水平⟦1.2个百分点⟧``."""

import re
from collections.abc import Sequence

from extract.changes import BASES, Compared, comparison_of
from extract.indicators import phrase
from extract.models import Mention
from extract.reading import Reading
from extract.rules.change import opening
from extract.rules.draft import Answer, Draft, carried, name_or_carried, named

_UP, _DOWN = ("高出", "多出", "高", "多", "长", "晚", "大"), ("少", "低", "短", "早", "小")
_PACE = {"快": 1, "慢": -1}  # growth that is faster is more, minutes are less
_THAN = re.compile(rf"(?:比|较)(?P<base>[^,;。]{{2,16}}?)(?P<verb>{'|'.join((*_UP, *_DOWN, *_PACE))})了?[约近]?$")
_LESS = re.compile(r"(?P<verb>[少多])了?$")
_FEWER = re.compile(r"(?P<base>(?:同比|环比)|(?:比|较)[^,;。]{2,12}?|(?<=[、,]))(?P<verb>[少多])(?P<done>了?[^,;。\d少多]{0,2})[约近超逾]?$")
_ABOVE = re.compile(r"(?P<verb>高出|高于|低于|超出)(?P<base>[^,;。]{2,12})$")


def compared(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read by how much something is more or less than another time or place; 高出 goes with a difference in points or from an average."""
    figure = reading.figures[index]
    start, end = reading.before(index)
    if answer := _fewer(reading, index, said):
        return answer
    found = _THAN.search(reading.text[start:end]) or _ABOVE.search(reading.text[start:end])
    if found and found.re is _ABOVE and figure.kind not in ("points", "share") and "平均" not in found.group("base"):
        found = None
    name = name_or_carried(reading, index, said, phrase(reading, start, start + found.start())) if found else None
    if found is None and (less := _LESS.search(reading.text, start, end)) and (against := opening(reading, index)):
        return _against(reading, index, less, against)
    if found is None or name is None:
        return ()
    verb, base = found.span("verb"), found.span("base")
    words = found.group("base").strip()
    return [Draft(figure, *name, "change", "compared", _sign(found.group("verb"), figure.kind), (start + verb[0], start + verb[1]),
                  (start + base[0], start + base[1]), comparison_of(words), words)]  # fmt: skip


def _against(reading: Reading, index: int, less: re.Match[str], against: Compared) -> Sequence[Answer]:
    """Read by how many fewer or more there are than at the time the clause before names: ``与去年同期相比``,事故起数少⟦9起⟧."""
    name = phrase(reading, reading.before(index)[0], less.start())
    sign = -1 if less.group("verb") == "少" else 1
    figure = reading.figures[index]
    if name is None or figure.kind in ("share", "rank"):
        return ()
    return [Draft(figure, *named(reading, name), "change", "compared", sign, less.span("verb"), against.span, against.comparison, against.base)]


def _sign(verb: str, kind: str | None) -> int:
    """Tell whether what is so compared is more or less: 较上年快了``3分钟`` is less, 比全省快``2.1个百分点`` more."""
    if verb in _PACE:
        return -_PACE[verb] if kind == "time" else _PACE[verb]
    return -1 if verb.startswith(_DOWN) else 1


def _fewer(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read by how many fewer or more were done than before: ``同比少立⟦21起⟧``, ``同比少死⟦2人⟧、少伤⟦6人⟧``."""
    figure = reading.figures[index]
    lead = max(0, reading.before(index)[0] - 1)
    found = _FEWER.search(reading.text, lead, figure.start)
    if found is None or figure.kind in ("share", "points", "times"):
        return ()
    before, words = carried(reading, index, said), found.group("base")
    verb = found.group("done").strip("了")
    done = Mention(found.start("done"), found.end("done"), verb) if verb in ("死", "亡", "伤", "死亡", "受伤") else None
    own = done or (phrase(reading, lead, found.start()) if words else None)
    if before is None and own is None or not words and (before is None or before.rule != "compared"):
        return ()  # 少 and 多 alone compare only where the number before did
    name = named(reading, own) if own else (before.indicator, before.names) if before else None
    base = words.lstrip("比较")
    sign = -1 if found.group("verb") == "少" else 1
    comparison = (
        (found.span("base"), comparison_of(base), BASES.get(base, base))
        if words or before is None
        else (before.comparing, before.comparison, before.base)
    )
    return [Draft(figure, *name, "change", "compared", sign, found.span("verb"), *comparison)] if name else ()
