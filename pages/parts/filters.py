"""The filter bar of every page: boxes that repeat what the link says, tell counts, and write what is chosen into the link.

In: a generation. Out: what the link asks for. A box lists what the ledger has, with the figures it would leave under the other conditions:
nothing vanishes because another condition lets nothing pass.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from extract import gazetteer
from extract.canonical import indicators
from extract.ledger.store import Generation
from extract.ledger.tables import TOPICS
from pages.parts import data, periods
from pages.parts.copying import link_button
from pages.parts.link import FILTERS, NAMES, Link, conditions, indicator_name, put, read, unknown_words
from pages.parts.places import LEVELS, in_ledger, place, place_words, region_options, search_words, shown_place
from pages.parts.words import language, literal, say

__all__ = ["LEVELS", "NAMES", "Link", "bar", "place", "put", "read", "region_options", "shown_place"]

_ORDER = {"topic": TOPICS, "measure": ("level", "share", "change", "rank"), "status": ("actual", "target")}
_COUNTED = 500  # places whose counts are told in the search: a longer list would be sent to the browser anew with every filter
_MORE = ("status", "period", "sure")  # the conditions that are folded away


def bar(generation: Generation) -> Link:
    """Show the filter bar, what it holds, and what of the link is not known; give what the link asks for."""
    link = read(st.query_params.to_dict(), lambda indicator: _in_ledger(generation, indicator))
    held = [*conditions(link.where)]
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters", gap="xsmall"):
        _region_search(generation, link)
        _unfold_button(sum(name != "region" for name, _, _ in held))
        with st.container(horizontal=True, vertical_alignment="bottom", key="filter_folded", gap="xsmall"):
            _folded(generation, link, sum(name in _MORE for name, _, _ in held))
        link_button()
        if held or link.unknown:
            unknown = [name for name, _ in link.unknown]
            st.button(say("clear"), on_click=_clear, args=(unknown,), key="filter_clear", type="tertiary")
    _show_held(generation, link, held)
    if told := unknown_words(link):
        st.warning(told)
    return link


def _unfold_button(count: int) -> None:
    """Show the button that only phones have, where there is no room for the other boxes: they unfold below it (``frame.css``)."""
    st.segmented_control(
        say("unfold"), ["unfold"], key="filter_unfold", selection_mode="multi", label_visibility="collapsed", width="stretch",
        format_func=lambda _: f":material/tune: {say('unfold_set', n=count) if count else say('unfold')}",
    )  # fmt: skip


def _folded(generation: Generation, link: Link, count: int) -> None:
    """Show the boxes beside the region's; those that are rarely needed are in a box of their own, which has ``count`` conditions."""
    _region_tree(generation, link)
    _choice_box(generation, link, "topic", width=130)
    _indicator_box(generation, link)
    _choice_box(generation, link, "measure", width=130)
    _words_box(link)
    with st.popover(say("more_set", n=count) if count else say("more"), key="filter_more"):
        _choice_box(generation, link, "status", width="stretch")
        periods.slider(generation, link)
        _sure_box(generation, link)


def _show_held(generation: Generation, link: Link, held: Sequence[tuple[str, tuple[str, ...], str]]) -> None:
    """Show each condition with a way to take it out, and how many figures pass them all."""
    if not held:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="held", gap="xsmall"):
        for name, names, words in held:
            label = f"{say(name)} = {literal(words)}" if words else say(name)
            st.button(f"{label} ×", key=f"held_{name}", on_click=_take_out, args=(names,), help=say("held_help"))
        st.caption(say("passing", n=data.total(generation, link.where)), width="content")
        if left_out := periods.left_out(generation, link):
            st.caption(say("undated", n=left_out), width="content")


def _region_search(generation: Generation, link: Link) -> None:
    """Find a region among all that the ledger has figures of: by name, first letters of its reading, or code."""
    counted = data.counts(generation, "region", link.without("region", "within"))
    chosen = dict(link.where).get("region", "")
    codes = in_ledger(data.counts(generation, "region", ()), chosen)
    told = len(codes) <= _COUNTED

    def all_words() -> dict[str, str]:
        return {"": say("place_all")} | {code: search_words(code, counted.get(code, 0) if told else None) for code in codes}

    # Made once: there may be thousands of places.
    words = data.kept(generation, ("region words", chosen, link.without("region", "within") if told else None, language()), all_words)
    st.session_state["filter_region"] = chosen
    st.selectbox(
        say("region"), [*words], key="filter_region", width=250, on_change=lambda: _choose("filter_region", "region"),
        format_func=words.__getitem__,
    )  # fmt: skip


