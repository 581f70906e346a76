"""What a written number is worth: ``1.3万`` is 13000, ``三千六百`` 3600, ``二〇一九`` 2019, ``6万2千3百`` 62300.

A *run* is a number in Chinese numerals as reports write it (``三千六百``, ``四百卅七``, ``壹佰零五``); ``RUN`` matches it.
"""

import re
from decimal import Decimal, InvalidOperation

_WRITTEN = ("〇零○", "一壹", "二两贰", "三叁参", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {character: value for value, characters in enumerate(_WRITTEN) for character in characters}
TENS = {"廿": 20, "卅": 30, "卌": 40}
PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
LONGEST = 32  # characters; a longer run is no number that a report states
CHINESE = "〇零一二两三四五六七八九十百千万亿廿卅卌"
SIMPLE = "〇零一二三四五六七八九"

# The forms of cheques count only before a place or another of them: 队伍, 登陆万家 and 柒 as a name are no numbers; nor is 参.
FORMAL = "壹贰叁参肆伍陆柒捌玖"
_HUNDREDS = "拾佰仟"
ANY = CHINESE + FORMAL + _HUNDREDS  # what a run may begin with
FIRST = (
    rf"(?:[壹贰叁柒捌玖](?=[{_HUNDREDS}万亿零十百千{FORMAL}]|点[{SIMPLE}])"
    rf"|(?:[肆参]|(?<![登着大海内水])陆|(?<!队)伍)(?=[{_HUNDREDS}万亿零]|点[{SIMPLE}])"
    rf"|(?<!收)拾(?=[万亿{FORMAL}])|[佰仟](?=分之))"
)
_LATER = (
    rf"(?:[{CHINESE}]++|[{_HUNDREDS}]|[{FORMAL}](?=[{_HUNDREDS}十百千])|(?<=[十百千万亿])[壹贰叁柒捌玖]"
    rf"|(?<=[{_HUNDREDS}零{FORMAL}])[{FORMAL}]|兆(?=[{CHINESE}{FORMAL}]+亿))"
)
RUN = rf"(?:{FIRST}|[{CHINESE}]){_LATER}*+"  # possessive: a run is read once, whatever follows
# Digits or a run. What it may begin with comes first and is tested after: so a text is searched many times faster.
NUMERAL = rf"[0-9{CHINESE}{FORMAL}{_HUNDREDS}](?:(?<=[0-9])[0-9]*+|(?<={FIRST}|[{CHINESE}]){_LATER}*+)"
# 八点三十分 is a time of day.
DECIMAL = rf"(?:点[{SIMPLE}]++(?![十百千刻]|分(?!之)))"
# 1.23E+08 is how a spreadsheet's cell comes out; 2E5 may be a number plate.
_EXPONENT = r"(?<![0-9A-Za-z])[0-9]+(?:\.[0-9]+[eE][+-]?|e[+-]?|E[+-])[0-9]{1,3}(?![0-9A-Za-z])"
_GROUPS = r"(?:[, ][0-9]{3}(?!(?<= 100)%)|\n[0-9]{3}(?![0-9]*\n))+"  # 1,234 and 1 234; in a table 9 100% are two
ARABIC = rf"(?:{_EXPONENT}|(?:[0-9]{{1,3}}{_GROUPS}(?![0-9])|[0-9]+)(?:\.[0-9]+)?|(?<![\w.])\.[0-9]+)"
SIZE = r"(?:[十百千]?[万亿]{1,2}|兆(?=[0-9]*亿)|[百千](?!分[点之]|[米克瓦卡帕赫焦]|字节))"
# Digits and Chinese places by turns: 6万2千3百, 4万700, 30亿零5千.
MIXED = (
    rf"[0-9]+(?:\.[0-9]+)?[ ]?{SIZE}(?:[ ]?零?[ ]?(?:[0-9]+|[{SIMPLE}])[ ]?{SIZE}){{0,5}}"
    r"(?:零?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?![0-9.,%十百千万亿年月日点时:/-]))?"
)
_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|.")


def multiplier(text: str) -> int:
    """Give what a run of multipliers multiplies by: ``万亿`` is 10**12, none is 1."""
    product = 1
    for character in text:
        product *= PLACES.get(character) or MYRIADS.get(character) or 1
    return product


def worth(text: str) -> Decimal | None:
    """Read a number in digits, in Chinese numerals or in both: ``1,234``, ``三千六百``, ``5万4千``; None if it is none."""
    if not text[:1].isascii():
        return chinese(text)
    return arabic(text) if text[-1:].isdigit() and text.isascii() else mixed(text)


def arabic(text: str) -> Decimal | None:
    """Read digits with an optional multiplier at their end: ``1,234``, ``1 240``, ``11.67万亿``; None if they are no number."""
    bare = text.rstrip("十百千万亿兆 ")
    if len(text) > LONGEST:
        return None
    try:
        return Decimal(bare.replace(",", "").replace(" ", "").replace("\n", "")) * multiplier(text[len(bare) :])
    except InvalidOperation:
        return None


def mixed(text: str) -> Decimal | None:
    """Read digits and Chinese places by turns: ``6万2千3百`` is 62300, ``4万700`` 40700, ``4万3,118`` 43118; None where a part outgrows its place."""
    if len(text) > LONGEST:
        return None
    tokens = [token for token in _TOKEN.findall(text.replace(",", "")) if not token.isspace()]
    return _whole(tokens) if _descends(tokens) else None


def _descends(tokens: list[str]) -> bool:
    """Tell whether each part is less than the place before it: not so in 12万 3万, the cells of a table."""
    places, parted = [10**16], True
    for token in tokens:
        size = PLACES.get(token) or MYRIADS.get(token)
        if size is None:
            parted = True
            if token[0].isdigit() and Decimal(token) >= places[-1]:
                return False
            continue
        if size in MYRIADS.values():
            while parted and places[-1] < size:
                places.pop()
        if parted and size >= places[-1]:
            return False
        places.append(size)
        parted = False
    return True


def chinese(text: str) -> Decimal | None:
    """Read Chinese numerals, by place (``三千六百``, ``两万零五``) or digit by digit (``二〇一九``); None if they are no number."""
    if len(text) > LONGEST:
        return None
    whole, _, fraction = text.partition("点")
    if fraction:
        head, digits = _whole(whole), _digits(fraction)
        return None if head is None or digits is None else head + Decimal(digits).scaleb(-len(fraction))
    return _whole(whole)


def _digits(text: str) -> int | None:
    return int("".join(str(DIGITS[character]) for character in text)) if text and all(character in DIGITS for character in text) else None


def _whole(text: str | list[str]) -> Decimal | None:
    plain = _digits(text) if isinstance(text, str) else None
    if plain is not None:
        return Decimal(plain)
    total = section = digit = Decimal(0)
    last_place = 0
    for token in text:
        if token in DIGITS or token[0].isdigit():
            digit = Decimal(DIGITS.get(token, token))
            last_place = 1 if token in "〇零" else last_place
        elif token in TENS:
            section, digit, last_place = section + TENS[token], Decimal(0), 10
        elif token in PLACES:
            section += (digit or 1) * PLACES[token]
            digit, last_place = Decimal(0), PLACES[token]
        elif token in MYRIADS:
            total, last_place = _raised(total, section + digit, MYRIADS[token]), MYRIADS[token]
            section = digit = Decimal(0)
        else:
            return None
    # 两万五 is 25000: a last digit right after a place is one place below it.
    if 0 < digit < 10 and last_place >= 100:
        return total + section + digit * last_place / 10
    return total + section + digit


def _raised(total: Decimal, section: Decimal, size: int) -> Decimal:
    """Multiply by 万 or 亿: 五十万亿 and 四万万 all that came before; in 三亿五千万 the 万 only its own section."""
    if total and not section:
        return total * size
    return (total + section or Decimal(1)) * size if total < size else total + section * size
