"""What tests of the pages share: a server of its own for each file, a browser, and visitors who must have nothing to complain of."""

import shutil
from pathlib import Path

import pytest

from extract.ledger import store
from pages.parts import data
from tests import browsing
from tests.browsing import HOME, Visit, serving
from tests.pages_ledger import handmade_ledger


@pytest.fixture
def generation(tmp_path, monkeypatch):
    """The ledger made by hand, which the pages open."""
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    monkeypatch.setenv("PINGAN_REPORTS", str(tmp_path / "reports"))
    return handmade_ledger(tmp_path / "ledger")


@pytest.fixture
def rows(generation):
    return data.plain(store.select(generation))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with a copy of the reports that come with the project; the ledger is made by the first visit."""
    folder = tmp_path_factory.mktemp("dashboard")
    shutil.copytree(HOME / "data" / "reports", folder / "reports")
    return folder


@pytest.fixture(scope="module")
def address(folder):
    with serving(folder / "reports", folder / "ledger") as address:
        yield address


@pytest.fixture(scope="module")
def chromium():
    with browsing.browser() as chromium:
        yield chromium


@pytest.fixture
def visit(chromium, address):
    """A visitor; at the end of every test nothing was asked of another machine, and the console is empty."""
    visits = []

    def begin(**how) -> Visit:
        visits.append(Visit(chromium, address, **how))
        return visits[-1]

    yield begin
    assert visits
    for visitor in visits:
        assert visitor.hosts == {"127.0.0.1"}
        assert visitor.complaints == []
        visitor.context.close()
