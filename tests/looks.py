"""``python -m tests.looks [FOLDER]``: pictures of every page over the demo, for somebody to look at, in FOLDER (``demo/looks``).

In both languages, light and dark, wide and as narrow as a phone. What must be right: nothing overlaps or is cut off, no glyph is a box, no
English is left on Chinese pages nor Chinese on English ones but the reports' own words.
"""

import sys
from itertools import product
from pathlib import Path

from tests.browsing import HOME, Visit, browser, missing, serving

PAGES = {
    "overview": "/", "charts": "/figures?region=330000", "map": "/figures?view=map", "province": "/figures?view=map&region=330000",
    "table": "/figures?view=table&topic=crime", "empty": "/figures?region=540000", "reports": "/reports",
    "time": "/figures?indicator=fraud_cases&region=330212", "places": "/figures?indicator=fraud_cases&region=340000",
    "reader": "/reports?named=demo_page_330225",
}  # fmt: skip
WIDTHS = (1440, 390)


def main(folder: Path) -> int:
    if lacking := missing():
        print(lacking, file=sys.stderr)
        return 1
    demo = HOME / "demo"
    if not (demo / "ledger").is_dir():
        print("no demo yet: .venv/bin/python -m tests.demo demo", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    with serving(demo / "reports", demo / "ledger") as address, browser() as chromium:
        for lang, dark, width in product(("zh-CN", "en-US"), (False, True), WIDTHS):
            visitor = Visit(chromium, address, width=width, locale=lang, dark=dark)
            for name, path in PAGES.items():
                picture = folder / f"{name}-{lang[:2]}-{'dark' if dark else 'light'}-{width}.png"
                visitor.open(path).screenshot(path=picture, full_page=True)
                print(picture)
            visitor.context.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HOME / "demo" / "looks"))
