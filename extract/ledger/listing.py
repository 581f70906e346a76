"""The list of reports as SQL: with a filter those that have figures in it, found by words, in order, a page at a time."""

from collections.abc import Sequence

from extract.ledger.rows import names

# What the list can be put in order by, and in what of the list that stands.
ORDERS = {None: "line", "headline": "coalesce(headline, source)", "published": "published", "figures": "figures", "refusals": "refusals"}

Question = tuple[str, list[object]]


def page(clause: str, values: Sequence[object], words: str, order: str | None, descending: bool, limit: str) -> Question:
    """Give the question for a page of the list, where a filter is a ``clause`` with its ``values``.

    Besides the columns of ``reports``, without the text: ``figures`` that pass the filter, the first ``headline``, the ``region_name`` told of
    most, and ``first_source``, the file name of the report that a copy (``same_as``) is the same as.
    """
    listed, asked = _listed(clause, values, words)
    ordered = f"ORDER BY {ORDERS[order]} {'DESC' if descending else 'ASC'} NULLS LAST, line"
    statement = f"""WITH {listed}, page AS (SELECT * FROM listed {ordered} {limit}),
        told AS (SELECT report, region, any_value(region_name) AS name, count(*) AS times FROM figures
            WHERE ({clause}) AND region IS NOT NULL AND report IN (SELECT line FROM page) GROUP BY report, region),
        most AS (SELECT report, first(name ORDER BY times DESC, region) AS region_name FROM told GROUP BY report)
        SELECT page.* EXCLUDE (line), region_name,
            (SELECT any_value(source) FROM reports AS other WHERE other.report_id = page.same_as) AS first_source
        FROM page LEFT JOIN most ON report = line {ordered}"""
    return statement, [*asked, *values]


def count(clause: str, values: Sequence[object], words: str) -> Question:
    """Give the question how many reports the list has."""
    listed, asked = _listed(clause, values, words)
    return f"WITH {listed} SELECT count(*) AS count FROM listed", asked


def _listed(clause: str, values: Sequence[object], words: str) -> Question:
    columns = ", ".join(f"reports.{name}" for name in names("reports") if name != "text")
    found = "contains(lower(source), lower(?)) OR id IN (SELECT report_id FROM articles WHERE contains(lower(title), lower(?)))"
    searched = " AND ".join([f"({found})"] * len(words.split())) or "true"
    statement = f"""passing AS (SELECT report, count(*) AS figures FROM figures WHERE {clause} GROUP BY report),
        titles AS (SELECT report_id AS id, arg_min(title, line) AS headline FROM articles WHERE title IS NOT NULL GROUP BY report_id),
        listed AS (SELECT {columns}, line, coalesce(figures, 0) AS figures, headline
            FROM (SELECT *, coalesce(same_as, report_id) AS id FROM reports) AS reports
            {"JOIN" if values else "LEFT JOIN"} passing ON report = line LEFT JOIN titles USING (id) WHERE {searched})"""
    return statement, [*values, *(word for word in words.split() for _ in range(2))]
