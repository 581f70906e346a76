"""Words looked for by their beginnings: all that a plain search finds, and sentences that tell nothing left unread."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import extract_text, observations
from extract.sentences import told
from extract.starts import Finder, Starts

WORDS = ("龙泉", "龙泉市", "丽水", "昨", "7月")
TEXT = st.text(alphabet="龙泉市丽水昨今7月日,。\n😀", max_size=60)


@given(TEXT)
def test_no_beginning_is_missed(text):
    found = Starts(WORDS).find(text)
    assert found == sorted(found)
    assert {place.start() for word in WORDS for place in re.finditer(f"(?={word})", text)} <= set(found)


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        (WORDS, "龙泉市?|丽水|昨[今日]|7月"),  # pairs and a single character
        (("龙", "7"), "龙泉|7+月"),  # single characters alone
        (("昨", "昨昨"), "昨{2}(?!昨)|昨"),  # a match that may begin inside another
    ],
)
@given(TEXT)
def test_a_finder_finds_what_its_pattern_finds(words, pattern, text):
    assert [found.span() for found in Finder(words, pattern).finditer(text)] == [found.span() for found in re.finditer(pattern, text)]


def test_sentences_left_unread_change_nothing(monkeypatch):
    """Between the sentences that tell of a place, a time and a number stand others, and a paragraph opens without any."""
    text = (
        "庆元县召开平安建设会议\n会议强调,要压实责任。要抓好落实。2022年,庆元县共调解纠纷1203起。大家一致表示赞同。成功率达97.2%。\n"
        "与会人员作了交流。下一步要再接再厉。全县将新增巡防队员50名。"
    )
    read = extract_text(text, source="20230110.txt")
    monkeypatch.setattr(observations._Telling, "__call__", lambda self, number, folded: told(folded, range(len(folded))))
    assert extract_text(text, source="20230110.txt") == read
    assert [row.text for row in read.observations] == ["1203起", "97.2%", "50名"]
