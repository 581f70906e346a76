"""Bytes → text: which of the encodings that Chinese reports come in, by a short ladder."""

import codecs
from dataclasses import dataclass
from functools import cache

# The characters that fill half of any Chinese text; a wrong decoding hits few of them.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之"
    "进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与"
    "关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常"
    "文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府案市县警"
)  # fmt: skip
_COMMON_TRADITIONAL = frozenset("國會區發與為來時們這個說對過員關開經當實現點業體應還進動學後機間統縣鄉鎮萬億件警察")
_SAMPLE = 60_000
_LEAST = 0.05  # any bytes make characters in UTF-16; where so few of them are common, it is no text
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in; ``damaged`` counts the bytes that no character could be made of."""

    text: str
    encoding: str
    damaged: int


def decode(data: bytes) -> Decoded:
    """Decode a report's bytes: a byte order mark, else strict UTF-8, else the encoding that gives most common characters.

    Bytes that fit no character become U+FFFD and are counted: nothing is lost in silence.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with(data, encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        scores = {name: _score(data[:_SAMPLE], name) for name in ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")}
        likely = [name for name in scores if not name.startswith("utf-16") or scores[name] >= _LEAST]
        return _with(data, max(likely, key=lambda name: scores[name]))


def _with(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding.removesuffix("-sig"), text.count("�"))


def _score(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, errors="replace")
    good = sum(character in _known() for character in text)
    bad = sum(character == "�" or (ord(character) < 32 and character not in "\t\n\r\f") for character in text)
    return (good - 3 * bad) / max(1, len(text))


@cache
def _known() -> frozenset[str]:
    return _COMMON | _COMMON_TRADITIONAL | frozenset("，。、；：“”（）%0123456789 \n")
