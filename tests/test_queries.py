"""What the pages ask of a ledger: counted by hand in a small one; and the index that answers, which may vanish or be damaged at any time."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from extract.ledger import index, store
from extract.models import Extraction
from pages.parts import charts, downloads, figure_list
from tests.handmade import extraction

UNDATED = {"period": None, "period_start": None, "period_end": None}
LEVEL = {"measure": "level", "comparison": None, "base": None, "unit": "人", "region": "330881", "region_name": "浙江省衢州市江山市"}
OLD = extraction(
    "刑事立案下降⟦61%⟧,上升⟦4%⟧。",
    {"confidence": 0.5},
    {"value": 4.0, "status": "target", "period_basis": "carried"},
    source="old.txt",
)  # fmt: skip
NEW = extraction(
    "志愿者⟦20至30名⟧,⟦5名⟧,抓获⟦A1人⟧,⟦7⟧。",
    LEVEL | {"indicator": "志愿者", "value": None, "low": 20.0, "high": 30.0, "published": date(2020, 1, 2), "topic": "forces"},
    LEVEL | {"indicator": "志愿者", "value": 5.0, "published": date(2020, 1, 2), "topic": "forces"},
    LEVEL | {"indicator": "抓获", "value": 1.0, "published": date(2020, 1, 2), "topic": None} | UNDATED,
    LEVEL | {"indicator": "其他", "value": 7.0, "unit": None, "topic": None, "published": None, "region": None, "region_name": None},
    source="new.txt",
)  # fmt: skip
TEXTS = {row.observation_id: row.text for one in (OLD, NEW) for row in one.observations}
ALL = "20至30名 5名 A1人 7 61% 4%"


@pytest.fixture(scope="module")
def generation(tmp_path_factory):
    return store.write([OLD, NEW], tmp_path_factory.mktemp("asked"), extractor="1")


def texts(rows) -> str:
    return " ".join(row["text"] for row in rows)


def drawn(rows) -> str:
    return " ".join(TEXTS[row["observation_id"]] for row in rows)


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ({}, {"figures": 6, "places": 2, "reports": 2, "refused": 2, "not_stated": 1, "targets": 1, "undated": 1, "sure": 5}),
        ({"region": "330000"}, {"figures": 5, "places": 2, "reports": 2, "refused": 2, "not_stated": 1, "targets": 1, "undated": 1, "sure": 4}),
        ({"q": "志愿者"}, {"figures": 4, "places": 1, "reports": 1, "refused": 1, "not_stated": 0, "targets": 0, "undated": 1, "sure": 4}),
        ({"q": "刑事 志愿者"}, {"figures": 0, "places": 0, "reports": 0, "refused": 0, "not_stated": 0, "targets": 0, "undated": 0, "sure": 0}),
    ],
)
def test_totals(generation, where, told):
    assert store.totals(generation, **where) == told


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ({}, {("change", "%"): (2, "61% 4%", "4%"), ("level", "人"): (3, "20至30名 5名", "A1人"), ("level", None): (1, "7", "7")}),
        ({"unit": ""}, {("level", None): (1, "7", "7")}),
        ({"unit": "人", "q": "a1"}, {("level", "人"): (3, "20至30名 5名", "A1人")}),  # small or large letters, in the sentence of all three
        ({"topic": "crime", "sure": True}, {("change", "%"): (1, "4%", "4%")}),
    ],
)
def test_groups_name_the_largest_and_the_last(generation, where, told):
    found = store.groups(generation, 2, **where)
    at = store.at(generation, [place for group in found for place in (*group["places"], group["last"])])
    assert {
        (group["measure"], group["unit"]): (group["count"], drawn(at[place] for place in group["places"]), drawn([at[group["last"]]]))
        for group in found
    } == told  # fmt: skip


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ({}, ALL),
        ({"most": 2}, "20至30名 5名"),
        ({"first": 4, "most": 9}, "61% 4%"),
        ({"first": 9, "most": 9}, ""),
        ({"order": "value"}, "61% A1人 4% 5名 7 20至30名"),  # a range by its lower end
        ({"order": "value", "descending": True, "most": 3}, "20至30名 7 5名"),
        ({"order": "region"}, "20至30名 5名 A1人 61% 4% 7"),  # what is not known comes last, equal ones in the order of reports
        ({"order": "region", "descending": True}, "61% 4% 20至30名 5名 A1人 7"),
        ({"order": "place"}, "61% 20至30名 7 5名 4% A1人"),
        ({"order": "text", "columns": ["text"], "most": 2, "measure": "change"}, "4% 61%"),
    ],
)
def test_one_page_of_a_table(generation, how, told):
    assert texts(store.rows(generation, **how)) == told


def test_rows_are_as_they_were_written_and_columns_that_are_not_there_are_named(generation):
    row = store.rows(generation, most=1)[0]
    observation = NEW.observations[0]
    assert row | {"spans": None} == {name: getattr(observation, name) for name in row} | {"spans": None}
    assert row["spans"] == [{"role": role, "start": start, "end": end} for role, start, end in observation.spans]
    assert [*store.rows(generation, most=1, columns=["unit", "excerpt"])[0]] == ["unit", "excerpt"]
    with pytest.raises(ValueError, match="observations has no column colour"):
        store.rows(generation, order="colour")


@pytest.mark.parametrize(
    ("most", "where", "told"), [(1, {}, "20至30名 5名 A1人 7"), (1, {"topic": "crime"}, "61% 4%"), (9, {"unit": "人"}, "20至30名 5名 A1人")]
)
def test_the_newest_come_with_all_of_their_sentence_that_pass(generation, most, where, told):
    assert texts(store.newest(generation, most, **where)) == told


def test_one_figure_is_given_where_it_passes(generation):
    wanted = OLD.observations[1].observation_id
    assert store.figure(generation, wanted)["text"] == "4%"
    assert store.figure(generation, wanted, status="target")["text"] == "4%"
    assert store.figure(generation, wanted, status="actual") is store.figure(generation, "feedbeef") is None


def test_reports_of_a_filter_and_their_rows(generation):
    assert [row["source"] for row in store.reports(generation)] == ["new.txt", "old.txt"]
    assert [row["source"] for row in store.reports(generation, first=1, most=1)] == ["old.txt"]
    assert [row["source"] for row in store.reports(generation, topic="forces")] == ["new.txt"]
    assert "text" not in store.reports(generation)[0]
    assert store.of_report(generation, OLD.report.report_id, "reports")[0]["text"] == OLD.report.text
    assert texts(store.of_report(generation, OLD.report.report_id, "observations")) == "61% 4%"
    assert [row["source"] for row in store.sources(generation, measure="change")] == ["old.txt"]


def test_a_copy_is_listed_with_the_report_it_is_the_same_as(tmp_path):
    copy = extraction("刑事立案下降⟦61%⟧,上升⟦4%⟧。", source="copy.txt")
    made = store.write([OLD, copy], tmp_path, extractor="1")
    listed = {row["source"]: (row["same_as"], row["first_source"]) for row in store.reports(made)}
    assert listed == {"old.txt": (None, None), "copy.txt": (OLD.report.report_id, "old.txt")}


@pytest.fixture(scope="module")
def headlined(tmp_path_factory):
    """Three reports with headlines, the last without figures in the filter; and a copy of the first."""
    titles = {"b.txt": "龙泉禁毒 Drugs", "a.txt": "江山巡防", "c.txt": None}
    made = []
    for number, (source, title) in enumerate(titles.items()):
        figure = {"topic": "crime" if title else "fire", "region": "331181" if number else None}
        told = extraction(f"{source}下降⟦{number + 1}%⟧。", figure, source=source)
        report = replace(told.report, published=date(2020, 1, number + 1) if title else None)
        made.append(replace(told, report=report, articles=(replace(told.articles[0], title=title),)))
    copy = replace(made[0].report, report_id="0" * 20, source="z.txt", path="z.txt")
    return store.write([*made, Extraction(copy)], tmp_path_factory.mktemp("headlined"), extractor="1")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, "a.txt b.txt c.txt z.txt"),
        ({"order": "published", "descending": True}, "a.txt b.txt z.txt c.txt"),
        ({"order": "published"}, "b.txt z.txt a.txt c.txt"),
        ({"order": "headline"}, "c.txt a.txt b.txt z.txt"),
        ({"words": "龙泉"}, "b.txt z.txt"),
        ({"words": "drugs B.TXT"}, "b.txt"),
        ({"words": "%"}, ""),
        ({"topic": "crime"}, "a.txt b.txt"),
        ({"topic": "crime", "words": "巡防"}, "a.txt"),
        ({"region": "331181", "order": "figures"}, "a.txt c.txt"),
    ],
)
def test_the_list_of_reports_is_filtered_found_and_sorted(headlined, asked, told):
    assert " ".join(row["source"] for row in store.reports(headlined, **asked)) == told
    counted = {name: value for name, value in asked.items() if name not in ("order", "descending")}
    assert store.report_count(headlined, **counted) == len(told.split())
    assert [row["source"] for row in store.reports(headlined, first=1, most=1, **asked)] == told.split()[1:2]


def test_a_listed_report_has_its_headline_its_figures_and_the_place_told_of_most(headlined, generation):
    listed = {row["source"]: (row["headline"], row["figures"], row["region_name"]) for row in store.reports(headlined)}
    place, drugs = "浙江省丽水市龙泉市", "龙泉禁毒 Drugs"
    assert listed == {"a.txt": ("江山巡防", 1, place), "b.txt": (drugs, 1, None), "c.txt": (None, 1, place), "z.txt": (drugs, 0, None)}
    assert [(row["figures"], row["region_name"]) for row in store.reports(generation, measure="level")] == [(4, "浙江省衢州市江山市")]


def test_an_index_that_vanished_or_was_damaged_is_made_again(tmp_path, monkeypatch):
    made = store.write([OLD], tmp_path, extractor="1")
    assert store.totals(made)["figures"] == 2
    path = next((tmp_path / "index").glob("*.duckdb"))
    for damage in (path.unlink, lambda: path.write_bytes(b"nonsense" * 1000)):
        damage()
        monkeypatch.setattr(index, "_OPEN", {})  # as another process finds it
        assert store.totals(made)["figures"] == 2
    assert [*(tmp_path / "index").iterdir()] == [path], "nothing half-made is left"


def test_what_memory_does_not_hold_stays_with_the_ledger(tmp_path, monkeypatch):
    started = tmp_path / "started"
    started.mkdir()
    monkeypatch.chdir(started)
    monkeypatch.setattr(index, "_ASKING", index._ASKING | {"memory_limit": "100MB", "threads": 1})
    made = store.write([OLD], tmp_path / "ledger", extractor="1")
    asked = index.cursor(made).execute("SELECT range, hash(range) AS mixed FROM range(8_000_000) ORDER BY mixed")
    assert asked.fetchone() is not None
    assert [*(tmp_path / "ledger" / "index" / ".spilled").iterdir()] and not [*started.iterdir()]


def test_the_index_of_an_older_generation_goes_and_its_readers_go_on(tmp_path):
    before = store.write([OLD], tmp_path, extractor="1")
    store.ready(before)
    after = store.write([OLD, NEW], tmp_path, extractor="1")
    store.ready(after)
    assert len([*(tmp_path / "index").iterdir()]) == 1
    assert (store.totals(before)["figures"], store.totals(after)["figures"]) == (2, 6)


def test_many_words_are_looked_for_and_the_first_still_found(generation, monkeypatch):
    monkeypatch.setattr(index, "_SEARCHES", 3)
    for word, figures in (("志愿者", 4), ("抓获", 4), ("下降", 2), ("没有", 0), ("其他", 1), ("上升", 2), ("志愿者", 4), (" a1  志愿者 ", 4)):
        assert store.totals(generation, q=word)["figures"] == figures


def test_the_groups_of_a_ledger_are_those_of_its_rows(generation):
    whole = charts.groups(store.rows(generation))
    asked = charts.ledger_groups(generation, (), 2)
    assert [(group.measure, group.unit, group.count) for group in asked] == [(group.measure, group.unit, group.count) for group in whole]
    for one, other in zip(asked[:2], whole[:2], strict=True):
        assert drawn(one.rows) == drawn(other.rows)
        assert charts.summary(one, "zh") == charts.summary(other, "zh")
    assert asked[2].rows == (), "nothing is read of what is not drawn"


def test_a_packed_file_is_the_csv_and_has_no_clock_in_it(generation):
    rows = downloads.Rows(generation, (), 6, "value", True)
    packed = downloads.zip_bytes(rows, "a.csv")
    assert packed == downloads.zip_bytes(rows, "a.csv")
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        assert file.read("a.csv") == downloads.csv_bytes(rows)
    read = [*csv.DictReader(io.StringIO(downloads.csv_bytes(rows).decode("utf-8-sig")))]
    assert texts(read) == "20至30名 7 5名 4% A1人 61%"


def test_what_is_shown_of_a_table_is_downloaded_as_shown(generation):
    shown = figure_list.table(store.rows(generation, most=2))[["指标", "数值"]]
    read = downloads.csv_bytes(shown.to_dict("records"), [*shown]).decode("utf-8-sig").splitlines()
    assert read == ["指标,数值", "志愿者,20–30 人", "志愿者,5 人"]
