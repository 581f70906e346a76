"""Each entry of each word list proves itself: what its examples mark is found by the rule that reads the list, and only there."""

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from extract import extract_text, lexicon
from extract.articles import split
from extract.calendar_days import day_named
from extract.canonical import canonical, indicators
from extract.changes import change_before, compared_in
from extract.clues import anniversary, event, named_day, numbered_day, year_named
from extract.eras import era
from extract.genres import genre
from extract.models import Observation
from extract.quantities import find_quantities, numerals
from extract.regions import find_regions
from tests.marked import spans, texts, unmarked

Row = dict[str, str]
DAY = date(2020, 6, 30)


def rows_of(sentence: str) -> tuple[Observation, ...]:
    return extract_text(unmarked(sentence) + "。", published=DAY).observations


def unit(row: Row, example: str) -> None:
    (quantity,) = [quantity for quantity in find_quantities(unmarked(example)) if (quantity.start, quantity.end) == spans(example)[0]]
    assert (quantity.unit, quantity.kind) == (row["unit"], row["kind"])


def qualifier(row: Row, example: str) -> None:
    assert row["qualifier"] in [quantity.qualifier for quantity in find_quantities(unmarked(example))]


def no_number(row: Row, example: str) -> None:
    (start, end) = spans(example)[0]
    assert [span for span in numerals(unmarked(example)) if start <= span[0] and span[1] <= end] == []


def change(row: Row, example: str) -> None:
    figure = find_quantities(unmarked(example))[-1]
    word = change_before(unmarked(example), 0, figure.start)
    assert word and (word.span, word.sign, word.sort) == (spans(example)[0], int(row["sign"]), row["sort"])


def link(row: Row, example: str) -> None:
    text = unmarked(example)
    assert change_before(text, 0, find_quantities(text)[0].start)


def comparison(row: Row, example: str) -> None:
    compared = compared_in(unmarked(example), 0, spans(example)[0][1] + (0 if row["sort"] == "adverb" else 2))
    assert compared and compared.comparison == row["comparison"]


def verb(row: Row, example: str) -> None:
    first = rows_of(example)[0]
    assert first.indicator.startswith(row["word"]) == (row["kind"] == "action")
    assert first.indicator.endswith(row["word"]) == (row["kind"] == "state")


def left_out(row: Row, example: str) -> None:
    assert row["word"] not in rows_of(example)[0].indicator


def kept(row: Row, example: str) -> None:
    assert row["word"] in "".join(found.indicator + (found.subject or "") for found in rows_of(example))


def head(row: Row, example: str) -> None:
    first, *others = [found.indicator for found in rows_of(example)]
    assert first.endswith(row["word"])
    assert not others or row["lent"] == "no" or others[0].endswith(row["word"])


def target(row: Row, example: str) -> None:
    assert rows_of(example)[0].status == "target"


def state(row: Row, example: str) -> None:
    assert rows_of(example)[0].rule == "headed"


def passed(row: Row, example: str) -> None:
    assert [found.region for found in rows_of(example)][0] is None


def refused(reason: str) -> Callable[[Row, str], None]:
    def check(row: Row, example: str) -> None:
        assert reason in [found.reason for found in extract_text(unmarked(example) + "。", published=DAY).refusals]

    return check


def rank(row: Row, example: str) -> None:
    assert "rank" in [found.measure for found in rows_of(example)]


def place(row: Row, example: str) -> None:
    assert row["word"] in [region.text for region in find_regions(unmarked(example))]


def no_place(row: Row, example: str) -> None:
    (start, end) = spans(example)[0]
    assert [found for found in find_regions(unmarked(example)) if found.start < end and start < found.end] == []


def festival(row: Row, example: str) -> None:
    assert day_named(row["word"], 2018)
    assert list(named_day(unmarked(example)))


def opening(row: Row, example: str) -> None:
    articles = split("昨夜无事。\n\n\n县里开会\n" + unmarked(example))
    assert [article.title for article in articles][-1] == "县里开会"


def byline(row: Row, example: str) -> None:
    (article,) = split("县里开会\n" + unmarked(example) + "\n昨夜无事。")
    assert article.byline or article.marks


