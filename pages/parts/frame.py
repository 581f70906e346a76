"""What every page begins with: title, language, navigation, and a ledger to show.

In: the name of the page. Out: the generation in force; the first start reads the reports before it goes on.
"""

import gc
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit as st

from extract import gazetteer
from extract.ledger import store
from extract.ledger.intake import NotFound
from extract.ledger.store import Generation, LedgerError
from pages.parts import data, demo
from pages.parts.link import to_other_page
from pages.parts.words import LANGUAGES, literal, say

PAGES = {"overview": "app.py", "figures": "pages/figures.py", "reports": "pages/reports.py"}

# The words of the page are set anew where the language changes; the text of reports is always Chinese and says so itself.
_LANGUAGE = st.components.v2.component(
    "ledger_language",
    js="export default function ({ data }) { document.documentElement.lang = data.lang }",
)


def open_page(page: str) -> Generation:
    """Begin a page: the first call of each. Stops the page where there is nothing to show, and says why."""
    lang = choose_language(st.query_params.to_dict(), st.context.locale)
    st.session_state["language"] = lang
    st.set_page_config(page_title=f"{say(page)} · {say('title')}", page_icon=":material/menu_book:", layout="wide", initial_sidebar_state="collapsed")
    st.html(Path(__file__).with_suffix(".css"))
    _navigate(page, lang)
    generation = _ledger()
    if generation is None:
        st.stop()
    _set_aside()
    demo.banner(generation)
    return generation


def choose_language(link: Mapping[str, str], locale: str | None) -> str:
    """Give the language the link asks for, else the browser's: Chinese where it speaks Chinese, else English."""
    asked = link.get("lang")
    if asked in LANGUAGES:
        return asked
    return "zh" if (locale or "zh").lower().startswith("zh") else "en"


def read_again() -> Generation | None:
    """Read the reports folder, with progress shown; None where that failed, which is then said on the page."""
    from extract.ledger.update import update

    shown = st.progress(0.0, say("reading_begins"))

    try:
        return update([data.reports_folder()], data.ledger_folder(), progress=lambda *how_far: shown.progress(*reading(*how_far)))
    except NotFound:
        st.error(say("no_folder", folder=literal(data.reports_folder())))
    except OSError as error:
        st.error(say("read_failed", reason=literal(f"{error.filename}: {error.strerror}")))
    finally:
        shown.empty()
    return None


def reading(done: int, total: int, name: str, share: float) -> tuple[float, str]:
    """Give how far the reading is, from 0 to 1, and in words: which report is read, and of a long one how much of it."""
    key = "reading_ends" if done == total else "reading" if not share else "reading_part" if share < 1 else "reading_kept"
    return (done + share) / total, say(key, number=done + 1, total=total, name=literal(name), percent=int(100 * share))


def _ledger() -> Generation | None:
    try:
        found = store.current(data.ledger_folder())
        if found:
            data.check(found)
    except LedgerError:
        st.warning(say("ledger_damaged"))
        if st.button(say("read_again")) and read_again():
            st.rerun()
        return None
    return found or read_again()


@cache
def _set_aside() -> None:
    """Leave out what the server holds for good, modules and places, where Streamlit looks for garbage: after every run, of everything, and
    while it looks the page waits for its last parts.
    """
    gazetteer.divisions()
    gc.freeze()


def _navigate(page: str, lang: str) -> None:
    link = to_other_page()
    with st.container(horizontal=True, key="navigation", vertical_alignment="center", gap="small"):
        st.title(say("title"), anchor=False, width="content")
        for name, path in PAGES.items():
            st.page_link(path, label=say(name), query_params=link)
        other = "en" if lang == "zh" else "zh"
        link = st.query_params.to_dict() | {"lang": other}
        with st.container(key="language_link", width="content"):
            st.page_link(PAGES[page], label=say("other_language"), query_params=link)
        with st.container(key="language_mark"):
            _LANGUAGE(data={"lang": "zh-CN" if lang == "zh" else "en"}, key="language_component")
