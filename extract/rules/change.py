"""A change by so much: ``总接警量同比下降了⟦22%⟧``, ``较2012年提高⟦11个百分点⟧``, ``降幅⟦15.1%⟧``."""

from collections.abc import Sequence

from extract.changes import Compared, change_before, compared_in
from extract.indicators import noun_after, phrase
from extract.models import Comparison
from extract.reading import Reading
from extract.rules.draft import Answer, Draft, carried, name_or_carried


def change(reading: Reading, index: int, said: Sequence[Draft]) -> Sequence[Answer]:
    """Read a number that a word of change leads to."""
    start, end = reading.before(index)
    word = change_before(reading.text, start, end)
    if word is None or word.sort == "to":
        return ()
    figure = reading.figures[index]
    compared = compared_in(reading.text, start, word.span[0])
    mention = phrase(reading, start, compared.span[0] if compared else word.span[0])
    if mention is None and compared:
        mention = phrase(reading, compared.span[1], word.span[0])
    if mention is None and figure.kind not in ("share", "points"):
        mention = noun_after(reading, *reading.after(index))
    name = name_or_carried(reading, index, said, mention)
    if name is None:
        return ()
    compared = compared or compared_in(reading.text, *reading.clause(start)) or _opening(reading, index)
    comparison, base = (compared.comparison, compared.base) if compared else _inherited(reading, index, said)
    return [Draft(figure, *name, "change", "change", 0.9 if mention else 0.8, word.sign, word.span,
                  compared.span if compared else None, comparison, base)]  # fmt: skip


def _opening(reading: Reading, index: int) -> Compared | None:
    """Give the comparison of a clause of its own before the figure's: ``与去年同期相比,起数下降⟦21.3%⟧``."""
    start = reading.clause(reading.figures[index].start)[0]
    before = reading.clause(max(0, start - 1))
    clause = reading.text[before[0] : before[1]].strip()
    return compared_in(reading.text, *before) if clause.endswith(("相比", "同期", "上年", "去年")) else None


def _inherited(reading: Reading, index: int, said: Sequence[Draft]) -> tuple[Comparison | None, str | None]:
    """Give the base of the change just before in the sentence, which goes on: ``同比减少36起,降幅⟦15.1%⟧``."""
    last = carried(reading, index, said)
    return (last.comparison, last.base) if last and last.measure == "change" else (None, None)
