"""Share the browser, the checkers and the demo site among the browser tests.

The browser lives no longer than this package, for Playwright keeps an event loop
running in the thread, which Django's tests elsewhere would trip over.
"""

import pytest

from . import axe, chromium, nu, site


@pytest.fixture(scope="package")
def browser():
    with chromium.started() as browser:
        yield browser


@pytest.fixture(scope="package")
def check_html():
    with nu.serving() as check:
        yield check


@pytest.fixture
def violations():
    return axe.violations


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory):
    with site.served(tmp_path_factory) as demo:
        yield demo
