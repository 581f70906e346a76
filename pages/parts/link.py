"""The link is the only state of the pages: what it asks for, what of it nobody knows, and how it is changed.

In: the URL's names and values (``?region=331181&within=0&topic=crime&sure=1``). Out: a filter for ``data``, and words for what it holds.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

import streamlit as st

from extract import gazetteer
from extract.canonical import indicators
from extract.ledger.tables import TOPICS
from extract.models import Measure, Status
from pages.parts.data import Where
from pages.parts.places import shown_place
from pages.parts.words import LANGUAGES, known, language, literal, say

FILTERS = ("region", "within", "topic", "indicator", "measure", "status", "from", "to", "q", "sure")
OF_ONE_PAGE = ("report", "article", "part", "named", "sort", "desc", "page", "view", "shown", "by", "form")  # what a link to another page leaves out
NAMES = (*FILTERS, "figure", "lang", "list", "example", *OF_ONE_PAGE)
_OF_STREAMLIT = ("embed", "embed_options")
_CHOICES = {
    "topic": TOPICS, "measure": get_args(Measure), "status": get_args(Status), "within": ("0", "1"), "sure": ("0", "1"), "lang": LANGUAGES,
    "view": ("chart", "map", "table"), "by": ("city", "county"), "list": ("newest", "changed", "apart"),
    "form": ("bars",), "desc": ("0", "1"), "example": ("0",),
}  # fmt: skip
# What is told of a list or a text only as long as these names stay as they are: the third page of another list is not what was looked at.
_RESTS_ON = {"page": (*FILTERS, "named", "sort", "desc"), "part": ("report", "article", "figure")}
_DAYS = {"from": "period_from", "to": "period_to"}


@dataclass(frozen=True)
class Link:
    """What a link asks for: ``where`` is the filter, ``unknown`` what nobody knows as name and value, in the link's order."""

    where: Where
    unknown: tuple[tuple[str, str], ...]

    def without(self, *names: str) -> Where:
        """Give the filter without some of its conditions: what the counts in a box are made with."""
        return tuple((name, value) for name, value in self.where if name not in names)


def read(link: Mapping[str, str], knows_indicator: Callable[[str], bool] = bool) -> Link:
    """Read a link's names and values; a value that nobody knows filters nothing and is told in ``unknown``.

    What indicators there are is a matter of the ledger: ``knows_indicator`` is asked; left out, any is taken.
    """
    where: dict[str, Any] = {}
    unknown = []
    for name, value in link.items():
        if name not in (*NAMES, *_OF_STREAMLIT):
            unknown.append((name, ""))
        elif value and not (knows_indicator(value) if name == "indicator" else _knows(name, value)):
            unknown.append((name, value))
        elif value and name in FILTERS:
            where[_DAYS.get(name, name)] = value == "1" if _CHOICES.get(name) == ("0", "1") else _value(name, value)
    if not where.get("region"):
        where.pop("within", None)
    if not where.get("sure"):
        where.pop("sure", None)
    return Link(tuple(sorted(where.items())), tuple(unknown))


def put(**changes: str | None) -> None:
    """Write into the link of this visit; None or an empty value takes a name out. ``from`` and ``to`` go by ``put(**{"from": …})``.

    A page of a list goes with its filter, a part of a text with its report, unless they are named, too.
    """
    gone = {name: None for name, others in _RESTS_ON.items() if not changes.keys().isdisjoint(others)}
    for name, value in (gone | changes).items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def one_of(name: str, there: Container[str]) -> str:
    """Give what the link says of a name if it is ``there``, else "": what is asked for in vain is told on the page."""
    asked = st.query_params.get(name, "")
    if not asked or asked in there:
        return asked
    st.warning(say("unknown_here", name=say(name), value=literal(asked)))
    return ""


def to_other_page() -> dict[str, str]:
    """Give what of the link goes along to another page."""
    return {name: value for name, value in st.query_params.to_dict().items() if name not in OF_ONE_PAGE}


def conditions(where: Where) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Give what a filter holds, in the order of the boxes: the name of a condition, the link's names that make it, and its value in words.

    ``sure`` says all by its name: its value is "".
    """
    asked = dict(where)
    if asked.get("region"):
        yield "region", ("region", "within"), shown_place(where)
    told = {"topic": lambda topic: say(f"topic_{topic}"), "indicator": indicator_name, "q": lambda words: f"“{words}”"}
    for name in ("topic", "indicator", "measure", "q", "status"):
        if value := asked.get(name):
            yield name, (name,), told.get(name, say)(value)
    if first_last := period_words(asked.get("period_from"), asked.get("period_to")):
        yield "period", ("from", "to"), first_last
    if asked.get("sure"):
        yield "sure", ("sure",), ""


def indicator_name(indicator: str) -> str:
    """Give an indicator's name in the language of the page: criminal_cases is 刑事案件; the words of a report stay as they are."""
    known_here = indicators().get(indicator)
    return indicator if known_here is None else known_here.zh if language() == "zh" else known_here.en


def period_words(first: date | None, last: date | None) -> str:
    """Give a period as one reads it: whole years as 2017–2018, else days; "" for none."""
    if not first and not last:
        return ""
    begins = first is not None and (first.month, first.day) == (1, 1)
    ends = last is not None and (last.month, last.day) == (12, 31)
    if first and last and begins and ends:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first and last:
        return f"{first}–{last}"
    if first:
        return say("period_since", first=str(first.year if begins else first))
    return say("period_until", last=str(last.year if last and ends else last))


def unknown_words(link: Link) -> str:
    """Say in one sentence what of a link is not known, for Markdown; "" where all is."""
    told = [_unknown(name, value) for name, value in link.unknown]
    key = "unknown_one" if len(told) == 1 else "unknown_many"
    return say(key, n=len(told), conditions=say("list_comma").join(told)) if told else ""


def _unknown(name: str, value: str) -> str:
    if not value:
        return say("unknown_name", name=literal(name))
    return say("unknown_value", name=say(name) if known(name) else literal(name), value=literal(value))


def _value(name: str, value: str) -> str | date:
    return date.fromisoformat(value) if name in _DAYS else value


def _knows(name: str, value: str) -> bool:
    if name == "region":
        return value == gazetteer.COUNTRY or gazetteer.region_name(value) is not None
    if name in _DAYS:
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
    return value in _CHOICES.get(name, (value,))
