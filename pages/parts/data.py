"""The only loads of the pages, kept between runs under the name of the generation: a new generation is read anew.

In: a generation and a filter. Out: rows as plain dicts (what is not known is None), or counts.
"""

import os
from collections.abc import Callable
from dataclasses import replace
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

_KEPT = 200  # filters; the oldest go first


def reports_folder() -> Path:
    """Give the folder of the reports: ``data/reports``, or what PINGAN_REPORTS says."""
    return Path(os.environ.get("PINGAN_REPORTS", "data/reports"))


def ledger_folder() -> Path:
    """Give the folder of the ledger: ``data/ledger``, or what PINGAN_LEDGER says."""
    return Path(os.environ.get("PINGAN_LEDGER", "data/ledger"))


def check(generation: Generation) -> None:
    """Look once whether all of a generation is on disk. Raises LedgerError where it is not; that is looked at again."""
    _check(generation.name, str(generation.root), generation)


def rows(generation: Generation, where: Where) -> list[Row]:
    """Give the observations that pass a filter as dicts; what is not known is None."""
    return _rows(generation.name, where, generation)


def counts(generation: Generation, by: str, where: Where) -> dict[str, int]:
    """Give how many observations of a filter each region, topic, … has."""
    return _counts(generation.name, by, where, generation)


def total(generation: Generation, where: Where) -> int:
    """Give how many observations pass a filter; each has a measure."""
    return sum(counts(generation, "measure", tuple(sorted(where))).values())


def reports(generation: Generation) -> list[Row]:
    """Give the list of reports, without their texts."""
    return _reports(generation.name, generation)


def of_report(generation: Generation, report_id: str, table: str) -> list[Row]:
    """Give one report's rows of a table: its text (``reports``), ``articles``, ``observations`` or ``refusals``."""
    return _of_report(generation.name, report_id, table, generation)


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


@st.cache_data(max_entries=4, show_spinner=False)
def _check(name: str, root: str, _generation: Generation) -> None:
    if broken := next((entry.source for entry in _generation.entries if not store.whole(entry, _generation.root)), None):
        raise store.LedgerError(f"what was read out of {broken} is missing or damaged: run `python -m extract` to read it again")


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _rows(name: str, where: Where, _generation: Generation) -> list[Row]:
    return plain(store.select(_generation, **dict(where)))


@st.cache_resource(max_entries=_KEPT * 4, show_spinner=False)
def _kept(name: str, key: tuple[Any, ...], _make: Callable[[], T]) -> T:
    return _make()


@st.cache_data(max_entries=_KEPT * 4, show_spinner=False)
def _counts(name: str, by: str, where: Where, _generation: Generation) -> dict[str, int]:
    found = store.counts(_generation, by, **dict(where))
    return dict(zip(found["value"], found["count"], strict=True))


@st.cache_data(max_entries=4, show_spinner=False)
def _reports(name: str, _generation: Generation) -> list[Row]:
    listed = [column for column in names("reports") if column != "text"]
    return plain(store.load(_generation, "reports", listed))


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _of_report(name: str, report_id: str, table: str, _generation: Generation) -> list[Row]:
    entries = tuple(entry for entry in _generation.entries if entry.report_id == report_id)
    return plain(store.load(replace(_generation, entries=entries[:1]), table))
