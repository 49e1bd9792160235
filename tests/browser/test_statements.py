"""Statements as a reader meets them: links that open folds, reasons behind a status."""

import pytest

from . import chromium

pytestmark = pytest.mark.browser
CLOSED = "details.vs:not([open]) > .vs-list"


def test_versions_that_differ_open_the_fold_that_holds_them(demo_site, browser):
    with chromium.opened(browser, demo_site.page("story"), java_script_enabled=False) as page:
        anchor = page.locator(CLOSED).first.get_attribute("id")
        link = page.locator(f".sts a.st-differ[href$='#{anchor}']").first

        assert not page.locator(f"#{anchor}").is_visible()
        link.click()

        assert page.locator(f"#{anchor}").is_visible()


def test_the_reason_lies_behind_the_status_below_an_article(demo_site, browser):
    with chromium.opened(browser, demo_site.page("article"), java_script_enabled=False) as page:
        fold = page.locator("details.why:visible").first

        assert not fold.locator("p").is_visible()
        fold.locator("summary").click()

        assert fold.locator("p").is_visible()


def test_a_line_of_a_statement_stands_in_columns_where_there_is_room(demo_site, browser):
    with chromium.opened(browser, demo_site.page("story")) as page:
        who, what = page.locator(".sts .sts-who").first, page.locator(".sts .sts-what").first
        beside = {}
        for width in (390, 700, 1000, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            left, right = who.bounding_box(), what.bounding_box()
            beside[width] = abs(left["y"] - right["y"]) < 10 and right["x"] > left["x"] + 100

    assert beside == {390: False, 700: True, 1000: False, 1440: True}
