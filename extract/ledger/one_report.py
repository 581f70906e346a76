"""Questions on one report as SQL: all of its rows, or what stands about one place of it. A report may hold half a million figures."""

from extract.ledger.listing import Question

Within = tuple[int, int]  # from where to where in a report's text, end exclusive


def rows(columns: str, table: str, report_id: str, within: Within | None = None) -> Question:
    """Give the question for a report's rows of a table, or those of them that stand ``within`` a stretch of its text, if only in part."""
    limit = "LIMIT 1" if table == "reports" else ""  # of two copies in two folders
    here = 'AND start < ? AND "end" > ?' if within else ""
    statement = f"SELECT {columns} FROM {table} WHERE report_id = ? {here} ORDER BY line {limit}"
    return statement, [report_id, *(reversed(within) if within else ())]


def paragraphs(report_id: str, offset: int) -> Question:
    """Give the question for the paragraph that an offset stands in, with the one before and the one after it in reading order: ``paragraphs``."""
    holds = '[len([1 FOR piece IN paragraph IF piece.start <= ? AND piece."end" > ?]) > 0 FOR paragraph IN paragraphs]'
    statement = f"""SELECT paragraphs[greatest(place - 1, 1):place + 1] AS paragraphs
        FROM (SELECT line, paragraphs, list_position({holds}, true) AS place FROM articles WHERE report_id = ? AND start <= ? AND "end" > ?)
        WHERE place > 0 ORDER BY line LIMIT 1"""
    return statement, [offset, offset, report_id, offset, offset]


def steps(report_id: str, figure: str) -> Question:
    """Give the question which figure of its report one is: its ``number`` (0 for none of the report) of a ``total``, and those ``before`` and
    ``after``.
    """
    statement = """WITH given AS (SELECT coalesce(min(line) FILTER (observation_id = ?), 0) AS chosen FROM figures WHERE report_id = ?)
        SELECT count(*) AS total, count(*) FILTER (line <= chosen) AS number, arg_max(observation_id, line) FILTER (line < chosen) AS before,
            arg_min(observation_id, line) FILTER (line > chosen) AS after FROM figures, given WHERE report_id = ?"""
    return statement, [figure, report_id, report_id]
