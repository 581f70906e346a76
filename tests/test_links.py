"""The order, page and part that a link names: shown as it says, written as they are chosen, and told where they are not to be had."""

import pytest

from extract.ledger import store
from pages.parts import data, figure_list, reader, report_list
from pages.parts.link import NAMES
from tests.handmade import extraction
from tests.pages_ledger import HOME, LEVEL, run, shown
from tests.test_filters import asked, settled

FIGURES, REPORTS = "pages/figures.py", "pages/reports.py"


def column(app, name: str) -> list:
    """Give a column of the table that a page shows."""
    return [*app.dataframe[0].value[name]]


@pytest.fixture
def long_report(tmp_path, monkeypatch):
    """A ledger of one report of two parts, each with a figure, and the two."""
    monkeypatch.setenv("PINGAN_LEDGER", str(tmp_path / "ledger"))
    monkeypatch.setattr(reader, "CHUNK", 50)
    read = extraction(f"刑事立案⟦1起⟧。{'会议强调。' * 12}刑事立案⟦2起⟧。", LEVEL, LEVEL)
    return data.plain(store.select(store.write([read], tmp_path / "ledger", extractor="test")))


def test_every_name_of_a_link_is_documented():
    readme = (HOME / "README.md").read_text(encoding="utf-8").split("### Links")[1].split("###")[0]
    assert [name for name in NAMES if f"`{name}`" not in readme] == []


def test_the_table_is_sorted_as_the_link_says_and_the_link_says_how_it_is_sorted(generation):
    app = run(FIGURES, view="table", sort="source", desc="1")
    assert column(app, "报告")[0] == "b.txt"
    assert app.selectbox(key="table_order").value == "source" and app.toggle(key="table_descending").value
    app = settled(app.toggle(key="table_descending").set_value(False).run())
    assert asked(app) == {"view": "table", "sort": "source"} and column(app, "报告")[-1] == "b.txt"
    app = settled(app.selectbox(key="table_order").select("value").run())
    assert asked(app) == {"view": "table", "sort": "value"} and "61%" in column(app, "数值")[0]
    app = settled(app.toggle(key="table_descending").set_value(True).run())
    assert asked(app) == {"view": "table", "sort": "value", "desc": "1"} and "13,000" in column(app, "数值")[0]
    assert asked(settled(app.selectbox(key="table_order").select("").run())) == {"view": "table"}, "what is usual is not in the link"


def test_a_page_of_a_list_is_kept_by_all_but_another_filter_or_order(generation, monkeypatch):
    monkeypatch.setattr(figure_list, "PAGE", 3)
    app = run(FIGURES, view="table", page="2", sort="value")
    assert "第 4 至 6 行，共 7 行" in shown(app)
    figure = settled(app.selectbox(key="figure_list").select_index(1).run())
    assert asked(figure)["page"] == "2"
    assert asked(settled(figure.selectbox(key="table_order").select("source").run())).keys() == {"view", "sort", "figure"}
    app = run(FIGURES, view="table", page="2")
    assert asked(settled(app.selectbox(key="filter_measure").select("change").run())) == {"view": "table", "measure": "change"}


def test_the_list_of_reports_stands_at_the_page_and_order_of_the_link(generation, monkeypatch):
    given = []
    monkeypatch.setattr(report_list, "PAGE", 1)
    monkeypatch.setattr(report_list, "_SHOW", lambda *, data, **how: given.append(data))
    for link, headline in (({"page": "2"}, "b.txt"), ({"page": "2", "desc": "1"}, "b.txt"), ({"page": "2", "sort": "figures"}, "a.txt")):
        app = run(REPORTS, **link)
        assert "第 2 至 2 行，共 2 行" in shown(app) and app.subheader.len == 0, "one of two is not opened unasked"
        assert [row["cells"]["headline"] for row in given[-1]["rows"]] == [headline]
    app = run(REPORTS, page="2", sort="figures", desc="1")
    assert (given[-1]["order"], given[-1]["descending"], given[-1]["rows"][0]["cells"]["headline"]) == ("figures", True, "b.txt")
    named = settled(app.text_input(key="named").input("a.txt").run())
    assert asked(named) == {"named": "a.txt", "sort": "figures", "desc": "1"}


def test_the_reader_shows_the_part_of_the_link_and_else_that_of_the_figure(long_report):
    first, second = (row["observation_id"] for row in long_report)
    report = long_report[0]["report_id"]
    for link, part in (({}, "1"), ({"figure": second}, "2"), ({"figure": first, "part": "2"}, "2"), ({"part": "2"}, "2")):
        assert run(REPORTS, report=report, **link).selectbox(key="part").value == part
    app = run(REPORTS, report=report, figure=second)
    app = settled(app.selectbox(key="part").select("1").run())
    assert asked(app) == {"report": report, "figure": second, "part": "1"}
    assert asked(settled(app.selectbox(key="part").select("2").run())) == {"report": report, "figure": second}, "there it is anyhow"
    app = run(REPORTS, report=report, figure=second, part="1")
    assert asked(settled(app.button(key="previous_figure").click().run())) == {"report": report, "figure": first}
    assert asked(settled(run(REPORTS, report=report, part="2").button(key="back").click().run())) == {}


@pytest.mark.parametrize(
    ("page", "link", "told"),
    [
        (FIGURES, {"view": "table", "sort": "excerpt"}, "链接里的排序“excerpt”这里没有，没有按它显示。"),
        (FIGURES, {"view": "table", "page": "2"}, "链接里的页码“2”这里没有，没有按它显示。"),
        (REPORTS, {"sort": "region_name"}, "链接里的排序“region\\_name”这里没有，没有按它显示。"),
        (REPORTS, {"page": "0"}, "链接里的页码“0”这里没有，没有按它显示。"),
        (REPORTS, {"named": "a.txt", "part": "2"}, "链接里的分段“2”这里没有，没有按它显示。"),
        (REPORTS, {"sort": "figures", "desc": "yes"}, "本链接中有 1 个条件已失效，没有按它筛选：从大到小“yes”。"),
    ],
)
def test_what_a_link_asks_for_in_vain_is_told(generation, page, link, told):
    app = run(page, **link)
    assert [warning.value for warning in app.warning] == [told]
    assert asked(app) == link, "a link is not changed silently"


@pytest.mark.parametrize("link", [{"page": "1"}, {"sort": "figures", "desc": "0"}, {"named": "a.txt", "part": "1"}])
def test_what_is_usual_may_be_said(generation, link):
    assert [warning.value for warning in run(REPORTS, **link).warning] == []
