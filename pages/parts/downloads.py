"""A chart and its rows as files: PNG and SVG made in the browser, a web page, CSV and an Excel sheet.

In: a group of figures, what the view shows, the generation. Out: buttons; and, for tests and other pages, the files' bytes.
"""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TextIO

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
import xlsxwriter

from extract.ledger.rows import as_cells, names
from extract.ledger.store import Generation
from pages.parts import charts, data, demo
from pages.parts.charts import Group
from pages.parts.data import Row, Where
from pages.parts.places import shown_place
from pages.parts.words import language, say

KINDS = ("png", "svg", "html", "csv", "xlsx", "zip")
SHEET = 100_000  # rows: an Excel sheet of more takes minutes, and a CSV file of more is packed
_MIME = {
    "html": "text/html",
    "csv": "text/csv",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_CSS = """.pictures { display: flex; flex-direction: column; gap: .5rem; }
button { font: inherit; color: var(--st-text-color); background: var(--st-background-color); text-align: center; font-size: .875rem; cursor: pointer;
  border: 1px solid var(--st-border-color, #8888); border-radius: var(--st-button-radius, .4rem); padding: .45rem .8rem; }
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); outline: none; }
p:empty { display: none; }"""
_PICTURES = st.components.v2.component(
    "ledger_pictures", html='<div class="pictures"></div>', css=_CSS, js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Rows:
    """The rows of a file to be made: all of a filter, which are ``count``, in the order of a column, of the reports, or of ``place``."""

    generation: Generation
    where: Where
    count: int
    order: str | None = None
    descending: bool = False

    def __iter__(self) -> Iterator[Row]:
        return data.all_rows(self.generation, self.where, order=self.order, descending=self.descending)


@st.fragment  # the menu alone is made anew when it opens, and its files only when they are asked for
def buttons(group: Group, where: Where, generation: Generation) -> None:
    """Show the downloads of one chart: its picture with the figures drawn, and the rows of all its figures, the largest first."""
    lang = language()
    heading = f"{shown_place(where)} · {charts.heading(group, lang)}"
    with st.popover(say("download"), icon=":material/download:", type="tertiary", key=f"download_{group.key}", on_change="rerun") as menu:
        if not menu.open:
            return
        those = tuple(sorted((dict(where) | {"measure": group.measure, "unit": group.unit or ""}).items()))
        sources = data.sources(generation, those)
        stem = file_stem(heading, generation, sources)

        def draw() -> str:
            return charts.printed(group, lang, heading, source_line(sources, generation, lang)).to_json()

        figure = data.kept(generation, ("picture", where, group.key, group.form, lang), draw)
        picture_buttons(figure, heading, stem, group.key)
        row_buttons(Rows(generation, those, group.count, "place"), stem, group.key)


def picture_buttons(figure: str, heading: str, stem: str, key: str) -> None:
    """Show the downloads of a figure, given as JSON: pictures and a web page."""
    labels = {"png": say("png"), "svg": say("svg"), "failed": say("picture_failed")}
    _PICTURES(data={"figure": figure, "name": stem, "labels": labels}, key=f"pictures_{key}")
    _button("html", partial(web_page, figure, heading, language()), stem, key)


def menu(figure: str, rows: Sequence[Row], heading: str, stem: str, key: str) -> None:
    """Show the downloads of a figure, given as JSON, and of its few rows."""
    with st.popover(say("download"), icon=":material/download:", type="tertiary", key=f"download_{key}"):
        picture_buttons(figure, heading, stem, key)
        _button("csv", partial(csv_bytes, rows), stem, key)
        _button("xlsx", partial(xlsx_bytes, rows), stem, key)


@st.fragment
def table_buttons(shown: pd.DataFrame, rows: Rows, place: str) -> None:
    """Show the downloads of a table: what is shown of it, as it is shown, and all columns of all its rows."""
    with st.popover(say("download"), icon=":material/download:", type="tertiary", key="download_table", on_change="rerun") as menu:
        if not menu.open:
            return
        stem = file_stem(f"{place} · {say('figures')}", rows.generation, data.sources(rows.generation, rows.where))
        st.caption(say("as_shown", n=len(shown)))
        lines = shown.to_dict("records")
        _button("csv", partial(csv_bytes, lines, [*shown]), f"{stem}-{say('table')}", "shown")
        _button("xlsx", partial(xlsx_bytes, lines, [*shown]), f"{stem}-{say('table')}", "shown")
        st.caption(say("all_rows", n=rows.count))
        row_buttons(rows, stem, "table")


def row_buttons(rows: Rows, stem: str, key: str) -> None:
    """Show the downloads of rows with all their columns, as CSV and Excel; many as packed CSV, with how long that will be."""
    if rows.count <= SHEET:
        _button("csv", partial(csv_bytes, rows), stem, key)
        _button("xlsx", partial(xlsx_bytes, rows), stem, key)
        return
    sample = data.rows(rows.generation, rows.where, most=200)
    _button("zip", partial(zip_bytes, rows, f"{stem}.csv"), f"{stem}.csv", key)
    st.caption(say("large_file", n=rows.count, size=len(csv_bytes(sample)) * rows.count // len(sample) // 10**6, most=SHEET))


def file_stem(heading: str, generation: Generation, rows: Sequence[Row]) -> str:
    """Give a file name without ending, after what the file shows: ``平安账本-龙泉市-变化(百分比)-641d5fe5``; invented rows are told first."""
    shown = heading.replace("%", "百分比" if language() == "zh" else "percent").replace(" · ", "-")
    safe = "".join(letter if letter.isalnum() or letter in "-()(),." else "_" for letter in shown)
    invented = f"{say('demo_file')}-" if demo.holds(rows, generation) else ""
    return f"{invented}{say('title').replace(' ', '_')}-{safe}-{generation.name[:8]}"


def source_line(rows: Sequence[Row], generation: Generation, lang: str) -> str:
    """Say where figures come from: the reports, when these were published, and the generation of the ledger."""
    sources = sorted({row["source"] for row in rows})
    several = len(sources) > 3
    words = say("sources_more", lang=lang, first=sources[0], n=len(sources)) if several else ("、" if lang == "zh" else ", ").join(sources)
    days = sorted({row["published"] for row in rows if row["published"]})
    if not days:
        told = say("published_unknown", lang=lang)
    elif len(days) == 1:
        told = say("published_on", lang=lang, day=days[0])
    else:
        told = say("published_between", lang=lang, first=days[0], last=days[-1])
    line = say("source_line", lang=lang, sources=words, dates=told, generation=generation.name[:8])
    return say("demo_source_line", lang=lang, mark=say("demo_mark", lang=lang), line=line) if demo.holds(rows, generation) else line


def web_page(figure: str, heading: str, lang: str) -> bytes:
    """Give a chart, as JSON, as a web page that needs nothing else: plotly.js is inside."""
    page = go.Figure(json.loads(figure)).to_html(include_plotlyjs=True, full_html=True, config={"displaylogo": False, "displayModeBar": False})
    safe = heading.replace("&", "&amp;").replace("<", "&lt;")
    head = f'<html lang="{"zh-CN" if lang == "zh" else "en"}"><head><title>{safe}</title>'
    return page.replace("<html>\n<head>", head, 1).encode()


def csv_bytes(rows: Iterable[Row], columns: Sequence[str] | None = None) -> bytes:
    """Give rows as CSV that Excel opens: UTF-8 with its mark, all columns of the table or those named, no cell that runs as a formula."""
    out = io.StringIO()
    _write_csv(rows, columns or names("observations"), out)
    return out.getvalue().encode("utf-8-sig")


def zip_bytes(rows: Iterable[Row], name: str) -> bytes:
    """Give the same CSV packed: a million rows are some 100 MB then, and are never held unpacked."""
    out = io.BytesIO()
    entry = zipfile.ZipInfo(name)  # with no date of today in it
    entry.compress_type = zipfile.ZIP_DEFLATED
    with (
        zipfile.ZipFile(out, "w") as packed,
        packed.open(entry, "w", force_zip64=True) as file,
        io.TextIOWrapper(file, "utf-8-sig", newline="") as text,
    ):
        _write_csv(rows, names("observations"), text)
    return out.getvalue()


def xlsx_bytes(rows: Iterable[Row], columns: Sequence[str] | None = None) -> bytes:
    """Give rows as an Excel sheet: numbers as numbers, dates as dates, all text as text."""
    out = io.BytesIO()
    columns = columns or names("observations")
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("observations")
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, columns, bold)
        for line, row in enumerate(rows, 1):
            for column, name in enumerate(columns):
                _cell(sheet, line, column, row[name], day)
    return out.getvalue()


def _write_csv(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> None:
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(as_cells({column: row[column] for column in columns}) for row in rows)


def _cell(sheet: Any, line: int, column: int, value: Any, day: Any) -> None:
    if value is None:
        return
    if isinstance(value, date):
        sheet.write_datetime(line, column, value, day)
    elif isinstance(value, int | float):
        sheet.write_number(line, column, value)
    elif isinstance(value, list):
        sheet.write_string(line, column, json.dumps([[*item.values()] for item in value], ensure_ascii=False))
    else:
        sheet.write_string(line, column, value)


def _button(kind: str, content: Callable[[], bytes], stem: str, key: str) -> None:
    """A file is made only when it is asked for."""
    st.download_button(say(kind), content, f"{stem}.{kind}", _MIME[kind], key=f"{kind}_{key}", on_click="ignore", width="stretch")
