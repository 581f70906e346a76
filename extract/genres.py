"""Articles of a kind whose numbers are nobody's statistic, whatever they say: a law, a judgment on private persons, a list of phones.

A report about one of these is none of them: it does not pass judgment itself, and few of its lines are articles or phones.
"""

import re

from extract.lexicon import words

SAMPLE = 20_000  # characters: what an article is shows in its beginning
_LAW = re.compile(r"^[ 　]*第[一二三四五六七八九十百零\d]+条[ 　:]", re.MULTILINE)
_PHONE = re.compile(r"(?<!\d)(?:0\d{2,3}-?\d{7,8}|1[3-9]\d{9}|\d{7,8}|1[12]\d|12[1-9]\d\d|9\d{4})(?!\d)")
_FEWEST = 3  # lines of a law or a list
_SAID = 4  # different words of a court in a judgment


def genre(text: str) -> str | None:
    """Give why no number of an article is a figure, by its folded text: ``article_of_law``, ``judgment`` or ``phone``; None for a report.

    >>> genre("公诉机关某县检察院。被告人李某。本院认为,罪名成立。判决如下:处罚金2000元。审判员王某")
    'judgment'
    """
    text = text[:SAMPLE]
    if _decides(text) and sum(word in text for word in words("court_words")) >= _SAID:
        return "judgment"
    lines = [line for line in text.split("\n") if line.strip()]
    if len(_LAW.findall(text)) >= max(_FEWEST, len(lines) / 2):
        return "article_of_law"
    called = sum(bool(_PHONE.search(line)) for line in lines)
    return "phone" if called >= max(_FEWEST, len(lines) * 2 / 3) and "。" not in text else None


def _decides(text: str) -> bool:
    return any(word in text for word in words("court_words", decides="yes"))
