"""The tables take what the contract says and nothing else, and lose nothing of it."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pyarrow as pa
import pytest
from handmade import extraction

from extract.ledger import tables
from extract.ledger.rows import TABLES, as_cells, as_json, names, rows, safe_cell
from extract.models import Extraction

CRIME = extraction("6月,龙泉市刑事立案同比下降⟦61%⟧。")


def with_figure(**changes: object) -> Extraction:
    return replace(CRIME, observations=(replace(CRIME.observations[0], **changes),))


def test_frames_give_back_what_was_read():
    found = tables.frames([CRIME])
    row = found["observations"].iloc[0]
    assert [len(found[table]) for table in TABLES] == [1, 1, 1, 1]
    assert (row.indicator, row.value, row.text, row.period_start) == ("刑事立案", -61.0, "61%", date(2018, 6, 1))
    assert pd.isna(row.subject) and pd.isna(row.low)
    assert [*row.spans] == [{"role": "quantity", "start": 14, "end": 17}]
    assert found["reports"].text[0] == CRIME.report.text
    assert found["refusals"].reason[0] == "name"
    assert [[*pieces] for pieces in found["articles"].paragraphs[0]] == [[{"start": 0, "end": 2}, {"start": 2, "end": 18}]]
    assert found["articles"].title_start.dtype == "Int64"


def test_no_reports_are_tables_too():
    assert {table: [*frame.columns] for table, frame in tables.frames([]).items()} == {table: names(table) for table in TABLES}


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"measure": "changes"}, "observations.measure, row 0: 'changes' is none of level, share, change, rank"),
        ({"topic": "weather"}, "observations.topic, row 0: 'weather' is none of"),
        ({"comparison": "qoq"}, "observations.comparison, row 0: 'qoq'"),
        ({"confidence": 1.5}, "observations.confidence, row 0: 1.5 is not from 0 to 1"),
        ({"unit": ""}, "observations.unit, row 0: '' is empty"),  # unknown is None
        ({"indicator": None}, "observations.indicator, row 0: None is missing"),
        ({"end": 14}, "observations.end, row 0: 14 and start 14"),  # nothing is no mention
        ({"end": 99}, "are no stretch of a text of 18 characters"),
        ({"text": "62%"}, "observations.text, row 0: '62%' is not what the report has at 14:17, '61%'"),
        ({"value": None}, "observations.value, row 0: None is missing, and so are low and high"),
        ({"value": float("nan")}, "observations.value, row 0: nan is no number"),
        ({"low": 1.0, "high": 2.0}, "observations.value, row 0: -61.0 stands beside low or high"),
        ({"value": None, "low": 2.0, "high": 1.0}, "observations.low, row 0: 2.0 is more than high 1.0"),
        ({"period_end": date(2018, 5, 31)}, "observations.period_start, row 0"),
        ({"value": "61"}, "observations.value, row 0: '61' is no float"),  # text where a number belongs
        ({"period_start": "2018-06-01"}, "observations.period_start, row 0: '2018-06-01' is no date"),
        ({"spans": (("verb", 9, 19),)}, "reach out of a text of 18 characters"),
    ],
)
def test_a_row_the_contract_does_not_know_is_told_with_table_column_row_and_value(changes, complaint):
    with pytest.raises(tables.SchemaError) as error:
        tables.tables(with_figure(**changes))
    assert complaint in str(error.value)


def test_a_range_has_low_and_high_and_no_value():
    found = tables.tables(with_figure(value=None, low=-70.0, high=-60.0))["observations"].to_pylist()[0]
    assert (found["value"], found["low"], found["high"]) == (None, -70.0, -60.0)


def test_a_report_with_a_known_text_is_listed_and_its_figures_are_not_repeated():
    found = tables.tables(CRIME, same_as="first")
    assert [found[table].num_rows for table in TABLES] == [0, 0, 1, 0]
    later = tables.as_duplicate(tables.tables(CRIME)["reports"], "first")
    assert later.equals(found["reports"])
    assert found["reports"].to_pylist()[0]["same_as"] == "first"


def test_views_take_their_rows():
    level = {"measure": "level", "comparison": None, "base": None}
    seen = extraction(
        "刑事立案下降⟦61%⟧,减少⟦5起⟧,接警量下降⟦22%⟧,志愿者⟦626支⟧队伍,志愿者增长⟦3%⟧,面积⟦3059平方公里⟧,耕地⟦20亩⟧。",
        {},
        {"unit": "起", "value": -5.0},  # a change of crime, and no percentage
        {"topic": "policing"},  # a percentage change, and no crime
        level | {"topic": "forces", "unit": "支", "value": 626.0},
        {"topic": "forces"},  # a change is no strength
        level | {"topic": "area", "unit": "平方公里", "value": 3059.0},
        level | {"topic": "area", "unit": "亩", "value": 20.0},
    )
    observations = tables.frames([seen])["observations"]
    taken = {name: [*view(observations).text] for name, view in tables.VIEWS.items()}
    assert taken == {"crime_changes": ["61%"], "forces": ["626支"], "areas": ["3059平方公里", "20亩"]}


def test_the_four_tables_have_the_contracts_columns():
    contract = """observation_id mention_id report_id source article article_title published published_basis indicator subject
        indicator_id topic measure value low high unit qualifier comparison base status region region_name region_basis period
        period_start period_end period_basis start end text spans excerpt excerpt_start rule confidence"""
    assert tables.schema("observations").names == contract.split()
    assert tables.schema("refusals").names == ["report_id", "start", "end", "text", "reason", "excerpt"]
    assert tables.schema("observations").field("period_start").type == pa.date32()
    assert tables.schema("observations").field("value").type == pa.float64()


def test_json_lines_use_the_contracts_forms():
    line = as_json(rows(CRIME, "observations")[0])
    assert '"period_start": "2018-06-01"' in line and '"spans": [["quantity", 14, 17]]' in line and '"subject": null' in line
    assert '"paragraphs": [[[0, 2], [2, 18]]]' in as_json(rows(CRIME, "articles")[0])


def test_csv_cells_leave_the_unknown_empty():
    cells = dict(zip(names("observations"), as_cells(rows(CRIME, "observations")[0]), strict=True))
    assert (cells["subject"], cells["value"], cells["spans"]) == ("", "-61.0", '[["quantity", 14, 17]]')


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("＝HYPERLINK(1)", "'＝HYPERLINK(1)"),  # full width, which some programs fold
        ("@sum", "'@sum"),
        ("＋86", "'＋86"),
        ("\n=1+1", "'\n=1+1"),  # white space does not hide a formula
        ("+5", "+5"),  # a number
        ("刑事=民事", "刑事=民事"),
        ("-13.7%", "-13.7%"),
    ],
)
def test_no_cell_is_a_formula(text, safe):
    assert safe_cell(text) == safe
