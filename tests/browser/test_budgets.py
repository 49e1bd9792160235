"""What a first visit costs: bytes, requests and waiting, on a phone with a poor network."""

import gzip
import re

import pytest

from . import chromium, kinds

pytestmark = pytest.mark.browser
KIB = 1024
HTML, CSS, SCRIPT, TOTAL = 12 * KIB, 10 * KIB, 6 * KIB, 65 * KIB
FONTS = {"en": 34 * KIB, "uk": 46 * KIB}
REQUESTS = 5
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
WATCH = """() => new Promise(done => {
  const seen = {paint: 0, shift: 0};
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) { seen.paint = entry.startTime; }
  }).observe({type: 'largest-contentful-paint', buffered: true});
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) { seen.shift += entry.value; }
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(seen), 500);
})"""


@pytest.mark.parametrize("kind", kinds.BUDGETED)
def test_no_page_is_heavier_than_its_budget(demo_site, kind):
    heavy = {}

    for edition in FONTS:
        for address in demo_site.pages[edition, kind]:
            html, css = _weigh(kinds.file_of(demo_site.sheets, address))
            if html > HTML or css > CSS:
                heavy[address] = f"HTML {html}, CSS {css}"

    assert heavy == {}


@pytest.mark.parametrize("edition", FONTS)
@pytest.mark.parametrize("kind", kinds.BUDGETED)
def test_a_first_visit_fits_the_budget(demo_site, browser, kind, edition):
    loaded = []

    with chromium.opened(browser, "about:blank") as page:
        page.on("requestfinished", lambda request: loaded.append(request))
        page.goto(demo_site.page(kind, edition), wait_until="networkidle")
        sizes = [(request.resource_type, _size(request)) for request in _counted(loaded)]

    assert sum(size for resource, size in sizes if resource == "script") <= SCRIPT
    assert sum(size for resource, size in sizes if resource == "font") <= FONTS[edition]
    assert sum(size for _, size in sizes) <= TOTAL
    assert len(sizes) <= REQUESTS


@pytest.mark.parametrize("edition", FONTS)
@pytest.mark.parametrize("kind", kinds.BUDGETED)
def test_the_page_stands_soon_and_does_not_move(demo_site, browser, kind, edition):
    seen = [_visit(browser, demo_site.page(kind, edition)) for _ in range(3)]

    assert min(visit["paint"] for visit in seen) <= 1200
    assert max(visit["shift"] for visit in seen) <= 0.02


def _visit(browser, address):
    """Visit over a slow line; LCP in milliseconds and the sum of layout shifts."""
    with chromium.opened(browser, "about:blank") as page:
        page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_4G)
        page.goto(address, wait_until="load")
        return page.evaluate(WATCH)


def _counted(loaded):
    """Leave out pictures, and the italics that only a text with a stressed word fetches."""
    return [
        request
        for request in loaded
        if request.resource_type != "image" and "italic" not in request.url
    ]


def _size(request):
    """Return the bytes of an answer on the line."""
    return request.sizes()["responseBodySize"]


def _weigh(file):
    """Return the compressed sizes of a page's HTML without its style, and of its style."""
    text = gzip.decompress(file.read_bytes()).decode()
    styles = "".join(re.findall(r"<style[^>]*>(.*?)</style>", text, re.S))
    rest = re.sub(r"<style[^>]*>.*?</style>", "", text, flags=re.S)
    return len(gzip.compress(rest.encode(), 9)), len(gzip.compress(styles.encode(), 9))
