"""The folded twin of a text: the same length, each character made plain, for matching only."""

import re
from functools import cache
from typing import Any

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
_OLD = re.compile(f"[{_TRADITIONAL}]")


def fold(text: str) -> str:
    """Give the twin of ``text`` in which character i stands for character i: ``１３．７％`` becomes ``13.7%``, ``兩萬`` becomes ``两万``.

    >>> fold("同比下降１３．７％，")
    '同比下降13.7%,'
    """
    if "&nbsp;" in text:
        text = text.replace("&nbsp;", " " * 6)  # what a web page's blank leaves behind
    if not _FOLDED.search(text):
        return text
    return text.translate(_simple() if _OLD.search(text) else _WIDTH)


class _Simple(dict[int, int]):
    """Character codes to those of their plain twins, learnt from OpenCC one by one: it is asked for single characters, so none moves."""

    def __init__(self, converter: Any) -> None:
        super().__init__(_WIDTH)
        self.converter = converter

    def __missing__(self, code: int) -> int:
        twin = self.converter.convert(chr(code)) if "\u3400" <= chr(code) <= "\u9fff" else ""
        self[code] = ord(twin) if len(twin) == 1 else code
        return self[code]


@cache
def _simple() -> _Simple:
    from opencc import OpenCC

    return _Simple(OpenCC("t2s"))
