"""The filter by period: a slider over the years that figures hold in, and how many figures have no known period.

In: a generation and a link. Out: ``from`` and ``to`` in the link. No year is offered in which no figure holds.
"""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from extract.ledger.store import Generation
from pages.parts import data
from pages.parts.link import Link, put
from pages.parts.words import say

_LISTED = 12  # years whose counts are told in words


def slider(generation: Generation, link: Link) -> None:
    """Show the slider over the years that the other conditions leave, each with its count; where there are no two years, say so."""
    counted = data.counts(generation, "year", link.without("period_from", "period_to"))
    years = [*counted]
    if len(years) < 2:
        st.caption(say("period_one", year=years[0]) if years else say("period_none"))
    else:
        asked = dict(link.where)  # the slider takes two years from its value only, however its state is set
        st.session_state["filter_period"] = nearest(years, asked.get("period_from"), asked.get("period_to"))
        st.select_slider(
            say("period_years"), years, value=(years[0], years[-1]), key="filter_period",
            format_func=lambda year: f"{year} ({counted[year]:,})", on_change=choose, args=(years,), help=say("period_help"),
        )  # fmt: skip
    if 1 < len(counted) <= _LISTED:
        st.caption(" · ".join(f"{year}: {count:,}" for year, count in counted.items()))
    if count := undated(generation, link):
        st.caption(say("undated_here", n=count))


def nearest(years: Sequence[str], first: date | None, last: date | None) -> tuple[str, str]:
    """Give the two years of the slider that come nearest to a period: those that lie in it, else the one before it."""
    inside = [year for year in years if (not first or int(year) >= first.year) and (not last or int(year) <= last.year)]
    if inside:
        return inside[0], inside[-1]
    before = [year for year in years if first and int(year) < first.year]
    return (before[-1], before[-1]) if before else (years[0], years[0])


def choose(years: Sequence[str]) -> None:
    """Write the years of the slider into the link; an end that stands at the outermost year is no condition."""
    first, last = st.session_state["filter_period"]
    put(**{"from": f"{first}-01-01" if first != years[0] else None, "to": f"{last}-12-31" if last != years[-1] else None})


def undated(generation: Generation, link: Link) -> int:
    """Count the figures whose period is not known, of those that pass all other conditions."""
    return data.totals(generation, link.without("period_from", "period_to"))["undated"]


def left_out(generation: Generation, link: Link) -> int:
    """Count the figures that a condition on the period leaves out because theirs is not known."""
    return undated(generation, link) if {"period_from", "period_to"} & {*dict(link.where)} else 0