def of_court(row: Row, example: str) -> None:
    """With the word the text is a judgment, without it none: three others stand beside one that may decide, four beside one that does."""
    others = [word for word in ("审判长", "书记员", "案件受理费", "公诉机关", "人民陪审员") if word != row["word"]]
    beside = "。".join(others[:4] if row["decides"] == "yes" else ["判决如下", *others[:2]])
    assert genre(f"{beside}。{unmarked(example)}") == "judgment"
    assert genre(beside) is None


# Every list has a check: what of an entry's example must come true.
CHECKS: dict[str, Callable[[Row, str], None]] = {
    "units": unit, "qualifiers": qualifier, "no_numbers": no_number, "changes": change, "change_links": link,
    "comparisons": comparison, "verbs": verb, "light_words": left_out, "stop_words": left_out, "actors": left_out, "heads": head,
    "subject_kinds": kept, "agent_nouns": kept, "target_words": target, "abstract_nouns": refused("abstract"), "rank_words": rank,
    "pointing_places": place, "inner_places": place, "national_bodies": place, "abroad": place, "place_traps": no_place, "ordinary_places": no_place,
    "states": state, "moving_words": passed, "target_headings": target, "subject_endings": left_out,
    "place_guards": no_place, "festivals": festival, "page_openings": opening, "court_words": of_court, "page_bylines": byline,
    "events": lambda row, example: [*event(unmarked(example))][0],  # type: ignore[dict-item]
    "numbered_days": lambda row, example: [*numbered_day(unmarked(example))][0],  # type: ignore[dict-item]
    "year_names": lambda row, example: [*year_named(unmarked(example))][0],  # type: ignore[dict-item]
    "eras": lambda row, example: [*era(unmarked(example))][0],  # type: ignore[dict-item]
    "anniversaries": lambda row, example: [*anniversary(unmarked(example))][0],  # type: ignore[dict-item]
}  # fmt: skip
LISTS = sorted(path.stem for path in lexicon.FOLDER.glob("*.csv"))


def test_every_list_has_a_check():
    assert sorted(CHECKS) == LISTS


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_has_examples_and_is_there_once(name):
    entries = lexicon.rows(name)
    words = [(row["word"], row.get("side", row.get("kind", ""))) for row in entries]
    assert len(words) == len(set(words))
    assert [row["word"] for row in entries if not row["examples"]] == []
    assert [row["word"] for row in entries for example in row["examples"].split("|") if len(spans(example)) != 1] == []


@pytest.mark.parametrize("name", LISTS)
def test_examples(name):
    failed = []
    for row in lexicon.rows(name):
        for example in row["examples"].split("|"):
            try:
                CHECKS[name](row, example)
            except (AssertionError, IndexError, ValueError) as error:
                failed.append(f"{example}: {str(error).splitlines()[0] if str(error) else type(error).__name__}")
    assert failed == []


def test_counterexamples():
    failed, tried = [], 0
    for name in LISTS:
        for row in lexicon.rows(name):
            for example in filter(None, row["counterexamples"].split("|")):
                tried += 1
                try:
                    CHECKS[name](row, example)
                except (AssertionError, IndexError, ValueError):
                    continue
                failed.append((name, example))
    assert tried > 20
    assert failed == []


@pytest.mark.parametrize("known", indicators().values(), ids=lambda known: known.id)
def test_indicators(known):
    for example in known.examples:
        (words,) = texts(example)
        found = canonical(words, "area" if known.id == "land_area" else "count")
        assert found and found.id == known.id


def test_indicators_are_many_and_told_apart():
    assert len(indicators()) >= 150
    words = [word for known in indicators().values() for word in known.words]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_lists_are_tidy():
    for path in lexicon.FOLDER.glob("*.csv"):
        with Path(path).open(encoding="utf-8", newline="") as lines:
            table = list(csv.reader(lines))
        assert {len(row) for row in table} == {len(table[0])}, path.name
        assert not [row for row in table if any(re.search(r"^\s|\s$", cell) for cell in row)], path.name
