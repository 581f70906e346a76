"""Blanks and line ends inside a number, which page layout leaves there: ``百分⏎点``, ``三 分之 一``, ``八千 三百``.

A blank is taken out only where the characters on both sides can belong to no two numbers: ``三百 二百`` stays two.
"""

import re

from extract.numerals import CHINESE, FORMAL, SIMPLE

_BLANK = re.compile(r"[ \n]")
_DIGITS_APART = re.compile(r"[0-9] [0-9.]|[0-9]\. [0-9]|[0-9] ?\.[0-9]")
_N = rf"[{CHINESE}{FORMAL}0-9]"
_GAP = re.compile(
    "|".join(
        (
            # 百 分 之 三, 三 分⏎之一, 六 个 百 分点: no other words are written so
            rf"(?<={_N})[ \n]{{1,3}}(?=分[ \n]{{0,3}}(?:之|点(?![0-9])))",
            r"(?<=分)[ \n]{1,3}(?=之|点)",
            rf"(?<=之)[ \n]{{1,3}}(?={_N})",
            rf"(?<={_N})[ ]{{1,3}}(?=个[ \n]{{0,3}}百[ \n]{{0,3}}分[ \n]{{0,3}}点)",
            r"(?<=个)[ \n]{1,3}(?=百[ \n]{0,3}分[ \n]{0,3}点)",
            # 三 千, 五 十: a place belongs to the digit before it
            rf"(?<=[{SIMPLE}两十百千])[ ]{{1,3}}(?=[十百千万亿](?!姓|日|家|强))",
            rf"(?<=[{CHINESE}])[ ](?=[余多几][ ]?[万亿])",
            r"(?<=[十百千])[ ](?=几)",
            r"(?<=[余多几])[ ](?=[万亿])",
            # 八千 三百, 二百 三十: the second part is smaller than the place before it
            rf"(?<=[万亿])[ ]{{1,3}}(?=[{SIMPLE}两][ ]?[十百千])",
            rf"(?<=千)[ ]{{1,3}}(?=[{SIMPLE}两][ ]?[十百])",
            rf"(?<=百)[ ]{{1,3}}(?=[{SIMPLE}][ ]?(?:十|又|点[ ]?[{SIMPLE}]|分之))",
            # 六 点 五, 三点 七个百分点; not 八点 三名
            rf"(?<=[{CHINESE}{FORMAL}])[ ](?=点[ ]?[{SIMPLE}])",
            rf"(?<=[{CHINESE}{FORMAL}][ ]点)[ ](?=[{SIMPLE}])",
            rf"(?<=[{CHINESE}]点)[ ](?=[{SIMPLE}]+[ ]?(?:个百|[%折成万亿倍]))",
            rf"(?<=点[{SIMPLE}])[ ](?=[折成])",
            rf"(?<=[十百千]点)[ ](?=[{SIMPLE}](?![\w]))",
            # 7 2 折: so much of the price
            r"(?<=[0-9])[ ](?=[0-9][ ]?折)",
            # 三 又 四分之一
            rf"(?<={_N})[ ]{{1,3}}(?=又[ ]{{0,3}}{_N})",
            rf"(?<=又)[ ]{{1,3}}(?={_N})",
        )
    )
)


# 1 9 9 7 年, 2 2 .4 万件: digits set one by one, up to a unit; cells of a table have a blank before the first.
_SPACED = re.compile(
    r"(?:(?<![0-9.:/ \n-])(?<![0-9],)|(?<=[—~至] ))(?=[0-9](?: [0-9]| ?\. ?[0-9]))[0-9](?: [0-9]){0,11}(?: ?\. ?[0-9](?: [0-9]){0,5})?"
    r" ?(?=(?:[余多]|[百千万亿]|[%‰年月日时人元件起名个户家平公吨岁倍次成亩米处条辆台册部]|[—~至-]))"
)


def digits_set_apart(text: str) -> tuple[str, list[int]] | None:
    """Give the text without the blanks between digits that are set one by one, and where each of its characters stood; None without any.

    >>> digits_set_apart("在1 9 年")
    ('在19年', [0, 1, 3, 5])
    """
    if not _DIGITS_APART.search(text):
        return None
    blanks = {place for found in _SPACED.finditer(text) for place in range(*found.span()) if text[place] == " "}
    places = [place for place in range(len(text)) if place not in blanks]
    return ("".join(text[place] for place in places), places) if blanks else None


def closed(text: str) -> tuple[str, list[int]] | None:
    """Give the text without the blanks inside its numbers, and where each of its characters stood; None where there are none.

    >>> closed("占百分\\n之三")
    ('占百分之三', [0, 1, 2, 4, 5])
    """
    if not _BLANK.search(text):
        return None
    if apart := digits_set_apart(text):
        shut = closed(apart[0])
        return (shut[0], [apart[1][place] for place in shut[1]]) if shut else apart
    if not _GAP.search(text):
        return None
    places: list[int] = []
    position = 0
    for gap in _GAP.finditer(text):
        places += range(position, gap.start())
        position = gap.end()
    places += range(position, len(text))
    return "".join(text[place] for place in places), places
