"""A real browser and a real server for the tests of the pages; where one is missing, what to install."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

HOME = Path(__file__).parents[1]
FLAGS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update
    --disable-sync""".split()  # noqa: SIM905
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
MARKS = ".barlayer .point, .scatterlayer .point, .choroplethlocation"
DRAWN = f"""() => !document.querySelector('[data-testid=stSkeleton]')
    && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every((chart) => chart.querySelector('{MARKS}'))"""
_PATIENCE = 60  # seconds

# Streamlit looks for its server below the page's own address before it looks at the root, and the browser notes the miss.
_PROBES = ("/_stcore/health", "/_stcore/host-config")


def missing() -> str | None:
    """Say what the browser tests need and this machine has not, or None."""
    if not executable():
        return "no Chromium: sudo apt-get install chromium-headless-shell fonts-wqy-microhei"
    try:
        import playwright  # noqa: F401
    except ImportError:
        return "no playwright: .venv/bin/python -m pip install -r requirements-dev.txt"
    return None


def executable() -> str | None:
    """Give the path of a Chromium."""
    return shutil.which("chromium-headless-shell") or shutil.which("chromium")


def folder_of(folder: Path, reports: Mapping[str, str]) -> Path:
    """Give a folder with reports made of texts, for a test file that overrides ``folder``."""
    (folder / "reports").mkdir()
    for name, text in reports.items():
        (folder / "reports" / name).write_text(text, encoding="utf-8")
    return folder


@contextmanager
def serving(reports: Path, ledger: Path) -> Iterator[str]:
    """Serve the pages over a folder of reports and a ledger of its own on a free port, and give the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = os.environ | {"PINGAN_REPORTS": str(reports), "PINGAN_LEDGER": str(ledger)}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    with (ledger.parent / "server.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(command, cwd=HOME, env=settings, stdout=log, stderr=log)
        try:
            _wait(f"http://127.0.0.1:{port}", server, ledger.parent / "server.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


@contextmanager
def browser():
    """Give a Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        yield chromium
        chromium.close()


class Visit:
    """One visitor with a browser of their own: a page, and what it asked for and complained of."""

    def __init__(self, chromium, address: str, *, width: int = 1360, locale: str = "zh-CN", dark: bool = False):
        scheme = "dark" if dark else "light"
        self.context = chromium.new_context(viewport={"width": width, "height": 900}, locale=locale, accept_downloads=True, color_scheme=scheme)
        self.address = address
        self.page = self.context.new_page()
        self.hosts: set[str] = set()
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("websocket", lambda socket: self._asked(socket.url))
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str):
        """Go to a page and wait until it stands."""
        self.page.goto(path if path.startswith("http") else self.address + path)
        return self.settled()

    def settled(self):
        """Wait until the page has run to its end and nothing of it is still to be drawn."""
        self.page.wait_for_selector(".st-key-filters", timeout=_PATIENCE * 1000)  # before its first run a page is idle, too
        self.page.wait_for_selector(IDLE, timeout=_PATIENCE * 1000)
        self.page.wait_for_function(DRAWN)
        return self.page

    def _asked(self, url: str) -> None:
        if not url.startswith(("data:", "blob:")):  # what a page holds already
            self.hosts.add(urlsplit(url).hostname or url)

    def _heard(self, message) -> None:
        probe = any(urlsplit(message.location.get("url", "")).path.endswith(end) for end in _PROBES)
        if message.type == "error" and not probe:
            self.complaints.append(message.text)


def _wait(address: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(_PATIENCE * 10):
        if server.poll() is not None:
            break
        try:
            with urlopen(f"{address}/_stcore/health", timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start: {log.read_text(encoding='utf-8')}")
