"""All words of the pages, in Chinese and English, out of ``words.csv``; and how numbers and figures are worded.

In: a key of the table (``read_again``) and the values its words leave open. Out: ``重新读取`` or ``Read again``.
"""

import csv
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from extract.canonical import indicators

LANGUAGES = ("zh", "en")
QUALIFIERS = {"over": "≥ ", "about": "≈ ", "under": "≤ ", "exact": ""}
_SCALES = {"zh": ((10**8, "亿"), (10**4, "万")), "en": ((10**9, " billion"), (10**6, " million"))}
_LARGE = 10**6  # below, digits are read more easily than words
_MARKDOWN = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>~$:&"})

Row = Mapping[str, Any]


@cache
def table() -> dict[str, dict[str, str]]:
    """Give the whole table: key → language → words."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: {lang: row[lang] for lang in LANGUAGES} for row in csv.DictReader(file)}


def language() -> str:
    """Give the language of this visit, which ``frame.open_page`` settled; Chinese where nothing is settled."""
    return st.session_state.get("language", "zh")


def say(key: str, *, lang: str | None = None, **values: object) -> str:
    """Give the words of a key in the language in use, or in ``lang``; counts as ``19,531``. Raises KeyError for a key that is not in the table."""
    told = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
    return table()[key][lang or language()].format(**told)


def literal(words: object) -> str:
    """Give words of a report, a link or a disk so that Markdown shows them as they stand: ``**重点**`` keeps its stars, a picture is not fetched."""
    return str(words).translate(_MARKDOWN)


def known(key: str) -> bool:
    """Tell whether the table has a key: codes that the extractor may add have words only once someone writes them."""
    return key in table()


@cache
def _english_units() -> dict[str, tuple[str, str]]:
    with Path(__file__).with_name("units.csv").open(encoding="utf-8", newline="") as file:
        return {row["unit"]: (row["one"], row["many"]) for row in csv.DictReader(file)}


def unit_words(unit: str | None, lang: str, value: float | None = None) -> str:
    """Give a unit in the language of the page: 起 is ``cases``, of one ``case``; one without an English word (件, 个) stays; "" for none."""
    words = _english_units().get(unit or "") if lang == "en" else None
    return words[0 if value is not None and abs(value) == 1 else 1] if words else unit or ""


def number(value: float, lang: str) -> str:
    """Give a number with all its digits: 13000 is ``13,000``, 126058200000000 ``1,260,582亿``; never rounded."""
    exact = Decimal(repr(float(value)))
    for scale, word in _SCALES[lang]:
        scaled = exact / scale
        if abs(exact) >= _LARGE and abs(scaled) >= 1 and scaled == round(scaled, 2):
            return f"{_digits(scaled)}{word}"
    return _digits(exact)


def amount(row: Row, lang: str, *, short: bool = False) -> str:
    """Give what a figure says: ``▼ 下降 61%``, ``≥ 13,000 人``, ``20–30 名``; up and down in words besides the sign, unless ``short``."""
    told = _numbers(row, lang, absolute=row["measure"] == "change")
    unit = unit_words(row["unit"], lang, row["value"])
    close = unit in {"", "%", "‰"} or told.endswith(tuple(word for _, word in _SCALES["zh"]))  # 1,260,582亿元
    told += unit if close else f" {unit}"
    if row["measure"] == "change":
        return f"{_direction(row, lang)[: 1 if short else None]} {told}"
    return say("rank_value", lang=lang, n=told) if row["measure"] == "rank" else told


def indicator(row: Row, lang: str) -> str:
    """Give the name of a figure's indicator in the language of the page: 刑事立案 is ``Criminal cases filed``; the report's words where the lexicon
    has no name for them.
    """
    known_here = indicators().get(row["indicator_id"] or "")
    return row["indicator"] if lang == "zh" or known_here is None else known_here.en


def wording(row: Row, lang: str) -> str:
    """Give the report's own words where an English name does not say all of them: ``盗窃案件立案`` of Theft; else ""."""
    known_here = indicators().get(row["indicator_id"] or "")
    return "" if lang == "zh" or known_here is None or row["indicator"] in (known_here.zh, *known_here.words) else row["indicator"]


def indicator_of(rows: Sequence[Row], lang: str) -> str:
    """Give one name for figures of one indicator: the report's words where there are no others, else the name it goes by across reports."""
    words = {row["indicator"] for row in rows}
    known_here = indicators().get(rows[0]["indicator_id"] or "")
    return known_here.zh if lang == "zh" and known_here and len(words) > 1 else _indicator(rows[0], lang, in_full=len(words) == 1)


def name(row: Row, place: str | None, lang: str = "zh") -> str:
    """Give what a figure is of: ``刑事立案 · 龙泉市``; with its subject where that is another than the region's, in English also with what the
    indicator's name leaves out.
    """
    return " · ".join(part for part in (_indicator(row, lang, in_full=True), row["subject"], place) if part)


def _indicator(row: Row, lang: str, *, in_full: bool) -> str:
    own = wording(row, lang) if in_full else ""
    return f"{indicator(row, lang)} ({own})" if own else indicator(row, lang)


def period(row: Row, lang: str) -> str:
    """Give a figure's period as one reads it: ``2018-01/2018-06``, an open start in words."""
    told = row["period"]
    if told is None:
        return say("not_known", lang=lang)
    return say("from_unknown_to", lang=lang, last=told.removeprefix("../")) if told.startswith("../") else str(told)


def compared(row: Row, lang: str) -> str:
    """Give what a change is against: ``同比（对照：去年同期）``; "" for what is no change."""
    if row["measure"] != "change":
        return ""
    words = say(row["comparison"] or "not_known", lang=lang)
    return say("base_words", lang=lang, comparison=words, base=row["base"]) if row["base"] else words


def title(measure: str, unit: str | None, lang: str) -> str:
    """Give the title of a chart: ``变化(%)``; in English with the report's own unit, for 人 and 名 are both people: ``Amounts (people, 人)``."""
    words = unit_words(unit, lang)
    told = words if words == (unit or "") else f"{words}, {unit}"
    return say(f"{measure}_of", lang=lang, unit=told or say("no_unit", lang=lang))


def _direction(row: Row, lang: str) -> str:
    ends = [end for end in (row["value"], row["low"], row["high"]) if end is not None]
    if all(end == 0 for end in ends):
        return f"– {say('same', lang=lang)}"
    return f"▼ {say('down', lang=lang)}" if min(ends) < 0 else f"▲ {say('up', lang=lang)}"


def _numbers(row: Row, lang: str, *, absolute: bool) -> str:
    sign = abs if absolute else float
    mark = QUALIFIERS[row["qualifier"]]
    if row["value"] is not None:
        return mark + number(sign(row["value"]), lang)
    ends = sorted(sign(end) for end in (row["low"], row["high"]) if end is not None)
    if len(ends) == 1:
        mark = mark or ("≥ " if row["low"] is not None else "≤ ")
    return mark + "–".join(number(end, lang) for end in ends)


def _digits(exact: Decimal) -> str:
    words = f"{exact:,f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
