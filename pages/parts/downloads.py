"""A chart and its rows as files: PNG and SVG made in the browser, a web page, CSV and an Excel sheet.

In: a group of figures, what the view shows, the generation. Out: buttons; and, for tests and other pages, the files' bytes.
"""

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import streamlit as st
import xlsxwriter

from extract.ledger.rows import as_cells, names
from extract.ledger.store import Generation
from pages.parts import charts, data
from pages.parts.charts import Group
from pages.parts.data import Row, Where
from pages.parts.places import shown_place
from pages.parts.words import language, say, title

KINDS = ("png", "svg", "html", "csv", "xlsx")
_MIME = {"html": "text/html", "csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
_CSS = """.pictures { display: flex; flex-direction: column; gap: .5rem; }
button { font: inherit; color: var(--st-text-color); background: var(--st-background-color); text-align: center; font-size: .875rem; cursor: pointer;
  border: 1px solid var(--st-border-color, #8888); border-radius: var(--st-button-radius, .4rem); padding: .45rem .8rem; }
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); outline: none; }
p:empty { display: none; }"""
_PICTURES = st.components.v2.component(
    "ledger_pictures", html='<div class="pictures"></div>', css=_CSS, js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def buttons(group: Group, where: Where, generation: Generation) -> None:
    """Show the downloads of one chart."""
    lang = language()
    heading = f"{shown_place(where)} · {title(group.measure, group.unit, lang)}"
    stem = file_stem(heading, generation)

    def draw() -> str:
        return charts.printed(group, lang, heading, source_line(group.rows, generation, lang)).to_json()

    figure = data.kept(generation, ("picture", where, group.key, lang), draw)
    labels = {"png": say("png"), "svg": say("svg"), "failed": say("picture_failed")}
    with st.popover(say("download"), icon=":material/download:", type="tertiary", key=f"download_{group.key}"):
        _PICTURES(data={"figure": figure, "name": stem, "labels": labels}, key=f"pictures_{group.key}")
        _button("html", partial(web_page, figure, heading, lang), stem, group.key)
        row_buttons(group.rows, stem, group.key)


def row_buttons(rows: Sequence[Row], stem: str, key: str) -> None:
    """Show the downloads of rows, as CSV and Excel."""
    _button("csv", partial(csv_bytes, rows), stem, key)
    _button("xlsx", partial(xlsx_bytes, rows), stem, key)


def file_stem(heading: str, generation: Generation) -> str:
    """Give a file name without ending, after what the file shows: ``平安账本-龙泉市-变化(百分比)-641d5fe5``."""
    shown = heading.replace("%", "百分比" if language() == "zh" else "percent").replace(" · ", "-")
    safe = "".join(letter if letter.isalnum() or letter in "-()(),." else "_" for letter in shown)
    return f"{say('title').replace(' ', '_')}-{safe}-{generation.name[:8]}"


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
    return say("source_line", lang=lang, sources=words, dates=told, generation=generation.name[:8])


def web_page(figure: str, heading: str, lang: str) -> bytes:
    """Give a chart, as JSON, as a web page that needs nothing else: plotly.js is inside."""
    page = go.Figure(json.loads(figure)).to_html(include_plotlyjs=True, full_html=True, config={"displaylogo": False, "displayModeBar": False})
    safe = heading.replace("&", "&amp;").replace("<", "&lt;")
    head = f'<html lang="{"zh-CN" if lang == "zh" else "en"}"><head><title>{safe}</title>'
    return page.replace("<html>\n<head>", head, 1).encode()


def csv_bytes(rows: Sequence[Row]) -> bytes:
    """Give rows as CSV that Excel opens: UTF-8 with its mark, all columns of the table, no cell that runs as a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    columns = names("observations")
    writer.writerow(columns)
    writer.writerows(as_cells({column: row[column] for column in columns}) for row in rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(rows: Sequence[Row]) -> bytes:
    """Give rows as an Excel sheet: numbers as numbers, dates as dates, all text as text."""
    out = io.BytesIO()
    columns = names("observations")
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("observations")
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, columns, bold)
        for line, row in enumerate(rows, 1):
            for column, name in enumerate(columns):
                _cell(sheet, line, column, row[name], day)
    return out.getvalue()


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
