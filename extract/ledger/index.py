"""A generation to be asked: the parts of all its reports as one DuckDB file, made once, only read afterwards.

::

    <root>/index/<generation>-<layout>.duckdb

Twenty thousand small parts take half a minute to go through; this takes a few milliseconds, of however many programs at once. It
holds nothing that the parts do not, so it can be deleted at any time and is made again by whoever asks next. Tables:

``reports articles refusals``   as in the parts, with ``line``, their place in the order of the reports
``figures``                     observations without their sentences, with ``line``; ``report`` (the line of their report), ``sentence``,
                                ``place`` (1 for the largest of all), ``age`` (1 for the one published last), ``fact`` (one number for all that
                                tell of one thing: the same indicator, place, period, …; none where place or period is not known)
``sentences``                   each sentence once: ``sentence``, ``excerpt``, and ``folded`` where it is not all small letters
``observations``                figures with their sentences, as in the parts
``memory.said``                 ``search`` and ``line``: the figures that a search for words found, as far as anybody looked for them; not in the
                                file but in memory, see ``look_for``
"""

import os
from pathlib import Path
from threading import Lock, get_ident

import duckdb

from extract.ledger import tables
from extract.ledger.generations import Generation, LedgerError, as_written, missing
from extract.ledger.rows import TABLES

_LAYOUT = 2  # another number where the tables below are laid out otherwise
_Settings = dict[str, str | bool | int | float | list[str]]
_APART: _Settings = {"autoinstall_known_extensions": False, "autoload_known_extensions": False, "python_enable_replacements": False}
_MAKING: _Settings = _APART | {"memory_limit": "800MB", "storage_compatibility_version": "latest"}
_ASKING: _Settings = _APART | {"memory_limit": "400MB"}
_LOCK = Lock()
_AT_ONCE = 500  # parts that are open at one time
_KEPT = 3  # those who began with the generation before go on with it
_SEARCHES = 40  # that are kept; each takes 8 bytes for a figure it finds
_Open = tuple[duckdb.DuckDBPyConnection, dict[str, int]]  # and the searches that were made in it
_OPEN: dict[Path, _Open] = {}

_SIZE = "greatest(abs(value), abs(low), abs(high))"
_SAME = """indicator, indicator_id, region, period, measure, unit, comparison, CASE WHEN comparison = 'other' THEN base END, status, subject"""
_STEPS = f"""
CREATE TABLE sentences AS SELECT row_number() OVER (ORDER BY min(line))::INTEGER AS sentence, report_id, excerpt_start, excerpt,
    nullif(lower(excerpt), excerpt) AS folded FROM found GROUP BY report_id, excerpt_start, excerpt ORDER BY sentence;
CREATE TEMP TABLE keys AS SELECT line::INTEGER AS line, report, sentence, place, age, fact FROM
    (SELECT line, report_id, excerpt_start, excerpt,
        row_number() OVER (ORDER BY {_SIZE} DESC, indicator, observation_id)::INTEGER AS place,
        row_number() OVER (ORDER BY published DESC NULLS LAST, line)::INTEGER AS age,
        CASE WHEN region IS NOT NULL AND period IS NOT NULL THEN min(line) OVER (PARTITION BY {_SAME})::INTEGER END AS fact FROM found)
    JOIN sentences USING (report_id, excerpt_start, excerpt)
    JOIN (SELECT report_id, min(line)::INTEGER AS report FROM reports WHERE same_as IS NULL GROUP BY report_id) USING (report_id) ORDER BY line;
CREATE TABLE figures AS SELECT keys.*, found.* EXCLUDE (line, excerpt) FROM keys POSITIONAL JOIN found;
ALTER TABLE sentences DROP COLUMN report_id;
ALTER TABLE sentences DROP COLUMN excerpt_start;
CREATE VIEW observations AS SELECT figures.*, excerpt FROM figures JOIN sentences USING (sentence);
"""

# Sentences are fewer than figures. A word has no blank in it: it stands in the one or in the other, never across both.
_STANDS = """(contains(lower(indicator), lower(?))
    OR sentence IN (SELECT sentence FROM sentences WHERE contains(coalesce(folded, excerpt), lower(?))))"""


def ready(generation: Generation) -> None:
    """Make the index of a generation if it is not there. Raises LedgerError where a part is missing or damaged."""
    _opened(generation)


