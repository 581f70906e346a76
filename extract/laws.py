"""Numbers of laws and judgments, which are nobody's statistic: what a law threatens, what a judgment says of one person."""

import re

_ARTICLE = re.compile(r"\s*第[一二三四五六七八九十百零\d]+条")
_PENALTY = re.compile(r"(?:以上|以下)[^,。;]{0,16}(?:罚款|罚金|拘留|徒刑)|以上[^,。;]{0,6}以下")
_CASE = re.compile(r"(?:被告人|被告|原告|上诉人|被害人)[\u4e00-\u9fff]{1,2}[某×x]")
_FINED = re.compile(r"(?:并处|判处|处)(?:罚金|罚款)(?:人民币)?$")


def of_law(text: str, start: int, end: int) -> str | None:
    """Give why the number at ``text[start:end]`` is none: ``第九条``…处``五百元``以下罚款 → article_of_law, 被告人李某…``900元`` → name."""
    if _ARTICLE.match(text) or _PENALTY.match(text, end):
        return "article_of_law"
    return "name" if _FINED.search(text[max(0, start - 12) : start]) or _CASE.search(text, 0, start) else None
