"""Lend the demo site of the browser tests to the measurements."""

from tests.browser.conftest import demo_site

__all__ = ["demo_site"]