def cursor(generation: Generation) -> duckdb.DuckDBPyConnection:
    """Give a connection to ask a generation with, of the asker's own; several may ask at once. Raises LedgerError as ``ready``."""
    own = _opened(generation)[0].cursor()
    own.execute("USE ledger")
    return own


def look_for(generation: Generation, words: str) -> int:
    """Find the figures that all these words stand in, once: a page asks ten questions about them. Give the number of the search in
    ``memory.said``; the oldest searches go first.
    """
    searches = _opened(generation)[1]
    each = words.split()
    with cursor(generation) as asked, _LOCK:
        if (number := searches.pop(words, None)) is None:
            number = max(searches.values(), default=0) + 1
            stand = " AND ".join([_STANDS] * len(each))
            asked.execute(f"INSERT INTO memory.said SELECT ?, line FROM figures WHERE {stand}", [number, *(word for word in each for _ in range(2))])
        searches[words] = number
        while len(searches) > _SEARCHES:
            asked.execute("DELETE FROM memory.said WHERE search = ?", [searches.pop(next(iter(searches)))])
    return number


def damaged(generation: Generation) -> LedgerError:
    """Take an index that cannot be read out of use, and give the error to raise; the next to ask has it made again."""
    path = _path(generation)
    with _LOCK:
        _OPEN.pop(path, None)
        path.unlink(missing_ok=True)
    return LedgerError(f"{path} was damaged and has been removed: ask again")


def _path(generation: Generation) -> Path:
    return generation.root / "index" / f"{generation.name}-{_LAYOUT}.duckdb"


def _opened(generation: Generation) -> _Open:
    path = _path(generation)
    with _LOCK:  # two visitors at once wait for one index
        if path not in _OPEN:
            while len(_OPEN) >= _KEPT:
                _OPEN.pop(next(iter(_OPEN)))
            if not (connection := _connect(path)):
                _make(generation, path)
                connection = _attach(path)
            _OPEN[path] = connection, {}
        return _OPEN[path]


def _connect(path: Path) -> duckdb.DuckDBPyConnection | None:
    """Open an index; None where there is none, or it is damaged or written by a newer DuckDB than this."""
    try:
        return _attach(path) if path.exists() else None
    except duckdb.Error:
        path.unlink(missing_ok=True)
        return None


def _attach(path: Path) -> duckdb.DuckDBPyConnection:
    spilled = str(path.with_name(".spilled"))  # else what memory does not hold goes where the program was started
    connection = duckdb.connect(":memory:", config=_ASKING | {"temp_directory": spilled})
    quoted = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS ledger (READ_ONLY)")
    connection.execute("CREATE TABLE said (search INTEGER, line INTEGER)")
    return connection


def _make(generation: Generation, path: Path) -> None:
    parts = {table: generation.parts(table) for table in TABLES}
    if broken := next((part for table in TABLES for part in map(Path, parts[table]) if not as_written(part)), None):
        raise missing(broken)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}")
    try:
        with duckdb.connect(unfinished, config=_MAKING) as connection:
            for table in TABLES:
                _gather(connection, table, parts[table])
            connection.execute(_STEPS)
        unfinished.replace(path)
    except duckdb.Error as error:
        raise LedgerError(f"{path} could not be made: {error}") from error
    finally:
        for left in path.parent.glob(f"{unfinished.name}*"):
            left.unlink(missing_ok=True)
    for older in path.parent.glob("*.duckdb"):
        if older != path:
            older.unlink(missing_ok=True)  # who has it open keeps it


def _gather(connection: duckdb.DuckDBPyConnection, table: str, parts: list[str]) -> None:
    """Put the parts of a table one after the other, their rows numbered from 1; observations go to ``found``."""
    connection.register("nothing", tables.schema(table).empty_table())
    name = "TEMP TABLE found" if table == "observations" else f"TABLE {table}"
    connection.execute(f"CREATE {name} AS SELECT 0::BIGINT AS line, * FROM nothing")
    name = name.split()[-1]
    for first in range(0, len(parts), _AT_ONCE):
        files = parts[first : first + _AT_ONCE]
        connection.execute(f"INSERT INTO {name} SELECT row_number() OVER () + (SELECT count(*) FROM {name}), * FROM read_parquet(?)", [files])
