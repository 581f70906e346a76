"""The folded twin of a text: the same length, each character made plain, for matching only."""

import re
from functools import cache
from typing import Any

import numpy as np

Codes = np.ndarray[Any, np.dtype[np.uint32]]

# Full-width ASCII and the ideographic space have one half-width twin each. What Chinese reports write as
# punctuation of their own (，。：；（）) is folded too, so that rules know one comma; 、 and 。 have no twin and stay.
_WIDE = "\uff01-\uff5e\u3000\xa0"
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
# Traditional characters that simplified texts do not use: the commonest, and those that write numbers, units and times.
# A text without any of them is taken as simplified and pays nothing; with one, all of its characters are made simple.
_TRADITIONAL = (
    "們國這個來時會說對學後發當種還進過經現問長關與樣開間無實業動為東車兩萬億點幾貳參陸錢圓塊幣兌歐韓鎊釐畝頃噸紹縣鄉鎮區週禮號歲農曆陰"
    "陽節慶臘閏倉驚蟄穀滿處從負雙張條隻輛頭項類級組隊員戶棟場筆貨單顆門輪屆紀內餘約達減漲佔總計數據報導務產電話網廳機構將應該讓認識見親"
    "觀規記設許論證調議護變貧資費賽贏軍運選適邊郵鐵鐘鋼銀錄鎖陳際險隨難靜響頂順須預領題願風飛飯館馬騙驗體鬥魚鳥麗黃黨齊齡龍並亞亂優傳傷"
    "債價勞勝勢協壓圍園團執壞寫審專屬層幹幫廣廠廢強彈徑復徹懷態憂戰戲擊擔擴擾攝敗敘斷書極樓標樂橋權歡歷殺氣決沒況測準溫滅漢濟濃災煙熱燈"
    "爭爾獎獨獲環畫療盜監盡確稅積穩窮競範築簡糧糾紅納純紙細終結給統絲綠維綱緊線練績織繼續罰罷羅義習聖聞聯聲聽職肅腦臨舉舊艱蘇蟲蠻術衛裝"
    "補複製訂訊討訓託訪評詐詞試詢詳誤語誠請諒講謝讀豐貝財責貪購貸貿賀賊賓賭質賴趕趙跡踐軌軟較載輕輔輝輩輸轄轉辦遞遠遲遷遺鄰醫釋針鏡閉閒"
    "闖陣階隱雖雜離雲霧靈"
)
_FOLDED = re.compile(f"[{_WIDE}{_TRADITIONAL}]")
_POINT = re.compile(r"(?<=[0-9０-９])·(?=[0-9０-９]{1,2}[%％])")  # 19·5%, as papers once set it
_OLD = re.compile(f"[{_TRADITIONAL}]")


def fold(text: str) -> str:
    """Give the twin of ``text`` in which character i stands for character i: ``１３．７％`` becomes ``13.7%``, ``兩萬`` becomes ``两万``.

    >>> fold("同比下降１３．７％，")
    '同比下降13.7%,'
    """
    if "&nbsp;" in text:
        text = text.replace("&nbsp;", " " * 6)  # what a web page's blank leaves behind
    if "·" in text:
        text = _POINT.sub(".", text)
    if not _FOLDED.search(text):
        return text
    twins = _simple() if _OLD.search(text) else _narrow()
    found = codes(text)
    folded = np.where(found < len(twins), twins[found & np.uint32(len(twins) - 1)], found)
    return folded.tobytes().decode("utf-32-le", "surrogatepass")


def codes(text: str) -> Codes:
    """Give the code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@cache
def _narrow() -> Codes:
    """The twin of each code point of the first plane: its half-width form, or itself."""
    twins = np.arange(1 << 16, dtype=np.uint32)
    twins[list(_WIDTH)] = list(_WIDTH.values())
    return twins


@cache
def _simple() -> Codes:
    """The same, and simplified: OpenCC is asked for single characters, so none moves; one without a single twin stays."""
    from opencc import OpenCC

    twins = _narrow().copy()
    characters = [chr(code) for code in range(0x3400, 0xA000)]
    simple = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    for character, twin in zip(characters, simple, strict=True):
        if len(twin) == 1:
            twins[ord(character)] = ord(twin)
    return twins
