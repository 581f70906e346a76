"""The house rules: where things stand, which way the arrows run, and that every promise in words is kept in words."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import extract
from extract.ledger import rows, tables

HOME = Path(__file__).parents[1]
CODE = [path for folder in ("extract", "pages", "tests") for path in sorted((HOME / folder).rglob("*.py"))] + [*HOME.glob("*.py")]
README = (HOME / "README.md").read_text(encoding="utf-8")

# The way of a report through the house: a module leads, by whatever it imports, to its own station or to those before, never on.
WAY = [
    {"documents"},
    {"articles"},
    {"sentences"},
    {"quantities", "periods", "regions", "indicators"},
    {"rules"},
    {"observations"},
    {"__init__"},
    {"ledger"},
    {"__main__"},
]


def imports(path: Path) -> set[str]:
    """Give the modules a file imports, wherever in it, as dotted names; ``from a import b`` gives a and a.b."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    return found


def arrows() -> dict[str, set[str]]:
    """Give for each module or folder of ``extract`` those that it imports; the package itself is __init__."""
    parts = {path: path.relative_to(HOME / "extract").parts[0].removesuffix(".py") for path in CODE if path.is_relative_to(HOME / "extract")}
    leads: dict[str, set[str]] = {module: set() for module in parts.values()}
    for path, module in parts.items():
        found = imports(path)
        for dotted in found:
            first, *rest = dotted.split(".")
            if first == "extract" and rest:
                leads[module].add("__init__" if rest[0] in extract.__all__ else rest[0])
    return {module: others - {module} for module, others in leads.items()}


def reached(module: str, leads: dict[str, set[str]]) -> set[str]:
    """Give all modules that a module leads to, near or far."""
    seen: set[str] = set()
    waiting = [*leads[module]]
    while waiting:
        if (other := waiting.pop()) not in seen:
            seen.add(other)
            waiting += leads.get(other, ())
    return seen


def named(path: Path) -> str:
    return path.relative_to(HOME).as_posix()


def test_no_arrow_runs_back():
    leads = arrows()
    assert len(leads) > 10
    assert [module for module in leads if module in reached(module, leads)] == [], "modules that import one another"
    for number, station in enumerate(WAY):
        later = set().union(*WAY[number + 1 :])
        assert {module: found for module in station & {*leads} if (found := reached(module, leads) & later)} == {}


def test_a_ring_and_an_arrow_back_would_be_noticed():
    leads = {"articles": {"folding"}, "folding": {"rules"}, "rules": {"folding"}}
    assert reached("articles", leads) & {"rules"}  # by way of folding
    assert "rules" in reached("rules", leads)


def test_only_the_ledger_knows_clock_disk_network_and_tables():
    forbidden = {"time", "random", "socket", "urllib", "requests", "locale", "os", "pandas", "pyarrow", "duckdb", "streamlit", "plotly"}
    outside = [path for path in CODE if path.is_relative_to(HOME / "extract") and "ledger" not in path.parts and path.name != "__main__.py"]
    assert {named(path): sorted(found) for path in outside if (found := forbidden & imports(path))} == {}
    clocks = [named(path) for path in outside if re.search(r"\b(date\.today|datetime\.now|utcnow)\(", path.read_text(encoding="utf-8"))]
    assert clocks == []


def test_pages_are_asked_for_by_nobody_and_ask_no_database():
    for path in CODE:
        if path.is_relative_to(HOME / "extract"):
            assert not {"pages", "app"} & {dotted.split(".")[0] for dotted in imports(path)}, named(path)
        if path.is_relative_to(HOME / "pages") or path.name == "app.py":
            assert not {"duckdb", "pyarrow.parquet", "re"} & imports(path), named(path)
    for path in (path for path in CODE if path.is_relative_to(HOME / "extract" / "ledger") and path.name not in {"files.py", "generations.py"}):
        assert "pyarrow.parquet" not in imports(path), f"{named(path)}: generations.py keeps, files.py exports"
    for path in (path for path in CODE if path.is_relative_to(HOME / "extract") and path.name not in {"index.py", "store.py"}):
        assert "duckdb" not in imports(path), f"{named(path)}: index.py makes what store.py asks"


