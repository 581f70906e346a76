"""The figures page in a real Chromium: what a person sees, clicks and takes away."""

import csv
import io
import json
import struct
import zlib

import pytest
from openpyxl import load_workbook

from tests import browsing

pytestmark = pytest.mark.skipif(browsing.missing() is not None, reason=browsing.missing() or "")

LONGQUAN = {"平安志愿者队伍 626 支", "平安志愿者队伍 ≥ 13,000 人", "总接警量 ▼ 下降 22%", "刑事立案 ▼ 下降 61%", "3,059 平方公里"}


def bar(page, name: str):
    """Give where the bar of a figure is, by its name above it: the middle of the bar in pixels, and its figure."""
    return page.evaluate(
        """(name) => {
            for (const chart of document.querySelectorAll('.js-plotly-plot')) {
                const names = chart.layout.annotations.map((note) => note.text)
                const line = names.findIndex((text) => text.startsWith(name))
                if (line < 0) continue
                const box = chart.querySelectorAll('.barlayer .point path')[line].getBoundingClientRect()
                return { x: box.x + box.width / 2, y: box.y + box.height / 2, figure: chart.data[0].customdata[line] }
            }
        }""",
        name,
    )


def outlined(page) -> list[str]:
    """Give the figures whose bars are outlined."""
    return page.evaluate("() => [...document.querySelectorAll('.ledger-outline')].map((bar) => bar.dataset.lit)")


def click_bar(page, name: str) -> str:
    found = bar(page, name)
    page.mouse.click(found["x"], found["y"])
    page.locator(f".lit[data-figure='{found['figure']}']").wait_for()
    return found["figure"]


def test_longquan_leaves_its_five_figures(visit):
    page = visit().open("/figures?region=331181")
    drawn = page.evaluate("() => [...document.querySelectorAll('.barlayer .point .bartext')].map((text) => text.textContent)")
    names = page.evaluate("() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((c) => c.layout.annotations.map((n) => n.text))")
    assert len(drawn) == len(names) == 5
    shown = {f"{name.split(' ·')[0]} {value}" for name, value in zip(names, drawn, strict=True)}
    assert {words for words in LONGQUAN if not any(words in figure for figure in shown)} == set()


def test_every_chart_tells_in_a_sentence_what_it_shows(visit):
    page = visit().open("/figures?region=331181")
    told = page.locator("[data-testid=stPlotlyChart]").evaluate_all(
        "(charts) => charts.map((chart) => chart.getAttribute('aria-label') || chart.querySelector('[aria-label]')?.getAttribute('aria-label'))"
    )
    assert len(told) == 4
    assert told[0] == "变化（%）：2 项，从 刑事立案 · 龙泉市 ▼ 下降 61% 到 总接警量 · 龙泉市 ▼ 下降 22%。"
    assert page.get_by_text(told[0]).count() == 1


def test_a_bar_lights_its_words_and_a_lit_number_outlines_its_bar(visit):
    page = visit().open("/figures?region=331181")
    assert outlined(page) == []
    figure = click_bar(page, "刑事立案")
    assert page.locator(".lit").inner_text() == "61%"
    assert outlined(page) == [figure]
    assert f"figure={figure}" in page.url
    roles = {name: "".join(page.locator(f".words .role-{name}").all_inner_texts()) for name in ("indicator", "region", "comparison")}
    assert roles == {"indicator": "刑事立案", "region": "龙泉市", "comparison": "同比"}
    other = page.locator(".words .figure", has_text="22%")
    other_id = other.get_attribute("data-figure")
    other.click()
    page.locator(f".lit[data-figure='{other_id}']").wait_for()
    assert page.locator(".lit").inner_text() == "22%"
    assert outlined(page) == [other_id] == [bar(page, "总接警量")["figure"]]
    assert click_bar(page, "刑事立案") == figure, "a bar that was clicked before can be clicked again"


def test_the_list_does_the_same_by_keyboard(visit):
    page = visit().open("/figures?region=331181")
    page.get_by_label("选一项数据").focus()
    page.keyboard.type("刑事立案")
    page.keyboard.press("Enter")
    page.locator(".lit").wait_for()
    assert page.locator(".lit").inner_text() == "61%"
    page.locator(".words .figure", has_text="22%").focus()
    page.keyboard.press("Enter")
    page.locator(".lit", has_text="22%").wait_for()


