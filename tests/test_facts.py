"""What several reports tell of one thing is one mark: alike it is told once with how often, otherwise its values stand joined."""

import pytest

from extract.ledger import store
from pages.parts import charts, data
from pages.parts.facts import stacked, told
from tests.handmade import extraction

LEVEL = {"measure": "level", "comparison": None, "base": None, "unit": "起"}


def ledger(tmp_path, *reports):
    """Write a ledger of reports, each with the figures it tells."""
    read = [extraction(f"第{number}报" + "⟦1起⟧、" * len(figures), *figures, source=f"{number}.txt") for number, figures in enumerate(reports)]
    return store.write(read, tmp_path / "ledger", extractor="test")


def rows(*reports):
    return [row for number, figures in enumerate(reports) for row in made(number, figures)]


def made(number, figures):
    found = extraction(f"第{number}报" + "⟦1起⟧、" * len(figures), *figures, source=f"{number}.txt").observations
    return [{name: getattr(row, name) for name in row.__slots__} for row in found]


def counts(*reports) -> list[tuple[int, bool]]:
    return [(len(mark.rows), mark.is_apart) for mark in told(rows(*reports))]


def test_what_is_told_alike_is_one_mark_with_all_its_reports():
    (mark,) = told(rows([{}], [{}], [{}]))
    assert (mark.times("zh"), mark.times("en"), mark.times("zh", short=True)) == ("×3 份报告", "×3 reports", "×3")
    assert all(f"{number}.txt" in mark.hover("zh") for number in range(3))
    assert told(rows([{}, {}]))[0].times("zh") == "×2 处", "one report that says it twice is no second report"
    assert told(rows([{}]))[0].times("zh") == ""


def test_what_is_told_otherwise_keeps_its_values_and_who_says_so():
    (mark,) = told(rows([{"value": -61.0}], [{"value": -58.0}], [{"value": -61.0}]))
    assert mark.is_apart and [*mark.values] == [-61.0, -58.0] and len(mark.values[-61.0]) == 2
    assert "▼ 下降 58% — 1.txt" in mark.hover("zh") and "▼ 下降 61% — 2.txt" in mark.hover("zh")
    assert "说法不一" in mark.hover("zh") and "reports differ" in mark.hover("en")


@pytest.mark.parametrize(
    "other",
    [
        {"region": "330881"}, {"period": "2018-05"}, {"comparison": "mom"}, {"subject": "女性"}, {"status": "target"}, {"indicator": "立案"},
        {"unit": "百分点"}, {"qualifier": "about"}, {"value": None, "low": -60.0, "high": -50.0},
    ],
    ids=str,
)  # fmt: skip
def test_figures_of_other_things_never_disagree(other):
    assert counts([{}], [{"value": -58.0} | other]) == [(1, False), (1, False)]


def test_a_report_does_not_disagree_with_itself_nor_do_figures_of_unknown_time_or_base():
    assert counts([{}, {"value": -58.0}]) == [(1, False), (1, False)]
    assert counts([{"period": None}], [{"period": None, "value": -58.0}]) == [(1, False), (1, False)]
    other = {"comparison": "other", "base": "较2012年"}
    assert counts([other], [other | {"value": -58.0, "base": "较2015年"}]) == [(1, False), (1, False)]
    assert counts([other], [other | {"value": -58.0}]) == [(2, True)]


def test_one_number_in_two_wordings_stands_once_over_time():
    marks = told(rows([{}], [{"indicator": "立刑事案件"}], [{"value": -3.0, "indicator": "立案"}]))
    assert [len(mark.rows) for mark in marks] == [1, 1, 1]
    assert [len(mark.rows) for mark in stacked(marks)] == [2, 1]
    assert len(stacked(told(rows([{}], [{"region": "330881"}])))) == 2
    assert "立刑事案件" in stacked(marks)[0].hover("zh")


def test_bars_of_one_thing_are_dots_on_one_line(tmp_path):
    apart = [LEVEL | {"value": 692.0}], [LEVEL | {"value": 754.0}, LEVEL | {"value": 40.0, "indicator": "命案"}], [LEVEL | {"value": 692.0}]
    (group,) = charts.ledger_groups(ledger(tmp_path, *apart), (), 9)
    bar, joins, dots = charts.bars(group, "zh").data
    assert [*bar.x] == [40.0] and [*joins.x] == [692.0, 754.0, None]
    assert [*dots.x] == [692.0, 754.0] and len(set(dots.y)) == 1 and bar.y[0] != int(dots.y[0])
    assert [len(those.split()) for those in dots.ids] == [2, 1]
    assert "692 起 / 754 起" in dots.text[1] and charts.bars(group, "zh").layout.annotations[0].text.endswith(" · 说法不一</span>")
    assert "apart_note" in charts.notes([group])
    (same,) = charts.ledger_groups(ledger(tmp_path / "same", *[[LEVEL | {"value": 5.0}]] * 2), (), 9)
    (bar,) = charts.bars(same, "zh").data
    assert bar.text == ("<b>5 起</b> ×2 份报告",) and len(bar.ids[0].split()) == 2
    assert charts.notes([same])[-1] == "twice_note"


def test_the_largest_bring_along_who_tells_them_otherwise(tmp_path):
    many = [LEVEL | {"value": 1000.0 - number, "indicator": f"第{number}类案件", "indicator_id": None} for number in range(charts.LIMIT)]
    generation = ledger(tmp_path, many, [many[3] | {"value": 7.0}, many[4] | {"value": 8.0, "region": "330881"}], [many[5]])
    asked, whole = charts.ledger_groups(generation, (), 9), charts.groups(data.plain(store.select(generation)))
    for (group,) in (asked, whole):
        assert len(group.rows) == charts.LIMIT + 1 and group.more == 2, "the reprint is among the largest, the other value comes along"
        assert len(told(group.rows)) == charts.LIMIT - 1 and [mark.is_apart for mark in told(group.rows)].index(True) == 3
    assert [row["observation_id"] for row in asked[0].rows] == [row["observation_id"] for row in whole[0].rows]
    filtered = charts.ledger_groups(generation, (("region", "331181"), ("within", False)), 9)
    assert filtered[0].more == 1
