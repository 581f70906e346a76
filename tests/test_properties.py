"""What holds for any text at all: offsets, an answer for each number, the same bytes each time, no exception."""

import json
import re
from dataclasses import asdict
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import Extraction, extract_text

# Sentences of our own that hold a figure each, to be buried in noise.
FIGURES = (
    "全市刑事案件同比下降12.5%",
    "全县有86支巡防队,共2300余人",
    "破获盗窃案件31起",
    "调解成功率为97.4%",
    "命案、抢劫案件同比分别下降8%和3.1%",
)
# The test's own idea of a numeral that nobody can miss: a run of digits of any width.
DIGITS = re.compile(r"[0-9０-９]+")

NOISE = "全市县镇年月日上升下降第一二三十百千万亿个起件名人%,。;、()“”《》\n 　0123456789０９.-~的了和与共占比较由至abc〔〕"
noise = st.text(st.sampled_from(list(NOISE)), max_size=60)
pieces = st.lists(st.one_of(noise, st.sampled_from(FIGURES), st.text(max_size=40)), max_size=12)
texts = st.tuples(pieces, st.sampled_from(FIGURES), pieces).map(lambda parts: "。".join([*parts[0], parts[1], *parts[2]]) + "。")

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> Extraction:
    return extract_text(text, source="noise.txt", published=date(2020, 5, 6))


@quick
@given(texts)
def test_offsets_are_exact(text: str) -> None:
    found = read(text)
    text = found.report.text
    assert found.observations, "a figure stands in the noise and none was found"
    for row in found.observations:
        assert text[row.start : row.end] == row.text
        for role, start, end in row.spans:
            assert 0 <= start < end <= len(text), (role, start, end)
        assert (row.value is None) != (row.low is None)
    for refusal in found.refusals:
        assert text[refusal.start : refusal.end] == refusal.text
        assert refusal.reason


@quick
@given(texts)
def test_every_numeral_has_an_answer(text: str) -> None:
    found = read(text)
    spans = [(row.start, row.end) for row in (*found.observations, *found.refusals)]
    numerals = list(DIGITS.finditer(found.report.text))
    assert numerals
    for numeral in numerals:
        assert any(start <= numeral.start() and numeral.end() <= end for start, end in spans), numeral


@quick
@given(texts)
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    first, second = (json.dumps(asdict(read(text)), ensure_ascii=False, default=str) for _ in range(2))
    assert first == second
    assert '"observation_id"' in first


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.text(min_size=0, max_size=2000), st.integers(1, 12), st.sampled_from(FIGURES))
def test_never_raises_up_to_ten_thousand_characters(text: str, times: int, figure: str) -> None:
    long = (text * times)[:9_900] + "。" + figure + "。"
    assert read(long).observations


def test_hostile_runs_are_read_in_time() -> None:
    # Runs that make a careless pattern take minutes: they must only be read, whatever they give.
    for piece in ("1", "一", "十万", "、", "(", "的", "同比", "1,", "12起", " ", "“", "龙泉市", "占", "由1起"):
        run = piece * (10_000 // len(piece))
        found = read(run + "。全市破获盗窃案件31起。")
        assert [row.value for row in found.observations][-1:] == [31.0], run[:4]