def test_what_is_downloaded_is_what_is_shown(visit, tmp_path):
    page = visit().open("/figures?region=331181&measure=change")
    page.get_by_role("button", name="下载").click()
    files = {}
    for label, kind in (("图片 PNG", "png"), ("矢量图 SVG", "svg"), ("网页 HTML", "html"), ("表格 CSV", "csv"), ("表格 Excel", "xlsx")):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=label).click()
        name = waiting.value.suggested_filename
        assert name.startswith("平安账本-龙泉市-变化") and name.endswith(f".{kind}")
        waiting.value.save_as(tmp_path / name)
        files[kind] = (tmp_path / name).read_bytes()
    drawing = files["svg"].decode()
    for words in ("龙泉市 · 变化", "刑事立案 · 龙泉市", "下降 61%", "来源：pingan_page_1.txt", "发布于 2018-07-18", "平安账本 "):
        assert words in drawing
        assert words in files["html"].decode() or json.dumps(words)[1:-1] in files["html"].decode()
    assert drawing.count("<text") > 6
    assert b"plotly.js v" in files["html"] and b"cdn.plot.ly/plotly" not in files["html"]
    rows = [*csv.DictReader(io.StringIO(files["csv"].decode("utf-8-sig")))]
    assert {(row["indicator"], row["value"], row["unit"]) for row in rows} == {("刑事立案", "-61.0", "%"), ("总接警量", "-22.0", "%")}
    sheet = [*load_workbook(io.BytesIO(files["xlsx"])).active.iter_rows(values_only=True)]
    place = sheet[0].index("value")
    assert sorted(line[place] for line in sheet[1:]) == [-61, -22]
    width, height = struct.unpack(">II", files["png"][16:24])
    assert files["png"][:8] == b"\x89PNG\r\n\x1a\n" and width == 1800 and height > 300


def test_chinese_in_pictures_is_text_and_not_boxes(visit):
    """Where a font has no glyph all characters look alike: a box. Two characters of the picture's font must differ."""
    page = visit().open("/figures?region=331181")
    pixels = page.evaluate(
        """() => {
            const family = document.querySelector('.js-plotly-plot').layout.font.family
            return ['龙', '泉', '\\uFFFE'].map((letter) => {
                const canvas = document.createElement('canvas')
                canvas.width = canvas.height = 64
                const pen = canvas.getContext('2d')
                pen.font = `48px ${family}`
                pen.fillText(letter, 4, 52)
                return [...pen.getImageData(0, 0, 64, 64).data].filter((_, at) => at % 4 === 3).join(',')
            })
        }"""
    )
    assert len(set(pixels)) == 3
    assert all(any(value != "0" for value in letter.split(",")) for letter in pixels[:2])


def test_the_downloaded_picture_has_ink_where_its_words_are(visit, tmp_path):
    page = visit().open("/figures?region=331181&measure=change")
    page.get_by_role("button", name="下载").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="图片 PNG").click()
    waiting.value.save_as(tmp_path / "picture.png")
    assert dark_pixels((tmp_path / "picture.png").read_bytes(), top=100) > 500, "the title"


def dark_pixels(png: bytes, *, top: int) -> int:
    """Count the dark pixels in the first lines of an 8-bit RGBA or RGB picture, filters undone."""
    width, _, _, kind = struct.unpack(">IIBB", png[16:26])
    size, data, at = {2: 3, 6: 4}[kind], b"", 8
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        data += png[at + 8 : at + 8 + length] if name == b"IDAT" else b""
        at += length + 12
    raw, stride, before, dark = zlib.decompress(data), width * size, bytearray(width * size), 0
    for line in range(top):
        start = line * (stride + 1)
        row = bytearray(raw[start + 1 : start + 1 + stride])
        for x in range(stride):
            left, up, corner = row[x - size] if x >= size else 0, before[x], before[x - size] if x >= size else 0
            nearest = min((abs(up - corner), 0, left), (abs(left - corner), 1, up), (abs(left + up - 2 * corner), 2, corner))[2]
            row[x] = (row[x] + (0, left, up, (left + up) // 2, nearest)[raw[start]]) & 255
        dark += sum(1 for x in range(0, stride, size) if row[x] < 90)
        before = row
    return dark


def test_a_copied_link_opens_the_same_view_in_a_new_browser(visit):
    page = visit().open("/figures?region=331181&measure=change")
    figure = click_bar(page, "刑事立案")
    there = visit(locale="zh-CN").open(page.url)
    there.locator(".lit").wait_for()
    assert there.locator(".lit").inner_text() == "61%"
    there.wait_for_function("() => document.querySelector('.ledger-outline')")
    assert outlined(there) == [figure]
    assert there.url == page.url


@pytest.mark.parametrize(
    ("locale", "name", "button", "told"),
    [("zh-CN", "刑事立案", "复制引文和出处", "已复制"), ("en-US", "Criminal cases", "Copy quote with citation", "Copied")],
)
def test_a_quote_is_copied_with_where_it_comes_from(visit, locale, name, button, told):
    visitor = visit(locale=locale)
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visitor.open("/figures?region=331181&measure=change")
    figure = click_bar(page, name)
    page.get_by_role("button", name=button).focus()
    page.keyboard.press("Enter")
    page.locator("[role=status]", has_text=told).wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    sentence = "".join(page.locator(".words .piece:not(.dim)").all_text_contents())
    assert "刑事立案同比下降了61%" in sentence and copied.startswith(f"「{sentence}」")
    for words in (page.locator(".heading").inner_text(), "pingan_page_1.txt", "2018-07-18"):
        assert words in copied
    visitor.open(copied[copied.index("http://") :])
    page.locator(f".lit[data-figure='{figure}']").wait_for()
