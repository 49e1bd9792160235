"""Start Chromium so that it speaks to nobody but the site under test."""

from contextlib import contextmanager

from playwright.sync_api import sync_playwright

from .debian import program

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def started():
    """Start one headless browser and end it with the block."""
    path = program("chromium", "chromium-browser", package="chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser, address, *, width=390, theme="light", **context):
    """Open one page in a context of its own; height follows the pictures of the design."""
    height = 1000 if width >= 900 else 844
    fresh = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=theme, **context
    )
    try:
        page = fresh.new_page()
        page.goto(address, wait_until="load")
        yield page
    finally:
        fresh.close()
