"""What a written number is worth: ``1.3万`` is 13000, ``三千六百`` 3600, ``二〇一九`` 2019."""

from decimal import Decimal, InvalidOperation

_WRITTEN = ("〇零", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {character: value for value, characters in enumerate(_WRITTEN) for character in characters}
PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
LONGEST = 32  # characters; a longer run is no number that a report states
CHINESE = "〇零一二两三四五六七八九十百千万亿"
# The forms of cheques count only in a run of their own: 队伍, 陆地 and 柒 as a name are no numbers.
FORMAL = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"


def multiplier(text: str) -> int:
    """Give what a run of multipliers multiplies by: ``万亿`` is 10**12, none is 1."""
    product = 1
    for character in text:
        product *= PLACES.get(character) or MYRIADS.get(character) or 1
    return product


def arabic(text: str) -> Decimal | None:
    """Read digits with an optional multiplier at their end: ``1,234``, ``1 240``, ``11.67万亿``; None if they are no number."""
    bare = text.rstrip("十百千万亿 ")
    if len(text) > LONGEST:
        return None
    try:
        return Decimal(bare.replace(",", "").replace(" ", "").replace("\n", "")) * multiplier(text[len(bare) :])
    except InvalidOperation:
        return None


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


def _whole(text: str) -> Decimal | None:
    plain = _digits(text)
    if plain is not None:
        return Decimal(plain)
    total = section = digit = 0
    last_place = 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
            last_place = 1 if character in "〇零" else last_place
        elif character in PLACES:
            section += (digit or 1) * PLACES[character]
            digit, last_place = 0, PLACES[character]
        elif character in MYRIADS:
            size = MYRIADS[character]
            # 五十万亿: 亿 multiplies all that came before; 三亿五千万: 万 only its own section.
            if total and size > 10**4 and not section + digit:
                total *= size
            elif size > 10**4:
                total = (total + section + digit) * size
            else:
                total += ((section + digit) or 1) * size
            section = digit = 0
            last_place = size
        else:
            return None
    # 两万五 is 25000: a last digit right after a place is one place below it.
    if digit and last_place >= 100:
        return Decimal(total + section) + Decimal(digit * last_place // 10)
    return Decimal(total + section + digit)
