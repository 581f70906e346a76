"""The filter bar of every page, and the link it writes: the URL alone says what is shown, the boxes only repeat it.

In: the link (``?region=331181&within=1&topic=crime``). Out: a filter for ``data``; what the link asks for and nobody knows
is named on the page, never silently dropped.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

import streamlit as st

from extract import gazetteer
from extract.ledger.store import Generation
from extract.ledger.tables import TOPICS
from extract.models import Measure, Status
from pages.parts import data
from pages.parts.data import Where
from pages.parts.words import LANGUAGES, known, literal, say

LEVELS = ("province", "city", "county", "town")
FILTERS = ("region", "within", "topic", "indicator", "measure", "status", "from", "to", "q")
NAMES = (*FILTERS, "figure", "lang", "report", "view", "shown", "by")
_OF_STREAMLIT = ("embed", "embed_options")
_CHOICES = {"topic": TOPICS, "measure": get_args(Measure), "status": get_args(Status), "within": ("0", "1"), "lang": LANGUAGES,
            "view": ("chart", "map", "table"), "by": ("city", "county")}  # fmt: skip
_DAYS = {"from": "period_from", "to": "period_to"}


@dataclass(frozen=True)
class Link:
    """What a link asks for: ``where`` is the filter, ``unknown`` what nobody knows as name and value, in the link's order."""

    where: Where
    unknown: tuple[tuple[str, str], ...]

    def without(self, *names: str) -> Where:
        """Give the filter without some of its conditions: what the counts in a box are made with."""
        return tuple((name, value) for name, value in self.where if name not in names)


def read(link: Mapping[str, str]) -> Link:
    """Read a link's names and values; a value that nobody knows filters nothing and is told in ``unknown``."""
    where: dict[str, Any] = {}
    unknown = []
    for name, value in link.items():
        if name not in (*NAMES, *_OF_STREAMLIT):
            unknown.append((name, ""))
        elif value and not _knows(name, value):
            unknown.append((name, value))
        elif value and name in FILTERS:
            where[_DAYS.get(name, name)] = value == "1" if name == "within" else date.fromisoformat(value) if name in _DAYS else value
    if not where.get("region"):
        where.pop("within", None)
    return Link(tuple(sorted(where.items())), tuple(unknown))


def put(**changes: str | None) -> None:
    """Write into the link of this visit; None or an empty value takes a name out."""
    for name, value in changes.items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]


def place(code: str | None) -> str | None:
    """Give the own name of a region: 331181 is 龙泉市, 100000 全国."""
    if not code or code == "100000":
        return gazetteer.region_name(code) if code else None
    return gazetteer.name(code) or gazetteer.region_name(code)


def shown_place(where: Where, lang: str | None = None) -> str:
    """Give the region of a filter in words, for titles and file names."""
    asked = dict(where)
    code = asked.get("region")
    if not code:
        return say("place_all", lang=lang)
    words = (say("country", lang=lang) if code == "100000" else place(code)) or code
    return words if asked.get("within", True) else f"{words}({say('only', lang=lang)})"


def bar(generation: Generation) -> Link:
    """Show the filter bar and what of the link is not known; give what the link asks for."""
    link = read(st.query_params.to_dict())
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters", gap="small"):
        _region_boxes(generation, link)
        for name in ("topic", "measure"):
            _choice_box(generation, link, name)
        if link.where or link.unknown:
            unknown = [name for name, _ in link.unknown]
            st.button(say("clear"), on_click=_clear, args=(unknown,), key="filter_clear", type="tertiary")
    if link.unknown:
        st.warning("\n\n".join(_unknown(name, value) for name, value in link.unknown))
    if others := [(name, st.query_params[name]) for name in ("indicator", "status", "from", "to", "q") if _asked(link, name)]:
        words = " · ".join(f"{say(name)} = {say(value) if name == 'status' else value}" for name, value in others)
        st.caption(say("also_filtered", conditions=literal(words)))
    return link


def region_options(counted: Mapping[str, int], chosen: str | None) -> Iterator[tuple[str, str, list[str]]]:
    """Give the boxes to show as level, code chosen in it or "", and codes to choose from, from the provinces down.

    Each box has the places directly within the one chosen above; the country stands among the provinces. In Beijing, and for
    counties directly under a province, there is no city between.
    """
    path = _path(chosen)
    below: dict[str, list[str]] = {}
    for code in (*counted, *path):
        if gazetteer.name(code) and code not in below.setdefault(gazetteer.parent(code) or "", []):
            below[gazetteer.parent(code) or ""].append(code)
    above: str | None = "100000"
    while above and (codes := sorted(below.get(above, []))):
        here = next((code for code in path if code in codes), "")
        level = min((LEVELS.index(gazetteer.level(code) or "town") for code in codes), default=0)
        if above == "100000":
            codes = [code for code in ("100000",) if code in counted or chosen == code] + codes
        yield LEVELS[level], here or (chosen if chosen == "100000" == above else ""), codes
        above = here


def _path(code: str | None) -> list[str]:
    """Give the places a place lies in, the province first, with itself; not the country."""
    path: list[str] = []
    while code and code != "100000":
        path.insert(0, code)
        code = gazetteer.parent(code)
    return path


def _region_boxes(generation: Generation, link: Link) -> None:
    counted = data.counts(generation, "region", link.without("region", "within"))
    chosen = dict(link.where).get("region")
    above = ""
    for level, here, codes in region_options(counted, chosen):
        key = f"filter_{level}"
        st.session_state[key] = here
        _box(key, say(level), ["", *codes], counted, _region_words, _choose_region, (key, above))
        above = here
    if chosen:
        st.session_state["filter_within"] = dict(link.where).get("within", True)
        st.toggle(say("within"), key="filter_within", on_change=_choose_within)


def _choice_box(generation: Generation, link: Link, name: str) -> None:
    counted = data.counts(generation, name, link.without(name))
    here = dict(link.where).get(name, "")
    codes = [code for code in _CHOICES[name] if code in counted or code == here]
    key = f"filter_{name}"
    st.session_state[key] = here
    words = (lambda code: say(f"topic_{code}")) if name == "topic" else say
    _box(key, say(name), ["", *codes], counted, words, _choose, (key, name))


def _box(key: str, label: str, codes: list[str], counted: Mapping[str, int], words: Any, change: Any, args: tuple[str, str]) -> None:
    st.selectbox(
        label,
        codes,
        key=key,
        format_func=lambda code: f"{words(code)} ({counted.get(code, 0)})" if code else say("all"),
        on_change=change,
        args=args,
        width=150,
    )


def _region_words(code: str) -> str:
    return say("country") if code == "100000" else place(code) or code


def _choose_region(key: str, above: str) -> None:
    put(region=st.session_state[key] or above)


def _choose_within() -> None:
    put(within=None if st.session_state["filter_within"] else "0")


def _choose(key: str, name: str) -> None:
    put(**{name: st.session_state[key]})


def _clear(unknown: list[str]) -> None:
    put(**dict.fromkeys((*FILTERS, *unknown)))


def _unknown(name: str, value: str) -> str:
    if not value:
        return say("unknown_name", name=literal(name))
    return say("unknown_link", name=say(name) if known(name) else literal(name), value=literal(value))


def _asked(link: Link, name: str) -> bool:
    return _DAYS.get(name, name) in dict(link.where)


def _knows(name: str, value: str) -> bool:
    if name == "region":
        return value == "100000" or gazetteer.region_name(value) is not None
    if name in _DAYS:
        try:
            date.fromisoformat(value)
        except ValueError:
            return False
    return value in _CHOICES.get(name, (value,))