def _region_tree(generation: Generation, link: Link) -> None:
    """Reach a region from the province down, and say whether the places in it count."""
    counted = data.counts(generation, "region", link.without("region", "within"))
    chosen = dict(link.where).get("region")
    with st.popover(say("tree"), key="filter_tree", help=say("tree_help")):
        above = ""
        for level, here, codes in region_options(data.counts(generation, "region", ()), chosen):
            key = f"filter_{level}"
            st.session_state[key] = here
            _box(key, say(level), ["", *codes], counted, place_words, lambda key=key, above=above: _choose(key, "region", above))
            above = here
        if chosen:
            st.session_state["filter_within"] = dict(link.where).get("within", True)
            st.radio(
                say("extent"), [True, False], key="filter_within", format_func=lambda within: say("within" if within else "only"),
                on_change=lambda: put(within=None if st.session_state["filter_within"] else "0"),
            )  # fmt: skip


def _choice_box(generation: Generation, link: Link, name: str, width: Any) -> None:
    counted = data.counts(generation, name, link.without(name))
    here = dict(link.where).get(name, "")
    there = data.counts(generation, name, ())
    codes = [code for code in _ORDER[name] if code in there or code == here]
    key = f"filter_{name}"
    st.session_state[key] = here
    words = (lambda code: say(f"topic_{code}")) if name == "topic" else say
    _box(key, say(name), ["", *codes], counted, words, lambda: _choose(key, name), width)


def _indicator_box(generation: Generation, link: Link) -> None:
    """The indicators that go by one name, then those that only reports name, each with most figures first."""
    counted = data.counts(generation, "indicator", link.without("indicator"))
    here = dict(link.where).get("indicator", "")
    if here and here not in counted:  # the words of a report for an indicator that is listed under its own name
        counted = {**counted, here: data.total(generation, link.where)}
    there = {*data.counts(generation, "indicator", ())} | ({here} if here else set())
    codes = sorted(there, key=lambda code: (code not in indicators(), -counted.get(code, 0), code))
    st.session_state["filter_indicator"] = here
    _box("filter_indicator", say("indicator"), ["", *codes], counted, indicator_words, lambda: _choose("filter_indicator", "indicator"), 190)


def indicator_words(indicator: str) -> str:
    """Give an indicator as it is listed: the words of a report in quotation marks; in English with the Chinese name, to find it by."""
    name = indicator_name(indicator)
    if indicator not in indicators():
        return f"“{name}”"
    return name if language() == "zh" else f"{name} · {indicators()[indicator].zh}"


def _words_box(link: Link) -> None:
    st.session_state["filter_q"] = dict(link.where).get("q", "")
    st.text_input(say("q"), key="filter_q", on_change=lambda: put(q=st.session_state["filter_q"].strip()), help=say("q_help"), width=130)


def _sure_box(generation: Generation, link: Link) -> None:
    sure = data.totals(generation, link.without("sure"))["sure"]
    st.session_state["filter_sure"] = "sure" in dict(link.where)
    st.toggle(
        say("sure_box", n=sure), key="filter_sure", help=say("sure_help"),
        on_change=lambda: put(sure="1" if st.session_state["filter_sure"] else None),
    )  # fmt: skip


def _box(
    key: str,
    label: str,
    codes: list[str],
    counted: Mapping[str, int],
    words: Callable[[str], str],
    change: Callable[[], None],
    width: Any = "stretch",
) -> None:
    st.selectbox(
        label,
        codes,
        key=key,
        format_func=lambda code: f"{words(code)} ({counted.get(code, 0):,})" if code else say("all"),
        on_change=change,
        width=width,
    )


def _in_ledger(generation: Generation, indicator: str) -> bool:
    return indicator in data.counts(generation, "indicator", ()) or data.total(generation, (("indicator", indicator),)) > 0


def _choose(key: str, name: str, otherwise: str = "") -> None:
    chosen = st.session_state[key] or otherwise
    put(**{name: chosen}, **({"within": None} if name == "region" and chosen in ("", gazetteer.COUNTRY) else {}))


def _take_out(names: Sequence[str]) -> None:
    put(**dict.fromkeys(names))


def _clear(unknown: list[str]) -> None:
    put(**dict.fromkeys((*FILTERS, *unknown)))
