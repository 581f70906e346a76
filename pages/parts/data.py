"""The only loads of the pages, kept between runs under the name of the generation: a new generation is asked anew.

In: a generation and a filter. Out: plain rows (what is not known is None) or counts; of a ledger of a million figures only those shown.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from extract.ledger import store
from extract.ledger.rows import names
from extract.ledger.store import Generation

Where = tuple[tuple[str, Any], ...]
Row = dict[str, Any]
T = TypeVar("T")

_KEPT = 400  # answers; the oldest go first
_LONG_KEPT = 24  # of those that are pages of a table, or a part of a report
_TEXTS_KEPT = 4
_ALIKE = 1_000  # figures that tell of what others tell: so many reports on one thing are read by nobody


def reports_folder() -> Path:
    """Give the folder of the reports: ``data/reports``, or what PINGAN_REPORTS says."""
    return Path(os.environ.get("PINGAN_REPORTS", "data/reports"))


def ledger_folder() -> Path:
    """Give the folder of the ledger: ``data/ledger``, or what PINGAN_LEDGER says."""
    return Path(os.environ.get("PINGAN_LEDGER", "data/ledger"))


def check(generation: Generation) -> None:
    """Look whether a generation can be asked. Raises LedgerError where it is not whole; that is looked at again."""
    store.ready(generation)


def rows(
    generation: Generation,
    where: Where,
    *,
    most: int,
    first: int = 0,
    order: str | None = None,
    descending: bool = False,
    columns: tuple[str, ...] | None = None,
) -> list[Row]:
    """Give at most so many observations that pass a filter, from the first wanted on (0 is the first), in the order of a column or of the reports.

    Only some ``columns`` are read ten times as fast as all.
    """
    how: dict[str, Any] = {"most": most, "first": first, "order": order, "descending": descending, "columns": columns}
    return _long(generation.name, ("rows", where, *how.items()), lambda: store.rows(generation, **how, **dict(where)))


def all_rows(generation: Generation, where: Where, *, order: str | None = None, descending: bool = False) -> Iterator[Row]:
    """Give one by one all observations that pass a filter, for a file to be written; nothing of it is kept."""
    for batch in store.batches(generation, order=order, descending=descending, **dict(where)):
        yield from batch


def counts(generation: Generation, by: str, where: Where) -> dict[str, int]:
    """Give how many observations of a filter each region, topic, … has."""
    return kept(generation, ("counts", by, where), lambda: store.counts(generation, by, **dict(where)))


def total(generation: Generation, where: Where) -> int:
    """Give how many observations pass a filter."""
    return totals(generation, tuple(sorted(where)))["figures"]


def totals(generation: Generation, where: Where) -> dict[str, int]:
    """Give how many figures, places, reports, … a filter has: see ``store.totals``."""
    return kept(generation, ("totals", where), lambda: store.totals(generation, **dict(where)))


def newest(generation: Generation, where: Where, most: int) -> list[Row]:
    """Give the newest observations of a filter, with all of their sentences."""
    return kept(generation, ("newest", where, most), lambda: store.newest(generation, most, **dict(where)))


def most_changed(generation: Generation, where: Where, most: int) -> list[Row]:
    """Give the largest changes against the year before: see ``store.most_changed``."""
    return kept(generation, ("most changed", where, most), lambda: store.most_changed(generation, most, **dict(where)))


def disagreeing(generation: Generation, where: Where, most: int) -> list[Row]:
    """Give figures that several reports tell otherwise: see ``store.disagreeing``."""
    return kept(generation, ("disagreeing", where, most), lambda: store.disagreeing(generation, most, **dict(where)))


def example(generation: Generation) -> Row | None:
    """Give the figure that shows best how a sentence becomes a row, or None: see ``store.example``."""
    return kept(generation, ("example",), lambda: store.example(generation))


def figure(generation: Generation, observation_id: str, where: Where = ()) -> Row | None:
    """Give one observation if it passes a filter, else None."""
    return kept(generation, ("figure", observation_id, where), lambda: store.figure(generation, observation_id, **dict(where)))


def groups(generation: Generation, where: Where, most: int) -> list[Row]:
    """Give the kinds and units of a filter's figures, with the ``places`` of the largest of each: see ``store.groups`` and ``at``."""
    return kept(generation, ("groups", where, most), lambda: store.groups(generation, most, **dict(where)))


