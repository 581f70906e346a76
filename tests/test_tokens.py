"""Both tokenisers: nothing lost, our verbs whole, and the same figures from the newspaper page."""

from pathlib import Path

import pytest

from extract import extract_text, indicators, tokens
from extract.lexicon import words

PAGE = Path(__file__).parents[1] / "data" / "reports" / "pingan_page_1.txt"
BOTH = ["rjieba", "jieba"]


def cutter(name: str) -> tokens.Cut:
    if name == "rjieba":
        pytest.importorskip("rjieba")
    return tokens.tokenizer(name)


@pytest.mark.parametrize("name", BOTH)
def test_nothing_is_lost(name):
    for clause in ("全县共立案侦查电信网络诈骗案件", "", "a1 １２%(社)", "立案侦查"):
        assert "".join(cutter(name)(clause)) == clause


@pytest.mark.parametrize("name", BOTH)
def test_our_verbs_stay_whole(name):
    assert "立案侦查" in cutter(name)("县检察院立案侦查案件")
    assert "挂牌督办" in cutter(name)("全市挂牌督办隐患")
    assert "打掉" in cutter(name)("全县打掉")  # known to the dictionary, and too rare in it
    cut = cutter(name)
    assert [verb for verb in words("verbs", kind="action") if cut(verb) != [verb]] == []


@pytest.mark.parametrize("name", BOTH)
def test_the_page_reads_the_same(name, monkeypatch):
    text = PAGE.read_text(encoding="utf-8")
    usual = [(row.indicator, row.value) for row in extract_text(text).observations]
    monkeypatch.setattr(indicators, "clause_words", cutter(name))
    assert [(row.indicator, row.value) for row in extract_text(text).observations] == usual
