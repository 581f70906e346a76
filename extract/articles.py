"""A page → its articles, in reading order: headline, byline, paragraphs joined across the ends of columns.

A line of the report is one block. A page dump runs stories together, cuts their paragraphs where a column ends, and may put
a story's end before its beginning; a report with one story stays one article.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from extract.folding import fold
from extract.lexicon import any_of, words
from extract.models import Article
from extract.number_units import unit_at

Kind = Literal["heading", "byline", "caption", "mark", "row", "body"]

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_FINISHED = re.compile(r"[。！？!?…;；:：][”’」』）)\]*]*$|[”」』）)摄]$")
_CLOSING = 12  # characters; an end mark and what closes after it are no longer
_HEADING_LENGTH = 48
_SUBTITLE = ("—", "(", "（")
_LINK = re.compile(r"^\[[^\]]{0,20}\]\(https?:|^https?://")
_MARK = re.compile(r"^[(（【]?[上下](?:转|接)\s*第?\s*\S{1,3}版[)）】]?$|^第\s*\d+\s*版$|^[(（]\S{0,6}第\d+号[)）]$")
_DATE_LINE = re.compile(r"^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?[\s\d:时分秒]*(?:星期.)?(?:\s*第\s*\d+\s*版)?$")
_DAY = r"\d{4}年\d{1,2}月\d{1,2}日\s*星期."
_MASTHEAD = re.compile(rf"^\d{{1,2}}\s+\S{{2,4}}\s+\S{{2,8}}\s+{_DAY}$|^{_DAY}\s+\S{{2,8}}(?:\s+\S{{2,4}})?\s+第?\d{{1,2}}版?$")
_ROW = re.compile(r"(?:\S+[ \t　]+){2,}\S+")
_CELL = re.compile(r"[^\s,。;:!?]{1,16}")
_NUMBER_CELL = re.compile(r"[+\-−]?\d[\d,.]*%?|[—-]{1,2}|/")
_WANTS_NUMBER = re.compile(r"(?:[提升增降减高扩压]至|[提升增降减高扩压]到|达到|超过|增长|下降|上升|约|逾)$")
_WIDEST = 12
_MARKED = re.compile(r"#{1,6} [^。]{2,120}$")  # a headline by its mark, however long
_MARKUP = re.compile(r"\*\*|^#+\s*|^[\s　]+|[\s　]+$|&nbsp;?")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the report with its span and what kind of line it is."""

    start: int
    end: int
    text: str
    kind: Kind
    gap: int

    @property
    def is_open(self) -> bool:
        """Tell whether the line breaks off in the middle of a sentence, as where a column ends."""
        return self.kind == "body" and not _FINISHED.search(self.text, max(0, len(self.text) - _CLOSING))

    @property
    def is_opening(self) -> bool:
        """Tell whether a story begins with this line: ``本报讯 7月17日,…``."""
        return bool(_opening().match(self.text))


@dataclass(slots=True)
class Story:
    """An article being put together."""

    titles: list[Block] = field(default_factory=list)
    byline: Block | None = None
    bodies: list[list[Block]] = field(default_factory=list)
    marks: list[Block] = field(default_factory=list)
    caption: bool = False
    late_byline: int | None = None


