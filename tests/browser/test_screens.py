"""Photograph every kind of page for people to look at; the pictures lie in tests/screens."""

import pytest

from tests.paths import ROOT

from . import chromium, kinds

pytestmark = pytest.mark.browser
SCREENS = ROOT / "tests/screens"


@pytest.mark.parametrize(("kind", "edition"), kinds.EVERY)
def test_a_page_is_photographed(demo_site, browser, kind, edition):
    SCREENS.mkdir(exist_ok=True)
    address = demo_site.page(kind, edition)

    for width in (390, 1440):
        for theme in ("light", "dark"):
            file = SCREENS / f"{kind}-{edition}-{width}-{theme}.png"
            with chromium.opened(browser, address, width=width, theme=theme) as page:
                page.screenshot(path=file, full_page=theme == "light")
            assert file.stat().st_size > 5000
