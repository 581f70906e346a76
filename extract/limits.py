"""Numbers that nobody counted: ``一次死亡⟦3人⟧以上较大事故`` names a class, ``甘、青⟦2⟧省`` sums up a list, ``“⟦两⟧个高水平”`` is quoted."""

import re

_QUOTED = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", '"': '"'}
_QUOTE = frozenset((*_QUOTED, *_QUOTED.values()))
NAME_LENGTH = 14  # a quoted name is short; quoted speech is not
_PLACES = re.compile("个?[省市县区州镇乡]")
_SO_MANY = r"\d+人?(?:\([^)]*\))?"
_DEAD = re.compile(rf"(?:死亡|致死|伤亡|遇难|亡)(?:{_SO_MANY}(?:及?以上)?[、和至到—~-])*$")
_OF_WHAT = r"[^,。;、\d]{0,10}(?:事故|火灾|灾害|灾难|案件|事件)"
_OR_MORE = re.compile(rf"(?:\([^)]*\))?(?:[、和至到—~-]{_SO_MANY})*(?:及?以上|以下)的?(?:{_OF_WHAT}|(?=\d))")


def of_class(text: str, start: int, end: int) -> bool:
    """Tell whether a number of dead is the limit of a class: ``一次死亡3人、5人以上事故``; of 死亡5人以上 alone it is not."""
    return bool(_OR_MORE.match(text, end) and _DEAD.search(text, max(0, start - 24), start))


def sums_up(text: str, start: int, numeral_end: int, end: int, value: float) -> bool:
    """Tell whether a number is how many members the list before it has: 查田、安仁、屏南``三个``法庭; in digits only of places."""
    if not 2 <= value <= 12 or text[start].isdecimal() and (text[start - 1] == "等" or not _PLACES.match(text, numeral_end)):
        return False
    if not text[end : end + 1].isalnum():
        return False
    listed = re.search(r"[^,;:。]*$", text[:start])
    members = re.split(r"[、和及与]", listed.group()) if listed else []
    return len(members) == value and all(members)


def quoted(text: str, position: int) -> str | None:
    """Give what stands between the quotation marks around a position, looking no further than a name is long."""
    if _QUOTE.isdisjoint(text[max(0, position - NAME_LENGTH - 1) : position]):
        return None
    for start in range(position - 1, max(-1, position - NAME_LENGTH - 2), -1):
        close = _QUOTED.get(text[start])
        if close:
            end = text.find(close, position, position + NAME_LENGTH + 2)
            return text[start + 1 : end] if end >= 0 else None
        if text[start] in _QUOTE:
            return None
    return None