def split(text: str) -> tuple[Article, ...]:
    """Give the articles of a report's text; offsets are into ``text``. A text without a story gives one article of all its lines."""
    found = [story for story in _stories(_blocks(text)) if story.titles or story.bodies or story.marks or story.byline]
    return tuple(_article(text, number, story) for number, story in enumerate(found, 1))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[\s　]*(?:[(（【]上接|{any_of(words('page_openings'))}|[(（]?\S{{0,8}}\d{{1,2}}月\d{{1,2}}日电)")


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"^[\s　*(（]*(?:{any_of(words('page_bylines'))})[\s　:：]*\S")


def _blocks(text: str) -> list[Block]:
    blocks: list[Block] = []
    folded, last = fold(text), 0
    for found in _LINE.finditer(text):
        line = found.group()
        start = found.start() + len(line) - len(line.lstrip())
        end = found.start() + len(line.rstrip())
        gap = text.count("\n", last, start) if blocks else 0
        blocks.append(Block(start, end, folded[start:end], _kind(folded[start:end]), gap))
        last = end
    return _joined(blocks)


def _joined(blocks: list[Block]) -> list[Block]:
    """Join the cells of a table that stand one a line into its rows: a header of k names, then rows of a name and k-1 numbers."""
    joined: list[Block] = []
    index = 0
    while index < len(blocks):
        width, last = _table(blocks, index)
        if width:
            rows = [blocks[first : first + width] for first in range(index, last, width)]
            joined += [Block(row[0].start, row[-1].end, "\n".join(cell.text for cell in row), "row", row[0].gap) for row in rows]
        else:
            joined.append(blocks[index])
        index = last if width else index + 1
    return joined


def _table(blocks: Sequence[Block], index: int) -> tuple[int, int]:
    """Give the width of the table of cells that begins at a line and where it ends; (0, 0) where none does. It has two rows at least."""
    names = index
    while names < len(blocks) and names - index <= _WIDEST and _CELL.fullmatch(blocks[names].text) and not _NUMBER_CELL.fullmatch(blocks[names].text):
        names += 1
    width = names - index - 1
    if width < 3:
        return 0, 0
    last = index + width
    while _is_row(blocks[last : last + width], width):
        last += width
    return (width, last) if last - index >= 3 * width else (0, 0)


def _is_row(cells: Sequence[Block], width: int) -> bool:
    whole = len(cells) == width and _CELL.fullmatch(cells[0].text) and not _NUMBER_CELL.fullmatch(cells[0].text)
    return bool(whole) and all(_NUMBER_CELL.fullmatch(cell.text) for cell in cells[1:])


def _kind(line: str) -> Kind:
    bare = line.replace("*", "").strip("# ")
    short = len(bare) <= _HEADING_LENGTH
    if _MARKED.match(line):
        return "heading"
    if _LINK.match(line) or short and (_MARK.match(line) or _DATE_LINE.match(line) or _MASTHEAD.match(line)):
        return "mark"
    if short and _byline().match(line) and not re.search(r"[。！？]", line):
        return "caption" if re.search(r"摄[)）]?$", line) else "byline"
    if len(line.split(None, 2)) == 3 and _ROW.fullmatch(line) and sum(character.isdigit() for character in line) * 3 > len(line.replace(" ", "")):
        return "row"
    if short and not re.search(r"[。！？;,:]$", line) and not re.search(r"[。；;]", bare):
        commas = line.count(",") + line.count("、")
        whole = all(line.count(a) == line.count(b) for a, b in ("《》", "“”", "()"))
        return "heading" if whole and commas <= (1 if "," in line else 3) and not _opening().match(line) else "body"
    return "body"


def _stories(blocks: Sequence[Block]) -> list[Story]:
    stories = [Story()]
    current = stories[0]
    cut: tuple[Story, list[Block]] | None = None  # the paragraph that a column end has cut; it goes on somewhere below
    for index, block in enumerate(blocks):
        if _begins_story(blocks, index, current):
            current = Story(marks=_as_masthead(stories, current))
            stories.append(current)
        if cut and block.kind == "body" and not block.is_opening and _goes_on(cut[1][-1], block):
            story, paragraph = cut
            paragraph.append(block)
            cut = cut if block.is_open else None
            # A story that has its text is over where the cut one goes on; one that has only its headline still waits for it.
            current = story if current.bodies else current
            continue
        _add(current, block)
        if block.is_open:
            cut = current, current.bodies[-1]
    for story in stories:
        _turn(story)
    return stories


def _goes_on(before: Block, block: Block) -> bool:
    """Tell whether a line may go on with one that a column end cut: after ``专职社工96`` comes the unit, after ``提高至`` a number."""
    if _WANTS_NUMBER.search(before.text):
        return block.text[:1].isdigit() or block.text[:1] in "一二两三四五六七八九十百千"
    return not before.text[-1:].isdigit() or block.text[:1].isdigit() or unit_at(block.text, 0)[0] is not None


def _add(story: Story, block: Block) -> None:
    if block.kind == "heading" and not story.bodies and not (story.titles and story.titles[-1].text.startswith(_SUBTITLE)):
        story.titles.append(block)
    elif block.kind == "byline" and story.byline is None:
        story.byline = block
        story.late_byline = len(story.bodies) if story.bodies else None
    elif block.kind in ("mark", "byline", "caption"):
        story.marks.append(block)
        story.caption |= block.kind == "caption"
    else:
        story.bodies.append([block])


def _as_masthead(stories: list[Story], story: Story) -> list[Block]:
    """Take the lines of a page's masthead, which stand alone before its first story: ``桐山公安周刊``."""
    if len(stories) > 1 or story.bodies or story.byline or story.caption:
        return []
    stories.clear()
    return [*story.titles, *story.marks]


def _begins_story(blocks: Sequence[Block], index: int, story: Story) -> bool:
    """A headline begins a story where a byline or 本报讯 follows it, after a photo caption, or after a wide gap."""
    block = blocks[index]
    if block.kind != "heading" or not (story.bodies or story.caption or (story.titles and block.gap > 2)):
        return False
    after = next((other for other in blocks[index + 1 :] if other.kind != "heading"), None)
    before = blocks[index - 1]
    if before.kind == "heading" and block.gap <= 2:
        return False  # a further line of the same headline
    return story.caption or block.gap > 2 or (after is not None and (after.kind == "byline" or after.is_opening))


def _turn(story: Story) -> None:
    """Put a story's beginning first where it stands after its end: the byline comes late, and the last paragraph breaks off."""
    if story.late_byline is None or not story.bodies[story.late_byline :]:
        return
    first, last = story.bodies[: story.late_byline], story.bodies[story.late_byline :]
    if last[-1][-1].is_open:
        last[-1] += first.pop(0)
    story.bodies = last + first


def _article(text: str, number: int, story: Story) -> Article:
    blocks = [*story.titles, *([story.byline] if story.byline else []), *(block for paragraph in story.bodies for block in paragraph), *story.marks]
    title_span = (story.titles[0].start, story.titles[-1].end) if story.titles else None
    caption = story.caption or (not story.bodies and number > 1)
    return Article(
        number, min(block.start for block in blocks), max(block.end for block in blocks),
        _plain(text[slice(*title_span)]) if title_span else None, title_span,
        _plain(text[story.byline.start : story.byline.end]) if story.byline else None,
        tuple(tuple((block.start, block.end) for block in paragraph) for paragraph in story.bodies),
        "caption" if caption else "story",
        byline_span=(story.byline.start, story.byline.end) if story.byline else None,
        marks=tuple((block.start, block.end) for block in story.marks),
    )  # fmt: skip


def _plain(line: str) -> str:
    """Give a headline as one line without its bold marks."""
    return " ".join(_MARKUP.sub("", part) for part in line.replace("**", " ").split("\n") if part.strip()).strip()
