"""Generations: whole or not at all, the same for the same input, and told apart when damaged."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from handmade import extraction, key

from extract.ledger import intake, store, update
from extract.models import Extraction, Report

LEVEL = {"measure": "level", "comparison": None, "base": None}
LONGQUAN = extraction(
    "6月,龙泉市刑事立案下降⟦61%⟧,接警量下降⟦22%⟧,全市有志愿者队伍⟦626支⟧。",
    {},
    {"indicator": "接警量", "indicator_id": None, "topic": "policing"},
    LEVEL | {"indicator": "志愿者队伍", "indicator_id": "teams", "topic": "forces", "value": 626.0, "unit": "支", "period": None}
    | {"period_start": None, "period_end": None, "region": None, "region_name": None},
    source="longquan.txt",
)  # fmt: skip
HANGZHOU = extraction(
    "今年,西湖区翠苑街道抓获⟦12人⟧,力争全省发案下降⟦5%⟧。",
    LEVEL | {"indicator": "抓获", "value": 12.0, "unit": "人", "region": "330106008", "topic": None}
    | {"period_start": date(2019, 1, 1), "period_end": date(2019, 7, 1)},
    {"status": "target", "region": "330000", "period_start": None, "period_end": date(2020, 12, 31)},
    source="hangzhou.txt",
)  # fmt: skip


@pytest.fixture(scope="module")
def generation(tmp_path_factory):
    return store.write([LONGQUAN, HANGZHOU], tmp_path_factory.mktemp("ledger"), extractor="1")


def files(root: Path) -> dict[str, bytes]:
    """Give what is kept: the index is made of it, by whoever asks first."""
    kept = (path for path in sorted(root.rglob("*")) if path.is_file() and path.parent.name != "index")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in kept}


def test_a_generation_is_read_as_it_was_written(generation):
    assert store.current(generation.root) == generation
    reports = store.load(generation, "reports", ["source", "observations", "text"])
    assert reports.to_numpy().tolist() == [
        ["hangzhou.txt", 2, HANGZHOU.report.text],
        ["longquan.txt", 3, LONGQUAN.report.text],
    ]
    observations = store.load(generation, "observations")
    assert [*observations.text] == ["12人", "5%", "61%", "22%", "626支"]
    assert observations.period_start[0] == date(2019, 1, 1)


def test_the_same_reports_give_the_same_files_in_any_order(generation, tmp_path):
    store.write([HANGZHOU, LONGQUAN], tmp_path, extractor="1")
    assert files(tmp_path) == files(generation.root)
    assert len(files(tmp_path)) == 2 + 2 * 4  # CURRENT, the manifest, and a part for each report and table


def test_files_are_named_by_their_content(generation):
    for name, content in files(generation.root).items():
        if name != "CURRENT":
            assert Path(name).stem == hashlib.sha256(content).hexdigest()[:20]


def test_another_extractor_or_setting_is_another_generation(generation, tmp_path):
    names = {
        store.write([LONGQUAN, HANGZHOU], tmp_path, extractor=version, settings=settings).name
        for version, settings in [("1", {}), ("2", {}), ("1", {"published": "2018-07-18"})]
    }
    assert len(names) == 3 and generation.name in names
    assert all(store.generation(tmp_path, name).name == name for name in names)  # the older ones stay


def test_nothing_read_is_no_generation_and_no_reports_are_an_empty_one(tmp_path):
    assert store.current(tmp_path) is None
    empty = store.write([], tmp_path, extractor="1")
    assert store.load(empty, "reports").empty
    assert store.select(empty, region="330000").empty
    assert store.counts(empty, "region") == {}


@pytest.mark.parametrize(
    ("where", "texts"),
    [
        ({}, "12人 5% 61% 22% 626支"),
        ({"region": "331181"}, "61% 22%"),
        ({"region": "331100"}, "61% 22%"),  # a city holds its counties
        ({"region": "330100"}, "12人"),
        ({"region": "330106"}, "12人"),  # a district its streets
        ({"region": "330106008"}, "12人"),
        ({"region": "330000"}, "12人 5% 61% 22%"),
        ({"region": "330000", "within": False}, "5%"),
        ({"region": "100000"}, "12人 5% 61% 22%"),  # where it is not said, it may be anywhere
        ({"region": "320000"}, ""),
        ({"topic": "crime", "region": "331181"}, "61%"),
        ({"measure": "level"}, "12人 626支"),
        ({"status": "target"}, "5%"),
        ({"indicator": "teams"}, "626支"),
        ({"indicator": "接警量"}, "22%"),
        ({"period_from": date(2018, 6, 30), "period_to": date(2018, 12, 31)}, "61% 22%"),
        ({"period_from": date(2018, 7, 1)}, "12人 5%"),
        ({"period_to": date(2019, 1, 1)}, "12人 61% 22%"),
        ({"q": "翠苑 抓获"}, "12人 5%"),  # both words stand in the sentence
        ({"q": "翠苑 志愿者"}, ""),
        ({"q": "%"}, "12人 5% 61% 22% 626支"),  # a sign like any other, and each sentence has one
        ({"q": "'"}, ""),
        ({"sure": True}, "12人 5% 61% 22% 626支"),
        ({"q": None, "topic": None}, "12人 5% 61% 22% 626支"),
    ],
)
def test_filters(generation, where, texts):
    assert " ".join(store.select(generation, **where).text) == texts


def test_counts_of_a_region_hold_the_places_within(generation):
    counted = partial(store.counts, generation)
    assert counted("region") == {
        "100000": 4, "330000": 4, "330100": 1, "330106": 1, "330106008": 1, "331100": 2, "331181": 2,
    }  # fmt: skip
    assert counted("topic") == {"crime": 2, "forces": 1, "policing": 1}
    assert counted("measure", region="331181") == {"change": 2}
    assert counted("indicator", topic="policing") == {"接警量": 1}
    with pytest.raises(ValueError, match="no counts by 'value'"):
        counted("value")


def test_columns_that_are_not_there_are_named(generation):
    with pytest.raises(ValueError, match="observations has no column colour"):
        store.load(generation, "observations", ["text", "colour"])


def test_reports_with_one_text_are_read_once(tmp_path):
    copy = replace(LONGQUAN, report=replace(LONGQUAN.report, report_id="copy", source="z.txt", path="z.txt"))
    made = store.write([LONGQUAN, copy], tmp_path, extractor="1")
    assert len(store.select(made)) == 3
    listed = store.load(made, "reports", ["source", "same_as", "observations"]).fillna("").to_numpy().tolist()
    assert listed == [["longquan.txt", "", 3], ["z.txt", LONGQUAN.report.report_id, 0]]


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(path.read_bytes()[:100])])
def test_a_damaged_part_is_named_with_what_to_do_and_mended_by_writing_again(tmp_path, damage):
    made = store.write([LONGQUAN], tmp_path, extractor="1")
    part = Path(made.parts("observations")[0])
    damage(part)
    with pytest.raises(store.LedgerError, match=f"{part.name} is missing or damaged: run `python -m extract`"):
        store.select(made)
    assert len(store.select(store.write([LONGQUAN], tmp_path, extractor="1"))) == 3


@pytest.mark.parametrize("name", ["", "0" * 20, "../../etc/passwd", "\0"])
def test_a_damaged_current_says_what_to_do(tmp_path, name):
    store.write([LONGQUAN], tmp_path, extractor="1")
    (tmp_path / "CURRENT").write_text(name, encoding="utf-8")
    with pytest.raises(store.LedgerError, match="run `python -m extract`"):
        store.current(tmp_path)


def test_a_damaged_manifest_says_what_to_do(tmp_path):
    made = store.write([LONGQUAN], tmp_path, extractor="1")
    path = tmp_path / "generations" / f"{made.name}.json"
    path.write_text(path.read_text(encoding="utf-8").replace("longquan", "hangzhou"), encoding="utf-8")
    with pytest.raises(store.LedgerError, match=path.name):
        store.current(tmp_path)


def test_a_stop_while_writing_leaves_the_generation_before(tmp_path, monkeypatch):
    before = store.write([LONGQUAN], tmp_path, extractor="1")

    def stop(self, target):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            store.write([LONGQUAN, HANGZHOU], tmp_path, extractor="1")
    assert store.current(tmp_path) == before
    assert not [name for name in files(tmp_path) if "/." in name]  # no half-written file stays
    assert len(store.write([LONGQUAN, HANGZHOU], tmp_path, extractor="1").entries) == 2


def test_a_reader_beside_two_writers_sees_one_whole_generation_or_the_other(tmp_path):
    store.write([LONGQUAN], tmp_path, extractor="1")
    sets = ([LONGQUAN], [LONGQUAN, HANGZHOU])
    with ThreadPoolExecutor(2) as pool:
        writers = [pool.submit(lambda: [store.write(sets[n % 2], tmp_path, extractor="1") for n in range(30)]) for _ in range(2)]
        seen: set[int] = set()
        while not all(writer.done() for writer in writers) or len(seen) < 1:
            seen.add(len(store.select(store.current(tmp_path))))
        for writer in writers:
            writer.result()
    assert seen <= {3, 5}


@pytest.fixture
def reading(monkeypatch):
    """Let the ledger read by hand: each line is a figure, ``PNG`` cannot be read; gives the names of what was read."""
    names: list[str] = []

    def extract_files(paths, *, published=None, progress=None):
        for path in paths:
            names.append(path.name)
            text = path.read_text(encoding="utf-8")
            if text == "trip":
                raise RecursionError("too deep")
            if text == "PNG":
                yield Extraction(Report(key(text), path.name, "", key(""), "unreadable: a picture", path=path.as_posix()))
            else:
                found = extraction(text, source=path.name)
                yield replace(found, report=replace(found.report, path=path.as_posix()))

    monkeypatch.setattr(intake, "extract_files", extract_files)
    return names


def test_an_update_reads_only_what_is_new(tmp_path, reading):
    reports, root = tmp_path / "reports", tmp_path / "ledger"
    reports.mkdir()
    (reports / "b.txt").write_text("抓获⟦12人⟧。", encoding="utf-8")
    first = update.update([reports], root)
    (reports / "a.txt").write_text("抓获⟦13人⟧。", encoding="utf-8")
    told: list[tuple[int, int, str, float]] = []
    second = update.update([reports], root, progress=lambda *step: told.append(step))
    assert reading == ["b.txt", "a.txt"]
    assert told == [(0, 2, "a.txt", 0.0), (2, 2, "b.txt", 0.0)]
    assert [*store.select(second).text] == ["13人", "12人"]
    assert store.current(root) == second != first
    (reports / "a.txt").unlink()
    assert update.update([reports], root) == first


def test_a_changed_report_a_date_given_or_a_damaged_part_is_read_again(tmp_path, reading):
    report, root = tmp_path / "b.txt", tmp_path / "ledger"
    report.write_text("抓获⟦12人⟧。", encoding="utf-8")
    update.update([report], root)
    update.update([report], root)
    assert len(reading) == 1
    update.update([report], root, published=date(2018, 7, 18))
    assert len(reading) == 2
    report.write_text("抓获⟦13人⟧。", encoding="utf-8")
    made = update.update([report], root)
    assert len(reading) == 3
    Path(made.parts("articles")[0]).write_bytes(b"")
    assert update.update([report], root) == made
    assert len(reading) == 4
    assert len(store.load(made, "articles")) == 1


def test_what_cannot_be_read_is_listed_and_stops_nothing(tmp_path, reading):
    for name, text in {"a.png": "PNG", "b.txt": "trip", "c.txt": "抓获⟦12人⟧。", ".hidden": "PNG"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    made = update.update([tmp_path], tmp_path / ".ledger")
    assert [(entry.source, entry.status) for entry in made.unread] == [
        ("a.png", "unreadable: a picture"),
        ("b.txt", "unreadable: the extractor failed on it (RecursionError: too deep); please report this"),
    ]
    assert [*store.select(made).text] == ["12人"]
    assert len(store.load(made, "reports")) == 3


def test_copies_keep_the_first_in_order_of_names_whichever_was_read_first(tmp_path, reading):
    (tmp_path / "b.txt").write_text("抓获⟦12人⟧。", encoding="utf-8")
    update.update([tmp_path], tmp_path / ".ledger")
    (tmp_path / "a.txt").write_text("抓获⟦12人⟧。", encoding="utf-8")
    made = update.update([tmp_path], tmp_path / ".ledger")
    assert [*store.select(made).source] == ["a.txt"]
    assert [*store.load(made, "reports").same_as.isna()] == [True, False]
    assert made.entries == update.update([tmp_path], tmp_path / ".other").entries  # what was read before leaves no trace


def test_files_are_found_once_sorted_and_not_hidden(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".git/config", "sub/.d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = intake.find_reports([tmp_path / "b.txt", tmp_path])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["b.txt", "a.txt", "sub/c.txt"]
    with pytest.raises(intake.NotFound, match=r"no file or folder .*nothing"):
        intake.find_reports([tmp_path / "nothing"])


def test_the_extractors_version_tells_its_word_lists_apart(monkeypatch, tmp_path):
    (tmp_path / "units.csv").write_text("word\n起\n", encoding="utf-8")
    monkeypatch.setattr(update, "_KNOWLEDGE", (tmp_path,))
    versions = []
    for content in ("word\n起\n", "word\n起\n件\n"):
        (tmp_path / "units.csv").write_text(content, encoding="utf-8")
        update.extractor.cache_clear()
        versions.append(update.extractor())
    update.extractor.cache_clear()
    assert versions[0] != versions[1]
