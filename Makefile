# Pingan Ledger. `make run` opens it, `make test` proves it; each step as a plain command stands in README.md.

PORT ?= 8501
VENV := .venv
BIN  := $(VENV)/bin
PIP  := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# The first Python of 3.11 or later; say `make run PYTHON=/path/to/python` to choose another.
MODERN := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	"$$python" -c '$(MODERN)' 2>/dev/null && echo "$$python" && break; done)

BROWSER := chromium-headless-shell fonts-wqy-microhei

.PHONY: help run demo looks test lint bench browser clean

help:
	@echo 'make run    start the dashboard on http://127.0.0.1:$(PORT) (PORT=… for another port)'
	@echo 'make demo   the same over 300 invented reports, which it writes to demo/'
	@echo 'make looks  pictures of every page of the demo, in demo/looks/'
	@echo 'make test   everything: unit, property, house and browser tests (as root it installs $(BROWSER))'
	@echo 'make lint   ruff and mypy'
	@echo 'make bench  how fast it is on this machine'
	@echo 'make clean  remove the environment and caches; reports and the ledger stay'

run: $(VENV)/.run
	@$(BIN)/python -m streamlit run app.py --server.port $(PORT)

demo: $(VENV)/.run
	@$(BIN)/python -m tests.demo demo
	@PINGAN_REPORTS=demo/reports PINGAN_LEDGER=demo/ledger $(BIN)/python -m streamlit run app.py --server.port $(PORT)

looks: $(VENV)/.test browser
	@$(BIN)/python -m tests.demo demo
	@$(BIN)/python -m tests.looks

test: $(VENV)/.test browser
	@$(BIN)/python -m pytest -n auto --dist loadfile -rs $(PYTEST)

lint: $(VENV)/.test
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m mypy

bench: $(VENV)/.test
	@for bench in tests/bench/*.py; do $(BIN)/python "$$bench" || exit 1; done

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.run: requirements.txt | $(BIN)/python
	@$(PIP) -r requirements.txt && touch $@

$(VENV)/.test: requirements.txt requirements-dev.txt | $(BIN)/python
	@$(PIP) -r requirements-dev.txt && touch $@ $(VENV)/.run

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or later is needed and none was found: apt-get install python3 python3-venv'; exit 1; }
	@'$(PYTHON)' -c '$(MODERN)' || { echo 'Python 3.11 or later is needed, and $(PYTHON) is older or missing'; exit 1; }
	@'$(PYTHON)' -m venv $(VENV) || { rm -rf $(VENV); echo 'The venv module is missing: apt-get install python3-venv'; exit 1; }

# A headless Chromium and Chinese glyphs for the browser tests. Without root they can only be asked for.
browser:
	@if { command -v chromium-headless-shell || command -v chromium; } >/dev/null && ls /usr/share/fonts/truetype/wqy/* >/dev/null 2>&1; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo 'Installing $(BROWSER)'; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends $(BROWSER) >/dev/null; \
	else \
		echo 'The browser tests (tests/test_browser*.py) are skipped. To run them: sudo apt-get install $(BROWSER)'; \
	fi
