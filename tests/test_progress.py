"""How far the reading is: told inside a long report, by name, on a terminal and on the page; a short one is never interrupted."""

import io
import sys
import time
from dataclasses import replace
from types import ModuleType

import pytest

from extract import extract_files, extract_text
from extract.ledger import update
from extract.ledger.bar import bar
from extract.progress import STEP
from pages.parts.frame import reading

FILLER = "各级党委政府和有关部门要认真学习、准确把握会议精神,充分认清平安建设的重大意义,确保各项决策落到实处。" * 10
STORY = f"龙泉召开平安大会\n\n    本报讯 今年,龙泉市刑事立案下降61%。\n{(FILLER + '全市立案12起。') * 20}\n\n\n"
LONG, SHORT = STORY * 30, STORY
ONE_STORY = f"{FILLER}龙泉市立案12起。\n" * 600


@pytest.mark.parametrize("text", [LONG, ONE_STORY], ids=["stories", "one story"])
def test_a_long_report_tells_how_far_it_is_and_reads_the_same(tmp_path, text):
    path = tmp_path / "long.txt"
    path.write_text(text, encoding="utf-8")
    told: list[tuple[object, float]] = []
    (found,) = extract_files([path], progress=lambda *how_far: told.append(how_far))
    assert {name for name, _ in told} == {path}
    shares = [share for _, share in told]
    assert shares == sorted(set(shares)) and shares[-1] == 1.0
    assert len(text) // STEP - 1 <= len(shares) <= len(text) // STEP + 1
    steps = [after - before for before, after in zip([0.0, *shares], shares, strict=False)]
    assert max(steps) <= 2 * STEP / len(text)
    quiet = extract_text(text, source=path.name)
    assert found == replace(quiet, report=replace(quiet.report, path=str(path)))
    assert len(found.observations) > 20


def test_a_short_report_tells_nothing(tmp_path):
    (tmp_path / "short.txt").write_text(SHORT, encoding="utf-8")
    told: list[object] = []
    assert len([*extract_files([tmp_path / "short.txt"], progress=lambda *how_far: told.append(how_far))]) == 1
    assert told == []


@pytest.mark.parametrize("workers", [1, 2])
def test_an_update_names_each_report_before_it_is_read(tmp_path, monkeypatch, workers):
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))  # an AppTest leaves its page there, which each worker would run
    for name, text in (("a.txt", LONG), ("b.txt", SHORT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    told: list[tuple[int, int, str, float]] = []
    update.update([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "ledger", workers=workers, progress=lambda *step: told.append(step))
    inside = [step for step in told if step[3]]
    assert [step for step in told if not step[3]] == [(0, 2, "a.txt", 0.0), (1, 2, "b.txt", 0.0), (2, 2, "b.txt", 0.0)]
    assert told[0] == (0, 2, "a.txt", 0.0)
    assert [step[:3] for step in inside] == [(0, 2, "a.txt")] * len(inside)
    assert (len(inside) > 3 and inside[-1][3] == 1.0) if workers == 1 else inside == []


class Terminal(io.StringIO):
    """A standard error that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_the_bar_on_a_terminal_moves_inside_one_report(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    with bar() as progress:
        for share in (0.0, 0.35, 0.7):
            time.sleep(0.12)  # a bar is not drawn more often
            progress(1, 4, "long.txt", share)
        progress(4, 4, "short.txt", 0.0)
    drawn = [line.strip() for line in sys.stderr.getvalue().split("\r")]
    assert [line[:3] for line in drawn if "long.txt" in line] == ["25%", "34%", "42%"]
    assert "1.4 of 4 reports" in drawn[2] and drawn[2].endswith("long.txt 35%]")
    assert drawn[-1].startswith("100%") and "4.0 of 4 reports" in drawn[-1]


@pytest.mark.parametrize(
    ("how_far", "share", "zh", "en"),
    [
        ((1, 4, "a_b.txt", 0.0), 0.25, "正在读取第 2 份报告（共 4 份）：a\\_b.txt", "Reading report 2 of 4: a\\_b.txt"),
        ((1, 4, "a.txt", 0.359), 0.33975, "正在读取第 2 份报告（共 4 份）：a.txt，已读 35%", "Reading report 2 of 4: a.txt, 35% of it read"),
        ((1, 4, "a.txt", 1.0), 0.5, "已读完，正在存入账本：a.txt", "is read and being put into the ledger: a.txt"),
        ((4, 4, "a.txt", 0.0), 1.0, "4 份报告已读完，正在整理账本", "All 4 reports are read; the ledger is being put in order"),
    ],
)
def test_the_page_names_the_report_and_how_much_of_it_is_read(monkeypatch, how_far, share, zh, en):
    for lang, words in (("zh", zh), ("en", en)):
        monkeypatch.setattr("pages.parts.words.language", lambda lang=lang: lang)
        done, told = reading(*how_far)
        assert done == pytest.approx(share) and told.endswith(words)
