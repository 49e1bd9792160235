"""Every kind of page, in every edition of the demo newsroom, as different readers meet it."""

from urllib.parse import urlsplit

import pytest

from . import chromium, kinds

pytestmark = pytest.mark.browser
THEMES = ["light", "dark"]


def test_every_address_is_of_a_known_kind(demo_site):
    unknown = [one for one in kinds.addresses(demo_site.sheets) if not kinds.kind_of(one)]

    assert set(unknown) <= {"/", "/404/"}


@pytest.mark.parametrize(("kind", "edition"), kinds.EVERY)
def test_axe_finds_no_fault_at_any_width_or_theme(demo_site, browser, violations, kind, edition):
    widths = [390, 1440] + ([320, 360, 820] if kind in kinds.PICTURED else [])
    found = {}

    with chromium.opened(browser, demo_site.page(kind, edition), bypass_csp=True) as page:
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                found[theme, width] = violations(page)

    assert {view: faults for view, faults in found.items() if faults} == {}


@pytest.mark.xdist_group("nu")
@pytest.mark.parametrize(("kind", "edition"), kinds.EVERY)
def test_the_html_is_well_formed(demo_site, check_html, kind, edition):
    document = demo_site.fetch(urlsplit(demo_site.page(kind, edition)).path)[2]

    assert check_html(document) == []


@pytest.mark.parametrize(("kind", "edition"), kinds.EVERY)
def test_a_reader_without_javascript_reads_the_page(demo_site, browser, kind, edition):
    address = demo_site.page(kind, edition)

    with chromium.opened(browser, address, java_script_enabled=False) as page:
        headings, mains = page.locator("h1"), page.locator("main")
        assert headings.count() == 1
        assert headings.inner_text().strip()
        assert mains.count() == 1
        assert mains.is_visible()


@pytest.mark.parametrize(("kind", "edition"), kinds.EVERY)
def test_a_page_asks_no_other_host_and_complains_of_nothing(demo_site, browser, kind, edition):
    address = demo_site.page(kind, edition)
    asked, said = [], []

    with chromium.opened(browser, "about:blank") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address, wait_until="load")
        page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
        cookies = page.context.cookies()

    assert [url for url in asked if not url.startswith((demo_site.address, "data:"))] == []
    assert [line for line in said if not _is_expected(line, kind)] == []
    assert cookies == []


@pytest.mark.parametrize(("kind", "edition"), kinds.EVERY)
def test_no_page_is_wider_than_the_smallest_phone(demo_site, browser, kind, edition):
    with chromium.opened(browser, demo_site.page(kind, edition), width=320) as page:
        beyond = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")

    assert beyond <= 0


def _is_expected(line, kind):
    """Chromium reports the status of a page that is meant to be missing."""
    return kind in ("not-found", kinds.WITHDRAWN) and "the server responded with" in line
