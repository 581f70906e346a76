"""Numbers that make a name: ``“两个高水平”``, ``四大机制``, ``二十届``三中全会, ``百日``攻坚, ``三台``县.

Each test gives the reason for which a number is no figure, or None.
"""

import re

from extract.limits import NAME_LENGTH, quoted, sums_up
from extract.number import Number

_LISTED_KINDS = re.compile(r"第[一二三四](?:[、和至到][一二三四])*[、和至到]$")


def name(number: Number) -> str | None:
    """A numeral inside a quoted name: ``“两个高水平”``, ``“三治融合”``, ``“五+”``."""
    inside = quoted(number.text, number.quantity.start)
    return None if inside is None or len(inside) > NAME_LENGTH or re.search(r"[,。!?;]", inside) else "slogan"


def list_count(number: Number) -> str | None:
    """The count that closes a list it only sums up: 查田、安仁、屏南``三个``法庭, 甘、青``2``省."""
    quantity = number.quantity
    closes = quantity.value is not None and sums_up(number.text, quantity.start, quantity.numeral[1], quantity.end, quantity.value)
    return "list_count" if closes else None


def session(number: Number) -> str | None:
    """The session of a congress or committee, and the congress itself: ``二十届``中央纪委``二次``全会, 党的``二十大``."""
    if number.quantity.unit == "届" and not is_digit(number.numeral):
        return "name"
    named = r"(?:中全会|次全会|次会议|次全体|次代表|次集体|大(?:精神|报告|以来|召开|提出|代表|部署))"
    return "name" if re.match(named, number.text[number.quantity.numeral[1] : number.quantity.numeral[1] + 6]) else None


def blank(number: Number) -> str | None:
    """A digit that stands for a name left out: 原告李``0``, 王``x3``."""
    if not is_digit(number.numeral) or len(number.numeral) > 1 or number.quantity.unit is not None and number.quantity.value != 0:
        return None
    return "name" if re.search(r"(?:原告|被告|申请人|当事人|被害人|证人|嫌疑人)\w{0,3}$", number.before) else None


def footnote(number: Number) -> str | None:
    """The mark of a note: 破案率[``2``]58.3%."""
    return "ordinal" if number.before.endswith("[") and number.after.startswith("]") and number.quantity.unit is None else None


def big_name(number: Number) -> str | None:
    """A number that makes a name with 大, 类 or 项 as its measure: ``四大机制``, ``七类恶性案件``, ``六大员``."""
    if number.quantity.unit is None and re.match(r"大(?!概|约|都|多|部分)", number.after) and number.quantity.value is not None:
        return "name"
    if number.quantity.unit == "类" and number.after and not re.match(r"[,。;、)]", number.after) and not is_digit(number.numeral):
        return "name"
    return None


def campaign(number: Number) -> str | None:
    """How long a campaign is called, which is its name: ``百日``安保行动, ``百日``攻坚."""
    named = re.match(r"[^,。;、]{0,8}?(?:行动|会战|攻坚|整治|竞赛|安保|安全|维稳|严打|大战)", number.after)
    return "name" if number.quantity.text in ("百日", "百天", "千日") and named else None


def of_place(number: Number) -> str | None:
    """A numeral that a place's name holds: ``三台``县法院, ``八都``镇, ``五台``山; a stone on a road: ``1402公里``处."""
    start, end = number.quantity.numeral
    if number.quantity.unit in ("公里", "千米", "米") and number.after.startswith("处"):
        return "address"
    return "name" if not is_digit(number.numeral) and any(place.start <= start and end < place.end for place in number.places) else None


def kind_of(number: Number) -> str | None:
    """A number that tells which one or what sort, or counts what was just told: ``第一种``形态, ``两级``法院, ``两位``数, ``三项``数字."""
    listed = number.quantity.text.endswith("种") and _LISTED_KINDS.search(number.before)
    if listed or number.quantity.kind in ("order", "rank") and re.match(r"种(?:形态|情形|方式)", number.after):
        return "ordinal"
    after = number.text[number.quantity.numeral[1] : number.quantity.numeral[1] + 6]
    named = re.match(r"级(?!以上|地震|台风|大风|伤残)[^\d,。;]|位数|项(?:主要)?(?:数字|指标|指数|数据|分别)", after)
    phase = re.match(r"期(?:工程|项目|建设|改造)", after)
    return "name" if (named or phase) and not is_digit(number.numeral) else None


def bare(number: Number) -> str | None:
    """A bare numeral of one character before a noun is part of a word: ``三镇``, ``两地``, ``五+``."""
    quantity = number.quantity
    if quantity.kind is None and quantity.value is not None and not is_digit(number.numeral) and len(number.numeral) <= 2:
        return "name"
    return None


def is_digit(numeral: str) -> bool:
    """Tell whether a numeral is written in digits."""
    return any(character.isdigit() and character.isascii() for character in numeral)
