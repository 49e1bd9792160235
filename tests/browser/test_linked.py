"""The latest news beside a page: a link, until our server or the script puts the news there."""

import re
import shutil
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace

import pytest

from dateline.press.stores.gzips import Slot, compress, sliced, unpack
from tests.server.processes import answers, running

from . import chromium, kinds

pytestmark = pytest.mark.browser
SLOT = re.compile(
    rb'<section class="box" data-part="([^"]+)" data-v="(\d+)">.*?</section>', re.DOTALL
)
NEW = "A line that was filed after this page was pressed"
LINK = "Latest news\nMore news"
VERSION = 9_000_000_000_000
WATCH = """() => new Promise(done => {
  let shift = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) { shift += entry.value; }
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(shift), 800);
})"""
SHOWN = f"() => document.querySelector('[data-v]').dataset.v === '{VERSION}'"


@pytest.fixture(scope="module")
def old_site(demo_site, tmp_path_factory):
    """Serve the demo's files with a rail newer than all that its pages were pressed with.

    Two pages have lost their tables of segments and are not stitched, as behind another server:
    an article, whose slot holds a link, and a page that holds the part as it was.
    """
    folder = tmp_path_factory.mktemp("linked")
    sheets = folder / "var/sheets"
    shutil.copytree(demo_site.sheets, sheets)
    shutil.copy(demo_site.folder / "dateline.toml", folder)
    shutil.copytree(demo_site.folder / "var/media", folder / "var/media")
    article = kinds.by_kind(sheets)["en", "article"][0]
    file = kinds.file_of(sheets, article)
    stitchable = file.read_bytes()
    page, part = unpack(stitchable), unpack((sheets / "_f/en/rail.html.gz").read_bytes())
    renew(sheets / "_f/en/rail.html.gz")
    file.write_bytes(compress(page))
    held = SLOT.sub(lambda _found: part, page)
    kinds.file_of(sheets, "/en/held/").write_bytes(compress(held))
    kinds.file_of(sheets, "/en/stitched/").write_bytes(stitchable)
    with running(folder, "--readers-only") as (port, _process):
        answers(port)
        yield SimpleNamespace(home=f"http://127.0.0.1:{port}", article=article, sheets=sheets)


def renew(file):
    """Put a line on top of the rail and raise its version."""
    body = unpack(file.read_bytes())
    body = SLOT.sub(lambda found: found[0].replace(found[2], str(VERSION).encode(), 1), body)
    body = body.replace(b"</h2>", f"</h2><p>{NEW}</p>".encode(), 1)
    file.write_bytes(compress(sliced(body, [Slot(0, len(body), "/_f/en/rail.html", VERSION)])))


@contextmanager
def reading(browser, address, **more):
    """Open a page and gather what it asks for and complains of."""
    asked, said = [], []
    with chromium.opened(browser, "about:blank", **more) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address, wait_until="load")
        yield page, asked, said


@pytest.mark.parametrize("path", ["article", "held"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_newest_news_are_put_in_and_nothing_else_moves(old_site, browser, path, width):
    address = old_site.home + (old_site.article if path == "article" else "/en/held/")

    with reading(browser, address, width=width) as (page, _asked, said):
        page.locator(".rail").scroll_into_view_if_needed()
        page.wait_for_function(SHOWN)
        shift = page.evaluate(WATCH)
        text = page.locator(".rail").inner_text()

    assert NEW in text
    assert said == []
    assert shift <= 0.02


def test_axe_finds_no_fault_in_what_was_put_in(old_site, browser, violations):
    address = old_site.home + old_site.article

    with reading(browser, address, width=1440, bypass_csp=True) as (page, _asked, _said):
        page.wait_for_function(SHOWN)
        assert violations(page) == []


def test_a_phone_asks_for_the_news_only_when_they_come_near(old_site, browser):
    with reading(browser, old_site.home + old_site.article) as (page, asked, _said):
        page.wait_for_load_state("networkidle")
        before = [url for url in asked if "/_f/" in url]
        page.locator(".rail").scroll_into_view_if_needed()
        page.wait_for_function(SHOWN)

    assert before == []
    assert len([url for url in asked if "/_f/" in url]) == 1


def test_whoever_saves_data_keeps_the_link(old_site, browser):
    saving = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"

    with chromium.opened(browser, "about:blank", width=1440) as page:
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.add_init_script(saving)
        page.goto(old_site.home + old_site.article, wait_until="networkidle")
        text = page.locator(".rail").inner_text()

    assert text.strip() == LINK
    assert [url for url in asked if "/_f/" in url] == []


@pytest.mark.parametrize("answer", [{"status": 503}, {"body": "garbage <"}, None])
def test_whatever_comes_instead_the_page_stays_as_it_was(old_site, browser, answer):
    with chromium.opened(browser, "about:blank", width=1440) as page:
        said = []
        page.on("pageerror", lambda error: said.append(str(error)))
        give = (lambda route: route.fulfill(**answer)) if answer else (lambda route: route.abort())
        page.route("**/_f/**", give)
        page.goto(old_site.home + old_site.article, wait_until="networkidle")
        text = page.locator(".rail").inner_text()
        reserved = page.locator(".rail [data-part]").get_attribute("style")

    assert text.strip() == LINK
    assert not reserved
    assert said == []


def test_without_javascript_our_server_has_put_the_news_in(old_site, browser):
    address = f"{old_site.home}/en/stitched/"

    with chromium.opened(browser, address, width=1440, java_script_enabled=False) as page:
        assert NEW in page.locator(".rail").inner_text()
        assert page.locator("footer").count() == 1


def test_a_stitched_page_is_whole_when_it_is_fetched(old_site, browser):
    with chromium.opened(browser, f"{old_site.home}/en/stitched/", bypass_csp=True) as page:
        text = page.evaluate("() => fetch(location.href, {cache: 'reload'}).then(r => r.text())")

    assert NEW in text
    assert text.rstrip().endswith("</html>")


@pytest.mark.parametrize("width", [390, 1440])
def test_without_javascript_behind_another_server_the_slot_is_a_link_that_works(
    old_site, browser, width
):
    names = ("/en/stitched/", "/en/latest/")
    files = {name: kinds.file_of(old_site.sheets, name).read_bytes() for name in names}

    with (
        sent(files) as home,
        chromium.opened(
            browser, f"{home}/en/stitched/", width=width, java_script_enabled=False
        ) as page,
    ):
        assert page.locator("footer").count() == 1
        assert page.locator(".rail").inner_text().strip() == LINK
        page.locator(".rail").get_by_role("link", name="More news").click()
        page.wait_for_url("**/en/latest/")
        assert page.locator("main .feed").count()


@contextmanager
def sent(files):
    """Serve compressed files by their addresses as they are, as any file server would."""

    class Plain(BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802
            packed = files.get(self.path, b"")
            self.send_response(200 if packed else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(packed)))
            self.end_headers()
            self.wfile.write(packed)

        def log_message(self, *said):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Plain)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
