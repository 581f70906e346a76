"""A small ledger made by hand for the tests of the pages, and the pages opened without a browser."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from extract.ledger import store
from extract.ledger.store import Generation
from tests.handmade import extraction

HOME = Path(__file__).parents[1]
LEVEL = {"measure": "level", "comparison": None, "base": None}
RANGE = LEVEL | {"indicator": "网格员", "topic": "forces", "unit": "名", "value": None, "low": 20.0, "high": 30.0}


def handmade_ledger(root: Path) -> Generation:
    """Write a ledger of two reports: changes, amounts with units of their own, a range, a target, an unknown period."""
    told = "刑事立案下降⟦61%⟧,又下降⟦22%⟧,有⟦1.3万余人⟧,⟦20至30名⟧,力争⟦5%⟧,面积⟦3059平方公里⟧。"
    read = [
        extraction(
            told,
            {},
            {"value": -22.0, "period_basis": "carried"},
            LEVEL | {"indicator": "=平安志愿者", "topic": "forces", "value": 13000.0, "unit": "人", "qualifier": "over"},
            RANGE,
            {"indicator": "命案", "value": -5.0, "status": "target", "region": "330000", "region_name": "浙江省"},
            LEVEL | {"indicator": "面积", "topic": "area", "value": 3059.0, "unit": "平方公里", "period": None, "period_basis": None},
        ),
        extraction("江山市刑事立案下降⟦3%⟧。", {"value": -3.0, "region": "330881", "region_name": "浙江省衢州市江山市"}, source="b.txt"),
    ]
    return store.write(read, root, extractor="test")


def run(page: str | None = None, /, **link: str) -> AppTest:
    """Open a page with a link, as a browser would; what fails in it fails the test."""
    app = AppTest.from_file(str(HOME / "app.py"), default_timeout=60)
    if page:
        app.switch_page(page)
    for name, value in link.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, [error.stack_trace for error in app.exception]
    return app


def shown(app: AppTest) -> str:
    """Give all words that a page shows outside its charts."""
    kinds = (app.warning, app.info, app.caption, app.subheader, app.text, app.title, app.success)
    return "\n".join(str(element.value) for kind in kinds for element in kind)
