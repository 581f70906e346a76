"""Which figure shows best how a sentence becomes a row, as SQL."""

from extract.ledger.where import SURE

_SHORT = 80  # characters of a sentence that is taken in at a glance


def plainest(columns: str) -> str:
    """Give the question for it: a sure change that happened, all of whose parts are named in its sentence, which is the shortest of all."""
    return f"""SELECT {columns} FROM observations
        WHERE confidence >= {SURE} AND region_basis = 'stated' AND period_basis = 'stated' AND period_start IS NOT NULL
            AND comparison IN ('yoy', 'mom') AND status = 'actual' AND qualifier = 'exact' AND value IS NOT NULL
            AND length(excerpt) <= {_SHORT} AND substr(excerpt, start - excerpt_start + 1, length(text)) = text
            AND list_has_all([span.role FOR span IN spans IF span.start >= excerpt_start AND span.end <= excerpt_start + length(excerpt)],
                ['quantity', 'indicator', 'region', 'period', 'comparison'])
        ORDER BY length(excerpt), line LIMIT 1"""