def courses(generation: Generation, where: Where, kinds: tuple[tuple[str, str], ...], most: int, latest: int) -> list[Row]:
    """Give how the figures of some measures and units went on at each place, with the ``places`` of the latest: see ``store.courses``; not kept."""
    return store.courses(generation, kinds, most, latest, **dict(where))


def at(generation: Generation, places: Sequence[int]) -> dict[int, Row]:
    """Give the figures at some places of the generation, with what is drawn of them; not kept."""
    return store.at(generation, places)


def alike(generation: Generation, where: Where, places: Sequence[int]) -> list[int]:
    """Give the places of a filter's figures that tell of the same as those at some places: see ``store.alike``; not kept."""
    return store.alike(generation, places, _ALIKE, **dict(where))


def sources(generation: Generation, where: Where) -> list[Row]:
    """Give the reports that a filter's figures come from, as ``source`` and ``published``; for a file to be written, not kept."""
    return store.sources(generation, **dict(where))


def reports(
    generation: Generation, where: Where = (), words: str = "", *, most: int, first: int = 0, order: str | None = None, descending: bool = False
) -> list[Row]:
    """Give so many of the reports, without their texts; with a filter those that have figures in it, with words those named by them."""
    how: dict[str, Any] = {"words": words, "most": most, "first": first, "order": order, "descending": descending}
    return _long(generation.name, ("reports", where, *how.items()), lambda: store.reports(generation, **how, **dict(where)))


def report_count(generation: Generation, where: Where = (), words: str = "") -> int:
    """Give how many reports the list of a filter and words has."""
    return kept(generation, ("report count", where, words), lambda: store.report_count(generation, words, **dict(where)))


def bearing(generation: Generation, words: str) -> frozenset[str]:
    """Give the ids of the reports whose text holds words."""
    return kept(generation, ("bearing", words), lambda: store.bearing(generation, words))


def report(generation: Generation, report_id: str) -> Row | None:
    """Give a report as it is listed, without its text; None where there is none of that id."""
    columns = tuple(name for name in names("reports") if name != "text")
    return next(iter(of_report(generation, report_id, "reports", columns=columns)), None)


def text(generation: Generation, report_id: str) -> str:
    """Give the text of a report; only of a few reports is it kept, for one may have 50 MB."""
    return _text(generation.name, report_id, lambda: store.of_report(generation, report_id, "reports", columns=("text",))[0]["text"])


def of_report(
    generation: Generation, report_id: str, table: str, *, columns: tuple[str, ...] | None = None, within: tuple[int, int] | None = None
) -> list[Row]:
    """Give one report's rows of a table, or those that stand in a part of its text: ``articles``, ``observations`` or ``refusals``."""
    how: dict[str, Any] = {"columns": columns, "within": within}
    return _long(generation.name, ("of_report", report_id, table, *how.items()), lambda: store.of_report(generation, report_id, table, **how))


def paragraphs(generation: Generation, report_id: str, offset: int) -> list[Row]:
    """Give the paragraph of a report's place and its neighbours, as an article of only these; none for a headline."""
    return kept(generation, ("paragraphs", report_id, offset), lambda: store.paragraphs(generation, report_id, offset))


def steps(generation: Generation, report_id: str, observation_id: str) -> Row:
    """Give which figure of a report one is (``number``, 0 for none), of how many (``total``), and the ids ``before`` and ``after`` it."""
    return kept(generation, ("steps", report_id, observation_id), lambda: store.steps(generation, report_id, observation_id))


def kept(generation: Generation, key: tuple[Any, ...], make: Callable[[], T]) -> T:
    """Give what ``make`` made of a generation the first time; ``key`` says of what and how. It is shared: nobody may change it."""
    return _kept(generation.name, key, make)


def plain(found: pd.DataFrame) -> list[Row]:
    """Give a frame as dicts, with None for what is not known, and lists for lists."""
    return [{name: _plain(value) for name, value in row.items()} for row in found.to_dict("records")]


def _plain(value: Any) -> Any:
    if hasattr(value, "tolist") and not isinstance(value, str):
        return [_plain(item) for item in value]
    return None if not isinstance(value, list | dict) and pd.isna(value) else value


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _kept(name: str, key: tuple[Any, ...], _make: Callable[[], T]) -> T:
    return _make()


@st.cache_resource(max_entries=_LONG_KEPT, show_spinner=False)
def _long(name: str, key: tuple[Any, ...], _make: Callable[[], T]) -> T:
    return _make()


@st.cache_resource(max_entries=_TEXTS_KEPT, show_spinner=False)
def _text(name: str, report_id: str, _make: Callable[[], str]) -> str:
    return _make()
