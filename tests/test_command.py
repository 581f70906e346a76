"""The command line: the contract's options, plain words for mistakes, and one bad report stops nothing."""

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from handmade import extraction, key

from extract.__main__ import main
from extract.ledger import intake, store
from extract.ledger.rows import TABLES, names
from extract.models import Extraction, Report

HOME = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Work in a folder with two reports and a picture; what ``⟦…⟧`` marks in them is a figure."""
    reports = tmp_path / "data" / "reports"
    reports.mkdir(parents=True)
    (reports / "a.txt").write_text("=龙泉市刑事立案下降⟦61%⟧,接警量下降⟦22%⟧。", encoding="utf-8")
    (reports / "b.txt").write_text("=龙泉市刑事立案下降⟦61%⟧,接警量下降⟦22%⟧。", encoding="utf-8")
    (reports / "c.txt").write_text("命案下降⟦8%⟧。", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(intake, "extract_files", by_hand)
    return tmp_path


def by_hand(paths, *, published=None, progress=None):
    for path in paths:
        if path.suffix == ".png":
            yield Extraction(Report(key(path.name), path.name, "", key(""), "unreadable: a picture", path=path.as_posix()))
            continue
        found = extraction(path.read_text(encoding="utf-8"), source=path.name)
        observations = tuple(replace(row, published=published or row.published) for row in found.observations)
        yield replace(found, report=replace(found.report, path=path.as_posix()), observations=observations)


def test_json_lines_hold_one_observation_each_by_the_contracts_names(capsys):
    assert main(["--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["source"], line["text"]) for line in lines] == [("a.txt", "61%"), ("a.txt", "22%"), ("c.txt", "8%")]  # b copies a
    assert all([*line] == names("observations") for line in lines)
    assert (lines[0]["period_start"], lines[0]["subject"], lines[0]["value"]) == ("2018-06-01", None, -61.0)
    assert lines[0]["spans"] == [["quantity", lines[0]["start"], lines[0]["end"]]]


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(capsys):
    assert main(["--format", "csv", "--table", "reports"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("\ufeff")
    lines = [*csv.DictReader(io.StringIO(printed[1:], newline=""))]
    assert [(line["source"], line["same_as"] != "", line["observations"]) for line in lines] == [
        ("a.txt", False, "2"),
        ("b.txt", True, "0"),
        ("c.txt", False, "1"),
    ]
    assert lines[0]["text"].startswith("'=")


def test_a_table_without_rows_has_its_header(capsys):
    (Path("data/empty")).mkdir()
    assert main(["data/empty", "--format", "csv", "--table", "articles"]) == 0
    assert capsys.readouterr().out.strip("\ufeff\r\n").split(",") == names("articles")


@pytest.mark.parametrize("kind", ["parquet", "csv", "jsonl"])
def test_a_folder_gets_all_four_tables_or_the_one_named(folder, kind):
    assert main(["data/reports/a.txt", "data/reports/c.txt", "-o", "out", "--format", kind]) == 0
    assert sorted(path.name for path in Path("out").iterdir()) == sorted(f"{table}.{kind}" for table in TABLES)
    before = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    assert main(["data/reports/a.txt", "data/reports/c.txt", "-o", "out", "--format", kind]) == 0
    assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == before
    assert main(["-o", "one", "--table", "refusals", "--format", kind]) == 0
    assert [path.name for path in Path("one").iterdir()] == [f"refusals.{kind}"]


def test_parquet_is_what_a_folder_gets_unless_told_otherwise():
    assert main(["-o", "out"]) == 0
    assert pq.read_table("out/observations.parquet")["text"].to_pylist() == ["61%", "22%", "8%"]


def test_without_options_the_ledger_is_written(folder, capsys):
    assert main([]) == 0
    made = store.current(folder / "data" / "ledger")
    assert made is not None and made.name in capsys.readouterr().out
    assert [*store.select(made).text] == ["61%", "22%", "8%"]


@pytest.mark.parametrize("options", [[], ["--format", "jsonl"], ["--explain"], ["-o", "out"]])
def test_an_unreadable_report_is_told_at_the_end_and_the_others_are_read(folder, capsys, options):
    (folder / "data" / "reports" / "0.png").touch()
    assert main(options) == 1
    assert capsys.readouterr().err == "not read: data/reports/0.png: a picture\n"
    if options == ["-o", "out"]:
        assert pq.read_table("out/observations.parquet").num_rows == 3


def test_the_day_given_reaches_the_extractor(capsys):
    assert main(["--format", "jsonl", "--published", "2019-07-18"]) == 0
    assert {json.loads(line)["published"] for line in capsys.readouterr().out.splitlines()} == {"2019-07-18"}


def test_explain_prints_each_sentence_with_what_became_of_its_numbers(capsys):
    assert main(["data/reports/c.txt", "--explain"]) == 0
    report, _, sentence, refusal, figure, *_ = capsys.readouterr().out.splitlines()
    assert report == "c.txt: published unknown (nothing tells), read"
    assert sentence == "  命案下降8%。"
    assert refusal == "    - 命: name"
    assert figure.startswith("    + 8%: 刑事立案 change exact -61.0 % yoy actual | 浙江省丽水市龙泉市 (stated) | 2018-06 (stated)")
    assert figure.endswith("rule change, 0.95")


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        (["nothing.txt"], "there is no file or folder nothing.txt: name report files or folders"),
        (["--published", "2018-7-18"], "'2018-7-18' is no day: write it as 2018-07-18"),
        (["--workers", "0"], "'0' is no number of processes: write 1 or more"),
        (["--workers", "²"], "'²' is no number of processes"),
        (["--format", "parquet"], "say where to with -o DIR"),
        (["--table", "reports"], "add one of them"),
        (["--explain", "--format", "csv"], "leave out -o, --format and --table"),
        (["--format", "xlsx"], "invalid choice: 'xlsx'"),
        (["-o", "data/reports/a.txt"], "data/reports/a.txt: File exists"),
    ],
)
def test_a_mistake_is_told_with_what_to_do(capsys, options, advice):
    with pytest.raises(SystemExit) as stopped:
        main(options)
    assert stopped.value.code == 2
    assert advice in capsys.readouterr().err


def test_help_names_every_option_of_the_contract(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    printed = capsys.readouterr().out
    for option in ("PATH", "-o DIR", "--format {parquet,csv,jsonl}", "--published YYYY-MM-DD", "--explain", "--workers N", *TABLES):
        assert option in printed


def run(*arguments: str, **options) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own, in the project's folder."""
    environment = os.environ | {"PYTHONPATH": str(HOME)}
    return subprocess.run([sys.executable, *arguments], env=environment, text=True, capture_output=True, encoding="utf-8", **options)


def test_printing_the_page_loads_no_pandas_and_workers_change_nothing():
    page = str(HOME / "data" / "reports" / "pingan_page_1.txt")
    told = "import sys; from extract.__main__ import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    printed = run("-c", told, page, "--format", "jsonl")
    assert not {"pandas", "pyarrow", "duckdb", "streamlit"} & {*printed.stderr.split()}
    assert "61%" in printed.stdout
    at_once = run("-m", "extract", page, "--format", "jsonl", "--workers", "2")
    assert (at_once.returncode, at_once.stderr, at_once.stdout) == (0, "", printed.stdout)


def test_a_reader_that_has_seen_enough_is_no_error():
    page = str(HOME / "data" / "reports" / "pingan_page_1.txt")
    command = f"{sys.executable} -m extract {page} --format jsonl --table refusals | head -c 1"
    seen = subprocess.run(["bash", "-c", command], cwd=HOME, capture_output=True, text=True)
    assert (seen.stdout, seen.stderr) == ("{", "")