def test_importing_extract_loads_nothing_heavy():
    heavy = "pandas pyarrow duckdb streamlit plotly jieba rjieba lunar_python opencc"
    program = f"import sys, extract; print(*sorted(set('{heavy}'.split()) & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", program], cwd=HOME, capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == ""


@pytest.mark.parametrize("path", CODE, ids=named)
def test_files_and_functions_are_short_and_say_what_they_are(path):
    source = path.read_text(encoding="utf-8")
    page = path.parent == HOME / "pages" or path.name == "app.py"
    assert len(source.splitlines()) <= (120 if page else 300)
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [f"{node.name}: {node.end_lineno - node.lineno + 1}" for node in functions if node.end_lineno - node.lineno >= 40]
    if not path.is_relative_to(HOME / "tests"):
        assert long == []
        assert ast.get_docstring(tree), "a module says what it is"
        public = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")]
        assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_every_module_has_a_name_of_its_own():
    nameless = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff"}
    assert [named(path) for path in CODE if path.stem in nameless or path.parent.name in nameless] == []
    pages = [path.name for path in (HOME / "pages").rglob("*") if not path.name.isascii()]
    assert pages == []


def test_the_house_stands_as_planned():
    for name in """app.py pages/figures.py pages/reports.py pages/parts/frame.py pages/parts/filters.py pages/parts/charts.py
        pages/parts/source_pane.py pages/parts/words.py pages/parts/words.csv pages/parts/data.py extract/__main__.py extract/models.py
        extract/articles.py extract/sentences.py extract/quantities.py extract/periods.py extract/regions.py extract/indicators.py
        extract/observations.py extract/rules/__init__.py extract/documents/__init__.py extract/ledger/tables.py extract/ledger/store.py
        data/reports data/divisions README.md LICENSE CHANGELOG.md Makefile pyproject.toml requirements.txt requirements-dev.txt
        .streamlit/config.toml .ci/run""".split():  # noqa: SIM905
        assert (HOME / name).exists(), name
    empty = [named(path) for path in CODE if path.name != "__init__.py" and not path.read_text(encoding="utf-8").strip()]
    assert empty == []


@pytest.mark.parametrize("table", rows.TABLES)
def test_every_column_is_documented(table):
    assert undocumented(README, table, rows.names(table)) == []


def test_every_view_is_documented():
    assert [view for view in tables.VIEWS if f"`{view}`" not in README] == []


def test_every_option_is_documented():
    from extract.__main__ import _parser

    options = [option for action in _parser()._actions for option in action.option_strings if option not in {"-h", "--help"}]
    assert len(options) >= 6
    assert [option for option in options if not re.search(rf"(?<![\w-]){option}(?![\w-])", README)] == []


def undocumented(readme: str, table: str, columns: list[str]) -> list[str]:
    """Give the columns that have no row of their own under the heading of their table."""
    section = re.search(rf"^### `{table}`.*?(?=^##|\Z)", readme, re.DOTALL | re.MULTILINE)
    named_first = re.findall(r"^\| (`[^|]+) \|", section.group(), re.MULTILINE) if section else []
    told = {name for cell in named_first for name in re.findall(r"`(\w+)`", cell)}
    return [column for column in columns if column not in told]


def test_an_undocumented_column_is_noticed():
    readme = "### `reports`, one row a file\n\n| column | meaning |\n| --- | --- |\n| `size`, `path` | bytes; see `source` |\n\n### `articles`\n"
    assert undocumented(readme, "reports", ["size", "path", "source"]) == ["source"]
    assert undocumented(readme, "refusals", ["start"]) == ["start"]


@pytest.mark.parametrize("command", [["ruff", "check", "."], ["mypy"]], ids=lambda command: command[0])
def test_style_and_types(command):
    checked = subprocess.run([sys.executable, "-m", *command], cwd=HOME, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
