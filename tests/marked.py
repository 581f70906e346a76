"""Sentences with what is to be found drawn in: ``全市⟦13.7%⟧``."""

import re

MARKS = re.compile("[⟦⟧]")


def unmarked(marked: str) -> str:
    """Give the sentence without its marks."""
    return MARKS.sub("", marked)


def spans(marked: str) -> list[tuple[int, int]]:
    """Give the spans of the marked stretches, in the sentence without marks."""
    found, start = [], 0
    for removed, mark in enumerate(MARKS.finditer(marked)):
        if mark.group() == "⟦":
            start = mark.start() - removed
        else:
            found.append((start, mark.start() - removed))
    return found


def texts(marked: str) -> list[str]:
    """Give the marked stretches."""
    return re.findall("⟦(.*?)⟧", marked)
